// all, any, none and single of a list's elements, with null where an unknown element leaves the answer open.
// Tests: tests/suites/expressions/quantifier_test.cpp.
#include "exec/expr/compile_internal.h"
#include "exec/expr/elements_internal.h"

namespace confer::engine::exec {

namespace {

using Form = typed::Quantifier::Form;

// What the elements of one list have said so far.
struct Tally {
    std::uint32_t trues = 0;
    bool any_false = false, any_null = false;

    void add(std::uint8_t truth) {
        trues += truth == 1 ? 1 : 0;
        any_false = any_false || truth == 0;
        any_null = any_null || truth == Column::null_boolean;
    }

    // The answer that no further element can change, if there is one already.
    Ternary settled(Form form) const {
        switch (form) {
            case Form::all:
                return any_false ? Ternary(false) : std::nullopt;
            case Form::any:
                return trues > 0 ? Ternary(true) : std::nullopt;
            case Form::none:
                return trues > 0 ? Ternary(false) : std::nullopt;
            case Form::single:
                return trues > 1 ? Ternary(false) : std::nullopt;
        }
        return std::nullopt;
    }
    Ternary answer(Form form) const {
        if (const Ternary early = settled(form)) return early;
        if (any_null) return std::nullopt;
        switch (form) {
            case Form::all:
            case Form::none:
                return true;
            case Form::any:
                return false;
            case Form::single:
                return trues == 1;
        }
        return std::nullopt;
    }
};

class Quantifier final : public Predicate {
public:
    Quantifier(Form form, EvaluatorPtr list, SourceSpan list_span, InnerScope scope, EvaluatorPtr where,
               SourceSpan span)
        : Predicate(span),
          form_(form),
          list_(std::move(list)),
          list_span_(list_span),
          scope_(std::move(scope)),
          where_(std::move(where)) {}

private:
    Result<void> test(RunContext& run, const RowView& rows, TruthSink& sink) const override {
        Column list_scratch;
        CONFER_TRY(const Column* const lists, list_->compute(run, rows, list_scratch));
        std::vector<Tally> tallies(rows.row_count());
        CONFER_CHECK(count(run, *lists, rows, tallies));
        sink.fill(rows, false, [&](const RowView& visited, auto& emit) {
            visited.for_each_row([&](RowIndex row) {
                if (lists->is_null(row)) return emit.null(row);
                emit_ternary(emit, row, tallies[row].answer(form_));
            });
        });
        return {};
    }

    Result<void> count(RunContext& run, const Column& lists, const RowView& rows, std::vector<Tally>& tallies) const {
        Elements elements(scope_, lists, rows, list_span_);
        for (;;) {
            CONFER_TRY(const bool more, elements.next(run));
            if (!more) return {};
            Column scratch;
            CONFER_TRY(const Column* const column, where_->compute(run, RowView(elements.batch()), scratch));
            const Rows<std::uint8_t> truths(column->booleans(), *column);
            const Selection& origins = elements.origins();
            for (RowIndex row = 0; row < origins.size(); ++row) tallies[origins[row]].add(truths[row]);
            if (tallies[origins.back()].settled(form_)) elements.skip(origins.back());
        }
    }

    Form form_;
    EvaluatorPtr list_;
    SourceSpan list_span_;
    InnerScope scope_;
    EvaluatorPtr where_;
};

}  // namespace

Compiled compile(const typed::Quantifier& node, const typed::Expr& expr, const Scope& scope) {
    Compiled list = compile_part(*node.list, scope);
    InnerScope inner(scope.layout, {node.where.get()});
    inner.add(node.variable, element_kind(*node.list));
    EvaluatorPtr where = compile_condition(*node.where, Scope{inner.layout(), scope.graph}).evaluator;
    return {std::make_unique<Quantifier>(node.form, std::move(list.evaluator), node.list->span, std::move(inner),
                                         std::move(where), expr.span),
            false};
}

}  // namespace confer::engine::exec
