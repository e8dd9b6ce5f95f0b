#pragma once
// IdSeek: for each row, the nodes whose `id` property equals a value, or is one of a list's values.
//
// Shapes     a node is given once a row, however often the list names it; in ascending order of nodes.
// Errors     those of the expression; invalid_argument_type when the list is something else.
// Cost       one hash a value; a scan of the column for values that are not strings, or where ids repeat.
#include "exec/ops/rows.h"

namespace confer::engine::exec {

class IdSeek final : public Operator {
public:
    struct Spec {
        EvaluatorPtr id;
        bool any_of = false;
        SourceSpan span;
        std::uint32_t node;  // output column, or absent
        std::vector<Carry> carried;
        std::vector<ColumnKind> kinds;
    };
    IdSeek(OperatorPtr input, Spec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    Spec spec_;
};

}  // namespace confer::engine::exec
