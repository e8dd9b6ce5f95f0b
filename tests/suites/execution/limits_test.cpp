#include <catch2/catch.hpp>

#include "graphs.h"

using namespace confer::test;

namespace {

// Its lists are short, so that no time passes in making them.
const char* const endless =
    "UNWIND range(1, 1000) AS x UNWIND range(1, 1000) AS y UNWIND range(1, 1000) AS z UNWIND range(1, 1000) AS w "
    "WITH x, y, z, w WHERE x + y + z + w < 0 RETURN count(*)";

// Everybody knows everybody: more walks than anybody could count.
GraphPtr tangle() {
    std::string nodes, edges;
    for (int i = 0; i < 12; ++i) {
        nodes += (i == 0 ? "" : ",") + (R"({"id": ")" + std::to_string(i) + R"(", "label": "N"})");
        for (int j = 0; j < i; ++j)
            edges += (edges.empty() ? "" : ",") +
                     (R"({"from": ")" + std::to_string(i) + R"(", "type": "R", "to": ")" + std::to_string(j) + "\"}");
    }
    return graph_of(R"({"nodes": [)" + nodes + R"(], "edges": [)" + edges + "]}");
}

}  // namespace

TEST_CASE("a run stops at its deadline", "[exec][limits]") {
    CHECK(rows(nothing(), endless, {.limits = {.timeout_seconds = 0.05}}) == Rows{"error: timeout"});
    CHECK(rows(tangle(), "MATCH (a)-[*]-(b) RETURN count(*)", {.limits = {.timeout_seconds = 0.05}}) ==
          Rows{"error: timeout"});
    CHECK(rows(tangle(), "MATCH p = SHORTEST 1000000000 (a)-[*]-(b) RETURN count(p)",
               {.limits = {.timeout_seconds = 0.05}}) == Rows{"error: timeout"});
    CHECK(rows(tangle(), "MATCH p = ANY SHORTEST (a)-[*]-(b)-->(c) RETURN count(p)",
               {.limits = {.timeout_seconds = 0.05}}) == Rows{"error: timeout"});
    CHECK(rows(approaches(), "UNWIND range(1, 100000) AS i MATCH (a), (b), (c), (d), (e), (f) RETURN count(*)",
               {.limits = {.timeout_seconds = 0.05}}) == Rows{"error: timeout"});
}

TEST_CASE("a run stops when it is told to", "[exec][limits]") {
    CancelToken token;
    token.request();
    CHECK(rows(nothing(), endless, {.cancel = &token}) == Rows{"error: interrupted"});
}

TEST_CASE("a run stops when it holds too much", "[exec][limits]") {
    const RunText little{.limits = {.max_memory_bytes = 200000}};
    // Two short lists make many rows: a long one would be too much by itself.
    const auto many = [](const std::string& rest) {
        return "UNWIND range(0, 399) AS i UNWIND range(1, 250) AS j WITH 250 * i + j AS x " + rest;
    };
    CHECK(rows(nothing(), many("RETURN collect(x)"), little) == Rows{"error: memory-limit"});
    CHECK(rows(nothing(), many("RETURN DISTINCT x"), little) == Rows{"error: memory-limit"});
    CHECK(rows(nothing(), many("RETURN x ORDER BY x DESC"), little) == Rows{"error: memory-limit"});
    CHECK(rows(nothing(), many("WITH x, count(*) AS n RETURN sum(n)"), little) == Rows{"error: memory-limit"});
    CHECK(rows(nothing(), many("RETURN count(DISTINCT x)"), little) == Rows{"error: memory-limit"});
    CHECK(rows(tangle(), "MATCH p = SHORTEST 1000000000 (a {id: '0'})-[*]-(b {id: '1'}) RETURN count(p)", little) ==
          Rows{"error: memory-limit"});
    CHECK(rows(tangle(), "MATCH (a)-[r*]-(b) RETURN collect(r)", little) == Rows{"error: memory-limit"});
    CHECK(rows(nothing(), many("WITH x LIMIT 100 RETURN count(x)"), little) == Rows{"100"});
    CHECK(rows(nothing(), many("RETURN x % 100 AS y ORDER BY x DESC LIMIT 1"), little) == Rows{"0"});
}

TEST_CASE("memory is given back when the run ends", "[exec][limits]") {
    const Result<plan::Plan> plan = plan_of(*nothing(), "UNWIND range(1, 1000) AS x RETURN x ORDER BY x");
    REQUIRE(plan.has_value());
    const auto query = exec::lower(plan.value(), *nothing());
    REQUIRE(query.has_value());
    RunLimits limits;
    const exec::Parameters none;
    exec::RunContext run{*nothing(), none, limits};
    std::size_t most = 0;
    const auto take = [&](exec::RowBatch&) -> Result<void> {
        most = std::max(most, limits.charged());
        return {};
    };
    REQUIRE(query.value()->run(run, take).has_value());
    CHECK(most > 1000);
    CHECK(limits.charged() == 0);
}

TEST_CASE("a limit stops the work below it", "[exec][limits][cut]") {
    CHECK(rows(nothing(), "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN x, y LIMIT 1",
               {.limits = {.timeout_seconds = 20}}) == Rows{"1 | 1"});
    // One row is enough to know that something is there.
    CHECK(rows(approaches(),
               "UNWIND range(1, 20) AS i MATCH (x {id: 'cbt'}) WHERE EXISTS { MATCH (x)--(a)--(b)--(c), (d), (e), (f), "
               "(g), (h), (i2) } "
               "RETURN count(*)",
               {.limits = {.timeout_seconds = 20}}) == Rows{"20"});
}

TEST_CASE("a lowered query runs again and again, and in several places at once", "[exec]") {
    const Result<plan::Plan> plan = plan_of(
        *approaches(), "MATCH (a:Approach)-[:USES]->(t) RETURN t.id AS t, count(*) AS n ORDER BY n DESC LIMIT 1");
    REQUIRE(plan.has_value());
    const auto query = exec::lower(plan.value(), *approaches());
    REQUIRE(query.has_value());
    for (int i = 0; i < 3; ++i) {
        RunLimits limits;
        const exec::Parameters none;
        exec::RunContext run{*approaches(), none, limits};
        std::vector<std::int64_t> counts;
        REQUIRE(query.value()
                    ->run(run,
                          [&](exec::RowBatch& batch) -> Result<void> {
                              batch.for_each_row([&](exec::RowIndex row) {
                                  counts.push_back(batch.columns[1].get(row).as_integer());
                              });
                              return {};
                          })
                    .has_value());
        CHECK(counts == std::vector<std::int64_t>{3});
    }
}
