#pragma once
// Reach: the nodes within some number of relationships of a bound node, each once.
//
// Shapes     a row for each pair (input row, node reached); with `to` bound, at most one for each input row. From
//            zero or one relationship on, in turns of one step; what begins and ends in the same node counts when some
//            walk of distinct relationships leads back.
// Errors     as VarExpand.
// Cost       O(nodes + relationships reached) for each input row.
// Source     rules/reach.cpp says when this gives the same rows as VarExpand.
#include "exec/ops/var_expand.h"

namespace confer::engine::exec {

class Reach final : public Operator {
public:
    Reach(OperatorPtr input, WalkSpec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    WalkSpec spec_;
};

}  // namespace confer::engine::exec
