#include "exec/update/row_expr_internal.h"
#include "semantics/children.h"

namespace confer::engine::exec {

CurrentRow::CurrentRow(const std::vector<ColumnKind>& kinds) {
    for (const ColumnKind kind : kinds) row_.columns.emplace_back(kind, 1);
    row_.set_row_count(1);
}

void CurrentRow::fill(const RowBatch& batch, RowIndex row) {
    for (std::size_t i = 0; i < batch.columns.size(); ++i) row_.columns[i].set(0, batch.columns[i].get(row));
}

namespace {

bool reads_graph(const typed::Expr& part) {
    if (const auto* call = std::get_if<typed::Call>(&part.node)) return call->function->needs_graph;
    if (const auto* operation = std::get_if<typed::Operation>(&part.node)) return operation->op == typed::Op::index;
    return std::holds_alternative<typed::Property>(part.node) || std::holds_alternative<typed::HasLabels>(part.node) ||
           std::holds_alternative<typed::MapProjection>(part.node);
}

}  // namespace

Result<RowExpr> RowExpr::compile(const typed::Expr& expr, const Layout& layout, std::size_t given, Sees sees,
                                 const PropertyGraph& graph) {
    RowExpr out;
    out.span_ = expr.span;
    CONFER_TRY(out.evaluator_, compile_expr(expr, layout, graph));
    out.by_row_ = typed::any_part(expr, [&](const typed::Expr& part) {
        if (const auto* variable = std::get_if<typed::Variable>(&part.node)) {
            const std::uint32_t slot = layout.slot(variable->id);
            return slot != Layout::absent && slot >= given;
        }
        return sees == Sees::own_work && reads_graph(part);
    });
    return out;
}

Result<void> RowExpr::begin(RunContext& run, const RowBatch& batch) {
    if (by_row_) return {};
    CONFER_TRY(column_, evaluator_->view(run, batch, scratch_));
    return {};
}

Result<Value> RowExpr::value(RunContext& run, RowIndex row, const CurrentRow& current) const {
    if (!by_row_) return column_->get(row);
    Column scratch;
    CONFER_TRY(const Column* const column, evaluator_->view(run, current.batch(), scratch));
    return column->get(0);
}

}  // namespace confer::engine::exec
