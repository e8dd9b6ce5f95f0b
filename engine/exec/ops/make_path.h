#pragma once
// MakePath: a path value from its nodes and relationships; null when any part is.
//
// Shapes     adds one value column. A list of relationships stands for the walk along them.
// Errors     invalid_argument_type when it begins with something else than a node.
// Cost       one allocation a row.
#include "exec/ops/rows.h"

namespace confer::engine::exec {

class MakePath final : public Operator {
public:
    // parts: node, relationship(s), node, …; `columns`: how many there are with the new one, which is the last.
    MakePath(OperatorPtr input, std::vector<std::uint32_t> parts, std::size_t columns)
        : input_(std::move(input)), parts_(std::move(parts)), columns_(columns) {}

    StatePtr open(RunContext& run, const Frame* frame) const override { return input_->open(run, frame); }
    void rewind(State& state) const override { input_->rewind(state); }
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    std::vector<std::uint32_t> parts_;
    std::size_t columns_;
};

}  // namespace confer::engine::exec
