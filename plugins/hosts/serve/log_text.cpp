#include "hosts/serve/log_text.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

#include "base/text_position.h"

namespace confer::hosts::serve {

namespace {

void append_escape(std::string& out, char32_t unit) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[(unit >> shift) & 0xFU];
}

void append_code_point(std::string& out, char32_t letter) {
    if (letter == U'"' || letter == U'\\') {
        out += '\\';
        out += static_cast<char>(letter);
    } else if (letter >= 0x20 && letter < 0x7F) {
        out += static_cast<char>(letter);
    } else if (letter < 0x10000) {
        append_escape(out, letter);
    } else {
        append_escape(out, 0xD800 + ((letter - 0x10000) >> 10U));
        append_escape(out, 0xDC00 + ((letter - 0x10000) & 0x3FFU));
    }
}

}  // namespace

std::string log_text(std::string_view text, std::size_t most) {
    text = text.substr(0, most);
    std::string out = "\"";
    while (!text.empty()) {
        const std::size_t good = engine::invalid_utf8(text).value_or(text.size());
        for (std::size_t at = 0; at < good;) append_code_point(out, engine::next_code_point(text, at));
        if (good < text.size()) append_code_point(out, 0xFFFD);
        text.remove_prefix(std::min(text.size(), good + 1));
    }
    return out += '"';
}

std::string log_time() {
    const auto now = std::chrono::system_clock::now();
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char text[64];
    const std::size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
    std::snprintf(text + size, sizeof text - size, ".%03dZ", static_cast<int>(milliseconds));
    return text;
}

}  // namespace confer::hosts::serve
