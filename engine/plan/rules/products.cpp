// Rule `products`: of a node between two others of which only the number matters, nothing is left but the number of
// ways between the two. When one of them is bound, all others with their numbers are a row of the product of two
// sparse matrices; when both are, the number is that of an intersection of two sorted lists.
//
// Source     Gustavson, "Two fast algorithms for sparse matrices", TOMS 4(3), 1978; Ngo, Ré and Rudra, "Skew strikes
//            back", SIGMOD Record 42(4), 2013 (intersections instead of joins two by two).
#include <algorithm>
#include <limits>

#include "plan/join_order.h"
#include "plan/rules/counted_pattern_internal.h"

namespace confer::engine::plan {

bool CountedPattern::middle_may_go(std::size_t middle) const {
    if (!may_go(middle)) return false;
    const std::vector<std::size_t> kept = kept_at(middle);
    if (kept.size() != 2 || !may_go_relationship(kept[0]) || !may_go_relationship(kept[1])) return false;
    if (other_end(kept[0], middle) == other_end(kept[1], middle)) return false;
    for (std::size_t other = 0; other < relationships_.size(); ++other) {
        if (relationships_[other].fate == Fate::way && relationships_[other].host == middle) return false;
        for (const std::size_t one : kept)
            if (other != kept[0] && other != kept[1] && overlap(one, other)) return false;
    }
    const VarId variable = pattern_.nodes[middle].variable;
    return std::none_of(unequal_.begin(), unequal_.end(),
                        [&](const Unequal& unequal) { return unequal.one == variable || unequal.other == variable; });
}

// What the pattern costs without this node, when the two that it joins are joined otherwise, too: for each pair that is
// left, the list of one end is read; that of the other is remembered as long as pairs have that end.
double CountedPattern::cost_without(std::size_t middle) const {
    const auto pairs = [&](std::size_t relationship) {
        const typed::PatternRelationship& one = pattern_.relationships[relationship];
        return cardinality_.relationships(one.types.get(), one.towards, pattern_.nodes[one.from].labels.get(),
                                          pattern_.nodes[one.to].labels.get());
    };
    const std::vector<std::size_t> kept = kept_at(middle);
    double rows = 1, remembered = 0, list = std::numeric_limits<double>::infinity();
    for (std::size_t other = 0; other < relationships_.size(); ++other)
        if (relationships_[other].fate == Fate::kept && other != kept[0] && other != kept[1])
            rows = std::max(rows, pairs(other));
    for (const std::size_t one : kept) {
        const double all = pairs(one);
        remembered += all;
        list = std::min(list, all / std::max(1.0, nodes_like(other_end(one, middle))));
    }
    return remembered + rows * (intersection_cost + list);
}

void CountedPattern::take_middle(std::size_t middle) {
    using typed::Towards;
    const auto turned = [](Towards towards) {
        if (towards == Towards::either) return towards;
        return towards == Towards::outgoing ? Towards::incoming : Towards::outgoing;
    };
    const std::vector<std::size_t> kept = kept_at(middle);
    const std::size_t from = other_end(kept[0], middle), to = other_end(kept[1], middle);
    typed::PatternRelationship &first = pattern_.relationships[kept[0]], &second = pattern_.relationships[kept[1]];
    Through over{.first = first.variable,
                 .middle = pattern_.nodes[middle].variable,
                 .second = second.variable,
                 .first_towards = first.from == from ? first.towards : turned(first.towards),
                 .second_towards = second.from == middle ? second.towards : turned(second.towards),
                 .first_types = clone_test(first.types.get()),
                 .second_types = clone_test(second.types.get()),
                 .labels = labels_of(middle),
                 .distinct = overlap(kept[0], kept[1])};
    for (const std::size_t one : kept) relationships_[one] = {Fate::through, middle, middle};
    gone_[middle] = true;
    const VarId count = new_count();
    through_.emplace(count, std::move(over));
    typed::PatternRelationship& between = pattern_.relationships.emplace_back();
    between.variable = count;
    between.from = from;
    between.to = to;
}

void CountedPattern::take_middles() {
    for (;;) {
        std::optional<std::size_t> best;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t node = 0; node < free_.size(); ++node) {
            if (!middle_may_go(node)) continue;
            const double cost = cost_without(node);
            if (cost < least) best = node, least = cost;
        }
        if (!best) return;
        take_middle(*best);
    }
}

}  // namespace confer::engine::plan
