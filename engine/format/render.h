#pragma once
// render: an Answer in one of the output formats.
//
// Errors     none: every value has a text in every format.
// Threads    safe from any number of threads.
// Cost       linear in the answer.
// Source     csv: RFC 4180; tsv: text/tab-separated-values, with Linear TSV's escapes; json: docs/data.md;
//            jsonl: jsonlines.org; markdown: GitHub-flavoured tables; html: the WHATWG's living standard;
//            wikitext: MediaWiki's tables and the extension Cite; dokuwiki: dokuwiki.org/wiki:syntax; dot:
//            graphviz.org/doc/info/lang.html; mermaid: mermaid.js.org/syntax/flowchart.html; svg: SVG 1.1.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picture/layout.h"
#include "session/answer.h"

namespace confer::engine::format {

enum class Format : unsigned char {
    table,
    list,
    csv,
    tsv,
    json,
    jsonl,
    markdown,
    html,
    wikitext,
    dokuwiki,
    dot,
    mermaid,
    svg
};

// Whether the format draws what the rows rest on, so that a question is to be run with its sources even where none are
// shown.
bool draws_evidence(Format format);

std::optional<Format> format_called(std::string_view name);
// All names, in the order of the documentation.
const std::vector<std::string>& format_names();
// "table, list, csv or json": all names, as help texts have them.
std::string format_names_text();

struct RenderOptions {
    std::size_t width = 0;  // terminal cells a line may take in tables; 0: as wide as it wants
    bool color = false;     // ANSI colours, in tables and lists
    bool sources = true;    // footnotes
    std::size_t max_footnotes = static_cast<std::size_t>(-1);  // under tables and lists; others are counted there
    picture::Layouter layout = {};  // of graphs in svg; without one, and where it fails: picture::layered_layout()
};

// The whole text, ending with a newline (empty for an answer without columns, except in json).
std::string render(const Answer& answer, Format format, const RenderOptions& options = {});

// What stands before and after the texts of answers in a file of their own; html goes into pages, and needs one.
struct Frame {
    std::string_view before, after;
};
Frame frame_of(Format format);

}  // namespace confer::engine::format
