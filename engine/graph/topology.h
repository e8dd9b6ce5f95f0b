#pragma once
// Topology: who is joined to whom: for each relationship type, compressed sparse rows in both directions.
//
// Shapes     V nodes, E relationships. Within one type and direction a node's neighbours are sorted by
//            (neighbour, edge id). Edge ids are dense, grouped by type, and inside a type sorted by
//            (source, target).
// Ownership  owns its arrays, or shares them with the topology it was made from; Neighbours live as long as it does.
// Threads    immutable: const access is safe from any number of threads.
// Cost       about 26 bytes an edge, and 8 bytes a (type, node) within the type's range of nodes.
// Source     layout of Boost.Graph's compressed_sparse_row_graph, one for each type.
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/shared.h"
#include "graph/symbols.h"
#include "value/value.h"

namespace confer::engine {

enum class Direction : std::uint8_t { outgoing, incoming };

inline Direction reverse(Direction direction) {
    return direction == Direction::outgoing ? Direction::incoming : Direction::outgoing;
}

struct EdgeEnds {
    NodeId source = no_id;
    NodeId target = no_id;
};

// A node's relationships of one type in one direction: nodes[i] is at the other end of edges[i].
struct Neighbours {
    std::span<const NodeId> nodes;
    std::span<const EdgeId> edges;
    std::size_t size() const { return nodes.size(); }
    bool empty() const { return nodes.empty(); }
};

// One type's relationships in one direction.
class Adjacency {
public:
    // O(1). Nodes outside the type's range have no neighbours. REQUIRES: node < V.
    Neighbours operator[](NodeId node) const {
        const NodeId row = node - first_;  // wraps below first_, so one comparison does
        if (row >= rows()) return {};
        const std::uint32_t begin = offsets_[row], end = offsets_[row + 1];
        return {{nodes_.data() + begin, end - begin}, {edges_.data() + begin, end - begin}};
    }
    std::uint32_t degree(NodeId node) const {
        const NodeId row = node - first_;
        return row >= rows() ? 0 : offsets_[row + 1] - offsets_[row];
    }
    std::size_t size() const { return nodes_.size(); }
    // Nodes outside [first_node(), end_node()) have no relationships here.
    NodeId first_node() const { return first_; }
    NodeId end_node() const { return first_ + rows(); }

private:
    friend class Topology;
    std::uint32_t rows() const { return offsets_.empty() ? 0 : static_cast<std::uint32_t>(offsets_.size() - 1); }

    NodeId first_ = 0;
    std::vector<std::uint32_t> offsets_;
    std::vector<NodeId> nodes_;
    std::vector<EdgeId> edges_;
};

class Topology {
public:
    Topology() = default;
    // ends[i], types[i]: the relationships in any order. `order` receives, for each new edge id,
    // the index in `ends` that it had. REQUIRES: types[i] < type_count, ends within node_count.
    Topology(NodeId node_count, std::size_t type_count, std::vector<EdgeEnds> ends, std::vector<TypeId> types,
             std::vector<std::uint32_t>& order);

    // What becomes of relationships between two snapshots; a handle is an edge id of the earlier one, or
    // edge_count() + i for added[i].
    struct Change {
        std::vector<bool> gone;  // by handle; may be shorter
        std::vector<EdgeEnds> added;
        std::vector<TypeId> types;  // of the added ones
    };
    // The earlier topology with other nodes, types and relationships; types without change keep their rows.
    // `order` receives the handle of each new edge id, and `touched` which types changed; both stay empty when
    // the relationships are the same. REQUIRES: type_count is not smaller than before; no relationship has an end past
    // node_count.
    Topology(const Topology& earlier, NodeId node_count, std::size_t type_count, const Change& change,
             std::vector<std::uint32_t>& order, std::vector<bool>& touched);

    NodeId node_count() const { return node_count_; }
    EdgeId edge_count() const { return first_edge_.back(); }
    std::size_t type_count() const { return outgoing_.size(); }

    const Adjacency& adjacency(TypeId type, Direction direction) const {
        return direction == Direction::outgoing ? *outgoing_[type] : *incoming_[type];
    }
    EdgeEnds ends(EdgeId edge) const { return {sources_[edge], targets_[edge]}; }
    // O(log types).
    TypeId type_of(EdgeId edge) const;
    // Edge ids of a type are [first_edge(type), first_edge(type + 1)).
    EdgeId first_edge(std::size_t type) const { return first_edge_[type]; }

    std::size_t heap_bytes() const;

private:
    void sort_type(std::size_t type, std::vector<std::uint32_t>& order);
    void index_type(std::size_t type);
    void shift_type(std::size_t type, const Topology& earlier);

    NodeId node_count_ = 0;
    Shared<std::vector<NodeId>> shared_sources_, shared_targets_;
    const NodeId *sources_ = nullptr, *targets_ = nullptr;  // their rows
    std::vector<EdgeId> first_edge_ = {0};
    std::vector<std::shared_ptr<Adjacency>> outgoing_, incoming_;
};

}  // namespace confer::engine
