#pragma once
// WalkSteps: the relationships by which a walk may go on from a node: those of the right types and directions that
// meet the conditions on each relationship.
//
// Cost       one copy of the node's adjacency; one evaluation of the conditions a node.
#include "exec/ops/expand.h"

namespace confer::engine::exec {

struct WalkConditions {
    std::vector<EvaluatorPtr> conditions;  // over the input's columns and one more, the relationship
    std::vector<std::uint32_t> read;       // the input's columns that they read
    std::uint32_t each = Layout::absent;   // the column of the relationship
    std::vector<ColumnKind> kinds;         // of all these columns
};

class WalkSteps {
public:
    std::vector<EdgeId> edges;
    std::vector<NodeId> nodes;

    // Appends the ways on from `node`, for a walk that belongs to `row` of `in`.
    Result<void> append(RunContext& run, const std::vector<Leg>& legs, const WalkConditions& conditions,
                        const RowBatch& in, RowIndex row, NodeId node);
    void cut(std::size_t size) {
        edges.resize(size);
        nodes.resize(size);
    }
    std::size_t size() const { return edges.size(); }
    std::size_t heap_bytes() const { return (edges.capacity() + nodes.capacity()) * sizeof(std::uint32_t); }

private:
    Result<void> filter(RunContext& run, const WalkConditions& conditions, const RowBatch& in, RowIndex row,
                        std::size_t first);

    RowBatch candidates_;
};

}  // namespace confer::engine::exec
