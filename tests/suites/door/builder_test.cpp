// Graphs that a C++ program puts together, and takes apart.
#include <catch2/catch.hpp>
#include <cmath>
#include <confer/confer.hpp>

namespace {

confer::Graph tea() {
    confer::GraphBuilder builder;
    builder
        .relationship("tea", "GOES_WITH", "milk", {{"since", 1660}})  // before its nodes
        .node("tea", {"Drink"}, {{"name", "Tea"}, {"kinds", confer::List{"black", "green"}}, {"none", {}}})
        .node("milk", {"Drink", "Food"});
    auto graph = std::move(builder).build();
    REQUIRE(graph);
    return *graph;
}

}  // namespace

TEST_CASE("a graph is built element by element", "[door][builder]") {
    const confer::Graph graph = tea();
    CHECK(graph.node_count() == 2);
    const auto answer =
        graph.ask("MATCH (a:Drink)-[r:GOES_WITH]->(b:Food) RETURN a.name, r.since, a.kinds, a.none, b.id");
    REQUIRE(answer);
    CHECK(answer->at(0, 0).to_string() == "Tea");
    CHECK(*answer->at(0, 1).as<std::int64_t>() == 1660);
    CHECK(answer->at(0, 2).to_string() == "black, green");
    CHECK(answer->at(0, 3).is_null());
    CHECK(answer->at(0, 4).to_string() == "milk");
}

TEST_CASE("what does not make a graph is told all at once", "[door][builder][error]") {
    confer::GraphBuilder builder;
    builder.node("a", {"A"}).node("a", {"A"}).relationship("a", "R", "nowhere");
    builder.node("b", {"A"}, {{"m", confer::Map{{"k", 1}}}}).node("c", {"A"}, {{"t", "\xff"}});
    const auto graph = std::move(builder).build();
    REQUIRE_FALSE(graph);
    CHECK(graph.error().code == "bad-data");
    for (const char* part : {"`a`", "nowhere", "object", "UTF-8"}) {
        INFO(graph.error().rendered << "\n" << part);
        CHECK(graph.error().rendered.find(part) != std::string::npos);
    }
}

TEST_CASE("a schema comes first, and is held", "[door][builder][error]") {
    const char* const schema = R"({"schema": {"labels": {"Drink": {}}, "relationships": {}}})";
    confer::GraphBuilder right;
    right.head(schema).node("tea", {"Drink"});
    CHECK(std::move(right).build());
    confer::GraphBuilder unknown;
    unknown.head(schema).node("tea", {"Drnk"});
    const auto refused = std::move(unknown).build();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().rendered.find("Drink") != std::string::npos);
    confer::GraphBuilder late;
    late.node("tea", {"Drink"}).head(schema);
    CHECK_FALSE(std::move(late).build());
}

TEST_CASE("a graph goes out as JSON and comes back the same", "[door][builder]") {
    const auto json = tea().to_json();
    REQUIRE(json);
    const auto again = confer::Graph::from_json(*json);
    REQUIRE(again);
    CHECK(*again->to_json() == *json);
    CHECK_FALSE(tea().save("/nowhere/tea.json"));
    const confer::Graph unsayable = confer::Graph::empty();
    REQUIRE(unsayable.ask("CREATE ({x: 0.0 / 0.0})"));
    CHECK(unsayable.to_json().error().code == "cannot-write");
}

TEST_CASE("rows are gone through one after the other", "[door]") {
    std::string text;
    const auto answer = tea().ask("MATCH (n:Drink) RETURN n.id AS id, n.name AS name ORDER BY id");
    REQUIRE(answer);
    for (const confer::Row& row : *answer) {
        text += std::to_string(row.index()) + row["id"].to_string() + row[1].to_string() + row["nothing"].to_string();
    }
    CHECK(text == "0milk1teaTea");
}

TEST_CASE("columns have names and types", "[door]") {
    const auto answer = confer::Graph::empty().ask("RETURN 1 AS one, ['a'] AS texts");
    REQUIRE(answer);
    CHECK(answer->column_called("texts") == 1);
    CHECK_FALSE(answer->column_called("none"));
    CHECK(answer->column_type(0) == "Integer");
    CHECK(answer->column_type(1) == "List<String>");
}

TEST_CASE("values are read from JSON", "[door]") {
    const auto value = confer::Value::from_json(R"([1, 1.0, "a", null, {"$float": "NaN"}, {"k": [true]}])");
    REQUIRE(value);
    const confer::List& list = *value->as_list();
    CHECK(*list[0].as<std::int64_t>() == 1);
    CHECK(*list[1].as<double>() == 1.0);
    CHECK(list[3].is_null());
    CHECK(std::isnan(*list[4].as<double>()));
    CHECK(list[5].as_map()->at(0).first == "k");
    CHECK(confer::Value::from_json("[").error().code == "protocol");
    CHECK(confer::Value::from_json("99999999999999999999").error().code == "protocol");
}

TEST_CASE("the door knows its formats and its version", "[door]") {
    const auto answer = confer::Graph::empty().ask("RETURN 1 AS one");
    for (const std::string& format : confer::formats()) CHECK(answer->to_text(format));
    CHECK(std::string(confer::version()).find('.') != std::string::npos);
}

TEST_CASE("a plugin that does not fit is refused", "[door][error]") {
    CHECK(confer::Graph::empty().load_plugin("/nowhere/plugin.so").error().code == "plugin");
}
