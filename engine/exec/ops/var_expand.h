#pragma once
// VarExpand: all walks of a variable number of relationships from a bound node, none of them used twice in a walk.
//
// Shapes     a row for each walk of `least` to `most` turns; of length zero too, where least is 0.
// Errors     those of the conditions; invalid_argument_type when an end is not a node.
// Cost       proportional to the walks, which may be exponentially many; depth-first, so memory is the longest walk
//            times its nodes' degrees.
#include "exec/ops/walk_steps.h"

namespace confer::engine::exec {

class VarExpand final : public Operator {
public:
    VarExpand(OperatorPtr input, WalkSpec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    WalkSpec spec_;
};

}  // namespace confer::engine::exec
