#include "format/cell_text.h"
#include "format/footnotes.h"
#include "format/format_internal.h"
#include "format/text_grid_internal.h"
#include "format/tree_branch_internal.h"

namespace confer::engine::format {

namespace {

// Further lines of a text are indented, so that rows stay apart.
std::string inside_row(const std::string& text) {
    std::string out;
    for (const char c : printable(text)) {
        out += c;
        if (c == '\n') out += "  ";
    }
    return out;
}

}  // namespace

// A row each: the first column, or the text of a tree behind its branch; then the others as "name: value".
std::string render_list(const Answer& answer, const RenderOptions& options) {
    const bool cite = cites(answer, options);
    std::string out;
    for (std::size_t r = 0; r < answer.rows.size(); ++r) {
        const auto& row = answer.rows[r];
        const std::size_t first = answer.tree ? answer.tree->text : 0;
        const std::string branch = branch_before(answer, r, first);
        out += branch.empty() ? "- " : branch;
        out += inside_row(cell_text(row[first], *answer.graph, {.null_text = "null"}));
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i == first) continue;
            const std::string text = inside_row(cell_text(row[i], *answer.graph));
            if (!text.empty()) out += " · " + inside_row(answer.columns[i].name) + ": " + text;
        }
        if (cite && !answer.citations[r].empty())
            out += " [" + footnote_numbers(answer.citations[r], answer.sources) + "]";
        out += '\n';
    }
    if (!cite) return out;
    out += '\n';
    for (std::size_t i = 0; i < footnotes_written(answer, options); ++i) {
        out += "[" + std::to_string(i + 1) + (answer.sources[i].weak ? "*] " : "] ") +
               inside_row(citation_text(answer.sources[i])) + '\n';
    }
    out += more_footnotes(answer, options);
    if (has_weak_source(answer)) out += std::string(weak_source_legend) + '\n';
    return out;
}

}  // namespace confer::engine::format
