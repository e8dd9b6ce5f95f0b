// The search against trying out every choice, and the greedy choice against its bound, on small random problems.
#include "comparison/set_cover.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <random>
#include <set>

using namespace confer::engine::comparison;

namespace {

constexpr std::uint64_t enough_steps = 1'000'000;
constexpr std::uint32_t never = CoverItem::never;

std::vector<std::size_t> items_in(const Cover& cover) {
    std::vector<std::size_t> out;
    for (const Cover::Choice& choice : cover.choices) out.push_back(choice.item);
    return out;
}

CoverProblem random_problem(unsigned seed, std::size_t least_groups) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned bound) { return static_cast<unsigned>(random() % bound); };
    CoverProblem problem{.elements = 1 + below(4), .item_weight = 1 + below(6), .least_groups = least_groups};
    const unsigned items = 1 + below(5);
    while (problem.items.size() < items) {
        CoverItem item;
        for (std::size_t e = 0; e < problem.elements; ++e) item.weights.push_back(below(2) == 0 ? never : below(9));
        if (std::all_of(item.weights.begin(), item.weights.end(), [](auto weight) { return weight == never; }))
            continue;
        std::set<std::uint32_t> groups;
        for (unsigned i = below(3); i > 0; --i) groups.insert(below(4));
        item.groups.assign(groups.begin(), groups.end());
        problem.items.push_back(std::move(item));
    }
    return problem;
}

// The largest number of chosen items with a group each of their own, by trying them all.
std::size_t groups_of(const CoverProblem& problem, const std::vector<std::size_t>& chosen) {
    std::size_t most = 0;
    std::set<std::uint32_t> taken;
    const std::function<void(std::size_t)> place = [&](std::size_t at) {
        most = std::max(most, taken.size());
        if (at == chosen.size()) return;
        place(at + 1);
        for (const std::uint32_t group : problem.items[chosen[at]].groups) {
            if (!taken.insert(group).second) continue;
            place(at + 1);
            taken.erase(group);
        }
    };
    place(0);
    return most;
}

bool is_coverable(const CoverProblem& problem, std::size_t element) {
    return std::any_of(problem.items.begin(), problem.items.end(),
                       [&](const CoverItem& item) { return item.weights[element] != never; });
}

// The least that covering everything with all of the chosen items weighs: each for one element at least.
std::uint64_t weight_of(const CoverProblem& problem, const std::vector<std::size_t>& chosen) {
    std::uint64_t least = ~std::uint64_t{0};
    std::set<std::size_t> used;
    const std::function<void(std::size_t, std::uint64_t)> assign = [&](std::size_t element, std::uint64_t weight) {
        if (element == problem.elements) {
            for (const std::size_t item : chosen) {
                const auto& weights = problem.items[item].weights;
                if (!used.contains(item)) weight += *std::min_element(weights.begin(), weights.end());
            }
            least = std::min(least, weight + chosen.size() * problem.item_weight);
            return;
        }
        if (!is_coverable(problem, element)) assign(element + 1, weight);
        for (const std::size_t item : chosen) {
            if (problem.items[item].weights[element] == never) continue;
            const bool is_new = used.insert(item).second;
            assign(element + 1, weight + problem.items[item].weights[element]);
            if (is_new) used.erase(item);
        }
    };
    assign(0, 0);
    return least;
}

struct Tried {
    std::size_t most_groups = 0;
    std::uint64_t least_weight = ~std::uint64_t{0};
};

Tried try_all(const CoverProblem& problem) {
    Tried tried;
    for (const bool weigh : {false, true}) {
        for (std::uint64_t choice = 0; choice >> problem.items.size() == 0; ++choice) {
            std::vector<std::size_t> chosen;
            for (std::size_t i = 0; i < problem.items.size(); ++i) {
                if ((choice >> i & 1) != 0) chosen.push_back(i);
            }
            const std::size_t groups = groups_of(problem, chosen);
            if (!weigh) {
                tried.most_groups = std::max(tried.most_groups, groups);
            } else if (groups >= std::min(tried.most_groups, problem.least_groups)) {
                tried.least_weight = std::min(tried.least_weight, weight_of(problem, chosen));
            }
        }
    }
    return tried;
}

}  // namespace

TEST_CASE("an item more is chosen where it makes the rest lighter", "[comparison][set_cover]") {
    CoverProblem problem{.elements = 2, .item_weight = 4, .items = {{{3, 3}}, {{0, never}}}};
    CHECK(items_in(best_cover(problem, enough_steps)) == std::vector<std::size_t>{0});
    problem.items[0].weights = {5, 3};
    const Cover cover = best_cover(problem, enough_steps);
    CHECK(items_in(cover) == std::vector<std::size_t>{0, 1});
    CHECK(cover.choices[0].elements == std::vector<std::size_t>{1});
    CHECK(cover.choices[1].elements == std::vector<std::size_t>{0});
    CHECK(cover.weight == 11);
    CHECK(cover.is_best);
}

TEST_CASE("the greedy choice can be worse, and the search mends it", "[comparison][set_cover]") {
    // The item for the two in the middle is cheapest for each, and then two more are needed.
    const CoverProblem problem{.elements = 4,
                               .item_weight = 4,
                               .items = {{{never, 0, 0, never}}, {{1, 0, never, never}}, {{never, never, 0, 1}}}};
    CHECK(greedy_cover(problem).weight == 14);
    CHECK_FALSE(greedy_cover(problem).is_best);
    CHECK(best_cover(problem, enough_steps).weight == 10);
}

TEST_CASE("further items are chosen for the groups, with their lightest element", "[comparison][set_cover]") {
    const CoverProblem problem{.elements = 2,
                               .item_weight = 1,
                               .least_groups = 2,
                               .items = {{{1, 0}, {0}}, {{0, 0}, {0}}, {{4, 3}, {1}}, {{2, 2}, {}}}};
    const Cover cover = best_cover(problem, enough_steps);
    REQUIRE(items_in(cover) == std::vector<std::size_t>{1, 2});
    CHECK(cover.choices[0].group == 0u);
    CHECK(cover.choices[1].group == 1u);
    CHECK(cover.choices[1].elements == std::vector<std::size_t>{1});
}

TEST_CASE("who could be counted for another group makes room", "[comparison][set_cover]") {
    const CoverProblem problem{
        .elements = 2, .item_weight = 1, .least_groups = 2, .items = {{{0, never}, {0, 1}}, {{never, 0}, {0}}}};
    const Cover cover = best_cover(problem, enough_steps);
    REQUIRE(cover.groups == 2);
    CHECK(cover.choices[0].group == 1u);
    CHECK(cover.choices[1].group == 0u);
}

TEST_CASE("what no item can cover stays uncovered, and the rest is covered", "[comparison][set_cover]") {
    const CoverProblem problem{.elements = 3,
                               .item_weight = 1,
                               .least_groups = 4,
                               .items = {{{0, never, never}, {0}}, {{never, never, 0}, {0}}}};
    for (const Cover& cover : {greedy_cover(problem), best_cover(problem, enough_steps)}) {
        CHECK(cover.uncovered == std::vector<std::size_t>{1});
        CHECK(cover.choices.size() == 2);
        CHECK(cover.groups == 1);
    }
    CHECK(best_cover({.elements = 2, .least_groups = 1}, enough_steps).uncovered == std::vector<std::size_t>{0, 1});
}

TEST_CASE("a search that may take few steps gives no worse than the greedy choice, and says so",
          "[comparison][set_cover]") {
    const CoverProblem problem{.elements = 4,
                               .item_weight = 4,
                               .items = {{{never, 0, 0, never}}, {{1, 0, never, never}}, {{never, never, 0, 1}}}};
    const Cover cover = best_cover(problem, 1);
    CHECK(cover.weight == 14);
    CHECK_FALSE(cover.is_best);
}

TEST_CASE("the search finds the lightest of all choices", "[comparison][set_cover][property]") {
    for (unsigned seed = 1; seed <= 600; ++seed) {
        const CoverProblem problem = random_problem(seed, seed % 4);
        const Tried tried = try_all(problem);
        const Cover cover = best_cover(problem, enough_steps);
        INFO("seed " << seed);
        REQUIRE(cover.is_best);
        CHECK(cover.weight == tried.least_weight);
        CHECK(cover.groups >= std::min(tried.most_groups, problem.least_groups));
        CHECK(cover.groups == groups_of(problem, items_in(cover)));
        std::set<std::size_t> covered(cover.uncovered.begin(), cover.uncovered.end());
        for (const Cover::Choice& choice : cover.choices)
            covered.insert(choice.elements.begin(), choice.elements.end());
        CHECK(covered.size() == problem.elements);
    }
}

TEST_CASE("the greedy choice keeps its bound", "[comparison][set_cover][property]") {
    for (unsigned seed = 1; seed <= 600; ++seed) {
        const CoverProblem problem = random_problem(seed, 0);
        std::ptrdiff_t largest = 0;
        for (const CoverItem& item : problem.items) {
            const auto of_item =
                std::count_if(item.weights.begin(), item.weights.end(), [](auto w) { return w != never; });
            largest = std::max(largest, of_item);
        }
        double bound = 0;
        for (std::ptrdiff_t i = 1; i <= largest; ++i) bound += 1.0 / static_cast<double>(i);
        const Cover greedy = greedy_cover(problem), best = best_cover(problem, enough_steps);
        INFO("seed " << seed);
        CHECK(greedy.uncovered == best.uncovered);
        CHECK(static_cast<double>(greedy.weight) <= bound * static_cast<double>(best.weight) + 1e-9);
    }
}
