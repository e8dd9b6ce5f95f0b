#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("numbers compare across kinds, exactly", "[expr][comparison]") {
    expect({
        {"1 = 1", "true"},
        {"1 = 1.0", "true"},
        {"1.0 = 1", "true"},
        {"1 <> 1.5", "true"},
        {"1 < 1.5", "true"},
        {"2 <= 1.5", "false"},
        {"1.5 > 1", "true"},
        {"1.5 >= 2", "false"},
        {"9007199254740993 = 9007199254740992.0", "false"},
        {"9007199254740993 > 9007199254740992.0", "true"},
        {"9223372036854775807 < 9223372036854775808.0", "true"},
        {"-9223372036854775808 >= -9223372036854775808.0", "true"},
        {"-1 < -0.5", "true"},
    });
}

TEST_CASE("NaN compares false with every number, and is not equal to itself", "[expr][comparison]") {
    expect({
        {"0.0 / 0.0 = 0.0 / 0.0", "false"},
        {"0.0 / 0.0 <> 0.0 / 0.0", "true"},
        {"0.0 / 0.0 < 1", "false"},
        {"0.0 / 0.0 >= 1", "false"},
        {"1 > 0.0 / 0.0", "false"},
        {"1.0 / 0.0 > 9223372036854775807", "true"},
        {"-1.0 / 0.0 < -9223372036854775808", "true"},
    });
}

TEST_CASE("null makes every comparison null", "[expr][comparison]") {
    expect({
        {"null = null", "null"},
        {"null <> null", "null"},
        {"1 = null", "null"},
        {"null < 1", "null"},
        {"'a' >= null", "null"},
        {"[1, null] = [1, null]", "null"},
        {"[1, null] = [2, null]", "false"},
        {"{a: null} = {a: 1}", "null"},
    });
}

TEST_CASE("texts, booleans and lists have an order", "[expr][comparison]") {
    expect({
        {"'a' < 'b'", "true"},
        {"'a' < 'aa'", "true"},
        {"'B' < 'a'", "true"},
        {"'é' = 'é'", "true"},
        {"'a' >= 'a'", "true"},
        {"false < true", "true"},
        {"true <= false", "false"},
        {"[1, 2] < [1, 3]", "true"},
        {"[1] < [1, 0]", "true"},
    });
}

TEST_CASE("different kinds are unequal and have no order", "[expr][comparison]") {
    expect({
        {"1 = 'a'", "false"},
        {"1 <> 'a'", "true"},
        {"1 < 'a'", "null"},
        {"true = 1", "false"},
        {"[1] = 1", "false"},
        {"{a: 1} < {a: 2}", "null"},
        {"{a: 1, b: 2} = {b: 2, a: 1}", "true"},
    });
}

TEST_CASE("a chain of comparisons holds when each does", "[expr][comparison]") {
    expect({{"1 < 2 < 3", "true"}, {"1 < 2 > 3", "false"}, {"1 < 3 <= 3 > 2", "true"}, {"1 < null < 3", "null"}});
}

TEST_CASE("IS NULL is never null", "[expr][comparison]") {
    expect({
        {"null IS NULL", "true"},
        {"1 IS NULL", "false"},
        {"null IS NOT NULL", "false"},
        {"[null] IS NOT NULL", "true"},
        {"(1 < null) IS NULL", "true"},
    });
}

TEST_CASE("nodes and relationships are equal when they are the same", "[expr][comparison]") {
    expect_over_graph({
        {"n = n", "true; true; true; null"},
        {"n = m", "false; false; false; null"},
        {"n <> m", "true; true; true; null"},
        {"r = r", "true; true; true; null"},
        {"n = r", "false; false; false; null"},
        {"n IS NULL", "false; false; false; true"},
        {"r IS NOT NULL", "true; true; true; false"},
        {"n.year < 1960", "false; true; false; null"},
        {"n.year = 1976.0", "true; false; true; null"},
        {"n.year < n.score", "false; null; false; null"},
        {"n.name > 'D'", "false; true; false; null"},
    });
}
}  // namespace confer::engine::expressions
