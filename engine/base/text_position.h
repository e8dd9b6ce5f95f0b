#pragma once
// TextPosition: from byte offsets to lines and columns, and the UTF-8 steps that this takes.
//
// Units      lines and columns are 1-based; columns count code points; display widths count
//            terminal cells (East Asian wide and emoji: 2, combining marks: 0).
// Source     widths after Unicode 15 East_Asian_Width (UAX #11).
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace confer::engine {

struct TextPosition {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

// Position of the byte at `offset` (clamped to the text). "\n" and "\r\n" end lines. O(offset).
TextPosition position_at(std::string_view text, std::size_t offset);

// The byte offset of the code point with index `index`, or text.size(). O(index).
std::size_t byte_of_code_point(std::string_view text, std::size_t index);

// Where the first invalid UTF-8 sequence begins; nothing when the text is valid.
// Overlong forms, surrogates and values past U+10FFFF are invalid.
std::optional<std::size_t> invalid_utf8(std::string_view text);

// Decodes the code point at `offset` and moves `offset` past it. REQUIRES: valid UTF-8, offset < size.
char32_t next_code_point(std::string_view text, std::size_t& offset);
void append_utf8(std::string& out, char32_t code_point);

std::size_t count_code_points(std::string_view text);
unsigned display_width(char32_t code_point);
std::size_t display_width(std::string_view text);

// Lower case for ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic letters; others unchanged.
char32_t to_lower(char32_t code_point);
char32_t to_upper(char32_t code_point);

}  // namespace confer::engine
