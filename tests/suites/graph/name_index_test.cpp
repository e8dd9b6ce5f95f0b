#include <catch2/catch.hpp>

#include "graph/name_index.h"

using namespace confer::engine;
using Origin = NameIndex::Origin;
using Nodes = std::vector<NodeId>;

namespace {

struct Names {
    std::shared_ptr<StringPool> pool = std::make_shared<StringPool>();
    NameIndex index{pool};
    void add(std::string_view name, NodeId node, Origin origin) { index.add(pool->intern(name), node, origin); }
};

}  // namespace

TEST_CASE("a node is found by id, name and alias, however they are written", "[graph][names]") {
    Names names;
    names.add("client-centered-therapy", 4, Origin::id);
    names.add("Client-centered therapy", 4, Origin::name);
    names.add("Rogerian therapy", 4, Origin::alias);
    names.index.finish();
    CHECK(names.index.find("CLIENT CENTRED THERAPY") == Nodes{4});
    CHECK(names.index.find("client-centered-therapy") == Nodes{4});
    CHECK(names.index.find("rogerian   therapy") == Nodes{4});
    CHECK(names.index.find("rogerian").empty());
}

TEST_CASE("an ambiguous name finds all who carry it, ascending", "[graph][names]") {
    Names names;
    names.add("EFT", 9, Origin::alias);
    names.add("EFT", 2, Origin::alias);
    names.index.finish();
    CHECK(names.index.find("eft") == Nodes{2, 9});
}

TEST_CASE("an own name hides those who carry it only as alias", "[graph][names]") {
    Names names;
    names.add("ACT", 1, Origin::alias);
    names.add("act", 5, Origin::id);
    names.add("Act", 3, Origin::name);
    names.index.finish();
    CHECK(names.index.find("ACT") == Nodes{3, 5});
}

TEST_CASE("the longest name's words are counted", "[graph][names]") {
    Names names;
    names.add("dbt", 0, Origin::id);
    names.add("Dialectical behaviour therapy for adolescents", 0, Origin::name);
    names.index.finish();
    CHECK(names.index.longest_name_words() == 5);
}

TEST_CASE("spellings give one way of writing each name, a name rather than an id", "[graph][names]") {
    Names names;
    names.add("gestalt-therapy", 0, Origin::id);
    names.add("Gestalt therapy", 0, Origin::name);
    names.add("empty-chair", 1, Origin::id);
    names.add("Chairwork", 1, Origin::alias);
    names.index.finish();
    CHECK(names.index.spellings() == std::vector<std::string>{"Chairwork", "Gestalt therapy", "empty-chair"});
}

TEST_CASE("the nearest names are offered as they are written", "[graph][names]") {
    Names names;
    names.add("mindfulness", 0, Origin::id);
    names.add("Mindfulness", 0, Origin::name);
    names.add("Mindfulness-based stress reduction", 1, Origin::name);
    names.add("Exposure", 2, Origin::name);
    names.index.finish();
    REQUIRE_FALSE(names.index.nearest("mindfullness").empty());
    CHECK(names.index.nearest("mindfullness").front() == "Mindfulness");
    CHECK(names.index.nearest("exposre").front() == "Exposure");
    CHECK(names.index.nearest("qqqqqqqq").empty());
}

TEST_CASE("an index without names finds nothing", "[graph][names]") {
    const NameIndex empty;
    CHECK(empty.find("x").empty());
    CHECK(empty.nearest("x").empty());
    CHECK(empty.spellings().empty());
}
