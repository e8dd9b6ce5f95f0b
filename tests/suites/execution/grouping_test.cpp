#include <catch2/catch.hpp>

#include "graphs.h"

using namespace confer::test;

TEST_CASE("aggregates group by the other items", "[exec][aggregate]") {
    CHECK(rows(approaches(), "MATCH (a)-[r:USES]->(t) RETURN t.id, count(*), sum(r.weight)") ==
          Rows{"'chair' | 1 | 2", "'exposure' | 1 | 3", "'mindfulness' | 3 | 6"});
    CHECK(rows(approaches(), "MATCH (a)-[]->(b) RETURN labels(a) AS from, labels(b) AS to, count(*)") ==
          Rows{"['Approach'] | ['Approach'] | 3", "['Approach'] | ['Condition'] | 3",
               "['Approach'] | ['Technique'] | 5"});
    CHECK(rows(approaches(), "MATCH (a)-[:USES]->(t) WITH t, count(a) AS n WHERE n > 1 RETURN t, n") ==
          Rows{"(mindfulness) | 3"});
}

TEST_CASE("without groups there is one row even of nothing, with groups there is none", "[exec][aggregate]") {
    CHECK(
        rows(nothing(), "MATCH (n) RETURN count(*), count(n), sum(n.x), avg(n.x), min(n.x), max(n.x), collect(n.x)") ==
        Rows{"0 | 0 | 0 | null | null | null | []"});
    CHECK(rows(nothing(), "MATCH (n) RETURN n.x, count(*)").empty());
}

TEST_CASE("aggregates skip nulls", "[exec][aggregate][null]") {
    CHECK(
        rows(nothing(),
             "UNWIND [1, null, 3, null] AS x RETURN count(*), count(x), sum(x), avg(x), min(x), max(x), collect(x)") ==
        Rows{"4 | 2 | 4 | 2.0 | 1 | 3 | [1, 3]"});
    CHECK(rows(nothing(), "UNWIND [null, null] AS x RETURN sum(x), avg(x), min(x), collect(x)") ==
          Rows{"0 | null | null | []"});
}

TEST_CASE("sums are integers until a float comes", "[exec][aggregate]") {
    CHECK(rows(nothing(), "UNWIND [1, 2] AS x RETURN sum(x)") == Rows{"3"});
    CHECK(rows(nothing(), "UNWIND [1, 0.5] AS x RETURN sum(x), avg(x)") == Rows{"1.5 | 0.75"});
    CHECK(rows(nothing(), "UNWIND [9223372036854775807, 1] AS x RETURN sum(x)") == Rows{"error: integer-overflow: x"});
    CHECK(rows(nothing(), "UNWIND [9223372036854775807, 1, -1] AS x RETURN sum(x)") == Rows{"9223372036854775807"});
    CHECK(rows(nothing(), "UNWIND $xs AS x RETURN sum(x)",
               {.parameters = {{"xs", Value(ValueList{Value(1), Value(std::string_view("2"))})}}}) ==
          Rows{"error: invalid-argument-type: x"});
}

TEST_CASE("min and max follow the total order", "[exec][aggregate]") {
    CHECK(rows(nothing(), "UNWIND [1, 'a', null, [1, 2], 0.2, 'b'] AS x RETURN min(x), max(x)") == Rows{"[1, 2] | 1"});
    CHECK(rows(nothing(), "UNWIND [0.0 / 0.0, 1.5, -2.5] AS x RETURN min(x), max(x)") == Rows{"-2.5 | NaN"});
    CHECK(rows(nothing(), "UNWIND [true, false] AS x RETURN min(x), max(x)") == Rows{"false | true"});
}

TEST_CASE("groups are equivalence classes: null with null, NaN with NaN, 1 with 1.0", "[exec][aggregate][null]") {
    CHECK(
        rows(nothing(), "UNWIND [1, 1.0, null, 'a', null, 0.0/0.0, 0.0/0.0, 'a', -0.0, 0.0] AS x RETURN x, count(*)") ==
        Rows{"'a' | 2", "-0.0 | 2", "1 | 2", "NaN | 2", "null | 2"});
    CHECK(rows(approaches(), "MATCH (a:Approach) OPTIONAL MATCH (a)-[:DERIVES_FROM]->(b) RETURN b, count(*)") ==
          Rows{"(cbt) | 2", "(rebt) | 1", "null | 3"});
    CHECK(rows(nothing(), "UNWIND [[1, null], [1.0, null], [null, 1]] AS x RETURN count(DISTINCT x)") == Rows{"2"});
}

TEST_CASE("DISTINCT inside an aggregate takes each value of a group once", "[exec][aggregate][distinct]") {
    CHECK(rows(nothing(),
               "UNWIND [1, 1, 2, null, null] AS x RETURN count(DISTINCT x), sum(DISTINCT x), collect(DISTINCT x)") ==
          Rows{"2 | 3 | [1, 2]"});
    CHECK(rows(approaches(), "MATCH (a:Approach)-[]->(x) RETURN labels(x)[0] AS label, count(x), count(DISTINCT x)") ==
          Rows{"'Approach' | 3 | 2", "'Condition' | 3 | 2", "'Technique' | 5 | 3"});
    CHECK(rows(nothing(), "UNWIND range(1, 4000) AS x RETURN count(DISTINCT x % 7)") == Rows{"7"});
}

TEST_CASE("many groups come in batches", "[exec][aggregate][batch]") {
    CHECK(rows(nothing(),
               "UNWIND range(1, 9000) AS x WITH x % 3000 AS k, count(*) AS n RETURN count(k), min(n), max(n)") ==
          Rows{"3000 | 3 | 3"});
    CHECK(rows(nothing(),
               "UNWIND range(1, 9000) AS x WITH toString(x % 3000) AS k, collect(x) AS xs "
               "RETURN count(k), min(size(xs)), max(size(xs))") == Rows{"3000 | 3 | 3"});
}

TEST_CASE("items compute with aggregates and keys", "[exec][aggregate]") {
    CHECK(rows(approaches(), "MATCH (a)-[:USES]->(t) RETURN t.id + '!' AS name, count(*) * 2 + 1 AS n") ==
          Rows{"'chair!' | 3", "'exposure!' | 3", "'mindfulness!' | 7"});
    CHECK(rows(nothing(), "UNWIND [1, 2, 3, 4] AS x RETURN percentileCont(x, 0.5), stDevP(x) > 1") ==
          Rows{"2.5 | true"});
}

TEST_CASE("an aggregate's own error carries its place", "[exec][aggregate][error]") {
    CHECK(rows(nothing(), "UNWIND [1, 2] AS x RETURN percentileCont(x, 1.5)") == Rows{"error: number-out-of-range: x"});
}

TEST_CASE("distinct keeps one row of each combination", "[exec][distinct]") {
    CHECK(rows(approaches(), "MATCH (a)-[]->(b) RETURN DISTINCT labels(b)") ==
          Rows{"['Approach']", "['Condition']", "['Technique']"});
    CHECK(rows(nothing(), "UNWIND [1, 1.0, null, null, 'x'] AS x RETURN DISTINCT x") == Rows{"'x'", "1", "null"});
    CHECK(rows(nothing(), "UNWIND range(1, 5000) AS x RETURN DISTINCT x % 2 AS r, x % 3 AS s") ==
          Rows{"0 | 0", "0 | 1", "0 | 2", "1 | 0", "1 | 1", "1 | 2"});
    CHECK(rows(approaches(), "MATCH (a:Approach) WITH DISTINCT a, a AS b RETURN count(*)") == Rows{"6"});
}
