#pragma once
// SparseProduct: from each bound node, every node that two steps lead to, once, with the number of ways there: the
// rows of a product of two sparse matrices.
//
// Given the nodes that may be at the far end, the second matrix is built of these alone, its columns in the order of
// their ids where pairs must be ordered by them: the half that is not wanted is then never looked at. Without, both
// steps follow the graph's own adjacency.
//
// Shapes     a row for each pair, in order of the input; the order of the far ends of one input row is unspecified,
//            but the same in every run.
// Errors     invalid_argument_type when an end is not a node; memory_limit.
// Cost       an addition a way; a counter for each node that may be at the far end.
// Source     Gustavson, "Two fast algorithms for sparse matrices: multiplication and permuted transposition",
//            TOMS 4(3), 1978: one dense accumulator, reset along the list of what was touched.
#include "exec/ops/count_common.h"
#include "exec/ops/cut.h"

namespace confer::engine::exec {

class SparseProduct final : public Operator {
public:
    struct Spec {
        Slot from;
        ThroughSpec through;
        OperatorPtr ends;  // may be null: any node
        Slot end;          // its column there
        std::optional<typed::Op> order;
        // Only rows whose count is among the highest `most` are wanted (and those that equal the last of them).
        std::optional<std::pair<RowCount, RowCount>> most;  // a LIMIT, and the SKIP before it
        std::uint32_t tag = Layout::absent;                 // column of the input
        std::uint32_t new_node = Layout::absent;            // columns of the output
        std::uint32_t count = Layout::absent;
        std::vector<Carry> carried;
        std::vector<ColumnKind> kinds;
    };
    SparseProduct(OperatorPtr input, Spec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    Spec spec_;
};

}  // namespace confer::engine::exec
