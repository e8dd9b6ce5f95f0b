#pragma once
// nesting: how deep a text nests, told before a parser that recurses reads it.
//
// Cost       one pass, no memory.
#include <cstdint>
#include <string_view>

namespace confer::interchange {

// Turtle, byte by byte: lists and blank nodes that are open, outside of strings, IRIs and comments.
class TurtleNesting {
public:
    // How many are open after this byte.
    std::size_t take(char c);

private:
    enum class In : std::uint8_t { text, iri, comment, string, long_string };
    In in_ = In::text;
    char quote_ = '"';
    unsigned quotes_ = 0;  // in a row, of quote_
    bool escaped_ = false;
    std::size_t depth_ = 0;
};

// The deepest of the braces of a DOT text, outside of strings and comments.
std::size_t deepest_in_dot(std::string_view text);

}  // namespace confer::interchange
