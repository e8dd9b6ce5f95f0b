// set_cover: the search decides for one element after the other which item covers it, and drops a branch as soon as
// what is chosen and the least that the rest can weigh are as heavy as the best cover so far. Test:
// tests/suites/comparison/set_cover_test.cpp.
#include "comparison/set_cover.h"

#include <algorithm>
#include <numeric>

namespace confer::engine::comparison {

namespace {

constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();
constexpr std::uint32_t never = CoverItem::never;

// Which chosen item is counted for which group: as many as there can be.
class Representatives {
public:
    explicit Representatives(const CoverProblem& problem) : problem_(problem) {
        std::uint32_t groups = 0;
        for (const CoverItem& item : problem.items) {
            for (const std::uint32_t group : item.groups) groups = std::max(groups, group + 1);
        }
        item_of_.assign(groups, nobody);
    }

    std::size_t count() const { return count_; }
    bool add(std::size_t item) {
        std::vector<bool> tried(item_of_.size(), false);
        const bool found = place(item, tried);
        count_ += found ? 1 : 0;
        return found;
    }
    std::optional<std::uint32_t> group_of(std::size_t item) const {
        const auto found = std::find(item_of_.begin(), item_of_.end(), item);
        if (found == item_of_.end()) return std::nullopt;
        return static_cast<std::uint32_t>(found - item_of_.begin());
    }

private:
    // An augmenting path: who has a group that is wanted may find another.
    bool place(std::size_t item, std::vector<bool>& tried) {
        for (const std::uint32_t group : problem_.items[item].groups) {
            if (item_of_[group] == nobody) {
                item_of_[group] = item;
                return true;
            }
        }
        for (const std::uint32_t group : problem_.items[item].groups) {
            if (tried[group]) continue;
            tried[group] = true;
            if (!place(item_of_[group], tried)) continue;
            item_of_[group] = item;
            return true;
        }
        return false;
    }

    const CoverProblem& problem_;
    std::vector<std::size_t> item_of_;  // by group
    std::size_t count_ = 0;
};

// Which item covers which element; and items that are there for their groups alone.
struct Assignment {
    std::vector<std::size_t> item_of;  // by element; nobody: none can
    std::vector<std::size_t> further;  // each for the element that it covers most lightly
};

std::size_t lightest_element(const CoverItem& item) {
    return static_cast<std::size_t>(std::min_element(item.weights.begin(), item.weights.end()) - item.weights.begin());
}

// What an item weighs that is there for its groups alone.
std::uint64_t weight_alone(const CoverProblem& problem, std::size_t item) {
    const CoverItem& it = problem.items[item];
    return std::uint64_t{problem.item_weight} + it.weights[lightest_element(it)];
}

// As many groups as were asked for, or as there can be.
std::size_t groups_to_reach(const CoverProblem& problem) {
    Representatives all(problem);
    for (std::size_t i = 0; i < problem.items.size() && all.count() < problem.least_groups; ++i) all.add(i);
    return std::min(all.count(), problem.least_groups);
}

Cover cover_of(const CoverProblem& problem, const Assignment& assignment) {
    std::vector<Cover::Choice> by_item(problem.items.size());
    Cover out;
    for (std::size_t element = 0; element < problem.elements; ++element) {
        const std::size_t item = assignment.item_of[element];
        if (item == nobody) {
            out.uncovered.push_back(element);
        } else {
            by_item[item].elements.push_back(element);
        }
    }
    for (const std::size_t item : assignment.further)
        by_item[item].elements.push_back(lightest_element(problem.items[item]));
    Representatives representatives(problem);
    for (std::size_t item = 0; item < by_item.size(); ++item) {
        if (by_item[item].elements.empty()) continue;
        by_item[item].item = item;
        representatives.add(item);
        out.weight += problem.item_weight;
        for (const std::size_t element : by_item[item].elements) out.weight += problem.items[item].weights[element];
        out.choices.push_back(std::move(by_item[item]));
    }
    out.groups = representatives.count();
    for (Cover::Choice& choice : out.choices) choice.group = representatives.group_of(choice.item);
    return out;
}

// Items from the lightest on, of those that are there for their groups alone.
std::vector<std::size_t> by_weight_alone(const CoverProblem& problem) {
    std::vector<std::size_t> order(problem.items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return weight_alone(problem, a) < weight_alone(problem, b); });
    return order;
}

class Search {
public:
    Search(const CoverProblem& problem, std::size_t groups, std::uint64_t most_steps)
        : problem_(problem),
          groups_(groups),
          steps_left_(most_steps),
          alone_(by_weight_alone(problem)),
          lightest_(problem.elements, never),
          share_(problem.elements, std::numeric_limits<std::uint64_t>::max()),
          times_chosen_(problem.items.size(), 0) {
        now_.item_of.assign(problem.elements, nobody);
        for (const CoverItem& item : problem.items) {
            for (std::size_t e = 0; e < problem.elements; ++e) lightest_[e] = std::min(lightest_[e], item.weights[e]);
        }
        share_weights();
        for (std::size_t e = 0; e < problem.elements; ++e) {
            if (lightest_[e] != never) elements_.push_back(e);
        }
        const auto ways = [&](std::size_t e) {
            return std::count_if(problem.items.begin(), problem.items.end(),
                                 [&](const CoverItem& item) { return item.weights[e] != never; });
        };
        std::stable_sort(elements_.begin(), elements_.end(),
                         [&](std::size_t a, std::size_t b) { return ways(a) < ways(b); });
    }

    // Whether the best cover is known; `best` is replaced by lighter ones.
    bool run(Assignment& best, std::uint64_t weight) {
        best_ = &best;
        best_weight_ = weight;
        decide(0, Representatives(problem_));
        return steps_left_ > 0;
    }

private:
    static constexpr std::uint64_t fine = 1 << 16;  // shares are rounded down to such a part of a weight

    // An item is no help for an element if another one, taken for that element alone, isn't heavier.
    bool helps(const CoverItem& item, std::size_t element) const {
        return item.weights[element] != never &&
               item.weights[element] < std::uint64_t{lightest_[element]} + problem_.item_weight;
    }

    // For each element the least that covering it can weigh, when an item's own weight is shared out among the elements
    // that it helps to cover.
    void share_weights() {
        for (const CoverItem& item : problem_.items) {
            std::uint64_t helped = 0;
            for (std::size_t e = 0; e < problem_.elements; ++e) helped += helps(item, e) ? 1 : 0;
            for (std::size_t e = 0; e < problem_.elements; ++e) {
                if (helps(item, e))
                    share_[e] = std::min(share_[e], item.weights[e] * fine + problem_.item_weight * fine / helped);
            }
        }
    }

    std::uint64_t least_rest(std::size_t decided, std::size_t groups) const {
        std::uint64_t shares = 0, alone = 0;
        for (std::size_t at = decided; at < elements_.size(); ++at) {
            const std::size_t e = elements_[at];
            std::uint64_t least = share_[e];
            for (std::size_t earlier = 0; earlier < decided; ++earlier) {
                const std::uint32_t again = problem_.items[now_.item_of[elements_[earlier]]].weights[e];
                if (again != never) least = std::min(least, again * fine);
            }
            shares += least;
            alone += lightest_[e];
        }
        const std::uint64_t missing = groups < groups_ ? groups_ - groups : 0;
        return std::max((shares + fine - 1) / fine, alone + missing * problem_.item_weight);
    }

    struct Candidate {
        std::uint64_t weight;
        std::size_t item;
    };

    std::vector<Candidate> candidates_for(std::size_t element) const {
        std::vector<Candidate> out;
        for (std::size_t item = 0; item < problem_.items.size(); ++item) {
            const std::uint32_t weight = problem_.items[item].weights[element];
            if (weight == never) continue;
            out.push_back({weight + (times_chosen_[item] > 0 ? 0 : std::uint64_t{problem_.item_weight}), item});
        }
        std::stable_sort(out.begin(), out.end(),
                         [](const Candidate& a, const Candidate& b) { return a.weight < b.weight; });
        return out;
    }

    bool may_go_on() {
        if (steps_left_ > 0) --steps_left_;
        return steps_left_ > 0;
    }

    // The first so many elements are decided.
    void decide(std::size_t decided, const Representatives& representatives) {
        if (decided == elements_.size()) {
            bring_groups(0, representatives);
            return;
        }
        const std::size_t element = elements_[decided];
        for (const Candidate& candidate : candidates_for(element)) {
            if (weight_ + candidate.weight >= best_weight_ || !may_go_on()) return;
            Representatives with(representatives);
            const bool is_new = times_chosen_[candidate.item] == 0;
            if (is_new) with.add(candidate.item);
            now_.item_of[element] = candidate.item;
            if (weight_ + candidate.weight + least_rest(decided + 1, with.count()) >= best_weight_) continue;
            weight_ += candidate.weight;
            ++times_chosen_[candidate.item];
            decide(decided + 1, with);
            --times_chosen_[candidate.item];
            weight_ -= candidate.weight;
        }
    }

    // `first`: where in the order further items begin.
    void bring_groups(std::size_t first, const Representatives& representatives) {
        if (representatives.count() >= groups_) {
            *best_ = now_;
            best_weight_ = weight_;
            return;
        }
        const std::uint64_t missing = groups_ - representatives.count();
        for (std::size_t at = first; at < alone_.size(); ++at) {
            const std::size_t item = alone_[at];
            const std::uint64_t weight = weight_alone(problem_, item);
            if (weight_ + missing * weight >= best_weight_ || !may_go_on()) return;
            if (times_chosen_[item] > 0) continue;
            Representatives with(representatives);
            if (!with.add(item)) continue;
            now_.further.push_back(item);
            weight_ += weight;
            bring_groups(at + 1, with);
            weight_ -= weight;
            now_.further.pop_back();
        }
    }

    const CoverProblem& problem_;
    std::size_t groups_;
    std::uint64_t steps_left_;
    std::vector<std::size_t> alone_;       // items, the lightest first
    std::vector<std::size_t> elements_;    // that can be covered, those first that the fewest items can
    std::vector<std::uint32_t> lightest_;  // by element
    std::vector<std::uint64_t> share_;     // by element, in fine parts
    std::vector<std::uint32_t> times_chosen_;
    Assignment now_;
    std::uint64_t weight_ = 0;
    Assignment* best_ = nullptr;
    std::uint64_t best_weight_ = 0;
};

// The set that greedy_cover takes next.
struct Step {
    std::size_t item = nobody;
    std::vector<std::size_t> elements;
    std::uint64_t weight = 0;

    bool is_better_than(const Step& other) const {
        return other.item == nobody || weight * other.elements.size() < other.weight * elements.size();
    }
};

// Of one item, with the uncovered elements: they are added from the lightest on as long as each lowers the average.
Step step_with(const CoverProblem& problem, std::size_t item, bool is_chosen, const Assignment& so_far) {
    const std::vector<std::uint32_t>& weights = problem.items[item].weights;
    std::vector<std::size_t> uncovered;
    for (std::size_t e = 0; e < problem.elements; ++e) {
        if (so_far.item_of[e] == nobody && weights[e] != never) uncovered.push_back(e);
    }
    std::stable_sort(uncovered.begin(), uncovered.end(),
                     [&](std::size_t a, std::size_t b) { return weights[a] < weights[b]; });
    Step step{.item = item, .elements = {}, .weight = is_chosen ? 0 : problem.item_weight};
    for (const std::size_t e : uncovered) {
        if (!step.elements.empty() && weights[e] * step.elements.size() > step.weight) break;
        step.elements.push_back(e);
        step.weight += weights[e];
    }
    return step;
}

Assignment assign_greedily(const CoverProblem& problem, std::size_t groups) {
    Assignment out;
    out.item_of.assign(problem.elements, nobody);
    std::vector<bool> chosen(problem.items.size(), false);
    for (;;) {
        Step best;
        for (std::size_t item = 0; item < problem.items.size(); ++item) {
            Step step = step_with(problem, item, chosen[item], out);
            if (!step.elements.empty() && step.is_better_than(best)) best = std::move(step);
        }
        if (best.item == nobody) break;
        for (const std::size_t e : best.elements) out.item_of[e] = best.item;
        chosen[best.item] = true;
    }
    Representatives representatives(problem);
    for (std::size_t item = 0; item < chosen.size(); ++item) {
        if (chosen[item]) representatives.add(item);
    }
    for (const std::size_t item : by_weight_alone(problem)) {
        if (representatives.count() >= groups) break;
        if (!chosen[item] && representatives.add(item)) out.further.push_back(item);
    }
    return out;
}

}  // namespace

Cover greedy_cover(const CoverProblem& problem) {
    return cover_of(problem, assign_greedily(problem, groups_to_reach(problem)));
}

Cover best_cover(const CoverProblem& problem, std::uint64_t most_steps) {
    const std::size_t groups = groups_to_reach(problem);
    Assignment best = assign_greedily(problem, groups);
    const bool is_best = Search(problem, groups, most_steps).run(best, cover_of(problem, best).weight);
    Cover out = cover_of(problem, best);
    out.is_best = is_best;
    return out;
}

}  // namespace confer::engine::comparison
