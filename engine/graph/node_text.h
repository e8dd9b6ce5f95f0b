#pragma once
// node_text: texts among a node's properties, and what they say of a source.
//
// Threads    safe from any number of threads.
// Cost       a hash of the key.
#include <string>
#include <string_view>

#include "graph/property_graph.h"

namespace confer::engine {

// Empty where the node has no text under the key.
std::string text_of(const PropertyGraph& graph, NodeId node, std::string_view key);

// The `quality` of a source that nothing should rest on alone (docs/data.md).
inline constexpr std::string_view weak_quality = "low";
bool is_weak_source(const PropertyGraph& graph, NodeId source);

}  // namespace confer::engine
