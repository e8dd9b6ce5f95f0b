// Plans are kept from run to run, and nobody can tell by the answers.
#include <catch2/catch.hpp>

#include "load/read_graph.h"
#include "session/database.h"
#include "session/plan_cache.h"
#include "session/prepared.h"
#include "value/format.h"

using namespace confer::engine;

namespace {

Database small() {
    constexpr std::string_view json = R"({"nodes": [
        {"id": "cbt", "label": "Approach", "name": "CBT", "year": 1964},
        {"id": "dbt", "label": "Approach", "name": "DBT", "year": 1993},
        {"id": "act", "label": "Approach", "name": "ACT", "year": 1999}], "edges": []})";
    return Database(load::read_graph(load::TextFiles({{"graph.json", json}}), "graph.json").value());
}

// The first column, a row a line; or the error's code and place.
std::string told(const Result<Answer>& answer) {
    if (!answer) {
        const SourceSpan span = answer.error().span.value_or(SourceSpan{});
        return std::string(info(answer.error().code).name) + " at " + std::to_string(span.begin) + "-" +
               std::to_string(span.end);
    }
    std::string out;
    for (const auto& row : answer.value().rows) out += (out.empty() ? "" : ", ") + to_literal(row.front());
    return out;
}

RunOptions with(exec::Parameters parameters) {
    RunOptions options;
    options.parameters = std::move(parameters);
    return options;
}

std::shared_ptr<const Compiled> plan_without_literals() {
    return std::make_shared<const Compiled>();
}

}  // namespace

TEST_CASE("statements that differ in what properties are compared with give their own answers", "[session][plans]") {
    Database database = small();
    CHECK(told(database.run("MATCH (a {id: 'cbt'}) RETURN a.name")) == "'CBT'");
    CHECK(told(database.run("MATCH (a {id: 'dbt'}) RETURN a.name")) == "'DBT'");
    CHECK(told(database.run("MATCH (a) WHERE a.year > 1990 RETURN a.name ORDER BY a.name")) == "'ACT', 'DBT'");
    CHECK(told(database.run("MATCH (a) WHERE a.year > 1995 RETURN a.name ORDER BY a.name")) == "'ACT'");
    CHECK(told(database.run("MATCH (a) WHERE a.year > 1950 RETURN a.name ORDER BY a.name LIMIT 1")) == "'ACT'");
    CHECK(told(database.run("MATCH (a) WHERE a.year > 1950 RETURN a.name ORDER BY a.name LIMIT 2")) == "'ACT', 'CBT'");
}

TEST_CASE("columns and patterns are in the statement's own words", "[session][plans]") {
    Database database = small();
    for (const std::string id : {"cbt", "dbt", "none of them"}) {
        const auto answer = database.run("MATCH (a {id: '" + id + "'}) RETURN a.name = '" + id + "'");
        REQUIRE(answer.has_value());
        CHECK(answer.value().columns[0].name == "a.name = '" + id + "'");
        CHECK(answer.value().pattern == "MATCH (a {id: '" + id + "'})\nRETURN a.name = '" + id + "'");
    }
}

TEST_CASE("errors are placed in the statement that was asked", "[session][plans]") {
    Database database = small();
    CHECK(told(database.run("MATCH (a {id: 'cbt'}) RETURN a.year / 0")) == "division-by-zero at 29-39");
    CHECK(told(database.run("MATCH (a {id: 'd' }) RETURN a.year / 0")).empty());
    const std::string longer = "MATCH (a) WHERE a.name <> 'nobody at all' RETURN a.year / 0";
    CHECK(told(database.run("MATCH (a) WHERE a.name <> '' RETURN a.year / 0")) == "division-by-zero at 36-46");
    CHECK(told(database.run(longer)) == "division-by-zero at 49-59");
}

TEST_CASE("a parameter of another kind makes another plan", "[session][plans]") {
    Database database = small();
    const Prepared prepared("MATCH (a) WHERE a.year > $y RETURN a.name ORDER BY a.name");
    CHECK(told(database.run(prepared, with({{"y", 1990}}))) == "'ACT', 'DBT'");
    CHECK(told(database.run(prepared, with({{"y", 1998.5}}))) == "'ACT'");
    CHECK(told(database.run(prepared, with({{"y", Value()}}))).empty());
    CHECK(told(database.run(prepared, with({{"y", Value(std::string_view("x"))}}))).empty());
    CHECK(told(database.run(prepared, with({{"y", 1990}}))) == "'ACT', 'DBT'");
    CHECK(told(database.run(prepared)) == "missing-parameter at 25-27");
}

TEST_CASE("a prepared statement follows the graph", "[session][plans]") {
    Database database = small();
    const Prepared prepared("MATCH (a) RETURN count(*)");
    CHECK(told(database.run(prepared)) == "3");
    database.reset();
    CHECK(told(database.run(prepared)) == "0");
    CHECK(told(small().run(prepared)) == "3");
}

TEST_CASE("the cache forgets what was used longest ago", "[session][plans]") {
    PlanCache cache;
    const auto name = [](std::size_t i) { return "RETURN a" + std::to_string(i); };
    for (std::size_t i = 0; i <= PlanCache::max_plans; ++i) {
        cache.keep(skeleton_of(name(i)), name(i), "", plan_without_literals());
        CHECK(cache.find(skeleton_of(name(0)), name(0), "") != nullptr);
    }
    CHECK(cache.find(skeleton_of(name(1)), name(1), "") == nullptr);
    CHECK(cache.find(skeleton_of(name(2)), name(2), "") != nullptr);
    CHECK(cache.find(skeleton_of(name(2)), name(2), "other conditions") == nullptr);
}
