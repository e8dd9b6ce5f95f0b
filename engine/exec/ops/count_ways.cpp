#include "exec/ops/count_ways.h"

#include "exec/ops/keep_counted.h"

namespace confer::engine::exec {

namespace {

struct CountState final : Operator::State {
    CountState(StatePtr below, RunContext& run, std::size_t memories)
        : input(std::move(below)), counter(run, memories) {}

    StatePtr input;
    WayCounter counter;
    std::vector<std::uint32_t> scratch;
};

}  // namespace

StatePtr CountWays::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<CountState>(input_->open(run, frame), run, spec_.memories);
}

void CountWays::rewind(State& state) const {
    input_->rewind(*static_cast<CountState&>(state).input);
}

Result<Step> CountWays::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<CountState&>(state);
    for (;;) {
        CONFER_CHECK(run.limits.check());
        CONFER_TRY(const Step step, input_->next(run, *at.input, out));
        if (step == Step::done) return step;
        CONFER_TRY(const std::span<const NodeId> nodes, ids_of(out, spec_.from, Kind::node, at.scratch));
        if (out.columns.size() <= spec_.count) out.columns.resize(spec_.count + 1);
        Column& column = out.columns[spec_.count];
        column.reset(ColumnKind::integer, out.row_count());
        CONFER_CHECK(at.counter.count(spec_.ways, out, nodes, column.integers()));
        if (keep_counted(column.integers(), out)) return step;
    }
}

}  // namespace confer::engine::exec
