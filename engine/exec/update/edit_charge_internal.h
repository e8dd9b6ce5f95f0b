#pragma once
// EditCharge: the memory that a clause's changes take, charged to the run's budget batch by batch.
//
// Units      bytes; an estimate (GraphEdit::heap_bytes).
#include "exec/expr/evaluator.h"
#include "graph/graph_edit.h"

namespace confer::engine::exec {

class EditCharge {
public:
    EditCharge(const GraphEdit& edit, RunContext& run) : edit_(edit), run_(run), charged_(edit.heap_bytes()) {}

    // To be called once a batch. Errors: memory_limit, interrupted, timeout.
    Result<void> check() {
        const std::size_t now = edit_.heap_bytes();
        CONFER_CHECK(run_.limits.charge(now - charged_));
        charged_ = now;
        return run_.limits.check();
    }

private:
    const GraphEdit& edit_;
    RunContext& run_;
    std::size_t charged_;
};

}  // namespace confer::engine::exec
