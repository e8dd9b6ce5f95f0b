#include "comparison/roles.h"

#include <algorithm>
#include <unordered_set>

namespace confer::engine::comparison {

namespace {

void make_set(std::vector<NodeId>& nodes) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

}  // namespace

Roles roles_of(const PropertyGraph& graph) {
    Roles roles;
    for (const RelationshipSchema& type : graph.schema().relationships) {
        const auto id = graph.types().find(type.name);
        if (!id) continue;
        if (type.component) roles.component.push_back(*id);
        if (type.denies) roles.denies.push_back(*id);
        if (type.serves) roles.serves.push_back(*id);
        if (type.warns) roles.warns.push_back(*id);
        if (type.groups) roles.groups.push_back(*id);
        if (type.broader) roles.broader.push_back(*id);
    }
    return roles;
}

std::vector<Joint> joints(const PropertyGraph& graph, const std::vector<TypeId>& types, NodeId node,
                          Direction direction, const Counted* counted) {
    std::vector<Joint> out;
    for (const TypeId type : types) {
        const Neighbours there = graph.topology().adjacency(type, direction)[node];
        for (std::size_t i = 0; i < there.size(); ++i) {
            if (counted == nullptr || counted->contains(there.edges[i])) {
                out.push_back({there.edges[i], there.nodes[i]});
            }
        }
    }
    return out;
}

std::vector<NodeId> joined_by(const PropertyGraph& graph, const std::vector<TypeId>& types, NodeId node,
                              Direction direction, const Counted* counted) {
    std::vector<NodeId> out;
    for (const Joint& joint : joints(graph, types, node, direction, counted)) out.push_back(joint.node);
    make_set(out);
    return out;
}

std::vector<NodeId> reached_by(const PropertyGraph& graph, const std::vector<TypeId>& types, NodeId node,
                               Direction direction, const Counted* counted) {
    std::vector<NodeId> out{node};
    std::unordered_set<NodeId> known{node};
    for (std::size_t next = 0; next < out.size(); ++next) {
        for (const NodeId there : joined_by(graph, types, out[next], direction, counted)) {
            if (known.insert(there).second) out.push_back(there);
        }
    }
    make_set(out);
    return out;
}

std::vector<EdgeId> way_to_broader(const PropertyGraph& graph, const Roles& roles, NodeId node, NodeId broader,
                                   const Counted* counted) {
    struct Reached {
        NodeId node = no_id;
        EdgeId by = no_id;
        std::size_t from = 0;
    };
    std::vector<Reached> reached{{node, no_id, 0}};
    std::unordered_set<NodeId> known{node};
    for (std::size_t next = 0; next < reached.size(); ++next) {
        if (reached[next].node == broader) {
            std::vector<EdgeId> way;
            for (std::size_t at = next; at != 0; at = reached[at].from) way.push_back(reached[at].by);
            std::reverse(way.begin(), way.end());
            return way;
        }
        for (const Joint& joint : joints(graph, roles.broader, reached[next].node, Direction::outgoing, counted)) {
            if (known.insert(joint.node).second) reached.push_back({joint.node, joint.edge, next});
        }
    }
    return {};
}

}  // namespace confer::engine::comparison
