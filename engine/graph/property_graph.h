#pragma once
// PropertyGraph: an immutable snapshot of nodes, relationships, labels and properties.
//
// Shapes     nodes are 0..node_count()-1, relationships 0..edge_count()-1.
// Models     Boost.Graph's VertexListGraph, IncidenceGraph, BidirectionalGraph and property maps
//            (graph/boost_graph.h).
// Ownership  held by shared_ptr<const PropertyGraph>; everything it hands out lives as long as it does. A snapshot
// shares
//            with the one that it was made from (GraphEdit) whatever did not change between them.
// Threads    immutable: any number of readers, no locks. Only what GraphEdit shows of its work changes, in its thread.
// Source     docs/architecture.md.
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/shared.h"
#include "base/string_pool.h"
#include "graph/name_index.h"
#include "graph/property_column.h"
#include "graph/schema.h"
#include "graph/statistics.h"
#include "graph/symbols.h"
#include "graph/topology.h"
#include "value/value.h"

namespace confer::engine {

class PropertyGraph {
public:
    PropertyGraph& operator=(const PropertyGraph&) = delete;
    ~PropertyGraph();

    struct Description {
        std::string name, version, license, description;
    };

    NodeId node_count() const { return topology_->node_count(); }
    EdgeId edge_count() const { return topology_->edge_count(); }

    const Description& description() const { return description_; }
    const Schema& schema() const { return *schema_; }
    const Symbols& labels() const { return labels_; }
    const Symbols& types() const { return types_; }
    const Symbols& keys() const { return keys_; }
    const Topology& topology() const { return *topology_; }
    // Built when it is first asked for; who asks meanwhile waits.
    const NameIndex& names() const;
    const Statistics& statistics() const;

    // ---- nodes
    std::span<const LabelId> labels_of(NodeId node) const { return (*label_sets_)[(*label_set_)[node]]; }
    bool has_label(NodeId node, LabelId label) const;
    std::span<const NodeId> nodes_with(LabelId label) const { return *nodes_by_label_[label]; }  // ascending
    // The node whose `id` property is `id`; the first of them, where several are. One hash.
    std::optional<NodeId> find(std::string_view id) const;
    bool ids_repeat() const { return ids_repeat_; }  // whether several nodes have the same text as `id`
    Value property(NodeId node, KeyId key) const;
    // The column of a node property by node id; may be shorter than node_count(). nullptr: nobody has it.
    const PropertyColumn* node_column(KeyId key) const;
    std::vector<KeyId> node_keys(NodeId node) const;
    // Its number for the outside world, which it keeps from one snapshot to the next and no other node ever gets.
    std::uint32_t number_of(NodeId node) const { return node < node_numbers_->size() ? (*node_numbers_)[node] : node; }
    // What a person would call it: its `name`, else its `id`, else `(#7)`.
    std::string title(NodeId node) const;

    // ---- relationships
    EdgeEnds ends(EdgeId edge) const { return unfinished_ == nullptr ? topology_->ends(edge) : unfinished_ends(edge); }
    TypeId type_of(EdgeId edge) const {
        return unfinished_ == nullptr ? topology_->type_of(edge) : unfinished_type_of(edge);
    }
    std::uint32_t number_of_relationship(EdgeId edge) const {
        return edge < edge_numbers_->size() ? (*edge_numbers_)[edge] : edge;
    }
    Value edge_property(EdgeId edge, KeyId key) const;
    // The column of one type's property, by edge - topology().first_edge(type). nullptr: nobody has it.
    const PropertyColumn* edge_column(TypeId type, KeyId key) const;
    std::vector<KeyId> edge_keys(EdgeId edge) const;

    // ---- while a statement changes the graph
    // Whether this is what GraphEdit shows of its work, or a snapshot between two clauses of a statement that has
    // deleted something. Elements are then to be read one by one, with the functions above, not through columns or
    // topology, and is_deleted() is to be asked before.
    bool is_unfinished() const { return unfinished_ != nullptr; }
    // node_count() without the deleted ones, which have the highest numbers in such a snapshot.
    NodeId present_node_count() const;
    bool is_deleted_node(NodeId node) const;
    bool is_deleted_relationship(EdgeId edge) const;

    // Everything included, in bytes; an estimate good to a few percent.
    std::size_t heap_bytes() const;

private:
    friend class GraphBuilder;
    friend class GraphEdit;
    PropertyGraph();
    PropertyGraph(const PropertyGraph& other);  // shares all but the symbols

    using Columns = std::vector<std::shared_ptr<PropertyColumn>>;  // by key; null: nobody has it

    // What a GraphEdit adds to the snapshot it began with. Deleted elements keep their numbers until it is finished;
    // after that they have numbers past those that are there.
    struct Unfinished {
        std::vector<bool> deleted_nodes, deleted_edges;  // by number; may be shorter
        std::vector<EdgeEnds> ends;                      // of relationships from edge_count() on
        std::vector<TypeId> types;
        std::vector<std::uint32_t> rows;  // in the columns of their types
    };
    EdgeEnds unfinished_ends(EdgeId edge) const;
    TypeId unfinished_type_of(EdgeId edge) const;
    // The row in the columns of its type; nothing for what has no columns any more.
    std::optional<std::size_t> edge_row(EdgeId edge, TypeId type) const;

    // Shared by snapshots with the same names, once it is built.
    struct Names {
        std::once_flag begun;
        std::atomic<bool> built = false;
        NameIndex index;
    };

    // Derived from the columns: numbers of nodes by `id`, and the name index.
    void index_ids();
    NameIndex index_names() const;
    void forget_names() { names_ = std::make_shared<Names>(); }

    Description description_;
    Shared<Schema> schema_;
    Symbols labels_, types_, keys_;
    std::shared_ptr<StringPool> pool_;
    std::shared_ptr<const Topology> topology_;
    Shared<std::vector<std::uint32_t>> label_set_;             // by node
    Shared<std::vector<std::vector<LabelId>>> label_sets_;     // distinct sets, each ascending
    std::vector<Shared<std::vector<NodeId>>> nodes_by_label_;  // by label
    Columns node_columns_;
    std::vector<Columns> edge_columns_;       // by type
    Shared<std::vector<NodeId>> node_by_id_;  // by the id's place in the pool
    // Numbers for the outside world, and the next one to give: empty and 0 as long as they are the ids.
    Shared<std::vector<std::uint32_t>> node_numbers_, edge_numbers_;
    std::uint32_t next_node_number_ = 0, next_edge_number_ = 0;
    bool ids_repeat_ = false;
    KeyId id_key_ = 0, name_key_ = 0;
    std::shared_ptr<Names> names_;
    std::unique_ptr<Unfinished> unfinished_;
    mutable std::once_flag statistics_begun_;
    mutable std::unique_ptr<const Statistics> statistics_;
};

using GraphPtr = std::shared_ptr<const PropertyGraph>;

}  // namespace confer::engine
