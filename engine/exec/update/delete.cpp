// All that is to be deleted is found first: the clause sees the graph before it. Then relationships go before nodes, so
// that the order in which they are written doesn't matter.
#include "exec/update/new_properties_internal.h"
#include "exec/update/update.h"
#include "value/format.h"

namespace confer::engine::exec {

namespace {

struct Found {
    std::vector<NodeId> nodes;
    std::vector<EdgeId> edges;
};

Result<void> find(const Value& value, SourceSpan span, Found& found) {
    switch (value.kind()) {
        case Kind::null:
            return {};
        case Kind::node:
            found.nodes.push_back(value.as_node());
            return {};
        case Kind::relationship:
            found.edges.push_back(value.as_relationship());
            return {};
        case Kind::path:
            found.nodes.insert(found.nodes.end(), value.as_path().nodes.begin(), value.as_path().nodes.end());
            found.edges.insert(found.edges.end(), value.as_path().edges.begin(), value.as_path().edges.end());
            return {};
        default:
            return update_error(ErrorCode::invalid_argument_type, span,
                                "`DELETE` deletes nodes, relationships and paths, and this is " + to_literal(value));
    }
}

void detach(NodeId node, GraphEdit& edit) {
    std::vector<EdgeId> edges;
    for (const Direction direction : {Direction::outgoing, Direction::incoming})
        edit.each_relationship(node, direction, std::nullopt, [&](EdgeId edge) { edges.push_back(edge); });
    for (const EdgeId edge : edges) edit.delete_relationship(edge);
}

}  // namespace

Result<void> delete_elements(const typed::Delete& clause, const RowSet& rows, GraphEdit& edit, RunContext& run) {
    const Layout layout = rows.layout();
    std::vector<RowExpr> targets;
    for (const typed::ExprPtr& target : clause.targets) {
        CONFER_TRY(RowExpr expr,
                   RowExpr::compile(*target, layout, layout.column_count(), RowExpr::Sees::graph_before, edit.view()));
        targets.push_back(std::move(expr));
    }
    const CurrentRow nothing({});
    Found found;
    for (const RowBatch& batch : rows.batches) {
        CONFER_CHECK(run.limits.check());
        for (RowExpr& target : targets) {
            CONFER_CHECK(target.begin(run, batch));
            for (RowIndex row = 0; row < batch.row_count(); ++row) {
                CONFER_TRY(const Value value, target.value(run, row, nothing));
                CONFER_CHECK(find(value, target.span(), found));
            }
        }
    }
    for (const EdgeId edge : found.edges) edit.delete_relationship(edge);
    for (const NodeId node : found.nodes) {
        if (clause.detach && !edit.is_deleted(node)) detach(node, edit);
    }
    for (const NodeId node : found.nodes) edit.delete_node(node);
    return {};
}

}  // namespace confer::engine::exec
