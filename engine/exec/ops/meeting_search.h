#pragma once
// MeetingSearch: the shortest walks from a node, to one other node or to every one that can be reached.
//
// To one node it searches breadth-first from both ends, always where there is less to do, until the two sides meet; to
// every node from the start alone. Walks have one step a turn. Where one walk is wanted of several that are equally
// short, it is the first when relationships are compared from the start on: by type, direction, neighbour and id.
//
// Threads    one thread.
// Errors     those of the conditions; the run's limits.
// Cost       begin: O(nodes + relationships seen); next: O(length). What was allocated is kept for the next search.
// Source     Pohl, "Bi-directional search", Machine Intelligence 6, 1971.
#include <optional>

#include "exec/memory_charge.h"
#include "exec/ops/node_positions.h"
#include "exec/ops/walk_steps.h"

namespace confer::engine::exec {

class MeetingSearch {
public:
    explicit MeetingSearch(RunContext& run);

    // What the searches of one operator have in common; both refer to the operator.
    struct Plan {
        const WalkSpec& walk;
        const WalkStep& backward;  // its step, from the end
        bool all;                  // every shortest walk, or one for each end
    };
    // `target`: no_id for every node. REQUIRES: start != target, unless walks may have no relationships.
    Result<void> begin(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row, NodeId start,
                       NodeId target);
    // Goes to the next walk; false when there is none.
    Result<bool> next(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row);
    const std::vector<EdgeId>& edges() const { return edges_; }
    NodeId end() const { return end_; }

    // The length of the shortest walk of one relationship or more from `start` back to it, none of them used twice.
    // REQUIRES: conditions ask the relationships alone, unless they have a direction.
    Result<std::optional<std::uint32_t>> closed_length(RunContext& run, const Plan& plan, const RowBatch& in,
                                                       RowIndex row, NodeId start);

private:
    struct Link {
        EdgeId edge;
        std::uint32_t from;  // position of the node that it comes from
        std::uint32_t next;  // another link to the same node, from the same level
    };
    struct Reached {
        NodeId node;
        std::uint32_t depth;
        std::uint32_t first, last;  // links that lead to it
    };
    struct Side {
        explicit Side(NodeId graph_nodes) : positions(graph_nodes) {}

        NodePositions positions;
        std::vector<Reached> reached;  // in the order in which they were
        std::vector<Link> links;
        std::size_t level = 0;  // where the last level begins
        std::uint32_t depth = 0;

        void begin(NodeId node);
        std::uint32_t reach(NodeId node, EdgeId edge, std::uint32_t from);
        void reach_again(std::uint32_t position, EdgeId edge, std::uint32_t from);
        std::size_t ways_from(const Topology& topology, const WalkStep& step, std::size_t begin, std::size_t end) const;
        std::size_t waiting() const { return reached.size() - level; }
        std::size_t heap_bytes() const;
    };
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    Result<void> expand(RunContext& run, const WalkStep& step, const Plan& plan, const RowBatch& in, RowIndex row,
                        Side& side, const Side& other);
    Result<void> find_first_meeting(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row,
                                    std::size_t begin, std::size_t position, std::size_t end);
    bool goes_forward(const Topology& topology, const Plan& plan) const;
    Result<void> check(RunContext& run);
    void note_meetings();
    void extend_chain(bool to_target);
    bool advance();
    Result<void> take_walk(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row);
    Result<void> go_to_target(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row);

    MemoryCharge memory_;
    WalkSteps steps_;
    Side forward_, backward_;
    NodeId target_ = no_id;
    std::uint32_t first_meeting_ = none;  // its position on the forward side
    bool met_ = false;                    // during an expansion
    std::uint32_t since_check_ = 0;
    std::vector<std::uint32_t> meetings_;  // positions on the forward side
    std::size_t next_meeting_ = 0;
    // Links of the walk that is given now: from the meeting to the target, then from the meeting back to the start.
    std::vector<std::uint32_t> chain_;
    std::size_t to_target_ = 0;
    bool at_walk_ = false;
    std::vector<EdgeId> branches_;  // by position: the first relationship of the walk there
    std::vector<EdgeId> edges_;
    NodeId end_ = no_id;
};

}  // namespace confer::engine::exec
