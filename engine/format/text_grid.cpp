// Test: tests/suites/formats/table_test.cpp.
#include <algorithm>
#include <cstring>
#include <numeric>

#include "base/text_position.h"
#include "format/text_grid_internal.h"

namespace confer::engine::format {
namespace {

constexpr std::string_view separator = " │ ";
constexpr std::size_t separator_width = 3;
constexpr std::string_view bold_text = "\x1b[1m";

// Puts a word on the last line, which is empty or an indent, and on further lines; broken after hyphens where it can
// be.
void break_word(Lines& lines, std::string_view word, std::size_t width, const std::string& indent) {
    while (display_width(lines.back()) + display_width(word) > width) {
        std::size_t offset = 0, end = 0, after_hyphen = 0, used = display_width(lines.back());
        while (offset < word.size()) {
            const char32_t code_point = next_code_point(word, offset);
            used += display_width(code_point);
            if (used > width && end > 0) break;
            end = offset;
            if (code_point == U'-' || code_point == U'/') after_hyphen = end;
        }
        if (after_hyphen > 0 && after_hyphen < word.size()) end = after_hyphen;
        lines.back() += word.substr(0, end);
        word.remove_prefix(end);
        if (word.empty()) return;
        lines.push_back(indent);
    }
    lines.back() += word;
}

// What a wrapped line begins with, the lines after its first begin with too.
void wrap_line(Lines& lines, std::string_view line, std::size_t width) {
    lines.emplace_back();
    if (display_width(line) <= width) {
        lines.back() = line;
        return;
    }
    const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
    const std::string indent(2 * spaces < width ? spaces : 0, ' ');
    lines.back() = indent;
    std::size_t begin = spaces;
    bool fresh = true;  // nothing but the indent on the line yet
    while (begin < line.size()) {
        std::size_t end = line.find(' ', begin);
        if (end == std::string_view::npos) end = line.size();
        const std::string_view word = line.substr(begin, end - begin);
        const std::size_t used = display_width(lines.back());
        if (!fresh && used + 1 + display_width(word) <= width) {
            lines.back() += ' ';
            lines.back() += word;
        } else {
            if (!fresh) lines.push_back(indent);
            break_word(lines, word, width, indent);
        }
        fresh = false;
        begin = end + 1;
    }
}

// Whether it is printable ASCII from beginning to end, looking at eight bytes at a time.
bool is_plain(std::string_view text) {
    constexpr std::uint64_t each = 0x0101010101010101U, high = 0x80 * each;
    std::uint64_t odd = 0;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        const std::uint64_t deleted = word ^ (0x7F * each);  // zero bytes where a DEL stands
        odd |= word | (word - 0x20 * each) | (deleted - each);
    }
    for (; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x20 || byte >= 0x7F) return false;
    }
    return (odd & high) == 0;
}

bool turns_direction(char32_t code_point) {
    return (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

}  // namespace

Lines wrap(std::string_view text, std::size_t width) {
    Lines lines;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = text.find('\n', begin);
        wrap_line(lines, text.substr(begin, end == std::string_view::npos ? end : end - begin), width);
        if (end == std::string_view::npos) return lines;
        begin = end + 1;
    }
}

std::string printable(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    std::string out;
    out.reserve(text.size());
    std::size_t offset = 0;
    while (offset < text.size()) {
        const std::size_t begin = offset;
        const char32_t code_point = next_code_point(text, offset);
        if ((code_point < 0x20 && code_point != '\n') || (code_point >= 0x7F && code_point < 0xA0)) {
            out += ' ';
        } else if (!turns_direction(code_point)) {
            out += text.substr(begin, offset - begin);
        }
    }
    return out;
}

void settle(Cell& cell) {
    cell.is_one_line = true;
    cell.width = cell.text.size();
    if (is_plain(cell.text)) return;
    cell.text = printable(cell.text);
    cell.width = 0;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = cell.text.find('\n', begin);
        const bool is_last = end == std::string::npos;
        const std::string_view line = std::string_view(cell.text).substr(begin, is_last ? end : end - begin);
        cell.width = std::max(cell.width, display_width(line));
        if (is_last) return;
        cell.is_one_line = false;
        begin = end + 1;
    }
}

Cell cell(std::string text, std::string_view color) {
    Cell cell{.text = std::move(text), .color = color};
    settle(cell);
    return cell;
}

void widen(Widths& widths, const Row& cells) {
    widths.resize(std::max(widths.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], cells[i].width);
}

std::size_t table_width(const Widths& widths) {
    const std::size_t frame = separator_width * (widths.size() - 1) + 2;
    return std::accumulate(widths.begin(), widths.end(), frame);
}

void fit(Widths& widths, std::size_t total, const Widths& least) {
    for (std::size_t used = table_width(widths); used > total; --used) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] > least[i] && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
        }
        if (widest == widths.size()) return;
        widths[widest] -= 1;
    }
}

void GridWriter::row(const Row& cells, bool bold) {
    bool fits = true;
    for (std::size_t i = 0; i < cells.size(); ++i) fits &= cells[i].is_one_line && cells[i].width <= widths_[i];
    fits ? whole_row(cells, bold) : wrapped_row(cells, bold);
}

void GridWriter::rule() {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
        if (i > 0) out_ += "┼";
        for (std::size_t cell = 0; cell < widths_[i] + 2; ++cell) out_ += "─";
    }
    out_ += '\n';
}

void GridWriter::reserve(std::size_t rows) {
    out_.reserve(rows * (table_width(widths_) + widths_.size() * separator.size()));
}

void GridWriter::whole_row(const Row& cells, bool bold) {
    for (std::size_t i = 0; i < cells.size(); ++i)
        append(cells[i].text, cells[i].width, i, bold ? bold_text : cells[i].color);
    end_line();
}

void GridWriter::wrapped_row(const Row& cells, bool bold) {
    std::vector<Lines> wrapped;
    std::size_t height = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        wrapped.push_back(wrap(cells[i].text, widths_[i]));
        height = std::max(height, wrapped.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string text = line < wrapped[i].size() ? wrapped[i][line] : std::string();
            append(text, display_width(text), i, bold ? bold_text : cells[i].color);
        }
        end_line();
    }
}

void GridWriter::append(const std::string& text, std::size_t width, std::size_t column, std::string_view color) {
    out_ += column == 0 ? std::string_view(" ") : separator;
    const std::size_t padding = widths_[column] > width ? widths_[column] - width : 0;
    const bool colored = color_ && !color.empty() && !text.empty();
    if (right_[column]) out_.append(padding, ' ');
    if (colored) out_ += color;
    out_ += text;
    if (colored) out_ += "\x1b[0m";
    if (!right_[column] && column + 1 < widths_.size()) out_.append(padding, ' ');
}

void GridWriter::end_line() {
    out_.erase(out_.find_last_not_of(' ') + 1);
    out_ += '\n';
}

}  // namespace confer::engine::format
