#include "interchange/quoted_text.h"

namespace confer::interchange {

void append_quoted(std::string& out, std::string_view text, char quote) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += quote;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == quote || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20 || byte == 0x7F) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += c;
        }
    }
    out += quote;
}

}  // namespace confer::interchange
