#include "exec/ops/recall.h"

namespace confer::engine::exec {

namespace {

struct RecallState final : Operator::State {
    StatePtr input;
    const Frame* frame = nullptr;
    std::vector<RowIndex> tags;
};

}  // namespace

StatePtr Recall::open(RunContext& run, const Frame* frame) const {
    auto state = std::make_unique<RecallState>();
    state->input = input_->open(run, frame);
    state->frame = frame;
    return state;
}

void Recall::rewind(State& state) const {
    input_->rewind(*static_cast<RecallState&>(state).input);
}

Result<Step> Recall::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<RecallState&>(state);
    CONFER_TRY(const Step step, input_->next(run, *at.input, out));
    if (step == Step::done) return step;
    // Rows that do not count take the frame's first row, which is as good as any.
    at.tags.assign(out.row_count(), 0);
    const Array<std::uint32_t>& tags = out.columns[spec_.tag].ids();
    out.for_each_row([&](RowIndex row) { at.tags[row] = tags[row]; });
    if (out.columns.size() < spec_.kinds.size()) out.columns.resize(spec_.kinds.size());
    for (const Carry& carry : spec_.carried) {
        out.columns[carry.to].reset(spec_.kinds[carry.to], 0);
        out.columns[carry.to].append_rows(at.frame->rows->columns[carry.from], at.tags);
    }
    return step;
}

}  // namespace confer::engine::exec
