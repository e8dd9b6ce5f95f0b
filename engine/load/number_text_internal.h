#pragma once
// parsed_number: a number as JSON writes it -> an integer, or a float where it has a point or an exponent.
//
// Errors     nothing when it does not fit.
// Cost       short numbers without exponent, as people write them, take a multiplication for each digit.
#include <optional>
#include <string_view>

#include "value/value.h"

namespace confer::engine::load {

bool is_integer_text(std::string_view number);
std::optional<Value> parsed_number(std::string_view number);

}  // namespace confer::engine::load
