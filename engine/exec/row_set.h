#pragma once
// RowSet: the rows that one part of a statement that writes leaves to the next, kept as columns.
//
// Shapes     batches[i].columns[j] holds variables[j] and is of kinds[j]; no selections, no constant columns.
// Ownership  owns its rows; borrowed strings in them live in the graphs that they were read from.
// Threads    one thread.
#include "exec/query.h"
#include "graph/graph_edit.h"

namespace confer::engine::exec {

struct RowSet {
    std::vector<typed::VarId> variables;
    std::vector<ColumnKind> kinds;
    std::vector<RowBatch> batches;
    std::size_t charged = 0;  // bytes, of the run's memory budget

    std::size_t count() const;
    Layout layout() const;
};

// What `query` gives, its columns called `variables`. Charges the run's memory budget.
Result<RowSet> collect(const ExecutableQuery& query, std::vector<typed::VarId> variables, RunContext& run);

// Numbers of nodes and relationships as they are after a snapshot was made.
void move_elements(RowSet& rows, const MovedElements& moved);
Value moved_value(const Value& value, const MovedElements& moved);

}  // namespace confer::engine::exec
