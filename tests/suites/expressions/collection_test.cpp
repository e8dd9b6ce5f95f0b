#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("lists and maps hold any values", "[expr][collection]") {
    expect({
        {"[]", "[]"},
        {"[1, 'a', null, [true]]", "[1, 'a', null, [true]]"},
        {"{}", "{}"},
        {"{b: 1, a: [2]}", "{a: [2], b: 1}"},
        {"{a: 1 + 1}.a", "2"},
        {"{a: null}.a", "null"},
        {"{a: 1}.b", "null"},
        {"{a: {b: 3}}.a.b", "3"},
    });
}

TEST_CASE("collections are built row by row", "[expr][collection]") {
    expect_over_graph({
        {"[n.year, r.weight]", "[1976, 3]; [1951, null]; [1976, 7]; [null, null]"},
        {"{y: n.year, t: type(r)}",
         "{t: 'USES', y: 1976}; {t: 'USES', y: 1951}; {t: 'MADE_BY', y: 1976}; "
         "{t: null, y: null}"},
        {"[n][0].year", "1976; 1951; 1976; null"},
        {"{a: r}.a.weight", "3; null; 7; null"},
    });
}

TEST_CASE("a map projection picks and adds entries", "[expr][collection]") {
    expect_over_graph({
        {"n {.year, extra: 1}", "{extra: 1, year: 1976}; {extra: 1, year: 1951}; {extra: 1, year: 1976}; null"},
        {"r {.*, weight: 0}", "{weight: 0}; {weight: 0}; {since: 1976, weight: 0}; null"},
        {"m {.*}.name", "'Exposure'; 'Exposure'; null; null"},
    });
}

TEST_CASE("collections nested too deep are refused when they are built", "[expr][collection][error]") {
    CHECK(evaluate("reduce(nested = [], x IN range(1, 2000) | [nested])") == "error: nesting-too-deep");
}
}  // namespace confer::engine::expressions
