#pragma once
// convert: between the types that users of the door see and those of the engine.
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/error.h"
#include "confer/confer.hpp"
#include "graph/property_graph.h"
#include "value/value.h"

namespace confer {

// `statement`: what the error's span is of.
Error to_public(const engine::Error& error, std::string_view statement);
Value to_public(const engine::Value& value, const engine::PropertyGraph& graph);

// What keeps a value from being a parameter or a property, and what to do about it.
struct Unusable {
    const char* why;
    const char* hint;
};
using Converted = std::variant<engine::Value, Unusable>;
Converted to_engine(const Value& value);

Error usage_error(std::string message, std::vector<std::string> hints = {});

}  // namespace confer
