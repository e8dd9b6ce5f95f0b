// Test: tests/suites/pictures/shared_sets_test.cpp.
#include "picture/shared_sets.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "picture/answer_graph.h"

namespace confer::engine::picture {

namespace {

bool is_one_of(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_shareable(const PropertyGraph& graph, NodeId node, const Sharing& sharing) {
    if (sharing.labels.empty()) return true;
    const auto labels = graph.labels_of(node);
    return std::any_of(labels.begin(), labels.end(),
                       [&](LabelId label) { return is_one_of(sharing.labels, graph.labels().name(label)); });
}

// The things that the evidence joins to what they share.
std::vector<NodeId> things_of(const Answer& answer) {
    constexpr GraphLimits no_limits{.nodes = no_id, .relationships = no_id};
    const AnswerGraph shown = collect_graph(answer, no_limits);
    std::vector<NodeId> things;
    std::vector<bool> seen(shown.nodes.size());
    for (const ShownRelationship& relationship : shown.relationships) {
        if (seen[relationship.start] || !is_one_of(answer.sharing->types, relationship.type)) continue;
        seen[relationship.start] = true;
        things.push_back(shown.nodes[relationship.start].node);
    }
    return things;
}

}  // namespace

SharedSets collect_sets(const Answer& answer, std::size_t most) {
    const PropertyGraph& graph = *answer.graph;
    std::vector<NodeId> things = things_of(answer);
    SharedSets out;
    out.all_sets = things.size();
    if (things.size() > most) things.resize(most);

    std::unordered_map<NodeId, std::uint64_t> members;
    for (std::size_t i = 0; i < things.size(); ++i) {
        std::size_t size = 0;
        for (const std::string& name : answer.sharing->types) {
            const auto type = graph.types().find(name);
            if (!type) continue;
            for (const NodeId node : graph.topology().adjacency(*type, Direction::outgoing)[things[i]].nodes) {
                if (!is_shareable(graph, node, *answer.sharing)) continue;
                std::uint64_t& bits = members[node];
                const std::uint64_t bit = std::uint64_t{1} << i;
                if ((bits & bit) == 0) ++size;
                bits |= bit;
            }
        }
        out.sets.push_back({graph.title(things[i]), size});
    }

    std::map<std::uint64_t, std::vector<std::string>> by_members;
    for (const auto& [node, bits] : members) by_members[bits].push_back(graph.title(node));
    for (auto& [bits, elements] : by_members) {
        std::sort(elements.begin(), elements.end());
        out.intersections.push_back({bits, std::move(elements)});
    }
    std::stable_sort(out.intersections.begin(), out.intersections.end(),
                     [](const SharedSets::Intersection& a, const SharedSets::Intersection& b) {
                         if (a.is_shared() != b.is_shared()) return a.is_shared();
                         return a.elements.size() > b.elements.size();
                     });
    return out;
}

}  // namespace confer::engine::picture
