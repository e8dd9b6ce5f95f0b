// A matrix for a terminal: a line for each group, what it holds below it, and how often each mark occurs at the foot.
// Where the marks' words don't fit, their symbols stand alone; where not even these do, some of the things come first
// and the others in a table of their own below. Test: tests/suites/formats/matrix_test.cpp.
#include <algorithm>

#include "base/text_position.h"
#include "format/cell_text.h"
#include "format/footnotes.h"
#include "format/format_internal.h"
#include "format/matrix_cells.h"
#include "format/text_grid_internal.h"

namespace confer::engine::format {
namespace {

constexpr std::size_t least_heading_width = 24;  // of the first column, when it gives way

std::string_view color_of(const Mark& mark) {
    switch (mark.tone) {
        case Mark::Tone::affirmed:
            return "\x1b[32m";
        case Mark::Tone::denied:
            return "\x1b[31m";
        case Mark::Tone::absent:
            return "\x1b[2m";
        case Mark::Tone::open:
            return "\x1b[33m";
    }
    return {};
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0, begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
        longest = std::max(longest, display_width(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return longest;
}

struct Grid {
    Row header;
    std::vector<Row> rows;

    Widths natural_widths() const {
        Widths widths;
        widen(widths, header);
        for (const Row& row : rows) widen(widths, row);
        return widths;
    }
};

class MatrixTable {
public:
    MatrixTable(const Answer& answer, const RenderOptions& options, bool words)
        : answer_(answer), options_(options), words_(words), cite_(cites(answer, options)), foot_(foot_of(answer)) {
        for (std::size_t i = 0; i < things(); ++i) all_.push_back(i);
        heading_width_ = std::min(grid({}).natural_widths().front(), least_heading_width);
        for (const MarkCount& count : foot_) {
            mark_width_ = std::max(mark_width_, display_width(mark_text(*count.mark)));
        }
    }

    // Whether all things fit beside each other.
    bool fits() const { return options_.width == 0 || table_width(least_widths(all_)) <= options_.width; }

    std::string text() const {
        std::string out;
        for (const auto& some : blocks()) out += (out.empty() ? "" : "\n") + block(some);
        if (!foot_.empty()) out += '\n';
        for (const MarkCount& count : foot_) {
            out += " " + with_symbol(*count.mark) + ": " + count.mark->meaning + '\n';
        }
        if (cite_) out += footnotes_text(answer_, options_);
        return out;
    }

private:
    using Things = std::vector<std::size_t>;

    std::size_t things() const { return answer_.matrix->things.size(); }
    std::size_t first() const { return answer_.matrix->first_thing(); }

    // As few blocks as possible, of about the same number of things.
    std::vector<Things> blocks() const {
        std::size_t most = things();
        while (most > 1 && options_.width > 0 && !all_fit_by(most)) --most;
        const std::size_t count = (things() + most - 1) / most;
        std::vector<Things> out(count);
        for (const std::size_t thing : all_) out[thing * count / things()].push_back(thing);
        return out;
    }
    bool all_fit_by(std::size_t size) const {
        for (std::size_t begin = 0; begin < things(); begin += size) {
            Things some;
            for (std::size_t i = begin; i < std::min(begin + size, things()); ++i) some.push_back(i);
            if (table_width(least_widths(some)) > options_.width) return false;
        }
        return true;
    }

    std::string mark_text(const Mark& mark) const { return words_ ? with_symbol(mark) : mark.symbol; }

    // Enough for each word, so that only spaces break.
    Widths least_widths(const Things& some) const {
        Widths least = {heading_width_};
        for (const std::size_t thing : some) {
            const std::size_t heading = longest_word(answer_.columns[first() + thing].name);
            least.push_back(std::max({heading, mark_width_, least_column_width}));
        }
        return least;
    }

    Cell thing_cell(std::size_t row, std::size_t thing) const {
        const std::size_t column = first() + thing;
        const Mark* mark = mark_of(answer_, row, column);
        std::string text = mark != nullptr ? mark_text(*mark) : cell_text(answer_.rows[row][column], *answer_.graph);
        const Answer::Cited& cited = cited_in(answer_, row, column);
        if (cite_ && !cited.empty()) text += " [" + footnote_numbers(cited, answer_.sources) + "]";
        return cell(std::move(text), mark != nullptr ? color_of(*mark) : std::string_view());
    }

    Cell heading_cell(std::size_t row) const {
        const std::string text = cell_text(answer_.rows[row][first() - 1], *answer_.graph, {.null_text = "—"});
        return cell((answer_.matrix->grouped ? "  " : "") + text);
    }

    // Group lines have one cell, and the foot is not in it.
    Grid grid(const Things& some) const {
        Grid grid;
        grid.header.push_back(cell(answer_.columns[first() - 1].name));
        for (const std::size_t thing : some) {
            grid.header.push_back(cell(answer_.columns[first() + thing].name));
        }
        for (std::size_t row = 0; row < answer_.rows.size(); ++row) {
            if (answer_.matrix->grouped && begins_group(answer_, row)) {
                Row heading = {cell(cell_text(answer_.rows[row][0], *answer_.graph))};
                heading.resize(some.size() + 1);
                grid.rows.push_back(std::move(heading));
            }
            Row cells = {heading_cell(row)};
            for (const std::size_t thing : some) cells.push_back(thing_cell(row, thing));
            grid.rows.push_back(std::move(cells));
        }
        return grid;
    }

    std::string block(const Things& some) const {
        Grid grid = this->grid(some);
        const std::size_t body = grid.rows.size();
        for (const MarkCount& count : foot_) {
            Row cells = {cell(with_symbol(*count.mark))};
            for (const std::size_t thing : some) cells.push_back(cell(std::to_string(count.counts[thing])));
            grid.rows.push_back(std::move(cells));
        }
        Widths widths = grid.natural_widths();
        if (options_.width > 0) fit(widths, options_.width, least_widths(some));
        GridWriter writer(std::move(widths), std::vector<bool>(grid.header.size(), false), options_.color);
        writer.row(grid.header, true);
        writer.rule();
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            if (row == body && body > 0) writer.rule();
            writer.row(grid.rows[row]);
        }
        return writer.take();
    }

    const Answer& answer_;
    const RenderOptions& options_;
    bool words_, cite_;
    std::vector<MarkCount> foot_;
    Things all_;
    std::size_t heading_width_ = 0, mark_width_ = 0;  // the least that they need
};

}  // namespace

std::string render_matrix_table(const Answer& answer, const RenderOptions& options) {
    const MatrixTable words(answer, options, true);
    return words.fits() ? words.text() : MatrixTable(answer, options, false).text();
}

}  // namespace confer::engine::format
