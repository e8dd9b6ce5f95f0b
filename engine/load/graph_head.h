#pragma once
// graph_head: all that graph JSON says of a graph besides its nodes and edges: the description and the schema.
//
// Threads    reads the graph only.
// Source     the format: docs/data.md.
#include <string>

#include "graph/property_graph.h"

namespace confer::engine::load {

// A graph file of its own, without nodes and edges. Line breaks stand between tokens only.
std::string graph_head(const PropertyGraph& graph);

// The same without the brace that closes it.
void open_graph_head(const PropertyGraph& graph, std::string& out);

}  // namespace confer::engine::load
