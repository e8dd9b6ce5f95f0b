#pragma once
// TextGrid: cells of text in aligned columns for a terminal, wrapped between words where a column is narrow.
//
// Units      widths are terminal cells.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace confer::engine::format {

constexpr std::size_t least_column_width = 8;

// A text as the lines it takes at some width.
using Lines = std::vector<std::string>;
Lines wrap(std::string_view text, std::size_t width);

// Control characters would move the cursor, and those that turn the direction of writing the rest of the line: the
// former become spaces, except line breaks, which wrap; the latter go.
std::string printable(std::string_view text);

struct Cell {
    std::string text;
    std::size_t width = 0;  // of its widest line
    bool is_one_line = true;
    std::string_view color = {};  // an ANSI sequence; empty: as it is
};
// Makes the text printable, and measures it.
void settle(Cell& cell);
Cell cell(std::string text, std::string_view color = {});

using Row = std::vector<Cell>;
using Widths = std::vector<std::size_t>;

// Makes room for the row's cells.
void widen(Widths& widths, const Row& cells);

// What a table of such columns takes, with what stands between them.
std::size_t table_width(const Widths& widths);

// Takes cells from the widest column, one by one, until the table fits or no column is wider than `least` allows.
void fit(Widths& widths, std::size_t total, const Widths& least);

// Writes rows below each other.
class GridWriter {
public:
    GridWriter(Widths widths, std::vector<bool> right, bool color)
        : widths_(std::move(widths)), right_(std::move(right)), color_(color) {}

    void row(const Row& cells, bool bold = false);
    void rule();
    // Room for so many rows that need one line each, so that a long table is not copied while it grows.
    void reserve(std::size_t rows);
    std::string take() { return std::move(out_); }

private:
    void whole_row(const Row& cells, bool bold);
    void wrapped_row(const Row& cells, bool bold);
    void append(const std::string& text, std::size_t width, std::size_t column, std::string_view color);
    void end_line();

    Widths widths_;
    std::vector<bool> right_;
    bool color_;
    std::string out_;
};

}  // namespace confer::engine::format
