// A table for MediaWiki, with the sources as references of the extension Cite: the first claim that rests on a source
// describes it, the others refer to it by its name. Test: tests/suites/formats/wikitext_test.cpp.
#include <algorithm>
#include <utility>

#include "format/cell_text.h"
#include "format/footnotes.h"
#include "format/format_internal.h"
#include "format/markup_internal.h"
#include "format/matrix_cells.h"
#include "format/tree_branch_internal.h"

namespace confer::engine::format {
namespace {

// Text that MediaWiki shows as it stands: what is markup, alone or together with its neighbours, becomes an entity.
// Underscores and tildes are only when doubled, the exclamation mark in headings, colons in addresses.
std::string escaped(std::string_view text) {
    std::string out;
    const auto entity = [&](char c) { out += "&#" + std::to_string(static_cast<int>(c)) + ";"; };
    const std::string html = html_escaped(text);
    for (std::size_t i = 0; i < html.size(); ++i) {
        const char c = html[i];
        const char before = i > 0 ? html[i - 1] : '\0', after = i + 1 < html.size() ? html[i + 1] : '\0';
        const bool is_sign = std::string_view("|[]{}").find(c) != std::string_view::npos;
        const bool is_doubled = (c == '_' || c == '~' || c == '!' || c == '=') && (c == before || c == after);
        const bool is_of_address = c == ':' && html.compare(i, 3, "://") == 0;
        if (is_sign || is_doubled || is_of_address) {
            entity(c);
        } else {
            out += c;
        }
    }
    return out;
}

std::string isolated(std::string_view text) {
    return needs_isolation(text) ? "<bdi>" + escaped(text) + "</bdi>" : escaped(text);
}

class WikiTable {
public:
    WikiTable(const Answer& answer, const RenderOptions& options)
        : answer_(answer),
          cite_(cites(answer, options)),
          prefix_(anchor_prefix(answer)),
          described_(answer.sources.size(), false) {
        for (std::size_t i = 0; i < answer.columns.size(); ++i) numeric_.push_back(is_numeric_column(answer, i));
    }

    std::string text() {
        out_ = "{| class=\"wikitable\"\n|+ " + isolated(answer_.statement) + "\n|-\n";
        for (std::size_t i = first_drawn_column(answer_); i < answer_.columns.size(); ++i) {
            out_ += "! scope=\"col\" | " + heading(i) + "\n";
        }
        for (std::size_t row = 0; row < answer_.rows.size(); ++row) {
            if (is_grouped(answer_) && begins_group(answer_, row)) group(row);
            out_ += "|-\n";
            for (std::size_t i = first_drawn_column(answer_); i < answer_.columns.size(); ++i) cell(row, i);
        }
        if (answer_.matrix) foot();
        out_ += "|}\n";
        for (const MarkCount& count : foot_of(answer_)) {
            out_ += "* " + escaped(with_symbol(*count.mark) + ": " + count.mark->meaning) + "\n";
        }
        for (const std::string& notice : answer_.notices) out_ += "\n" + isolated(notice) + "\n";
        if (cite_) out_ += "\n<references />\n";
        return out_;
    }

private:
    std::string heading(std::size_t column) const {
        std::string name = isolated(answer_.columns[column].name);
        const std::string* whole = whole_name_of(answer_, column);
        if (whole == nullptr || *whole == answer_.columns[column].name) return name;
        return "<abbr title=\"" + escaped(*whole) + "\">" + name + "</abbr>";
    }

    void group(std::size_t row) {
        out_ += "|-\n! scope=\"rowgroup\" colspan=\"" + std::to_string(answer_.columns.size() - 1) + "\" | " +
                isolated(cell_text(answer_.rows[row][0], *answer_.graph)) + "\n";
    }

    void cell(std::size_t row, std::size_t column) {
        const Mark* mark = mark_of(answer_, row, column);
        const std::string text = mark != nullptr ? escaped(with_symbol(*mark))
                                                 : isolated(cell_text(answer_.rows[row][column], *answer_.graph));
        out_ += column == first_drawn_column(answer_) ? "! scope=\"row\" | "
                : numeric_[column]                    ? "| style=\"text-align: right\" | "
                                                      : "| ";
        out_ += branch_before(answer_, row, column, "&nbsp;") + text;
        if (cite_) references(cited_in(answer_, row, column));
        out_ += '\n';
    }

    void references(Answer::Cited cited) {
        std::sort(cited.begin(), cited.end());
        for (const std::uint32_t index : cited) {
            out_ += "<ref name=\"" + prefix_ + std::to_string(index + 1) + "\"";
            out_ += described_[index] ? " />" : ">" + citation(answer_.sources[index]) + "</ref>";
            described_[index] = true;
        }
    }

    static std::string citation(Source source) {
        const std::string url = std::exchange(source.url, {});
        const std::string text = isolated(citation_text(source));
        const std::string linked = is_linkable(url) ? "[" + link_target(url) + " " + text + "]" : text;
        return source.weak ? linked + " (graded weak)" : linked;
    }

    void foot() {
        for (const MarkCount& count : foot_of(answer_)) {
            out_ += "|-\n! scope=\"row\" | " + escaped(with_symbol(*count.mark)) + "\n";
            for (const std::size_t cells : count.counts) out_ += "| " + std::to_string(cells) + "\n";
        }
    }

    const Answer& answer_;
    bool cite_;
    std::string prefix_;
    std::vector<bool> described_;  // by source: whether a reference has said what it is
    std::vector<bool> numeric_;
    std::string out_;
};

}  // namespace

std::string render_wikitext(const Answer& answer, const RenderOptions& options) {
    return WikiTable(answer, options).text();
}

}  // namespace confer::engine::format
