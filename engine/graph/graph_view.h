#pragma once
// GraphView: some relationship types and some labels of a graph, as a graph of its own; nothing is copied.
// UndirectedView: the same, each relationship leading both ways.
//
// Shapes     a node belongs to the view when it has one of the labels; a relationship when its type is among
//            the types and both its ends belong. The view's nodes also have dense indexes, 0..node_count()-1,
//            in order of their ids.
// Models     Boost.Graph's concepts: graph/boost_graph.h.
// Ownership  refers to the graph, which must outlive it; copies share what they hold.
// Threads    immutable: any number of readers, no locks.
// Cost       without labels: O(types). With labels: O(nodes + relationships of the types) once, 4 bytes a node
//            of the graph and 4 a node of the view.
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "graph/property_graph.h"

namespace confer::engine {

// Which part of a graph is looked at: what iterators need to know of a graph or a view.
struct GraphScope {
    const Topology* topology = nullptr;
    const TypeId* types = nullptr;  // nullptr: all of them
    std::size_t type_count = 0;
    const std::uint32_t* index_of_node = nullptr;  // no_id: not in the view; nullptr: all are, each its own index
    const NodeId* nodes = nullptr;                 // by index
    NodeId node_count = 0;
    EdgeId edge_count = 0;

    TypeId type(std::size_t at) const { return types == nullptr ? static_cast<TypeId>(at) : types[at]; }
    bool has(NodeId node) const { return index_of_node == nullptr || index_of_node[node] != no_id; }
    NodeId node(NodeId index) const { return nodes == nullptr ? index : nodes[index]; }
    std::uint32_t index(NodeId node) const { return index_of_node == nullptr ? node : index_of_node[node]; }
};

inline GraphScope scope_of(const PropertyGraph& graph) {
    return {&graph.topology(),  nullptr,           graph.topology().type_count(), nullptr, nullptr,
            graph.node_count(), graph.edge_count()};
}

class GraphView {
public:
    // What to leave in; absent: everything.
    struct Selection {
        std::optional<std::vector<TypeId>> types = {};
        std::optional<std::vector<LabelId>> labels = {};
    };

    explicit GraphView(const PropertyGraph& graph) : GraphView(graph, {}) {}
    // Types and labels may be named twice; they count once.
    GraphView(const PropertyGraph& graph, const Selection& selection);

    const PropertyGraph& graph() const { return *graph_; }
    NodeId node_count() const { return scope_.node_count; }
    EdgeId edge_count() const { return scope_.edge_count; }
    bool has(NodeId node) const { return scope_.has(node); }
    // The node's place among the view's nodes. REQUIRES: has(node)
    std::uint32_t index_of(NodeId node) const { return scope_.index(node); }

    friend const GraphScope& scope_of(const GraphView& view) { return view.scope_; }

private:
    struct Parts {
        std::vector<TypeId> types;
        std::vector<std::uint32_t> index_of_node;
        std::vector<NodeId> nodes;
    };
    void choose_nodes(const std::vector<LabelId>& labels, Parts& parts);
    EdgeId count_edges() const;

    const PropertyGraph* graph_;
    std::shared_ptr<const Parts> parts_;
    GraphScope scope_;
};

class UndirectedView {
public:
    explicit UndirectedView(GraphView view) : view_(std::move(view)) {}

    const GraphView& directed() const { return view_; }
    const PropertyGraph& graph() const { return view_.graph(); }

    friend const GraphScope& scope_of(const UndirectedView& view) { return scope_of(view.view_); }

private:
    GraphView view_;
};

}  // namespace confer::engine
