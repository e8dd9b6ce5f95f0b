#pragma once
// Recall: fetches columns of the frame's rows that the subplan had dropped, by each row's tag.
#include "exec/ops/rows.h"

namespace confer::engine::exec {

class Recall final : public Operator {
public:
    // carried: from columns of the frame's rows to columns of the output.
    struct Spec {
        std::uint32_t tag;
        std::vector<Carry> carried;
        std::vector<ColumnKind> kinds;  // of the output, all columns
    };
    Recall(OperatorPtr input, Spec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    Spec spec_;
};

}  // namespace confer::engine::exec
