#pragma once
// Cut: leaves out the first rows (SKIP) and stops after some (LIMIT), before asking its input for more than that.
//
// Shapes     in a subplan, for each row of the frame on its own.
// Errors     negative_integer_argument, invalid_argument_type.
#include "exec/ops/rows.h"

namespace confer::engine::exec {

// How many rows a SKIP or LIMIT names: an expression without variables, read when the run first needs it.
class RowCount {
public:
    RowCount() = default;
    RowCount(EvaluatorPtr expr, const char* clause, SourceSpan span)
        : expr_(std::move(expr)), clause_(clause), span_(span) {}

    bool present() const { return expr_ != nullptr; }
    SourceSpan span() const { return span_; }
    Result<std::uint64_t> read(RunContext& run) const;  // REQUIRES: present()

private:
    EvaluatorPtr expr_;
    const char* clause_ = "";
    SourceSpan span_;
};

// How many paths a selector names: one when it names no number. Errors: invalid_argument_value for 0.
Result<std::uint64_t> read_path_count(const RowCount& count, RunContext& run);

class Cut final : public Operator {
public:
    // `tag`: the column of the tag, or absent.
    Cut(OperatorPtr input, RowCount skip, RowCount limit, std::uint32_t tag)
        : input_(std::move(input)), skip_(std::move(skip)), limit_(std::move(limit)), tag_(tag) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    RowCount skip_, limit_;
    std::uint32_t tag_;
};

}  // namespace confer::engine::exec
