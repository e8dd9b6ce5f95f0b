// Test: tests/suites/comparison/claims_test.cpp.
#include "comparison/claims.h"

#include <algorithm>

namespace confer::engine::comparison {

namespace {

constexpr std::string_view grades_key = "grades";

}  // namespace

Claims::Claims(const PropertyGraph& graph, std::span<const NodeId> needs, const Counted* counted)
    : graph_(graph), roles_(roles_of(graph)), needs_(needs.begin(), needs.end()), counted_(counted) {
    order_grades();
    for (const NodeId need : needs_) note_warnings(need);
    for (std::size_t need = 0; need < needs_.size(); ++need) note_claims(need);
}

// The schema lists the values of `grades`, best first; a grade that it doesn't list comes after them.
void Claims::order_grades() {
    for (const TypeId type : roles_.serves) {
        const RelationshipSchema* schema = graph_.schema().relationship(graph_.types().name(type));
        for (const PropertySchema& property : schema->properties) {
            if (property.name == grades_key && order_.size() < property.values.size()) order_ = property.values;
        }
    }
    grades_ = static_cast<std::uint32_t>(order_.size()) + 1;
}

std::uint32_t Claims::rank_of(std::string_view grade) const {
    return static_cast<std::uint32_t>(std::find(order_.begin(), order_.end(), grade) - order_.begin());
}

std::vector<std::string> Claims::grades_on(EdgeId edge) const {
    std::vector<std::string> out;
    const auto key = graph_.keys().find(grades_key);
    const Value grades = key ? graph_.edge_property(edge, *key) : Value();
    if (!grades.is(Kind::list)) return out;
    for (const Value& grade : grades.as_list()) {
        if (!grade.is(Kind::string)) continue;
        std::string text(grade.as_string());
        if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(std::move(text));
    }
    std::stable_sort(out.begin(), out.end(),
                     [&](const std::string& a, const std::string& b) { return rank_of(a) < rank_of(b); });
    return out;
}

void Claims::note_claims(std::size_t need) {
    for (const NodeId said_for : reached_by(graph_, roles_.broader, needs_[need], Direction::incoming, counted_)) {
        for (const Joint& joint : joints(graph_, roles_.serves, said_for, Direction::incoming, counted_)) {
            const std::vector<std::string> grades = grades_on(joint.edge);
            const std::uint32_t grade = grades.empty() ? grades_ - 1 : rank_of(grades.front());
            const std::uint32_t narrower = said_for == needs_[need] ? 0 : 1;
            said_[joint.node].push_back({need, joint.node, said_for, joint.edge, 2 * grade + narrower});
        }
    }
}

void Claims::note_warnings(NodeId need) {
    std::vector<NodeId> about = reached_by(graph_, roles_.broader, need, Direction::incoming);
    const std::vector<NodeId> broader = reached_by(graph_, roles_.broader, need, Direction::outgoing);
    about.insert(about.end(), broader.begin(), broader.end());
    for (const NodeId warned_for : about) {
        for (const Joint& joint : joints(graph_, roles_.warns, warned_for, Direction::incoming)) {
            for (const Direction direction : {Direction::outgoing, Direction::incoming}) {
                for (const NodeId kin : reached_by(graph_, roles_.broader, joint.node, direction)) {
                    // What is said of the thing itself is the better reason.
                    const auto [found, is_new] = warnings_.try_emplace(kin, Warning{joint.node, joint.edge});
                    if (!is_new && kin == joint.node && found->second.warned != kin) {
                        found->second = {joint.node, joint.edge};
                    }
                }
            }
        }
    }
}

std::vector<NodeId> Claims::subjects() const {
    std::vector<NodeId> out;
    for (const auto& [subject, claims] : said_) out.push_back(subject);
    return out;
}

std::vector<Claim> Claims::of(NodeId thing) const {
    const auto found = said_.find(thing);
    return found == said_.end() || warning(thing) != nullptr ? std::vector<Claim>{} : found->second;
}

std::vector<Claim> Claims::through(NodeId whole) const {
    std::vector<Claim> out = of(whole);
    for (Claim& claim : out) claim.rank += 2 * grades_;
    return out;
}

std::vector<NodeId> Claims::wholes_of(NodeId component) const {
    std::vector<NodeId> out = joined_by(graph_, roles_.component, component, Direction::incoming, counted_);
    std::erase_if(out, [&](NodeId whole) { return warning(whole) != nullptr || denies(whole, component); });
    return out;
}

const Warning* Claims::warning(NodeId thing) const {
    const auto found = warnings_.find(thing);
    return found == warnings_.end() ? nullptr : &found->second;
}

bool Claims::denies(NodeId whole, NodeId component) const {
    const std::vector<NodeId> denied = joined_by(graph_, roles_.denies, whole, Direction::outgoing);
    if (denied.empty()) return false;
    const std::vector<NodeId> broader = reached_by(graph_, roles_.broader, component, Direction::outgoing);
    return std::find_first_of(denied.begin(), denied.end(), broader.begin(), broader.end()) != denied.end();
}

}  // namespace confer::engine::comparison
