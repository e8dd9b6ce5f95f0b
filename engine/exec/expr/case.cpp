// CASE and coalesce: each branch is computed for the rows that need it, and for no others.
// Tests: tests/suites/expressions/case_test.cpp.
#include <algorithm>
#include <iterator>

#include "exec/expr/comparison_internal.h"
#include "exec/expr/compile_internal.h"
#include "exec/expr/kernel_internal.h"

namespace confer::engine::exec {

namespace {

// The kind of a column that is now this part's, now that one's. A constant null fits every kind.
ColumnKind common_kind(const std::vector<const Evaluator*>& parts) {
    std::optional<ColumnKind> common;
    for (const Evaluator* const part : parts) {
        const Value* const known = constant_value(*part);
        if (known != nullptr && known->is_null()) continue;
        if (common && *common != part->kind()) return ColumnKind::value;
        common = part->kind();
    }
    return common.value_or(ColumnKind::value);
}

Selection without(const Selection& all, const Selection& some) {
    Selection rest;
    std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(rest));
    return rest;
}

// out[row] = part's value, for the chosen rows.
Result<void> assign(const Evaluator& part, RunContext& run, const RowView& rows, const Selection& chosen, Column& out) {
    if (chosen.empty()) return {};
    Column scratch;
    CONFER_TRY(const Column* const column, part.compute(run, rows.with(chosen), scratch));
    out.assign_rows(*column, chosen);
    return {};
}

struct Branch {
    EvaluatorPtr when, then;
};

class Case final : public Evaluator {
public:
    Case(EvaluatorPtr subject, std::vector<Branch> branches, EvaluatorPtr otherwise, SourceSpan span)
        : Evaluator(span),
          subject_(std::move(subject)),
          branches_(std::move(branches)),
          otherwise_(std::move(otherwise)) {
        std::vector<const Evaluator*> results{otherwise_.get()};
        for (const Branch& branch : branches_) results.push_back(branch.then.get());
        kind_ = common_kind(results);
    }
    ColumnKind kind() const override { return kind_; }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        Column subject_scratch;
        const Column* subject = nullptr;
        if (subject_ != nullptr) {
            CONFER_TRY(subject, subject_->compute(run, rows, subject_scratch));
        }
        scratch.reset(kind_, rows.row_count());
        Selection open;
        open = rows_of(rows, open);
        for (const Branch& branch : branches_) {
            CONFER_TRY(const Selection chosen, choose_rows(*branch.when, subject, run, rows.with(open)));
            CONFER_CHECK(assign(*branch.then, run, rows, chosen, scratch));
            open = without(open, chosen);
            if (open.empty()) break;
        }
        CONFER_CHECK(assign(*otherwise_, run, rows, open, scratch));
        return &scratch;
    }

private:
    static Result<Selection> choose_rows(const Evaluator& when, const Column* subject, RunContext& run,
                                         const RowView& rows) {
        if (subject == nullptr) return when.choose(run, rows);
        Column scratch;
        CONFER_TRY(const Column* const value, when.compute(run, rows, scratch));
        return equal_rows(*subject, *value, run, rows);
    }
    [[gnu::noinline]] static Result<Selection> equal_rows(const Column& subject, const Column& value, RunContext& run,
                                                          const RowView& rows) {
        Selection chosen;
        TruthSink sink(chosen);
        Effort effort(run.limits);
        compare_columns(typed::Op::equal, subject, value, rows, sink, effort);
        CONFER_CHECK(effort.result());
        return chosen;
    }

    EvaluatorPtr subject_;  // null: each branch has a condition
    std::vector<Branch> branches_;
    EvaluatorPtr otherwise_;
    ColumnKind kind_;
};

class Coalesce final : public Evaluator {
public:
    Coalesce(std::vector<EvaluatorPtr> parts, SourceSpan span) : Evaluator(span), parts_(std::move(parts)) {
        std::vector<const Evaluator*> results;
        for (const EvaluatorPtr& part : parts_) results.push_back(part.get());
        kind_ = common_kind(results);
    }
    ColumnKind kind() const override { return kind_; }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        scratch.reset(kind_, rows.row_count());
        Selection open;
        open = rows_of(rows, open);
        for (const EvaluatorPtr& part : parts_) {
            CONFER_CHECK(assign(*part, run, rows, open, scratch));
            std::erase_if(open, [&](RowIndex row) { return !scratch.is_null(row); });
            if (open.empty()) break;
        }
        return &scratch;
    }

private:
    std::vector<EvaluatorPtr> parts_;
    ColumnKind kind_;
};

}  // namespace

Compiled compile(const typed::Case& choice, const typed::Expr& expr, const Scope& scope) {
    bool constant = true;
    const auto part = [&](Compiled compiled) {
        constant = constant && compiled.constant;
        return std::move(compiled.evaluator);
    };
    EvaluatorPtr subject = choice.subject ? part(compile_part(*choice.subject, scope)) : nullptr;
    std::vector<Branch> branches;
    for (const auto& [when, then] : choice.branches) {
        EvaluatorPtr condition = part(subject ? compile_part(*when, scope) : compile_condition(*when, scope));
        branches.push_back({std::move(condition), part(compile_part(*then, scope))});
    }
    EvaluatorPtr otherwise =
        choice.otherwise ? part(compile_part(*choice.otherwise, scope)) : make_constant(Value(), expr.span);
    return {std::make_unique<Case>(std::move(subject), std::move(branches), std::move(otherwise), expr.span), constant};
}

Compiled compile_coalesce(const typed::Call& call, const typed::Expr& expr, const Scope& scope) {
    CompiledParts parts;
    for (const typed::ExprPtr& argument : call.arguments) parts.add(compile_part(*argument, scope));
    return {std::make_unique<Coalesce>(std::move(parts.evaluators), expr.span), parts.constant};
}

}  // namespace confer::engine::exec
