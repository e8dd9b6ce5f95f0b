// Graphviz DOT: what is written. What is drawn is in `label`; labels, types and properties are attributes with a colon
// in their names, which Graphviz leaves alone. docs/interchange.md; tests: tests/suites/interchange/dot_test.py.
//
// Source     "The DOT Language" (graphviz.org).
#include "interchange/column.h"
#include "interchange/dot_names.h"
#include "interchange/dot_text.h"
#include "interchange/formats.h"

namespace confer::interchange {

namespace {

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
    append_dot(out += ", ", name);
    append_dot(out += "=", value);
}

void append_properties(std::string& out, const std::vector<Exporting::Property>& properties) {
    std::string text;
    for (const auto& [key, value] : properties) {
        const std::int32_t kind = value.is_list() ? value.kind_of_elements() : value.kind();
        const Column column{std::string(key), value.is_list(), kind == CONFER_NULL ? CONFER_STRING : kind};
        text.clear();
        append_text(text, column, value);
        append_attribute(out, heading(column), text);
    }
}

// What people call it: its name, if it has one.
std::string_view title_of(const Exporting::Node& node) {
    for (const auto& [key, value] : node.properties) {
        if (key == "name" && value.kind() == CONFER_STRING) return value.text();
    }
    return node.id;
}

}  // namespace

std::int32_t write_dot(const confer_host_v1* host, void*, confer_call* call) {
    Exporting graph(host, call);
    std::string& out = graph.out;
    append_dot(out += "digraph {\n  ", dot_head);
    append_dot(out += "=", graph.head());
    out += ";\n";
    for (Exporting::Node node; graph.next(node);) {
        append_dot(out += "  ", node.id);
        append_dot_label(out += " [label=", title_of(node));
        if (!node.labels.empty()) append_attribute(out, dot_labels, joined(node.labels));
        append_properties(out, node.properties);
        out += "];\n";
    }
    for (Exporting::Relationship edge; graph.next(edge);) {
        append_dot(out += "  ", edge.from);
        append_dot(out += " -> ", edge.to);
        append_dot_label(out += " [label=", edge.type);
        append_attribute(out, dot_type, edge.type);
        append_properties(out, edge.properties);
        out += "];\n";
    }
    out += "}\n";
    return graph.finish();
}

}  // namespace confer::interchange
