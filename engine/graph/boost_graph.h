#pragma once
// Boost.Graph on PropertyGraph, GraphView and UndirectedView: every algorithm runs on them with nothing copied.
//
// Models     VertexListGraph, EdgeListGraph, IncidenceGraph, BidirectionalGraph, AdjacencyGraph, and readable
//            property maps for vertex_index and edge_index. PropertyGraph and GraphView are directed. Parallel
//            edges are allowed; a self-loop of an undirected view leaves its node twice.
// Units      a vertex is a NodeId. vertex_index runs densely from 0 to num_vertices() - 1, also in views.
//            edge_index is the EdgeId: below the whole graph's edge_count(), not dense in views.
// Ownership  descriptors, iterators and maps refer to the graph, which outlives them.
// Threads    const access is safe from any number of threads.
// Cost       O(1), but out_degree and its like are O(types), or O(degree) in a view with labels.
// Source     Siek, Lee, Lumsdaine, "The Boost Graph Library", 2002; concepts of Boost 1.74.
#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>
#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "graph/graph_iterators.h"

namespace confer::engine {

template <class G>
concept BoostGraph = std::same_as<G, PropertyGraph> || std::same_as<G, GraphView> || std::same_as<G, UndirectedView>;

// What graph_traits says of all three.
template <class G>
struct GraphTraits {
    using vertex_descriptor = NodeId;
    using edge_descriptor = GraphEdge;
    using directed_category =
        std::conditional_t<std::same_as<G, UndirectedView>, boost::undirected_tag, boost::bidirectional_tag>;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    struct traversal_category : virtual boost::bidirectional_graph_tag,
                                virtual boost::adjacency_graph_tag,
                                virtual boost::vertex_list_graph_tag,
                                virtual boost::edge_list_graph_tag {};
    using vertex_iterator = NodeIterator;
    using edge_iterator = EdgeIterator;
    using out_edge_iterator = IncidentEdgeIterator;
    using in_edge_iterator = IncidentEdgeIterator;
    using adjacency_iterator = typename boost::adjacency_iterator_generator<G, NodeId, IncidentEdgeIterator>::type;
    using vertices_size_type = NodeId;
    using edges_size_type = EdgeId;
    using degree_size_type = std::uint32_t;
    static constexpr NodeId null_vertex() { return no_id; }
};

}  // namespace confer::engine

namespace boost {

template <confer::engine::BoostGraph G>
struct graph_traits<G> : confer::engine::GraphTraits<G> {};
template <confer::engine::BoostGraph G>  // some algorithms ask for these
struct graph_traits<const G> : confer::engine::GraphTraits<G> {};

}  // namespace boost

namespace confer::engine {

// ---- VertexListGraph, EdgeListGraph

template <BoostGraph G>
std::pair<NodeIterator, NodeIterator> vertices(const G& graph) {
    const GraphScope& scope = scope_of(graph);
    return {NodeIterator(scope.nodes, 0), NodeIterator(scope.nodes, scope.node_count)};
}

template <BoostGraph G>
NodeId num_vertices(const G& graph) {
    return scope_of(graph).node_count;
}

template <BoostGraph G>
std::pair<EdgeIterator, EdgeIterator> edges(const G& graph) {
    const GraphScope& scope = scope_of(graph);
    return {EdgeIterator::begin(scope), EdgeIterator::end(scope)};
}

template <BoostGraph G>
EdgeId num_edges(const G& graph) {
    return scope_of(graph).edge_count;
}

template <BoostGraph G>
NodeId source(const GraphEdge& edge, const G&) {
    return edge.source;
}

template <BoostGraph G>
NodeId target(const GraphEdge& edge, const G&) {
    return edge.target;
}

// ---- IncidenceGraph, BidirectionalGraph, AdjacencyGraph

template <BoostGraph G>
inline constexpr auto leaving =
    std::same_as<G, UndirectedView> ? IncidentEdgeIterator::Side::both_leaving : IncidentEdgeIterator::Side::outgoing;

template <BoostGraph G>
inline constexpr auto arriving =
    std::same_as<G, UndirectedView> ? IncidentEdgeIterator::Side::both_arriving : IncidentEdgeIterator::Side::incoming;

template <BoostGraph G>
std::pair<IncidentEdgeIterator, IncidentEdgeIterator> out_edges(NodeId node, const G& graph) {
    const GraphScope& scope = scope_of(graph);
    return {IncidentEdgeIterator::begin(scope, node, leaving<G>), IncidentEdgeIterator::end(scope, node, leaving<G>)};
}

template <BoostGraph G>
std::pair<IncidentEdgeIterator, IncidentEdgeIterator> in_edges(NodeId node, const G& graph) {
    const GraphScope& scope = scope_of(graph);
    return {IncidentEdgeIterator::begin(scope, node, arriving<G>), IncidentEdgeIterator::end(scope, node, arriving<G>)};
}

template <BoostGraph G>
std::uint32_t out_degree(NodeId node, const G& graph) {
    return incident_count(scope_of(graph), node, leaving<G>);
}

template <BoostGraph G>
std::uint32_t in_degree(NodeId node, const G& graph) {
    return incident_count(scope_of(graph), node, arriving<G>);
}

template <BoostGraph G>
std::uint32_t degree(NodeId node, const G& graph) {
    if constexpr (std::same_as<G, UndirectedView>) return out_degree(node, graph);
    return out_degree(node, graph) + in_degree(node, graph);
}

template <BoostGraph G>
auto adjacent_vertices(NodeId node, const G& graph) {
    using Iterator = typename GraphTraits<G>::adjacency_iterator;
    const auto [begin, end] = out_edges(node, graph);
    return std::pair(Iterator(begin, &graph), Iterator(end, &graph));
}

// ---- property maps

class VertexIndexMap {
public:
    using key_type = NodeId;
    using value_type = std::uint32_t;
    using reference = std::uint32_t;
    using category = boost::readable_property_map_tag;

    VertexIndexMap() = default;
    explicit VertexIndexMap(const GraphScope& scope) : index_of_node_(scope.index_of_node) {}

    std::uint32_t operator[](NodeId node) const { return index_of_node_ == nullptr ? node : index_of_node_[node]; }
    friend std::uint32_t get(const VertexIndexMap& map, NodeId node) { return map[node]; }

private:
    const std::uint32_t* index_of_node_ = nullptr;
};

struct EdgeIndexMap {
    using key_type = GraphEdge;
    using value_type = EdgeId;
    using reference = EdgeId;
    using category = boost::readable_property_map_tag;

    EdgeId operator[](const GraphEdge& edge) const { return edge.id; }
    friend EdgeId get(const EdgeIndexMap& map, const GraphEdge& edge) { return map[edge]; }
};

template <BoostGraph G>
VertexIndexMap get(boost::vertex_index_t, const G& graph) {
    return VertexIndexMap(scope_of(graph));
}

template <BoostGraph G>
std::uint32_t get(boost::vertex_index_t, const G& graph, NodeId node) {
    return scope_of(graph).index(node);
}

template <BoostGraph G>
EdgeIndexMap get(boost::edge_index_t, const G&) {
    return {};
}

template <BoostGraph G>
EdgeId get(boost::edge_index_t, const G&, const GraphEdge& edge) {
    return edge.id;
}

// Weights from a numeric property; relationships without it, or with something else there, weigh `otherwise`.
class EdgeWeightMap {
public:
    using key_type = GraphEdge;
    using value_type = double;
    using reference = double;
    using category = boost::readable_property_map_tag;

    EdgeWeightMap(const PropertyGraph& graph, KeyId key, double otherwise = 1.0)
        : graph_(&graph), key_(key), otherwise_(otherwise) {}

    double operator[](const GraphEdge& edge) const {
        const TypeId type = graph_->type_of(edge.id);
        const PropertyColumn* column = graph_->edge_column(type, key_);
        const std::size_t row = edge.id - graph_->topology().first_edge(type);
        if (column == nullptr || !column->has(row)) return otherwise_;
        if (column->storage() == PropertyColumn::Storage::floating) return column->floats()[row];
        if (column->storage() == PropertyColumn::Storage::integer) return static_cast<double>(column->integers()[row]);
        const Value value = column->get(row);
        return value.is_number() ? value.as_number() : otherwise_;
    }
    friend double get(const EdgeWeightMap& map, const GraphEdge& edge) { return map[edge]; }

private:
    const PropertyGraph* graph_;
    KeyId key_;
    double otherwise_;
};

}  // namespace confer::engine

namespace boost {

template <confer::engine::BoostGraph G>
struct property_map<G, vertex_index_t> {
    using type = confer::engine::VertexIndexMap;
    using const_type = type;
};

template <confer::engine::BoostGraph G>
struct property_map<G, edge_index_t> {
    using type = confer::engine::EdgeIndexMap;
    using const_type = type;
};

}  // namespace boost
