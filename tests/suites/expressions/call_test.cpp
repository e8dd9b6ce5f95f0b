#include "function/registry.h"
#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("a null argument makes most calls null", "[expr][call]") {
    expect({{"abs(null)", "null"}, {"size(null)", "null"}, {"substring('abc', null)", "null"}});
}

TEST_CASE("calls run for each row", "[expr][call]") {
    expect_over_graph({
        {"type(r)", "'USES'; 'USES'; 'MADE_BY'; null"},
        {"labels(m)", "['Technique']; ['Technique']; ['Person', 'Living']; null"},
        {"size(n.name) > 20", "true; false; true; null"},
        {"toUpper(n.id)", "'CBT'; 'GESTALT'; 'CBT'; null"},
        {"id(n) = id(startNode(r))", "true; true; true; null"},
        {"endNode(r) = m", "true; true; true; null"},
        {"abs(n.year - 1960)", "16; 9; 16; null"},
    });
}

TEST_CASE("a call's error has the call's place", "[expr][call][error]") {
    const Result<Analysed> item = analysed("RETURN [1, size($p)] AS x");
    const Parameters parameters{{"p", Value(1)}};
    RunLimits limits;
    exec::RunContext run{*empty_graph(), parameters, limits};
    const Result<Value> value = exec::evaluate_constant(*item.value().expr, run);
    REQUIRE_FALSE(value.has_value());
    CHECK(value.error().code == ErrorCode::invalid_argument_value);
    CHECK(value.error().phase == Phase::runtime);
    CHECK(value.error().span == SourceSpan{11, 19});
}

TEST_CASE("rand() differs from row to row", "[expr][call]") {
    CHECK(evaluate("[x IN range(1, 50) | rand()] = [x IN range(1, 50) | rand()]") == "false");
    CHECK(evaluate("any(x IN range(1, 50) WHERE rand() > 1)") == "false");
}

TEST_CASE("every example of every function gives what it says", "[expr][call][examples]") {
    for (const std::string& name : builtin_functions().names()) {
        const FunctionSpec* const function = builtin_functions().find(name);
        if (function == nullptr) continue;  // aggregates' examples are statements
        for (const ExampleSpec& example : function->examples) {
            INFO(example.expression);
            const std::string value = evaluate(example.expression);
            const bool as_written = value == example.result;  // "Infinity", say, is no expression
            if (!as_written) CHECK(value == evaluate(example.result));
        }
    }
}
}  // namespace confer::engine::expressions
