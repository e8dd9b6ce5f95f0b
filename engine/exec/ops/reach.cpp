// Breadth-first. Against directions (`either`) the search would come back to its start by the relationship that it left
// by, which no walk may do. There, `branch` remembers by which first relationship each node was reached: a shortest
// closed walk through the start is one that joins two branches.
#include "exec/ops/reach.h"

#include <algorithm>

#include "exec/memory_charge.h"
#include "exec/ops/ends_input.h"
#include "exec/ops/node_positions.h"

namespace confer::engine::exec {

namespace {

struct Reached {
    NodeId node;
    std::uint32_t depth;
    EdgeId branch;  // the first relationship of the walk there
};

struct ReachState final : Operator::State {
    ReachState(const Operator& operator_, RunContext& run, const Frame* frame)
        : input(operator_, run, frame), memory(run.limits), seen(run.graph.node_count()) {}

    EndsInput input;
    MemoryCharge memory;

    NodePositions seen;  // in `queue`
    std::vector<Reached> queue;
    std::vector<EdgeId> taken;   // relationships that other parts of the pattern have
    std::vector<NodeId> result;  // of the row that is read now
    std::size_t given = 0;
    WalkSteps steps;
    std::vector<RowIndex> rows;
    std::vector<NodeId> nodes;

    // Adds the node unless it is there; its position before, or absent.
    std::uint32_t see(Reached reached) {
        const std::uint32_t known = seen.insert(reached.node, static_cast<std::uint32_t>(queue.size()));
        if (known == NodePositions::absent) queue.push_back(reached);
        return known;
    }
};

bool runs_both_ways(const WalkSpec& spec) {
    const std::vector<Leg>& legs = spec.turn.front().legs;
    return std::any_of(legs.begin(), legs.end(), [](const Leg& leg) { return leg.skip_loops; });
}

// Whether going from the reached node `from` over `edge` to the seen node `to` closes a walk through the start.
bool closes(const WalkSpec& spec, NodeId start, const Reached& from, EdgeId edge, const Reached& to) {
    if (to.node == start) return from.node == start || from.branch != edge;
    if (from.node == start) return to.branch != edge && to.depth + 1 <= spec.most;
    return to.branch != from.branch && std::uint64_t{from.depth} + to.depth + 1 <= spec.most;
}

Result<void> search(const WalkSpec& spec, RunContext& run, ReachState& at, RowIndex row) {
    const NodeId start = at.input.from[row];
    const bool both_ways = runs_both_ways(spec);
    bool returned = spec.least == 0;
    at.result.clear();
    at.given = 0;
    if (returned) at.result.push_back(start);
    take_edges(spec.ends, at.input.batch, row, at.taken);
    at.see({start, 0, no_id});
    const bool into = spec.ends.to.present();
    const NodeId target = into ? at.input.to[row] : no_id;
    for (std::size_t next = 0; next < at.queue.size(); ++next) {
        if (next % 4096 == 4095) {
            CONFER_CHECK(run.limits.check());
            CONFER_CHECK(at.memory.hold(at.queue.capacity() * sizeof(Reached) + at.seen.heap_bytes()));
        }
        const Reached from = at.queue[next];
        if (from.depth >= spec.most) break;
        const auto reach = [&](NodeId node, EdgeId edge) {
            if (std::find(at.taken.begin(), at.taken.end(), edge) != at.taken.end()) return true;
            const std::uint32_t known = at.see({node, from.depth + 1, from.node == start ? edge : from.branch});
            if (known != NodePositions::absent) {
                if (!returned && (both_ways ? closes(spec, start, from, edge, at.queue[known]) : node == start)) {
                    returned = true;
                    at.result.push_back(start);
                }
                return true;
            }
            at.result.push_back(node);
            return true;
        };
        CONFER_CHECK(at.steps.each(run, spec.turn.front(), at.input.batch, row, {{&from.node, 1}, {}}, reach));
        if (into && (target == start ? returned : at.seen.find(target) != NodePositions::absent)) break;
    }
    at.seen.clear();
    at.queue.clear();
    if (into) {
        const bool found = std::find(at.result.begin(), at.result.end(), target) != at.result.end();
        at.result.assign(found ? 1 : 0, target);
    }
    return {};
}

}  // namespace

StatePtr Reach::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<ReachState>(*input_, run, frame);
}

void Reach::rewind(State& state) const {
    auto& at = static_cast<ReachState&>(state);
    at.input.rewind();
}

Result<Step> Reach::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<ReachState&>(state);
    const ExpandSpec& ends = spec_.ends;
    begin_rows(out, ends.kinds);
    at.rows.clear();
    at.nodes.clear();
    CONFER_TRY(const bool more, at.input.give_rows(run, ends, at.rows, [&](RowIndex row) -> Result<bool> {
        if (!at.input.row_open) CONFER_CHECK(search(spec_, run, at, row));
        const std::size_t take = std::min(at.result.size() - at.given, batch_rows - at.rows.size());
        at.rows.insert(at.rows.end(), take, row);
        for (std::size_t i = 0; i < take; ++i) at.nodes.push_back(at.result[at.given++]);
        return at.given < at.result.size();
    }));
    if (!more) return Step::done;
    carry_rows(at.input.batch, ends.carried, at.rows, out);
    if (ends.new_node != Layout::absent) out.columns[ends.new_node].ids() = at.nodes;
    return Step::more;
}

}  // namespace confer::engine::exec
