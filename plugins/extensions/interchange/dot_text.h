#pragma once
// dot_text: any text in a quoted string of the DOT language.
//
// Text       DOT itself knows one escape, `\"`, and leaves every other backslash to whoever reads the attribute. So a
//            backslash is written `\\`, a line break `\n`, a carriage return `\r` and NUL `\0`, and no text ends in
//            a single backslash, for which DOT has no notation.
// Source     "The DOT Language" (graphviz.org).
#include <string>
#include <string_view>

namespace confer::interchange {

// In quotes.
void append_dot(std::string& out, std::string_view text);
// In quotes, as what is drawn: `&` starts an entity there.
void append_dot_label(std::string& out, std::string_view text);
// What a reader of DOT gave, which has undone `\"` only.
std::string from_dot(std::string_view text);

}  // namespace confer::interchange
