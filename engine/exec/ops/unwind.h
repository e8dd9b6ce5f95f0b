#pragma once
// Unwind: a row for each element of a list; none for null; one for a value that is not a list.
//
// The numbers of a `range` are given without a list of them.
//
// Errors     those of the expression; invalid_argument_type when an element is not of the kind that the analyser found.
// Cost       one copy of the carried columns an element.
#include "exec/ops/rows.h"

namespace confer::engine::exec {

class Unwind final : public Operator {
public:
    struct Spec {
        EvaluatorPtr list;                // null: `range` it is
        std::vector<EvaluatorPtr> range;  // its arguments
        SourceSpan span;
        std::uint32_t tag = Layout::absent;       // column of the input
        std::uint32_t element = Layout::absent;   // column of the output
        std::uint32_t position = Layout::absent;  // column of the output: where the element stands in its list
        std::int64_t first = 0;                   // the first one's position
        std::vector<Carry> carried;
        std::vector<ColumnKind> kinds;
    };
    Unwind(OperatorPtr input, Spec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    Spec spec_;
};

}  // namespace confer::engine::exec
