#pragma once
// Drawn: what CREATE and MERGE add for one row, with names settled.
#include "exec/update/new_properties_internal.h"

namespace confer::engine::exec {

class Drawn {
public:
    struct Node {
        bool bound = false;
        std::uint32_t slot;  // in the layout with the clause's own variables
        SourceSpan span;
        std::vector<LabelId> labels;
        NewProperties properties;
    };
    struct Relationship {
        std::uint32_t slot;
        std::size_t from, to;
        bool undirected = false;
        TypeId type;
        SourceSpan span;
        NewProperties properties;
    };

    // `layout` has the columns of the rows; the drawing's new variables are added to it.
    static Result<Drawn> compile(const typed::Drawing& drawing, Layout& layout, RowExpr::Sees sees, GraphEdit& edit,
                                 RunContext& run);

    const std::vector<Node>& nodes() const { return nodes_; }
    const std::vector<Relationship>& relationships() const { return relationships_; }
    Result<void> begin(RunContext& run, const RowBatch& batch);
    // Whether properties read what is made before them in the same row.
    bool is_by_row() const;

    // The nodes that the row brings; the others no_id. Errors: invalid_argument_value for one that is null and has
    // relationships drawn to it; deleted_entity_access.
    Result<std::vector<NodeId>> bound_nodes(const RowBatch& batch, RowIndex row, const GraphEdit& edit) const;
    // Adds the nodes that are no_id, and all relationships. `current`: the row, filled, if is_by_row().
    Result<void> add(RunContext& run, RowIndex row, CurrentRow& current, std::vector<NodeId>& nodes,
                     std::vector<EdgeId>& edges, GraphEdit& edit) const;
    // The clause's variables: calls give(slot, value) for each.
    template <class Give>
    void each_variable(const std::vector<NodeId>& nodes, const std::vector<EdgeId>& edges, Give&& give) const {
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            if (!nodes_[i].bound) give(nodes_[i].slot, Value::node(nodes[i]));
        for (std::size_t i = 0; i < relationships_.size(); ++i)
            give(relationships_[i].slot, Value::relationship(edges[i]));
        for (const Path& path : paths_) {
            PathValue value;
            for (const std::size_t node : path.nodes) value.nodes.push_back(nodes[node]);
            for (const std::size_t edge : path.relationships) value.edges.push_back(edges[edge]);
            give(path.slot, Value(std::move(value)));
        }
    }

private:
    struct Path {
        std::uint32_t slot;
        std::vector<std::size_t> nodes, relationships;
    };
    std::vector<Node> nodes_;
    std::vector<Relationship> relationships_;
    std::vector<Path> paths_;
};

// Says which variables the columns of `rows` hold from now on: those of the layout with the drawing's own.
void name_columns(const typed::Drawing& drawing, const Layout& layout, RowSet& rows);

}  // namespace confer::engine::exec
