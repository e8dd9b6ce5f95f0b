#pragma once
// GraphBuilder: collects nodes and relationships in any order and makes one PropertyGraph of them.
//
// Relationships may name nodes that come later: reference() gives such a node its number at once, and
// declare() makes it real. The caller (load/) keeps the places of references for its messages.
//
// Ownership  finish() moves everything into the graph; the builder is spent.
// Threads    one thread.
// Cost       amortised O(1) for each call; finish: a counting sort of relationships by type and source.
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/property_graph.h"

namespace confer::engine {

class GraphBuilder {
public:
    GraphBuilder();
    ~GraphBuilder();
    GraphBuilder(GraphBuilder&&) noexcept;

    void describe(PropertyGraph::Description description);
    void set_schema(Schema schema);  // also interns its labels and types, in order
    const Schema& schema() const;

    // Interning. Nothing when there are more than 65,535 distinct ones.
    std::optional<LabelId> label(std::string_view name);
    std::optional<TypeId> type(std::string_view name);
    std::optional<KeyId> key(std::string_view name);

    // ---- nodes
    // The node called `id`, which may not be declared yet.
    NodeId reference(std::string_view id);
    bool is_declared(NodeId node) const;
    std::string_view id_of(NodeId node) const;
    // Gives the node its labels. REQUIRES: not declared before. Sets its `id` property too.
    void declare(NodeId node, std::span<const LabelId> labels);
    // A node without id, as CREATE makes them.
    NodeId add_anonymous_node(std::span<const LabelId> labels);
    // REQUIRES: value is a property value; null removes nothing and is ignored.
    void set_node_property(NodeId node, KeyId key, const Value& value);
    std::span<const LabelId> labels_of(NodeId node) const;
    NodeId node_count() const;

    // ---- relationships: a handle by order of addition, not an EdgeId.
    std::uint32_t add_edge(NodeId from, TypeId type, NodeId to);
    void set_edge_property(std::uint32_t edge, KeyId key, const Value& value);
    std::uint32_t edge_count() const;

    // REQUIRES: every referenced node is declared.
    std::shared_ptr<const PropertyGraph> finish() &&;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace confer::engine
