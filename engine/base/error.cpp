// Drawing errors. The offending line is copied with tabs expanded and everything that could disturb a
// terminal replaced, so that the carets below it stand where they should.
// Tested by suites/base/error_test.cpp.
#include "base/error.h"

#include <algorithm>

#include "base/text_position.h"

namespace confer::engine {

namespace {

constexpr std::size_t tab_stop = 4;
constexpr std::size_t longest_line = 160;  // bytes; of longer ones only what is around the mark is shown:
constexpr std::size_t shown_before = 40, shown_from = 80;  // bytes before the mark's begin, and from there on
constexpr std::string_view cut = "…";
constexpr char32_t replacement = 0xFFFD;

// One line as it is shown, and in which cells the marked bytes stand.
struct Excerpt {
    std::string text;
    std::size_t mark_begin = 0, mark_end = 0;  // cells
};

// The code point at `offset`, or U+FFFD for a byte that isn't UTF-8.
char32_t lenient_code_point(std::string_view text, std::size_t& offset) {
    const std::size_t longest = 4;
    for (std::size_t size = 1; size <= longest && offset + size <= text.size(); ++size) {
        if (!invalid_utf8(text.substr(offset, size))) return next_code_point(text, offset);
    }
    ++offset;
    return replacement;
}

bool is_inside_letter(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
}

// REQUIRES: begin <= end <= line.size()
Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end) {
    Excerpt shown;
    std::size_t cells = 0;
    bool begun = false;
    for (std::size_t at = 0; at < line.size();) {
        if (!begun && at >= begin) {
            shown.mark_begin = cells;
            begun = true;
        }
        const std::size_t start = at;
        char32_t letter = lenient_code_point(line, at);
        if (letter == U'\t') {
            const std::size_t blanks = tab_stop - cells % tab_stop;
            shown.text.append(blanks, ' ');
            cells += blanks;
        } else {
            const bool control = letter < 0x20 || (letter >= 0x7F && letter < 0xA0);
            if (control) letter = replacement;
            append_utf8(shown.text, letter);
            cells += display_width(letter);
        }
        if (start < end) shown.mark_end = cells;
    }
    if (!begun) shown.mark_begin = cells;
    shown.mark_end = std::max(shown.mark_end, shown.mark_begin + 1);
    return shown;
}

// The same of a line of any length.
Excerpt clipped(std::string_view line, std::size_t begin, std::size_t end) {
    if (line.size() <= longest_line) return excerpt(line, begin, end);
    std::size_t from = begin - std::min(begin, shown_before);
    std::size_t to = std::min(begin + shown_from, line.size());
    while (is_inside_letter(line, from)) ++from;
    while (is_inside_letter(line, to)) ++to;
    Excerpt shown = excerpt(line.substr(from, to - from), begin - from, std::min(end, to) - from);
    if (from > 0) {
        shown.text.insert(0, cut);
        ++shown.mark_begin;
        ++shown.mark_end;
    }
    if (to < line.size()) shown.text += cut;
    return shown;
}

void draw_span(std::string& out, SourceSpan span, std::string_view source, std::string_view source_name) {
    const std::size_t begin = std::min<std::size_t>(span.begin, source.size());
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, source.size());
    const TextPosition position = position_at(source, begin);

    const std::size_t line_begin = begin == 0 ? 0 : source.rfind('\n', begin - 1) + 1;  // npos + 1 is 0
    std::size_t line_end = std::min(source.find('\n', begin), source.size());
    if (line_end > line_begin && line_end < source.size() && source[line_end - 1] == '\r') --line_end;
    const std::string_view line = source.substr(line_begin, line_end - line_begin);
    const std::size_t last = line.size();
    const Excerpt shown = clipped(line, std::min(begin - line_begin, last), std::min(end - line_begin, last));

    const std::string number = std::to_string(position.line);
    const std::string gutter(number.size(), ' ');
    out += '\n' + gutter + "--> " + std::string(source_name) + ':' + number + ':' + std::to_string(position.column);
    out += '\n' + number + (shown.text.empty() ? " |" : " | ") + shown.text;
    out += '\n' + gutter + " | " + std::string(shown.mark_begin, ' ') +
           std::string(shown.mark_end - shown.mark_begin, '^');
}

void draw_place(std::string& out, const FilePlace& place) {
    out += "\n --> " + place.file;
    if (place.line != 0) out += ':' + std::to_string(place.line);
    if (!place.pointer.empty()) out += " (" + place.pointer + ')';
}

}  // namespace

std::string render(const Error& error, std::string_view source, std::string_view source_name) {
    std::string out = "error[" + std::string(info(error.code).name) + "]: " + error.message;
    if (error.span) draw_span(out, *error.span, source, source_name);
    if (error.place) draw_place(out, *error.place);
    for (const std::string& hint : error.hints) out += "\nhint: " + hint;
    for (const Error& problem : error.problems) out += "\n\n" + render(problem, source, source_name);
    return out;
}

}  // namespace confer::engine
