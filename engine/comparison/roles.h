#pragma once
// Roles: which relationship types of a graph play which part in comparing and integrating, as its schema says.
//
// Shapes     types that the graph has no relationship of are left out.
// Source     the roles: docs/data.md.
#include <unordered_set>
#include <vector>

#include "graph/property_graph.h"

namespace confer::engine::comparison {

struct Roles {
    std::vector<TypeId> component;  // from a whole to what it is made of
    std::vector<TypeId> denies;     // from a whole to what it does without
    std::vector<TypeId> serves;     // to what something is for
    std::vector<TypeId> warns;      // to what something should not be used for
    std::vector<TypeId> groups;     // to a group that something belongs to
    std::vector<TypeId> broader;    // to a broader thing of the same kind
};

Roles roles_of(const PropertyGraph& graph);

// The relationships that count, where not all do; a null pointer to them stands for all.
using Counted = std::unordered_set<EdgeId>;

// The nodes that relationships of the types lead to from `node`, or come from; ascending, each once.
std::vector<NodeId> joined_by(const PropertyGraph& graph, const std::vector<TypeId>& types, NodeId node,
                              Direction direction, const Counted* counted = nullptr);
// As often as needed: with outgoing, `node` and all that is broader than it; with incoming, all that is narrower.
// Ascending.
std::vector<NodeId> reached_by(const PropertyGraph& graph, const std::vector<TypeId>& types, NodeId node,
                               Direction direction, const Counted* counted = nullptr);

// A shortest way from `node` to something broader: its relationships in order. Empty: they are the same, or there is
// none.
std::vector<EdgeId> way_to_broader(const PropertyGraph& graph, const Roles& roles, NodeId node, NodeId broader,
                                   const Counted* counted = nullptr);

// A relationship and the node at its other end.
struct Joint {
    EdgeId edge = no_id;
    NodeId node = no_id;
};
std::vector<Joint> joints(const PropertyGraph& graph, const std::vector<TypeId>& types, NodeId node,
                          Direction direction, const Counted* counted = nullptr);

}  // namespace confer::engine::comparison
