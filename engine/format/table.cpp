// A table for a terminal: columns as wide as their texts while they fit; beyond that the widest columns give way and
// their texts are wrapped between words. Test: tests/suites/formats.
#include "format/cell_text.h"
#include "format/footnotes.h"
#include "format/format_internal.h"
#include "format/text_grid_internal.h"

namespace confer::engine::format {
namespace {

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

}  // namespace

std::string footnotes_text(const Answer& answer, std::size_t width) {
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

std::string render_table(const Answer& answer, const RenderOptions& options) {
    if (answer.matrix) return render_matrix_table(answer, options);
    const bool cite = cites(answer, options);
    Grid grid = grid_of(answer, cite);
    Widths widths = natural_widths(grid);
    if (options.width > 0) fit(widths, options.width, Widths(widths.size(), least_column_width));

    GridWriter writer(std::move(widths), std::move(grid.right), options.color);
    writer.reserve(grid.rows.size() + 2);
    writer.row(grid.header, true);
    writer.rule();
    for (const Row& row : grid.rows) writer.row(row);
    std::string out = writer.take();
    if (cite) out += footnotes_text(answer, options.width);
    return out;
}

}  // namespace confer::engine::format
