#pragma once
// Type rules: what operators and calls give, as far as it can be told without running them.
//
// Errors     none: "no type" means that no non-null operands of these types can work; when in doubt there
//            is a type, and run time decides.
// Source     openCypher 9 reference, "Operators"; value/arithmetic.h.
#include <optional>
#include <span>
#include <string_view>

#include "function/function_spec.h"
#include "semantics/typed_expr.h"

namespace confer::engine::semantics {

// "AND", "+", "STARTS WITH": how an operator is written.
std::string_view symbol(typed::Op op);

// + - * / % ^
std::optional<ValueType> arithmetic_type(typed::Op op, ValueType a, ValueType b);
// Unary + and -
std::optional<ValueType> sign_type(ValueType operand);
// What [1, 'a', null] holds; Null for nothing.
ValueType union_of(std::span<const typed::ExprPtr> exprs);

ValueType call_type(const FunctionSpec& function, std::span<const typed::ExprPtr> arguments);
ValueType aggregate_type(const AggregateSpec& function, std::span<const typed::ExprPtr> arguments);

}  // namespace confer::engine::semantics
