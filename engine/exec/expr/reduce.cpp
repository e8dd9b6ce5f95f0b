// reduce(total = initial, x IN list | body): step k computes the body once for all rows whose list has a k-th element.
// Tests: tests/suites/expressions/reduce_test.cpp.
#include "exec/expr/compile_internal.h"
#include "exec/expr/elements_internal.h"
#include "exec/leftovers.h"

namespace confer::engine::exec {

namespace {

class Reduce final : public Evaluator {
public:
    struct Place {
        std::uint32_t accumulator, element;  // columns of the inner scope
    };
    Reduce(EvaluatorPtr initial, EvaluatorPtr list, SourceSpan list_span, InnerScope scope, Place place,
           EvaluatorPtr body, SourceSpan span)
        : Evaluator(span),
          initial_(std::move(initial)),
          list_(std::move(list)),
          list_span_(list_span),
          scope_(std::move(scope)),
          place_(place),
          body_(std::move(body)) {}
    ColumnKind kind() const override { return scope_.layout().kind(place_.accumulator); }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        auto work = std::make_unique<Work>(run.limits);
        Result<void> done = begin(run, rows, *work);
        if (done) done = step_through(run, *work);
        if (!done) {
            leave(run, std::move(work));
            return std::move(done).error();
        }
        scratch = std::move(work->inner.columns[place_.accumulator]);
        rows.for_each_row([&](RowIndex row) {
            if (work->lists[row].is_null()) scratch.set_null(row);
        });
        return &scratch;
    }

private:
    // On the heap, as reductions nest.
    struct Work {
        explicit Work(RunLimits& limits) : charge(limits) {}
        Charge charge;
        Column list_scratch, scratch;
        std::vector<Value> lists;  // by row
        Selection all, open;       // open: the rows whose list has more elements
        RowBatch inner;
    };

    [[gnu::noinline]] Result<void> begin(RunContext& run, const RowView& rows, Work& work) const {
        CONFER_TRY(const Column* const lists, list_->compute(run, rows, work.list_scratch));
        CONFER_CHECK(open_lists(*lists, rows, work));
        prepare(rows, work.inner);
        CONFER_TRY(const Column* const initial, initial_->compute(run, rows, work.scratch));
        return assign(*initial, rows_of(rows, work.all), work.inner.columns[place_.accumulator]);
    }

    // The inner batch has the outer rows: carried columns, and room for a total and an element.
    void prepare(const RowView& rows, RowBatch& inner) const {
        for (const std::uint32_t slot : scope_.carried()) inner.columns.push_back(rows.column(slot));
        inner.columns.resize(scope_.layout().column_count());
        inner.set_row_count(rows.row_count());
        for (const std::uint32_t slot : {place_.accumulator, place_.element})
            inner.columns[slot].reset(scope_.layout().kind(slot), rows.row_count());
    }

    [[gnu::noinline]] Result<void> assign(const Column& from, const Selection& rows, Column& accumulator) const {
        if (from.kind() == accumulator.kind() || accumulator.kind() == ColumnKind::value) {
            accumulator.assign_rows(from, rows);
            return {};
        }
        for (const RowIndex row : rows) CONFER_CHECK(set_element(accumulator, row, from.get(row), span()));
        return {};
    }

    [[gnu::noinline]] Result<void> open_lists(const Column& lists, const RowView& rows, Work& work) const {
        work.lists.resize(rows.row_count());
        std::optional<Error> failure;
        rows.for_each_row([&](RowIndex row) {
            const Value& list = work.lists[row] = lists.get(row);
            if (list.is(Kind::list)) {
                if (!list.as_list().empty()) work.open.push_back(row);
            } else if (!list.is_null() && !failure) {
                failure = wrong_type(list_span_, "a List", list);
            }
        });
        if (failure) return *std::move(failure);
        return {};
    }

    [[gnu::noinline]] Result<void> step_through(RunContext& run, Work& work) const {
        for (std::size_t k = 0; !work.open.empty(); ++k) {
            CONFER_CHECK(place_elements(run, work, k));
            const RowView rows = RowView(work.inner).with(work.open);
            CONFER_TRY(const Column* const result, body_->compute(run, rows, work.scratch));
            CONFER_CHECK(assign(*result, work.open, work.inner.columns[place_.accumulator]));
            CONFER_CHECK(weigh(work));
            std::erase_if(work.open, [&](RowIndex row) { return work.lists[row].as_list().size() == k + 1; });
        }
        return {};
    }

    // A total may double with every step: charges for the texts and lists that grow.
    [[gnu::noinline]] Result<void> weigh(Work& work) const {
        if (kind() != ColumnKind::value) return {};
        std::size_t bytes = 0;
        for (const RowIndex row : work.open) {
            const Value& total = work.inner.columns[place_.accumulator].values()[row];
            if (total.is(Kind::string)) bytes += total.as_string().size();
            if (total.is(Kind::list)) bytes += total.as_list().size() * sizeof(Value);
        }
        return work.charge.hold(bytes);
    }

    // Puts the k-th element of each open row's list into its column.
    [[gnu::noinline]] Result<void> place_elements(RunContext& run, Work& work, std::size_t k) const {
        if (k % 64 == 0) CONFER_CHECK(run.limits.check());
        Column& element = work.inner.columns[place_.element];
        for (const RowIndex row : work.open)
            CONFER_CHECK(set_element(element, row, work.lists[row].as_list()[k], list_span_));
        return {};
    }

    EvaluatorPtr initial_, list_;
    SourceSpan list_span_;
    InnerScope scope_;
    Place place_;
    EvaluatorPtr body_;
};

}  // namespace

Compiled compile(const typed::Reduce& node, const typed::Expr& expr, const Scope& scope) {
    Compiled initial = compile_part(*node.initial, scope);
    Compiled list = compile_part(*node.list, scope);
    InnerScope inner(scope.layout, {node.body.get()});
    const ColumnKind total = column_kind(node.initial->type | node.body->type);
    const Reduce::Place place{inner.add(node.accumulator, total), inner.add(node.variable, element_kind(*node.list))};
    EvaluatorPtr body = compile_part(*node.body, Scope{inner.layout(), scope.graph}).evaluator;
    return {std::make_unique<Reduce>(std::move(initial.evaluator), std::move(list.evaluator), node.list->span,
                                     std::move(inner), place, std::move(body), expr.span),
            false};
}

}  // namespace confer::engine::exec
