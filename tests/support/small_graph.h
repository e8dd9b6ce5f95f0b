#pragma once
// small_graph: graphs for tests, from a few words.
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph_builder.h"

namespace confer::engine {

struct EdgeText {
    std::string_view from, type, to;
    double weight = 1;
};

// Nodes are made as they are named, in that order; a node's label is the upper-case letter its id begins with.
inline GraphPtr small_graph(const std::vector<EdgeText>& edges, std::initializer_list<std::string_view> lonely = {}) {
    GraphBuilder builder;
    const auto node = [&](std::string_view id) {
        const NodeId node = builder.reference(id);
        if (!builder.is_declared(node)) {
            std::vector<LabelId> labels;
            if (id[0] >= 'A' && id[0] <= 'Z') labels.push_back(*builder.label(id.substr(0, 1)));
            builder.declare(node, labels);
        }
        return node;
    };
    for (const std::string_view id : lonely) node(id);
    for (const EdgeText& edge : edges) {
        const NodeId from = node(edge.from), to = node(edge.to);
        const std::uint32_t handle = builder.add_edge(from, *builder.type(edge.type), to);
        builder.set_edge_property(handle, *builder.key("weight"), Value(edge.weight));
    }
    return std::move(builder).finish();
}

// `nodes` nodes with the label A or B, `edges` edges of the types X and Y with weights of 1 to 9.
inline GraphPtr random_graph(unsigned seed, unsigned nodes, unsigned edges) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned bound) { return static_cast<unsigned>(random() % bound); };
    GraphBuilder builder;
    const LabelId labels[] = {*builder.label("A"), *builder.label("B")};
    const TypeId types[] = {*builder.type("X"), *builder.type("Y")};
    const KeyId weight = *builder.key("weight");
    for (unsigned i = 0; i < nodes; ++i) {
        const NodeId node = builder.reference("n" + std::to_string(i));
        builder.declare(node, std::vector{labels[below(2)]});
    }
    for (unsigned i = 0; i < edges; ++i) {
        const std::uint32_t edge = builder.add_edge(below(nodes), types[below(2)], below(nodes));
        builder.set_edge_property(edge, weight, Value(static_cast<double>(1 + below(9))));
    }
    return std::move(builder).finish();
}

}  // namespace confer::engine
