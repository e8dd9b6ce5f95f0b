// Tested by suites/graph/boost_graph_test.cpp.
#include "graph/graph_view.h"

#include <algorithm>

namespace confer::engine {

GraphView::GraphView(const PropertyGraph& graph, const Selection& selection) : graph_(&graph), scope_(scope_of(graph)) {
    auto parts = std::make_shared<Parts>();
    if (selection.types.has_value()) {
        parts->types = *selection.types;
        std::sort(parts->types.begin(), parts->types.end());
        parts->types.erase(std::unique(parts->types.begin(), parts->types.end()), parts->types.end());
        parts->types.push_back(0);  // so that data() is never null; not counted
        scope_.types = parts->types.data();
        scope_.type_count = parts->types.size() - 1;
    }
    if (selection.labels.has_value()) choose_nodes(*selection.labels, *parts);
    parts_ = std::move(parts);
    scope_.edge_count = count_edges();
}

void GraphView::choose_nodes(const std::vector<LabelId>& labels, Parts& parts) {
    for (const LabelId label : labels) {
        const auto nodes = graph_->nodes_with(label);
        parts.nodes.insert(parts.nodes.end(), nodes.begin(), nodes.end());
    }
    std::sort(parts.nodes.begin(), parts.nodes.end());
    parts.nodes.erase(std::unique(parts.nodes.begin(), parts.nodes.end()), parts.nodes.end());
    scope_.node_count = static_cast<NodeId>(parts.nodes.size());

    parts.index_of_node.assign(graph_->node_count() + std::size_t{1}, no_id);
    for (std::uint32_t index = 0; index < scope_.node_count; ++index) parts.index_of_node[parts.nodes[index]] = index;
    parts.nodes.push_back(no_id);  // so that data() is never null; not counted
    scope_.index_of_node = parts.index_of_node.data();
    scope_.nodes = parts.nodes.data();
}

EdgeId GraphView::count_edges() const {
    const Topology& topology = *scope_.topology;
    EdgeId count = 0;
    for (std::size_t at = 0; at < scope_.type_count; ++at) {
        const TypeId type = scope_.type(at);
        const EdgeId first = topology.first_edge(type), end = topology.first_edge(type + std::size_t{1});
        if (scope_.index_of_node == nullptr) {
            count += end - first;
            continue;
        }
        for (EdgeId edge = first; edge < end; ++edge) {
            const EdgeEnds ends = topology.ends(edge);
            if (scope_.has(ends.source) && scope_.has(ends.target)) ++count;
        }
    }
    return count;
}

}  // namespace confer::engine
