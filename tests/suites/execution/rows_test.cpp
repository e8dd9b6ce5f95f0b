#include <catch2/catch.hpp>

#include "graphs.h"

using namespace confer::test;

TEST_CASE("unwind gives a row for each element, none for null, one for what is no list", "[exec][unwind]") {
    CHECK(ordered_rows(nothing(), "UNWIND [1, null, 'a'] AS x RETURN x") == Rows{"1", "null", "'a'"});
    CHECK(ordered_rows(nothing(), "UNWIND null AS x RETURN x").empty());
    CHECK(ordered_rows(nothing(), "UNWIND [] AS x RETURN x").empty());
    CHECK(ordered_rows(nothing(), "UNWIND $x AS x RETURN x", {.parameters = {{"x", Value(7)}}}) == Rows{"7"});
    CHECK(ordered_rows(nothing(), "UNWIND [[1, 2], [], [3]] AS xs UNWIND xs AS x RETURN size(xs), x") ==
          Rows{"2 | 1", "2 | 2", "1 | 3"});
}

TEST_CASE("unwind of nodes and relationships", "[exec][unwind]") {
    CHECK(rows(approaches(),
               "MATCH p = ({id: 'dbt'})-[:DERIVES_FROM*]->(x) UNWIND nodes(p) AS n RETURN DISTINCT n, n.year") ==
          Rows{"(cbt) | 1976", "(dbt) | 1993", "(rebt) | 1955"});
    CHECK(rows(approaches(),
               "MATCH (a)-[r:TREATS]->() WITH collect(r) AS rs UNWIND rs AS r MATCH (a)-[r]->(c) RETURN a, c") ==
          Rows{"(act) | (anxiety)", "(cbt) | (anxiety)", "(cbt) | (insomnia)"});
}

TEST_CASE("with renames, drops and computes", "[exec][compute]") {
    CHECK(rows(approaches(),
               "MATCH (a {id: 'cbt'}) WITH a AS b, a.year AS y MATCH (b)-[:USES]->(t) RETURN b, y + 1, t") ==
          Rows{"(cbt) | 1977 | (exposure)", "(cbt) | 1977 | (mindfulness)"});
    CHECK(rows(nothing(), "WITH 1 AS x, 2 AS y WITH y AS x, x AS y RETURN x, y") == Rows{"2 | 1"});
    CHECK(rows(nothing(), "UNWIND [1, 2, 3] AS x WITH x WHERE x <> 2 RETURN x, x AS again, x") ==
          rows(nothing(), "UNWIND [1, 3] AS x RETURN x, x AS again, x"));
    CHECK(rows(nothing(), "RETURN 1 + 1 AS two, 'a' AS a") == Rows{"2 | 'a'"});
}

TEST_CASE("a condition is true, or the row goes: false and null are alike", "[exec][filter][null]") {
    CHECK(rows(approaches(), "MATCH (a:Approach) WHERE a.year > 1980 RETURN a") == Rows{"(act)", "(dbt)"});
    CHECK(rows(approaches(), "MATCH (a:Approach) WHERE NOT a.year > 1980 RETURN a") ==
          Rows{"(cbt)", "(gestalt)", "(rebt)"});
    CHECK(rows(approaches(), "MATCH (a:Approach) WHERE a.year IS NULL RETURN a") == Rows{"(loner)"});
    CHECK(rows(nothing(), "UNWIND [true, false, null] AS x WITH x WHERE x RETURN x") == Rows{"true"});
}

TEST_CASE("an error in an expression carries its place", "[exec][error]") {
    CHECK(rows(nothing(), "UNWIND [1, 0] AS x RETURN 10 / x") == Rows{"error: division-by-zero: 10 / x"});
    CHECK(rows(nothing(), "UNWIND [1, 0] AS x WITH x WHERE 1 / x > 0 RETURN x") ==
          Rows{"error: division-by-zero: 1 / x"});
}

TEST_CASE("what the limit leaves out is not computed", "[exec][compute][top]") {
    CHECK(ordered_rows(nothing(), "UNWIND [1, 2, 0] AS x RETURN x, 10 / x AS y ORDER BY x DESC LIMIT 2") ==
          Rows{"2 | 5", "1 | 10"});
}

TEST_CASE("union all gives the rows of both, union each once", "[exec][union]") {
    CHECK(rows(nothing(), "RETURN 1 AS x UNION ALL RETURN 1 AS x UNION ALL RETURN 2 AS x") == Rows{"1", "1", "2"});
    CHECK(rows(nothing(), "RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x") == Rows{"1", "2"});
    CHECK(rows(nothing(), "RETURN 1 AS x, 'a' AS y UNION RETURN 1.0 AS x, 'a' AS y UNION RETURN null AS x, 'b' AS y") ==
          Rows{"1 | 'a'", "null | 'b'"});
    CHECK(rows(approaches(),
               "MATCH (a:Approach)-[:TREATS]->(x) RETURN x UNION MATCH (a)-[:DERIVES_FROM]->(x) RETURN x") ==
          Rows{"(anxiety)", "(cbt)", "(insomnia)", "(rebt)"});
    CHECK(rows(approaches(), "MATCH (c:Condition) RETURN c AS x UNION ALL RETURN 'text' AS x") ==
          Rows{"'text'", "(anxiety)", "(insomnia)"});
}
