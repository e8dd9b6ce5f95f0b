#include "comparison/selection.h"

#include <catch2/catch.hpp>

#include "garden.h"

using namespace confer::engine;
using comparison::Chosen;
using comparison::Claims;
using comparison::Selection;

namespace {

Selection select_practices(const std::vector<std::string_view>& needs, std::size_t groups) {
    const RunLimits limits;
    return comparison::select(Claims(*garden(), all_in_garden(needs)), *garden()->labels().find("Practice"), groups,
                              limits)
        .value();
}

std::vector<NodeId> things(const Selection& selection) {
    std::vector<NodeId> out;
    for (const Chosen& chosen : selection.chosen) out.push_back(chosen.thing);
    return out;
}

}  // namespace

TEST_CASE("one thing is enough where nothing more is asked for", "[comparison][selection]") {
    const Selection selection = select_practices({"drought", "mildew"}, 1);
    CHECK(titles(things(selection)) == std::vector<std::string>{"mulching"});
    CHECK(selection.chosen[0].claims.size() == 2);
    CHECK(selection.is_best);
}

TEST_CASE("more groups bring what is better supported for each need", "[comparison][selection]") {
    const Selection selection = select_practices({"drought", "mildew"}, 2);
    CHECK(titles(things(selection)) == std::vector<std::string>{"drip", "companions"});
    CHECK(selection.chosen[0].group == in_garden("desert"));
    CHECK(selection.chosen[0].whole == in_garden("dry"));
    CHECK(selection.chosen[1].group == in_garden("ecological"));
    CHECK(selection.chosen[1].claims.at(0).said_of == in_garden("biodynamics"));
    CHECK(selection.groups == 2);
}

TEST_CASE("what sources warn of is left out, for all needs", "[comparison][selection]") {
    const Selection selection = select_practices({"slugs", "drought"}, 1);
    CHECK(titles(things(selection)) == std::vector<std::string>{"digging", "drip"});
    CHECK(titles(selection.left_out) == std::vector<std::string>{"mulching", "deep-mulching"});
}

TEST_CASE("what speaks for nothing is no reason to list it as left out", "[comparison][selection]") {
    CHECK(titles(select_practices({"slugs"}, 1).left_out) == std::vector<std::string>{"deep-mulching"});
}

TEST_CASE("a need that nothing serves is named", "[comparison][selection]") {
    const Selection selection = select_practices({"frost", "drought"}, 1);
    CHECK(titles(selection.unserved) == std::vector<std::string>{"frost"});
    CHECK(titles(things(selection)) == std::vector<std::string>{"drip"});
}

TEST_CASE("there can be fewer groups than were asked for", "[comparison][selection]") {
    const Selection selection = select_practices({"drought"}, 5);
    CHECK(selection.groups == 2);
    CHECK(titles(things(selection)) == std::vector<std::string>{"drip", "mulching"});
}
