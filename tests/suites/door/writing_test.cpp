// The C++ door for programs that change their graph.
#include <catch2/catch.hpp>
#include <confer/confer.hpp>

TEST_CASE("copies of a graph share what a statement writes", "[door][write]") {
    const confer::Graph graph = confer::Graph::empty();
    const confer::Graph copy = graph;
    const auto made = graph.ask("CREATE (n:Note {text: $text}) RETURN n", {{"text", "first"}});
    REQUIRE(made);
    CHECK(made->changes().nodes_created == 1);
    CHECK(made->changes().properties_set == 1);
    CHECK(copy.node_count() == 1);
    const auto read = copy.ask("MATCH (n:Note) RETURN n.text");
    REQUIRE(read);
    CHECK(*read->at(0, 0).as<std::string>() == "first");
    CHECK(read->changes().nodes_created == 0);
}

TEST_CASE("a prepared statement sees the graph as it is when it runs, and writes again", "[door][write]") {
    const confer::Graph graph = confer::Graph::empty();
    const confer::Statement add = graph.prepare("MERGE (n:Word {text: $text}) ON MATCH SET n.again = true RETURN n");
    REQUIRE(add.bind("text", "a").run());
    REQUIRE(add.bind("text", "b").run());
    const auto again = add.bind("text", "a").run();
    REQUIRE(again);
    CHECK(again->changes().nodes_created == 0);
    CHECK(graph.node_count() == 2);
}

TEST_CASE("an answer outlives the snapshot that it speaks of", "[door][write]") {
    const confer::Graph graph = confer::Graph::empty();
    const auto made = graph.ask("CREATE (n:Note {text: 'kept'}) RETURN n");
    REQUIRE(graph.ask("MATCH (n) DELETE n"));
    REQUIRE(made);
    CHECK(made->at(0, 0).as_node()->properties.at(0).second.to_string() == "kept");
    CHECK(graph.node_count() == 0);
}

TEST_CASE("a run may refuse to write, and a failed one changes nothing", "[door][write]") {
    const confer::Graph graph = confer::Graph::empty();
    const auto refused = graph.ask("CREATE (:Note)", {}, {.read_only = true});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "read-only");
    const auto failed = graph.ask("UNWIND [1, 0] AS x CREATE (:Note {part: 1 / x})");
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == "division-by-zero");
    CHECK(graph.node_count() == 0);
}
