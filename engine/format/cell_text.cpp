#include "format/cell_text.h"

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

std::string path_text(const PathValue& path, const PropertyGraph& graph) {
    std::string out;
    append_node(out, path.nodes[0], graph);
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
        append_relationship(out, path.edges[i], path.nodes[i], graph);
        append_node(out, path.nodes[i + 1], graph);
    }
    return out;
}

}  // namespace

std::string cell_text(const Value& value, const PropertyGraph& graph, const CellStyle& style) {
    switch (value.kind()) {
        case Kind::null:
            return std::string(style.null_text);
        case Kind::string:
            return std::string(value.as_string());
        case Kind::node:
            return graph.title(value.as_node());
        case Kind::relationship: {
            const EdgeEnds ends = graph.ends(value.as_relationship());
            return path_text(PathValue{{ends.source, ends.target}, {value.as_relationship()}}, graph);
        }
        case Kind::path:
            return path_text(value.as_path(), graph);
        case Kind::list: {
            std::string out;
            for (const Value& item : value.as_list()) {
                if (!out.empty()) out += style.list_separator;
                out += cell_text(item, graph, style);
            }
            return out;
        }
        case Kind::map: {
            std::string out = "{";
            for (const auto& [key, item] : value.as_map()) {
                if (out.size() > 1) out += ", ";
                out += key + ": " + cell_text(item, graph, style);
            }
            return out + "}";
        }
        case Kind::boolean:
        case Kind::integer:
        case Kind::floating:
            break;
    }
    return to_literal(value);
}

}  // namespace confer::engine::format
