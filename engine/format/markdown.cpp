#include <algorithm>

#include "format/cell_text.h"
#include "format/footnotes.h"
#include "format/format_internal.h"
#include "format/markup_internal.h"
#include "format/matrix_cells.h"
#include "format/tree_branch_internal.h"

namespace confer::engine::format {
namespace {

// Text that no Markdown reader takes for markup, on one line of a table; braces are those of templates that sites fill
// before. Characters that turn the direction of text are left out: there is no markup that would hold them.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : without_turns(without_controls(text))) {
        if (c == '\n') {
            out += "<br>";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '\t') {
            out += ' ';
        } else {
            if (std::string_view("\\`*_[]{}|~").find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
    }
    return out;
}

// GitHub's footnotes: [^1] here, [^1]: text below.
std::string references(std::vector<std::uint32_t> cited) {
    std::sort(cited.begin(), cited.end());
    std::string out;
    for (const std::uint32_t index : cited) out += "[^" + std::to_string(index + 1) + "]";
    return out;
}

std::string citation_markdown(const Source& source) {
    Source without_url = source;
    without_url.url.clear();
    std::string out = escaped(citation_text(without_url));
    if (is_linkable(source.url)) out += " <" + link_target(source.url) + ">";
    if (source.weak) out += " (graded weak)";
    return out;
}

// How many cells say what, as last rows; and what the marks mean.
std::string matrix_foot(const Answer& answer) {
    std::string out, legend;
    for (const MarkCount& count : foot_of(answer)) {
        out += answer.matrix->grouped ? "| | **" : "| **";
        out += with_symbol(*count.mark) + "** |";
        for (const std::size_t cells : count.counts) out += " **" + std::to_string(cells) + "** |";
        out += '\n';
        legend += "- " + with_symbol(*count.mark) + ": " + escaped(count.mark->meaning) + "\n";
    }
    return out + "\n" + legend;
}

}  // namespace

std::string render_markdown(const Answer& answer, const RenderOptions& options) {
    const bool cite = cites(answer, options);
    std::string out = "|";
    for (const AnswerColumn& column : answer.columns) out += " " + escaped(column.name) + " |";
    out += "\n|";
    for (std::size_t i = 0; i < answer.columns.size(); ++i) out += is_numeric_column(answer, i) ? " ---: |" : " --- |";
    out += '\n';
    for (std::size_t r = 0; r < answer.rows.size(); ++r) {
        out += '|';
        for (std::size_t i = 0; i < answer.rows[r].size(); ++i) {
            const Mark* mark = mark_of(answer, r, i);
            out += " " + branch_before(answer, r, i, no_break_space);
            out += (mark != nullptr ? with_symbol(*mark) : escaped(cell_text(answer.rows[r][i], *answer.graph)));
            if (cite) out += references(cited_in(answer, r, i));
            out += " |";
        }
        out += '\n';
    }
    if (answer.matrix) out += matrix_foot(answer);
    for (const std::string& notice : answer.notices) out += "\n> " + escaped(notice) + "\n";
    if (!cite) return out;
    out += '\n';
    for (std::size_t i = 0; i < answer.sources.size(); ++i) {
        out += "[^" + std::to_string(i + 1) + "]: " + citation_markdown(answer.sources[i]) + '\n';
    }
    return out;
}

}  // namespace confer::engine::format
