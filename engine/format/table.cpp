// A table for a terminal: columns as wide as their texts while they fit; beyond that the widest columns give way and
// their texts are wrapped between words. Test: tests/suites/formats.
#include "format/cell_text.h"
#include "format/footnotes.h"
#include "format/format_internal.h"
#include "format/text_grid_internal.h"
#include "format/tree_branch_internal.h"

namespace confer::engine::format {
namespace {

// The cells of an answer, row by row.
class Grid {
public:
    Grid(const Answer& answer, bool cite) : answer_(answer), cite_(cite) {
        for (std::size_t i = 0; i < answer.columns.size(); ++i) {
            header_.push_back(cell(answer.columns[i].name));
            right_.push_back(is_numeric_column(answer, i));
        }
        if (!cite) return;
        header_.push_back(cell("sources"));
        right_.push_back(false);
    }

    const Row& header() const { return header_; }
    // By column: numbers stand at the right.
    const std::vector<bool>& right() const { return right_; }
    std::size_t row_count() const { return answer_.rows.size(); }
    // Makes the texts of all rows.
    Widths natural_widths() {
        Widths widths;
        widen(widths, header_);
        kept_.reserve(row_count() * header_.size());
        for (std::size_t i = 0; i < row_count(); ++i) {
            make(i);
            widen(widths, cells_);
            for (const Cell& cell : cells_) {
                kept_.push_back({texts_.size(), cell.text.size(), cell.width, cell.is_one_line});
                texts_ += cell.text;
            }
        }
        return widths;
    }
    // The cells stay until the next call. REQUIRES: natural_widths() was called.
    const Row& row(std::size_t index) {
        const Kept* kept = kept_.data() + index * header_.size();
        for (Cell& cell : cells_) {
            cell.text.assign(texts_, kept->begin, kept->size);
            cell.width = kept->width;
            cell.is_one_line = kept->is_one_line;
            ++kept;
        }
        return cells_;
    }

private:
    // A cell whose text is in texts_.
    struct Kept {
        std::size_t begin, size, width;
        bool is_one_line;
    };

    void make(std::size_t index) {
        cells_.resize(header_.size());
        const AnswerRows::Row values = answer_.rows[index];
        for (std::size_t i = 0; i < values.size(); ++i) {
            cells_[i].text = branch_before(answer_, index, i);
            append_cell_text(cells_[i].text, values[i], *answer_.graph, {.null_text = "—"});
        }
        if (cite_) cells_.back().text = footnote_numbers(answer_.citations[index], answer_.sources);
        for (Cell& cell : cells_) settle(cell);
    }

    const Answer& answer_;
    bool cite_;
    Row header_, cells_;
    std::vector<bool> right_;
    std::string texts_;
    std::vector<Kept> kept_;
};

}  // namespace

std::string footnotes_text(const Answer& answer, const RenderOptions& options) {
    std::string out = "\n";
    for (std::size_t i = 0; i < footnotes_written(answer, options); ++i) {
        const std::string label = " [" + std::to_string(i + 1) + (answer.sources[i].weak ? "*] " : "] ");
        const std::size_t room =
            options.width > label.size() + 20 ? options.width - label.size() : static_cast<std::size_t>(-1);
        const std::string indent(label.size(), ' ');
        bool first = true;
        for (const std::string& line : wrap(printable(citation_text(answer.sources[i])), room)) {
            out += (first ? label : indent) + line + '\n';
            first = false;
        }
    }
    if (const std::string more = more_footnotes(answer, options); !more.empty()) out += ' ' + more;
    if (has_weak_source(answer)) out += std::string(" ") + weak_source_legend + '\n';
    return out;
}

std::string render_table(const Answer& answer, const RenderOptions& options) {
    if (answer.matrix) return render_matrix_table(answer, options);
    const bool cite = cites(answer, options);
    Grid grid(answer, cite);
    Widths widths = grid.natural_widths();
    if (options.width > 0) fit(widths, options.width, Widths(widths.size(), least_column_width));

    GridWriter writer(std::move(widths), grid.right(), options.color);
    writer.reserve(grid.row_count() + 2);
    writer.row(grid.header(), true);
    writer.rule();
    for (std::size_t i = 0; i < grid.row_count(); ++i) writer.row(grid.row(i));
    std::string out = writer.take();
    if (cite) out += footnotes_text(answer, options);
    return out;
}

}  // namespace confer::engine::format
