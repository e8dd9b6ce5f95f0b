#pragma once
// CountWays: adds the number of ways on from a bound node, without going any of them.
//
// Shapes     same rows and columns, and one integer column more; rows without any way are dropped.
// Errors     invalid_argument_type when the node is none; those of WayCounter.
// Cost       that of WayCounter.
#include "exec/ops/way_counter.h"

namespace confer::engine::exec {

class CountWays final : public Operator {
public:
    struct Spec {
        Slot from;
        WaysSpec ways;
        std::size_t memories = 0;
        std::uint32_t count = 0;  // the new column, behind all others
    };
    CountWays(OperatorPtr input, Spec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    Spec spec_;
};

}  // namespace confer::engine::exec
