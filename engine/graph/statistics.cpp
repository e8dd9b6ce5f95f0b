// Tested by suites/graph/statistics_test.cpp.
#include "graph/statistics.h"

#include <algorithm>

#include "graph/property_graph.h"

namespace confer::engine {

Statistics::Statistics(const PropertyGraph& graph)
    : graph_(&graph), types_(std::make_unique<OfType[]>(graph.topology().type_count())) {}

Statistics::~Statistics() = default;

const Statistics::OfType& Statistics::of(TypeId type) const {
    OfType& counts = types_[type];
    std::call_once(counts.once, [&] { count(type, counts); });
    return counts;
}

void Statistics::count(TypeId type, OfType& counts) const {
    const Topology& topology = graph_->topology();
    for (const Direction direction : {Direction::outgoing, Direction::incoming}) {
        // Who is reached by following it one way has relationships the other way.
        const Adjacency& reached = topology.adjacency(type, reverse(direction));
        std::vector<std::uint32_t>& by_label = counts.reaching[direction == Direction::outgoing ? 0 : 1];
        by_label.resize(graph_->labels().size());
        for (NodeId node = reached.first_node(); node < reached.end_node(); ++node) {
            const std::uint32_t degree = reached.degree(node);
            if (degree == 0) continue;
            for (const LabelId label : graph_->labels_of(node)) by_label[label] += degree;
        }
    }
    const Adjacency& outgoing = topology.adjacency(type, Direction::outgoing);
    for (NodeId node = outgoing.first_node(); node < outgoing.end_node() && !counts.parallel; ++node) {
        const std::span<const NodeId> targets = outgoing[node].nodes;
        counts.parallel = std::adjacent_find(targets.begin(), targets.end()) != targets.end();
    }
}

bool Statistics::always_reaches(TypeId type, Direction direction, LabelId label) const {
    return reaching(type, direction, label) == graph_->topology().adjacency(type, direction).size();
}

std::span<const std::uint32_t> Statistics::id_ranks() const {
    std::call_once(ranked_, [&] { rank_ids(); });
    return id_ranks_;
}

void Statistics::rank_ids() const {
    const auto key = graph_->keys().find("id");
    const PropertyColumn* ids = key ? graph_->node_column(*key) : nullptr;
    if (ids == nullptr || ids->storage() != PropertyColumn::Storage::string) return;
    std::vector<NodeId> order;
    for (NodeId node = 0; node < graph_->node_count(); ++node)
        if (ids->has(node)) order.push_back(node);
    std::sort(order.begin(), order.end(), [&](NodeId a, NodeId b) { return ids->string(a) < ids->string(b); });
    id_ranks_.assign(graph_->node_count(), no_id);
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && ids->strings()[order[i]] != ids->strings()[order[i - 1]]) ++rank;
        id_ranks_[order[i]] = rank;
    }
}

bool Statistics::ids_are_keys() const {
    const auto key = graph_->keys().find("id");
    const PropertyColumn* ids = key ? graph_->node_column(*key) : nullptr;
    return ids != nullptr && ids->storage() == PropertyColumn::Storage::string &&
           ids->present_count() == graph_->node_count() && !graph_->ids_repeat();
}

}  // namespace confer::engine
