// What of the graph an answer shows.
#include "picture/answer_graph.h"

#include <catch2/catch.hpp>

#include "format/graph_json.h"
#include "pictured.h"

using namespace confer::test;
using picture::AnswerGraph;
using picture::collect_graph;

namespace {

// "calzone -comes from-> pizza", one a line; before them the nodes, those that rows hold with a star.
std::string drawn(const AnswerGraph& graph) {
    std::string out;
    for (const auto& node : graph.nodes) out += (out.empty() ? "" : " ") + node.id + (node.held ? "*" : "");
    for (const auto& relationship : graph.relationships) {
        out += "\n" + graph.nodes[relationship.start].id + " -" + relationship.verb + "-> " +
               graph.nodes[relationship.end].id;
    }
    return out;
}

std::string drawn(std::string_view statement) {
    return drawn(collect_graph(asked(statement)));
}

}  // namespace

TEST_CASE("an answer's graph has the nodes and relationships that its rows hold", "[picture]") {
    CHECK(drawn("MATCH (d:Dish)-[r:CONTAINS]->(i {id: 'tomato'}) RETURN d, r, i") ==
          "pizza* tomato*\n"
          "pizza -contains-> tomato");
    CHECK(drawn("MATCH (d:Dish {id: 'pizza'}) RETURN d") == "pizza*");
    CHECK(drawn("RETURN 1 AS one").empty());
}

TEST_CASE("a relationship brings its ends, a path all on its way, each once", "[picture]") {
    CHECK(drawn("MATCH ()-[r:COMES_FROM]->({id: 'pizza'}) RETURN r") ==
          "calzone* pizza*\n"
          "calzone -comes from-> pizza");
    CHECK(drawn("MATCH p = ({id: 'calzone'})-[:COMES_FROM*2]->() RETURN p, p AS again") ==
          "calzone* pizza* focaccia*\n"
          "calzone -comes from-> pizza\n"
          "pizza -comes from-> focaccia");
}

TEST_CASE("values are looked into at any depth", "[picture]") {
    CHECK(drawn("MATCH (d {id: 'pizza'})-[r:CONTAINS]->(i {id: 'dough'}) RETURN [{deep: [i]}, [[r]]] AS x") ==
          "dough* pizza*\n"
          "pizza -contains-> dough");
}

TEST_CASE("a question shows what its rows rest on", "[picture]") {
    CHECK(drawn("which dishes contain tomato?") ==
          "pizza tomato\n"
          "pizza -contains-> tomato");
    CHECK(drawn("which dishes share ingredients with calzone?") ==
          "focaccia dough calzone pizza\n"
          "focaccia -contains-> dough\n"
          "calzone -contains-> dough\n"
          "pizza -contains-> dough");
}

TEST_CASE("a comparison shows what its cells rest on", "[picture]") {
    CHECK(drawn("compare pizza, focaccia") ==
          "pizza dough focaccia tomato\n"
          "pizza -contains-> dough\n"
          "focaccia -contains-> dough\n"
          "pizza -contains-> tomato\n"
          "focaccia -lacks-> tomato");
}

TEST_CASE("relationships know their sources, and what the schema says of their type", "[picture]") {
    const AnswerGraph graph = collect_graph(asked("MATCH ({id: 'focaccia'})-[r]->() RETURN r ORDER BY type(r)"));
    REQUIRE(graph.relationships.size() == 2);
    CHECK(graph.relationships[0].component);
    CHECK_FALSE(graph.relationships[0].denies);
    CHECK(graph.relationships[0].sources.empty());
    CHECK(graph.relationships[1].denies);
    CHECK(graph.relationships[1].sources == std::vector<std::string>{"B1"});
}

TEST_CASE("a graph that is too large is cut, and says so", "[picture]") {
    const Answer answer = asked("MATCH (d:Dish)-[r:CONTAINS]->(i) RETURN d, r, i ORDER BY d.id, i.id");
    const AnswerGraph cut = collect_graph(answer, {.nodes = 3, .relationships = 1});
    CHECK(drawn(cut) ==
          "calzone* dough* focaccia*\n"
          "calzone -contains-> dough");
    CHECK(cut.notice() == "3 of 5 nodes and 1 of 4 relationships are drawn: ask for less to see all of it");
    CHECK(collect_graph(answer).notice().empty());
}

TEST_CASE("nodes without an id of their own are told apart by their numbers", "[picture]") {
    Database database;
    const Answer answer = asked("CREATE (a {id: 'x'})-[r:R]->(b {id: 'x'}), (c) RETURN a, r, b, c", database);
    CHECK(drawn(collect_graph(answer)) ==
          "x* #1* #2*\n"
          "x -r-> #1");
}

TEST_CASE("what a statement deleted is not drawn", "[picture]") {
    Database database;
    asked("CREATE ({id: 'a'})-[:R]->({id: 'b'})", database);
    CHECK(drawn(collect_graph(asked("MATCH (a {id: 'a'})-[r]->(b) DETACH DELETE a RETURN a, r, b", database))) == "b*");
}

TEST_CASE("the graph of an answer has a JSON form", "[picture][json]") {
    const Answer answer = asked("which dishes contain tomato?");
    CHECK(format::graph_json(collect_graph(answer), *answer.graph) ==
          R"({"nodes":[{"id":"pizza","name":"Pizza","labels":["Dish"],"properties":{"name":"Pizza","year":1889}},)"
          R"({"id":"tomato","name":"Tomato","labels":["Ingredient"],"properties":{"name":"Tomato"}}],)"
          R"("relationships":[{"type":"CONTAINS","verb":"contains","start":"pizza","end":"tomato","sources":["B1"],)"
          R"("properties":{"sources":["B1"]}}]})");
    const std::string cut = format::graph_json(collect_graph(answer, {.nodes = 1}), *answer.graph);
    CHECK(cut.find(R"("relationships":[],"notice":"1 of 2 nodes and 0 of 1 relationships are drawn: ask for less to )"
                   R"(see all of it","allNodes":2,"allRelationships":1})") != std::string::npos);
}
