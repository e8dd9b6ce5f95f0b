#pragma once
// DistanceSearch: how many relationships the shortest walk between two nodes has. Walks have one step a turn.
//
// It searches breadth-first from both ends, always where there is less to do, until one side comes to a node that the
// other has seen. It keeps no more than which nodes those are: who wants the walk itself takes MeetingSearch.
//
// Threads    one thread.
// Errors     those of the conditions; the run's limits.
// Cost       O(nodes + relationships seen); some 4 bytes a node. What was allocated is kept for the next search.
// Source     Pohl, "Bi-directional search", Machine Intelligence 6, 1971.
#include <optional>

#include "exec/memory_charge.h"
#include "exec/ops/node_set.h"
#include "exec/ops/walk_steps.h"

namespace confer::engine::exec {

class DistanceSearch {
public:
    explicit DistanceSearch(RunContext& run);

    struct Plan {
        const WalkStep& forward;
        const WalkStep& backward;  // the same, from the end
        std::uint32_t most;
    };
    // Nothing when `most` relationships don't suffice. The distance of a node from itself is 0.
    Result<std::optional<std::uint32_t>> find(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row,
                                              NodeId start, NodeId target);

private:
    struct Side {
        explicit Side(NodeId graph_nodes) : seen(graph_nodes) {}

        NodeSet seen;
        std::vector<NodeId> level, next;  // the nodes to go on from; those that are found from there

        void begin(NodeId node);
        std::size_t ways(const Topology& topology, const WalkStep& step) const;
        std::size_t heap_bytes() const;
    };

    Result<bool> expand(RunContext& run, const WalkStep& step, const RowBatch& in, RowIndex row, Side& side,
                        const Side& other);
    bool goes_forward(const Topology& topology, const Plan& plan) const;

    MemoryCharge memory_;
    WalkSteps steps_;
    Side forward_, backward_;
    std::uint32_t since_check_ = 0;
};

}  // namespace confer::engine::exec
