#pragma once
// ExecutableQuery: a plan lowered onto one graph, ready to run; the door of the execution floor.
//
// Ownership  holds the lowered operators; refers to the graph, which must outlive it.
// Threads    immutable: run() may be called in many threads at once.
#include <functional>
#include <memory>
#include <vector>

#include "base/result.h"
#include "exec/expr/evaluator.h"
#include "plan/logical_plan.h"

namespace confer::engine::exec {

class Profile;

class ExecutableQuery {
public:
    virtual ~ExecutableQuery() = default;
    // Hands each batch to `take`, its columns in the order of the query's columns. Stops at the first error,
    // of the query or of `take`.
    // The kinds of the columns.
    virtual const std::vector<ColumnKind>& kinds() const = 0;
    virtual Result<void> run(RunContext& run, const std::function<Result<void>(RowBatch&)>& take) const = 0;
};

struct RowSet;  // exec/row_set.h

// REQUIRES: `plan` was built for a graph with the same names as `graph`. `sources`: what the plan's Rows stand for;
// `profile`, if there is one, was made for `plan`, and runs of the query are written down there. Both outlive the
// query.
Result<std::unique_ptr<const ExecutableQuery>> lower(const plan::Plan& plan, const PropertyGraph& graph,
                                                     const std::vector<RowSet>* sources = nullptr,
                                                     Profile* profile = nullptr);

}  // namespace confer::engine::exec
