#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("a list's elements count from either end", "[expr][index]") {
    expect({
        {"[10, 20, 30][0]", "10"},
        {"[10, 20, 30][2]", "30"},
        {"[10, 20, 30][-1]", "30"},
        {"[10, 20, 30][-3]", "10"},
        {"[10, 20, 30][3]", "null"},
        {"[10, 20, 30][-4]", "null"},
        {"[][0]", "null"},
        {"[[1, 2], [3]][0][1]", "2"},
        {"[1][-9223372036854775808]", "null"},
    });
}

TEST_CASE("maps, nodes and relationships are asked by key", "[expr][index]") {
    expect({{"{a: 1}['a']", "1"}, {"{a: 1}['b']", "null"}, {"{a: {b: 2}}['a']['b']", "2"}});
    expect_over_graph({
        {"n['year']", "1976; 1951; 1976; null"},
        {"r['weight']", "3; null; 7; null"},
        {"n['no' + 'thing']", "null; null; null; null"},
        {"n.aliases[1]", "null; 'Gestalt'; null; null"},
    });
}

TEST_CASE("null has no parts, and nothing is found by null", "[expr][index]") {
    expect({{"null[0]", "null"}, {"[1][null]", "null"}, {"{a: 1}[null]", "null"}, {"null['a']", "null"}});
}

TEST_CASE("the wrong kind of key is an error", "[expr][index][error]") {
    const auto with = [](const char* expression, Value p) { return evaluate(expression, {{"p", std::move(p)}}); };
    CHECK(with("[1, 2][$p]", Value(1.5)) == "error: list-element-access-by-non-integer");
    CHECK(with("[1, 2][$p]", Value(std::string_view("a"))) == "error: list-element-access-by-non-integer");
    CHECK(with("{a: 1}[$p]", Value(0)) == "error: map-element-access-by-non-string");
    CHECK(with("$p[0]", Value(1)) == "error: invalid-argument-type");
    CHECK(with("$p[0..1]", Value(1)) == "error: invalid-argument-type");
    CHECK(with("[1, 2][0..$p]", Value(1.5)) == "error: invalid-argument-type");
}

TEST_CASE("a slice is clamped to its list", "[expr][slice]") {
    expect({
        {"[1, 2, 3, 4][1..3]", "[2, 3]"},
        {"[1, 2, 3, 4][..2]", "[1, 2]"},
        {"[1, 2, 3, 4][2..]", "[3, 4]"},
        {"[1, 2, 3, 4][-2..]", "[3, 4]"},
        {"[1, 2, 3, 4][..-1]", "[1, 2, 3]"},
        {"[1, 2, 3, 4][3..1]", "[]"},
        {"[1, 2, 3, 4][-9..2]", "[1, 2]"},
        {"[1, 2, 3, 4][1..100]", "[2, 3, 4]"},
        {"[][0..1]", "[]"},
    });
}

TEST_CASE("a null bound or list makes the slice null", "[expr][slice]") {
    expect({{"[1, 2][null..1]", "null"}, {"[1, 2][0..null]", "null"}, {"null[0..1]", "null"}});
}
}  // namespace confer::engine::expressions
