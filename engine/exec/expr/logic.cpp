// NOT, AND, OR, XOR in three-valued logic, whole columns at a time. AND and OR look at a later part only in the
// rows that the earlier ones left open, so `x <> 0 AND 1 / x > 2` is safe, and cheap conditions shield dear ones.
// Tests: tests/suites/expressions/logic_test.cpp.
#include <algorithm>
#include <iterator>

#include "exec/expr/compile_internal.h"
#include "exec/expr/kernel_internal.h"

namespace confer::engine::exec {

namespace {

// Makes a boolean column of one whose kind only the run tells.
class AsBoolean final : public Evaluator {
public:
    AsBoolean(EvaluatorPtr part, SourceSpan span) : Evaluator(span), part_(std::move(part)) {}
    ColumnKind kind() const override { return ColumnKind::boolean; }
    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        Column given;
        CONFER_TRY(const Column* const column, part_->compute(run, rows, given));
        return fill_column(scratch, kind(), rows, column->is_constant(),
                           [&](const RowView& visited) { return convert(*column, visited, scratch); });
    }
    Result<Selection> choose(RunContext& run, const RowView& rows) const override { return part_->choose(run, rows); }

private:
    Result<void> convert(const Column& column, const RowView& rows, Column& out) const {
        Values values(column);
        std::optional<Error> failure;
        rows.for_each_row([&](RowIndex row) {
            const Value& value = values[row];
            const bool boolean = value.is(Kind::boolean);
            out.booleans()[row] = boolean ? truth(value.as_boolean()) : Column::null_boolean;
            if (!boolean && !value.is_null() && !failure) failure = wrong_type(span(), "a Boolean", value);
        });
        if (failure) return *std::move(failure);
        return {};
    }

    EvaluatorPtr part_;
};

class Not final : public Predicate {
public:
    Not(EvaluatorPtr part, SourceSpan span) : Predicate(span), part_(std::move(part)) {}

private:
    Result<void> test(RunContext& run, const RowView& rows, TruthSink& sink) const override {
        Column scratch;
        CONFER_TRY(const Column* const column, part_->compute(run, rows, scratch));
        sink.fill(rows, column->is_constant(), [&](const RowView& visited, auto& emit) {
            const Rows<std::uint8_t> truths(column->booleans(), *column);
            visited.for_each_row([&](RowIndex row) {
                if (truths[row] == Column::null_boolean) return emit.null(row);
                emit(row, truths[row] == 0);
            });
        });
        return {};
    }

    EvaluatorPtr part_;
};

class Xor final : public Predicate {
public:
    Xor(EvaluatorPtr left, EvaluatorPtr right, SourceSpan span)
        : Predicate(span), left_(std::move(left)), right_(std::move(right)) {}

private:
    Result<void> test(RunContext& run, const RowView& rows, TruthSink& sink) const override {
        Column left_scratch, right_scratch;
        CONFER_TRY(const Column* const left, left_->compute(run, rows, left_scratch));
        CONFER_TRY(const Column* const right, right_->compute(run, rows, right_scratch));
        sink.fill(rows, left->is_constant() && right->is_constant(), [&](const RowView& visited, auto& emit) {
            const Rows<std::uint8_t> a(left->booleans(), *left), b(right->booleans(), *right);
            visited.for_each_row([&](RowIndex row) {
                if (a[row] == Column::null_boolean || b[row] == Column::null_boolean) return emit.null(row);
                emit(row, a[row] != b[row]);
            });
        });
        return {};
    }

    EvaluatorPtr left_, right_;
};

// All of a chain of ANDs (or ORs): `decisive` is the truth value of one part that settles a row.
class Junction final : public Evaluator {
public:
    Junction(std::vector<EvaluatorPtr> parts, bool decisive, SourceSpan span)
        : Evaluator(span), parts_(std::move(parts)), decisive_(decisive) {}
    ColumnKind kind() const override { return ColumnKind::boolean; }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        scratch.reset(ColumnKind::boolean, rows.row_count());
        Array<std::uint8_t>& answers = scratch.booleans();
        std::fill(answers.begin(), answers.end(), decisive_ ? 0 : 1);
        Selection open;
        open = rows_of(rows, open);
        for (const EvaluatorPtr& part : parts_) {
            CONFER_CHECK(settle(*part, run, rows.with(open), answers));
            std::erase_if(open, [&](RowIndex row) { return answers[row] == (decisive_ ? 1 : 0); });
            if (open.empty()) break;
        }
        return &scratch;
    }

    Result<Selection> choose(RunContext& run, const RowView& rows) const override {
        return decisive_ ? choose_any(run, rows) : choose_all(run, rows);
    }

private:
    // answers[row] for one more part: what decides wins, else null wins.
    Result<void> settle(const Evaluator& part, RunContext& run, const RowView& rows,
                        Array<std::uint8_t>& answers) const {
        Column scratch;
        CONFER_TRY(const Column* const column, part.compute(run, rows, scratch));
        const Rows<std::uint8_t> truths(column->booleans(), *column);
        const std::uint8_t decisive = decisive_ ? 1 : 0;
        rows.for_each_row([&](RowIndex row) {
            if (truths[row] == decisive || truths[row] == Column::null_boolean) answers[row] = truths[row];
        });
        return {};
    }

    Result<Selection> choose_all(RunContext& run, const RowView& rows) const {
        CONFER_TRY(Selection chosen, parts_.front()->choose(run, rows));
        for (std::size_t i = 1; i < parts_.size() && !chosen.empty(); ++i) {
            CONFER_TRY(Selection fewer, parts_[i]->choose(run, rows.with(chosen)));
            chosen = std::move(fewer);
        }
        return chosen;
    }

    Result<Selection> choose_any(RunContext& run, const RowView& rows) const {
        Selection chosen, open, rest, merged;
        open = rows_of(rows, open);
        for (const EvaluatorPtr& part : parts_) {
            CONFER_TRY(const Selection more, part->choose(run, rows.with(open)));
            rest.clear();
            std::set_difference(open.begin(), open.end(), more.begin(), more.end(), std::back_inserter(rest));
            open.swap(rest);
            merged.clear();
            std::merge(chosen.begin(), chosen.end(), more.begin(), more.end(), std::back_inserter(merged));
            chosen.swap(merged);
            if (open.empty()) break;
        }
        return chosen;
    }

    std::vector<EvaluatorPtr> parts_;
    bool decisive_;
};

// The parts of a chain `a AND b AND c`, however it nests to the left, in order; without recursion.
std::vector<const typed::Expr*> chain(const typed::Expr& expr, typed::Op op) {
    std::vector<const typed::Expr*> parts, pending{&expr};
    while (!pending.empty()) {
        const typed::Expr& next = *pending.back();
        pending.pop_back();
        const auto* const operation = std::get_if<typed::Operation>(&next.node);
        if (operation == nullptr || operation->op != op) {
            parts.push_back(&next);
            continue;
        }
        for (auto part = operation->operands.rbegin(); part != operation->operands.rend(); ++part)
            pending.push_back(part->get());
    }
    return parts;
}

Compiled compile_junction(typed::Op op, const typed::Expr& expr, const Scope& scope) {
    CompiledParts parts;
    for (const typed::Expr* part : chain(expr, op)) parts.add(compile_condition(*part, scope));
    return {std::make_unique<Junction>(std::move(parts.evaluators), op == typed::Op::or_, expr.span), parts.constant};
}

}  // namespace

Compiled compile_condition(const typed::Expr& expr, const Scope& scope) {
    Compiled part = compile_part(expr, scope);
    if (part.kind() == ColumnKind::boolean) return part;
    return {std::make_unique<AsBoolean>(std::move(part.evaluator), expr.span), part.constant};
}

Compiled compile_logic(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope) {
    using typed::Op;
    if (operation.op == Op::and_ || operation.op == Op::or_) return compile_junction(operation.op, expr, scope);
    Compiled first = compile_condition(*operation.operands[0], scope);
    if (operation.op == Op::not_) return {std::make_unique<Not>(std::move(first.evaluator), expr.span), first.constant};
    Compiled second = compile_condition(*operation.operands[1], scope);
    return {std::make_unique<Xor>(std::move(first.evaluator), std::move(second.evaluator), expr.span),
            first.constant && second.constant};
}

}  // namespace confer::engine::exec
