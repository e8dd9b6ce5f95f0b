#include "exec/ops/trails_by_length.h"

#include <algorithm>

#include "base/allocated.h"

namespace confer::engine::exec {

namespace {

constexpr std::size_t bytes_of_an_end = 64;  // in the table of what was taken

}  // namespace

TrailsByLength::TrailsByLength(RunContext& run) : memory_(run.limits), positions_(run.graph.node_count()) {}

Result<void> TrailsByLength::check(RunContext& run) {
    since_check_ += 1 + walked_.size() / 64;  // each step looks along the walk
    if (since_check_ < 1024) return {};
    since_check_ = 0;
    CONFER_CHECK(run.limits.check());
    return memory_.hold(held_ + positions_.heap_bytes() + steps_.heap_bytes());
}

// How many relationships each node is away from the target at least, whatever conditions say.
Result<void> TrailsByLength::measure(RunContext& run, const Plan& plan, NodeId target) {
    positions_.clear();
    nearest_.assign(1, target);
    distances_.assign(1, 0);
    positions_.insert(target, 0);
    for (std::size_t at = 0; at < nearest_.size(); ++at) {
        CONFER_CHECK(check(run));
        for (const WalkStep& step : plan.backward) {
            for (const Leg& leg : step.legs) {
                for (const NodeId node : run.graph.topology().adjacency(leg.type, leg.direction)[nearest_[at]].nodes) {
                    const auto next = static_cast<std::uint32_t>(nearest_.size());
                    if (positions_.insert(node, next) != NodePositions::absent) continue;
                    nearest_.push_back(node);
                    distances_.push_back(distances_[at] + 1);
                }
            }
        }
    }
    return {};
}

Result<void> TrailsByLength::collect(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row, NodeId start,
                                     NodeId target) {
    trails.clear();
    taken_.clear();
    held_ = 0;
    target_ = target;
    if (plan.count == 0) return {};
    if (target != no_id) CONFER_CHECK(measure(run, plan, target));
    for (std::uint32_t turns = plan.walk.least; turns <= plan.walk.most; ++turns) {
        goes_on_ = false;
        CONFER_CHECK(walk(run, plan, in, row, start, turns * plan.walk.turn.size()));
        if (!goes_on_ || has_enough(plan)) break;
    }
    return {};
}

bool TrailsByLength::has_enough(const Plan& plan) const {
    if (target_ == no_id) return false;
    const auto taken = taken_.find(target_);
    return taken != taken_.end() && (plan.groups ? taken->second.lengths : taken->second.trails) >= plan.count;
}

void TrailsByLength::offer(const Plan& plan, NodeId start, NodeId end) {
    if (target_ != no_id && end != target_) return;
    if (plan.ends_differ && end == start && !walked_.empty()) return;
    Taken& taken = taken_[end];
    if (!plan.groups) {
        if (taken.trails == plan.count) return;
    } else if (taken.lengths == 0 || taken.last_length != walked_.size()) {
        if (taken.lengths == plan.count) return;
        ++taken.lengths;
        taken.last_length = walked_.size();
    }
    if (taken.trails++ == 0) held_ += bytes_of_an_end;
    trails.push_back({end, walked_});
    held_ += sizeof(Trail) + allocated(walked_.size() * sizeof(EdgeId));
}

Result<void> TrailsByLength::descend(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row) {
    const std::size_t steps = plan.walk.turn.size(), turn = walked_.size() - walked_.size() % steps;
    levels_.push_back({steps_.size(), steps_.size()});
    return steps_.append(run, plan.walk.turn[walked_.size() - turn], in, row,
                         {std::span(visited_).subspan(turn), std::span(walked_).subspan(turn)});
}

// The walks of exactly this length.
Result<void> TrailsByLength::walk(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row, NodeId start,
                                  std::size_t length) {
    levels_.clear();
    steps_.cut(0);
    walked_.clear();
    visited_.assign(1, start);
    if (length == 0) {
        offer(plan, start, start);
        goes_on_ = true;
        return {};
    }
    CONFER_CHECK(descend(run, plan, in, row));
    while (!levels_.empty()) {
        CONFER_CHECK(check(run));
        Level& level = levels_.back();
        if (level.next == steps_.size()) {
            steps_.cut(level.begin);
            levels_.pop_back();
            if (walked_.empty()) continue;
            walked_.pop_back();
            visited_.pop_back();
            continue;
        }
        const EdgeId edge = steps_.edges[level.next];
        const NodeId node = steps_.nodes[level.next++];
        if (std::find(walked_.begin(), walked_.end(), edge) != walked_.end()) continue;
        if (target_ != no_id) {
            const std::uint32_t known = positions_.find(node);
            if (known == NodePositions::absent) continue;
            if (walked_.size() + 1 + distances_[known] > length) {
                goes_on_ = true;
                continue;
            }
        }
        walked_.push_back(edge);
        visited_.push_back(node);
        if (walked_.size() < length) {
            CONFER_CHECK(descend(run, plan, in, row));
            continue;
        }
        goes_on_ = true;
        offer(plan, start, node);
        walked_.pop_back();
        visited_.pop_back();
        if (!plan.groups && has_enough(plan)) return {};
    }
    return {};
}

}  // namespace confer::engine::exec
