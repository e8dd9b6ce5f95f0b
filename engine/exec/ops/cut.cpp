#include "exec/ops/cut.h"

#include <limits>

namespace confer::engine::exec {

namespace {

struct CutState final : Operator::State {
    StatePtr input;
    const Frame* frame = nullptr;
    bool opened = false;
    std::uint64_t first = 0, last = 0;  // rows [first, last) are given
    std::vector<std::uint64_t> seen;    // by tag; one without tags
    std::uint64_t unfinished = 0;       // tags that have not reached `last`
};

}  // namespace

Result<std::uint64_t> RowCount::read(RunContext& run) const {
    RowBatch one;
    one.set_row_count(1);
    Column scratch;
    CONFER_TRY(const Column* const column, expr_->view(run, one, scratch));
    const Value value = column->get(0);
    if (!value.is(Kind::integer)) {
        return operator_error(ErrorCode::invalid_row_count, span_,
                              "`" + std::string(clause_) + "` takes an Integer, not " +
                                  (value.is_null() ? "null" : "a " + std::string(kind_name(value.kind()))),
                              {"give it a whole number, 0 or more"});
    }
    if (value.as_integer() < 0) {
        return operator_error(
            ErrorCode::negative_integer_argument, span_,
            "`" + std::string(clause_) + "` can't take the negative number " + std::to_string(value.as_integer()),
            {"give it 0 or more"});
    }
    return static_cast<std::uint64_t>(value.as_integer());
}

Result<std::uint64_t> read_path_count(const RowCount& count, RunContext& run) {
    if (!count.present()) return std::uint64_t{1};
    CONFER_TRY(const std::uint64_t number, count.read(run));
    if (number > 0) return number;
    return operator_error(ErrorCode::invalid_argument_value, count.span(), "at least one path has to be selected",
                          {"give a number from 1 on"});
}

StatePtr Cut::open(RunContext& run, const Frame* frame) const {
    auto state = std::make_unique<CutState>();
    state->input = input_->open(run, frame);
    state->frame = frame;
    return state;
}

void Cut::rewind(State& state) const {
    auto& at = static_cast<CutState&>(state);
    input_->rewind(*at.input);
    at.opened = false;
}

Result<Step> Cut::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<CutState&>(state);
    if (!at.opened) {
        at.first = 0;
        at.last = std::numeric_limits<std::uint64_t>::max();
        if (skip_.present()) {
            CONFER_TRY(at.first, skip_.read(run));
        }
        if (limit_.present()) {
            CONFER_TRY(const std::uint64_t limit, limit_.read(run));
            at.last = at.first + limit < at.first ? at.last : at.first + limit;
        }
        const bool tagged = tag_ != Layout::absent;
        at.seen.assign(tagged ? at.frame->rows->row_count() : 1, 0);
        at.unfinished = at.first == at.last ? 0 : tagged ? at.frame->rows->selected_count() : 1;
        at.opened = true;
    }
    while (at.unfinished != 0) {
        CONFER_CHECK(run.limits.check());
        CONFER_TRY(const Step step, input_->next(run, *at.input, out));
        if (step == Step::done) break;
        Selection kept;
        out.for_each_row([&](RowIndex row) {
            std::uint64_t& seen = at.seen[tag_ == Layout::absent ? 0 : out.columns[tag_].ids()[row]];
            if (seen >= at.last) return;
            if (seen++ >= at.first) kept.push_back(row);
            if (seen == at.last) --at.unfinished;
        });
        if (kept.empty()) continue;
        out.select(std::move(kept));
        return Step::more;
    }
    out.select_all();
    out.set_row_count(0);
    return Step::done;
}

}  // namespace confer::engine::exec
