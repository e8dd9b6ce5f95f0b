#include <catch2/catch.hpp>

#include "field.h"

using namespace confer::test;

TEST_CASE("what is only counted is not enumerated", "[plan][counts]") {
    CHECK_PLAN("MATCH (a:Approach)-[:USES]->(t:Technique) RETURN count(*) AS n", R"(
Aggregate sum(_4) AS n                        1
  CountWays (t)<-[:USES]-(a:Approach) AS _4  10
    LabelScan (t:Technique)                  10)");
    CHECK_PLAN("MATCH (f:Family)<-[:BELONGS_TO]-(a:Approach)-[:USES]->(t) RETURN f, count(t) AS n", R"(
Aggregate sum(_6) AS n by f                                             4
  CountWays (f)<-[:BELONGS_TO]-(a:Approach) { (a)-[:USES]->(t) } AS _6  4
    LabelScan (f:Family)                                                4)");
    CHECK_PLAN("MATCH (a:Approach)-[:USES]->(t)<-[:USES]-(b:Approach) WHERE a <> b RETURN count(*) AS n", R"(
Aggregate sum(_6) AS n                                                                       1
  CountWays (t)<-[:USES]-(a:Approach) * (t)<-[:USES]-(b:Approach) to different nodes AS _6  55
    AllNodes (t)                                                                            55)");
    CHECK_PLAN("MATCH (a)-[:USES]->(t)<-[:USES]-(b) WHERE a <> b RETURN a, t, count(*) AS n", R"(
Aggregate sum(_6) AS n by a, t                                    80
  CountWays (t)<-[:USES]-(b) distinct from _1 other than a AS _6  80
    Expand (a)-[:USES]->(t)                                       80
      AllNodes (a)                                                55)");
}

TEST_CASE("an aggregate that must see each row is given each row", "[plan][counts]") {
    CHECK_PLAN("MATCH (a:Approach)-[:USES]->(t) RETURN a, collect(a.year) AS years", R"(
Aggregate collect(a.year) AS years by a  80
  Expand (a)-[:USES]->(t)                80
    LabelScan (a:Approach)               40)");
    CHECK_PLAN("MATCH (a:Approach)-[:USES]->(t) RETURN a, max(t.id) AS last, count(*) AS n", R"(
Aggregate max(t.id) AS last, count(*) AS n by a  80
  Expand (a)-[:USES]->(t)                        80
    LabelScan (a:Approach)                       40)");
}

TEST_CASE("a start that only few nodes lead to is not given up for a count", "[plan][counts]") {
    CHECK_PLAN("MATCH (a:Approach)-[:TREATS]->(c:Condition) RETURN a.id, count(*) AS n", R"(
Compute a.id                     1
  Aggregate count(*) AS n by a   1
    Filter a:Approach            1
      Expand (c)<-[:TREATS]-(a)  1
        LabelScan (c:Condition)  1)");
}

TEST_CASE("a node between two others that is only counted: a sparse product, or an intersection", "[plan][products]") {
    CHECK_PLAN(
        "MATCH (a {id: 'a1'})-[:USES]->(t)<-[:USES]-(b:Approach) RETURN b.id, count(*) AS n ORDER BY n DESC LIMIT 5",
        R"(
Compute b.id                                                        2
  Top 5 by n DESC                                                   2
    Aggregate sum(_7) AS n by b                                     2
      Filter b:Approach                                             2
        SparseProduct (a)-[:USES]->(t)<-[:USES]-(b) AS _7 distinct  2
          IdSeek a.id = 'a1'                                        1)");
    CHECK_PLAN("MATCH (a:Approach)-[:USES]->(t)<-[:USES]-(b:Approach) RETURN a.id, b.id, count(*) AS n", R"(
Compute a.id, b.id                                                108
  Aggregate sum(_8) AS n by a, b                                  108
    Filter b:Approach                                             116
      SparseProduct (a)-[:USES]->(t)<-[:USES]-(b) AS _8 distinct  116
        LabelScan (a:Approach)                                     40)");
    CHECK_PLAN(
        "MATCH (a:Approach)-[:USES]->(t)<-[:USES]-(b:Approach)-[:BELONGS_TO]->(f)<-[:BELONGS_TO]-(a) "
        "RETURN f.id, count(*) AS n",
        R"(
Compute f.id                                                    2
  Aggregate sum(_10) AS n by f                                  2
    CountCommon (a)-[:USES]->(t)<-[:USES]-(b) AS _10 distinct   2
      Filter a:Approach                                        29
        Expand (f)<-[:BELONGS_TO]-(a) distinct from _5         29
          Expand (b)-[:BELONGS_TO]->(f)                        40
            LabelScan (b:Approach)                             40)");
}

TEST_CASE("a cycle is counted between the fewest pairs of nodes", "[plan][products]") {
    std::string nodes, edges;
    const auto node = [&](const std::string& label, int i) {
        nodes += (nodes.empty() ? "" : ", ") + (R"({"label": ")" + label) + R"(", "id": ")" + label +
                 std::to_string(i) + "\"}";
    };
    const auto edge = [&](const std::string& type, const std::string& from, const std::string& to) {
        edges += (edges.empty() ? "" : ", ") + (R"({"type": ")" + type) + R"(", "from": ")" + from + R"(", "to": ")" +
                 to + "\"}";
    };
    for (int i = 0; i < 6; ++i) node("Condition", i);
    for (int i = 0; i < 12; ++i) {
        node("Technique", i);
        edge("TREATS", "Technique" + std::to_string(i), "Condition" + std::to_string(i % 6));
    }
    for (int i = 0; i < 60; ++i) {
        const std::string id = "Approach" + std::to_string(i);
        node("Approach", i);
        for (int k = 0; k < 4; ++k) edge("USES", id, "Technique" + std::to_string((i * 5 + k) % 12));
        for (int k = 0; k < 2; ++k) edge("TREATS", id, "Condition" + std::to_string((i + k) % 6));
    }
    const GraphPtr graph = graph_of(R"({"nodes": [)" + nodes + R"(], "edges": [)" + edges + "]}");
    CHECK("\n" + explained(graph,
                           "MATCH (a:Approach)-[:USES]->(t:Technique)-[:TREATS]->(c:Condition)<-[:TREATS]-(a) "
                           "RETURN count(*) AS n") ==
          R"(
Aggregate sum(_7) AS n                                         1
  CountCommon (t)<-[:USES]-(a:Approach)-[:TREATS]->(c) AS _7  12
    Filter t:Technique                                        12
      Expand (c)<-[:TREATS]-(t)                               12
        LabelScan (c:Condition)                                6)");
}

TEST_CASE("each rule can be switched off", "[plan][rules]") {
    const std::string text = "MATCH (a:Approach)-[:USES]->(t)<-[:USES]-(b:Approach) RETURN a, count(*)";
    for (const auto& [rule, mark] :
         {std::pair{plan::Rule::counts, "CountWays"}, {plan::Rule::products, "SparseProduct"}}) {
        const bool product = rule == plan::Rule::products;
        const std::string asked = product ? text + ", b.id" : text;
        CHECK(plan::explain(plan_of(*field(), asked).value()).find(mark) != std::string::npos);
        CHECK(plan::explain(plan_of(*field(), asked, plan::Rules().without(rule)).value()).find(mark) ==
              std::string::npos);
    }
    CHECK(plan::Rules().without("counts").has_value());
    CHECK_FALSE(plan::Rules().without("miracles").has_value());
}

TEST_CASE("a condition that few nodes meet is where a match starts", "[plan][existence]") {
    CHECK_PLAN("MATCH (a:Approach) WHERE (a)-[:BELONGS_TO]->({id: 'f1'}) AND (a)-[:TREATS]->() RETURN a",
               R"(
SemiApply                           0
  Filter a:Approach                 1
    Distinct a                      1
      Expand ()<-[:BELONGS_TO]-(a)  1
        IdSeek _2.id = 'f1'         1
  Expand (a)-[:TREATS]->()          0
    Argument a                      1)");
    CHECK_PLAN("MATCH (f:Family) WHERE NOT (f)<-[:BELONGS_TO]-({id: 'a1'}) RETURN f",
               R"(
AntiSemiApply                       2
  LabelScan (f:Family)              4
  ExpandInto (f)<-[:BELONGS_TO]-()  0
    IdSeek _2.id = 'a1'             1
      Argument f                    1)");
}
