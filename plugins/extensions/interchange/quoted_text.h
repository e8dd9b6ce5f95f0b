#pragma once
// quoted_text: a text in quotes, as JSON, openCypher and Turtle all read it.
//
// Escapes    the quote and the backslash by a backslash, line break, carriage return and tab as \n, \r and \t, other
//            control characters as \u and four digits.
// Source     RFC 8259, section 7; openCypher 9, StringLiteral; RDF 1.1 Turtle, section 6.4.
#include <string>
#include <string_view>

namespace confer::interchange {

void append_quoted(std::string& out, std::string_view text, char quote = '"');

}  // namespace confer::interchange
