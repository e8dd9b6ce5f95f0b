// Test: tests/suites/comparison/similarity_test.cpp.
#include "comparison/similarity.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace confer::engine::comparison {

namespace {

constexpr std::size_t checked_every = 256;

bool has_one_of(const PropertyGraph& graph, NodeId node, const std::vector<LabelId>& labels) {
    return labels.empty() ||
           std::any_of(labels.begin(), labels.end(), [&](LabelId label) { return graph.has_label(node, label); });
}

// Those with one of the labels at the other end of relationships of the types.
std::vector<NodeId> neighbours(const PropertyGraph& graph, const std::vector<TypeId>& types, NodeId node,
                               Direction direction, const std::vector<LabelId>& labels) {
    std::vector<NodeId> out;
    for (const TypeId type : types) {
        const Neighbours some = graph.topology().adjacency(type, direction)[node];
        std::copy_if(some.nodes.begin(), some.nodes.end(), std::back_inserter(out),
                     [&](NodeId other) { return has_one_of(graph, other, labels); });
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Components in_both(const Components& a, const Components& b) {
    Components out;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

std::optional<double> ratio(double part, double whole) {
    if (whole <= 0) return std::nullopt;
    return part / whole;
}

std::size_t count_of(const PropertyGraph& graph, const std::vector<LabelId>& labels) {
    if (labels.empty()) return graph.node_count();
    if (labels.size() == 1) return graph.nodes_with(labels.front()).size();
    std::vector<NodeId> all;
    for (const LabelId label : labels) {
        const auto some = graph.nodes_with(label);
        all.insert(all.end(), some.begin(), some.end());
    }
    std::sort(all.begin(), all.end());
    return static_cast<std::size_t>(std::unique(all.begin(), all.end()) - all.begin());
}

}  // namespace

Components components_of(const PropertyGraph& graph, const Basis& basis, NodeId thing) {
    return neighbours(graph, basis.types, thing, Direction::outgoing, basis.labels);
}

Rarity::Rarity(const PropertyGraph& graph, const Basis& basis)
    : graph_(graph), basis_(basis), things_(static_cast<double>(count_of(graph, basis.among))) {}

std::vector<NodeId> Rarity::wholes_of(NodeId component) const {
    return neighbours(graph_, basis_.types, component, Direction::incoming, basis_.among);
}

double Rarity::weight(NodeId component) {
    const auto [found, is_new] = weights_.try_emplace(component);
    if (is_new) {
        const double wholes = std::max(1.0, static_cast<double>(wholes_of(component).size()));
        found->second = std::log1p(things_ / wholes);
    }
    return found->second;
}

double Rarity::weight(const Components& components) {
    double sum = 0;
    for (const NodeId component : components) sum += weight(component);
    return sum;
}

std::optional<double> Similarity::jaccard() const {
    return ratio(static_cast<double>(shared), static_cast<double>(size + other_size - shared));
}

std::optional<double> Similarity::overlap() const {
    return ratio(static_cast<double>(shared), static_cast<double>(std::min(size, other_size)));
}

std::optional<double> Similarity::cosine() const {
    return ratio(static_cast<double>(shared), std::sqrt(static_cast<double>(size) * static_cast<double>(other_size)));
}

std::optional<double> Similarity::weighted() const {
    return ratio(shared_weight, weight + other_weight - shared_weight);
}

Similarity similarity(const Components& one, const Components& other, Rarity& rarity) {
    const Components shared = in_both(one, other);
    return {one.size(), other.size(), shared.size(), rarity.weight(one), rarity.weight(other), rarity.weight(shared)};
}

Result<std::vector<Alike>> most_alike(const PropertyGraph& graph, const Basis& basis, NodeId thing,
                                      const RunLimits& limits) {
    const Components own = components_of(graph, basis, thing);
    Rarity rarity(graph, basis);
    std::map<NodeId, Components> shared;  // by thing
    for (const NodeId component : own) {
        CONFER_CHECK(limits.check());
        for (const NodeId other : rarity.wholes_of(component)) shared[other].push_back(component);
    }
    shared.erase(thing);

    std::vector<Alike> out;
    out.reserve(shared.size());
    for (auto& [other, components] : shared) {
        if (out.size() % checked_every == 0) CONFER_CHECK(limits.check());
        const Components all = components_of(graph, basis, other);
        const Similarity similarity{own.size(),         all.size(),         components.size(),
                                    rarity.weight(own), rarity.weight(all), rarity.weight(components)};
        std::stable_sort(components.begin(), components.end(),
                         [&](NodeId a, NodeId b) { return rarity.weight(a) > rarity.weight(b); });
        out.push_back({other, similarity, std::move(components)});
    }
    std::stable_sort(out.begin(), out.end(), [](const Alike& a, const Alike& b) {
        return a.similarity.weighted().value_or(0) > b.similarity.weighted().value_or(0);
    });
    return out;
}

}  // namespace confer::engine::comparison
