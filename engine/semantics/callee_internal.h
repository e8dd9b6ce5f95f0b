#pragma once
// Callee: what functions, aggregates and procedures have in common, and how their arguments are checked.
//
// Errors     invalid_number_of_arguments, invalid_argument_type; hints show how the call is written.
#include <span>
#include <string_view>
#include <vector>

#include "semantics/resolve_internal.h"

namespace confer::engine::semantics {

struct Callee {
    std::string_view name;
    std::span<const ParameterSpec> parameters;
    bool variadic = false;
};

Result<void> check_count(const Callee& callee, std::size_t given, SourceSpan span);
Result<void> check_types(const Callee& callee, std::span<const ExprPtr> arguments);
Result<std::vector<ExprPtr>> resolve_arguments(Analysis& in, const std::vector<ast::ExprPtr>& arguments);

}  // namespace confer::engine::semantics
