#pragma once
// Top: the first rows in order.
//
// Rows are compared by the first key alone, as long as that tells which of them may be among the first; the other keys
// are computed for those few.
//
// Shapes     the columns given, in the order given; rows with equal keys in order of arrival. Not used in subplans.
// Errors     those of the keys, for rows whose keys are computed; memory_limit; those of SKIP and LIMIT.
// Cost       about n comparisons and k log k, and a copy of at most twice k rows and a few thousand.
// Source     partial selection: Hoare, "Algorithm 65: find", CACM 4(7), 1961.
#include "exec/ops/cut.h"
#include "exec/ops/sort_rows.h"

namespace confer::engine::exec {

class Top final : public Operator {
public:
    struct Spec {
        std::vector<OrderKey> keys;    // at least one
        std::vector<KeptColumn> held;  // the columns of the input that come out, then what else the keys read
        std::size_t given = 0;         // how many come out
        RowCount skip, limit;
    };
    Top(OperatorPtr input, Spec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    Spec spec_;
};

}  // namespace confer::engine::exec
