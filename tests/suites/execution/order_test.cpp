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
          Rows{"error: invalid-row-count: $n"});
    CHECK(ordered_rows(nothing(), "UNWIND [1, 2, 3] AS x RETURN x ORDER BY x LIMIT $n", with(Value(-1))) ==
          Rows{"error: negative-integer-argument: $n"});
}

namespace {

// Orders by `key`, whose values come in a scattered order, and lists them.
Rows in_order(const std::string& list, const std::string& key) {
    return ordered_rows(nothing(), "UNWIND " + list + " AS x WITH x, " + key + " AS k ORDER BY k WITH k RETURN k");
}

}  // namespace

TEST_CASE("integers are ordered over their whole range", "[exec][sort]") {
    CHECK(in_order("[9223372036854775807, 0, -9223372036854775808, -1, 1]", "x * 1") ==
          Rows{"-9223372036854775808", "-1", "0", "1", "9223372036854775807"});
    CHECK(in_order("range(0, 3)", "CASE WHEN x = 1 THEN null ELSE toInteger(3 - x) END") ==
          Rows{"0", "1", "3", "null"});
}

TEST_CASE("floats are ordered by sign, then size; zeros are equal", "[exec][sort]") {
    CHECK(in_order("[1.5, -2.5, 1e308 * 10, -1e308 * 10, 0.0/0.0, -0.5]", "x * 1.0") ==
          Rows{"-Infinity", "-2.5", "-0.5", "1.5", "Infinity", "NaN"});
    CHECK(ordered_rows(nothing(),
                       "UNWIND [[0.0, 2], [-0.0, 1], [0.0, 0]] AS p WITH p[0] * 1.0 AS z, p[1] AS n "
                       "ORDER BY z, n RETURN n") == Rows{"0", "1", "2"});
}

TEST_CASE("texts that begin alike are ordered by their ends", "[exec][sort]") {
    CHECK(
        in_order("['cognitive therapy, second', 'cognitive therapy', 'cognitive', '', 'cognitive therapy, first', 'é']",
                 "x") == Rows{"''", "'cognitive'", "'cognitive therapy'", "'cognitive therapy, first'",
                              "'cognitive therapy, second'", "'é'"});
    CHECK(ordered_rows(nothing(), "UNWIND ['b', null, 'a', 'ab'] AS x RETURN x ORDER BY x DESC") ==
          Rows{"null", "'b'", "'ab'", "'a'"});
}

TEST_CASE("later keys decide where earlier ones are equal", "[exec][sort]") {
    CHECK(ordered_rows(nothing(),
                       "UNWIND range(0, 7) AS x WITH x % 2 = 0 AS even, toFloat(x % 3) AS third, toString(x) AS name "
                       "RETURN even, third, name ORDER BY even DESC, third, name DESC") ==
          Rows{"true | 0.0 | '6'", "true | 0.0 | '0'", "true | 1.0 | '4'", "true | 2.0 | '2'", "false | 0.0 | '3'",
               "false | 1.0 | '7'", "false | 1.0 | '1'", "false | 2.0 | '5'"});
}

TEST_CASE("texts of the graph that many rows share are ordered, null last", "[exec][sort]") {
    CHECK(ordered_rows(approaches(),
                       "MATCH (a:Approach) UNWIND range(1, 50) AS n WITH a.id AS id, n ORDER BY id DESC, n "
                       "WITH collect(id + n) AS ids RETURN ids[0], ids[49], ids[50], ids[299]") ==
          Rows{"'rebt1' | 'rebt50' | 'loner1' | 'act50'"});
    CHECK(
        ordered_rows(approaches(),
                     "MATCH (a:Approach) UNWIND range(1, 50) AS n WITH CASE WHEN a.id = 'cbt' THEN null ELSE a.id END "
                     "AS id, n ORDER BY id, n WITH collect(id) AS ids, collect(n) AS ns "
                     "RETURN ids[0], size(ids), ns[249], ns[250], ns[299]") == Rows{"'act' | 250 | 50 | 1 | 50"});
}

TEST_CASE("the first rows are those of the whole order, whatever the keys", "[exec][top][late]") {
    const std::string people =
        "UNWIND range(1, 5000) AS x WITH x, CASE WHEN x % 11 = 0 THEN null ELSE x % 7 END AS few, "
        "x * 7919 % 5003 / 10.0 AS float, 'n' + toString(x * 31 % 997) AS text, x % 2 = 0 AS even, "
        "[x % 3] AS list ";
    for (const char* keys : {"few, x", "few DESC, text", "few, float DESC, x", "float", "float DESC, x", "text, x DESC",
                             "even, few, text DESC, x", "list DESC, x", "few % 2, text, few, x"}) {
        CAPTURE(keys);
        const std::string order = people + "RETURN x ORDER BY " + keys;
        const Rows all = ordered_rows(nothing(), order);
        for (const std::size_t skip : {0, 3, 1500}) {
            for (const std::size_t limit : {1, 20, 700}) {
                const Rows some = ordered_rows(
                    nothing(), order + " SKIP " + std::to_string(skip) + " LIMIT " + std::to_string(limit));
                const auto first = all.begin() + static_cast<std::ptrdiff_t>(skip);
                REQUIRE(some == Rows(first, first + static_cast<std::ptrdiff_t>(limit)));
            }
        }
    }
}

TEST_CASE("answers are the same whether properties are read early or late", "[exec][late]") {
    for (const char* text :
         {"MATCH (a)-[:USES]->(t) RETURN t.id AS t, count(*) AS n ORDER BY n DESC, t LIMIT 2",
          "MATCH (a:Approach) RETURN a.id AS id, a.year AS year ORDER BY year DESC, id SKIP 1 LIMIT 3",
          "MATCH (a) OPTIONAL MATCH (a)-[:TREATS]->(c) RETURN c.id AS c, a.id AS a, count(*) ORDER BY c DESC, a LIMIT "
          "4",
          "MATCH (a:Approach) RETURN a.id AS id, count { MATCH (a)-[:USES]->(t) WITH t.id AS t, count(*) AS n "
          "ORDER BY n, t LIMIT 1 RETURN t } AS n ORDER BY n DESC, id LIMIT 3",
          "MATCH (a:Approach)-[:USES]->(t) WITH t.id AS t, t.id AS again, a, count(*) AS n RETURN again, a.id, n "
          "ORDER BY a.id, again"}) {
        CAPTURE(text);
        CHECK(rows(approaches(), text) == rows(approaches(), text, {.rules = plan::Rules().without(plan::Rule::late)}));
    }
}
