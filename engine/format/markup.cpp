#include <array>

#include "base/text_position.h"
#include "format/markup_internal.h"

namespace confer::engine::format {

std::string html_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t offset = 0;
    while (offset < text.size()) {
        const std::size_t begin = offset;
        const char32_t code_point = next_code_point(text, offset);
        if (code_point == U'<') {
            out += "&lt;";
        } else if (code_point == U'>') {
            out += "&gt;";
        } else if (code_point == U'&') {
            out += "&amp;";
        } else if (code_point == U'"') {
            out += "&quot;";
        } else if (code_point == U'\'') {
            out += "&#39;";
        } else if (code_point == U'\n') {
            out += "<br>";
        } else if (code_point == U'\t') {
            out += ' ';
        } else if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)) {
            if (code_point != U'\r') out += "\uFFFD";
        } else {
            out += text.substr(begin, offset - begin);
        }
    }
    return out;
}

std::string xml_escaped(std::string_view text) {
    std::string out;
    for (const char c : without_controls(text)) {
        if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '"') {
            out += "&quot;";
        } else if (c == '\'') {
            out += "&#39;";
        } else {
            out += c == '\n' || c == '\t' ? ' ' : c;
        }
    }
    return out;
}

std::string without_controls(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t offset = 0;
    while (offset < text.size()) {
        const std::size_t begin = offset;
        const char32_t point = next_code_point(text, offset);
        if (point == U'\r') continue;
        const bool control = (point < 0x20 && point != U'\n' && point != U'\t') || (point >= 0x7F && point < 0xA0);
        if (control || point == 0xFFFE || point == 0xFFFF) {
            out += "\uFFFD";
        } else {
            out += text.substr(begin, offset - begin);
        }
    }
    return out;
}

bool needs_isolation(std::string_view text) {
    struct Range {
        char32_t first, last;
    };
    // Hebrew to Arabic Extended-A, marks and overrides, isolates, presentation forms, right-to-left planes.
    static constexpr std::array<Range, 7> turning = {{{0x0590, 0x08FF},
                                                      {0x200E, 0x200F},
                                                      {0x202A, 0x202E},
                                                      {0x2066, 0x2069},
                                                      {0xFB1D, 0xFDFF},
                                                      {0xFE70, 0xFEFF},
                                                      {0x10800, 0x10FFF}}};
    std::size_t offset = 0;
    while (offset < text.size()) {
        const char32_t code_point = next_code_point(text, offset);
        for (const Range& range : turning) {
            if (code_point >= range.first && code_point <= range.last) return true;
        }
    }
    return false;
}

bool is_linkable(std::string_view url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

std::string link_target(std::string_view url) {
    std::string out;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F || std::string_view("<>[]{}|\"'").find(c) != std::string_view::npos) {
            out += '%';
            out += "0123456789ABCDEF"[byte >> 4U];
            out += "0123456789ABCDEF"[byte & 0xFU];
        } else {
            out += c;
        }
    }
    return out;
}

std::string without_turns(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t point = next_code_point(text, at);
        const bool turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        if (!turns) out += text.substr(begin, at - begin);
    }
    return out;
}

// FNV-1a.
std::string anchor_prefix(const Answer& answer) {
    std::uint32_t hash = 2166136261U;
    for (const char c : answer.statement) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    std::string out = "confer-";
    for (int shift = 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[(hash >> shift) & 0xF];
    return out + "-";
}

}  // namespace confer::engine::format
