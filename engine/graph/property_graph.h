#pragma once
// PropertyGraph: an immutable snapshot of nodes, relationships, labels and properties.
//
// Shapes     nodes are 0..node_count()-1, relationships 0..edge_count()-1.
// Models     Boost.Graph's VertexListGraph, IncidenceGraph, BidirectionalGraph and property maps
//            (graph/boost_graph.h).
// Ownership  held by shared_ptr<const PropertyGraph>; everything it hands out lives as long as it does.
// Threads    immutable: any number of readers, no locks.
// Source     docs/architecture.md.
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
    PropertyGraph(const PropertyGraph&) = delete;
    PropertyGraph& operator=(const PropertyGraph&) = delete;
    ~PropertyGraph();

    struct Description {
        std::string name, version, license, description;
    };

    NodeId node_count() const { return topology_.node_count(); }
    EdgeId edge_count() const { return topology_.edge_count(); }

    const Description& description() const { return description_; }
    const Schema& schema() const { return schema_; }
    const Symbols& labels() const { return labels_; }
    const Symbols& types() const { return types_; }
    const Symbols& keys() const { return keys_; }
    const Topology& topology() const { return topology_; }
    const NameIndex& names() const { return names_; }
    const Statistics& statistics() const;

    // ---- nodes
    std::span<const LabelId> labels_of(NodeId node) const { return label_sets_[label_set_[node]]; }
    bool has_label(NodeId node, LabelId label) const;
    std::span<const NodeId> nodes_with(LabelId label) const { return nodes_by_label_[label]; }  // ascending
    // The node whose `id` property is `id`; the first of them, where several are. One hash.
    std::optional<NodeId> find(std::string_view id) const;
    bool ids_repeat() const { return ids_repeat_; }  // whether several nodes have the same text as `id`
    Value property(NodeId node, KeyId key) const;
    // The column of a node property by node id; may be shorter than node_count(). nullptr: nobody has it.
    const PropertyColumn* node_column(KeyId key) const;
    std::vector<KeyId> node_keys(NodeId node) const;
    // What a person would call it: its `name`, else its `id`, else `(#7)`.
    std::string title(NodeId node) const;

    // ---- relationships
    EdgeEnds ends(EdgeId edge) const { return topology_.ends(edge); }
    TypeId type_of(EdgeId edge) const { return topology_.type_of(edge); }
    Value edge_property(EdgeId edge, KeyId key) const;
    // The column of one type's property, by edge - topology().first_edge(type). nullptr: nobody has it.
    const PropertyColumn* edge_column(TypeId type, KeyId key) const;
    std::vector<KeyId> edge_keys(EdgeId edge) const;

    // Everything included, in bytes; an estimate good to a few percent.
    std::size_t heap_bytes() const;

private:
    friend class GraphBuilder;
    PropertyGraph();

    Description description_;
    Schema schema_;
    Symbols labels_, types_, keys_;
    std::unique_ptr<StringPool> pool_;  // columns and names hold its address
    Topology topology_;
    std::vector<std::uint32_t> label_set_;                                    // by node
    std::vector<std::vector<LabelId>> label_sets_;                            // distinct sets, each ascending
    std::vector<std::vector<NodeId>> nodes_by_label_;                         // by label
    std::vector<std::unique_ptr<PropertyColumn>> node_columns_;               // by key; null: nobody has it
    std::vector<std::vector<std::unique_ptr<PropertyColumn>>> edge_columns_;  // by type, then key
    std::vector<NodeId> node_by_id_;                                          // by the id's place in the pool
    bool ids_repeat_ = false;
    KeyId id_key_ = 0, name_key_ = 0;
    NameIndex names_;
    mutable std::once_flag statistics_begun_;
    mutable std::unique_ptr<const Statistics> statistics_;
};

using GraphPtr = std::shared_ptr<const PropertyGraph>;

}  // namespace confer::engine
