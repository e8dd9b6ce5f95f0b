#pragma once
// catalogue: the procedures that list what a database can call: confer.functions and confer.procedures.
//
// Ownership  they refer to the registries, which outlive them.
// Threads    the specs are immutable, and so must the registries be while they are called.
#include <vector>

#include "function/procedure_registry.h"
#include "function/registry.h"

namespace confer::engine {

std::vector<ProcedureSpec> catalogue_procedures(const FunctionRegistry& functions, const ProcedureRegistry& procedures);

}  // namespace confer::engine
