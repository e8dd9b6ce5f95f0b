#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("all", "[expr][quantifier]") {
    expect({
        {"all(x IN [1, 2] WHERE x > 0)", "true"},
        {"all(x IN [1, 2] WHERE x > 1)", "false"},
        {"all(x IN [] WHERE x > 1)", "true"},
        {"all(x IN [1, null] WHERE x > 0)", "null"},
        {"all(x IN [0, null] WHERE x > 0)", "false"},
        {"all(x IN null WHERE x > 0)", "null"},
    });
}

TEST_CASE("any", "[expr][quantifier]") {
    expect({
        {"any(x IN [1, 2] WHERE x > 1)", "true"},
        {"any(x IN [1, 2] WHERE x > 2)", "false"},
        {"any(x IN [] WHERE x > 1)", "false"},
        {"any(x IN [1, null] WHERE x > 0)", "true"},
        {"any(x IN [0, null] WHERE x > 0)", "null"},
        {"any(x IN null WHERE x > 0)", "null"},
    });
}

TEST_CASE("none", "[expr][quantifier]") {
    expect({
        {"none(x IN [1, 2] WHERE x > 2)", "true"},
        {"none(x IN [1, 2] WHERE x > 1)", "false"},
        {"none(x IN [] WHERE x > 1)", "true"},
        {"none(x IN [0, null] WHERE x > 0)", "null"},
        {"none(x IN [1, null] WHERE x > 0)", "false"},
    });
}

TEST_CASE("single", "[expr][quantifier]") {
    expect({
        {"single(x IN [1, 2] WHERE x > 1)", "true"},
        {"single(x IN [1, 2] WHERE x > 0)", "false"},
        {"single(x IN [] WHERE x > 0)", "false"},
        {"single(x IN [1, null] WHERE x > 0)", "null"},
        {"single(x IN [0, null] WHERE x > 0)", "null"},
        {"single(x IN [1, 2, null] WHERE x > 0)", "false"},
    });
}

TEST_CASE("quantifiers see the row and nest", "[expr][quantifier]") {
    expect({
        {"all(x IN [[1], [2, 3]] WHERE any(y IN x WHERE y > 0))", "true"},
        {"any(x IN range(1, 5000) WHERE x = 4999)", "true"},
        {"none(x IN range(1, 5000) WHERE x > 5000)", "true"},
        {"[l IN [[1, 2], [], null] | single(x IN l WHERE x = 1)]", "[true, false, null]"},
    });
    expect_over_graph({
        {"any(x IN [1951, 1960] WHERE x = n.year)", "false; true; false; null"},
        {"all(x IN [n, m] WHERE x:Approach|Technique)", "true; true; false; null"},
    });
}

TEST_CASE("a settled quantifier looks no further into a long list", "[expr][quantifier]") {
    expect({{"any(x IN range(0, 100000) WHERE 10 / (50000 - x) >= 0)", "true"}});
}

TEST_CASE("a quantifier's condition has to be a boolean", "[expr][quantifier][error]") {
    CHECK(evaluate("any(x IN [1] WHERE $p)", {{"p", Value(1)}}) == "error: invalid-argument-type");
    CHECK(evaluate("any(x IN $p WHERE true)", {{"p", Value(1)}}) == "error: invalid-argument-type");
}
}  // namespace confer::engine::expressions
