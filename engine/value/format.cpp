#include "value/format.h"

#include <array>
#include <charconv>
#include <cmath>

namespace confer::engine {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// A key that can stand without backticks.
bool is_plain_name(std::string_view name) {
    if (name.empty() || !is_letter(name.front())) return false;
    for (const char c : name) {
        if (!is_letter(c) && !is_digit(c)) return false;
    }
    return true;
}

void append_name(std::string& out, std::string_view name) {
    if (is_plain_name(name)) {
        out += name;
        return;
    }
    out += '`';
    for (const char c : name) {
        if (c == '`') out += '`';  // doubled inside
        out += c;
    }
    out += '`';
}

void append_quoted(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += '\'';
    for (const char c : text) {
        switch (c) {
            case '\\':
                out += "\\\\";
                break;
            case '\'':
                out += "\\'";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            case '\b':
                out += "\\b";
                break;
            case '\f':
                out += "\\f";
                break;
            default: {
                const auto byte = static_cast<unsigned char>(c);
                if (byte >= 0x20 && byte != 0x7F) {
                    out += c;
                } else {
                    out += "\\u00";
                    out += digits[byte >> 4U];
                    out += digits[byte & 0xFU];
                }
            }
        }
    }
    out += '\'';
}

void append_literal(std::string& out, const Value& value) {
    switch (value.kind()) {
        case Kind::null:
            out += "null";
            return;
        case Kind::boolean:
            out += value.as_boolean() ? "true" : "false";
            return;
        case Kind::integer:
            out += std::to_string(value.as_integer());
            return;
        case Kind::floating:
            out += format_float(value.as_floating());
            return;
        case Kind::string:
            append_quoted(out, value.as_string());
            return;
        case Kind::node:
            out += "(#" + std::to_string(value.as_node()) + ')';
            return;
        case Kind::relationship:
            out += "[#" + std::to_string(value.as_relationship()) + ']';
            return;
        case Kind::list: {
            const char* separator = "";
            out += '[';
            for (const Value& element : value.as_list()) {
                out += separator;
                append_literal(out, element);
                separator = ", ";
            }
            out += ']';
            return;
        }
        case Kind::map: {
            const char* separator = "";
            out += '{';
            for (const auto& [key, element] : value.as_map()) {
                out += separator;
                append_name(out, key);
                out += ": ";
                append_literal(out, element);
                separator = ", ";
            }
            out += '}';
            return;
        }
        case Kind::path: {
            const PathValue& path = value.as_path();
            out += "(#" + std::to_string(path.nodes.front()) + ')';
            for (std::size_t i = 0; i < path.edges.size(); ++i) {
                out += "-[#" + std::to_string(path.edges[i]) + "]-(#" + std::to_string(path.nodes[i + 1]) + ')';
            }
            return;
        }
    }
}

}  // namespace

std::string format_float(double number) {
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
    // Between these bounds people would rather read digits than an exponent.
    constexpr double smallest_fixed = 1e-5, largest_fixed = 1e16;
    const double size = std::fabs(number);
    const bool fixed = size == 0 || (size >= smallest_fixed && size < largest_fixed);

    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                   fixed ? std::chars_format::fixed : std::chars_format::scientific)
                         .ptr;
    std::string text(digits.data(), end);
    if (fixed && text.find('.') == std::string::npos) text += ".0";
    return text;
}

std::string quote(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 2);
    append_quoted(out, text);
    return out;
}

std::string to_literal(const Value& value) {
    std::string out;
    append_literal(out, value);
    return out;
}

}  // namespace confer::engine
