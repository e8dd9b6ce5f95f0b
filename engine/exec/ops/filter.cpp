#include "exec/ops/filter.h"

namespace confer::engine::exec {

Result<Step> Filter::next(RunContext& run, State& state, RowBatch& out) const {
    for (;;) {
        CONFER_CHECK(run.limits.check());  // rows that are all refused never reach whoever looks at the clock
        CONFER_TRY(const Step step, input_->next(run, state, out));
        if (step == Step::done) return step;
        CONFER_TRY(Selection selection, condition_->select(run, out));
        if (selection.empty()) continue;
        out.select(std::move(selection));
        return step;
    }
}

Result<Step> Compute::next(RunContext& run, State& state, RowBatch& out) const {
    CONFER_TRY(const Step step, input_->next(run, state, out));
    if (step == Step::done) return step;
    if (out.columns.size() < columns_) out.columns.resize(columns_);
    for (const Item& item : items_) CONFER_CHECK(item.expr->evaluate(run, out, out.columns[item.column]));
    return step;
}

}  // namespace confer::engine::exec
