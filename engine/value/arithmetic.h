#pragma once
// arithmetic: + - * / % ^ and unary minus on values.
//
// Errors     invalid_argument_type (run time), memory_limit (longest_text), integer_overflow, division_by_zero
// (integers only; floats
//            give infinities and NaN). No span: the caller knows the place.
// Source     openCypher 9 reference, "Operators".
#include "base/result.h"
#include "value/value.h"

namespace confer::engine {

// No operation makes a longer text, so that none takes long.
inline constexpr std::size_t longest_text = std::size_t{64} << 20;

// Null in, null out, for all of them. `+` also joins strings (with strings and numbers), lists with
// lists, and a list with an element on either side.
Result<Value> add(const Value& a, const Value& b);
Result<Value> subtract(const Value& a, const Value& b);
Result<Value> multiply(const Value& a, const Value& b);
Result<Value> divide(const Value& a, const Value& b);     // integers truncate toward zero
Result<Value> remainder(const Value& a, const Value& b);  // sign of the dividend
Result<Value> power(const Value& a, const Value& b);      // always a float
Result<Value> negate(const Value& a);

}  // namespace confer::engine
