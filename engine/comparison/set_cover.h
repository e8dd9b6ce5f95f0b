#pragma once
// set_cover: of many items that each can cover some elements, at some weight, a light few that together cover them all
// and come from enough groups.
//
// Weighted set cover. The sets are not listed: each is an item with one or more of the elements that it can cover, and
// weighs as much as an item does, and as covering each of these elements by it does; so the same item weighs more the
// more it is used for. One rule is added: at least so many of the chosen items each have a group that no other is
// counted for, of the groups that they are in (distinct representatives).
//
// Shapes     items that come earlier are preferred among equals.
// Errors     none: what no item can cover stays uncovered, and where there are fewer groups than asked for, as many as
//            can be are used.
// Threads    pure functions.
// Source     Chvátal, "A greedy heuristic for the set-covering problem", Mathematics of Operations Research 4(3), 1979;
//            for sets that are given like this: Hochbaum, "Heuristics for the fixed cost median problem", Mathematical
//            Programming 22, 1982; P. Hall, "On representatives of subsets", Journal of the London Mathematical Society
//            10, 1935.
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace confer::engine::comparison {

struct CoverItem {
    static constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();  // it can't cover the element
    std::vector<std::uint32_t> weights;                                                // of covering each element by it
    std::vector<std::uint32_t> groups = {};  // preferred ones first; none: it counts for none
};

struct CoverProblem {
    std::size_t elements = 0;
    std::uint32_t item_weight = 1;  // not 0
    std::size_t least_groups = 0;
    std::vector<CoverItem> items = {};  // each can cover something
};

struct Cover {
    struct Choice {
        std::size_t item = 0;
        std::vector<std::size_t> elements = {};   // that it is chosen for, one or more; ascending
        std::optional<std::uint32_t> group = {};  // that it is counted for
    };
    std::vector<Choice> choices;  // by item
    std::uint64_t weight = 0;     // of all together
    std::vector<std::size_t> uncovered;
    std::size_t groups = 0;  // how many choices are counted for one
    bool is_best = false;    // whether no other cover is lighter
};

// Takes, again and again, the set that weighs least for each element that it adds; then the lightest that bring another
// group. Without groups asked for, its weight is at most 1 + 1/2 + … + 1/d times the least possible one, where d is the
// largest number of elements that an item can cover. O(elements² × items).
Cover greedy_cover(const CoverProblem& problem);

// The lightest cover, by branch and bound from the greedy one on. It looks at no more than `most_steps` choices; when
// there are more, it gives the lightest cover that it has seen, which is not heavier than the greedy one.
Cover best_cover(const CoverProblem& problem, std::uint64_t most_steps);

}  // namespace confer::engine::comparison
