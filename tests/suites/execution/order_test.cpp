#include <catch2/catch.hpp>

#include "graphs.h"

using namespace confer::test;

TEST_CASE("rows are ordered by several keys, null last and first when descending", "[exec][sort][null]") {
    CHECK(ordered_rows(approaches(), "MATCH (a:Approach) RETURN a.id ORDER BY a.year") ==
          Rows{"'gestalt'", "'rebt'", "'cbt'", "'act'", "'dbt'", "'loner'"});
    CHECK(ordered_rows(approaches(), "MATCH (a:Approach) RETURN a.id ORDER BY a.year DESC") ==
          Rows{"'loner'", "'dbt'", "'act'", "'cbt'", "'rebt'", "'gestalt'"});
    CHECK(ordered_rows(approaches(), "MATCH (a)-[r:USES]->(t) RETURN t.id, a.id ORDER BY t.id DESC, a.id") ==
          Rows{"'mindfulness' | 'act'", "'mindfulness' | 'cbt'", "'mindfulness' | 'dbt'", "'exposure' | 'cbt'",
               "'chair' | 'gestalt'"});
}

TEST_CASE("values of all kinds have an order", "[exec][sort]") {
    CHECK(ordered_rows(nothing(), "UNWIND [1, 'a', null, true, [1], {a: 1}, 0.5, 0.0/0.0] AS x RETURN x ORDER BY x") ==
          Rows{"{a: 1}", "[1]", "'a'", "true", "0.5", "1", "NaN", "null"});
    CHECK(ordered_rows(nothing(), "UNWIND [2.5, 0.0/0.0, 1.5] AS x RETURN x ORDER BY x DESC") ==
          Rows{"NaN", "2.5", "1.5"});
}

TEST_CASE("order by looks at what is returned and at what was there before", "[exec][sort]") {
    CHECK(ordered_rows(approaches(), "MATCH (a:Approach) WHERE a.year > 1970 RETURN a.id AS name ORDER BY a.year") ==
          Rows{"'cbt'", "'act'", "'dbt'"});
    CHECK(ordered_rows(approaches(), "MATCH (a)-[:USES]->(t) RETURN t.id AS t, count(*) AS n ORDER BY n DESC, t") ==
          Rows{"'mindfulness' | 3", "'chair' | 1", "'exposure' | 1"});
    CHECK(ordered_rows(approaches(), "MATCH (a)-[:USES]->(t) RETURN t.id AS t, count(*) ORDER BY count(*) DESC, t") ==
          Rows{"'mindfulness' | 3", "'chair' | 1", "'exposure' | 1"});
}

TEST_CASE("equal rows keep their order", "[exec][sort]") {
    CHECK(ordered_rows(nothing(),
                       "UNWIND range(1, 3000) AS x WITH x ORDER BY x % 2 WITH collect(x) AS xs "
                       "RETURN xs[0], xs[1499], xs[1500], xs[2999]") == Rows{"2 | 3000 | 1 | 2999"});
}

TEST_CASE("a sort of more than one run of rows", "[exec][sort][batch]") {
    CHECK(ordered_rows(nothing(),
                       "UNWIND range(1, 150000) AS x WITH (x * 7919) % 150001 AS y ORDER BY y "
                       "WITH collect(y) AS ys RETURN ys[0], ys[74999], ys[149999], size(ys)") ==
          Rows{"1 | 75000 | 150000 | 150000"});
}

TEST_CASE("skip and limit cut", "[exec][cut]") {
    CHECK(ordered_rows(nothing(), "UNWIND range(1, 10) AS x RETURN x SKIP 3 LIMIT 2") == Rows{"4", "5"});
    CHECK(ordered_rows(nothing(), "UNWIND range(1, 10) AS x RETURN x SKIP 8") == Rows{"9", "10"});
    CHECK(ordered_rows(nothing(), "UNWIND range(1, 10) AS x RETURN x LIMIT 0").empty());
    CHECK(ordered_rows(nothing(), "UNWIND range(1, 10) AS x RETURN x SKIP 20").empty());
    CHECK(ordered_rows(nothing(),
                       "UNWIND range(1, 5000) AS x WITH x SKIP 2000 LIMIT 1500 RETURN count(x), min(x), max(x)") ==
          Rows{"1500 | 2001 | 3500"});
}

TEST_CASE("order, skip and limit together give the first rows in order", "[exec][top]") {
    CHECK(ordered_rows(approaches(), "MATCH (a:Approach) RETURN a.id ORDER BY a.year DESC SKIP 1 LIMIT 2") ==
          Rows{"'dbt'", "'act'"});
    CHECK(ordered_rows(nothing(), "UNWIND range(1, 20000) AS x RETURN (x * 7919) % 20011 AS y ORDER BY y LIMIT 3") ==
          ordered_rows(nothing(),
                       "UNWIND range(1, 20000) AS x WITH (x * 7919) % 20011 AS y ORDER BY y WITH collect(y) AS ys "
                       "UNWIND ys[0..3] AS y RETURN y"));
    CHECK(
        ordered_rows(nothing(), "UNWIND range(1, 20000) AS x RETURN x % 3 AS k, x ORDER BY k DESC SKIP 6665 LIMIT 3") ==
        Rows{"2 | 19997", "2 | 20000", "1 | 1"});
    CHECK(ordered_rows(nothing(), "UNWIND [3, 1, 2] AS x RETURN x ORDER BY x LIMIT 0").empty());
    CHECK(ordered_rows(nothing(), "UNWIND [3, 1, 2] AS x RETURN x ORDER BY x SKIP 2 LIMIT 9") == Rows{"3"});
}

TEST_CASE("skip and limit take parameters, and only whole numbers from zero on", "[exec][cut][error]") {
    const auto with = [](Value n) { return RunText{.parameters = {{"n", std::move(n)}}}; };
    CHECK(ordered_rows(nothing(), "UNWIND [1, 2, 3] AS x RETURN x LIMIT $n", with(Value(2))) == Rows{"1", "2"});
    CHECK(ordered_rows(nothing(), "UNWIND [1, 2, 3] AS x RETURN x LIMIT $n", with(Value(-1))) ==
          Rows{"error: negative-integer-argument: $n"});
    CHECK(ordered_rows(nothing(), "UNWIND [1, 2, 3] AS x RETURN x SKIP $n", with(Value(1.5))) ==
          Rows{"error: invalid-argument-type: $n"});
    CHECK(ordered_rows(nothing(), "UNWIND [1, 2, 3] AS x RETURN x ORDER BY x LIMIT $n", with(Value(-1))) ==
          Rows{"error: negative-integer-argument: $n"});
}
