#pragma once
// builtin: the functions of the language, by theme.
//
// Source     openCypher 9 reference, "Functions"; the `OrNull` variants and round's precision after Neo4j.
#include <vector>

#include "function/function_spec.h"

namespace confer::engine::builtin {

std::vector<FunctionSpec> scalar_functions();
std::vector<FunctionSpec> conversion_functions();
std::vector<FunctionSpec> string_functions();
std::vector<FunctionSpec> list_functions();
std::vector<FunctionSpec> math_functions();
std::vector<FunctionSpec> entity_functions();
std::vector<FunctionSpec> claim_functions();  // Confer's own
std::vector<AggregateSpec> aggregate_functions();

}  // namespace confer::engine::builtin
