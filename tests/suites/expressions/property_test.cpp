#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("properties come from columns of every storage", "[expr][property]") {
    expect_over_graph({
        {"n.year", "1976; 1951; 1976; null"},
        {"n.score", "0.5; null; 0.5; null"},
        {"m.manual", "false; false; null; null"},
        {"n.name", "'Cognitive behavioural therapy'; 'Gestalt therapy'; 'Cognitive behavioural therapy'; null"},
        {"n.aliases", "null; ['GT', 'Gestalt']; null; null"},
        {"n.mixed", "1; 'one'; 1; null"},
        {"n.id", "'cbt'; 'gestalt'; 'cbt'; null"},
        {"n.nothing", "null; null; null; null"},
    });
}

TEST_CASE("relationships' properties come from their types' columns", "[expr][property]") {
    expect_over_graph({
        {"r.weight", "3; null; 7; null"},
        {"r.since", "null; null; 1976; null"},
        {"r.weight + r.since", "null; null; 1983; null"},
        {"r.nothing", "null; null; null; null"},
        {"startNode(r).year", "1976; 1951; 1976; null"},
    });
}

TEST_CASE("a boolean property is a condition", "[expr][property]") {
    expect_over_graph({
        {"m.manual OR n.manual", "true; null; true; null"},
        {"NOT m.manual", "true; true; null; null"},
    });
}

TEST_CASE("what has no properties is an error", "[expr][property][error]") {
    CHECK(evaluate("$p.x", {{"p", Value(1)}}) == "error: invalid-argument-type");
    CHECK(evaluate("$p.x", {{"p", Value()}}) == "null");
    CHECK(evaluate("$p.x", {{"p", Value(ValueMap{{"x", Value(7)}})}}) == "7");
}

TEST_CASE("a parameter without a value is an error", "[expr][parameter][error]") {
    CHECK(evaluate("$p + 1") == "error: missing-parameter");
    CHECK(evaluate("false AND $p") == "false");
}
}  // namespace confer::engine::expressions
