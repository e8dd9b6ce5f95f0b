#include "graph/node_text.h"

namespace confer::engine {

std::string text_of(const PropertyGraph& graph, NodeId node, std::string_view key) {
    const auto id = graph.keys().find(key);
    const Value value = id ? graph.property(node, *id) : Value();
    return value.is(Kind::string) ? std::string(value.as_string()) : std::string();
}

bool is_weak_source(const PropertyGraph& graph, NodeId source) {
    return text_of(graph, source, "quality") == weak_quality;
}

}  // namespace confer::engine
