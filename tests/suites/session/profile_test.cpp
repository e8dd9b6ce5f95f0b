// PROFILE runs the statement and says what each operator did.
#include <catch2/catch.hpp>

#include "load/read_graph.h"
#include "session/database.h"

using namespace confer::engine;

namespace {

Database small() {
    constexpr std::string_view json = R"({"nodes": [
        {"id": "cbt", "label": "Approach", "year": 1964}, {"id": "dbt", "label": "Approach", "year": 1993},
        {"id": "act", "label": "Approach", "year": 1999}, {"id": "homework", "label": "Technique"}],
        "edges": [{"from": "cbt", "type": "USES", "to": "homework"}, {"from": "dbt", "type": "USES", "to": "homework"}]})";
    return Database(load::read_graph(load::TextFiles({{"graph.json", json}}), "graph.json").value());
}

// "operator: rows", a line each.
std::string rows_of(const Answer& answer) {
    std::string out;
    for (const auto& row : answer.rows)
        out += std::string(row[0].as_string()) + ": " + std::to_string(row[2].as_integer()) + "\n";
    return out;
}

}  // namespace

TEST_CASE("a profile counts the rows that each operator hands on", "[session][profile]") {
    const auto answer = small().run("PROFILE MATCH (a:Approach) WHERE a.year > 1970 RETURN a.year ORDER BY a.year");
    REQUIRE(answer.has_value());
    CHECK(rows_of(answer.value()) ==
          "Sort a.year: 2\n"
          "  Compute a.year: 2\n"
          "    Filter a.year > 1970: 2\n"
          "      LabelScan (a:Approach): 3\n");
    CHECK(answer.value().pattern == "MATCH (a:Approach)\nWHERE a.year > 1970\nRETURN a.year\nORDER BY a.year");
}

TEST_CASE("a profile of a statement that writes changes the graph", "[session][profile]") {
    Database database = small();
    const auto answer = database.run("PROFILE MATCH (a:Approach) WHERE a.year > 1970 CREATE (a)-[:USES]->(:Note)");
    REQUIRE(answer.has_value());
    CHECK(rows_of(answer.value()) ==
          "Filter a.year > 1970: 2\n"
          "  LabelScan (a:Approach): 3\n"
          "CREATE: 2\n");
    CHECK(answer.value().stats.nodes_created == 2);
    CHECK(database.run("MATCH (n:Note) RETURN n").value().rows.size() == 2);
}

TEST_CASE("a profile of a statement that writes is refused where nothing may be written", "[session][profile]") {
    RunOptions options;
    options.read_only = true;
    CHECK(small().run("PROFILE CREATE (:Note)", options).error().code == ErrorCode::read_only);
}

TEST_CASE("a profile reaches into subplans", "[session][profile]") {
    const auto answer = small().run("PROFILE MATCH (a:Approach) WHERE EXISTS { (a)-[:USES]->() } RETURN a.year");
    REQUIRE(answer.has_value());
    CHECK(rows_of(answer.value()) ==
          "Compute a.year: 2\n"
          "  SemiApply: 2\n"
          "    LabelScan (a:Approach): 3\n"
          "    Expand (a)-[:USES]->(): 2\n"
          "      Argument a: 3\n");
}

TEST_CASE("a profile tells time, and the memory of what holds rows", "[session][profile]") {
    const auto answer = small().run("PROFILE UNWIND range(1, 10000) AS x RETURN x ORDER BY x DESC");
    REQUIRE(answer.has_value());
    const auto& sort = answer.value().rows[0];
    CHECK(sort[0].as_string() == "Sort x DESC");
    CHECK(sort[3].as_floating() > 0);
    CHECK(sort[4].as_integer() >= 10000 * 8);
    const auto& unwind = answer.value().rows[1];
    CHECK(unwind[4].as_integer() == 0);
}

TEST_CASE("a profile starts anew each time", "[session][profile]") {
    Database database = small();
    for (int i = 0; i < 2; ++i) {
        const auto answer = database.run("PROFILE MATCH (a) RETURN a");
        REQUIRE(answer.has_value());
        CHECK(rows_of(answer.value()) == "AllNodes (a): 4\n");
    }
}

TEST_CASE("an error in a profiled run is an error", "[session][profile]") {
    const auto answer = small().run("PROFILE MATCH (a) RETURN a.year / 0");
    REQUIRE_FALSE(answer.has_value());
    CHECK(answer.error().code == ErrorCode::division_by_zero);
}
