#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("CASE takes the first branch whose condition is true", "[expr][case]") {
    expect({
        {"CASE WHEN true THEN 1 ELSE 2 END", "1"},
        {"CASE WHEN false THEN 1 ELSE 2 END", "2"},
        {"CASE WHEN null THEN 1 ELSE 2 END", "2"},
        {"CASE WHEN false THEN 1 END", "null"},
        {"CASE WHEN true THEN 1 WHEN true THEN 2 END", "1"},
        {"CASE WHEN false THEN 1 ELSE 'a' END", "'a'"},
        {"CASE WHEN true THEN null ELSE 2 END", "null"},
    });
}

TEST_CASE("CASE with a subject compares by equality", "[expr][case]") {
    expect({
        {"CASE 2 WHEN 1 THEN 'one' WHEN 2 THEN 'two' END", "'two'"},
        {"CASE 2 WHEN 2.0 THEN 'two' ELSE 'no' END", "'two'"},
        {"CASE null WHEN null THEN 'null' ELSE 'else' END", "'else'"},
        {"CASE 'a' WHEN 1 THEN 1 WHEN 'a' THEN 2 END", "2"},
        {"CASE true WHEN 1 > 0 THEN 'yes' END", "'yes'"},
    });
}

TEST_CASE("branches are computed only where they are taken", "[expr][case]") {
    expect({
        {"CASE WHEN true THEN 1 ELSE 1 / 0 END", "1"},
        {"CASE WHEN false THEN 1 / 0 ELSE 2 END", "2"},
        {"CASE WHEN true THEN 1 WHEN 1 / 0 = 1 THEN 2 END", "1"},
        {"CASE 1 WHEN 1 THEN 1 WHEN 1 / 0 THEN 2 END", "1"},
        {"CASE WHEN false THEN 1 ELSE 1 / 0 END", "error: division-by-zero"},
        {"coalesce(1, 1 / 0)", "1"},
        {"coalesce(null, 1 / 0)", "error: division-by-zero"},
    });
    CHECK(over_graph("CASE WHEN n.year = 1951 THEN 0 ELSE 1951 / (n.year - 1951) END") == "78; 0; 78; null");
}

TEST_CASE("each row takes its own branch", "[expr][case]") {
    expect_over_graph({
        {"CASE WHEN n.year < 1960 THEN 'old' WHEN n.year < 2000 THEN 'new' ELSE 'unknown' END",
         "'new'; 'old'; 'new'; 'unknown'"},
        {"CASE n.year WHEN 1951 THEN n.year ELSE n.score END", "0.5; 1951; 0.5; null"},
        {"CASE WHEN n.year > 1960 THEN n ELSE null END = n", "true; null; true; null"},
        {"CASE type(r) WHEN 'USES' THEN 1 ELSE null END", "1; 1; null; null"},
    });
}

TEST_CASE("coalesce gives the first value that is not null", "[expr][case]") {
    expect({{"coalesce(null, 2, 3)", "2"}, {"coalesce(null, null)", "null"}, {"coalesce(null, 'a')", "'a'"}});
    expect_over_graph({
        {"coalesce(r.weight, n.year)", "3; 1951; 7; null"},
        {"coalesce(r.weight, 'none')", "3; 'none'; 7; 'none'"},
        {"coalesce(r.weight, null, 0) + 1", "4; 1; 8; 1"},
    });
}

TEST_CASE("a condition that is no boolean is an error", "[expr][case][error]") {
    CHECK(evaluate("CASE WHEN $p THEN 1 END", {{"p", Value(1)}}) == "error: invalid-argument-type");
}
}  // namespace confer::engine::expressions
