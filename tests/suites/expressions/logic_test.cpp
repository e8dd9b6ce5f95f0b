#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("AND is false when one side is, else null when one side is", "[expr][logic]") {
    expect({
        {"true AND true", "true"},
        {"true AND false", "false"},
        {"true AND null", "null"},
        {"false AND true", "false"},
        {"false AND false", "false"},
        {"false AND null", "false"},
        {"null AND true", "null"},
        {"null AND false", "false"},
        {"null AND null", "null"},
    });
}

TEST_CASE("OR is true when one side is, else null when one side is", "[expr][logic]") {
    expect({
        {"true OR true", "true"},
        {"true OR false", "true"},
        {"true OR null", "true"},
        {"false OR true", "true"},
        {"false OR false", "false"},
        {"false OR null", "null"},
        {"null OR true", "true"},
        {"null OR false", "null"},
        {"null OR null", "null"},
    });
}

TEST_CASE("XOR is null when one side is", "[expr][logic]") {
    expect({
        {"true XOR true", "false"},
        {"true XOR false", "true"},
        {"false XOR true", "true"},
        {"false XOR false", "false"},
        {"true XOR null", "null"},
        {"null XOR false", "null"},
        {"null XOR null", "null"},
    });
}

TEST_CASE("NOT leaves null alone", "[expr][logic]") {
    expect({{"NOT true", "false"}, {"NOT false", "true"}, {"NOT null", "null"}, {"NOT NOT true", "true"}});
}

TEST_CASE("chains of logic keep three values", "[expr][logic]") {
    expect({
        {"true AND null AND false", "false"},
        {"null AND true AND true", "null"},
        {"false OR null OR true", "true"},
        {"null OR false OR false", "null"},
        {"NOT (null AND false)", "true"},
        {"(true OR null) AND (null OR false)", "null"},
    });
}

TEST_CASE("a row that one part settles never reaches the next", "[expr][logic]") {
    expect({
        {"false AND 1 / 0 > 0", "false"},
        {"true OR 1 / 0 > 0", "true"},
        {"true AND 1 / 0 > 0", "error: division-by-zero"},
        {"null AND 1 / 0 > 0", "error: division-by-zero"},
    });
    CHECK(over_graph("n.year <> 1951 AND 10 / (n.year - 1951) >= 0") == "true; false; true; null");
}

TEST_CASE("logic refuses what is neither boolean nor null", "[expr][logic][error]") {
    const Parameters parameters{{"p", Value(1)}};
    for (const char* expression : {"$p AND true", "true AND $p", "false OR $p", "NOT $p", "true XOR $p"}) {
        INFO(expression);
        CHECK(evaluate(expression, parameters) == "error: invalid-argument-type");
    }
    CHECK(evaluate("$p AND true", {{"p", Value(true)}}) == "true");
    CHECK(evaluate("$p AND true", {{"p", Value()}}) == "null");
}
}  // namespace confer::engine::expressions
