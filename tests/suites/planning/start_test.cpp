#include <catch2/catch.hpp>

#include "field.h"

using namespace confer::test;

TEST_CASE("a match starts from an id", "[plan][start]") {
    CHECK_PLAN("MATCH (a:Approach)-[:USES]->(t:Technique {id: 't1'}) RETURN a.id",
               R"(
Compute a.id                 8
  Filter a:Approach          8
    Expand (t)<-[:USES]-(a)  8
      Filter t:Technique     1
        IdSeek t.id = 't1'   1)");
    CHECK_PLAN("MATCH (a:Approach) WHERE a.id IN $ids RETURN a",
               R"(
Filter a:Approach      5
  IdSeek a.id IN $ids  5)");
}

TEST_CASE("a match starts from the rarest label", "[plan][start]") {
    CHECK_PLAN("MATCH (a:Approach)-[:TREATS]->(c:Condition) RETURN a.id",
               R"(
Compute a.id                   1
  Filter a:Approach            1
    Expand (c)<-[:TREATS]-(a)  1
      LabelScan (c:Condition)  1)");
    CHECK_PLAN("MATCH (f:Family)<-[:BELONGS_TO]-(a:Approach)-[:USES]->(t:Technique) RETURN t",
               R"(
Filter t:Technique                   80
  Expand (a)-[:USES]->(t)            80
    Filter a:Approach                40
      Expand (f)<-[:BELONGS_TO]-(a)  40
        LabelScan (f:Family)          4)");
}

TEST_CASE("a match starts from a condition that only few meet", "[plan][start]") {
    CHECK_PLAN(
        "MATCH (x:Approach)-[:USES]->(t)<-[:USES]-(y:Approach) WHERE x.name = 'n3' AND y.year > 1960 RETURN y.name",
        R"(
Compute y.name                                   1
  Filter y.year > 1960                           1
    Filter y:Approach                            1
      Expand (t)<-[:USES]-(y) distinct from _1   1
        Expand (x)-[:USES]->(t)                  2
          Filter x.name = 'n3'                   1
            LabelScan (x:Approach)              40)");
}

TEST_CASE("a match goes on from what is bound", "[plan][start]") {
    CHECK_PLAN("MATCH (t:Technique {id: 't1'}) MATCH (a:Approach)-[:USES]->(t) RETURN a",
               R"(
Filter a:Approach          8
  Expand (t)<-[:USES]-(a)  8
    Filter t:Technique     1
      IdSeek t.id = 't1'   1)");
    CHECK_PLAN("UNWIND ['a1', 'a2'] AS id MATCH (a {id: id})-[:USES]->(t) RETURN t.id",
               R"(
Compute t.id                     3
  Expand (a)-[:USES]->(t)        3
    IdSeek a.id = id             2
      Unwind ['a1', 'a2'] AS id  2
        SingleRow                1)");
}
