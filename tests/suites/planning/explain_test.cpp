#include <catch2/catch.hpp>

#include "field.h"

using namespace confer::test;

TEST_CASE("a plan is a tree of operators in the language's notation, estimated rows at the right", "[plan][explain]") {
    CHECK_PLAN(
        "MATCH (f:Family)<-[:BELONGS_TO]-(a:Approach) WHERE a.year > 1980 RETURN f.id AS f, count(*) AS n ORDER BY n "
        "DESC LIMIT 3",
        R"(
Compute f.id AS f                         3
  Top 3 by n DESC                         3
    Aggregate count(*) AS n by f         12
      Filter a.year > 1980               12
        Filter a:Approach                12
          Expand (f)<-[:BELONGS_TO]-(a)  12
            LabelScan (f:Family)          4)");
    CHECK_PLAN("MATCH p = (a {id: 'a0'})-[r:USES|TREATS*1..3]-(b) RETURN p, size(r) + 1 AS n",
               R"(
Compute size(r) + 1 AS n                    37
  MakePath p                                37
    VarExpand (a)-[r:USES|TREATS*1..3]-(b)  37
      IdSeek a.id = 'a0'                     1)");
}
