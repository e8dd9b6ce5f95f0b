#pragma once
// compare: equality, comparability and orderability of values, each with its own rules for null,
// NaN and mixed types.
//
// Source     openCypher CIP2016-06-14 "Define comparability and equality as well as orderability
//            and equivalence".
// Cost       O(size of the smaller value).
#include <cstddef>
#include <functional>
#include <optional>
#include <span>

#include "value/value.h"

namespace confer::engine {

// Three-valued logic: nothing is null.
using Ternary = std::optional<bool>;

// `a = b`. Null when either is null, or when the answer hinges on a null inside a list or map.
// Different kinds are not equal (but 1 = 1.0); NaN equals nothing.
Ternary equals(const Value& a, const Value& b);

// `a < b` and so on. Null for values that can't be compared (different kinds, nulls); numbers,
// strings, booleans (false < true) and lists can; NaN compares false with every number.
enum class Ordering : unsigned char { less, equal, greater, unordered };
std::optional<Ordering> compare(const Value& a, const Value& b);

// The total order of ORDER BY, min and max: -1, 0, 1. Ascending: map, node, relationship, list, path,
// string, boolean, number, NaN, null. Strings by code point; lists and paths part by part, a beginning
// before the whole; maps by their keys in alphabetical order, then by the values in that order; nodes and
// relationships by id.
int order(const Value& a, const Value& b);

// Equivalence, of DISTINCT and grouping: null with null, NaN with NaN, 1 with 1.0; and its hash.
bool equivalent(const Value& a, const Value& b);
std::size_t hash(const Value& value);

struct ValueHash {
    std::size_t operator()(const Value& value) const { return hash(value); }
};
struct ValueEquivalent {
    bool operator()(const Value& a, const Value& b) const { return equivalent(a, b); }
};

}  // namespace confer::engine
