#include <catch2/catch.hpp>

#include "support/sample_values.h"
#include "value/arithmetic.h"
#include "value/format.h"

using namespace confer::engine;
using namespace confer::test;

namespace {

std::string shown(const Result<Value>& result) {
    return result ? to_literal(result.value()) : std::string(info(result.error().code).name);
}

}  // namespace

TEST_CASE("integers stay integers, and a float makes a float", "[values][arithmetic]") {
    CHECK(shown(add(Value(1), Value(2))) == "3");
    CHECK(shown(add(Value(1), Value(2.0))) == "3.0");
    CHECK(shown(subtract(Value(1), Value(2))) == "-1");
    CHECK(shown(multiply(Value(3), Value(0.5))) == "1.5");
    CHECK(shown(divide(Value(7), Value(2))) == "3");
    CHECK(shown(divide(Value(-7), Value(2))) == "-3");
    CHECK(shown(divide(Value(7), Value(2.0))) == "3.5");
    CHECK(shown(remainder(Value(-7), Value(3))) == "-1");
    CHECK(shown(remainder(Value(7.5), Value(2))) == "1.5");
    CHECK(shown(power(Value(2), Value(10))) == "1024.0");
    CHECK(shown(negate(Value(5))) == "-5");
    CHECK(shown(negate(Value(0.5))) == "-0.5");
}

TEST_CASE("null in, null out", "[values][arithmetic]") {
    for (auto* const operation : {add, subtract, multiply, divide, remainder, power}) {
        CHECK(shown(operation(Value(), Value(1))) == "null");
        CHECK(shown(operation(text("x"), Value())) == "null");
    }
    CHECK(shown(negate(Value())) == "null");
}

TEST_CASE("an integer that doesn't fit is an error", "[values][arithmetic]") {
    CHECK(shown(add(integer(most), Value(1))) == "integer-overflow");
    CHECK(shown(subtract(integer(least), Value(1))) == "integer-overflow");
    CHECK(shown(multiply(integer(most), Value(2))) == "integer-overflow");
    CHECK(shown(divide(integer(least), Value(-1))) == "integer-overflow");
    CHECK(shown(negate(integer(least))) == "integer-overflow");
    CHECK(shown(remainder(integer(least), Value(-1))) == "0");
    CHECK(add(integer(most), Value(1)).error().message ==
          "`9223372036854775807 + 1` doesn't fit into a 64-bit integer");
}

TEST_CASE("only integers fail on a division by zero", "[values][arithmetic]") {
    CHECK(shown(divide(Value(1), Value(0))) == "division-by-zero");
    CHECK(shown(remainder(Value(1), Value(0))) == "division-by-zero");
    CHECK(shown(divide(Value(1.0), Value(0))) == "Infinity");
    CHECK(shown(divide(Value(0), Value(0.0))) == "NaN");
    CHECK(shown(remainder(Value(1), Value(0.0))) == "NaN");
}

TEST_CASE("texts are joined, with numbers too", "[values][arithmetic]") {
    CHECK(shown(add(text("a"), text("b"))) == "'ab'");
    CHECK(shown(add(text("a"), Value(1))) == "'a1'");
    CHECK(shown(add(Value(1.0), text("a"))) == "'1.0a'");
}

TEST_CASE("lists are joined, with elements on either side", "[values][arithmetic]") {
    CHECK(shown(add(list({Value(1)}), list({Value(2)}))) == "[1, 2]");
    CHECK(shown(add(list({Value(1)}), text("x"))) == "[1, 'x']");
    CHECK(shown(add(map(), list({Value(1)}))) == "[{}, 1]");
}

TEST_CASE("a list can't be nested without end", "[values][arithmetic]") {
    Value deep = list();
    for (std::uint32_t i = 1; i < Value::max_depth; ++i) deep = list({deep});
    CHECK(shown(add(list({deep}), Value(1))) == "nesting-too-deep");
}

TEST_CASE("what can't be reckoned with is an error that names the kinds", "[values][arithmetic]") {
    CHECK(shown(add(Value(true), Value(1))) == "invalid-argument-type");
    CHECK(shown(subtract(text("a"), text("b"))) == "invalid-argument-type");
    CHECK(shown(multiply(list(), Value(1))) == "invalid-argument-type");
    CHECK(shown(negate(text("a"))) == "invalid-argument-type");
    CHECK(shown(add(Value::node(1), Value(1))) == "invalid-argument-type");
    const auto result = subtract(text("a"), Value(1));
    CHECK(result.error().message == "`-` can't be applied to a String and an Integer");
    CHECK(result.error().phase == Phase::runtime);
}
