#include <catch2/catch.hpp>

#include "suites/functions/call.h"

using namespace confer::test;

TEST_CASE("toInteger truncates floats and reads texts", "[functions][conversion]") {
    CHECK(answer("toInteger", {Value(7)}) == "7");
    CHECK(answer("toInteger", {Value(2.9)}) == "2");
    CHECK(answer("toInteger", {Value(-2.9)}) == "-2");
    CHECK(answer("toInteger", {text("42")}) == "42");
    CHECK(answer("toInteger", {text(" -42 ")}) == "-42");
    CHECK(answer("toInteger", {text("+42")}) == "42");
    CHECK(answer("toInteger", {text("82.9")}) == "82");
    CHECK(answer("toInteger", {text("1e3")}) == "1000");
    CHECK(answer("toInteger", {text("-9223372036854775808")}) == "-9223372036854775808");
}

TEST_CASE("a text that says no number is null", "[functions][conversion]") {
    for (const char* const no_number :
         {"", " ", "foo", "1x", "0x10", "1,5", "--1", "+-1", "-", "+", ".", "inf", "nan", "1e"}) {
        INFO(no_number);
        CHECK(answer("toInteger", {text(no_number)}) == "null");
        CHECK(answer("toFloat", {text(no_number)}) == "null");
    }
    CHECK(answer("toInteger", {Value(not_a_number)}) == "null");
}

TEST_CASE("a number that an integer can't hold is an error", "[functions][conversion]") {
    CHECK(answer("toInteger", {Value(1e19)}) == "integer-overflow");
    CHECK(answer("toInteger", {Value(9223372036854775808.0)}) == "integer-overflow");
    CHECK(answer("toInteger", {Value(-infinity)}) == "integer-overflow");
    CHECK(answer("toInteger", {text("9223372036854775808")}) == "integer-overflow");
    CHECK(answer("toInteger", {Value(-9223372036854775808.0)}) == "-9223372036854775808");
}

TEST_CASE("toFloat reads what toString writes", "[functions][conversion]") {
    CHECK(answer("toFloat", {Value(3)}) == "3.0");
    CHECK(answer("toFloat", {text("5")}) == "5.0");
    CHECK(answer("toFloat", {text(".5")}) == "0.5");
    CHECK(answer("toFloat", {text("+1.5E-3")}) == "0.0015");
    for (const double number : {0.1, -1e300, 5e-324, infinity, -infinity, not_a_number}) {
        const auto written = call("toString", {Value(number)});
        CHECK(answer("toFloat", {written.value()}) == confer::engine::format_float(number));
    }
}

TEST_CASE("toString takes scalars", "[functions][conversion]") {
    CHECK(answer("toString", {Value(42)}) == "'42'");
    CHECK(answer("toString", {Value(1.0)}) == "'1.0'");
    CHECK(answer("toString", {Value(true)}) == "'true'");
    CHECK(answer("toString", {text("as it is")}) == "'as it is'");
}

TEST_CASE("toBoolean knows two words", "[functions][conversion]") {
    CHECK(answer("toBoolean", {Value(true)}) == "true");
    CHECK(answer("toBoolean", {text("TRUE")}) == "true");
    CHECK(answer("toBoolean", {text(" false ")}) == "false");
    CHECK(answer("toBoolean", {text("tru")}) == "null");
    CHECK(answer("toBoolean", {text("")}) == "null");
}

TEST_CASE("what can't be converted is an error, or null where asked for", "[functions][conversion]") {
    const std::vector<Value> others = {list(), map(), Value::node(0), Value::relationship(0),
                                       Value(PathValue{{0}, {}})};
    for (const Value& value : others) {
        for (const std::string name : {"toInteger", "toFloat", "toString", "toBoolean"}) {
            INFO(name << " of " << confer::engine::to_literal(value));
            const auto refused = call(name, {value});
            REQUIRE_FALSE(refused.has_value());
            CHECK(info(refused.error().code).runtime_type == "TypeError");
            CHECK(info(refused.error().code).detail == "InvalidArgumentValue");
            CHECK(answer(name + "OrNull", {value}) == "null");
        }
    }
    CHECK(answer("toInteger", {Value(true)}) == "invalid-argument-value");
    CHECK(answer("toFloat", {Value(true)}) == "invalid-argument-value");
    CHECK(answer("toBoolean", {Value(1.0)}) == "invalid-argument-value");
    CHECK(answer("toBoolean", {Value(1)}) == "invalid-argument-value");
    CHECK(answer("toIntegerOrNull", {Value(1e19)}) == "null");
}

TEST_CASE("the OrNull variants convert what can be converted", "[functions][conversion]") {
    CHECK(answer("toIntegerOrNull", {text("1")}) == "1");
    CHECK(answer("toFloatOrNull", {text("1")}) == "1.0");
    CHECK(answer("toStringOrNull", {Value(1)}) == "'1'");
    CHECK(answer("toBooleanOrNull", {text("true")}) == "true");
}
