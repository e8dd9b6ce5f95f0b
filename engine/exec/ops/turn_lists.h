#pragma once
// TurnLists: of a walk in turns, the lists of what stands at the same place of each turn.
//
// Shapes     adds a value column for each list; null where the walk's start or its relationships are null.
// Cost       O(length of the walk) a row.
#include "exec/ops/rows.h"

namespace confer::engine::exec {

class TurnLists final : public Operator {
public:
    struct List {
        std::uint32_t column;
        bool of_nodes;
        std::size_t position;  // among the turn's nodes or relationships
    };
    struct Spec {
        std::uint32_t from, relationships;  // columns
        std::size_t steps;                  // of a turn
        std::vector<List> lists;
        std::size_t columns;  // how many there are with the new ones
    };
    TurnLists(OperatorPtr input, Spec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override { return input_->open(run, frame); }
    void rewind(State& state) const override { input_->rewind(state); }
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    Spec spec_;
};

}  // namespace confer::engine::exec
