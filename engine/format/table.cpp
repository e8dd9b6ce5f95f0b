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

struct Cell {
    std::string text;
    std::size_t width;  // of its widest line
    bool is_one_line;
};
using Row = std::vector<Cell>;

struct Grid {
    Row header;
    std::vector<Row> rows;
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

Cell cell(std::string text) {
    std::size_t widest = 0, begin = 0;
    for (;;) {
        const std::size_t end = text.find('\n', begin);
        const bool is_last = end == std::string::npos;
        widest = std::max(widest, display_width(std::string_view(text).substr(begin, is_last ? end : end - begin)));
        if (is_last) break;
        begin = end + 1;
    }
    return {std::move(text), widest, begin == 0};
}

std::vector<std::size_t> natural_widths(const Grid& grid) {
    std::vector<std::size_t> widths;
    for (const Cell& name : grid.header) widths.push_back(name.width);
    for (const Row& row : grid.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].width);
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

    void row(const Row& cells, bool bold = false) {
        bool fits = true;
        for (std::size_t i = 0; i < cells.size(); ++i) fits &= cells[i].is_one_line && cells[i].width <= widths_[i];
        fits ? whole_row(cells, bold) : wrapped_row(cells, bold);
    }

    void rule() {
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            if (i > 0) out_ += "┼";
            for (std::size_t cell = 0; cell < widths_[i] + 2; ++cell) out_ += "─";
        }
        out_ += '\n';
    }

    // Room for so many rows that need one line each, so that a long table is not copied while it grows.
    void reserve(std::size_t rows) {
        const std::size_t line = std::accumulate(widths_.begin(), widths_.end(), widths_.size() * separator.size() + 1);
        out_.reserve(rows * line);
    }

    std::string take() { return std::move(out_); }

private:
    void whole_row(const Row& cells, bool bold) {
        for (std::size_t i = 0; i < cells.size(); ++i) append(cells[i].text, cells[i].width, i, bold);
        end_line();
    }

    void wrapped_row(const Row& cells, bool bold) {
        std::vector<Lines> wrapped;
        std::size_t height = 1;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            wrapped.push_back(wrap(cells[i].text, widths_[i]));
            height = std::max(height, wrapped.back().size());
        }
        for (std::size_t line = 0; line < height; ++line) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const std::string text = line < wrapped[i].size() ? wrapped[i][line] : std::string();
                append(text, display_width(text), i, bold);
            }
            end_line();
        }
    }

    void append(const std::string& text, std::size_t width, std::size_t column, bool bold) {
        out_ += column == 0 ? std::string_view(" ") : separator;
        const std::size_t padding = widths_[column] > width ? widths_[column] - width : 0;
        if (right_[column]) out_.append(padding, ' ');
        if (bold && color_) out_ += "\x1b[1m";
        out_ += text;
        if (bold && color_) out_ += "\x1b[0m";
        if (!right_[column]) out_.append(padding, ' ');
    }

    void end_line() {
        out_.erase(out_.find_last_not_of(' ') + 1);
        out_ += '\n';
    }

    std::vector<std::size_t> widths_;
    const std::vector<bool>& right_;
    bool color_;
    std::string out_;
};

Grid grid_of(const Answer& answer, bool cite) {
    Grid grid;
    for (std::size_t i = 0; i < answer.columns.size(); ++i) {
        grid.header.push_back(cell(printable(answer.columns[i].name)));
        grid.right.push_back(is_numeric_column(answer, i));
    }
    if (cite) {
        grid.header.push_back(cell("sources"));
        grid.right.push_back(false);
    }
    for (std::size_t r = 0; r < answer.rows.size(); ++r) {
        Row cells;
        cells.reserve(grid.header.size());
        for (const Value& value : answer.rows[r])
            cells.push_back(cell(printable(cell_text(value, *answer.graph, {.null_text = "—"}))));
        if (cite) cells.push_back(cell(footnote_numbers(answer.citations[r], answer.sources)));
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
    writer.reserve(grid.rows.size() + 2);
    writer.row(grid.header, true);
    writer.rule();
    for (const Row& row : grid.rows) writer.row(row);
    std::string out = writer.take();
    if (cite) out += footnotes(answer, options.width);
    return out;
}

}  // namespace confer::engine::format
