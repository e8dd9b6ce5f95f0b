#pragma once
// builtin_procedures: the procedures that every graph has: db.… tells what the graph holds, confer.… integrates. Those
// that compare and calculate come from extensions (session/extensions.h).
//
// Errors     of confer.…: invalid_argument_value; whatever the limits say.
// Source     names and outputs of db.… after Neo4j's built-in procedures.
#include "function/procedure_registry.h"

namespace confer::engine {

// Built on first use; one for the process.
const ProcedureRegistry& builtin_procedures();

}  // namespace confer::engine
