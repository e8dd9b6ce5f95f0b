#include "format/cell_text.h"

#include <utility>

#include "value/format.h"

namespace confer::engine::format {
namespace {

void append_node(std::string& out, NodeId node, const PropertyGraph& graph) {
    out += '(';
    out += graph.title(node);
    out += ')';
}

// The relationship drawn as it is met when coming from `seen_from`.
void append_relationship(std::string& out, EdgeId edge, NodeId seen_from, const PropertyGraph& graph) {
    const bool backwards = graph.ends(edge).source != seen_from;
    out += backwards ? "<-[:" : "-[:";
    out += graph.types().name(graph.type_of(edge));
    out += backwards ? "]-" : "]->";
}

void append_path(std::string& out, const PathValue& path, const PropertyGraph& graph) {
    append_node(out, path.nodes[0], graph);
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
        append_relationship(out, path.edges[i], path.nodes[i], graph);
        append_node(out, path.nodes[i + 1], graph);
    }
}

// A value inside another: a list there says where it ends.
void append_part(std::string& out, const Value& value, const PropertyGraph& graph, const CellStyle& style) {
    const bool is_list = value.is(Kind::list);
    if (is_list) out += '[';
    append_cell_text(out, value, graph, style);
    if (is_list) out += ']';
}

}  // namespace

void append_cell_text(std::string& out, const Value& value, const PropertyGraph& graph, const CellStyle& style) {
    switch (value.kind()) {
        case Kind::null:
            out += style.null_text;
            return;
        case Kind::string:
            out += value.as_string();
            return;
        case Kind::node:
            out += graph.title(value.as_node());
            return;
        case Kind::relationship: {
            const EdgeEnds ends = graph.ends(value.as_relationship());
            append_path(out, PathValue{{ends.source, ends.target}, {value.as_relationship()}}, graph);
            return;
        }
        case Kind::path:
            append_path(out, value.as_path(), graph);
            return;
        case Kind::list: {
            bool is_first = true;
            for (const Value& item : value.as_list()) {
                if (!std::exchange(is_first, false)) out += style.list_separator;
                append_part(out, item, graph, style);
            }
            return;
        }
        case Kind::map: {
            out += '{';
            bool is_first = true;
            for (const auto& [key, item] : value.as_map()) {
                if (!std::exchange(is_first, false)) out += ", ";
                out += key;
                out += ": ";
                append_part(out, item, graph, style);
            }
            out += '}';
            return;
        }
        case Kind::boolean:
        case Kind::integer:
        case Kind::floating:
            break;
    }
    out += to_literal(value);
}

std::string cell_text(const Value& value, const PropertyGraph& graph, const CellStyle& style) {
    std::string out;
    append_cell_text(out, value, graph, style);
    return out;
}

}  // namespace confer::engine::format
