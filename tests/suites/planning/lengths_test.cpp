#include <catch2/catch.hpp>

#include "field.h"

using namespace confer::test;

TEST_CASE("of a path of which only the length is read, the walk says it", "[plan][lengths]") {
    CHECK_PLAN("MATCH p = shortestPath((a {id: 'a0'})-[*]-(b {id: 'a1'})) RETURN length(p) AS n",
               R"(
Compute _5 AS n                                        1
  ShortestWalkInto (a)-[*]-(b), length AS _5 shortest  1
    IdSeek b.id = 'a1'                                 1
      IdSeek a.id = 'a0'                               1)");
    CHECK_PLAN("MATCH p = (a {id: 'a0'})-[*1..3]->(b) RETURN b.id, min(length(p)) AS n ORDER BY n LIMIT 3",
               R"(
Compute b.id                                     3
  Top 3 by n                                     3
    Aggregate min(_6) AS n by b                 18
      VarExpand (a)-[*1..3]->(b), length AS _6  18
        IdSeek a.id = 'a0'                       1)");
}

TEST_CASE("a path that nobody reads is not put together", "[plan][lengths]") {
    CHECK_PLAN("MATCH p = (a {id: 'a0'})-[*1..3]->(b) RETURN b.id",
               R"(
Compute b.id                  18
  VarExpand (a)-[*1..3]->(b)  18
    IdSeek a.id = 'a0'         1)");
}

TEST_CASE("a path that is read otherwise says its length itself", "[plan][lengths]") {
    CHECK_PLAN("MATCH p = (a {id: 'a0'})-[*1..3]->(b) RETURN length(p) AS n, nodes(p) AS l",
               R"(
Compute length(p) AS n, nodes(p) AS l  18
  MakePath p                           18
    VarExpand (a)-[*1..3]->(b)         18
      IdSeek a.id = 'a0'                1)");
    CHECK_PLAN("MATCH p = (a {id: 'a0'})-[*1..3]->(b) WITH p AS q RETURN length(q) AS n",
               R"(
Compute length(q) AS n            18
  Compute p AS q                  18
    MakePath p                    18
      VarExpand (a)-[*1..3]->(b)  18
        IdSeek a.id = 'a0'         1)");
    CHECK_PLAN("MATCH p = (a {id: 'a0'})-[*1..3]->(b)-[:USES]->(c) RETURN length(p) AS n",
               R"(
Compute length(p) AS n                        26
  MakePath p                                  26
    Expand (b)-[:USES]->(c) distinct from _1  26
      VarExpand (a)-[*1..3]->(b)              18
        IdSeek a.id = 'a0'                     1)");
}

TEST_CASE("a walk whose length is read is not only a search for its ends", "[plan][lengths]") {
    CHECK_PLAN("MATCH p = (a {id: 'a0'})-[*1..3]->(b) RETURN DISTINCT b.id, length(p) AS n",
               R"(
Distinct b.id, n                              18
  Compute b.id, _6 AS n                       18
    VarExpand (a)-[*1..3]->(b), length AS _6  18
      IdSeek a.id = 'a0'                       1)");
}
