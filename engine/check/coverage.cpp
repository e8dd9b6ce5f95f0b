#include "check/coverage.h"

#include <algorithm>
#include <map>

#include "check/reader_internal.h"
#include "graph/node_text.h"

namespace confer::engine::check {

namespace {

std::vector<const RelationshipSchema*> covered_types(const Schema& schema) {
    std::vector<const RelationshipSchema*> out;
    for (const auto flag : {&RelationshipSchema::component, &RelationshipSchema::serves}) {
        for (const RelationshipSchema& type : schema.relationships) {
            if (type.*flag) out.push_back(&type);
        }
    }
    return out;
}

class Counting {
public:
    explicit Counting(const PropertyGraph& graph) : graph_(graph), reader_(graph) {
        out_.types = covered_types(graph.schema());
    }

    Coverage run() {
        for (LabelId label = 0; label < graph_.labels().size(); ++label) {
            if (!reader_.declares(graph_.labels().name(label), "coverage")) continue;
            for (const NodeId node : graph_.nodes_with(label)) out_.nodes.push_back(of_node(node));
        }
        count_groups();
        std::ranges::stable_sort(out_.nodes, {}, [&](const CoverageOfNode& node) { return graph_.title(node.node); });
        return std::move(out_);
    }

private:
    CoverageOfNode of_node(NodeId node) {
        CoverageOfNode out;
        out.node = node;
        const std::vector<std::string> covered = reader_.texts(node, "coverage");
        for (const RelationshipSchema* type : out_.types) {
            out.covers.push_back(std::ranges::find(covered, type->name) != covered.end());
            const bool fits = reader_.has_labels(node, type->from);
            if (type->component && fits) ++out.coverable;
            if (type->component && fits && out.covers.back()) ++out.covered;
        }
        for (std::size_t type = 0; type < graph_.topology().type_count(); ++type) {
            const Neighbours there = graph_.topology().adjacency(static_cast<TypeId>(type), Direction::outgoing)[node];
            out.relationships += there.size();
            for (const EdgeId edge : there.edges) out.weak += rests_on_weak_sources(edge) ? 1 : 0;
            const auto labels = graph_.labels_of(node);
            for (const NodeId other :
                 graph_.topology().adjacency(static_cast<TypeId>(type), Direction::incoming)[node].nodes) {
                out.mentions += std::ranges::equal(graph_.labels_of(other), labels) ? 1 : 0;
            }
        }
        for (const Reader::Type& type : reader_.types_that(&RelationshipSchema::groups)) {
            const Neighbours there = graph_.topology().adjacency(type.id, Direction::outgoing)[node];
            out.groups.insert(out.groups.end(), there.nodes.begin(), there.nodes.end());
        }
        return out;
    }

    bool rests_on_weak_sources(EdgeId edge) const {
        const std::vector<std::string> sources = reader_.edge_texts(edge, "sources");
        return !sources.empty() && std::ranges::all_of(sources, [&](const std::string& id) {
            const auto source = graph_.find(id);
            return source && is_weak_source(graph_, *source);
        });
    }

    void count_groups() {
        std::map<NodeId, CoverageOfGroup> by_group;
        for (const CoverageOfNode& node : out_.nodes) {
            std::vector<NodeId> groups = node.groups;
            if (groups.empty()) groups.push_back(no_id);
            for (const NodeId group : groups) {
                CoverageOfGroup& counted = by_group[group];
                counted.group = group;
                counted.covered.resize(out_.types.size());
                ++counted.members;
                counted.relationships += node.relationships;
                counted.weak += node.weak;
                for (std::size_t i = 0; i < node.covers.size(); ++i) counted.covered[i] += node.covers[i] ? 1 : 0;
            }
        }
        for (auto& [group, counted] : by_group) out_.groups.push_back(std::move(counted));
        std::ranges::stable_sort(out_.groups, [](const CoverageOfGroup& a, const CoverageOfGroup& b) {
            if ((a.group == no_id) != (b.group == no_id)) return b.group == no_id;
            return a.members > b.members;
        });
    }

    const PropertyGraph& graph_;
    Reader reader_;
    Coverage out_;
};

}  // namespace

std::vector<const CoverageOfNode*> Coverage::worth_adding_to(std::size_t most) const {
    const auto worth = [](const CoverageOfNode* node) {
        return node->mentions * static_cast<std::size_t>(std::ranges::count(node->covers, false));
    };
    std::vector<const CoverageOfNode*> out;
    for (const CoverageOfNode& node : nodes) {
        if (worth(&node) > 0) out.push_back(&node);
    }
    std::ranges::stable_sort(out, [&](const auto* a, const auto* b) { return worth(a) > worth(b); });
    if (out.size() > most) out.resize(most);
    return out;
}

Coverage coverage(const PropertyGraph& graph) {
    return Counting(graph).run();
}

}  // namespace confer::engine::check
