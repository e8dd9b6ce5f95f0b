#pragma once
// Sort: all rows in order; Top: the first rows in order.
//
// Shapes     the columns kept, in the order given; rows with equal keys in order of arrival. In a subplan the tag is
// the
//            first key of Sort; Top is not used there.
// Errors     those of the keys; memory_limit; those of SKIP and LIMIT.
// Cost       Sort: n log n comparisons, and a copy of the rows. Top: about n comparisons and k log k, and a copy of
//            at most twice k rows and a few thousand.
#include "exec/ops/cut.h"
#include "exec/ops/sort_rows.h"

namespace confer::engine::exec {

class Sort final : public Operator {
public:
    Sort(OperatorPtr input, std::vector<OrderKey> keys, std::vector<KeptColumn> kept)
        : input_(std::move(input)), keys_(std::move(keys)), kept_(std::move(kept)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    std::vector<OrderKey> keys_;
    std::vector<KeptColumn> kept_;
};

class Top final : public Operator {
public:
    Top(OperatorPtr input, std::vector<OrderKey> keys, std::vector<KeptColumn> kept, RowCount skip, RowCount limit)
        : input_(std::move(input)),
          keys_(std::move(keys)),
          kept_(std::move(kept)),
          skip_(std::move(skip)),
          limit_(std::move(limit)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    std::vector<OrderKey> keys_;
    std::vector<KeptColumn> kept_;
    RowCount skip_, limit_;
};

}  // namespace confer::engine::exec
