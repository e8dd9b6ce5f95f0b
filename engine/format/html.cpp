// A fragment of a page: a table with its caption, the notices, the sources as a numbered list that the cells link to.
// Classes begin with `confer`, so that pages can give them a style; html_page() has one. Test:
// tests/suites/formats/html_test.cpp.
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

std::string isolated(std::string_view text) {
    const std::string escaped = html_escaped(text);
    return needs_isolation(text) ? "<bdi>" + escaped + "</bdi>" : escaped;
}

// "not recorded" -> "confer-not-recorded"
std::string class_of(const Mark& mark) {
    std::string out = "confer-";
    for (const char c : mark.word) out += c == ' ' ? '-' : c;
    return out;
}

class Page {
public:
    Page(const Answer& answer, const RenderOptions& options)
        : answer_(answer), cite_(cites(answer, options)), prefix_(anchor_prefix(answer)) {
        for (std::size_t i = 0; i < answer.columns.size(); ++i) numeric_.push_back(is_numeric_column(answer, i));
    }

    std::string text() {
        out_ = "<div class=\"confer\">\n<table>\n<caption>" + isolated(answer_.statement) + "</caption>\n";
        head();
        body();
        if (answer_.matrix) foot();
        out_ += "</table>\n";
        if (answer_.matrix) legend();
        for (const std::string& notice : answer_.notices) {
            out_ += "<p class=\"confer-notice\">" + isolated(notice) + "</p>\n";
        }
        if (cite_) sources();
        return out_ + "</div>\n";
    }

private:
    // Columns of things go by their whole names where they are called by short ones.
    std::string heading(std::size_t column) const {
        std::string name = isolated(answer_.columns[column].name);
        const std::string* whole = whole_name_of(answer_, column);
        if (whole == nullptr || *whole == answer_.columns[column].name) return name;
        return "<abbr title=\"" + html_escaped(*whole) + "\">" + name + "</abbr>";
    }

    void head() {
        out_ += "<thead>\n<tr>";
        for (std::size_t i = first_drawn_column(answer_); i < answer_.columns.size(); ++i) {
            out_ += numeric_[i] ? "<th scope=\"col\" class=\"confer-number\">" : "<th scope=\"col\">";
            out_ += heading(i) + "</th>";
        }
        out_ += "</tr>\n</thead>\n";
    }

    void body() {
        out_ += "<tbody>\n";
        for (std::size_t row = 0; row < answer_.rows.size(); ++row) {
            if (is_grouped(answer_) && begins_group(answer_, row)) group(row);
            out_ += "<tr>";
            for (std::size_t i = first_drawn_column(answer_); i < answer_.columns.size(); ++i) cell(row, i);
            out_ += "</tr>\n";
        }
        out_ += "</tbody>\n";
    }

    void group(std::size_t row) {
        if (row > 0) out_ += "</tbody>\n<tbody>\n";
        out_ += "<tr class=\"confer-group\"><th scope=\"rowgroup\" colspan=\"" +
                std::to_string(answer_.columns.size() - 1) + "\">" +
                isolated(cell_text(answer_.rows[row][0], *answer_.graph)) + "</th></tr>\n";
    }

    void cell(std::size_t row, std::size_t column) {
        const bool names_row = column == first_drawn_column(answer_);
        const Mark* mark = mark_of(answer_, row, column);
        std::string kind = mark != nullptr ? class_of(*mark) : numeric_[column] ? "confer-number" : "";
        if (!kind.empty()) kind = " class=\"" + kind + "\"";
        out_ += names_row ? "<th scope=\"row\"" + kind + ">" : "<td" + kind + ">";
        const std::string branch = branch_before(answer_, row, column, no_break_space);
        if (!branch.empty()) out_ += "<span class=\"confer-branch\" aria-hidden=\"true\">" + branch + "</span>";
        out_ += mark != nullptr ? html_escaped(with_symbol(*mark))
                                : isolated(cell_text(answer_.rows[row][column], *answer_.graph));
        if (cite_) references(cited_in(answer_, row, column));
        out_ += names_row ? "</th>" : "</td>";
    }

    void references(Answer::Cited cited) {
        if (cited.empty()) return;
        std::sort(cited.begin(), cited.end());
        out_ += "<sup>";
        for (std::size_t i = 0; i < cited.size(); ++i) {
            const std::string number = std::to_string(cited[i] + 1);
            out_ += (i > 0 ? " " : "") + ("<a href=\"#" + prefix_) + number + "\">[" + number +
                    (answer_.sources[cited[i]].weak ? "*" : "") + "]</a>";
        }
        out_ += "</sup>";
    }

    void foot() {
        out_ += "<tfoot>\n";
        for (const MarkCount& count : foot_of(answer_)) {
            out_ += "<tr><th scope=\"row\">" + html_escaped(with_symbol(*count.mark)) + "</th>";
            for (const std::size_t cells : count.counts) out_ += "<td>" + std::to_string(cells) + "</td>";
            out_ += "</tr>\n";
        }
        out_ += "</tfoot>\n";
    }

    void legend() {
        out_ += "<ul class=\"confer-legend\">\n";
        for (const MarkCount& count : foot_of(answer_)) {
            out_ += "<li>" + html_escaped(with_symbol(*count.mark) + ": " + count.mark->meaning) + "</li>\n";
        }
        out_ += "</ul>\n";
    }

    void sources() {
        out_ += "<ol class=\"confer-sources\">\n";
        for (std::size_t i = 0; i < answer_.sources.size(); ++i) {
            Source source = answer_.sources[i];
            const std::string url = std::exchange(source.url, {});
            out_ += "<li id=\"" + prefix_ + std::to_string(i + 1) + "\">" + isolated(citation_text(source));
            if (is_linkable(url)) {
                out_ += " <a href=\"" + html_escaped(url) + "\">" + html_escaped(url) + "</a>";
            }
            out_ += source.weak ? " (graded weak *)</li>\n" : "</li>\n";
        }
        out_ += "</ol>\n";
        if (has_weak_source(answer_)) {
            out_ += "<p class=\"confer-legend\">" + html_escaped(weak_source_legend) + "</p>\n";
        }
    }

    const Answer& answer_;
    bool cite_;
    std::string prefix_;
    std::vector<bool> numeric_;
    std::string out_;
};

}  // namespace

std::string render_html(const Answer& answer, const RenderOptions& options) {
    return Page(answer, options).text();
}

Frame html_page() {
    return {R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Confer</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; color: #1d1d1f; background: #fff; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
.confer { overflow-x: auto; }
table { border-collapse: collapse; border-block: 2px solid; }
caption { text-align: start; font-weight: 600; padding-block: 0.5rem; }
th, td { padding: 0.3rem 0.8rem; text-align: start; vertical-align: top; }
thead { border-block-end: 1px solid; }
thead th { vertical-align: bottom; }
tbody th { font-weight: normal; }
tbody tr:hover { background: #f3f3f0; }
tfoot { border-block-start: 1px solid; }
tfoot th { font-weight: normal; }
.confer-number { text-align: end; font-variant-numeric: tabular-nums; }
.confer-group th { font-weight: 600; padding-block-start: 0.8rem; }
.confer-yes, .confer-rejected, .confer-not-recorded, .confer-unknown { white-space: nowrap; }
.confer-yes { color: #14532d; background: #eef7f0; }
.confer-rejected { color: #7f1d1d; background: #fdf0ef; }
.confer-not-recorded, .confer-unknown { color: #5c5c5c; }
.confer-branch { color: #5c5c5c; }
.confer-legend { list-style: none; padding: 0; color: #5c5c5c; font-size: 0.9rem; }
.confer-notice { border-inline-start: 3px solid #b58900; padding-inline-start: 0.7rem; }
.confer-sources { font-size: 0.9rem; overflow-wrap: anywhere; }
sup { line-height: 0; }
sup a { text-decoration: none; }
</style>
</head>
<body>
)",
            "</body>\n</html>\n"};
}

}  // namespace confer::engine::format
