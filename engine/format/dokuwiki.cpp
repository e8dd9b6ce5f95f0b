// A table for DokuWiki, with the sources as its footnotes; the same footnote twice is shown once.
//
// Text that is more than letters, digits and plain punctuation stands in <nowiki>, where DokuWiki reads no markup.
// There is no markup for the direction of text, so characters that turn it are left out. Source:
// dokuwiki.org/wiki:syntax. Test: tests/suites/formats/dokuwiki_test.cpp.
#include <algorithm>
#include <utility>

#include "base/text_position.h"
#include "format/cell_text.h"
#include "format/footnotes.h"
#include "format/format_internal.h"
#include "format/markup_internal.h"
#include "format/matrix_cells.h"

namespace confer::engine::format {
namespace {

// Whether DokuWiki shows it as it stands. Addresses without a protocol would become links.
bool is_plain(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t point = next_code_point(text, at);
        const bool letter = (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || point >= 0xA0;
        if (letter || (point >= '0' && point <= '9')) continue;
        if (point > 0x7F || std::string_view(" ,.;").find(static_cast<char>(point)) == std::string_view::npos)
            return false;
    }
    return text.find("www.") == std::string_view::npos && text.find("ftp.") == std::string_view::npos &&
           text.find("  ") == std::string_view::npos;
}

std::string unread(std::string_view text) {
    constexpr std::string_view end = "</nowiki>";
    std::string out = "<nowiki>";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t found = std::min(text.find(end, at), text.size());
        out += text.substr(at, found - at);
        if (found < text.size()) out += "</now</nowiki><nowiki>iki>";
        at = std::min(found + end.size(), text.size());
    }
    return out + "</nowiki>";
}

std::string escaped(std::string_view text) {
    const std::string clean = without_turns(without_controls(text));
    std::string out;
    for (std::size_t at = 0; at <= clean.size();) {
        const std::size_t end = std::min(clean.find('\n', at), clean.size());
        std::string line = clean.substr(at, end - at);
        std::replace(line.begin(), line.end(), '\t', ' ');
        if (at > 0) out += "\\\\ ";
        out += is_plain(line) ? line : unread(line);
        at = end + 1;
    }
    return out;
}

class DokuTable {
public:
    DokuTable(const Answer& answer, const RenderOptions& options) : answer_(answer), cite_(cites(answer, options)) {
        for (std::size_t i = 0; i < answer.columns.size(); ++i) numeric_.push_back(is_numeric_column(answer, i));
    }

    std::string text() {
        for (std::size_t i = first_drawn_column(answer_); i < answer_.columns.size(); ++i)
            out_ += "^ " + heading(i) + " ";
        out_ += "^\n";
        for (std::size_t row = 0; row < answer_.rows.size(); ++row) {
            if (is_grouped(answer_) && begins_group(answer_, row)) group(row);
            for (std::size_t i = first_drawn_column(answer_); i < answer_.columns.size(); ++i) cell(row, i);
            out_ += "|\n";
        }
        const std::vector<MarkCount> counts = foot_of(answer_);
        for (const MarkCount& count : counts) {
            out_ += "^ " + escaped(with_symbol(*count.mark)) + " ";
            for (const std::size_t cells : count.counts) out_ += "|  " + std::to_string(cells) + " ";
            out_ += "|\n";
        }
        if (!counts.empty()) out_ += "\n";
        for (const MarkCount& count : counts)
            out_ += "  * " + escaped(with_symbol(*count.mark) + ": " + count.mark->meaning) + "\n";
        for (const std::string& notice : answer_.notices) out_ += "\n" + escaped(notice) + "\n";
        return out_;
    }

private:
    std::string heading(std::size_t column) const {
        const std::string* whole = whole_name_of(answer_, column);
        return escaped(whole != nullptr ? *whole : answer_.columns[column].name);
    }

    void group(std::size_t row) {
        out_ += "^ " + escaped(cell_text(answer_.rows[row][0], *answer_.graph)) + " ";
        out_ += std::string(answer_.columns.size() - 1, '^') + "\n";
    }

    void cell(std::size_t row, std::size_t column) {
        const Mark* mark = mark_of(answer_, row, column);
        const std::string text =
            escaped(mark != nullptr ? with_symbol(*mark) : cell_text(answer_.rows[row][column], *answer_.graph));
        out_ += column == first_drawn_column(answer_) ? "^ " : numeric_[column] ? "|  " : "| ";
        out_ += text;
        if (cite_) footnotes(cited_in(answer_, row, column));
        out_ += ' ';
    }

    void footnotes(Answer::Cited cited) {
        std::sort(cited.begin(), cited.end());
        for (const std::uint32_t index : cited) {
            Source source = answer_.sources[index];
            const std::string url = std::exchange(source.url, {});
            out_ += "((" + escaped(citation_text(source));
            if (is_linkable(url)) out_ += " [[" + link_target(url) + "]]";
            if (source.weak) out_ += " (graded weak)";
            out_ += out_.back() == ')' ? " ))" : "))";  // of three in a row the first two would end it
        }
    }

    const Answer& answer_;
    bool cite_;
    std::vector<bool> numeric_;
    std::string out_;
};

}  // namespace

std::string render_dokuwiki(const Answer& answer, const RenderOptions& options) {
    return DokuTable(answer, options).text();
}

}  // namespace confer::engine::format
