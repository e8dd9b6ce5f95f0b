#pragma once
// GraphEdit: the changes that one statement makes to a graph, and the next snapshot that comes of them.
//
// Every change is seen at once, through view(). advance() makes a snapshot between two clauses and goes on from there;
// publish() makes the last one. The snapshot it began with stays as it was, and shares with the next ones whatever did
// not change: columns, label sets, texts, the rows of relationship types.
//
// Shapes     nodes keep their numbers until advance(), and new ones get the next numbers; so with relationships.
// Ownership  holds the snapshot it goes on from.
// Threads    one thread; readers of the snapshots are not disturbed.
// Cost       the first change to a column, or to labels, copies it; later ones are O(1). advance, publish: linear in
// what
//            changed is stored in; with relationships changed also a copy of their ends; with nodes deleted everything.
// Source     snapshot isolation after Berenson et al., SIGMOD 1995; copy on write.
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "graph/property_graph.h"

namespace confer::engine {

// What a statement did, event by event.
struct EditStats {
    std::uint64_t nodes_created = 0, nodes_deleted = 0, relationships_created = 0, relationships_deleted = 0,
                  labels_added = 0, labels_removed = 0, properties_set = 0, properties_removed = 0;
};

// Where elements went when a snapshot was made: by earlier number; empty when all stay where they are.
struct MovedElements {
    std::vector<NodeId> nodes;
    std::vector<EdgeId> edges;

    NodeId node(NodeId before) const { return before < nodes.size() ? nodes[before] : before; }
    EdgeId edge(EdgeId before) const { return before < edges.size() ? edges[before] : before; }
};

class GraphEdit {
public:
    explicit GraphEdit(GraphPtr base);
    ~GraphEdit();
    GraphEdit(const GraphEdit&) = delete;
    GraphEdit& operator=(const GraphEdit&) = delete;

    // The graph as it is now, for reading element by element (PropertyGraph::is_unfinished).
    const PropertyGraph& view() const { return *work_; }
    const EditStats& stats() const { return stats_; }
    // About how many bytes the changes take. O(1)
    std::size_t heap_bytes() const;
    bool is_deleted(NodeId node) const { return work_->is_deleted_node(node); }

    // ---- names. Nothing when there are more than 65,535 distinct ones.
    std::optional<LabelId> label(std::string_view name);
    std::optional<TypeId> type(std::string_view name);
    std::optional<KeyId> key(std::string_view name);

    // ---- changes. REQUIRES: the elements are not deleted, but for deleting them again, which does nothing.
    NodeId create_node(std::span<const LabelId> labels);
    EdgeId create_relationship(NodeId from, TypeId type, NodeId to);
    void add_label(NodeId node, LabelId label);
    void remove_label(NodeId node, LabelId label);
    // Null removes the property. REQUIRES: null or is_property_value(value).
    void set_property(NodeId node, KeyId key, const Value& value);
    void set_edge_property(EdgeId edge, KeyId key, const Value& value);
    void delete_relationship(EdgeId edge);
    // Whoever deletes a node without its relationships has to delete them before publish().
    void delete_node(NodeId node);

    // ---- looking around, for MERGE and DELETE
    // The relationships of the node in one direction, deleted ones left out. A type: only that one.
    void each_relationship(NodeId node, Direction direction, std::optional<TypeId> type,
                           const std::function<void(EdgeId)>& visit) const;
    std::vector<EdgeId> relationships_between(NodeId from, TypeId type, NodeId to) const;
    // Nodes that may have the label, in no order: some may have lost it, or be deleted.
    std::span<const NodeId> nodes_with(LabelId label) const { return work_->nodes_with(label); }
    // Numbers of nodes are below this.
    NodeId node_limit() const { return node_limit_; }

    // ---- snapshots
    // The next snapshot, on which rows found before can be read on; `moved` says what became of the numbers. Deleted
    // elements get numbers past those that are there.
    GraphPtr advance(MovedElements& moved);
    // Whether the graph may stay as it is now; to be called before the last advance(). Gives integers that the schema
    // wants as floats their type. Errors: delete_connected_node, schema_violation.
    Result<void> check();
    // The snapshot of the last advance() without a trace of what was deleted. Errors: schema_violation, when it has an
    // id twice that the graph had not before.
    Result<GraphPtr> publish() const;

private:
    struct Ends {
        NodeId from, to;
        friend auto operator<=>(const Ends&, const Ends&) = default;
    };
    struct EndsHash {
        std::size_t operator()(const Ends& ends) const {
            return std::hash<std::uint64_t>{}((std::uint64_t{ends.from} << 32U | ends.to) * 0x9E3779B97F4A7C15U);
        }
    };

    void begin(GraphPtr base);
    StringPool& pool();
    PropertyColumn& own(PropertyGraph::Columns& columns, KeyId key);
    void set(PropertyGraph::Columns& columns, std::size_t row, KeyId key, const Value& value);
    std::uint32_t label_set(std::vector<LabelId> labels);
    void touch(NodeId node);
    void touch_edge(EdgeId edge);

    // ---- graph_edit_advance.cpp
    void move_nodes(MovedElements& moved);
    void move_relationships(MovedElements& moved);
    void settle_labels(bool all);
    void remember_deleted(const MovedElements& moved);

    // ---- graph_edit_check.cpp
    Result<void> check_node(NodeId node);
    Result<void> check_relationship(EdgeId edge);
    Result<void> check_number(EdgeEnds ends, const std::string& type, const std::string& title) const;

    GraphPtr base_;
    bool ids_repeated_ = false;  // before the first change
    std::unique_ptr<PropertyGraph> work_;
    bool changed_ = false;
    NodeId node_limit_ = 0, present_ = 0;  // present_: how many of them the next snapshot has
    EdgeId edge_limit_ = 0;                // numbers of relationships are below this
    bool pool_is_own_ = false, ids_touched_ = false, names_touched_ = false;
    std::set<LabelId> unsettled_labels_;  // their nodes are in no order
    std::map<std::vector<LabelId>, std::uint32_t> label_set_numbers_;
    std::vector<std::uint32_t> edges_of_type_;  // how many rows the columns of each type have
    // Relationships added since the last snapshot.
    std::unordered_map<NodeId, std::vector<EdgeId>> added_out_, added_in_;
    std::unordered_map<Ends, std::vector<EdgeId>, EndsHash> added_between_;

    EditStats stats_;
    std::size_t text_bytes_ = 0;         // of the texts and lists that properties were set to
    std::set<EdgeId> dangling_;          // relationships whose node was deleted without them
    std::vector<NodeId> touched_nodes_;  // of a graph with a schema: what has to fit it
    std::vector<EdgeId> touched_edges_;
};

// Whether a property may hold it: booleans, integers, floats, strings, and flat lists of these without nulls.
bool is_property_value(const Value& value);

}  // namespace confer::engine
