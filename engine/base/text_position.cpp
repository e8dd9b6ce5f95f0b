#include "base/text_position.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace confer::engine {

namespace {

constexpr bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

// How many bytes the sequence that starts with `lead` has; 0 when none starts so.
constexpr std::size_t sequence_size(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;  // a continuation, or an overlong form
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) return 3;
    return lead < 0xF5 ? 4 : 0;
}

// The bytes of ASCII that come first, or, to be quick, a little fewer.
std::size_t ascii_prefix(const char* text, std::size_t size) {
    std::size_t at = 0;
    for (std::uint64_t words[4]; at + sizeof words <= size; at += sizeof words) {
        std::memcpy(words, text + at, sizeof words);
        if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) != 0) break;
    }
    return at;
}

}  // namespace

TextPosition position_at(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    while (offset > 0 && offset < text.size() && continues(text[offset])) --offset;
    // Between "\r" and "\n" is still the end of the line.
    if (offset > 0 && offset < text.size() && text[offset] == '\n' && text[offset - 1] == '\r') --offset;
    const std::string_view before = text.substr(0, offset);
    const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
    return {.line = 1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')),
            .column = 1 + static_cast<std::uint32_t>(count_code_points(before.substr(line_begin)))};
}

std::size_t byte_of_code_point(std::string_view text, std::size_t index) {
    std::size_t at = 0;
    for (; index > 0 && at < text.size(); --index) {
        do ++at;
        while (at < text.size() && continues(text[at]));
    }
    return at;
}

std::optional<std::size_t> invalid_utf8(std::string_view text) {
    for (std::size_t at = ascii_prefix(text.data(), text.size()); at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        const std::size_t size = sequence_size(lead);
        if (size == 0 || size > text.size() - at) return at;
        for (std::size_t i = 1; i < size; ++i) {
            if (!continues(text[at + i])) return at;
        }
        const auto second = static_cast<unsigned char>(text[at + 1]);
        const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
        const bool surrogate = lead == 0xED && second >= 0xA0;
        const bool too_large = lead == 0xF4 && second >= 0x90;
        if (overlong || surrogate || too_large) return at;
        at += size;
        at += ascii_prefix(text.data() + at, text.size() - at);
    }
    return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
    const auto lead = static_cast<unsigned char>(text[offset]);
    const std::size_t size = sequence_size(lead);
    ++offset;
    if (size <= 1) return lead;
    char32_t code_point = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i)
        code_point = (code_point << 6) | (static_cast<unsigned char>(text[offset++]) & 0x3FU);
    return code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | (code_point >> 6));
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | (code_point >> 12));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | (code_point >> 18));
        put(0x80 | ((code_point >> 12) & 0x3F));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

}  // namespace confer::engine
