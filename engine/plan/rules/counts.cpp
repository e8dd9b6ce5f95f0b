// Rule `counts`: the rows that a pattern gives are counted, not looked at, as far as its leaves go. So the leaves are
// multiplied: each row of what is left stands for as many as its nodes have ways on, which for a single relationship
// is a degree. Where two leaves may not take the same relationship, or not be the same node, the ways that do are
// taken off the product: d * d - d.
//
// Source     Yannakakis, "Algorithms for acyclic database schemes", VLDB 1981; Olteanu and Závodný, "Size bounds for
//            factorised representations of query results", TODS 40(1), 2015.
#include <algorithm>

#include "plan/rules/counted_pattern_internal.h"

namespace confer::engine::plan {

bool CountedPattern::has_anchor(std::size_t node) const {
    return !pattern_.nodes[node].bound && !available_.contains(pattern_.nodes[node].variable) ? sought_[node] : true;
}

bool CountedPattern::take_leaf(std::size_t leaf) {
    const std::vector<std::size_t> kept = kept_at(leaf);
    if (!may_go(leaf) || kept.size() != 1 || !may_go_relationship(kept.front())) return false;
    const std::size_t relationship = kept.front(), host = other_end(relationship, leaf);

    const Conflicts found = conflicts(relationship, host, leaf);
    if (found.none_may_go || (found.sibling && found.with_kept)) return false;
    if (found.sibling) {
        const Relationship& other = relationships_[*found.sibling];
        const Conflicts others = conflicts(*found.sibling, other.host, other.leaf, relationship, leaf);
        if (others.none_may_go || others.with_kept || others.sibling) return false;
    }
    // Ways on from the leaf come along, if they are the same whatever the row.
    for (std::size_t way = 0; way < relationships_.size(); ++way) {
        if (relationships_[way].fate != Fate::way || relationships_[way].host != leaf) continue;
        if (conflicts(way, leaf, relationships_[way].leaf).with_kept) return false;
    }
    // A rare leaf is a better start than all nodes where one might hang.
    const typed::PatternRelationship& one = pattern_.relationships[relationship];
    if (!has_anchor(host)) {
        const double pairs = cardinality_.relationships(
            one.types.get(), one.towards, pattern_.nodes[one.from].labels.get(), pattern_.nodes[one.to].labels.get());
        if (pairs + nodes_like(leaf) < nodes_like(host) / 2) return false;
    }

    relationships_[relationship] = {Fate::way, host, leaf};
    gone_[leaf] = true;
    if (found.sibling) apart_.push_back({*found.sibling, relationship, found.nodes});
    return true;
}

void CountedPattern::take_leaves() {
    // Round by round from the outside, the most frequent first, so that the rarest node is what remains.
    for (bool more = true; more;) {
        more = false;
        std::vector<std::size_t> leaves;
        for (std::size_t node = 0; node < pattern_.nodes.size(); ++node)
            if (may_go(node) && kept_at(node).size() == 1) leaves.push_back(node);
        std::stable_sort(leaves.begin(), leaves.end(),
                         [&](std::size_t a, std::size_t b) { return nodes_like(a) > nodes_like(b); });
        for (const std::size_t leaf : leaves) more = take_leaf(leaf) || more;
    }
}

WayOn CountedPattern::way_on(std::size_t relationship) {
    using typed::Towards;
    typed::PatternRelationship& one = pattern_.relationships[relationship];
    const auto [fate, host, leaf] = relationships_[relationship];
    Towards towards = one.towards;
    if (one.from != host && towards != Towards::either)
        towards = towards == Towards::outgoing ? Towards::incoming : Towards::outgoing;
    WayOn way{one.variable, pattern_.nodes[leaf].variable, towards, nullptr, nullptr, {}, {}, {}};
    for (std::size_t other = 0; other < relationships_.size(); ++other)
        if (relationships_[other].fate == Fate::kept && overlap(relationship, other))
            way.distinct_from.push_back(pattern_.relationships[other].variable);
    for (const Unequal& unequal : unequal_) {
        if (unequal.one != way.to && unequal.other != way.to) continue;
        const VarId other = unequal.one == way.to ? unequal.other : unequal.one;
        const std::size_t node = node_of(other);
        if (node == no_node || !gone_[node]) way.unequal.push_back(other);
    }
    way.labels = labels_of(leaf);
    way.further = ways_from(leaf);
    way.types = clone_test(one.types.get());  // others still ask whether they overlap
    return way;
}

Ways CountedPattern::ways_from(std::size_t host) {
    Ways ways;
    std::map<std::size_t, std::size_t> place;
    for (std::size_t i = 0; i < relationships_.size(); ++i) {
        if (relationships_[i].fate != Fate::way || relationships_[i].host != host) continue;
        place[i] = ways.each.size();
        ways.each.push_back(way_on(i));
    }
    for (const Apart& apart : apart_)
        if (place.contains(apart.one)) ways.apart.push_back({place[apart.one], place[apart.other], apart.nodes});
    return ways;
}

}  // namespace confer::engine::plan
