#pragma once
// Expand: follows one relationship from a bound node; ExpandInto: finds the relationships between two bound nodes.
//
// Shapes     a row for each relationship; a relationship from a node to itself once, whatever the direction.
// Errors     invalid_argument_type when an end is not a node.
// Cost       Expand: copies of the adjacency; ExpandInto: a binary search in the shorter of the two ends' lists.
#include "exec/ops/rows.h"
#include "graph/topology.h"

namespace confer::engine::exec {

// One type in one direction. A relationship that runs both ways is two legs; the second then leaves out loops.
struct Leg {
    TypeId type;
    Direction direction;
    bool skip_loops = false;
};

struct ExpandSpec {
    Slot from, to;  // columns of the input; `to` for ExpandInto
    std::vector<Leg> legs;
    std::vector<Slot> distinct_from;          // columns of the input
    std::uint32_t tag = Layout::absent;       // column of the input
    std::uint32_t new_node = Layout::absent;  // columns of the output
    std::uint32_t relationship = Layout::absent;
    std::vector<Carry> carried;
    std::vector<ColumnKind> kinds;
};

class Expand final : public Operator {
public:
    Expand(OperatorPtr input, ExpandSpec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    ExpandSpec spec_;
};

class ExpandInto final : public Operator {
public:
    ExpandInto(OperatorPtr input, ExpandSpec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    ExpandSpec spec_;
};

}  // namespace confer::engine::exec
