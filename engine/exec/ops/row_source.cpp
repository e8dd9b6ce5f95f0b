#include "exec/ops/row_source.h"

namespace confer::engine::exec {

namespace {

struct SourceState final : Operator::State {
    std::size_t next = 0;
    Selection all;
};

}  // namespace

StatePtr RowSource::open(RunContext&, const Frame*) const {
    return std::make_unique<SourceState>();
}

void RowSource::rewind(State& state) const {
    static_cast<SourceState&>(state).next = 0;
}

Result<Step> RowSource::next(RunContext&, State& state, RowBatch& out) const {
    auto& at = static_cast<SourceState&>(state);
    begin_rows(out, kinds_);
    while (at.next < batches_.size() && batches_[at.next].row_count() == 0) ++at.next;
    if (at.next == batches_.size()) return Step::done;
    const RowBatch& batch = batches_[at.next++];
    carry_rows(batch, carried_, selected_rows(batch, at.all), out);
    out.set_row_count(batch.row_count());
    return Step::more;
}

}  // namespace confer::engine::exec
