#include <catch2/catch.hpp>

#include "field.h"

using namespace confer::test;

TEST_CASE("a condition stands where its variables are bound first", "[plan][push-down]") {
    CHECK_PLAN(
        "MATCH (f:Family)<-[:BELONGS_TO]-(a:Approach)-[:USES]->(t) WHERE a.year > 1980 AND f.id <> t.id AND f.id <> "
        "'f0' RETURN a",
        R"(
Filter f.id <> t.id                    22
  Expand (a)-[:USES]->(t)              22
    Filter a.year > 1980               11
      Filter a:Approach                11
        Expand (f)<-[:BELONGS_TO]-(a)  11
          Filter f.id <> 'f0'           4
            LabelScan (f:Family)        4)");
}

TEST_CASE("a condition behind a WITH that only passes variables on moves into the match", "[plan][push-down]") {
    CHECK_PLAN("MATCH (a:Approach) WITH a, a.name AS n WHERE a.id = 'a7' AND n STARTS WITH 'n' RETURN n",
               R"(
Filter n STARTS WITH 'n'  0
  Compute a.name AS n     1
    Filter a:Approach     1
      IdSeek a.id = 'a7'  1)");
    CHECK_PLAN("MATCH (a:Approach) WITH a LIMIT 3 WHERE a.id = 'a7' RETURN a",
               R"(
Filter a.id = 'a7'           0
  Limit 3                    3
    LabelScan (a:Approach)  40)");
}

TEST_CASE("what only the last rows need is computed last", "[plan][push-down]") {
    CHECK_PLAN("MATCH (a:Approach) RETURN a.name, a.year AS y ORDER BY y LIMIT 2",
               R"(
Compute a.name                 2
  Compute a.year AS y          2
    Top 2 by a.year            2
      LabelScan (a:Approach)  40)");
}
