#include <catch2/catch.hpp>

#include "graphs.h"

using namespace confer::test;

TEST_CASE("optional match gives nulls where there is nothing", "[exec][optional]") {
    CHECK(ordered_rows(approaches(),
                       "MATCH (a:Approach) OPTIONAL MATCH (a)-[:TREATS]->(c) RETURN a, c ORDER BY a.id, c.id") ==
          Rows{"(act) | (anxiety)", "(cbt) | (anxiety)", "(cbt) | (insomnia)", "(dbt) | null", "(gestalt) | null",
               "(loner) | null", "(rebt) | null"});
    CHECK(rows(nothing(), "OPTIONAL MATCH (a)-[r]->(b) RETURN a, r, b") == Rows{"null | null | null"});
}

TEST_CASE("optional match keeps the order of the rows", "[exec][optional]") {
    CHECK(ordered_rows(approaches(),
                       "UNWIND ['loner', 'cbt', 'nobody', 'act'] AS id OPTIONAL MATCH (a {id: id})-[:TREATS]->(c) "
                       "RETURN id, count(c)") == Rows{"'loner' | 0", "'cbt' | 2", "'nobody' | 0", "'act' | 1"});
}

TEST_CASE("the condition of an optional match belongs to it", "[exec][optional]") {
    CHECK(rows(approaches(),
               "MATCH (a {id: 'cbt'}) OPTIONAL MATCH (a)-[:TREATS]->(c) WHERE c.id = 'nothing' RETURN a, c") ==
          Rows{"(cbt) | null"});
    CHECK(rows(approaches(),
               "MATCH (a:Approach) OPTIONAL MATCH (a)-[r:USES]->(t) WHERE r.weight > a.year - 1974 "
               "RETURN a, t") == Rows{"(act) | null", "(cbt) | (exposure)", "(dbt) | null", "(gestalt) | (chair)",
                                      "(loner) | null", "(rebt) | null"});
}

TEST_CASE("optional matches follow each other, and null leads nowhere", "[exec][optional][null]") {
    CHECK(rows(approaches(),
               "MATCH (a:Approach) OPTIONAL MATCH (a)-[:DERIVES_FROM]->(b) OPTIONAL MATCH (b)-[:TREATS]->(c) "
               "RETURN a, b, c") == Rows{"(act) | (cbt) | (anxiety)", "(act) | (cbt) | (insomnia)",
                                         "(cbt) | (rebt) | null", "(dbt) | (cbt) | (anxiety)",
                                         "(dbt) | (cbt) | (insomnia)", "(gestalt) | null | null",
                                         "(loner) | null | null", "(rebt) | null | null"});
}

TEST_CASE("an optional match of several patterns is there as a whole or not at all", "[exec][optional]") {
    CHECK(rows(approaches(), "MATCH (a {id: 'dbt'}) OPTIONAL MATCH (a)-[:USES]->(t), (a)-[:TREATS]->(c) RETURN t, c") ==
          Rows{"null | null"});
    CHECK(rows(approaches(), "MATCH (a {id: 'dbt'}) OPTIONAL MATCH (a)-[:USES]->(t), (c:Condition) RETURN t, c") ==
          Rows{"(mindfulness) | (anxiety)", "(mindfulness) | (insomnia)"});
    CHECK(rows(approaches(), "MATCH (a {id: 'rebt'}) OPTIONAL MATCH p = (a)-[:USES]->(t) RETURN p, t") ==
          Rows{"null | null"});
}

TEST_CASE("an optional match runs for many batches of rows", "[exec][optional][batch]") {
    CHECK(rows(approaches(),
               "UNWIND range(1, 2500) AS x OPTIONAL MATCH (a:Approach)-[:TREATS]->(c) WHERE x % 2 = 0 "
               "RETURN count(*), count(a)") == Rows{"5000 | 3750"});
}
