// STARTS WITH, ENDS WITH, CONTAINS and =~ on whole columns. What is not a text gives null, as openCypher has it.
// Tests: tests/suites/expressions/text_test.cpp.
#include "exec/expr/compile_internal.h"
#include "exec/expr/effort_internal.h"
#include "exec/expr/kernel_internal.h"
#include "exec/expr/node_text_internal.h"
#include "exec/expr/part_search.h"
#include "exec/expr/regular_expression_internal.h"

namespace confer::engine::exec {

namespace {

using typed::Op;

class TextTest final : public Predicate {
public:
    TextTest(Op op, EvaluatorPtr text, EvaluatorPtr part, SourceSpan span)
        : Predicate(span),
          op_(op),
          text_(std::move(text)),
          part_(std::move(part)),
          node_texts_(exec::node_texts(*text_)) {}

private:
    Result<void> test(RunContext& run, const RowView& rows, TruthSink& sink) const override {
        Column text_scratch, part_scratch;
        CONFER_TRY(const Column* const parts, part_->compute(run, rows, part_scratch));
        const bool in_place = node_texts_ && parts->is_constant() && parts->get(0).is(Kind::string);
        const Evaluator& source = in_place ? *node_texts_->nodes : *text_;
        CONFER_TRY(const Column* const texts, source.compute(run, rows, text_scratch));
        Effort effort(run.limits);
        const auto fill = [&](auto holds) {
            if (in_place) return fill_nodes(*texts, parts->get(0).as_string(), rows, sink, holds);
            fill_values(*texts, *parts, rows, sink, effort, holds);
        };
        switch (op_) {
            case Op::starts_with:
                fill([](std::string_view text, std::string_view part) { return text.starts_with(part); });
                break;
            case Op::ends_with:
                fill([](std::string_view text, std::string_view part) { return text.ends_with(part); });
                break;
            default:
                if (in_place) {
                    const PartSearch search(parts->get(0).as_string());
                    fill([&](std::string_view text, std::string_view) { return search.is_in(text); });
                } else {
                    fill([](std::string_view text, std::string_view part) { return PartSearch(part).is_in(text); });
                }
        }
        return effort.result();
    }

    template <class Holds>
    static void fill_values(const Column& texts, const Column& parts, const RowView& rows, TruthSink& sink,
                            Effort& effort, Holds holds) {
        sink.fill(rows, texts.is_constant() && parts.is_constant(), [&](const RowView& visited, auto& emit) {
            Values a(texts), b(parts);
            visited.for_each_row([&](RowIndex row) {
                const Value &text = a[row], &part = b[row];
                if (!text.is(Kind::string) || !part.is(Kind::string)) return emit.null(row);
                if (!effort.spend(extent(text))) return emit.null(row);
                emit(row, holds(text.as_string(), part.as_string()));
            });
        });
    }

    // The texts of a node property, where the graph keeps them.
    template <class Holds>
    void fill_nodes(const Column& nodes, std::string_view part, const RowView& rows, TruthSink& sink,
                    Holds holds) const {
        sink.fill(rows, nodes.is_constant(), [&](const RowView& visited, auto& emit) {
            const NodeTextRows texts(*node_texts_->column, nodes);
            visited.for_each_row([&](RowIndex row) {
                if (!texts.has(row)) return emit.null(row);
                emit(row, holds(texts[row], part));
            });
        });
    }

    Op op_;
    EvaluatorPtr text_, part_;
    std::optional<NodeTexts> node_texts_;
};

// text =~ pattern. A constant pattern is compiled once for all runs; others when the pattern changes.
class Match final : public Predicate {
public:
    Match(EvaluatorPtr text, EvaluatorPtr pattern, SourceSpan pattern_span, SourceSpan span)
        : Predicate(span), text_(std::move(text)), pattern_(std::move(pattern)), pattern_span_(pattern_span) {
        const Value* const known = constant_value(*pattern_);
        if (known == nullptr || !known->is(Kind::string)) return;
        Result<RegularExpression> compiled = RegularExpression::compile(known->as_string());
        if (compiled.has_value()) compiled_ = std::move(compiled).value();  // else the run reports it
    }

private:
    Result<void> test(RunContext& run, const RowView& rows, TruthSink& sink) const override {
        Column text_scratch, pattern_scratch;
        CONFER_TRY(const Column* const texts, text_->compute(run, rows, text_scratch));
        CONFER_TRY(const Column* const patterns, pattern_->compute(run, rows, pattern_scratch));
        std::optional<Error> failure;
        Effort effort(run.limits);
        sink.fill(rows, texts->is_constant() && patterns->is_constant(), [&](const RowView& visited, auto& emit) {
            Values text_values(*texts), pattern_values(*patterns);
            std::optional<RegularExpression> latest;
            std::optional<std::string> latest_pattern;
            visited.for_each_row([&](RowIndex row) {
                const Value &text = text_values[row], &pattern = pattern_values[row];
                if (failure || !text.is(Kind::string) || !pattern.is(Kind::string)) return emit.null(row);
                // Looking for an expression costs about ten times as much as for a text.
                if (!effort.spend(10 * extent(text) + extent(pattern))) return emit.null(row);
                if (compiled_) return emit(row, compiled_->matches(text.as_string()));
                if (latest_pattern != pattern.as_string()) {
                    Result<RegularExpression> compiled = RegularExpression::compile(pattern.as_string());
                    if (!compiled.has_value()) {
                        failure = at(pattern_span_, std::move(compiled).error());
                        return emit.null(row);
                    }
                    latest = std::move(compiled).value();
                    latest_pattern = pattern.as_string();
                }
                emit(row, latest->matches(text.as_string()));
            });
        });
        if (failure) return *std::move(failure);
        return effort.result();
    }

    EvaluatorPtr text_, pattern_;
    SourceSpan pattern_span_;
    std::optional<RegularExpression> compiled_;
};

}  // namespace

Compiled compile_text(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope) {
    Compiled text = compile_part(*operation.operands[0], scope);
    Compiled part = compile_part(*operation.operands[1], scope);
    return {std::make_unique<TextTest>(operation.op, std::move(text.evaluator), std::move(part.evaluator), expr.span),
            text.constant && part.constant};
}

Compiled compile_match(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope) {
    Compiled text = compile_part(*operation.operands[0], scope);
    Compiled pattern = compile_part(*operation.operands[1], scope);
    return {std::make_unique<Match>(std::move(text.evaluator), std::move(pattern.evaluator),
                                    operation.operands[1]->span, expr.span),
            text.constant && pattern.constant};
}

}  // namespace confer::engine::exec
