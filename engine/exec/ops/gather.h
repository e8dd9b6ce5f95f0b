#pragma once
// Gather: runs a pipeline in several workers at once, each over another morsel of the nodes that its scan lists.
//
// Shapes     the pipeline's rows in the order in which one worker alone would give them.
// Errors     that of the first morsel that fails.
// Cost       the pipeline's, shared; some batches of each morsel in a window are held until they have been read.
// Source     Leis, Boncz, Kemper and Neumann, "Morsel-driven parallelism", SIGMOD 2014.
#include "exec/operator.h"

namespace confer::engine::exec {

class Gather final : public Operator {
public:
    // `pipeline`: ends in a NodeScan by morsels, over `nodes` nodes.
    Gather(OperatorPtr pipeline, std::size_t nodes) : pipeline_(std::move(pipeline)), nodes_(nodes) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr pipeline_;
    std::size_t nodes_;
};

}  // namespace confer::engine::exec
