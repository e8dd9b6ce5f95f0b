#include "interchange/dot_text.h"

namespace confer::interchange {

namespace {

void append(std::string& out, std::string_view text, bool is_drawn) {
    out += '"';
    for (const char c : text) {
        if (c == '"') {
            out += "\\\"";
        } else if (c == '\\') {
            out += "\\\\";
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\0') {
            out += "\\0";
        } else if (c == '&' && is_drawn) {
            out += "&amp;";
        } else {
            out += c;
        }
    }
    out += '"';
}

}  // namespace

void append_dot(std::string& out, std::string_view text) {
    append(out, text, false);
}

void append_dot_label(std::string& out, std::string_view text) {
    append(out, text, true);
}

std::string from_dot(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : ' ';
        if (next != '\\' && next != 'n' && next != 'r' && next != '0') {
            out += text[i];
            continue;
        }
        out += next == 'n' ? '\n' : (next == 'r' ? '\r' : (next == '0' ? '\0' : '\\'));
        ++i;
    }
    return out;
}

}  // namespace confer::interchange
