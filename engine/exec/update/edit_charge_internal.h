#pragma once
// EditCharge: the memory that a clause's changes take, charged to the run's budget batch by batch.
//
// Units      bytes; an estimate: what elements and values take in columns and adjacency.
#include "exec/expr/evaluator.h"
#include "graph/graph_edit.h"

namespace confer::engine::exec {

class EditCharge {
public:
    EditCharge(const GraphEdit& edit, RunContext& run) : edit_(edit), run_(run), charged_(bytes()) {}

    // To be called once a batch. Errors: memory_limit, interrupted, timeout.
    Result<void> check() {
        const std::size_t now = bytes();
        CONFER_CHECK(run_.limits.charge(now - charged_));
        charged_ = now;
        return run_.limits.check();
    }

private:
    std::size_t bytes() const {
        const EditStats& stats = edit_.stats();
        return 16 * stats.nodes_created + 96 * stats.relationships_created + 16 * stats.properties_set;
    }

    const GraphEdit& edit_;
    RunContext& run_;
    std::size_t charged_;
};

}  // namespace confer::engine::exec
