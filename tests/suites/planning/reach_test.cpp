#include <catch2/catch.hpp>

#include "field.h"

using namespace confer::test;

TEST_CASE("walks of which only the ends count, once each, become a search", "[plan][reach]") {
    CHECK_PLAN("MATCH (a {id: 'a0'})-[:USES*1..3]-(b:Approach) RETURN DISTINCT b.id",
               R"(
Distinct b.id                     26
  Compute b.id                    26
    Filter b:Approach             26
      Reach (a)-[:USES*1..3]-(b)  26
        IdSeek a.id = 'a0'         1)");
    CHECK_PLAN("MATCH (a:Approach), (b:Family) WHERE (a)-[*]->(b) RETURN a.id, b.id",
               R"(
Compute a.id, b.id             80
  SemiApply                    80
    CrossProduct              160
      LabelScan (a:Approach)   40
      LabelScan (b:Family)      4
    ReachInto (a)-[*]->(b)      8
      Argument a, b             1)");
}

TEST_CASE("walks that are counted, listed or longer than one at least stay walks", "[plan][reach]") {
    CHECK_PLAN("MATCH (a {id: 'a0'})-[:USES*1..3]-(b:Approach) RETURN b.id",
               R"(
Compute b.id                        26
  Filter b:Approach                 26
    VarExpand (a)-[:USES*1..3]-(b)  26
      IdSeek a.id = 'a0'             1)");
    CHECK_PLAN("MATCH (a {id: 'a0'})-[:USES*2..3]-(b) RETURN DISTINCT b.id",
               R"(
Distinct b.id                       33
  Compute b.id                      33
    VarExpand (a)-[:USES*2..3]-(b)  33
      IdSeek a.id = 'a0'             1)");
    CHECK_PLAN("MATCH (a {id: 'a0'})-[r:USES*1..3]-(b) RETURN DISTINCT b.id, r",
               R"(
Distinct b.id, r                     36
  Compute b.id                       36
    VarExpand (a)-[r:USES*1..3]-(b)  36
      IdSeek a.id = 'a0'              1)");
    CHECK_PLAN("MATCH (a {id: 'a0'})-[r:USES*1..3]-(b) WITH b LIMIT 2 RETURN DISTINCT b.id",
               R"(
Distinct b.id                           2
  Compute b.id                          2
    Limit 2                             2
      VarExpand (a)-[r:USES*1..3]-(b)  36
        IdSeek a.id = 'a0'              1)");
}
