#pragma once
// sample_values: values that are easily mistaken for each other, for the laws that hold for all.
#include <cmath>
#include <limits>
#include <vector>

#include "value/value.h"

namespace confer::test {

using engine::PathValue;
using engine::Value;
using engine::ValueList;
using engine::ValueMap;

inline Value text(std::string_view characters) {
    return Value(characters);
}
inline Value list(ValueList elements = {}) {
    return Value(std::move(elements));
}
inline Value map(ValueMap entries = {}) {
    return Value(std::move(entries));
}
inline Value integer(std::int64_t number) {
    return Value(number);
}

inline const double not_a_number = std::numeric_limits<double>::quiet_NaN();
inline const double infinity = std::numeric_limits<double>::infinity();
inline constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

inline std::vector<Value> tricky_values() {
    return {
        Value(),
        Value(true),
        Value(false),
        Value(0),
        Value(0.0),
        Value(-0.0),
        Value(1),
        Value(1.0),
        Value(-1),
        Value(0.1),
        Value(not_a_number),
        Value(-not_a_number),
        Value(infinity),
        Value(-infinity),
        // around 2^53, where floats stop telling integers apart, and 2^63, where integers end
        integer(9007199254740992),
        integer(9007199254740993),
        Value(9007199254740992.0),
        integer(-9007199254740993),
        integer(most),
        integer(most - 1),
        Value(9223372036854775807.0),
        integer(least),
        Value(-9223372036854775808.0),
        Value(1e300),
        Value(-1e300),
        Value(5e-324),
        text(""),
        text("a"),
        text("A"),
        text("ab"),
        text("ä"),
        text("漢"),
        text("\xF0\x9F\x98\x80"),
        text("1"),
        text(std::string_view("a\0b", 3)),
        list(),
        list({Value()}),
        list({Value(1)}),
        list({Value(1.0)}),
        list({Value(1), Value()}),
        list({Value(1), Value(2)}),
        list({Value(not_a_number)}),
        list({text("a")}),
        list({list()}),
        list({list({Value(1)})}),
        map(),
        map({{"a", Value(1)}}),
        map({{"a", Value(1.0)}}),
        map({{"a", Value(2)}}),
        map({{"b", Value(0)}}),
        map({{"a", Value(1)}, {"b", Value()}}),
        map({{"a", Value()}}),
        map({{"a", list({Value(not_a_number)})}}),
        Value::node(0),
        Value::node(1),
        Value::relationship(0),
        Value::relationship(1),
        Value(PathValue{{0}, {}}),
        Value(PathValue{{0, 1}, {0}}),
        Value(PathValue{{0, 1}, {1}}),
        Value(PathValue{{0, 1, 0}, {0, 0}}),
        Value(PathValue{{1}, {}}),
    };
}

}  // namespace confer::test
