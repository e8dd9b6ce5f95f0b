// Tested by suites/execution/shortest_test.cpp, and against MeetingSearch by the oracle's rule `lengths`.
#include "exec/ops/distance_search.h"

namespace confer::engine::exec {

namespace {

constexpr std::size_t few_nodes = 64;  // to count whose ways is little work

}  // namespace

void DistanceSearch::Side::begin(NodeId node) {
    seen.clear();
    seen.insert(node);
    level.assign(1, node);
}

// How many relationships the step may take from the level.
std::size_t DistanceSearch::Side::ways(const Topology& topology, const WalkStep& step) const {
    return count_ways(topology, step, 0, level.size(), [&](std::size_t i) { return level[i]; });
}

std::size_t DistanceSearch::Side::heap_bytes() const {
    return seen.heap_bytes() + (level.capacity() + next.capacity()) * sizeof(NodeId);
}

DistanceSearch::DistanceSearch(RunContext& run)
    : memory_(run.limits), forward_(run.graph.node_count()), backward_(run.graph.node_count()) {}

// Whether the forward side has less to look at: ways, or nodes where there are many.
bool DistanceSearch::goes_forward(const Topology& topology, const Plan& plan) const {
    const std::size_t forward = forward_.level.size(), backward = backward_.level.size();
    if (std::max(forward, backward) >= few_nodes) return forward <= backward;
    return forward_.ways(topology, plan.forward) <= backward_.ways(topology, plan.backward);
}

// One level further; whether the other side has been met.
Result<bool> DistanceSearch::expand(RunContext& run, const WalkStep& step, const RowBatch& in, RowIndex row, Side& side,
                                    const Side& other) {
    bool met = false;
    side.next.clear();
    for (const NodeId from : side.level) {
        if (++since_check_ == 1024) {
            since_check_ = 0;
            CONFER_CHECK(run.limits.check());
            CONFER_CHECK(memory_.hold(forward_.heap_bytes() + backward_.heap_bytes() + steps_.heap_bytes()));
        }
        CONFER_CHECK(steps_.each(run, step, in, row, {{&from, 1}, {}}, [&](NodeId node, EdgeId) {
            met = other.seen.contains(node);
            if (!met && side.seen.insert(node)) side.next.push_back(node);
            return !met;
        }));
        if (met) break;
    }
    side.level.swap(side.next);
    return met;
}

Result<std::optional<std::uint32_t>> DistanceSearch::find(RunContext& run, const Plan& plan, const RowBatch& in,
                                                          RowIndex row, NodeId start, NodeId target) {
    if (start == target) return std::optional<std::uint32_t>(0);
    forward_.begin(start);
    backward_.begin(target);
    for (std::uint32_t distance = 1; distance <= plan.most; ++distance) {
        const bool forward = goes_forward(run.graph.topology(), plan);
        Side &side = forward ? forward_ : backward_, &other = forward ? backward_ : forward_;
        CONFER_TRY(const bool met, expand(run, forward ? plan.forward : plan.backward, in, row, side, other));
        if (met) return std::optional(distance);
        if (side.level.empty()) break;
    }
    return std::optional<std::uint32_t>();
}

}  // namespace confer::engine::exec
