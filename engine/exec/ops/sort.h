#pragma once
// Sort: all rows in order.
//
// Shapes     the columns kept, in the order given; rows with equal keys in order of arrival. In a subplan the tag is
//            the first key.
// Errors     those of the keys; memory_limit.
// Cost       n log n comparisons, and a copy of the rows.
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

}  // namespace confer::engine::exec
