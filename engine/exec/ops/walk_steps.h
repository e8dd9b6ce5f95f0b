#pragma once
// WalkSteps: the relationships by which a walk may go on from a node: those of the right types and directions that
// meet the step's conditions.
//
// Cost       one copy of the node's adjacency; one evaluation of the conditions a node.
#include <limits>

#include "exec/ops/expand.h"

namespace confer::engine::exec {

// One step of a turn. Its conditions are over the input's columns and further ones: what the step adds, and what the
// turn has been through.
struct WalkStep {
    struct Past {
        std::uint32_t column;
        bool is_node;
        std::uint32_t position;  // among the turn's nodes or relationships so far
    };
    std::vector<Leg> legs;
    std::vector<EvaluatorPtr> conditions;
    std::vector<std::uint32_t> read;  // the input's columns that they read
    std::vector<Past> past;
    std::uint32_t relationship = Layout::absent, node = Layout::absent;  // columns of what the step adds
    std::vector<ColumnKind> kinds;                                       // of all these columns
};

// Walks of `least` to `most` turns, each turn of the same steps.
struct WalkSpec {
    ExpandSpec ends;  // `to` is present when the other end is bound; `relationship`: the list of them
    std::vector<WalkStep> turn;
    std::uint32_t least = 1, most = std::numeric_limits<std::uint32_t>::max();
    bool reversed = false;                  // the list is turned round
    std::uint32_t length = Layout::absent;  // column of the output: how many relationships
};

// How many relationships the step may take, its conditions aside, from node_at(begin) to node_at(end - 1).
template <class NodeAt>
std::size_t count_ways(const Topology& topology, const WalkStep& step, std::size_t begin, std::size_t end,
                       NodeAt node_at) {
    std::size_t ways = 0;
    for (const Leg& leg : step.legs) {
        const Adjacency& adjacency = topology.adjacency(leg.type, leg.direction);
        for (std::size_t i = begin; i < end; ++i) ways += adjacency.degree(node_at(i));
    }
    return ways;
}

// What the turn has been through: its first node, and one more for each relationship.
struct TurnSoFar {
    std::span<const NodeId> nodes;
    std::span<const EdgeId> edges;
};

// Replaces `taken` by the relationships that other parts of the pattern have in the row.
void take_edges(const ExpandSpec& spec, const RowBatch& in, RowIndex row, std::vector<EdgeId>& taken);

class WalkSteps {
public:
    std::vector<EdgeId> edges;
    std::vector<NodeId> nodes;

    // Appends the ways on from the turn's last node, for a walk that belongs to `row` of `in`.
    Result<void> append(RunContext& run, const WalkStep& step, const RowBatch& in, RowIndex row, TurnSoFar turn);
    // Calls visit(node, edge) for each of them until it says no; appends nothing.
    template <class Visit>
    Result<void> each(RunContext& run, const WalkStep& step, const RowBatch& in, RowIndex row, TurnSoFar turn,
                      Visit&& visit) {
        if (step.conditions.empty()) {
            const NodeId from = turn.nodes.back();
            for (const Leg& leg : step.legs) {
                const Neighbours ways = run.graph.topology().adjacency(leg.type, leg.direction)[from];
                for (std::size_t i = 0; i < ways.size(); ++i) {
                    if (leg.skip_loops && ways.nodes[i] == from) continue;
                    if (!visit(ways.nodes[i], ways.edges[i])) return {};
                }
            }
            return {};
        }
        const std::size_t first = size();
        CONFER_CHECK(append(run, step, in, row, turn));
        for (std::size_t i = first; i < size(); ++i)
            if (!visit(nodes[i], edges[i])) break;
        cut(first);
        return {};
    }
    void cut(std::size_t size) {
        edges.resize(size);
        nodes.resize(size);
    }
    std::size_t size() const { return edges.size(); }
    std::size_t heap_bytes() const { return (edges.capacity() + nodes.capacity()) * sizeof(std::uint32_t); }

private:
    Result<void> filter(RunContext& run, const WalkStep& step, const RowBatch& in, RowIndex row, TurnSoFar turn,
                        std::size_t first);

    RowBatch candidates_;
};

}  // namespace confer::engine::exec
