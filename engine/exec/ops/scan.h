#pragma once
// The leaves of a plan: SingleRow, NodeScan (all nodes or those with a label) and Argument.
//
// Cost       NodeScan: 4 bytes copied a node. Argument: one copy of the outer rows' columns.
#include <optional>
#include <span>

#include "exec/ops/rows.h"

namespace confer::engine::exec {

// One row without columns.
class SingleRow final : public Operator {
public:
    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;
};

// Every node of the graph, or those listed; as column 0, where it is wanted. `by_morsels`: only the run's morsel.
class NodeScan final : public Operator {
public:
    NodeScan(NodeId count, bool wanted, bool by_morsels) : count_(count), wanted_(wanted), by_morsels_(by_morsels) {}
    NodeScan(std::span<const NodeId> nodes, bool wanted, bool by_morsels)
        : nodes_(nodes), count_(nodes.size()), wanted_(wanted), by_morsels_(by_morsels) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    std::optional<std::span<const NodeId>> nodes_;
    std::size_t count_;
    bool wanted_, by_morsels_;
};

// The rows of the frame: their tag as column 0, and the columns wanted.
class Argument final : public Operator {
public:
    Argument(std::vector<ColumnKind> kinds, std::vector<Carry> carried)
        : kinds_(std::move(kinds)), carried_(std::move(carried)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    std::vector<ColumnKind> kinds_;
    std::vector<Carry> carried_;
};

}  // namespace confer::engine::exec
