#include <catch2/catch.hpp>

#include "support/sample_values.h"
#include "value/compare.h"

using namespace confer::engine;
using namespace confer::test;

namespace {

// Ordering can't be printed, so that CHECK needs a sign: what a person would write between a and b.
std::string sign(const Value& a, const Value& b) {
    const std::optional<Ordering> ordering = compare(a, b);
    if (!ordering) return "null";
    switch (*ordering) {
        case Ordering::less:
            return "<";
        case Ordering::equal:
            return "=";
        case Ordering::greater:
            return ">";
        case Ordering::unordered:
            return "unordered";
    }
    return "";
}

}  // namespace

TEST_CASE("numbers compare by value, integers with floats without rounding", "[values][comparison]") {
    CHECK(sign(Value(1), Value(2)) == "<");
    CHECK(sign(Value(2.5), Value(2)) == ">");
    CHECK(sign(Value(-2), Value(-2.5)) == ">");
    CHECK(sign(Value(1), Value(1.0)) == "=");
    CHECK(sign(integer(9007199254740993), Value(9007199254740992.0)) == ">");
    CHECK(sign(integer(most), Value(9223372036854775808.0)) == "<");
    CHECK(sign(Value(-infinity), integer(least)) == "<");
    CHECK(sign(integer(least), Value(-1e300)) == ">");
}

TEST_CASE("NaN is neither less nor greater than a number", "[values][comparison]") {
    CHECK(sign(Value(not_a_number), Value(1)) == "unordered");
    CHECK(sign(Value(1.0), Value(not_a_number)) == "unordered");
    CHECK(sign(Value(not_a_number), Value(not_a_number)) == "unordered");
    CHECK(sign(Value(not_a_number), text("x")) == "null");
}

TEST_CASE("strings compare by code point", "[values][comparison]") {
    CHECK(sign(text("a"), text("b")) == "<");
    CHECK(sign(text("a"), text("ab")) == "<");
    CHECK(sign(text("Z"), text("a")) == "<");
    CHECK(sign(text("z"), text("ä")) == "<");
    CHECK(sign(text("\xEF\xBF\xBD"), text("\xF0\x9F\x98\x80")) == "<");
    CHECK(sign(text(""), text("")) == "=");
}

TEST_CASE("false is less than true", "[values][comparison]") {
    CHECK(sign(Value(false), Value(true)) == "<");
    CHECK(sign(Value(true), Value(true)) == "=");
}

TEST_CASE("the first difference decides between lists, then the length", "[values][comparison]") {
    CHECK(sign(list({Value(1), Value(2)}), list({Value(1), Value(3)})) == "<");
    CHECK(sign(list({Value(1)}), list({Value(1), Value(0)})) == "<");
    CHECK(sign(list({Value(2)}), list({Value(1), Value(9)})) == ">");
    CHECK(sign(list(), list()) == "=");
    CHECK(sign(list({Value::node(1), Value(1)}), list({Value::node(1), Value(2)})) == "<");
}

TEST_CASE("a null or a mixture matters only where it decides", "[values][comparison]") {
    CHECK(sign(list({Value(1), Value(2)}), list({Value(1), Value()})) == "null");
    CHECK(sign(list({Value(1), Value(2)}), list({Value(3), Value()})) == "<");
    CHECK(sign(list({Value(1), text("a")}), list({Value(1), Value(2)})) == "null");
    CHECK(sign(list({Value(1), text("a")}), list({Value(2), Value(2)})) == "<");
    CHECK(sign(list({Value(not_a_number)}), list({Value(1)})) == "unordered");
}

TEST_CASE("what isn't alike can't be compared", "[values][comparison]") {
    CHECK(sign(Value(1), text("1")) == "null");
    CHECK(sign(Value(), Value()) == "null");
    CHECK(sign(Value(), Value(1)) == "null");
    CHECK(sign(Value(true), Value(1)) == "null");
    CHECK(sign(Value::node(1), Value::node(2)) == "null");
    CHECK(sign(map(), map()) == "null");
}

TEST_CASE("comparing the other way round gives the mirror image", "[values][comparison]") {
    const auto mirrored = [](std::string s) { return s == "<" ? ">" : s == ">" ? "<" : s; };
    const auto values = tricky_values();
    for (const Value& a : values) {
        for (const Value& b : values) CHECK(sign(a, b) == mirrored(sign(b, a)));
    }
}
