#pragma once
// json_scalar: single values as JSON text.
//
// Source     RFC 8259.
#include <string>
#include <string_view>

#include "interchange/importing.h"

namespace confer::interchange {

// A number with neither point nor exponent is an integer; what JSON has no number for is a string: "NaN".
std::string json_scalar(const Cell& cell);
// Puts what the text holds; false, and nothing put, when it is none.
bool put_json_scalar(Importing& into, std::string_view text);

// The line of a text, from 1, in which the byte at `offset` stands.
std::uint32_t line_at(std::string_view text, std::size_t offset);

}  // namespace confer::interchange
