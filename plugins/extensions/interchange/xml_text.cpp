#include "interchange/xml_text.h"

#include <cstdint>
#include <optional>

namespace confer::interchange {

namespace {

constexpr std::size_t fewest_digits = 4, most_digits = 6;

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
}

// How long the escape is that the text begins with; 0: it begins with none.
std::size_t escape_at(std::string_view text) {
    if (text.substr(0, 2) != "_x") return 0;
    std::size_t digits = 0;
    while (2 + digits < text.size() && digits < most_digits && is_hex(text[2 + digits])) ++digits;
    const std::size_t end = 2 + digits;
    return digits >= fewest_digits && end < text.size() && text[end] == '_' ? end + 1 : 0;
}

struct Character {
    std::uint32_t code;
    std::size_t size;
};

// REQUIRES: valid UTF-8, not empty.
Character character_at(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4);
    std::uint32_t code = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) code = code << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return {code, size};
}

void append_escape(std::string& out, std::uint32_t code) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hex;
    for (; code > 0 || hex.size() < fewest_digits; code >>= 4U) hex.insert(hex.begin(), digits[code & 15U]);
    out += "_x" + hex + "_";
}

void append_utf8(std::string& out, std::uint32_t code) {
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | code >> 6U);
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0U | code >> 12U);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | code >> 18U);
        tail(12);
        tail(6);
        tail(0);
    }
}

bool fits_text(std::uint32_t code) {
    return (code >= 0x20 && code != 0xFFFE && code != 0xFFFF) || code == '\t' || code == '\n' || code == '\r';
}

bool fits_name(std::uint32_t code) {
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9') ||
           code == '.' || code == '-' || code == '_' || code == ':';
}

void append_text(std::string& out, std::uint32_t code, std::string_view bytes) {
    if (code == '&') {
        out += "&amp;";
    } else if (code == '<') {
        out += "&lt;";
    } else if (code == '>') {
        out += "&gt;";
    } else if (code == '"') {
        out += "&quot;";
    } else if (code == '\r') {
        out += "&#13;";
    } else {
        out += bytes;
    }
}

std::string escaped(std::string_view text, bool (*fits)(std::uint32_t)) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const Character next = character_at(text);
        if (!fits(next.code) || escape_at(text) > 0) {
            append_escape(out, next.code);
        } else {
            append_text(out, next.code, text.substr(0, next.size));
        }
        text.remove_prefix(next.size);
    }
    return out;
}

}  // namespace

std::string xml_text(std::string_view text) {
    return escaped(text, fits_text);
}

std::string xml_name(std::string_view text) {
    return escaped(text, fits_name);
}

std::string from_xml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t escape = escape_at(text);
        if (escape == 0) {
            out += text.front();
            text.remove_prefix(1);
            continue;
        }
        std::uint32_t code = 0;
        for (const char c : text.substr(2, escape - 3))
            code = code * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'A' + 10);
        const bool is_character = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
        if (is_character) append_utf8(out, code);
        if (!is_character) out += text.substr(0, escape);
        text.remove_prefix(escape);
    }
    return out;
}

}  // namespace confer::interchange
