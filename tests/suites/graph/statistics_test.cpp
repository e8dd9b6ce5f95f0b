#include <catch2/catch.hpp>
#include <vector>

#include "graph/graph_builder.h"

using namespace confer::engine;

namespace {

// b and c are Ns, a is an N and an M, d has no label. R: a -> b twice, b -> c; S: a -> d.
GraphPtr graph() {
    GraphBuilder builder;
    const LabelId n = *builder.label("N"), m = *builder.label("M");
    const TypeId r = *builder.type("R"), s = *builder.type("S");
    const auto node = [&](const char* id, std::vector<LabelId> labels) {
        const NodeId made = builder.reference(id);
        builder.declare(made, labels);
        return made;
    };
    const NodeId b = node("b", {n}), c = node("c", {n}), a = node("a", {n, m}), d = node("d", {});
    builder.add_edge(a, r, b);
    builder.add_edge(a, r, b);
    builder.add_edge(b, r, c);
    builder.add_edge(a, s, d);
    return std::move(builder).finish();
}

}  // namespace

TEST_CASE("parallel relationships are known by type", "[graph][statistics]") {
    const GraphPtr g = graph();
    CHECK(g->statistics().has_parallel(*g->types().find("R")));
    CHECK_FALSE(g->statistics().has_parallel(*g->types().find("S")));
}

TEST_CASE("what a type leads to is counted by label", "[graph][statistics]") {
    const GraphPtr g = graph();
    const TypeId r = *g->types().find("R"), s = *g->types().find("S");
    const LabelId n = *g->labels().find("N"), m = *g->labels().find("M");
    CHECK(g->statistics().reaching(r, Direction::outgoing, n) == 3);
    CHECK(g->statistics().reaching(r, Direction::incoming, m) == 2);
    CHECK(g->statistics().always_reaches(r, Direction::outgoing, n));
    CHECK_FALSE(g->statistics().always_reaches(r, Direction::incoming, m));
    CHECK_FALSE(g->statistics().always_reaches(s, Direction::outgoing, n));
}

TEST_CASE("nodes are ranked by id, whatever their numbers", "[graph][statistics]") {
    const GraphPtr g = graph();
    const auto ranks = g->statistics().id_ranks();
    REQUIRE(ranks.size() == 4);
    CHECK(ranks[*g->find("a")] == 0);
    CHECK(ranks[*g->find("b")] == 1);
    CHECK(ranks[*g->find("d")] == 3);
    CHECK(g->statistics().ids_are_keys());
}

TEST_CASE("a node without id has no rank, and ids are then no keys", "[graph][statistics]") {
    GraphBuilder builder;
    builder.declare(builder.reference("x"), {});
    const NodeId anonymous = builder.add_anonymous_node({});
    const GraphPtr g = std::move(builder).finish();
    CHECK(g->statistics().id_ranks()[anonymous] == no_id);
    CHECK_FALSE(g->statistics().ids_are_keys());
}
