// A table for a terminal: columns as wide as their texts while they fit; beyond that the widest columns give way and
// their texts are wrapped between words. Test: tests/suites/formats.
#include <algorithm>
#include <numeric>

#include "base/text_position.h"
#include "format/cell_text.h"
#include "format/footnotes.h"
#include "format/format_internal.h"

namespace confer::engine::format {
namespace {

constexpr std::string_view separator = " │ ";
constexpr std::size_t separator_width = 3;
constexpr std::size_t least_column_width = 8;

// A cell as the lines it takes at some width.
using Lines = std::vector<std::string>;

struct Grid {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    std::vector<bool> right;  // numbers stand at the right
};

// Control characters would move the cursor: show them as spaces, except line breaks, which wrap.
std::string printable(std::string text) {
    for (char& c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n') || byte == 0x7F) c = ' ';
    }
    return text;
}

void break_word(Lines& lines, std::string_view word, std::size_t width) {
    std::size_t offset = 0;
    while (offset < word.size()) {
        std::size_t next = offset;
        const char32_t code_point = next_code_point(word, next);
        if (!lines.back().empty() && display_width(lines.back()) + display_width(code_point) > width)
            lines.emplace_back();
        lines.back() += word.substr(offset, next - offset);
        offset = next;
    }
}

void wrap_line(Lines& lines, std::string_view line, std::size_t width) {
    lines.emplace_back();
    if (display_width(line) <= width) {
        lines.back() = line;
        return;
    }
    std::size_t begin = 0;
    while (begin < line.size()) {
        std::size_t end = line.find(' ', begin);
        if (end == std::string_view::npos) end = line.size();
        const std::string_view word = line.substr(begin, end - begin);
        const std::size_t used = display_width(lines.back());
        if (used > 0 && used + 1 + display_width(word) <= width) {
            lines.back() += ' ';
            lines.back() += word;
        } else {
            if (used > 0) lines.emplace_back();
            break_word(lines, word, width);
        }
        begin = end + 1;
    }
}

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

std::size_t widest_line(std::string_view text) {
    std::size_t widest = 0;
    for (const std::string& line : wrap(text, static_cast<std::size_t>(-1)))
        widest = std::max(widest, display_width(line));
    return widest;
}

std::vector<std::size_t> natural_widths(const Grid& grid) {
    std::vector<std::size_t> widths;
    for (const std::string& name : grid.header) widths.push_back(widest_line(name));
    for (const auto& row : grid.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], widest_line(row[i]));
    }
    return widths;
}

// Takes cells from the widest column, one by one, until the table fits or every column is narrow.
void fit(std::vector<std::size_t>& widths, std::size_t total) {
    const std::size_t frame = separator_width * (widths.size() - 1) + 2;
    for (;;) {
        const std::size_t used = std::accumulate(widths.begin(), widths.end(), frame);
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (used <= total || *widest <= least_column_width) return;
        *widest -= 1;
    }
}

class Writer {
public:
    Writer(std::vector<std::size_t> widths, const std::vector<bool>& right, bool color)
        : widths_(std::move(widths)), right_(right), color_(color) {}

    void row(const std::vector<std::string>& cells, bool bold = false) {
        std::vector<Lines> wrapped;
        std::size_t height = 1;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            wrapped.push_back(wrap(cells[i], widths_[i]));
            height = std::max(height, wrapped.back().size());
        }
        for (std::size_t line = 0; line < height; ++line) {
            std::string text = " ";
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (i > 0) text += separator;
                append_padded(text, line < wrapped[i].size() ? wrapped[i][line] : std::string(), i, bold);
            }
            text.erase(text.find_last_not_of(' ') + 1);
            out_ += text + '\n';
        }
    }

    void rule() {
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            if (i > 0) out_ += "┼";
            for (std::size_t cell = 0; cell < widths_[i] + 2; ++cell) out_ += "─";
        }
        out_ += '\n';
    }

    std::string take() { return std::move(out_); }

private:
    void append_padded(std::string& text, const std::string& cell, std::size_t column, bool bold) const {
        const std::size_t width = display_width(cell);
        const std::string padding(widths_[column] > width ? widths_[column] - width : 0, ' ');
        if (right_[column]) text += padding;
        if (bold && color_) text += "\x1b[1m";
        text += cell;
        if (bold && color_) text += "\x1b[0m";
        if (!right_[column]) text += padding;
    }

    std::vector<std::size_t> widths_;
    const std::vector<bool>& right_;
    bool color_;
    std::string out_;
};

Grid grid_of(const Answer& answer, bool cite) {
    Grid grid;
    for (std::size_t i = 0; i < answer.columns.size(); ++i) {
        grid.header.push_back(printable(answer.columns[i].name));
        grid.right.push_back(is_numeric_column(answer, i));
    }
    if (cite) {
        grid.header.emplace_back("sources");
        grid.right.push_back(false);
    }
    for (std::size_t r = 0; r < answer.rows.size(); ++r) {
        std::vector<std::string> cells;
        for (const Value& value : answer.rows[r])
            cells.push_back(printable(cell_text(value, *answer.graph, {.null_text = "—"})));
        if (cite) cells.push_back(footnote_numbers(answer.citations[r], answer.sources));
        grid.rows.push_back(std::move(cells));
    }
    return grid;
}

std::string footnotes(const Answer& answer, std::size_t width) {
    std::string out = "\n";
    for (std::size_t i = 0; i < answer.sources.size(); ++i) {
        const std::string label = " [" + std::to_string(i + 1) + (answer.sources[i].weak ? "*] " : "] ");
        const std::size_t room = width > label.size() + 20 ? width - label.size() : static_cast<std::size_t>(-1);
        const std::string indent(label.size(), ' ');
        bool first = true;
        for (const std::string& line : wrap(printable(citation_text(answer.sources[i])), room)) {
            out += (first ? label : indent) + line + '\n';
            first = false;
        }
    }
    if (has_weak_source(answer)) out += std::string(" ") + weak_source_legend + '\n';
    return out;
}

}  // namespace

std::string render_table(const Answer& answer, const RenderOptions& options) {
    const bool cite = options.sources && !answer.citations.empty() && !answer.sources.empty();
    const Grid grid = grid_of(answer, cite);
    std::vector<std::size_t> widths = natural_widths(grid);
    if (options.width > 0) fit(widths, options.width);

    Writer writer(std::move(widths), grid.right, options.color);
    writer.row(grid.header, true);
    writer.rule();
    for (const auto& row : grid.rows) writer.row(row);
    std::string out = writer.take();
    if (cite) out += footnotes(answer, options.width);
    return out;
}

}  // namespace confer::engine::format
