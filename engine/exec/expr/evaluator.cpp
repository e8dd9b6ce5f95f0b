#include "exec/expr/evaluator.h"

#include "exec/expr/kernel_internal.h"

namespace confer::engine::exec {

Result<Selection> Evaluator::choose(RunContext& run, const RowView& rows) const {
    Column scratch;
    CONFER_TRY(const Column* const column, compute(run, rows, scratch));
    return rows_where_true(*column, rows, span());
}

Result<void> Evaluator::evaluate(RunContext& run, const RowBatch& batch, Column& out) const {
    CONFER_TRY(const Column* const column, view(run, batch, out));
    if (column != &out) {
        out = *column;
        out.resize(batch.row_count());
    }
    return {};
}

Result<const Column*> Evaluator::view(RunContext& run, const RowBatch& batch, Column& scratch) const {
    if (!batch.empty()) return compute(run, RowView(batch), scratch);
    scratch.reset(kind(), batch.row_count());
    return &scratch;
}

Result<Selection> Evaluator::select(RunContext& run, const RowBatch& batch) const {
    if (batch.empty()) return Selection();
    return choose(run, RowView(batch));
}

}  // namespace confer::engine::exec
