#include "plan/rules/counted_pattern_internal.h"

#include <algorithm>

#include "semantics/conjunction.h"

namespace confer::engine::plan {

using typed::ExprPtr;
using typed::Op;

std::vector<VarId> Counted::counts() const {
    std::vector<VarId> counts;
    for (const CountWays& op : ways) counts.push_back(op.count);
    for (const auto& [count, over] : through) counts.push_back(count);
    return counts;
}

CountedPattern::CountedPattern(typed::PatternGraph& pattern, VarSet needed, const VarSet& available,
                               const Cardinality& cardinality, std::vector<typed::VariableInfo>& variables)
    : pattern_(pattern),
      needed_(std::move(needed)),
      available_(available),
      cardinality_(cardinality),
      variables_(variables),
      label_conditions_(pattern.nodes.size()),
      free_(pattern.nodes.size()),
      gone_(pattern.nodes.size()),
      sought_(pattern.nodes.size()),
      relationships_(pattern.relationships.size()) {
    for (ExprPtr& condition : pattern.conditions) typed::split_conjunction(std::move(condition), conditions_);
    pattern.conditions.clear();
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
        const typed::Expr& condition = *conditions_[i];
        if (const auto* has = std::get_if<typed::HasLabels>(&condition.node)) {
            const std::size_t node = node_of(plain_variable(*has->object));
            if (node != no_node) {
                label_conditions_[node].push_back(i);
                continue;
            }
        }
        const auto* operation = std::get_if<typed::Operation>(&condition.node);
        if (operation != nullptr && operation->op == Op::not_equal) {
            const typed::Expr &a = *operation->operands[0], &b = *operation->operands[1];
            const VarId one = plain_variable(a), other = plain_variable(b);
            const bool nodes = a.type.is(Kind::node) && b.type.is(Kind::node) && one != other;
            if (nodes && one != typed::no_variable && other != typed::no_variable) {
                unequal_.push_back({i, one, other});
                continue;
            }
        }
        const VarSet read = free_variables(condition);
        needed_.insert(read);
        for (std::size_t node = 0; node < pattern.nodes.size(); ++node)
            if (operation != nullptr && (operation->op == Op::equal || operation->op == Op::in) &&
                read.contains(pattern.nodes[node].variable))
                sought_[node] = true;
    }
    for (const typed::PatternRelationship& relationship : pattern.relationships) {
        for (const ExprPtr& condition : relationship.each_conditions) needed_.insert(free_variables(*condition));
        if (relationship.turn == nullptr) continue;
        for (const ExprPtr& condition : relationship.turn->conditions) needed_.insert(free_variables(*condition));
    }
    std::erase_if(pattern.paths, [&](const typed::NamedPath& path) {
        if (!needed_.contains(path.variable)) return true;
        for (const std::size_t node : path.nodes) needed_.insert(pattern.nodes[node].variable);
        for (const std::size_t step : path.relationships) needed_.insert(pattern.relationships[step].variable);
        return false;
    });
    for (std::size_t node = 0; node < pattern.nodes.size(); ++node) {
        const typed::PatternNode& one = pattern.nodes[node];
        free_[node] = !one.bound && !available_.contains(one.variable) && !needed_.contains(one.variable);
    }
    for (std::size_t a = 0; a < relationships_.size(); ++a) {
        std::vector<bool>& others = overlaps_.emplace_back();
        for (std::size_t b = 0; b < relationships_.size(); ++b) others.push_back(may_be_same_relationship(a, b));
    }
}

std::size_t CountedPattern::node_of(VarId variable) const {
    for (std::size_t node = 0; node < pattern_.nodes.size(); ++node)
        if (pattern_.nodes[node].variable == variable) return node;
    return no_node;
}

bool CountedPattern::may_go_relationship(std::size_t relationship) const {
    const typed::PatternRelationship& one = pattern_.relationships[relationship];
    return relationship < relationships_.size() && relationships_[relationship].fate == Fate::kept && !one.hops &&
           !one.bound && one.from != one.to && !available_.contains(one.variable) && !needed_.contains(one.variable);
}

bool CountedPattern::may_be_same_node(std::size_t a, std::size_t b) const {
    const auto tests = [&](std::size_t node) {
        std::vector<const typed::LabelTest*> all;
        if (pattern_.nodes[node].labels) all.push_back(pattern_.nodes[node].labels.get());
        for (const std::size_t condition : label_conditions_[node])
            all.push_back(std::get<typed::HasLabels>(conditions_[condition]->node).test.get());
        return all;
    };
    for (const typed::LabelTest* one : tests(a))
        for (const typed::LabelTest* other : tests(b))
            if (!cardinality_.may_be_same_node(one, other)) return false;
    return true;
}

bool CountedPattern::may_be_same_relationship(std::size_t a, std::size_t b) const {
    using typed::Towards;
    const typed::PatternRelationship &one = pattern_.relationships[a], &other = pattern_.relationships[b];
    if (one.selector || other.selector || !cardinality_.types_overlap(one.types.get(), other.types.get())) return false;
    if (one.hops || other.hops || one.towards == Towards::either || other.towards == Towards::either) return true;
    const auto ends = [](const typed::PatternRelationship& relationship) {
        return relationship.towards == Towards::outgoing ? std::pair(relationship.from, relationship.to)
                                                         : std::pair(relationship.to, relationship.from);
    };
    const auto [source, target] = ends(one);
    const auto [other_source, other_target] = ends(other);
    return may_be_same_node(source, other_source) && may_be_same_node(target, other_target);
}

std::size_t CountedPattern::other_end(std::size_t relationship, std::size_t node) const {
    const typed::PatternRelationship& one = pattern_.relationships[relationship];
    return one.from == node ? one.to : one.from;
}

std::vector<std::size_t> CountedPattern::kept_at(std::size_t node) const {
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < pattern_.relationships.size(); ++i) {
        if (i < relationships_.size() && relationships_[i].fate != Fate::kept) continue;
        if (pattern_.relationships[i].from == node || pattern_.relationships[i].to == node) kept.push_back(i);
    }
    return kept;
}

double CountedPattern::nodes_like(std::size_t node) const {
    double count = cardinality_.nodes_with(pattern_.nodes[node].labels.get());
    for (const std::size_t condition : label_conditions_[node])
        count = std::min(count,
                         cardinality_.nodes_with(std::get<typed::HasLabels>(conditions_[condition]->node).test.get()));
    return count;
}

CountedPattern::Conflicts CountedPattern::conflicts(std::size_t relationship, std::size_t host, std::size_t leaf,
                                                    std::optional<std::size_t> besides,
                                                    std::size_t besides_leaf) const {
    Conflicts found;
    const auto with_way = [&](std::size_t other, bool nodes) {
        if (relationships_[other].host != host || (found.sibling && *found.sibling != other)) found.none_may_go = true;
        found.sibling = other;
        found.nodes = found.nodes || nodes;
    };
    for (std::size_t other = 0; other < relationships_.size(); ++other) {
        if (other == relationship || other == besides || !overlap(relationship, other)) continue;
        switch (relationships_[other].fate) {
            case Fate::kept:
                if (pattern_.relationships[other].hops) found.none_may_go = true;
                found.with_kept = true;
                break;
            case Fate::way:
                with_way(other, false);
                break;
            case Fate::through:
                found.none_may_go = true;
                break;
        }
    }
    const VarId variable = pattern_.nodes[leaf].variable;
    for (const Unequal& unequal : unequal_) {
        if (unequal.one != variable && unequal.other != variable) continue;
        const std::size_t node = node_of(unequal.one == variable ? unequal.other : unequal.one);
        if (node == no_node || !gone_[node]) {
            found.with_kept = found.with_kept || node == no_node || node != besides_leaf;
            continue;
        }
        const auto way = std::find_if(relationships_.begin(), relationships_.end(), [&](const Relationship& one) {
            return one.fate == Fate::way && one.leaf == node;
        });
        if (way == relationships_.end()) {
            found.none_may_go = true;
        } else {
            with_way(static_cast<std::size_t>(way - relationships_.begin()), true);
        }
    }
    return found;
}

// ---- what comes out

typed::LabelTestPtr CountedPattern::labels_of(std::size_t node) {
    typed::LabelTest all{typed::LabelTest::Op::conjunction, {}, {}};
    if (pattern_.nodes[node].labels) all.parts.push_back(std::move(pattern_.nodes[node].labels));
    for (const std::size_t condition : label_conditions_[node]) {
        all.parts.push_back(std::move(std::get<typed::HasLabels>(conditions_[condition]->node).test));
        conditions_[condition] = nullptr;
    }
    if (all.parts.empty()) return nullptr;
    if (all.parts.size() == 1) return std::move(all.parts.front());
    return std::make_unique<typed::LabelTest>(std::move(all));
}

VarId CountedPattern::new_count() {
    variables_.push_back({.name = {}, .type = Kind::integer, .span = {}});
    return static_cast<VarId>(variables_.size() - 1);
}

void CountedPattern::put_back_conditions() {
    for (const Unequal& unequal : unequal_) {
        const std::size_t one = node_of(unequal.one), other = node_of(unequal.other);
        const bool settled = (one != no_node && gone_[one]) || (other != no_node && gone_[other]);
        if (settled) conditions_[unequal.condition] = nullptr;
    }
    for (ExprPtr& condition : conditions_)
        if (condition) pattern_.conditions.push_back(std::move(condition));
}

void CountedPattern::remove_what_went() {
    std::vector<std::size_t> node_now(pattern_.nodes.size()), relationship_now(pattern_.relationships.size());
    std::vector<typed::PatternNode> nodes;
    for (std::size_t i = 0; i < pattern_.nodes.size(); ++i) {
        node_now[i] = nodes.size();
        if (!gone_[i]) nodes.push_back(std::move(pattern_.nodes[i]));
    }
    std::vector<typed::PatternRelationship> relationships;
    for (std::size_t i = 0; i < pattern_.relationships.size(); ++i) {
        relationship_now[i] = relationships.size();
        if (i < relationships_.size() && relationships_[i].fate != Fate::kept) continue;
        typed::PatternRelationship& one = relationships.emplace_back(std::move(pattern_.relationships[i]));
        one.from = node_now[one.from];
        one.to = node_now[one.to];
    }
    pattern_.nodes = std::move(nodes);
    pattern_.relationships = std::move(relationships);
    for (typed::NamedPath& path : pattern_.paths) {
        for (std::size_t& node : path.nodes) node = node_now[node];
        for (std::size_t& step : path.relationships) step = relationship_now[step];
    }
}

Counted CountedPattern::finish() && {
    Counted counted;
    for (std::size_t node = 0; node < gone_.size(); ++node) {
        if (gone_[node]) continue;
        Ways ways = ways_from(node);
        if (!ways.each.empty()) counted.ways.push_back({pattern_.nodes[node].variable, new_count(), std::move(ways)});
    }
    counted.through = std::move(through_);
    put_back_conditions();
    remove_what_went();
    return counted;
}

}  // namespace confer::engine::plan
