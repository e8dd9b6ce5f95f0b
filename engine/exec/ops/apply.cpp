// Each keeps the frame that its subplan reads; for SemiApply and EXISTS the frame also says which outer rows need no
// further rows, so that expansions skip them.
#include "exec/ops/apply.h"

#include <algorithm>

#include "exec/memory_charge.h"

namespace confer::engine::exec {

namespace {

struct SubplanState : Operator::State {
    SubplanState(const Operator& input_, const Operator& subplan, RunContext& run, const Frame* outer)
        : input(input_.open(run, outer)), inner(subplan.open(run, &frame)), subplan(&subplan) {}

    StatePtr input;
    Frame frame;
    StatePtr inner;
    const Operator* subplan;
    RowBatch rows;  // of the subplan

    void start(const RowBatch& outer) {
        frame.rows = &outer;
        subplan->rewind(*inner);
    }
    Result<bool> pull(RunContext& run) {
        CONFER_CHECK(run.limits.check());
        CONFER_TRY(const Step step, subplan->next(run, *inner, rows));
        return step == Step::more;
    }
    RowIndex tag(RowIndex row) const { return rows.columns[0].ids()[row]; }
};

// ---- OptionalApply

// A row of the output: an outer row, and the subplan's row that goes with it, if there is one.
struct Pair {
    RowIndex outer, inner;
};
constexpr RowIndex no_row = 0xFFFFFFFFU;

struct OptionalState final : SubplanState {
    using SubplanState::SubplanState;

    RowBatch outer;
    bool open = false;                  // a batch of outer rows is being worked on
    std::vector<std::uint8_t> matched;  // by outer row
    std::size_t passed = 0;             // outer rows (among the selected) before which nothing is missing any more
    std::vector<Pair> pairs;

    RowIndex selected(std::size_t i) const {
        return outer.has_selection() ? outer.selection()[i] : static_cast<RowIndex>(i);
    }
    // Outer rows before `end` that had no row yet: they get their nulls here.
    void add_unmatched(RowIndex end) {
        for (; passed < outer.selected_count() && selected(passed) < end; ++passed)
            if (matched[selected(passed)] == 0) pairs.push_back({selected(passed), no_row});
    }
};

void append_inner(const std::vector<Pair>& pairs, const Column& from, Column& to) {
    Selection stretch;
    const auto flush = [&] {
        if (!stretch.empty()) to.append_rows(from, stretch);
        stretch.clear();
    };
    for (const Pair& pair : pairs) {
        if (pair.inner != no_row) {
            stretch.push_back(pair.inner);
            continue;
        }
        flush();
        to.append(Value());
    }
    flush();
}

void give_pairs(const OptionalApply::Spec& spec, const OptionalState& at, RowBatch& out) {
    begin_rows(out, spec.kinds);
    Selection outer(at.pairs.size());
    std::transform(at.pairs.begin(), at.pairs.end(), outer.begin(), [](const Pair& pair) { return pair.outer; });
    carry_rows(at.outer, spec.outer, outer, out);
    for (const Carry& carry : spec.inner) append_inner(at.pairs, at.rows.columns[carry.from], out.columns[carry.to]);
}

// The subplan's current rows, and before them the outer rows without any.
void pair_rows(OptionalState& at) {
    at.rows.for_each_row([&](RowIndex row) {
        const RowIndex tag = at.tag(row);
        at.add_unmatched(tag);
        at.matched[tag] = 1;
        at.pairs.push_back({tag, row});
    });
}

}  // namespace

StatePtr OptionalApply::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<OptionalState>(*input_, *subplan_, run, frame);
}

void OptionalApply::rewind(State& state) const {
    auto& at = static_cast<OptionalState&>(state);
    input_->rewind(*at.input);
    at.open = false;
}

Result<Step> OptionalApply::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<OptionalState&>(state);
    for (;;) {
        if (!at.open) {
            CONFER_TRY(const Step step, input_->next(run, *at.input, at.outer));
            if (step == Step::done) {
                begin_rows(out, spec_.kinds);
                return step;
            }
            at.start(at.outer);
            at.matched.assign(at.outer.row_count(), 0);
            at.passed = 0;
            at.open = true;
        }
        at.pairs.clear();
        CONFER_TRY(const bool more, at.pull(run));
        if (more) {
            pair_rows(at);
        } else {
            at.add_unmatched(no_row);
            at.open = false;
        }
        if (at.pairs.empty()) continue;
        give_pairs(spec_, at, out);
        return Step::more;
    }
}

// ---- SemiApply

namespace {

// Marks the outer rows for which the subplan has rows, in the frame itself.
Result<void> find_satisfied(RunContext& run, SubplanState& at, const RowBatch& outer) {
    at.frame.satisfied.assign(outer.row_count(), 0);
    at.start(outer);
    std::size_t open = outer.selected_count();
    while (open != 0) {
        CONFER_TRY(const bool more, at.pull(run));
        if (!more) break;
        at.rows.for_each_row([&](RowIndex row) {
            std::uint8_t& satisfied = at.frame.satisfied[at.tag(row)];
            open -= satisfied == 0 ? 1 : 0;
            satisfied = 1;
        });
    }
    return {};
}

}  // namespace

StatePtr SemiApply::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<SubplanState>(*input_, *subplan_, run, frame);
}

void SemiApply::rewind(State& state) const {
    input_->rewind(*static_cast<SubplanState&>(state).input);
}

Result<Step> SemiApply::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<SubplanState&>(state);
    for (;;) {
        CONFER_TRY(const Step step, input_->next(run, *at.input, out));
        if (step == Step::done) return step;
        CONFER_CHECK(find_satisfied(run, at, out));
        Selection kept;
        out.for_each_row([&](RowIndex row) {
            if ((at.frame.satisfied[row] != 0) != anti_) kept.push_back(row);
        });
        if (kept.empty()) continue;
        out.select(std::move(kept));
        return step;
    }
}

// ---- SubqueryApply

namespace {

struct SubqueryState final : SubplanState {
    SubqueryState(const Operator& input, const Operator& subplan, RunContext& run, const Frame* outer)
        : SubplanState(input, subplan, run, outer), memory(run.limits) {}

    MemoryCharge memory;
    Column scratch;
    std::vector<ValueList> lists;  // by outer row
};

Result<void> count_rows(RunContext& run, const SubqueryApply::Spec& spec, SubqueryState& at, const RowBatch& outer,
                        Column& out) {
    out.reset(ColumnKind::integer, outer.row_count());
    std::fill(out.integers().begin(), out.integers().end(), 0);
    at.start(outer);
    for (;;) {
        CONFER_TRY(const bool more, at.pull(run));
        if (!more) return {};
        if (!spec.result) {
            at.rows.for_each_row([&](RowIndex row) { ++out.integers()[at.tag(row)]; });
            continue;
        }
        CONFER_TRY(const Column* const times, spec.result->view(run, at.rows, at.scratch));
        bool overflow = false;
        at.rows.for_each_row([&](RowIndex row) {
            std::int64_t& count = out.integers()[at.tag(row)];
            overflow = __builtin_add_overflow(count, times->integers()[times->at(row)], &count) || overflow;
        });
        if (overflow)
            return operator_error(ErrorCode::integer_overflow, spec.span,
                                  "the count doesn't fit into a 64-bit integer");
    }
}

Result<void> collect_rows(RunContext& run, const SubqueryApply::Spec& spec, SubqueryState& at, const RowBatch& outer,
                          Column& out) {
    at.lists.assign(outer.row_count(), {});
    at.start(outer);
    std::size_t bytes = 0;
    bool too_deep = false;
    for (;;) {
        CONFER_TRY(const bool more, at.pull(run));
        if (!more) break;
        CONFER_TRY(const Column* const results, spec.result->view(run, at.rows, at.scratch));
        Result<void> room;
        at.rows.for_each_row([&](RowIndex row) {
            if (!room) return;
            Value value = results->get(row);
            bytes += sizeof(Value) + value.heap_bytes();
            too_deep = too_deep || value.depth() >= Value::max_depth;
            ValueList& list = at.lists[at.tag(row)];
            room = make_room(list, 1, run.limits);
            if (room) list.push_back(std::move(value));
        });
        CONFER_CHECK(room);
        CONFER_CHECK(at.memory.hold(bytes));
        if (too_deep) {
            return operator_error(ErrorCode::nesting_too_deep, spec.span,
                                  "a list can't be nested deeper than " + std::to_string(Value::max_depth) + " levels");
        }
    }
    out.reset(ColumnKind::value, outer.row_count());
    outer.for_each_row([&](RowIndex row) { out.values()[row] = Value(std::move(at.lists[row])); });
    return {};
}

}  // namespace

StatePtr SubqueryApply::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<SubqueryState>(*input_, *subplan_, run, frame);
}

void SubqueryApply::rewind(State& state) const {
    input_->rewind(*static_cast<SubqueryState&>(state).input);
}

Result<Step> SubqueryApply::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<SubqueryState&>(state);
    CONFER_TRY(const Step step, input_->next(run, *at.input, out));
    if (step == Step::done) return step;
    if (out.columns.size() <= spec_.out) out.columns.resize(spec_.out + 1);
    Column& column = out.columns[spec_.out];
    switch (spec_.form) {
        case typed::Subquery::Form::exists:
            CONFER_CHECK(find_satisfied(run, at, out));
            column.reset(ColumnKind::boolean, out.row_count());
            std::copy(at.frame.satisfied.begin(), at.frame.satisfied.end(), column.booleans().begin());
            break;
        case typed::Subquery::Form::count:
            CONFER_CHECK(count_rows(run, spec_, at, out, column));
            break;
        case typed::Subquery::Form::collect:
            CONFER_CHECK(collect_rows(run, spec_, at, out, column));
            break;
    }
    return step;
}

// ---- Fold

namespace {

struct FoldState final : SubplanState {
    using SubplanState::SubplanState;

    Column initial_scratch, list_scratch;
    Column lists;
};

}  // namespace

StatePtr Fold::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<FoldState>(*input_, *subplan_, run, frame);
}

void Fold::rewind(State& state) const {
    input_->rewind(*static_cast<FoldState&>(state).input);
}

Result<Step> Fold::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<FoldState&>(state);
    CONFER_TRY(const Step step, input_->next(run, *at.input, out));
    if (step == Step::done) return step;
    const std::size_t columns = std::max(spec_.accumulator, spec_.element) + std::size_t{1};
    if (out.columns.size() < columns) out.columns.resize(columns);
    CONFER_TRY(const Column* const initial, spec_.initial->view(run, out, at.initial_scratch));
    CONFER_TRY(const Column* const lists, spec_.list->view(run, out, at.list_scratch));
    at.lists = *lists;

    Column& accumulator = out.columns[spec_.accumulator];
    accumulator.reset(ColumnKind::value, out.row_count());
    Kind wrong = Kind::null;
    out.for_each_row([&](RowIndex row) {
        const Value list = at.lists.get(row);
        if (!list.is_null()) accumulator.values()[row] = initial->get(row);
        if (!list.is_null() && !list.is(Kind::list)) wrong = list.kind();
    });
    if (wrong != Kind::null) {
        return operator_error(ErrorCode::invalid_argument_type, spec_.span,
                              std::string("`reduce` takes a List, not a ") + kind_name(wrong));
    }

    const bool had_selection = out.has_selection();
    const Selection before = had_selection ? out.selection() : Selection();
    for (std::size_t place = 0;; ++place) {
        Column& element = out.columns[spec_.element];
        element.reset(ColumnKind::value, out.row_count());
        Selection longer;  // the rows whose list has an element here
        out.for_each_row([&](RowIndex row) {
            const Value list = at.lists.get(row);
            if (list.is_null() || list.as_list().size() <= place) return;
            element.values()[row] = list.as_list()[place];
            longer.push_back(row);
        });
        if (longer.empty()) break;
        out.select(std::move(longer));
        at.start(out);
        for (;;) {
            CONFER_TRY(const bool more, at.pull(run));
            if (!more) break;
            const Column& body = at.rows.columns[spec_.body];
            at.rows.for_each_row(
                [&](RowIndex row) { out.columns[spec_.accumulator].values()[at.tag(row)] = body.get(row); });
        }
    }
    out.select_all();
    if (had_selection) out.select(before);
    return step;
}

}  // namespace confer::engine::exec
