#pragma once
// ProcedureCall: each row as often as a procedure gives rows for it, with their outputs; as it is when the procedure is
// void.
//
// Errors     those of the arguments and of the procedure; invalid_argument_type for an argument of the wrong kind;
//            plugin when an output is of another kind than was promised.
// Cost       a call a row; the rows of one call are taken batch by batch.
#include "exec/ops/rows.h"
#include "function/procedure_registry.h"

namespace confer::engine::exec {

class ProcedureCall final : public Operator {
public:
    struct Argument {
        EvaluatorPtr value;
        SourceSpan span;
    };
    struct Yield {
        std::size_t output;    // index in the procedure's outputs
        std::uint32_t column;  // of the output batch
    };
    struct Spec {
        ProcedurePtr procedure;
        SourceSpan span;  // of its name
        std::vector<Argument> arguments;
        std::vector<Yield> yields;
        std::uint32_t tag = Layout::absent;  // column of the input
        std::vector<Carry> carried;
        std::vector<ColumnKind> kinds;
    };
    ProcedureCall(OperatorPtr input, Spec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    struct CallState;
    Result<void> begin_call(CallState& at, RowIndex row) const;
    Result<std::size_t> take_rows(CallState& at, std::size_t most, RowBatch& out) const;
    Error placed(Error error) const;

    OperatorPtr input_;
    Spec spec_;
};

}  // namespace confer::engine::exec
