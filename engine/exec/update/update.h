#pragma once
// update: the clauses that write, carried out on the rows that come into them.
//
// Each gives the rows back with what it has bound: CREATE adds columns, MERGE also rows.
//
// Threads    one thread: that of the statement that writes.
// Errors     those of the expressions; invalid_property_type, merge_read_own_writes, deleted_entity_access,
//            invalid_argument_type, invalid_argument_value. The edit is then of no more use.
// Cost       linear in the rows; MERGE looks nodes up in a hash index of what is merged.
// Source     openCypher 9 reference, updating clauses; Green et al., "Updating Graph Databases with Cypher", PVLDB
// 12(12),
//            2019, for what a clause sees: SET, and MERGE's actions, see what was done for earlier rows; expressions of
//            CREATE and DELETE see the graph before the clause, and in CREATE the nodes that it drew before them.
#include "exec/row_set.h"
#include "graph/graph_edit.h"
#include "semantics/typed_update.h"

namespace confer::engine::exec {

// REQUIRES: run.graph is edit.view(); the layout of the rows has what the expressions read.
Result<void> create(const typed::Create& clause, RowSet& rows, GraphEdit& edit, RunContext& run);
Result<void> merge(const typed::Merge& clause, RowSet& rows, GraphEdit& edit, RunContext& run);
Result<void> set(const typed::Set& clause, const RowSet& rows, GraphEdit& edit, RunContext& run);
Result<void> delete_elements(const typed::Delete& clause, const RowSet& rows, GraphEdit& edit, RunContext& run);

}  // namespace confer::engine::exec
