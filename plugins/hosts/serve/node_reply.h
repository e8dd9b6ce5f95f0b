#pragma once
// node_json: /api/node/{id}: a node, its relationships, and what is at their other ends.
//
// {"node":{…},"nodes":[…],"relationships":[…],"sources":{id:{…}},"more"}: nodes and relationships as in
// format/graph_json.h, the node itself among them; `more` counts relationships that were left out.
//
// Cost       linear in the node's relationships.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/property_graph.h"

namespace confer::hosts::serve {

inline constexpr std::size_t most_relationships = 300;

// By its `id`, or "#7" for one without. Nothing: there is no such node.
std::optional<std::string> node_json(const engine::GraphPtr& graph, std::string_view id);

// Ids and names that are near to it, for people who misspelt it.
std::vector<std::string> near_ids(const engine::PropertyGraph& graph, std::string_view id);

}  // namespace confer::hosts::serve
