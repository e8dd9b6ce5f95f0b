#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("reduce goes through a list from the left", "[expr][reduce]") {
    expect({
        {"reduce(sum = 0, x IN [1, 2, 3] | sum + x)", "6"},
        {"reduce(sum = 0.5, x IN [1, 2] | sum + x)", "3.5"},
        {"reduce(sum = 0, x IN [1, 2.5] | sum + x)", "3.5"},
        {"reduce(text = '', x IN ['a', 'b'] | text + x)", "'ab'"},
        {"reduce(sum = 0, x IN [] | sum + x)", "0"},
        {"reduce(sum = 0, x IN null | sum + x)", "null"},
        {"reduce(sum = 0, x IN [1, null] | sum + x)", "null"},
        {"reduce(last = null, x IN [1, 2] | x)", "2"},
        {"reduce(a = [], x IN [1, 2] | [x] + a)", "[2, 1]"},
        {"reduce(a = true, x IN [1, 2] | a AND x > 1)", "false"},
        {"reduce(sum = 0, x IN range(1, 10000) | sum + x)", "50005000"},
    });
}

TEST_CASE("rows with lists of different lengths reduce side by side", "[expr][reduce]") {
    expect({
        {"[l IN [[1], [], [1, 2, 3], null] | reduce(s = 0, x IN l | s + x)]", "[1, 0, 6, null]"},
        {"reduce(s = 0, l IN [[1, 2], [3]] | s + reduce(t = 0, x IN l | t + x + s))", "9"},
    });
    expect_over_graph({
        {"reduce(s = n.year, x IN [1, 2] | s + x)", "1979; 1954; 1979; null"},
        {"reduce(s = 0, x IN coalesce(n.aliases, []) | s + n.year)", "0; 3902; 0; 0"},
    });
}

TEST_CASE("reduce passes on the body's error", "[expr][reduce][error]") {
    expect({
        {"reduce(s = 1, x IN [1, 0] | s / x)", "error: division-by-zero"},
        {"reduce(s = 9223372036854775807, x IN [1] | s + x)", "error: integer-overflow"},
    });
    CHECK(evaluate("reduce(s = 0, x IN $p | s)", {{"p", Value(1)}}) == "error: invalid-argument-type");
}
TEST_CASE("a total that grows past the memory limit stops", "[expr][reduce][error]") {
    for (const char* statement : {"RETURN reduce(t = 'x', i IN range(1, 30) | t + t) AS x",
                                  "RETURN reduce(l = [1], i IN range(1, 30) | l + l) AS x"}) {
        const Result<Analysed> item = analysed(statement);
        const Parameters parameters;
        RunLimits limits(Limits{.max_memory_bytes = 1'000'000});
        exec::RunContext run{*empty_graph(), parameters, limits};
        const Result<Value> value = exec::evaluate_constant(*item.value().expr, run);
        REQUIRE_FALSE(value.has_value());
        CHECK(value.error().code == ErrorCode::memory_limit);
        CHECK(limits.charged() == 0);
    }
}

}  // namespace confer::engine::expressions
