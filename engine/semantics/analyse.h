#pragma once
// analyse: ast::Query -> typed::Query: scopes, names, types, aggregation; every compile-time error.
//
// With a schema, labels, relationship types and properties that it does not know are errors with the
// nearest names; without one they are simply absent.
//
// Threads    safe from any number of threads.
// Errors     openCypher's compile-time errors (base/error_code.h), each with span and hints; those of the limits.
// Cost       about linear in the statement.
// Source     openCypher 9 reference; GQL's label expressions.
#include <map>
#include <string>

#include "base/cancel.h"
#include "base/result.h"
#include "function/procedure_registry.h"
#include "function/registry.h"
#include "graph/schema.h"
#include "semantics/typed_query.h"
#include "syntax/ast_clause.h"

namespace confer::engine::semantics {

struct AnalyseContext {
    const Schema& schema;  // may be empty
    const FunctionRegistry& functions;
    // The types of parameters that are known; a used parameter that is absent here is an error
    // (missing_parameter) unless `parameters` is null.
    const std::map<std::string, ValueType, std::less<>>* parameters = nullptr;
    const ProcedureRegistry* procedures = nullptr;  // null: there are none
    const RunLimits* limits = nullptr;              // looked at all the while; null: there are none
};

Result<typed::Query> analyse(const ast::Query& query, const AnalyseContext& context);

}  // namespace confer::engine::semantics
