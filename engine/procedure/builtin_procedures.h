#pragma once
// builtin_procedures: the procedures that every graph has: db.… tells what the graph holds, algo.… runs Boost.Graph's
// algorithms on the snapshot, with nothing copied; confer.… compares and integrates.
//
// Errors     of algo.… and confer.…: unknown_label, unknown_relationship_type with a schema; whatever the limits say.
// Source     names and outputs of db.… after Neo4j's built-in procedures.
#include "function/procedure_registry.h"

namespace confer::engine {

// Built on first use; one for the process.
const ProcedureRegistry& builtin_procedures();

}  // namespace confer::engine
