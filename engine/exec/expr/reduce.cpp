// reduce(total = initial, x IN list | body): step k computes the body once for all rows whose list has a k-th element.
// Tests: tests/suites/expressions/reduce_test.cpp.
#include "exec/expr/compile_internal.h"
#include "exec/expr/elements_internal.h"

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
        Column list_scratch;
        CONFER_TRY(const Column* const lists, list_->compute(run, rows, list_scratch));
        RowBatch inner;
        CONFER_CHECK(prepare(run, rows, inner));
        std::vector<Value> row_lists(rows.row_count());
        CONFER_TRY(Selection open, open_lists(*lists, rows, row_lists));
        CONFER_CHECK(step_through(run, inner, row_lists, std::move(open)));
        scratch = std::move(inner.columns[place_.accumulator]);
        rows.for_each_row([&](RowIndex row) {
            if (row_lists[row].is_null()) scratch.set_null(row);
        });
        return &scratch;
    }

private:
    // The inner batch has the outer rows: carried columns, the initial value, and room for an element.
    Result<void> prepare(RunContext& run, const RowView& rows, RowBatch& inner) const {
        for (const std::uint32_t slot : scope_.carried()) inner.columns.push_back(rows.column(slot));
        inner.columns.resize(scope_.layout().column_count());
        inner.set_row_count(rows.row_count());
        for (const std::uint32_t slot : {place_.accumulator, place_.element})
            inner.columns[slot].reset(scope_.layout().kind(slot), rows.row_count());
        Column scratch;
        CONFER_TRY(const Column* const initial, initial_->compute(run, rows, scratch));
        Selection all;
        return assign(*initial, rows_of(rows, all), inner.columns[place_.accumulator]);
    }

    Result<void> assign(const Column& from, const Selection& rows, Column& accumulator) const {
        if (from.kind() == accumulator.kind() || accumulator.kind() == ColumnKind::value) {
            accumulator.assign_rows(from, rows);
            return {};
        }
        for (const RowIndex row : rows) CONFER_CHECK(set_element(accumulator, row, from.get(row), span()));
        return {};
    }

    // The rows whose list has elements; and the lists.
    Result<Selection> open_lists(const Column& lists, const RowView& rows, std::vector<Value>& row_lists) const {
        Selection open;
        std::optional<Error> failure;
        rows.for_each_row([&](RowIndex row) {
            row_lists[row] = lists.get(row);
            const Value& list = row_lists[row];
            if (list.is(Kind::list)) {
                if (!list.as_list().empty()) open.push_back(row);
            } else if (!list.is_null() && !failure) {
                failure = wrong_type(list_span_, "a List", list);
            }
        });
        if (failure) return *std::move(failure);
        return open;
    }

    Result<void> step_through(RunContext& run, RowBatch& inner, const std::vector<Value>& row_lists,
                              Selection open) const {
        Column scratch;
        for (std::size_t k = 0; !open.empty(); ++k) {
            if (k % 64 == 0) CONFER_CHECK(run.limits.check());
            Column& element = inner.columns[place_.element];
            for (const RowIndex row : open)
                CONFER_CHECK(set_element(element, row, row_lists[row].as_list()[k], list_span_));
            CONFER_TRY(const Column* const result, body_->compute(run, RowView(inner).with(open), scratch));
            CONFER_CHECK(assign(*result, open, inner.columns[place_.accumulator]));
            std::erase_if(open, [&](RowIndex row) { return row_lists[row].as_list().size() == k + 1; });
        }
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
