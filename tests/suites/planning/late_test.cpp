#include <catch2/catch.hpp>

#include "field.h"
#include "graph/graph_builder.h"

using namespace confer::test;

namespace {

std::string plan_without_late(const GraphPtr& graph, const std::string& text) {
    return plan::explain(plan_of(*graph, text, plan::Rules().without(plan::Rule::late)).value());
}

}  // namespace

TEST_CASE("where no two nodes have the same id, rows are grouped by a node instead of its id", "[plan][late]") {
    CHECK_PLAN("MATCH (a:Approach) RETURN a.id AS id, a.year AS year, count(*) AS n", R"(
Compute a.id AS id                              40
  Aggregate count(*) AS n by a, a.year AS year  40
    LabelScan (a:Approach)                      40)");
    CHECK_PLAN("MATCH (a:Approach) WITH a.id AS id, a.id AS again, count(*) AS n RETURN id, again, n", R"(
Compute a.id AS id, a.id AS again  40
  Aggregate count(*) AS n by a     40
    LabelScan (a:Approach)         40)");
    CHECK_PLAN("MATCH (a:Approach) WITH a.id AS id, count(*) AS n RETURN n", R"(
Aggregate count(*) AS n by a  40
  LabelScan (a:Approach)      40)");
}

TEST_CASE("where a node has no id, rows are grouped by what there is", "[plan][late]") {
    GraphBuilder builder;
    builder.declare(builder.reference("x"), {});
    builder.add_anonymous_node({});
    const GraphPtr graph = std::move(builder).finish();
    const std::string text = "MATCH (a) RETURN a.id AS id, count(*) AS n";
    CHECK(explained(graph, text) == plan_without_late(graph, text));
}

TEST_CASE("the first rows are found before their nodes' properties become columns", "[plan][late]") {
    CHECK_PLAN("MATCH (a:Approach) RETURN a.name AS name, a.year AS year ORDER BY year DESC, name LIMIT 3", R"(
Compute a.name AS name, a.year AS year   3
  Top 3 by a.year DESC, a.name           3
    LabelScan (a:Approach)              40)");
    CHECK_PLAN("MATCH (a:Approach)-[:USES]->(t) RETURN t.id AS t, count(*) AS n ORDER BY n DESC, t LIMIT 3", R"(
Compute t.id AS t                                 3
  Top 3 by n DESC, t.id                           3
    Aggregate sum(_5) AS n by t                  55
      CountWays (t)<-[:USES]-(a:Approach) AS _5  55
        AllNodes (t)                             55)");
    CHECK_PLAN("MATCH (a:Approach) RETURN a.name AS name ORDER BY toUpper(name) LIMIT 3", R"(
Top 3 by toUpper(name)       3
  Compute a.name AS name    40
    LabelScan (a:Approach)  40)");
}

TEST_CASE("without the rule, properties are columns from the beginning", "[plan][late]") {
    CHECK("\n" +
              plan_without_late(field(), "MATCH (a:Approach) RETURN a.id AS id, count(*) AS n ORDER BY id LIMIT 3") ==
          R"(
Top 3 by id                               3
  Aggregate count(*) AS n by a.id AS id  40
    LabelScan (a:Approach)               40)");
}
