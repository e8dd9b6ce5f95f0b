// What runs in one direction: descent, parts, kinds. It has no circles, and ancestors are older.
#include <boost/graph/strong_components.hpp>

#include "check/reader_internal.h"
#include "graph/boost_graph.h"
#include "graph/graph_view.h"

namespace confer::engine::check {

namespace {

// A circle within one strong component, from `start` back to it: along the first neighbours that stay inside, until a
// node comes a second time.
std::vector<EdgeId> circle_in(const Adjacency& next, const std::vector<NodeId>& component, NodeId start) {
    std::vector<EdgeId> path;
    std::vector<NodeId> visited;
    for (NodeId at = start;;) {
        const auto seen = std::ranges::find(visited, at);
        if (seen != visited.end()) return {path.begin() + (seen - visited.begin()), path.end()};
        visited.push_back(at);
        const Neighbours there = next[at];
        for (std::size_t i = 0; i < there.size(); ++i) {
            if (component[there.nodes[i]] != component[start]) continue;
            path.push_back(there.edges[i]);
            at = there.nodes[i];
            break;
        }
    }
}

void find_circles(const Reader& reader, const Reader::Type& type, Findings& findings) {
    const PropertyGraph& graph = reader.graph();
    const Adjacency& next = graph.topology().adjacency(type.id, Direction::outgoing);
    const GraphView view(graph, {.types = std::vector<TypeId>{type.id}});
    std::vector<NodeId> component(graph.node_count());
    const NodeId count = boost::strong_components(
        view, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, view)));
    std::vector<NodeId> size(count);
    for (const NodeId each : component) ++size[each];
    for (NodeId node = 0; node < graph.node_count(); ++node) {
        const bool to_itself = std::ranges::find(next[node].nodes, node) != next[node].nodes.end();
        if (size[component[node]] < 2 && !to_itself) continue;
        size[component[node]] = 0;  // once for each component
        findings.add(Lint::circle, [&] {
            Finding out;
            const std::vector<EdgeId> circle = circle_in(next, component, node);
            for (std::size_t i = 0; i < circle.size(); ++i) {
                out.message += (i == 0 ? "" : ", and ") + reader.sentence(circle[i]);
                out.of.push_back(reader.edge(circle[i]));
            }
            return out;
        });
    }
}

// A year that stands for words such as "1960s" is the first of that time.
std::int64_t leeway(const Reader& reader, NodeId node) {
    constexpr std::int64_t years_of_a_decade = 9;
    return reader.text(node, "year_text").empty() ? 0 : years_of_a_decade;
}

void find_younger_ancestors(const Reader& reader, const Reader::Type& type, Findings& findings) {
    const PropertyGraph& graph = reader.graph();
    for (EdgeId edge = graph.topology().first_edge(type.id); edge < graph.topology().first_edge(type.id + 1U); ++edge) {
        const EdgeEnds ends = graph.ends(edge);
        const auto year = reader.number(ends.source, "year"), before = reader.number(ends.target, "year");
        if (!year || !before || *before <= *year + leeway(reader, ends.source)) continue;
        findings.add(Lint::younger_ancestor, [&]() -> Finding {
            return {{},
                    reader.sentence(edge) + ", which is younger: " + std::to_string(*year) + " and " +
                        std::to_string(*before),
                    {reader.edge(edge), reader.node(ends.source), reader.node(ends.target)},
                    {}};
        });
    }
}

}  // namespace

void check_descent(const Reader& graph, Findings& findings) {
    for (const RelationshipSchema& type : graph.graph().schema().relationships) {
        const auto id = graph.graph().types().find(type.name);
        if (!id || type.symmetric) continue;
        if (type.lineage || type.broader || type.transitive) find_circles(graph, {*id, &type}, findings);
        if (type.lineage) find_younger_ancestors(graph, {*id, &type}, findings);
    }
}

}  // namespace confer::engine::check
