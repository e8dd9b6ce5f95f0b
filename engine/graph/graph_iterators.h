#pragma once
// Iterators over the nodes and relationships of a graph or view, for Boost.Graph.
//
// Ownership  they refer to the topology and the view's parts, which outlive them; not to the view object.
// Cost       a step is O(1), besides the node's types without relationships and what the labels leave out.
#include <boost/iterator/iterator_facade.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>

#include "graph/graph_view.h"

namespace confer::engine {

// A relationship as seen from where it was found: in an undirected view the source is the node one came from.
struct GraphEdge {
    EdgeId id = no_id;
    NodeId source = no_id;
    NodeId target = no_id;

    friend bool operator==(const GraphEdge& a, const GraphEdge& b) { return a.id == b.id; }
    friend bool operator<(const GraphEdge& a, const GraphEdge& b) { return a.id < b.id; }
};

class NodeIterator
    : public boost::iterator_facade<NodeIterator, NodeId, boost::random_access_traversal_tag, NodeId, std::ptrdiff_t> {
public:
    NodeIterator() = default;
    NodeIterator(const NodeId* nodes, NodeId index) : nodes_(nodes), index_(index) {}

private:
    friend class boost::iterator_core_access;
    NodeId dereference() const { return nodes_ == nullptr ? index_ : nodes_[index_]; }
    bool equal(const NodeIterator& other) const { return index_ == other.index_; }
    void increment() { ++index_; }
    void decrement() { --index_; }
    void advance(std::ptrdiff_t steps) { index_ = static_cast<NodeId>(index_ + steps); }
    std::ptrdiff_t distance_to(const NodeIterator& other) const {
        return static_cast<std::ptrdiff_t>(other.index_) - static_cast<std::ptrdiff_t>(index_);
    }

    const NodeId* nodes_ = nullptr;
    NodeId index_ = 0;
};

// Every relationship, in order of ids.
class EdgeIterator : public boost::iterator_facade<EdgeIterator, GraphEdge, boost::forward_traversal_tag, GraphEdge> {
public:
    EdgeIterator() = default;
    static EdgeIterator begin(const GraphScope& scope) {
        EdgeIterator at(scope, 0);
        at.enter_type();
        at.find_next();
        return at;
    }
    static EdgeIterator end(const GraphScope& scope) { return {scope, scope.type_count}; }

private:
    friend class boost::iterator_core_access;
    EdgeIterator(const GraphScope& scope, std::size_t type_at) : scope_(scope), type_at_(type_at) {}

    GraphEdge dereference() const {
        const EdgeEnds ends = scope_.topology->ends(edge_);
        return {edge_, ends.source, ends.target};
    }
    bool equal(const EdgeIterator& other) const { return type_at_ == other.type_at_ && edge_ == other.edge_; }
    void increment() {
        ++edge_;
        find_next();
    }
    void enter_type() {
        if (type_at_ == scope_.type_count) {
            edge_ = end_ = 0;
            return;
        }
        const std::size_t type = scope_.type(type_at_);
        edge_ = scope_.topology->first_edge(type);
        end_ = scope_.topology->first_edge(type + 1);
    }
    void find_next() {
        while (type_at_ < scope_.type_count) {
            for (; edge_ < end_; ++edge_) {
                if (scope_.index_of_node == nullptr) return;
                const EdgeEnds ends = scope_.topology->ends(edge_);
                if (scope_.has(ends.source) && scope_.has(ends.target)) return;
            }
            ++type_at_;
            enter_type();
        }
    }

    GraphScope scope_;
    std::size_t type_at_ = 0;
    EdgeId edge_ = 0, end_ = 0;
};

// The relationships of one node: those that leave it, those that reach it, or both kinds, all seen as leaving it
// or all seen as arriving at it.
class IncidentEdgeIterator
    : public boost::iterator_facade<IncidentEdgeIterator, GraphEdge, boost::forward_traversal_tag, GraphEdge> {
public:
    enum class Side : std::uint8_t { outgoing, incoming, both_leaving, both_arriving };

    IncidentEdgeIterator() = default;
    static IncidentEdgeIterator begin(const GraphScope& scope, NodeId node, Side side) {
        IncidentEdgeIterator at(scope, node, side);
        at.direction_ = side == Side::incoming ? Direction::incoming : Direction::outgoing;
        at.enter_type();
        at.find_next();
        return at;
    }
    static IncidentEdgeIterator end(const GraphScope& scope, NodeId node, Side side) {
        IncidentEdgeIterator at(scope, node, side);
        at.direction_ = at.last_direction();
        at.type_at_ = scope.type_count;
        return at;
    }

private:
    friend class boost::iterator_core_access;
    IncidentEdgeIterator(const GraphScope& scope, NodeId node, Side side)
        : topology_(scope.topology),
          types_(scope.types),
          type_count_(scope.type_count),
          index_of_node_(scope.index_of_node),
          node_(node),
          side_(side) {}

    Direction last_direction() const { return side_ == Side::outgoing ? Direction::outgoing : Direction::incoming; }
    GraphEdge dereference() const {
        if (side_ == Side::incoming || side_ == Side::both_arriving)
            return {here_.edges[place_], here_.nodes[place_], node_};
        return {here_.edges[place_], node_, here_.nodes[place_]};
    }
    bool equal(const IncidentEdgeIterator& other) const {
        return place_ == other.place_ && type_at_ == other.type_at_ && direction_ == other.direction_;
    }
    void increment() {
        ++place_;
        find_next();
    }
    void enter_type() {
        place_ = 0;
        here_ = {};
        if (type_at_ == type_count_) return;
        const TypeId type = types_ == nullptr ? static_cast<TypeId>(type_at_) : types_[type_at_];
        here_ = topology_->adjacency(type, direction_)[node_];
    }
    void find_next() {
        for (;;) {
            for (; place_ < here_.size(); ++place_) {
                if (index_of_node_ == nullptr || index_of_node_[here_.nodes[place_]] != no_id) return;
            }
            if (type_at_ == type_count_) {
                if (direction_ == last_direction()) return;  // the end
                direction_ = Direction::incoming;
                type_at_ = 0;
            } else {
                ++type_at_;
            }
            enter_type();
        }
    }

    const Topology* topology_ = nullptr;
    const TypeId* types_ = nullptr;
    std::size_t type_count_ = 0;
    const std::uint32_t* index_of_node_ = nullptr;
    NodeId node_ = 0;
    Side side_ = Side::outgoing;
    Direction direction_ = Direction::outgoing;
    std::size_t type_at_ = 0;
    std::size_t place_ = 0;
    Neighbours here_;
};

// How many relationships such an iterator passes. O(types), or O(degree) where labels leave nodes out.
inline std::uint32_t incident_count(const GraphScope& scope, NodeId node, IncidentEdgeIterator::Side side) {
    using Side = IncidentEdgeIterator::Side;
    if (scope.index_of_node != nullptr) {
        return static_cast<std::uint32_t>(std::distance(IncidentEdgeIterator::begin(scope, node, side),
                                                        IncidentEdgeIterator::end(scope, node, side)));
    }
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < scope.type_count; ++at) {
        const TypeId type = scope.type(at);
        if (side != Side::incoming) count += scope.topology->adjacency(type, Direction::outgoing).degree(node);
        if (side != Side::outgoing) count += scope.topology->adjacency(type, Direction::incoming).degree(node);
    }
    return count;
}

}  // namespace confer::engine

template <>
struct std::hash<confer::engine::GraphEdge> {
    std::size_t operator()(const confer::engine::GraphEdge& edge) const noexcept { return edge.id; }
};
