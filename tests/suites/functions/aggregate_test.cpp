#include <algorithm>
#include <catch2/catch.hpp>

#include "suites/functions/call.h"

using namespace confer::test;
using confer::engine::builtin_functions;

namespace {

using Rows = std::vector<Value>;

std::string total(std::string_view name, const Rows& rows, const Rows& rest = {}) {
    return shown(aggregate(name, rows, rest));
}

const Rows numbers = {Value(1), Value(), Value(3), Value(2)};

}  // namespace

TEST_CASE("aggregates skip nulls", "[functions][aggregates]") {
    CHECK(total("count", numbers) == "3");
    CHECK(total("sum", numbers) == "6");
    CHECK(total("avg", numbers) == "2.0");
    CHECK(total("min", numbers) == "1");
    CHECK(total("max", numbers) == "3");
    CHECK(total("collect", numbers) == "[1, 3, 2]");
    CHECK(total("stDev", numbers) == "1.0");
}

TEST_CASE("aggregates over nothing", "[functions][aggregates]") {
    for (const Rows& nothing : {Rows{}, Rows{Value(), Value()}}) {
        CHECK(total("count", nothing) == "0");
        CHECK(total("sum", nothing) == "0");
        CHECK(total("avg", nothing) == "null");
        CHECK(total("min", nothing) == "null");
        CHECK(total("max", nothing) == "null");
        CHECK(total("collect", nothing) == "[]");
        CHECK(total("stDev", nothing) == "0.0");
        CHECK(total("stDevP", nothing) == "0.0");
        CHECK(total("percentileCont", nothing, {Value(0.5)}) == "null");
        CHECK(total("percentileDisc", nothing, {Value(0.5)}) == "null");
    }
}

TEST_CASE("count(*) counts rows", "[functions][aggregates]") {
    const auto counter = builtin_functions().find_aggregate("count")->make();
    for (int i = 0; i < 3; ++i) CHECK(counter->add({}).has_value());
    CHECK(counter->finish().value().as_integer() == 3);
}

TEST_CASE("a sum of integers is an integer, exactly, or an error", "[functions][aggregates]") {
    CHECK(total("sum", {integer(most), Value(1), Value(-1)}) == "9223372036854775807");
    CHECK(total("sum", {integer(most), Value(1)}) == "integer-overflow");
    CHECK(total("sum", {integer(least), Value(-1)}) == "integer-overflow");
    CHECK(total("sum", {Value(1), Value(0.5)}) == "1.5");
    CHECK(total("sum", {Value(1), Value(2.0)}) == "3.0");
}

TEST_CASE("a sum of floats hardly depends on the order of its rows", "[functions][aggregates]") {
    CHECK(total("sum", Rows(10, Value(0.1))) == "1.0");
    CHECK(total("sum", {Value(1e100), Value(1.0), Value(-1e100)}) == "1.0");
    CHECK(total("sum", {Value(infinity), Value(1.0)}) == "Infinity");
    CHECK(total("sum", {Value(infinity), Value(-infinity)}) == "NaN");
}

TEST_CASE("a mean of integers doesn't overflow", "[functions][aggregates]") {
    CHECK(total("avg", {integer(most), integer(most)}) == "9.223372036854776e+18");
    CHECK(total("avg", {Value(1), Value(2)}) == "1.5");
}

TEST_CASE("min and max follow the order of all values", "[functions][aggregates]") {
    const Rows mixed = {Value(1), text("a"), Value(), list({Value(1), Value(2)}), Value(0.2), text("b")};
    CHECK(total("max", mixed) == "1");
    CHECK(total("min", mixed) == "[1, 2]");
    CHECK(total("max", {Value(1), Value(not_a_number)}) == "NaN");
    CHECK(total("min", {Value(1), Value(1.0)}) == "1");
}

TEST_CASE("collect refuses values that are nested too deeply", "[functions][aggregates]") {
    Value deep = list();
    while (deep.depth() < Value::max_depth) deep = list({deep});
    CHECK(total("collect", {deep}) == "nesting-too-deep");
}

TEST_CASE("deviations of a sample and of a population", "[functions][aggregates]") {
    const Rows rows = {Value(2), Value(4), Value(4), Value(4), Value(5), Value(5), Value(7), Value(9)};
    CHECK(total("stDevP", rows) == "2.0");
    CHECK(aggregate("stDev", rows).value().as_floating() == Approx(2.138089935299395));
    CHECK(total("stDev", {Value(5)}) == "0.0");
    CHECK(total("stDevP", {Value(5)}) == "0.0");
}

TEST_CASE("deviations don't suffer from large means", "[functions][aggregates]") {
    CHECK(aggregate("stDevP", {Value(1e9 + 1), Value(1e9 + 3)}).value().as_floating() == Approx(1.0));
}

TEST_CASE("percentiles between values, or at one", "[functions][aggregates]") {
    const Rows prices = {Value(20), Value(10), Value(30)};
    CHECK(total("percentileCont", prices, {Value(0)}) == "10.0");
    CHECK(total("percentileCont", prices, {Value(0.5)}) == "20.0");
    CHECK(total("percentileCont", prices, {Value(0.25)}) == "15.0");
    CHECK(total("percentileCont", prices, {Value(1.0)}) == "30.0");
    CHECK(total("percentileDisc", prices, {Value(0.0)}) == "10");
    CHECK(total("percentileDisc", prices, {Value(0.5)}) == "20");
    CHECK(total("percentileDisc", prices, {Value(0.34)}) == "20");
    CHECK(total("percentileDisc", prices, {Value(1)}) == "30");
}

TEST_CASE("a percentile is from 0 to 1", "[functions][aggregates]") {
    for (const Value& outside : {Value(1000), Value(-1), Value(1.1), Value(not_a_number)}) {
        CHECK(total("percentileCont", {Value(1)}, {outside}) == "number-out-of-range");
        CHECK(total("percentileDisc", {Value()}, {outside}) == "number-out-of-range");
    }
    CHECK(total("percentileDisc", {Value(1)}, {text("half")}) == "invalid-argument-value");
}

TEST_CASE("only numbers can be added", "[functions][aggregates]") {
    for (const char* const name : {"sum", "avg", "stDev", "stDevP"}) {
        CHECK(total(name, {text("1")}) == "invalid-argument-value");
    }
    CHECK(total("percentileCont", {text("1")}, {Value(0.5)}) == "invalid-argument-value");
    CHECK(aggregate("avg", {text("1")}).error().message == "`avg` takes numbers, not a String");
}

TEST_CASE("collecting is charged by what it holds", "[functions][aggregates]") {
    const auto collected = builtin_functions().find_aggregate("collect")->make();
    const Value long_text(std::string(1000, 'x'));
    CHECK(collected->heap_bytes() == 0);
    CHECK(collected->add(std::span(&long_text, 1)).has_value());
    CHECK(collected->heap_bytes() >= 1000);
}
