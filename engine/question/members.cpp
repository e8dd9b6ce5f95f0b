// What predicate() writes as a pattern, asked of one node after the other; tests/suites/comparing/described_test.cpp
// holds the two to each other.
#include "question/members.h"

#include <algorithm>
#include <set>

#include "comparison/roles.h"

namespace confer::engine::question {

namespace {

class Test {
public:
    explicit Test(const Setting& setting) : setting_(setting) {}

    bool fits(NodeId node, const Meaning& meaning) const { return truth(node, meaning).value_or(false); }

private:
    // As a pattern has it: whether it holds, nothing where a year isn't recorded.
    std::optional<bool> truth(NodeId node, const Meaning& meaning) const {
        switch (meaning.kind) {
            case Meaning::Kind::all:
                return decided(node, meaning, false);
            case Meaning::Kind::any:
                return decided(node, meaning, true);
            case Meaning::Kind::negation: {
                const std::optional<bool> part = truth(node, meaning.parts.front());
                return part ? std::optional(!*part) : std::nullopt;
            }
            case Meaning::Kind::being:
                return node == meaning.node->node;
            case Meaning::Kind::dated:
                return is_dated(node, meaning);
            case Meaning::Kind::joined:
                break;
        }
        if (meaning.quantity) return is_so_many(count(node, meaning), *meaning.quantity);
        if (meaning.every) return is_joined_with_every(node, meaning);
        const auto joins = [&](const Link& link) { return is_joined(node, link, meaning); };
        if (std::any_of(meaning.links.begin(), meaning.links.end(), joins)) return true;
        return !meaning.broader.empty() && is_joined_with_narrower(node, meaning);
    }

    std::optional<std::int64_t> year_of(NodeId node) const {
        const auto key = setting_.graph().keys().find(std::string(year_key));
        const Value year = key ? setting_.graph().property(node, *key) : Value();
        return year.is(Kind::integer) ? std::optional(year.as_integer()) : std::nullopt;
    }

    // What one part alone decides, of several.
    std::optional<bool> decided(NodeId node, const Meaning& meaning, bool by) const {
        bool unknown = false;
        for (const Meaning& part : meaning.parts) {
            const std::optional<bool> holds = truth(node, part);
            if (holds == by) return by;
            unknown = unknown || !holds;
        }
        return unknown ? std::nullopt : std::optional(!by);
    }

    std::optional<bool> is_dated(NodeId node, const Meaning& meaning) const {
        const std::optional<std::int64_t> year = year_of(node);
        if (!year) return std::nullopt;
        return (!meaning.from || *year >= *meaning.from) && (!meaning.to || *year <= *meaning.to);
    }

    static bool is_so_many(std::int64_t number, const ast::Quantity& quantity) {
        return number >= quantity.from.value_or(number) && number <= quantity.to.value_or(number);
    }

    // With each thing that there is of the kind, and with one at least.
    bool is_joined_with_every(NodeId node, const Meaning& meaning) const {
        std::set<NodeId> joined;
        for (const Link& link : meaning.links) {
            for (const Direction direction : {Direction::outgoing, Direction::incoming}) {
                if (link.way == (direction == Direction::outgoing ? Way::incoming : Way::outgoing)) continue;
                for (const TypeId type : ids_of(link.types)) {
                    const std::vector<NodeId> others = ends(node, type, direction, meaning);
                    joined.insert(others.begin(), others.end());
                }
            }
        }
        bool some = false;
        for (const LabelSchema* label : meaning.labels) {
            const auto id = setting_.graph().labels().find(label->name);
            if (!id) continue;
            for (const NodeId other : setting_.graph().nodes_with(*id)) {
                if (!is_other(other, meaning)) continue;
                if (!joined.contains(other)) return false;
                some = true;
            }
        }
        return some;
    }

    std::int64_t count(NodeId node, const Meaning& meaning) const {
        std::int64_t number = 0;
        for (const Link& link : meaning.links) {
            if (link.way != Way::incoming) number += count(node, link, Direction::outgoing, meaning);
            if (link.way != Way::outgoing) number += count(node, link, Direction::incoming, meaning);
        }
        return number;
    }

    std::int64_t count(NodeId node, const Link& link, Direction direction, const Meaning& meaning) const {
        std::int64_t number = 0;
        for (const RelationshipSchema* type : link.types) {
            const auto id = setting_.graph().types().find(type->name);
            if (!id) continue;
            const std::vector<NodeId> others = ends(node, *id, direction, meaning);
            number +=
                std::count_if(others.begin(), others.end(), [&](NodeId other) { return is_other(other, meaning); });
        }
        return number;
    }

    bool is_joined(NodeId node, const Link& link, const Meaning& meaning) const {
        return (link.way != Way::incoming && leads(node, link, Direction::outgoing, meaning)) ||
               (link.way != Way::outgoing && leads(node, link, Direction::incoming, meaning));
    }

    // By one of the links to something narrower than the meaning's node, of which nobody warns.
    bool is_joined_with_narrower(NodeId node, const Meaning& meaning) const {
        for (const Direction direction : {Direction::outgoing, Direction::incoming}) {
            const std::vector<NodeId> warned = neighbours(node, meaning.warnings, direction);
            if (std::binary_search(warned.begin(), warned.end(), meaning.node->node)) return false;
        }
        const auto is_narrower = [&](NodeId other) {
            const std::vector<NodeId> broader =
                comparison::reached_by(setting_.graph(), ids_of(meaning.broader), other, Direction::outgoing);
            return other != meaning.node->node &&
                   std::binary_search(broader.begin(), broader.end(), meaning.node->node);
        };
        for (const Link& link : meaning.links) {
            for (const Direction direction : {Direction::outgoing, Direction::incoming}) {
                if (link.way == (direction == Direction::outgoing ? Way::incoming : Way::outgoing)) continue;
                for (const TypeId type : ids_of(link.types)) {
                    const std::vector<NodeId> others = ends(node, type, direction, meaning);
                    if (std::any_of(others.begin(), others.end(), is_narrower)) return true;
                }
            }
        }
        return false;
    }

    std::vector<TypeId> ids_of(const std::vector<const RelationshipSchema*>& types) const {
        std::vector<TypeId> out;
        for (const RelationshipSchema* type : types) {
            if (const auto id = setting_.graph().types().find(type->name)) out.push_back(*id);
        }
        return out;
    }
    std::vector<NodeId> neighbours(NodeId node, const std::vector<const RelationshipSchema*>& types,
                                   Direction direction) const {
        return comparison::joined_by(setting_.graph(), ids_of(types), node, direction);
    }

    bool leads(NodeId node, const Link& link, Direction direction, const Meaning& meaning) const {
        for (const RelationshipSchema* type : link.types) {
            const auto id = setting_.graph().types().find(type->name);
            if (!id) continue;
            const std::vector<NodeId> others = ends(node, *id, direction, meaning);
            if (std::any_of(others.begin(), others.end(), [&](NodeId other) { return is_other(other, meaning); }))
                return true;
        }
        return false;
    }

    // Where relationships of the type lead that are graded as the meaning says.
    std::vector<NodeId> ends(NodeId node, TypeId type, Direction direction, const Meaning& meaning) const {
        const Neighbours there = setting_.graph().topology().adjacency(type, direction)[node];
        std::vector<NodeId> out;
        for (std::size_t i = 0; i < there.size(); ++i) {
            if (!meaning.grading || is_graded(there.edges[i], *meaning.grading)) out.push_back(there.nodes[i]);
        }
        return out;
    }

    bool is_graded(EdgeId relationship, const Grading& grading) const {
        const auto key = setting_.graph().keys().find("grades");
        const Value grades = key ? setting_.graph().edge_property(relationship, *key) : Value();
        if (!grades.is(Kind::list)) return false;
        return std::any_of(grades.as_list().begin(), grades.as_list().end(), [&](const Value& grade) {
            if (!grade.is(Kind::string)) return false;
            return grading.level ? grade.as_string() == *grading.level : grade.as_string() != "ungraded";
        });
    }

    bool is_other(NodeId other, const Meaning& meaning) const {
        if (meaning.node) return other == meaning.node->node;
        return !labels_in_both(labels_of(other, setting_), meaning.labels).empty() &&
               (meaning.that == nullptr || fits(other, *meaning.that));
    }

    const Setting& setting_;
};

}  // namespace

std::vector<NodeId> members(const Bound& bound, const Setting& setting) {
    const Test test(setting);
    std::vector<NodeId> out;
    for (const LabelSchema* label : bound.labels) {
        const auto id = setting.graph().labels().find(label->name);
        if (!id) continue;
        for (const NodeId node : setting.graph().nodes_with(*id)) {
            if (!bound.meaning || test.fits(node, *bound.meaning)) out.push_back(node);
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace confer::engine::question
