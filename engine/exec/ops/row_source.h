#pragma once
// RowSource: the rows that an earlier part of the statement has left.
#include "exec/ops/rows.h"

namespace confer::engine::exec {

class RowSource final : public Operator {
public:
    // Refers to `batches`, which must outlive it.
    RowSource(const std::vector<RowBatch>& batches, std::vector<Carry> carried, std::vector<ColumnKind> kinds)
        : batches_(batches), carried_(std::move(carried)), kinds_(std::move(kinds)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    const std::vector<RowBatch>& batches_;
    std::vector<Carry> carried_;
    std::vector<ColumnKind> kinds_;
};

}  // namespace confer::engine::exec
