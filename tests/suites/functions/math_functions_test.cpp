#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "suites/functions/call.h"

using namespace confer::test;

namespace {

double number(std::string_view name, const std::vector<Value>& arguments) {
    return call(name, arguments).value().as_floating();
}

}  // namespace

TEST_CASE("abs and sign keep integers", "[functions][math]") {
    CHECK(answer("abs", {Value(-1)}) == "1");
    CHECK(answer("abs", {Value(-1.5)}) == "1.5");
    CHECK(answer("abs", {integer(least)}) == "integer-overflow");
    CHECK(answer("sign", {Value(-7)}) == "-1");
    CHECK(answer("sign", {Value(0.0)}) == "0");
    CHECK(answer("sign", {Value(0.1)}) == "1");
}

TEST_CASE("rounding gives floats; halves go up", "[functions][math]") {
    CHECK(answer("ceil", {Value(1.1)}) == "2.0");
    CHECK(answer("floor", {Value(-1.1)}) == "-2.0");
    CHECK(answer("ceil", {Value(3)}) == "3.0");
    CHECK(answer("round", {Value(3.5)}) == "4.0");
    CHECK(answer("round", {Value(-1.5)}) == "-1.0");
    CHECK(answer("round", {Value(0.49999999999999994)}) == "0.0");
    CHECK(answer("round", {Value(1e300)}) == "1e+300");
}

TEST_CASE("round can keep digits behind the point", "[functions][math]") {
    CHECK(answer("round", {Value(3.14159), Value(2)}) == "3.14");
    CHECK(answer("round", {Value(2), Value(3)}) == "2.0");
    CHECK(answer("round", {Value(0.1), Value(400)}) == "0.1");
    CHECK(answer("round", {Value(not_a_number), Value(2)}) == "NaN");
    CHECK(answer("round", {Value(1.5), Value(-1)}) == "number-out-of-range");
}

TEST_CASE("only floats can be NaN", "[functions][math]") {
    CHECK(answer("isNaN", {Value(std::nan(""))}) == "true");
    CHECK(answer("isNaN", {Value(1.5)}) == "false");
    CHECK(answer("isNaN", {Value(1)}) == "false");
    CHECK(answer("isNaN", {Value()}) == "null");
}

TEST_CASE("roots, powers and logarithms", "[functions][math]") {
    CHECK(answer("sqrt", {Value(12.96)}) == "3.6");
    CHECK(answer("sqrt", {Value(-1)}) == "NaN");
    CHECK(number("exp", {Value(1)}) == Approx(2.718281828459045));
    CHECK(number("log", {call("e", {}).value()}) == Approx(1));
    CHECK(answer("log", {Value(0)}) == "-Infinity");
    CHECK(number("log10", {Value(1000)}) == Approx(3));
}

TEST_CASE("angles", "[functions][math]") {
    const Value right_angle(number("pi", {}) / 2);
    CHECK(number("sin", {right_angle}) == Approx(1));
    CHECK(number("cos", {right_angle}) == Approx(0).margin(1e-15));
    CHECK(number("tan", {Value(number("pi", {}) / 4)}) == Approx(1));
    CHECK(number("cot", {Value(number("pi", {}) / 4)}) == Approx(1));
    CHECK(number("asin", {Value(1)}) == Approx(number("pi", {}) / 2));
    CHECK(number("acos", {Value(-1)}) == Approx(number("pi", {})));
    CHECK(number("atan", {Value(1)}) == Approx(number("pi", {}) / 4));
    CHECK(number("atan2", {Value(1), Value(-1)}) == Approx(3 * number("pi", {}) / 4));
    CHECK(number("degrees", {right_angle}) == Approx(90));
    CHECK(number("radians", {Value(90)}) == Approx(number("pi", {}) / 2));
    CHECK(number("haversin", {Value(number("pi", {}))}) == Approx(1));
}

TEST_CASE("rand is from 0 to 1 and seldom the same", "[functions][math]") {
    std::set<double> seen;
    for (int i = 0; i < 1000; ++i) {
        const double drawn = number("rand", {});
        CHECK(drawn >= 0);
        CHECK(drawn < 1);
        seen.insert(drawn);
    }
    CHECK(seen.size() > 990);
    CHECK_FALSE(confer::engine::builtin_functions().find("rand")->deterministic);
}

TEST_CASE("mathematics is for numbers", "[functions][math]") {
    CHECK(answer("sqrt", {text("4")}) == "invalid-argument-value");
    CHECK(answer("abs", {text("4")}) == "invalid-argument-value");
    CHECK(answer("atan2", {Value(1), Value(true)}) == "invalid-argument-value");
    CHECK(answer("sin", {Value()}) == "null");
}
