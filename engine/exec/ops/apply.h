#pragma once
// The operators that run a subplan for the rows of their first input, a batch of them at a time.
//
// Shapes     the subplan's rows carry the index of the outer row that they belong to as column 0.
//            OptionalApply: every pair, and nulls for outer rows without one; REQUIRES a subplan that keeps the
//            order of the outer rows. SemiApply: outer rows that have some (anti: no) row. SubqueryApply adds a column:
//            whether there is a row, how many, or the list of the rows' results. Fold adds the last accumulator.
// Errors     those of the inputs; memory_limit; Fold: invalid_argument_type when it has no list.
// Cost       one run of the subplan a batch; Fold: one for each place in the longest list.
#include "exec/ops/rows.h"
#include "semantics/typed_expr.h"

namespace confer::engine::exec {

class OptionalApply final : public Operator {
public:
    struct Spec {
        std::vector<Carry> outer, inner;  // to columns of the output
        std::vector<ColumnKind> kinds;
    };
    OptionalApply(OperatorPtr input, OperatorPtr subplan, Spec spec)
        : input_(std::move(input)), subplan_(std::move(subplan)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_, subplan_;
    Spec spec_;
};

class SemiApply final : public Operator {
public:
    SemiApply(OperatorPtr input, OperatorPtr subplan, bool anti)
        : input_(std::move(input)), subplan_(std::move(subplan)), anti_(anti) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_, subplan_;
    bool anti_;
};

class SubqueryApply final : public Operator {
public:
    struct Spec {
        typed::Subquery::Form form;
        EvaluatorPtr result;  // over the subplan's columns: what is collected; for how many each row counts (null: one)
        std::uint32_t out;    // the new column, after the input's
        SourceSpan span;
    };
    SubqueryApply(OperatorPtr input, OperatorPtr subplan, Spec spec)
        : input_(std::move(input)), subplan_(std::move(subplan)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_, subplan_;
    Spec spec_;
};

class Fold final : public Operator {
public:
    struct Spec {
        EvaluatorPtr initial, list;
        // New columns after the input's: the accumulator, which is also the result, and the element.
        std::uint32_t accumulator, element;
        std::uint32_t body;  // column of the subplan
        SourceSpan span;
    };
    Fold(OperatorPtr input, OperatorPtr subplan, Spec spec)
        : input_(std::move(input)), subplan_(std::move(subplan)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_, subplan_;
    Spec spec_;
};

}  // namespace confer::engine::exec
