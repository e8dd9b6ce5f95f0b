#pragma once
// GraphBuilder: collects nodes and relationships in any order and makes one PropertyGraph of them.
//
// Relationships may name nodes that come later: reference() gives such a node its number at once, and
// declare() makes it real. The caller (load/) keeps the places of references for its messages.
//
// Ownership  finish() moves everything into the graph; the builder is spent.
// Threads    one thread.
// Cost       amortised O(1) for each call; finish: a counting sort of relationships by type and source.
//            Property values go straight into columns: about 14 bytes a relationship besides them.
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
    GraphBuilder& operator=(GraphBuilder&&) noexcept;

    void describe(PropertyGraph::Description description);
    void set_schema(Schema schema);  // also interns its labels and types, in order
    const Schema& schema() const;

    // Interning. Nothing when there are more than 65,535 distinct ones.
    std::optional<LabelId> label(std::string_view name);
    std::optional<TypeId> type(std::string_view name);
    std::optional<KeyId> key(std::string_view name);
    const Symbols& labels() const;
    const Symbols& types() const;
    const Symbols& keys() const;
    // A text in the graph's pool; stays where it is.
    StringId text(std::string_view text);
    std::string_view view(StringId text) const;

    // ---- nodes
    // The node called `id`, which may not be declared yet. Anonymous nodes are not found.
    NodeId reference(std::string_view id);
    bool is_declared(NodeId node) const;
    // Hints that reference() of the id, or is_declared() of the node, will be asked soon.
    void expect(std::string_view id) const;
    void expect_declared(NodeId node) const;
    std::string_view id_of(NodeId node) const;
    // Gives the node its labels. REQUIRES: not declared before. Sets its `id` property too.
    void declare(NodeId node, std::span<const LabelId> labels);
    // A node without id, as CREATE makes them.
    NodeId add_anonymous_node(std::span<const LabelId> labels);
    // REQUIRES: value is a property value; null removes nothing and is ignored. A node made by declare()
    // keeps its `id`.
    void set_node_property(NodeId node, KeyId key, const Value& value);
    void set_node_text(NodeId node, KeyId key, StringId text);
    std::span<const LabelId> labels_of(NodeId node) const;
    NodeId node_count() const;

    // ---- relationships: a handle by order of addition, not an EdgeId.
    std::uint32_t add_edge(NodeId from, TypeId type, NodeId to);
    EdgeEnds ends(std::uint32_t edge) const;
    TypeId type_of(std::uint32_t edge) const;
    void set_edge_property(std::uint32_t edge, KeyId key, const Value& value);
    void set_edge_text(std::uint32_t edge, KeyId key, StringId text);
    std::uint32_t edge_count() const;

    // REQUIRES: every referenced node is declared.
    std::shared_ptr<const PropertyGraph> finish() &&;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace confer::engine
