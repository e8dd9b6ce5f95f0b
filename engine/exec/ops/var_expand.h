#pragma once
// VarExpand: all walks of a variable number of relationships from a bound node, none of them used twice in a walk.
//
// Shapes     a row for each walk of `least` to `most` relationships; of length zero too, where least is 0.
// Errors     those of the conditions; invalid_argument_type when an end is not a node.
// Cost       proportional to the walks, which may be exponentially many; depth-first, so memory is the longest walk
//            times its nodes' degrees.
#include <limits>

#include "exec/ops/walk_steps.h"

namespace confer::engine::exec {

struct WalkSpec {
    ExpandSpec ends;  // `to` is present when the other end is bound; `relationship`: the list of them
    WalkConditions conditions;
    std::uint32_t least = 1, most = std::numeric_limits<std::uint32_t>::max();
    bool reversed = false;  // the list is turned round
};

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
