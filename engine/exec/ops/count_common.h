#pragma once
// CountCommon: adds the number of ways between two bound nodes over a node in the middle: an intersection of their
// sorted lists of neighbours.
//
// Shapes     same rows and columns, and one integer column more; rows without any way are dropped.
// Errors     invalid_argument_type when an end is not a node.
// Cost       the two lists a row, or fewer where one is much longer; one list, where rows that follow each other have
//            an end in common. A bit or a counter for each node.
#include <optional>

#include "exec/ops/expand.h"
#include "exec/symbol_test.h"

namespace confer::engine::exec {

// Two steps over a middle (plan::Through).
struct ThroughSpec {
    std::vector<Leg> first, second;    // seen from the beginning, and from the middle
    std::optional<SymbolTest> labels;  // of the middle
    bool distinct = false;             // the two relationships must differ
};

class CountCommon final : public Operator {
public:
    struct Spec {
        Slot from, to;
        ThroughSpec through;
        std::uint32_t count = 0;  // the new column, behind all others
    };
    CountCommon(OperatorPtr input, Spec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    Spec spec_;
};

// How many ways take the same relationship there and back, which leads back to `node`; each to be taken off where the
// two must differ.
std::int64_t ways_there_and_back(const PropertyGraph& graph, const ThroughSpec& through, NodeId node);

}  // namespace confer::engine::exec
