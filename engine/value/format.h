#pragma once
// format: values as text, in the language's own notation, and numbers as text.
//
// Source     floats: shortest form that reads back the same (std::to_chars), always with a point or
//            an exponent, so that 1.0 stays a float.
#include <string>
#include <string_view>

#include "value/value.h"

namespace confer::engine {

std::string format_float(double number);  // "1.0", "0.1", "1e+100", "NaN", "Infinity", "-Infinity"

// 'it''s' style is not openCypher: single quotes, backslash escapes.
std::string quote(std::string_view text);

// A literal of the language where there is one: 'text', [1, 2], {a: 1}, null. Nodes and
// relationships need the graph (graph/property_graph.h); here they are `(#7)` and `[#7]`.
std::string to_literal(const Value& value);

}  // namespace confer::engine
