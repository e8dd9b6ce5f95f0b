// The graph of an answer in Graphviz's language: `confer -f dot … | dot -Tsvg`. Colours are the labels', which tooltips
// name; relationships are called by their verbs, those that deny are dashed.
//
// Text stands in double quotes. Inside them Graphviz knows a backslash's sequences and HTML's entities, so backslashes
// and ampersands are escaped as well.
// Source: "The DOT Language", graphviz.org/doc/info/lang.html; escString, graphviz.org/docs/attr-types/escString.
// Test: tests/suites/pictures/svg_test.cpp, tests/suites/formats/hostile_test.py.
#include "format/format_internal.h"
#include "format/markup_internal.h"
#include "picture/answer_graph.h"
#include "picture/palette.h"

namespace confer::engine::format {
namespace {

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : without_controls(text)) {
        if (c == '"') {
            out += "\\\"";
        } else if (c == '\\') {
            out += "\\\\";
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '\n') {
            out += "\\n";
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string joined(const std::vector<std::string>& labels) {
    std::string out;
    for (const std::string& label : labels) out += (out.empty() ? "" : ", ") + label;
    return out;
}

std::string colours_of(const picture::ShownNode& node, const PropertyGraph& graph) {
    if (node.labels.empty()) return {};
    const picture::Hue& hue = picture::hues()[picture::hue_of(graph, node.labels.front())];
    return ", fillcolor=\"" + std::string(hue.fill) + "\", color=\"" + std::string(hue.line) + "\"";
}

}  // namespace

std::string render_dot(const Answer& answer, const RenderOptions&) {
    const picture::AnswerGraph shown = picture::collect_graph(answer);
    std::string out = "digraph confer {\n";
    out += "  graph [rankdir=LR, label=" + quoted(answer.statement) + ", labelloc=t, fontname=\"sans-serif\"];\n";
    out +=
        "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", fontname=\"sans-serif\", fontsize=12];\n";
    out += "  edge [color=\"#54606e\", fontname=\"sans-serif\", fontsize=10];\n";
    if (shown.is_cut()) out += "  // " + shown.notice() + "\n";
    for (const picture::ShownNode& node : shown.nodes) {
        out += "  " + quoted(node.id) + " [label=" + quoted(node.name) + ", tooltip=" + quoted(joined(node.labels)) +
               colours_of(node, *answer.graph) + "];\n";
    }
    for (const picture::ShownRelationship& relationship : shown.relationships) {
        out += "  " + quoted(shown.nodes[relationship.start].id) + " -> " + quoted(shown.nodes[relationship.end].id) +
               " [label=" + quoted(relationship.verb);
        if (relationship.denies) out += ", style=dashed";
        out += "];\n";
    }
    return out + "}\n";
}

}  // namespace confer::engine::format
