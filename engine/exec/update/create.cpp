#include "exec/update/drawn_internal.h"
#include "exec/update/edit_charge_internal.h"
#include "exec/update/update.h"

namespace confer::engine::exec {

namespace {

// Gives the rows the columns that `layout` has and they have not.
void add_columns(const Layout& layout, const typed::Drawing& drawing, RowSet& rows) {
    name_columns(drawing, layout, rows);
    for (RowBatch& batch : rows.batches) {
        for (std::size_t i = batch.columns.size(); i < rows.kinds.size(); ++i)
            batch.columns.emplace_back(rows.kinds[i], batch.row_count());
    }
}

}  // namespace

Result<void> create(const typed::Create& clause, RowSet& rows, GraphEdit& edit, RunContext& run) {
    Layout layout = rows.layout();
    CONFER_TRY(Drawn drawn, Drawn::compile(clause.drawing, layout, RowExpr::Sees::graph_before, edit, run));
    CurrentRow current(layout.kinds());
    std::vector<NodeId> nodes;
    std::vector<EdgeId> edges;
    add_columns(layout, clause.drawing, rows);
    EditCharge charge(edit, run);
    for (RowBatch& batch : rows.batches) {
        CONFER_CHECK(charge.check());
        CONFER_CHECK(drawn.begin(run, batch));
        for (RowIndex row = 0; row < batch.row_count(); ++row) {
            CONFER_TRY(nodes, drawn.bound_nodes(batch, row, edit));
            if (drawn.is_by_row()) current.fill(batch, row);
            CONFER_CHECK(drawn.add(run, row, current, nodes, edges, edit));
            drawn.each_variable(
                nodes, edges, [&](std::uint32_t slot, Value value) { batch.columns[slot].set(row, std::move(value)); });
        }
    }
    return {};
}

}  // namespace confer::engine::exec
