#pragma once
// Filter: keeps the rows whose condition is true; null counts as false. Compute: adds columns.
//
// Shapes     same columns, same order; Filter narrows the selection.
// Errors     those of the expressions.
// Cost       one evaluation a row; nothing is copied.
#include "exec/ops/rows.h"

namespace confer::engine::exec {

class Filter final : public Operator {
public:
    Filter(OperatorPtr input, EvaluatorPtr condition) : input_(std::move(input)), condition_(std::move(condition)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override { return input_->open(run, frame); }
    void rewind(State& state) const override { input_->rewind(state); }
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    EvaluatorPtr condition_;
};

class Compute final : public Operator {
public:
    struct Item {
        EvaluatorPtr expr;
        std::uint32_t column;
    };
    // `columns`: how many there are with the new ones.
    Compute(OperatorPtr input, std::vector<Item> items, std::size_t columns)
        : input_(std::move(input)), items_(std::move(items)), columns_(columns) {}

    StatePtr open(RunContext& run, const Frame* frame) const override { return input_->open(run, frame); }
    void rewind(State& state) const override { input_->rewind(state); }
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    std::vector<Item> items_;
    std::size_t columns_;
};

}  // namespace confer::engine::exec
