#include <cmath>

#include "load/json_text_internal.h"
#include "value/format.h"

namespace confer::engine::load {

namespace {

bool is_plain(char c) {
    return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
}

void append_escaped(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            out += "\\u00";
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[static_cast<unsigned char>(c) & 15U];
    }
}

}  // namespace

void append_string(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && is_plain(text[end])) ++end;
        out += text.substr(begin, end - begin);
        if (end < text.size()) append_escaped(out, text[end++]);
        begin = end;
    }
    out += '"';
}

void append_strings(std::string& out, const std::vector<std::string>& texts) {
    out += '[';
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0) out += ", ";
        append_string(out, texts[i]);
    }
    out += ']';
}

bool append_value(std::string& out, const Value& value) {
    switch (value.kind()) {
        case Kind::boolean:
            out += value.as_boolean() ? "true" : "false";
            return true;
        case Kind::integer:
            out += std::to_string(value.as_integer());
            return true;
        case Kind::floating:
            if (!std::isfinite(value.as_floating())) return false;
            out += format_float(value.as_floating());
            return true;
        case Kind::string:
            append_string(out, value.as_string());
            return true;
        case Kind::list: {
            out += '[';
            bool first = true;
            for (const Value& element : value.as_list()) {
                if (!first) out += ", ";
                first = false;
                if (!append_value(out, element)) return false;
            }
            out += ']';
            return true;
        }
        default:
            return false;
    }
}

}  // namespace confer::engine::load
