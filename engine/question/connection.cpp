// Test: tests/suites/related.
#include "question/connection.h"

#include <algorithm>

#include "question/wording.h"

namespace confer::engine::question {

namespace {

using Types = std::vector<const RelationshipSchema*>;

// A type without a role whose targets have more sources than this, on average, says little of each.
constexpr std::size_t few_sources = 5;

bool joins_others(const RelationshipSchema& type) {
    return !type.denies && !type.warns;
}

bool has_role(const RelationshipSchema& type) {
    return type.component || type.lineage || type.broader || type.serves || type.groups;
}

bool leads_to_shared_things(const RelationshipSchema& type, const Setting& setting) {
    const auto id = setting.graph().types().find(type.name);
    if (!id) return false;
    const Adjacency& incoming = setting.graph().topology().adjacency(*id, Direction::incoming);
    std::size_t targets = 0;
    for (NodeId node = incoming.first_node(); node < incoming.end_node(); ++node) {
        if (incoming.degree(node) > 0) ++targets;
    }
    return incoming.size() > few_sources * targets;
}

// Whether it joins the same things as a type that serves: "is claimed for".
bool is_about_purposes(const RelationshipSchema& type, const Setting& setting) {
    const Types serving = [&] {
        Types out;
        for (const RelationshipSchema& other : setting.schema().relationships) {
            if (other.serves) out.push_back(&other);
        }
        return out;
    }();
    return std::any_of(serving.begin(), serving.end(), [&](const RelationshipSchema* other) {
        return other->from == type.from && other->to == type.to;
    });
}

bool is_strong(const RelationshipSchema& type, const Labels& ends, const Setting& setting) {
    if (!labels_in_both(labels_at(type, Way::incoming, setting.schema()), ends).empty()) return true;
    if (has_role(type)) return type.component || type.lineage || type.broader;
    return !is_about_purposes(type, setting) && !leads_to_shared_things(type, setting);
}

class Search {
public:
    Search(const Setting& setting, const Admission* admission) : graph_(setting.graph()), admission_(admission) {}

    // Whether a way of at most `steps` leads from one node to the other.
    bool reaches(NodeId from, NodeId to, const Types& types, std::int64_t steps) const {
        std::vector<bool> seen(graph_.node_count(), false);
        std::vector<NodeId> level{from}, next;
        seen[from] = true;
        for (; steps > 0 && !level.empty(); --steps) {
            next.clear();
            for (const NodeId node : level) {
                for (const RelationshipSchema* type : types) visit(node, *type, seen, next);
            }
            if (seen[to]) return true;
            std::swap(level, next);
        }
        return false;
    }

private:
    void visit(NodeId node, const RelationshipSchema& type, std::vector<bool>& seen, std::vector<NodeId>& next) const {
        const auto id = graph_.types().find(type.name);
        if (!id) return;
        for (const Direction direction : {Direction::outgoing, Direction::incoming}) {
            const Neighbours neighbours = graph_.topology().adjacency(*id, direction)[node];
            for (std::size_t i = 0; i < neighbours.size(); ++i) {
                const NodeId other = neighbours.nodes[i];
                if (seen[other] || (admission_ != nullptr && !admission_->admits(neighbours.edges[i]))) continue;
                seen[other] = true;
                next.push_back(other);
            }
        }
    }

    const PropertyGraph& graph_;
    const Admission* admission_;
};

}  // namespace

std::optional<Connection> connection_between(const Named& from, const Named& to, const Setting& setting,
                                             const Admission* admission) {
    Labels ends = from.labels;
    add_labels(ends, to.labels, setting.schema());
    Types all, strong, weak;
    for (const RelationshipSchema& type : setting.schema().relationships) {
        all.push_back(&type);
        if (!joins_others(type)) continue;
        weak.push_back(&type);
        if (is_strong(type, ends, setting)) strong.push_back(&type);
    }
    const Search search(setting, admission);
    using Strength = Connection::Strength;
    if (search.reaches(from.node, to.node, all, 1)) return Connection{Strength::direct, all};
    if (search.reaches(from.node, to.node, strong, most_strong_steps)) return Connection{Strength::strong, strong};
    if (search.reaches(from.node, to.node, weak, most_steps)) return Connection{Strength::weak, weak};
    return std::nullopt;
}

std::string what_is_known(const Named& node, const Setting& setting) {
    struct Fact {
        std::size_t count;
        std::string text;
    };
    std::vector<Fact> facts;
    for (const RelationshipSchema& type : setting.schema().relationships) {
        const auto id = setting.graph().types().find(type.name);
        if (!id) continue;
        for (const Way way : {Way::outgoing, Way::incoming}) {
            const Direction direction = way == Way::outgoing ? Direction::outgoing : Direction::incoming;
            const std::size_t count = setting.graph().topology().adjacency(*id, direction).degree(node.node);
            const std::string verb = verbs_of({&type}, way, VerbForm::singular);
            if (count == 0 || verb.empty()) continue;
            const Labels there = labels_at(type, reversed(way), setting.schema());
            facts.push_back({count, verb + " " + std::to_string(count) + " " +
                                        (count == 1 ? singular_of(there) : plural_of(there))});
        }
    }
    std::stable_sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) { return a.count > b.count; });
    constexpr std::size_t few = 4;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < std::min(few, facts.size()); ++i) texts.push_back(facts[i].text);
    return enumerated(texts, "and");
}

}  // namespace confer::engine::question
