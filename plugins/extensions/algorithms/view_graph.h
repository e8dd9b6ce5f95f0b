#pragma once
// ViewGraph: a confer_view as a graph of Boost.Graph's, with nothing copied.
//
// Shapes     a vertex is a place in the view: 0..num_vertices() - 1. An edge is known by the relationship's number.
// Models     VertexListGraph, EdgeListGraph, IncidenceGraph, AdjacencyGraph; the vertex index is the vertex itself.
//            Parallel edges are there. DirectedGraph may be turned round; UndirectedGraph leads both ways, and leaves
//            out relationships from a node to itself.
// Ownership  refers to the call and its view.
// Threads    one.
// Errors     throws extensions::Stopped out of the algorithm when the statement is to stop: asked every so many
// out_edges(). Cost       O(types) to begin with the edges of a vertex; out_degree() O(degree). Source     Siek, Lee,
// Lumsdaine, "The Boost Graph Library", 2002.
#include <confer/plugin.h>

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <iterator>
#include <utility>

#include "calling.h"

namespace confer::algorithms {

using Vertex = std::uint32_t;

struct Edge {
    Vertex source = 0, target = 0;
    std::uint32_t relationship = 0;
    friend bool operator==(const Edge& a, const Edge& b) { return a.relationship == b.relationship; }
};

enum class Leading : unsigned char { along, against, both };

// What both sorts of graph share.
class ViewScope {
public:
    ViewScope(const confer_host_v1* host, confer_call* call, const confer_view* view, Leading leading)
        : host_(host), call_(call), view_(view), leading_(leading) {}

    const confer_view& view() const { return *view_; }
    std::uint32_t node(Vertex vertex) const { return view_->nodes == nullptr ? vertex : view_->nodes[vertex]; }
    // CONFER_NOWHERE: not in the view.
    Vertex vertex(std::uint32_t node) const { return view_->places == nullptr ? node : view_->places[node]; }

    // The edges of a vertex come type by type, and of an undirected graph out before in.
    std::size_t segments() const { return leading_ == Leading::both ? 2 * view_->type_count : view_->type_count; }
    confer_neighbours neighbours(Vertex vertex, std::size_t segment) const {
        const bool incoming = leading_ == Leading::both ? segment % 2 == 1 : leading_ == Leading::against;
        const std::size_t type = leading_ == Leading::both ? segment / 2 : segment;
        return host_->neighbours(view_, type, incoming ? 1 : 0, node(vertex));
    }
    bool leaves_out(Vertex from, Vertex to) const {
        return to == CONFER_NOWHERE || (leading_ == Leading::both && from == to);
    }
    void tick() const {
        if (++ticks_ % 4096 == 0 && host_->go_on(call_) != 0) throw extensions::Stopped();
    }

private:
    const confer_host_v1* host_;
    confer_call* call_;
    const confer_view* view_;
    Leading leading_;
    mutable unsigned ticks_ = 0;
};

// The edges that leave one vertex.
class OutEdgeIterator : public boost::iterator_facade<OutEdgeIterator, Edge, boost::forward_traversal_tag, Edge> {
public:
    OutEdgeIterator() = default;
    static OutEdgeIterator begin(const ViewScope& scope, Vertex vertex) {
        OutEdgeIterator at(scope, vertex, 0);
        if (scope.segments() > 0) {
            at.some_ = scope.neighbours(vertex, 0);
            at.settle();
        }
        return at;
    }
    static OutEdgeIterator end(const ViewScope& scope, Vertex vertex) { return {scope, vertex, scope.segments()}; }

private:
    friend class boost::iterator_core_access;
    OutEdgeIterator(const ViewScope& scope, Vertex vertex, std::size_t segment)
        : scope_(&scope), vertex_(vertex), segment_(segment) {}

    // Goes on to the next edge that is in the view, this one included.
    void settle() {
        for (;;) {
            for (; at_ < some_.count; ++at_) {
                if (!scope_->leaves_out(vertex_, scope_->vertex(some_.nodes[at_]))) return;
            }
            at_ = 0;
            if (++segment_ == scope_->segments()) return;
            some_ = scope_->neighbours(vertex_, segment_);
        }
    }
    void increment() {
        ++at_;
        settle();
    }
    bool equal(const OutEdgeIterator& other) const { return segment_ == other.segment_ && at_ == other.at_; }
    Edge dereference() const { return {vertex_, scope_->vertex(some_.nodes[at_]), some_.relationships[at_]}; }

    const ViewScope* scope_ = nullptr;
    Vertex vertex_ = 0;
    std::size_t segment_ = 0, at_ = 0;
    confer_neighbours some_{};
};

// All edges, each once: those that leave the first vertex, the second … REQUIRES: not Leading::both.
class EdgeIterator : public boost::iterator_facade<EdgeIterator, Edge, boost::forward_traversal_tag, Edge> {
public:
    EdgeIterator() = default;
    EdgeIterator(const ViewScope& scope, Vertex vertex) : scope_(&scope), vertex_(vertex) {
        if (vertex_ == scope.view().node_count) return;
        out_ = OutEdgeIterator::begin(scope, vertex_);
        settle();
    }

private:
    friend class boost::iterator_core_access;
    void settle() {
        while (out_ == OutEdgeIterator::end(*scope_, vertex_)) {
            scope_->tick();
            if (++vertex_ == scope_->view().node_count) return;
            out_ = OutEdgeIterator::begin(*scope_, vertex_);
        }
    }
    void increment() {
        ++out_;
        settle();
    }
    bool equal(const EdgeIterator& other) const {
        return vertex_ == other.vertex_ && (vertex_ == scope_->view().node_count || out_ == other.out_);
    }
    Edge dereference() const { return *out_; }

    const ViewScope* scope_ = nullptr;
    Vertex vertex_ = 0;
    OutEdgeIterator out_;
};

template <class Directed>
class ViewGraph : public ViewScope {
public:
    using directed_category = Directed;
    using ViewScope::ViewScope;
};
using DirectedGraph = ViewGraph<boost::directed_tag>;
using UndirectedGraph = ViewGraph<boost::undirected_tag>;

}  // namespace confer::algorithms

namespace boost {

template <class Directed>
struct graph_traits<confer::algorithms::ViewGraph<Directed>> {
    using Graph = confer::algorithms::ViewGraph<Directed>;
    using vertex_descriptor = confer::algorithms::Vertex;
    using edge_descriptor = confer::algorithms::Edge;
    using directed_category = Directed;
    using edge_parallel_category = allow_parallel_edge_tag;
    struct traversal_category : virtual incidence_graph_tag,
                                virtual adjacency_graph_tag,
                                virtual vertex_list_graph_tag,
                                virtual edge_list_graph_tag {};
    using vertex_iterator = counting_iterator<vertex_descriptor>;
    using out_edge_iterator = confer::algorithms::OutEdgeIterator;
    using edge_iterator = confer::algorithms::EdgeIterator;
    using adjacency_iterator = typename adjacency_iterator_generator<Graph, vertex_descriptor, out_edge_iterator>::type;
    using vertices_size_type = vertex_descriptor;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    static constexpr vertex_descriptor null_vertex() { return CONFER_NOWHERE; }
};
template <class Directed>  // some algorithms ask for these
struct graph_traits<const confer::algorithms::ViewGraph<Directed>>
    : graph_traits<confer::algorithms::ViewGraph<Directed>> {};

template <class Directed>
struct property_map<confer::algorithms::ViewGraph<Directed>, vertex_index_t> {
    using type = typed_identity_property_map<confer::algorithms::Vertex>;
    using const_type = type;
};
template <class Directed>
struct property_map<const confer::algorithms::ViewGraph<Directed>, vertex_index_t>
    : property_map<confer::algorithms::ViewGraph<Directed>, vertex_index_t> {};

}  // namespace boost

namespace confer::algorithms {

template <class Directed>
auto vertices(const ViewGraph<Directed>& graph) {
    using Iterator = boost::counting_iterator<Vertex>;
    return std::pair(Iterator(0), Iterator(graph.view().node_count));
}

template <class Directed>
Vertex num_vertices(const ViewGraph<Directed>& graph) {
    return graph.view().node_count;
}

template <class Directed>
std::pair<OutEdgeIterator, OutEdgeIterator> out_edges(Vertex vertex, const ViewGraph<Directed>& graph) {
    graph.tick();
    return {OutEdgeIterator::begin(graph, vertex), OutEdgeIterator::end(graph, vertex)};
}

template <class Directed>
std::size_t out_degree(Vertex vertex, const ViewGraph<Directed>& graph) {
    const auto [begin, end] = out_edges(vertex, graph);
    return static_cast<std::size_t>(std::distance(begin, end));
}

template <class Directed>
auto adjacent_vertices(Vertex vertex, const ViewGraph<Directed>& graph) {
    using Iterator = typename boost::graph_traits<ViewGraph<Directed>>::adjacency_iterator;
    const auto [begin, end] = out_edges(vertex, graph);
    return std::pair(Iterator(begin, &graph), Iterator(end, &graph));
}

template <class Directed>
std::pair<EdgeIterator, EdgeIterator> edges(const ViewGraph<Directed>& graph) {
    return {EdgeIterator(graph, 0), EdgeIterator(graph, graph.view().node_count)};
}

template <class Directed>
std::size_t num_edges(const ViewGraph<Directed>& graph) {
    const auto [begin, end] = edges(graph);
    return static_cast<std::size_t>(std::distance(begin, end));
}

template <class Directed>
Vertex source(const Edge& edge, const ViewGraph<Directed>&) {
    return edge.source;
}

template <class Directed>
Vertex target(const Edge& edge, const ViewGraph<Directed>&) {
    return edge.target;
}

template <class Directed>
boost::typed_identity_property_map<Vertex> get(boost::vertex_index_t, const ViewGraph<Directed>&) {
    return {};
}

template <class Directed>
Vertex get(boost::vertex_index_t, const ViewGraph<Directed>&, Vertex vertex) {
    return vertex;
}

}  // namespace confer::algorithms
