#pragma once
// garden: tests/graphs/garden.json, and its nodes by their ids.
#include <string>
#include <string_view>
#include <vector>

#include "load/read_graph.h"

namespace confer::engine {

inline GraphPtr garden() {
    static const GraphPtr graph =
        load::read_graph(std::string(CONFER_SOURCE_DIR) + "/tests/graphs/garden.json").value();
    return graph;
}

inline NodeId in_garden(std::string_view id) {
    return *garden()->find(id);
}

inline std::vector<NodeId> all_in_garden(const std::vector<std::string_view>& ids) {
    std::vector<NodeId> nodes;
    for (const std::string_view id : ids) nodes.push_back(in_garden(id));
    return nodes;
}

inline std::vector<std::string> titles(const std::vector<NodeId>& nodes) {
    std::vector<std::string> out;
    for (const NodeId node : nodes) out.push_back(garden()->title(node));
    return out;
}

}  // namespace confer::engine
