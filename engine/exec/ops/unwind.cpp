#include "exec/ops/unwind.h"

#include <algorithm>

#include "function/builtin/number_range.h"

namespace confer::engine::exec {

namespace {

struct UnwindState final : Operator::State {
    UnwindState(const Operator& operator_, std::size_t columns, RunContext& run, const Frame* frame)
        : input(operator_, run, frame), columns(columns), scratch(columns) {}

    Input input;
    std::vector<const Column*> columns;  // the list, or the arguments of `range`
    std::vector<Column> scratch;
    Value list;                    // of the row that is read now
    builtin::NumberRange numbers;  // or these
    std::uint64_t size = 0;        // of either
    bool row_open = false;
    std::uint64_t given = 0;
    std::vector<RowIndex> rows;
};

Result<void> compute_columns(const Unwind::Spec& spec, RunContext& run, UnwindState& at) {
    for (std::size_t i = 0; i < at.columns.size(); ++i) {
        const Evaluator& expr = spec.list != nullptr ? *spec.list : *spec.range[i];
        CONFER_TRY(at.columns[i], expr.view(run, at.input.batch, at.scratch[i]));
    }
    return {};
}

Result<void> open_row(const Unwind::Spec& spec, UnwindState& at, RowIndex row) {
    at.row_open = true;
    at.given = at.size = 0;
    if (spec.list != nullptr) {
        at.list = at.columns.front()->get(row);
        at.size = at.list.is(Kind::list) ? at.list.as_list().size() : at.list.is_null() ? 0 : 1;
        return {};
    }
    ValueList arguments;
    for (const Column* const column : at.columns) arguments.push_back(column->get(row));
    if (std::any_of(arguments.begin(), arguments.end(), [](const Value& value) { return value.is_null(); })) return {};
    Result<builtin::NumberRange> numbers = builtin::number_range(arguments);
    if (!numbers) {
        Error error = std::move(numbers).error();
        return operator_error(error.code, spec.span, std::move(error.message), std::move(error.hints));
    }
    at.numbers = numbers.value();
    at.size = at.numbers.size;
    return {};
}

Result<void> give_elements(const Unwind::Spec& spec, const UnwindState& at, std::size_t count, Column& out) {
    const std::size_t first = at.rows.size();
    out.resize(first + count);
    if (spec.list == nullptr && out.kind() == ColumnKind::integer) {
        for (std::size_t i = 0; i < count; ++i) out.integers()[first + i] = at.numbers[at.given + i];
        return {};
    }
    for (std::size_t i = 0; i < count; ++i) {
        const Value value = spec.list == nullptr     ? Value(at.numbers[at.given + i])
                            : at.list.is(Kind::list) ? at.list.as_list()[at.given + i]
                                                     : at.list;
        if (!out.accepts(value)) {
            return operator_error(
                ErrorCode::invalid_argument_type, spec.span,
                std::string("the list holds a ") + kind_name(value.kind()) + " among elements of another kind");
        }
        out.set(first + i, value);
    }
    return {};
}

}  // namespace

StatePtr Unwind::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<UnwindState>(*input_, spec_.list != nullptr ? 1 : spec_.range.size(), run, frame);
}

void Unwind::rewind(State& state) const {
    auto& at = static_cast<UnwindState&>(state);
    at.input.rewind();
    at.row_open = false;
}

Result<Step> Unwind::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<UnwindState&>(state);
    begin_rows(out, spec_.kinds);
    at.rows.clear();
    while (at.rows.empty()) {
        if (at.input.at_end()) {
            CONFER_TRY(const bool more, at.input.pull(run));
            if (!more) return Step::done;
            CONFER_CHECK(compute_columns(spec_, run, at));
        }
        while (!at.input.at_end() && at.rows.size() < batch_rows) {
            const RowIndex row = at.input.row();
            if (!at.row_open) CONFER_CHECK(open_row(spec_, at, row));
            const std::uint64_t size = at.input.is_wanted(spec_.tag) ? at.size : at.given;
            const std::size_t take = std::min<std::uint64_t>(size - at.given, batch_rows - at.rows.size());
            if (spec_.element != Layout::absent)
                CONFER_CHECK(give_elements(spec_, at, take, out.columns[spec_.element]));
            if (spec_.position != Layout::absent) {
                Column& position = out.columns[spec_.position];
                for (std::size_t i = 0; i < take; ++i)
                    position.append(spec_.first + static_cast<std::int64_t>(at.given + i));
            }
            at.rows.insert(at.rows.end(), take, row);
            at.given += take;
            if (at.given < size) break;
            at.row_open = false;
            at.list = Value();
            ++at.input.next;
        }
    }
    carry_rows(at.input.batch, spec_.carried, at.rows, out);
    return Step::more;
}

}  // namespace confer::engine::exec
