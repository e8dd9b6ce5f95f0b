// The graph of an answer as a Mermaid flowchart, which many wikis and code hosts draw. Nodes are called n1, n2, …;
// their names and the verbs of relationships are quoted text, those that deny have dotted arrows.
//
// Mermaid looks for directives, comments and styles in the whole text before it reads quotes, and takes a quoted text's
// content for HTML or Markdown. So whatever is neither a letter, a digit, a space nor plain punctuation becomes one of
// its numeric entities (#35;). Source: mermaid.js.org/syntax/flowchart.html, "Special characters that break syntax".
// Test: tests/suites/pictures/svg_test.cpp, tests/suites/formats/hostile_test.py.
#include <set>

#include "base/text_position.h"
#include "format/format_internal.h"
#include "format/markup_internal.h"
#include "picture/answer_graph.h"
#include "picture/palette.h"

namespace confer::engine::format {
namespace {

std::string quoted(std::string_view text) {
    std::string out = "\"";
    const std::string clean = without_turns(without_controls(text));
    std::size_t offset = 0;
    while (offset < clean.size()) {
        const std::size_t begin = offset;
        const char32_t point = next_code_point(clean, offset);
        const bool letter = (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
        const bool plain = letter || (point >= '0' && point <= '9') || point >= 0xA0;
        if (point == '\n') {
            out += "<br>";
        } else if (point == '\t') {
            out += ' ';
        } else if (plain || std::string_view(" ,.()-'?!/").find(static_cast<char>(point)) != std::string_view::npos) {
            out += clean.substr(begin, offset - begin);
        } else {
            out += "#" + std::to_string(static_cast<std::uint32_t>(point)) + ";";
        }
    }
    return out + '"';
}

std::string name_of(std::size_t node) {
    return "n" + std::to_string(node + 1);
}

}  // namespace

std::string render_mermaid(const Answer& answer, const RenderOptions&) {
    const picture::AnswerGraph shown = picture::collect_graph(answer);
    std::string out = "flowchart LR\n", classes;
    std::set<std::size_t> used;
    for (std::size_t i = 0; i < shown.nodes.size(); ++i) {
        const picture::ShownNode& node = shown.nodes[i];
        out += "  " + name_of(i) + "[" + quoted(node.name) + "]\n";
        if (node.labels.empty()) continue;
        const std::size_t hue = picture::hue_of(*answer.graph, node.labels.front());
        used.insert(hue);
        classes += "  class " + name_of(i) + " hue" + std::to_string(hue) + "\n";
    }
    for (const picture::ShownRelationship& relationship : shown.relationships) {
        out += "  " + name_of(relationship.start) + (relationship.denies ? " -. " : " -- ") +
               quoted(relationship.verb) + (relationship.denies ? " .-> " : " --> ") + name_of(relationship.end) + "\n";
    }
    for (const std::size_t hue : used) {
        const picture::Hue& colours = picture::hues()[hue];
        out += "  classDef hue" + std::to_string(hue) + " fill:" + std::string(colours.fill) +
               ",stroke:" + std::string(colours.line) + ",color:#1d1d1f\n";
    }
    out += classes;
    if (shown.is_cut()) out += "%% " + shown.notice() + "\n";
    return out;
}

}  // namespace confer::engine::format
