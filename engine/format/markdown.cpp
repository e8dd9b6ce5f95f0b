#include <algorithm>

#include "format/cell_text.h"
#include "format/footnotes.h"
#include "format/format_internal.h"

namespace confer::engine::format {
namespace {

// Text that no Markdown reader takes for markup, on one line of a table.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "<br>";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '&') {
            out += "&amp;";
        } else if (c != '\r') {
            if (std::string_view("\\`*_[]|~").find(c) != std::string_view::npos) out += '\\';
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

// A link target that can't end the autolink early.
std::string citation_markdown(const Source& source) {
    Source without_url = source;
    without_url.url.clear();
    std::string out = escaped(citation_text(without_url));
    const bool linkable = source.url.rfind("http", 0) == 0 && source.url.find_first_of("<> \n") == std::string::npos;
    if (linkable) out += " <" + source.url + ">";
    if (source.weak) out += " (graded weak)";
    return out;
}

}  // namespace

std::string render_markdown(const Answer& answer, const RenderOptions& options) {
    const bool cite = options.sources && !answer.citations.empty();
    std::string out = "|";
    for (const AnswerColumn& column : answer.columns) out += " " + escaped(column.name) + " |";
    out += "\n|";
    for (std::size_t i = 0; i < answer.columns.size(); ++i) out += is_numeric_column(answer, i) ? " ---: |" : " --- |";
    out += '\n';
    for (std::size_t r = 0; r < answer.rows.size(); ++r) {
        out += '|';
        for (std::size_t i = 0; i < answer.rows[r].size(); ++i) {
            out += " " + escaped(cell_text(answer.rows[r][i], *answer.graph));
            if (cite && i == 0) out += references(answer.citations[r]);
            out += " |";
        }
        out += '\n';
    }
    if (!cite || answer.sources.empty()) return out;
    out += '\n';
    for (std::size_t i = 0; i < answer.sources.size(); ++i) {
        out += "[^" + std::to_string(i + 1) + "]: " + citation_markdown(answer.sources[i]) + '\n';
    }
    return out;
}

}  // namespace confer::engine::format
