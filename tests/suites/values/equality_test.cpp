#include <catch2/catch.hpp>

#include "support/sample_values.h"
#include "value/compare.h"

using namespace confer::engine;
using namespace confer::test;

namespace {

const Ternary unknown = std::nullopt;

}  // namespace

TEST_CASE("null is equal to nothing that is known, not even to null", "[values][equality]") {
    CHECK(equals(Value(), Value()) == unknown);
    CHECK(equals(Value(), Value(1)) == unknown);
    CHECK(equals(text("x"), Value()) == unknown);
}

TEST_CASE("an integer equals the float of the same number, exactly", "[values][equality]") {
    CHECK(equals(Value(1), Value(1.0)) == true);
    CHECK(equals(Value(0), Value(-0.0)) == true);
    CHECK(equals(integer(9007199254740993), Value(9007199254740992.0)) == false);
    CHECK(equals(integer(most), Value(9223372036854775808.0)) == false);
    CHECK(equals(integer(least), Value(-9223372036854775808.0)) == true);
}

TEST_CASE("NaN equals nothing, itself included", "[values][equality]") {
    CHECK(equals(Value(not_a_number), Value(not_a_number)) == false);
    CHECK(equals(Value(not_a_number), Value(1)) == false);
    CHECK(equals(list({Value(not_a_number)}), list({Value(not_a_number)})) == false);
}

TEST_CASE("values of different kinds are not equal", "[values][equality]") {
    CHECK(equals(Value(1), text("1")) == false);
    CHECK(equals(Value(1), Value(true)) == false);
    CHECK(equals(list(), map()) == false);
    CHECK(equals(Value::node(1), Value::relationship(1)) == false);
    CHECK(equals(list({Value(1)}), Value(1)) == false);
}

TEST_CASE("lists are equal element by element; a null inside leaves it open", "[values][equality]") {
    CHECK(equals(list({Value(1), Value(2)}), list({Value(1), Value(2)})) == true);
    CHECK(equals(list({Value(1)}), list({Value(1), Value()})) == false);
    CHECK(equals(list({Value(1), Value()}), list({Value(1), Value()})) == unknown);
    CHECK(equals(list({Value(), Value(1)}), list({Value(), Value(2)})) == false);
    CHECK(equals(list({list({Value()})}), list({list({Value(1)})})) == unknown);
    CHECK(equals(list(), list()) == true);
}

TEST_CASE("maps are equal key by key; a null inside leaves it open", "[values][equality]") {
    CHECK(equals(map({{"a", Value(1)}}), map({{"a", Value(1.0)}})) == true);
    CHECK(equals(map({{"a", Value(1)}}), map({{"b", Value(1)}})) == false);
    CHECK(equals(map({{"a", Value()}}), map({{"a", Value()}})) == unknown);
    CHECK(equals(map({{"a", Value()}}), map({{"b", Value()}})) == false);
    CHECK(equals(map({{"a", Value()}}), map()) == false);
    CHECK(equals(map({{"a", Value()}, {"b", Value(1)}}), map({{"a", Value()}, {"b", Value(2)}})) == false);
}

TEST_CASE("nodes, relationships and paths are equal when they are the same", "[values][equality]") {
    CHECK(equals(Value::node(1), Value::node(1)) == true);
    CHECK(equals(Value::node(1), Value::node(2)) == false);
    CHECK(equals(Value(PathValue{{0, 1}, {0}}), Value(PathValue{{0, 1}, {0}})) == true);
    CHECK(equals(Value(PathValue{{0, 1}, {0}}), Value(PathValue{{0, 1}, {1}})) == false);
}

TEST_CASE("equality is symmetric", "[values][equality]") {
    const auto values = tricky_values();
    for (const Value& a : values) {
        for (const Value& b : values) CHECK(equals(a, b) == equals(b, a));
    }
}
