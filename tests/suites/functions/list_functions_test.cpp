#include <catch2/catch.hpp>

#include "suites/functions/call.h"

using namespace confer::test;
using confer::engine::ErrorCode;

TEST_CASE("head, last and tail", "[functions][lists]") {
    const Value numbers = list({Value(1), Value(2), Value(3)});
    CHECK(answer("head", {numbers}) == "1");
    CHECK(answer("last", {numbers}) == "3");
    CHECK(answer("tail", {numbers}) == "[2, 3]");
    CHECK(answer("head", {list()}) == "null");
    CHECK(answer("last", {list()}) == "null");
    CHECK(answer("tail", {list()}) == "[]");
    CHECK(answer("head", {text("abc")}) == "invalid-argument-value");
}

TEST_CASE("size counts elements or characters", "[functions][lists]") {
    CHECK(answer("size", {list({Value(), Value()})}) == "2");
    CHECK(answer("size", {text("ïï")}) == "2");
    CHECK(answer("size", {map()}) == "invalid-argument-value");
    CHECK(answer("size", {Value(PathValue{{0}, {}})}) == "invalid-argument-value");
}

TEST_CASE("isEmpty looks into lists, maps and texts", "[functions][lists]") {
    CHECK(answer("isEmpty", {list()}) == "true");
    CHECK(answer("isEmpty", {map({{"a", Value()}})}) == "false");
    CHECK(answer("isEmpty", {text("")}) == "true");
    CHECK(answer("isEmpty", {Value(0)}) == "invalid-argument-value");
}

TEST_CASE("reverse turns lists and texts round, letter by letter", "[functions][lists]") {
    CHECK(answer("reverse", {list({Value(1), Value(2)})}) == "[2, 1]");
    CHECK(answer("reverse", {text("raksO")}) == "'Oskar'");
    CHECK(answer("reverse", {text("aï漢😀")}) == "'😀漢ïa'");
    CHECK(answer("reverse", {text("")}) == "''");
}

TEST_CASE("sort puts a list in the order of ORDER BY", "[functions][lists]") {
    CHECK(answer("sort", {list({Value(), Value(2), text("a"), Value(1.5), Value(1)})}) == "['a', 1, 1.5, 2, null]");
    CHECK(answer("sort", {list()}) == "[]");
    CHECK(answer("sort", {text("ba")}) == "invalid-argument-value");
}

TEST_CASE("range includes both ends", "[functions][lists]") {
    CHECK(answer("range", {Value(0), Value(3)}) == "[0, 1, 2, 3]");
    CHECK(answer("range", {Value(-1), Value(-1)}) == "[-1]");
    CHECK(answer("range", {Value(0), Value(-1)}) == "[]");
    CHECK(answer("range", {Value(10), Value(-10), Value(-3)}) == "[10, 7, 4, 1, -2, -5, -8]");
    CHECK(answer("range", {Value(0), Value(1), Value(2)}) == "[0]");
    CHECK(answer("range", {Value(0), Value(1), Value(-1)}) == "[]");
}

TEST_CASE("range doesn't overflow at the ends of the integers", "[functions][lists]") {
    CHECK(answer("range", {integer(most - 1), integer(most)}) == "[9223372036854775806, 9223372036854775807]");
    CHECK(answer("range", {integer(least), integer(most), integer(most)}) ==
          "[-9223372036854775808, -1, 9223372036854775806]");
    CHECK(answer("range", {integer(most), integer(least), integer(least)}) == "[9223372036854775807, -1]");
}

TEST_CASE("range refuses steps of nothing, other kinds and endless lists", "[functions][lists]") {
    CHECK(answer("range", {Value(2), Value(8), Value(0)}) == "number-out-of-range");
    CHECK(answer("range", {Value(0.0), Value(1)}) == "invalid-range-argument");
    CHECK(answer("range", {Value(0), Value(1), Value(true)}) == "invalid-range-argument");
    CHECK(answer("range", {integer(least), integer(most)}) == "memory-limit");
    const auto refused = call("range", {Value(0), text("x")});
    CHECK(info(refused.error().code).runtime_type == "ArgumentError");
    CHECK(info(refused.error().code).detail == "InvalidArgumentType");
}

TEST_CASE("nullIf compares as `=` does", "[functions]") {
    CHECK(answer("nullIf", {Value(1), Value(1.0)}) == "null");
    CHECK(answer("nullIf", {Value(1), Value(2)}) == "1");
    CHECK(answer("nullIf", {Value(1), Value()}) == "1");
    CHECK(answer("nullIf", {Value(), Value()}) == "null");
}

TEST_CASE("coalesce and exists look at nulls", "[functions]") {
    CHECK(answer("coalesce", {Value(), Value(1), Value(2)}) == "1");
    CHECK(answer("coalesce", {Value()}) == "null");
    CHECK(answer("exists", {Value()}) == "false");
    CHECK(answer("exists", {Value(false)}) == "true");
}
