#pragma once
// SelectPaths: of the rows that are the same in some columns, those with the shortest paths.
//
// Shapes     in the order in which groups of rows first appear, then by the paths' lengths, then by their
// relationships.
//            Of rows with the same path, the first.
// Errors     invalid_argument_value when the number of paths is not positive.
// Cost       holds all rows of its input.
#include "exec/ops/cut.h"

namespace confer::engine::exec {

class SelectPaths final : public Operator {
public:
    struct Spec {
        std::uint32_t path;               // column of the input
        std::vector<std::uint32_t> same;  // columns of nodes (or the tag) that tell the groups apart
        RowCount count;                   // paths of a group, or with `groups` lengths; absent: one
        bool groups = false;
        std::vector<Carry> carried;
        std::vector<ColumnKind> kinds;
    };
    SelectPaths(OperatorPtr input, Spec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    Spec spec_;
};

}  // namespace confer::engine::exec
