#pragma once
// run_plan: a compiled statement -> its answer.
//
// Threads    safe from any number of threads; a plan may run in several at once.
// Errors     run-time errors, with spans into the statement that was asked.
#include <string_view>

#include "exec/expr/evaluator.h"
#include "session/answer.h"
#include "session/compile.h"

namespace confer::engine {

struct Asked {
    std::string_view statement;
    const Skeleton& skeleton;  // of the statement; that of the plan's own
};

class Transaction;

// REQUIRES: the statement doesn't write. A run that fails leaves to `leftovers` what it held.
Result<Answer> run_plan(const Compiled& plan, const Asked& asked, const GraphPtr& graph,
                        const exec::Parameters& parameters, RunLimits& limits, exec::Leftovers& leftovers);

// A statement that writes, up to the point where it can be published.
Result<Answer> run_update(const Compiled& plan, const Asked& asked, Transaction& transaction, RunLimits& limits,
                          exec::Leftovers& leftovers);

}  // namespace confer::engine
