#pragma once
// ShortestWalk: of the walks from a bound node, those that a selector takes: the first ones by length for each end.
//
// Shapes     a row for each walk taken; to a bound node, or to every node that can be reached. A walk uses no
//            relationship twice.
// Errors     those of the conditions; invalid_argument_type when an end is not a node; invalid_argument_value when
//            the number of walks is not positive.
// Cost       the shortest walks in turns of one step: as MeetingSearch; all others: as TrailsByLength.
#include "exec/ops/cut.h"
#include "exec/ops/walk_steps.h"

namespace confer::engine::exec {

class ShortestWalk final : public Operator {
public:
    struct Spec {
        WalkSpec walk;
        std::vector<WalkStep> backward;  // the turn's steps from its end; with conditions when there is one
        RowCount count;                  // absent: one
        bool groups = false;
        bool ends_differ = false;
    };
    ShortestWalk(OperatorPtr input, Spec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    Spec spec_;
};

}  // namespace confer::engine::exec
