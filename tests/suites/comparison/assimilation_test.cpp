#include "comparison/assimilation.h"

#include <catch2/catch.hpp>

#include "garden.h"

using namespace confer::engine;
using comparison::Assimilation;
using comparison::Claims;
using comparison::Taken;

namespace {

Assimilation assimilated(std::string_view home, const std::vector<std::string_view>& needs,
                         const std::vector<std::string_view>& from = {}) {
    const RunLimits limits;
    return comparison::assimilate(Claims(*garden(), all_in_garden(needs)), in_garden(home), all_in_garden(from), limits)
        .value();
}

std::vector<NodeId> components(const Assimilation& assimilation) {
    std::vector<NodeId> out;
    for (const Taken& taken : assimilation.taken) out.push_back(taken.component);
    return out;
}

}  // namespace

TEST_CASE("a component comes from what shares most with the home", "[comparison][assimilation]") {
    const Assimilation all = assimilated("dry", {"mildew"});
    REQUIRE(titles(components(all)) == std::vector<std::string>{"companions"});
    const Taken& companions = all.taken.front();
    REQUIRE(companions.donors.size() == 2);
    CHECK(companions.donors[0].whole == in_garden("permaculture"));
    CHECK(companions.donors[0].closeness == Approx(1.0 / 3));
    CHECK(titles(companions.donors[0].shared) == std::vector<std::string>{"mulching"});
    CHECK(companions.donors[1].closeness == 0);
    CHECK(companions.nearness == Approx(1.0 / 3));
    CHECK(companions.claims.at(0).said_of == in_garden("permaculture"));
    CHECK(titles(all.left_out) == std::vector<std::string>{"copper"});
}

TEST_CASE("a component that serves the need itself may come from anything", "[comparison][assimilation]") {
    const Assimilation all = assimilated("allotment", {"drought"});
    CHECK(titles(components(all)) == std::vector<std::string>{"mulching", "drip"});
    CHECK(all.taken[0].claims.at(0).said_of == in_garden("mulching"));
}

TEST_CASE("what the home does without is not for it", "[comparison][assimilation]") {
    const Assimilation all = assimilated("permaculture", {"slugs"});
    CHECK(components(all).empty());
    CHECK(titles(all.refused) == std::vector<std::string>{"digging"});
    CHECK(titles(all.left_out) == std::vector<std::string>{"deep-mulching"});
}

TEST_CASE("components may be asked for from some alone, or from what belongs to a group",
          "[comparison][assimilation]") {
    CHECK(assimilated("dry", {"mildew"}, {"biodynamics"}).taken.at(0).donors.size() == 1);
    CHECK(assimilated("dry", {"mildew"}, {"ecological"}).taken.at(0).donors.size() == 2);
    CHECK(assimilated("dry", {"mildew"}, {"kitchen"}).taken.empty());
}

TEST_CASE("without needs all that the home lacks may come", "[comparison][assimilation]") {
    const Assimilation all = assimilated("dry", {});
    CHECK(titles(components(all)) == std::vector<std::string>{"companions", "digging", "copper", "deep-mulching"});
    CHECK(all.taken.front().claims.empty());
}
