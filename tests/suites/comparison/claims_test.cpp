#include "comparison/claims.h"

#include <catch2/catch.hpp>

#include "garden.h"

using namespace confer::engine;
using comparison::Claim;
using comparison::Claims;

namespace {

Claims claims_for(const std::vector<std::string_view>& needs) {
    return {*garden(), all_in_garden(needs)};
}

}  // namespace

TEST_CASE("what is said of something narrower counts, and is marked", "[comparison][claims]") {
    const std::vector<Claim> claims = claims_for({"drought"}).of(in_garden("drip"));
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].said_for == in_garden("summer-drought"));
    CHECK(claims_for({"summer-drought"}).of(in_garden("mulching")).empty());
}

TEST_CASE("what is said of the thing itself goes before what is said of its wholes", "[comparison][claims]") {
    const Claims claims = claims_for({"drought"});
    const std::uint32_t itself = claims.of(in_garden("mulching")).at(0).rank;
    const std::uint32_t narrower = claims.of(in_garden("drip")).at(0).rank;
    const std::uint32_t whole = claims.through(in_garden("dry")).at(0).rank;
    CHECK(narrower < itself);  // proven before likely
    CHECK(itself < whole);
    CHECK(whole < claims.ranks());
}

TEST_CASE("what is said of the need goes before what is said of something narrower", "[comparison][claims]") {
    const Claims broad = claims_for({"drought"}), narrow = claims_for({"summer-drought"});
    CHECK(narrow.of(in_garden("drip")).at(0).rank < broad.of(in_garden("drip")).at(0).rank);
}

TEST_CASE("grades stand in the schema's order, each once", "[comparison][claims]") {
    const Claims claims = claims_for({"drought"});
    const Claim claim = claims.of(in_garden("mulching")).at(0);
    CHECK(claims.grades_on(claim.serves) == std::vector<std::string>{"likely", "said"});
}

TEST_CASE("what is warned of serves nothing, nor what is narrower", "[comparison][claims]") {
    const Claims claims = claims_for({"slugs", "drought"});
    REQUIRE(claims.warning(in_garden("mulching")) != nullptr);
    CHECK(claims.of(in_garden("mulching")).empty());
    REQUIRE(claims.warning(in_garden("deep-mulching")) != nullptr);
    CHECK(claims.warning(in_garden("deep-mulching"))->warned == in_garden("mulching"));
    CHECK(claims.warning(in_garden("drip")) == nullptr);
}

TEST_CASE("a warning about something narrower or broader than the need counts", "[comparison][claims]") {
    CHECK(claims_for({"mildew"}).warning(in_garden("copper")) != nullptr);
    CHECK(claims_for({"summer-drought"}).warning(in_garden("intensive")) != nullptr);
    CHECK(claims_for({"slugs"}).warning(in_garden("copper")) == nullptr);
}

TEST_CASE("wholes that are warned of or do without it don't speak for a component", "[comparison][claims]") {
    CHECK(titles(claims_for({"slugs"}).wholes_of(in_garden("digging"))) ==
          std::vector<std::string>{"allotment", "intensive"});
    CHECK(titles(claims_for({"drought"}).wholes_of(in_garden("digging"))) == std::vector<std::string>{"allotment"});
    CHECK(claims_for({"slugs"}).denies(in_garden("permaculture"), in_garden("digging")));
}

TEST_CASE("a way to something broader", "[comparison][roles]") {
    const comparison::Roles roles = comparison::roles_of(*garden());
    const NodeId drought = in_garden("drought");
    const auto way = comparison::way_to_broader(*garden(), roles, in_garden("summer-drought"), drought);
    REQUIRE(way.size() == 1);
    CHECK(garden()->ends(way[0]).target == drought);
    CHECK(comparison::way_to_broader(*garden(), roles, drought, drought).empty());
    CHECK(comparison::way_to_broader(*garden(), roles, drought, in_garden("mildew")).empty());
}
