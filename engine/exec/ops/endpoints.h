#pragma once
// Endpoints: from a bound relationship, or a bound list of them, to its ends: `from` and `to` as the pattern has them.
//
// Shapes     a row for each way to read it: two, where direction does not matter and the ends differ. Ends that are
//            bound must be the same; a list must be a walk without repetition, of a length within bounds.
// Errors     invalid_argument_type when it is something else.
#include <limits>

#include "exec/ops/rows.h"

namespace confer::engine::exec {

class Endpoints final : public Operator {
public:
    struct Spec {
        Slot relationship;
        bool is_list = false;
        std::uint32_t least = 1, most = std::numeric_limits<std::uint32_t>::max();
        std::vector<bool> types;  // by type: allowed
        bool outgoing = true, incoming = false;
        bool same_ends = false;                                            // (a)-[r]-(a)
        Slot from, to;                                                     // bound ends: columns of the input
        std::uint32_t new_from = Layout::absent, new_to = Layout::absent;  // columns of the output
        std::vector<Carry> carried;
        std::vector<ColumnKind> kinds;
    };
    Endpoints(OperatorPtr input, Spec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    Spec spec_;
};

}  // namespace confer::engine::exec
