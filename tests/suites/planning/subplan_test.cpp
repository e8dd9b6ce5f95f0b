#include <catch2/catch.hpp>

#include "field.h"

using namespace confer::test;

TEST_CASE("an optional match is a subplan that begins with its argument", "[plan][optional]") {
    CHECK_PLAN("MATCH (a:Approach) OPTIONAL MATCH (a)-[r:TREATS]->(c) WHERE a.year > 1960 RETURN a.name, c",
               R"(
Compute a.name                  40
  OptionalApply                 40
    LabelScan (a:Approach)      40
    Expand (a)-[r:TREATS]->(c)   0
      Filter a.year > 1960       0
        Argument a               1)");
}

TEST_CASE("subqueries become subplans: conditions need no column, values do", "[plan][subquery]") {
    CHECK_PLAN(
        "MATCH (a:Approach) WHERE NOT (a)-[:TREATS]->() AND a.year > 1960 RETURN a.name, [(a)-[:USES]->(t) | t.id] AS "
        "ts",
        R"(
Compute a.name, _7 AS ts         6
  Collect t.id AS _7             6
    AntiSemiApply                6
      Filter a.year > 1960      12
        LabelScan (a:Approach)  40
      Expand (a)-[:TREATS]->()   0
        Argument a               1
    Expand (a)-[:USES]->(t)      2
      Argument a                 1)");
    CHECK_PLAN("MATCH (a:Approach) WHERE (a)-[:TREATS]->() OR a.year > 1960 RETURN a",
               R"(
Filter _3 OR a.year > 1960    26
  Exists AS _3                40
    LabelScan (a:Approach)    40
    Expand (a)-[:TREATS]->()   0
      Argument a               1)");
    CHECK_PLAN(
        "MATCH (a:Approach) RETURN [x IN [1, 2] WHERE EXISTS { (a)-[:USES]->({id: 't' + toString(x)}) } | x] AS xs",
        R"(
Compute CASE WHEN _5 IS NULL THEN null ELSE _6 END AS xs  40
  Collect x AS _6                                         40
    Compute [1, 2] AS _5                                  40
      LabelScan (a:Approach)                              40
    SemiApply                                              5
      Unwind _5 AS x                                      10
        Argument a, _5                                     1
      ExpandInto (a)-[:USES]->()                           0
        IdSeek _3.id = 't' + toString(x)                   1
          Argument a, x                                    1)");
    CHECK_PLAN("WITH ['a1'] AS ids RETURN reduce(n = 0, id IN ids | n + COUNT { ({id: id})-->() }) AS n",
               R"(
Compute _8 AS n                     1
  Fold n = 0, id IN ids | _7 AS _8  1
    Compute ['a1'] AS ids           1
      SingleRow                     1
    Compute n + _10 AS _7           1
      Count _9 AS _10               1
        Argument n, id              1
        CountWays ()-->() AS _9     1
          IdSeek _3.id = id         1
            Argument id             1)");
}

TEST_CASE("a subquery fetches again what its own WITH dropped", "[plan][subquery][recall]") {
    CHECK_PLAN(
        "MATCH (a:Approach) WHERE EXISTS { MATCH (a)-[:USES]->(t) WITH count(t) AS n MATCH (a)-[:TREATS]->(c) WHERE n "
        "= 1 RETURN c } RETURN a",
        R"(
SemiApply                                   20
  LabelScan (a:Approach)                    40
  Expand (a)-[:TREATS]->(c)                  0
    Filter n = 1                             0
      Recall a                               1
        Aggregate sum(_6) AS n               1
          CountWays (a)-[:USES]->(t) AS _6   1
            Filter a IS NOT NULL             1
              Argument a                     1)");
}
