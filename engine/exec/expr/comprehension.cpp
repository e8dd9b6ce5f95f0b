// [x IN list WHERE condition | result], all rows' elements in batches.
// Tests: tests/suites/expressions/comprehension_test.cpp.
#include "exec/expr/collection_internal.h"
#include "exec/expr/compile_internal.h"
#include "exec/expr/elements_internal.h"
#include "exec/leftovers.h"
#include "exec/memory_charge.h"

namespace confer::engine::exec {

namespace {

class ListComprehension final : public Evaluator {
public:
    ListComprehension(EvaluatorPtr list, SourceSpan list_span, InnerScope scope, EvaluatorPtr where,
                      EvaluatorPtr result, SourceSpan span)
        : Evaluator(span),
          list_(std::move(list)),
          list_span_(list_span),
          scope_(std::move(scope)),
          where_(std::move(where)),
          result_(std::move(result)) {}
    ColumnKind kind() const override { return ColumnKind::value; }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        auto work = std::make_unique<Work>(run.limits, rows.row_count());
        Result<const Column*> done = compute(run, rows, *work, scratch);
        if (!done) leave(run, std::move(work));
        return done;
    }

private:
    // On the heap, as comprehensions nest.
    struct Work {
        Work(RunLimits& limits, std::size_t rows) : charge(limits), results(rows) {}
        Charge charge;
        Column list_scratch, result_scratch;
        const Column* lists = nullptr;
        std::vector<ValueList> results;  // by row
        Selection all, kept;
    };

    [[gnu::noinline]] Result<const Column*> compute(RunContext& run, const RowView& rows, Work& work,
                                                    Column& scratch) const {
        CONFER_TRY(work.lists, list_->compute(run, rows, work.list_scratch));
        CONFER_CHECK(collect(run, rows, work));
        scratch.reset(kind(), rows.row_count());
        CONFER_CHECK(finish(rows, work, scratch));
        return &scratch;
    }

    // Appends what the elements of each row's list give to that row's results.
    Result<void> collect(RunContext& run, const RowView& rows, Work& work) const {
        Elements elements(scope_, *work.lists, rows, list_span_);
        for (;;) {
            CONFER_TRY(const bool more, elements.next(run));
            if (!more) return {};
            CONFER_TRY(const std::size_t bytes, collect_batch(run, elements, work));
            CONFER_CHECK(work.charge.add(bytes));
        }
    }

    // Gives the bytes that the results take.
    Result<std::size_t> collect_batch(RunContext& run, const Elements& elements, Work& work) const {
        const RowView inner(elements.batch());
        if (where_ != nullptr) {
            CONFER_TRY(work.kept, where_->choose(run, inner));
        } else {
            work.kept = rows_of(inner, work.all);
        }
        if (work.kept.empty()) return std::size_t{0};
        CONFER_TRY(const Column* const column, result_->compute(run, inner.with(work.kept), work.result_scratch));
        Values values(*column);
        std::size_t bytes = work.kept.size() * sizeof(Value);
        const bool makes_new = !column->is_constant() && column->kind() == ColumnKind::value;
        for (const RowIndex row : work.kept) {
            const Value& value = values[row];
            if (makes_new) bytes += value.heap_bytes();
            ValueList& results = work.results[elements.origins()[row]];
            CONFER_CHECK(make_room(results, 1, run.limits));
            results.push_back(value);
        }
        return bytes;
    }

    [[gnu::noinline]] Result<void> finish(const RowView& rows, Work& work, Column& out) const {
        std::optional<Error> failure;
        rows.for_each_row([&](RowIndex row) {
            if (work.lists->is_null(row)) return;
            out.values()[row] = Value(std::move(work.results[row]));
            if (!failure) failure = too_deep(out.values()[row], span());
        });
        if (failure) return *std::move(failure);
        return {};
    }

    EvaluatorPtr list_;
    SourceSpan list_span_;
    InnerScope scope_;
    EvaluatorPtr where_;  // may be null
    EvaluatorPtr result_;
};

}  // namespace

Compiled compile(const typed::ListComprehension& node, const typed::Expr& expr, const Scope& scope) {
    Compiled list = compile_part(*node.list, scope);
    InnerScope inner(scope.layout, {node.where.get(), node.result.get()});
    inner.add(node.variable, element_kind(*node.list));
    const Scope inside{inner.layout(), scope.graph};
    EvaluatorPtr where = node.where ? compile_condition(*node.where, inside).evaluator : nullptr;
    typed::Expr itself;
    itself.span = expr.span;
    itself.node = typed::Variable{node.variable};
    EvaluatorPtr result = compile_part(node.result ? *node.result : itself, inside).evaluator;
    return {std::make_unique<ListComprehension>(std::move(list.evaluator), node.list->span, std::move(inner),
                                                std::move(where), std::move(result), expr.span),
            false};
}

}  // namespace confer::engine::exec
