#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("integers stay integers, floats spread", "[expr][arithmetic]") {
    expect({
        {"1 + 2", "3"},
        {"1 + 2.0", "3.0"},
        {"3 - 5", "-2"},
        {"2 * 3.5", "7.0"},
        {"7 / 2", "3"},
        {"-7 / 2", "-3"},
        {"7 / 2.0", "3.5"},
        {"7 % 3", "1"},
        {"-7 % 3", "-1"},
        {"7.5 % 2", "1.5"},
        {"2 ^ 3", "8.0"},
        {"2 ^ -1", "0.5"},
        {"-(3)", "-3"},
        {"- -3", "3"},
        {"+3", "3"},
        {"-1.5", "-1.5"},
    });
}

TEST_CASE("precedence and associativity are those of openCypher", "[expr][arithmetic]") {
    expect({
        {"1 + 2 * 3", "7"},
        {"(1 + 2) * 3", "9"},
        {"10 - 4 - 3", "3"},
        {"100 / 10 / 5", "2"},
        {"2 * 3 % 4", "2"},
        {"2 ^ 3 ^ 2", "64.0"},
        {"-2 ^ 2", "4.0"},
    });
}

TEST_CASE("a long calculation is taken from the left, like a short one", "[expr][arithmetic]") {
    std::string sum = "1", mixed = "1.5", texts = "''", powers = "2";
    for (int i = 0; i < 2000; ++i) {
        sum += " + 1";
        mixed += " + 2 * 3 - 10 % 4";
        texts += " + 'a'";
        powers += " ^ 1";
    }
    const std::vector<std::pair<std::string, const char*>> rows{
        {sum, "2001"},
        {sum + " + 0.5", "2001.5"},
        {sum + " + null", "null"},
        {mixed, "8001.5"},
        {"size(" + texts + ")", "2000"},
        {powers + " - " + sum, "2001.0"},
        {"9223372036854775807 - " + sum + " - 1", "error: integer-overflow"},
        {sum + " - true", "error: invalid-argument-type"},
    };
    for (const auto& [expression, value] : rows) expect({{expression.c_str(), value}});
}

TEST_CASE("null in, null out", "[expr][arithmetic]") {
    expect({
        {"1 + null", "null"},
        {"null * 2.0", "null"},
        {"null / 0", "null"},
        {"-null", "null"},
        {"null ^ 2", "null"},
        {"'a' + null", "null"},
    });
}

TEST_CASE("integers that do not fit are an error", "[expr][arithmetic][error]") {
    expect({
        {"9223372036854775807 + 1", "error: integer-overflow"},
        {"-9223372036854775808 - 1", "error: integer-overflow"},
        {"9223372036854775807 * 2", "error: integer-overflow"},
        {"-9223372036854775808 / -1", "error: integer-overflow"},
        {"-(-9223372036854775808)", "error: integer-overflow"},
        {"-9223372036854775808 % -1", "0"},
    });
}

TEST_CASE("only integers refuse to be divided by zero", "[expr][arithmetic][error]") {
    expect({
        {"1 / 0", "error: division-by-zero"},
        {"1 % 0", "error: division-by-zero"},
        {"1 / 0.0 > 0", "true"},
        {"toString(0.0 / 0.0)", "'NaN'"},
    });
}

TEST_CASE("+ joins texts and lists", "[expr][arithmetic]") {
    expect({
        {"'a' + 'b'", "'ab'"},
        {"'a' + 1", "'a1'"},
        {"1.5 + 'a'", "'1.5a'"},
        {"[1] + [2, 3]", "[1, 2, 3]"},
        {"[1] + 2", "[1, 2]"},
        {"0 + [1]", "[0, 1]"},
    });
}

TEST_CASE("an operand of the wrong type is an error at its place", "[expr][arithmetic][error]") {
    const Parameters parameters{{"p", Value(true)}};
    CHECK(evaluate("$p + 1", parameters) == "error: invalid-argument-type");
    CHECK(evaluate("2 * $p", parameters) == "error: invalid-argument-type");
    CHECK(evaluate("-$p", parameters) == "error: invalid-argument-type");
    CHECK(evaluate("+$p", parameters) == "error: invalid-argument-type");

    const Result<Analysed> item = analysed("RETURN 1 + 2 * $p AS x");
    RunLimits limits;
    exec::RunContext run{*empty_graph(), parameters, limits};
    const Result<Value> value = exec::evaluate_constant(*item.value().expr, run);
    REQUIRE_FALSE(value.has_value());
    CHECK(value.error().phase == Phase::runtime);
    REQUIRE(value.error().span.has_value());
    CHECK(value.error().span->begin == 11);
    CHECK(value.error().span->end == 17);
}

TEST_CASE("arithmetic on columns skips rows without a value", "[expr][arithmetic]") {
    expect_over_graph({
        {"n.year + 1", "1977; 1952; 1977; null"},
        {"n.year / 10 * 10", "1970; 1950; 1970; null"},
        {"n.score * 2", "1.0; null; 1.0; null"},
        {"n.year + n.score", "1976.5; null; 1976.5; null"},
        {"r.weight - 1", "2; null; 6; null"},
        {"-n.year", "-1976; -1951; -1976; null"},
        {"-n.score", "-0.5; null; -0.5; null"},
    });
}
}  // namespace confer::engine::expressions
