#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "support/sample_values.h"
#include "value/compare.h"
#include "value/format.h"

using namespace confer::engine;
using namespace confer::test;

namespace {

// Sorted by order(), as literals.
std::string sorted(ValueList values) {
    std::stable_sort(values.begin(), values.end(), [](const Value& a, const Value& b) { return order(a, b) < 0; });
    return to_literal(Value(std::move(values)));
}

}  // namespace

TEST_CASE("every kind has its place in the order", "[values][order]") {
    CHECK(sorted({Value(), Value(not_a_number), Value(1.5), Value(1), Value(true), text("a"), Value(PathValue{{0}, {}}),
                  list(), Value::relationship(0), Value::node(0), map()}) ==
          "[{}, (#0), [#0], [], (#0), 'a', true, 1, 1.5, NaN, null]");
}

TEST_CASE("numbers are in order whatever their kind, NaN after infinity", "[values][order]") {
    CHECK(sorted({Value(not_a_number), Value(infinity), integer(most), Value(0.5), Value(0), Value(-infinity),
                  integer(least)}) == "[-Infinity, -9223372036854775808, 0, 0.5, 9223372036854775807, Infinity, NaN]");
}

TEST_CASE("lists are in order element by element, nulls last", "[values][order]") {
    CHECK(sorted({list({Value()}), list({Value(2)}), list({Value(1), Value(2)}), list({Value(1)}), list(),
                  list({text("a")})}) == "[[], ['a'], [1], [1, 2], [2], [null]]");
}

TEST_CASE("maps are in order by their keys, then by their values", "[values][order]") {
    CHECK(sorted({map({{"b", Value(0)}}), map({{"a", Value(2)}}), map({{"a", Value(1)}, {"b", Value(0)}}),
                  map({{"a", Value(1)}}), map()}) == "[{}, {a: 1}, {a: 2}, {a: 1, b: 0}, {b: 0}]");
}

TEST_CASE("paths are in order part by part, a beginning before the whole", "[values][order]") {
    CHECK(sorted({Value(PathValue{{1}, {}}), Value(PathValue{{0, 1}, {1}}), Value(PathValue{{0, 2}, {0}}),
                  Value(PathValue{{0}, {}})}) == "[(#0), (#0)-[#0]-(#2), (#0)-[#1]-(#1), (#1)]");
}

TEST_CASE("order is total: reflexive, antisymmetric and transitive", "[values][order][laws]") {
    const auto values = tricky_values();
    std::size_t broken = 0;
    for (const Value& a : values) {
        CHECK(order(a, a) == 0);
        for (const Value& b : values) {
            CHECK(order(a, b) == -order(b, a));
            for (const Value& c : values) {
                if (order(a, b) <= 0 && order(b, c) <= 0 && order(a, c) > 0) ++broken;
                if (order(a, b) == 0 && order(a, c) != order(b, c)) ++broken;
            }
        }
    }
    CHECK(broken == 0);
}

TEST_CASE("equivalence is order's own, and equivalent values hash alike", "[values][order][laws]") {
    const auto values = tricky_values();
    for (const Value& a : values) {
        for (const Value& b : values) {
            INFO(to_literal(a) << " and " << to_literal(b));
            CHECK(equivalent(a, b) == (order(a, b) == 0));
            if (equivalent(a, b)) CHECK(hash(a) == hash(b));
        }
    }
}

TEST_CASE("what is equal is equivalent", "[values][order][laws]") {
    const auto values = tricky_values();
    for (const Value& a : values) {
        for (const Value& b : values) {
            if (equals(a, b) == true) CHECK(equivalent(a, b));
        }
    }
}

TEST_CASE("order agrees with comparison wherever that has an answer", "[values][order][laws]") {
    // But for lists, where a null decides nothing in a comparison and something in the order.
    const auto values = tricky_values();
    for (const Value& a : values) {
        for (const Value& b : values) {
            const auto ordering = compare(a, b);
            if (ordering == Ordering::less) CHECK(order(a, b) < 0);
            if (ordering == Ordering::greater) CHECK(order(a, b) > 0);
        }
    }
}

TEST_CASE("null equals null and NaN equals NaN where rows are grouped", "[values][order]") {
    CHECK(equivalent(Value(), Value()));
    CHECK(equivalent(Value(not_a_number), Value(-not_a_number)));
    CHECK(equivalent(list({Value(), Value(not_a_number)}), list({Value(), Value(not_a_number)})));
    CHECK_FALSE(equivalent(Value(), Value(not_a_number)));
    CHECK_FALSE(equivalent(integer(9007199254740993), Value(9007199254740992.0)));
}

TEST_CASE("sorting gives the same sequence from any beginning", "[values][order][laws]") {
    ValueList values = tricky_values();
    const std::string expected = [&values] {
        std::vector<std::size_t> hashes;
        ValueList copy = values;
        std::stable_sort(copy.begin(), copy.end(), [](const Value& a, const Value& b) { return order(a, b) < 0; });
        std::string text;
        for (const Value& value : copy) text += std::to_string(hash(value)) + ' ';
        return text;
    }();
    std::mt19937 shuffler(7);  // NOLINT: the same every time
    for (int i = 0; i < 50; ++i) {
        std::shuffle(values.begin(), values.end(), shuffler);
        std::stable_sort(values.begin(), values.end(), [](const Value& a, const Value& b) { return order(a, b) < 0; });
        std::string text;
        for (const Value& value : values) text += std::to_string(hash(value)) + ' ';
        CHECK(text == expected);
    }
}

TEST_CASE("a stable sort keeps equivalent values in their order", "[values][order]") {
    CHECK(sorted({Value(1.0), Value(1), Value(0), Value(not_a_number), Value(), Value(1)}) ==
          "[0, 1.0, 1, 1, NaN, null]");
}
