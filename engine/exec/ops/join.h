#pragma once
// HashJoin and CrossProduct: pairs of rows of two independent inputs; Union: the rows of several, one after the other.
//
// Shapes     the left input's order is kept. HashJoin: rows whose keys are equivalent and not null. The right input
//            does not depend on the frame: it is read once, and kept when the state is rewound.
// Errors     those of inputs and keys; memory_limit.
// Cost       memory: the right input.
#include "exec/ops/group_table.h"
#include "exec/ops/rows.h"

namespace confer::engine::exec {

struct JoinSpec {
    std::uint32_t tag = Layout::absent;   // column of the left input
    std::vector<Carry> left;              // columns of the left input to columns of the output
    std::vector<Carry> right;             // of the right one
    std::vector<ColumnKind> right_kinds;  // of the columns that `right` lists
    std::vector<ColumnKind> kinds;
    std::vector<EvaluatorPtr> left_keys, right_keys;  // HashJoin
};

class HashJoin final : public Operator {
public:
    HashJoin(OperatorPtr left, OperatorPtr right, JoinSpec spec)
        : left_(std::move(left)), right_(std::move(right)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr left_, right_;
    JoinSpec spec_;
};

class CrossProduct final : public Operator {
public:
    CrossProduct(OperatorPtr left, OperatorPtr right, JoinSpec spec)
        : left_(std::move(left)), right_(std::move(right)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr left_, right_;
    JoinSpec spec_;
};

class Union final : public Operator {
public:
    struct Part {
        OperatorPtr input;
        std::vector<Carry> carried;
    };
    Union(std::vector<Part> parts, std::vector<ColumnKind> kinds)
        : parts_(std::move(parts)), kinds_(std::move(kinds)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    std::vector<Part> parts_;
    std::vector<ColumnKind> kinds_;
};

}  // namespace confer::engine::exec
