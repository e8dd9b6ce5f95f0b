#include "exec/update/drawn_internal.h"

#include <algorithm>

#include "value/format.h"

namespace confer::engine::exec {

Result<Drawn> Drawn::compile(const typed::Drawing& drawing, Layout& layout, RowExpr::Sees sees, GraphEdit& edit,
                             RunContext& run) {
    const std::size_t given = layout.column_count();
    Drawn out;
    for (const typed::DrawnNode& node : drawing.nodes) {
        Node drawn{.bound = node.bound, .slot = 0, .span = node.span, .labels = {}, .properties = {}};
        drawn.slot = node.bound ? layout.slot(node.variable) : layout.add(node.variable, ColumnKind::node);
        for (const std::string& label : node.labels) {
            CONFER_TRY(const LabelId id, intern_label(edit, label, node.span));
            drawn.labels.push_back(id);
        }
        CONFER_TRY(drawn.properties, NewProperties::compile(node.properties, layout, given, sees, edit, run));
        out.nodes_.push_back(std::move(drawn));
    }
    for (const typed::DrawnRelationship& relationship : drawing.relationships) {
        Relationship drawn{.slot = layout.add(relationship.variable, ColumnKind::relationship),
                           .from = relationship.from,
                           .to = relationship.to,
                           .undirected = relationship.undirected,
                           .type = 0,
                           .span = relationship.span,
                           .properties = {}};
        CONFER_TRY(drawn.type, intern_type(edit, relationship.type, relationship.span));
        CONFER_TRY(drawn.properties, NewProperties::compile(relationship.properties, layout, given, sees, edit, run));
        out.relationships_.push_back(std::move(drawn));
    }
    for (const typed::Drawing::Path& path : drawing.paths)
        out.paths_.push_back({layout.add(path.variable, ColumnKind::value), path.nodes, path.relationships});
    return out;
}

Result<void> Drawn::begin(RunContext& run, const RowBatch& batch) {
    for (Node& node : nodes_) CONFER_CHECK(node.properties.begin(run, batch));
    for (Relationship& relationship : relationships_) CONFER_CHECK(relationship.properties.begin(run, batch));
    return {};
}

bool Drawn::is_by_row() const {
    const auto by_row = [](const auto& drawn) { return drawn.properties.is_by_row(); };
    return std::any_of(nodes_.begin(), nodes_.end(), by_row) ||
           std::any_of(relationships_.begin(), relationships_.end(), by_row);
}

Result<std::vector<NodeId>> Drawn::bound_nodes(const RowBatch& batch, RowIndex row, const GraphEdit& edit) const {
    std::vector<NodeId> nodes(nodes_.size(), no_id);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (!nodes_[i].bound) continue;
        const Value value = batch.columns[nodes_[i].slot].get(row);
        if (!value.is(Kind::node)) {
            return update_error(value.is_null() ? ErrorCode::invalid_argument_value : ErrorCode::invalid_argument_type,
                                nodes_[i].span,
                                value.is_null() ? "a relationship can't be made to a node that is null"
                                                : "a relationship joins nodes, and this is " + to_literal(value),
                                {"leave such rows out before, with `WITH * WHERE … IS NOT NULL`"});
        }
        nodes[i] = value.as_node();
        if (edit.is_deleted(nodes[i])) return deleted_entity(nodes_[i].span, value);
    }
    return nodes;
}

Result<void> Drawn::add(RunContext& run, RowIndex row, CurrentRow& current, std::vector<NodeId>& nodes,
                        std::vector<EdgeId>& edges, GraphEdit& edit) const {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (nodes[i] != no_id) continue;
        nodes[i] = edit.create_node(nodes_[i].labels);
        CONFER_CHECK(nodes_[i].properties.give(run, row, current, Value::node(nodes[i]), edit));
        current.set(nodes_[i].slot, Value::node(nodes[i]));
    }
    edges.clear();
    for (const Relationship& drawn : relationships_) {
        const EdgeId edge = edit.create_relationship(nodes[drawn.from], drawn.type, nodes[drawn.to]);
        edges.push_back(edge);
        CONFER_CHECK(drawn.properties.give(run, row, current, Value::relationship(edge), edit));
    }
    return {};
}

void name_columns(const typed::Drawing& drawing, const Layout& layout, RowSet& rows) {
    rows.kinds = layout.kinds();
    rows.variables.resize(rows.kinds.size());
    const auto name = [&](typed::VarId variable) { rows.variables[layout.slot(variable)] = variable; };
    for (const typed::DrawnNode& node : drawing.nodes) name(node.variable);
    for (const typed::DrawnRelationship& relationship : drawing.relationships) name(relationship.variable);
    for (const typed::Drawing::Path& path : drawing.paths) name(path.variable);
}

}  // namespace confer::engine::exec
