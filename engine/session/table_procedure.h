#pragma once
// table_procedure: a procedure that is a table: a call gives the outputs of the rows whose inputs equal the arguments.
// For conformance suites, which declare such procedures.
//
// Threads    the spec is immutable.
// Errors     plugin: the signature can't be understood, or the table doesn't fit it.
#include <string>
#include <string_view>
#include <vector>

#include "function/procedure_spec.h"

namespace confer::engine {

struct ProcedureTable {
    std::vector<std::string> columns;  // inputs and outputs by name, in any order
    std::vector<ValueList> rows;       // as wide as there are columns
};

// `signature`: "test.city(name :: STRING?) :: (city :: STRING?)", see function/signature.h.
Result<ProcedureSpec> table_procedure(std::string_view signature, ProcedureTable table);

}  // namespace confer::engine
