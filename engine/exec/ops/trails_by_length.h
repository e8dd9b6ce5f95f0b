#pragma once
// TrailsByLength: walks in order of their length, shortest first, none of them using a relationship twice; until there
// are enough for each end.
//
// Depth-first up to one length, then up to the next. On the way to a known target, walks that are too far from it to
// arrive in time are given up.
//
// Threads    one thread.
// Errors     those of the conditions; the run's limits.
// Cost       proportional to the walks up to the longest that is needed, which may be exponentially many.
// Source     Korf, "Depth-first iterative-deepening", Artificial Intelligence 27(1), 1985.
#include <deque>
#include <unordered_map>

#include "exec/memory_charge.h"
#include "exec/ops/node_positions.h"
#include "exec/ops/walk_steps.h"

namespace confer::engine::exec {

class TrailsByLength {
public:
    explicit TrailsByLength(RunContext& run);

    struct Plan {
        const WalkSpec& walk;
        const std::vector<WalkStep>& backward;  // its steps, from the end
        std::uint64_t count;                    // walks for each end, or with `groups` lengths
        bool groups;
        bool ends_differ;
    };
    struct Trail {
        NodeId end;
        std::vector<EdgeId> edges;
    };
    // All that are wanted. `target`: no_id for every node.
    Result<void> collect(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row, NodeId start,
                         NodeId target);
    void clear() { trails.clear(); }

    std::deque<Trail> trails;  // which grows without being held twice

private:
    struct Level {
        std::size_t begin, next;
    };
    struct Taken {
        std::uint64_t trails = 0, lengths = 0;
        std::size_t last_length = 0;
    };

    Result<void> measure(RunContext& run, const Plan& plan, NodeId target);
    Result<void> walk(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row, NodeId start,
                      std::size_t length);
    Result<void> descend(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row);
    Result<void> check(RunContext& run);
    void offer(const Plan& plan, NodeId start, NodeId end);
    bool has_enough(const Plan& plan) const;

    MemoryCharge memory_;
    NodePositions positions_;               // of nodes from which the target can be reached
    std::vector<NodeId> nearest_;           // those nodes, nearest first
    std::vector<std::uint32_t> distances_;  // by position
    NodeId target_ = no_id;
    bool goes_on_ = false;  // some walk could be longer
    std::unordered_map<NodeId, Taken> taken_;
    WalkSteps steps_;
    std::vector<Level> levels_;
    std::vector<EdgeId> walked_;
    std::vector<NodeId> visited_;
    std::size_t held_ = 0;
    std::size_t since_check_ = 0;
};

}  // namespace confer::engine::exec
