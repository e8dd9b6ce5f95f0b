// Three relations that look alike and differ on purpose: equality (null is unknown, NaN equals nothing),
// comparability (only like with like), and the total order with its equivalence (everything has a place).
// Tested by suites/values/{equality,comparison,order}_test.cpp.
#include "value/compare.h"

#include <bit>
#include <cmath>
#include <string_view>

namespace confer::engine {

namespace {

template <class T>
int three_way(const T& a, const T& b) {
    return a < b ? -1 : b < a ? 1 : 0;
}

constexpr double two_to_63 = 9223372036854775808.0;

// Exact: a large integer isn't rounded to a float first. REQUIRES: b is not NaN.
int three_way(std::int64_t a, double b) {
    if (b >= two_to_63) return -1;
    if (b < -two_to_63) return 1;
    const auto whole = static_cast<std::int64_t>(b);
    if (a != whole) return three_way(a, whole);
    return three_way(0.0, b - static_cast<double>(whole));
}

bool is_nan(const Value& value) {
    return value.is(Kind::floating) && std::isnan(value.as_floating());
}

// REQUIRES: numbers, none of them NaN.
int three_way_numbers(const Value& a, const Value& b) {
    if (a.is(Kind::integer)) {
        return b.is(Kind::integer) ? three_way(a.as_integer(), b.as_integer())
                                   : three_way(a.as_integer(), b.as_floating());
    }
    return b.is(Kind::integer) ? -three_way(b.as_integer(), a.as_floating())
                               : three_way(a.as_floating(), b.as_floating());
}

bool same_path(const PathValue& a, const PathValue& b) {
    return a.nodes == b.nodes && a.edges == b.edges;
}

Ternary equal_lists(std::span<const Value> a, std::span<const Value> b) {
    if (a.size() != b.size()) return false;
    bool unknown = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Ternary same = equals(a[i], b[i]);
        if (same == false) return false;
        if (!same.has_value()) unknown = true;
    }
    return unknown ? Ternary{} : Ternary{true};
}

Ternary equal_maps(const ValueMap& a, const ValueMap& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].first != b[i].first) return false;
    }
    bool unknown = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Ternary same = equals(a[i].second, b[i].second);
        if (same == false) return false;
        if (!same.has_value()) unknown = true;
    }
    return unknown ? Ternary{} : Ternary{true};
}

Ordering ordering(int sign) {
    return sign < 0 ? Ordering::less : sign > 0 ? Ordering::greater : Ordering::equal;
}

// The first pair that isn't equal decides; when it can't be compared, neither can the lists.
std::optional<Ordering> compare_lists(std::span<const Value> a, std::span<const Value> b) {
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        if (equals(a[i], b[i]) == true) continue;
        return compare(a[i], b[i]);
    }
    return ordering(three_way(a.size(), b.size()));
}

// The place of each kind in the total order; NaN has one of its own.
int rank(const Value& value) {
    switch (value.kind()) {
        case Kind::map:
            return 0;
        case Kind::node:
            return 1;
        case Kind::relationship:
            return 2;
        case Kind::list:
            return 3;
        case Kind::path:
            return 4;
        case Kind::string:
            return 5;
        case Kind::boolean:
            return 6;
        case Kind::integer:
            return 7;
        case Kind::floating:
            return std::isnan(value.as_floating()) ? 8 : 7;
        case Kind::null:
            return 9;
    }
    return 9;
}

int order_lists(std::span<const Value> a, std::span<const Value> b) {
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        if (const int sign = order(a[i], b[i]); sign != 0) return sign;
    }
    return three_way(a.size(), b.size());
}

int order_maps(const ValueMap& a, const ValueMap& b) {
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        if (const int sign = three_way(a[i].first, b[i].first); sign != 0) return sign;
    }
    if (a.size() != b.size()) return three_way(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (const int sign = order(a[i].second, b[i].second); sign != 0) return sign;
    }
    return 0;
}

int order_paths(const PathValue& a, const PathValue& b) {
    for (std::size_t i = 0; i < a.nodes.size() && i < b.nodes.size(); ++i) {
        if (const int sign = three_way(a.nodes[i], b.nodes[i]); sign != 0) return sign;
        if (i == a.edges.size() || i == b.edges.size()) break;
        if (const int sign = three_way(a.edges[i], b.edges[i]); sign != 0) return sign;
    }
    return three_way(a.nodes.size(), b.nodes.size());
}

// The finaliser of MurmurHash3: every bit of the input reaches every bit of the output.
std::size_t mix(std::uint64_t bits) {
    bits ^= bits >> 33;
    bits *= 0xFF51AFD7ED558CCDULL;
    bits ^= bits >> 33;
    bits *= 0xC4CEB9FE1A85EC53ULL;
    bits ^= bits >> 33;
    return bits;
}

std::size_t combine(std::size_t seed, std::size_t more) {
    return mix(seed ^ (more + 0x9E3779B97F4A7C15ULL));
}

// A float that is a whole number hashes as that integer, for 1 and 1.0 are equivalent.
std::size_t hash_float(double number) {
    if (std::isnan(number)) return mix(0x7FF8000000000000ULL);
    if (number >= -two_to_63 && number < two_to_63) {
        const auto whole = static_cast<std::int64_t>(number);
        if (static_cast<double>(whole) == number) return mix(static_cast<std::uint64_t>(whole));
    }
    return mix(std::bit_cast<std::uint64_t>(number));
}

}  // namespace

Ternary equals(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return std::nullopt;
    if (a.is_number() && b.is_number()) return !is_nan(a) && !is_nan(b) && three_way_numbers(a, b) == 0;
    if (a.kind() != b.kind()) return false;
    switch (a.kind()) {
        case Kind::boolean:
            return a.as_boolean() == b.as_boolean();
        case Kind::string:
            return a.as_string() == b.as_string();
        case Kind::list:
            return equal_lists(a.as_list(), b.as_list());
        case Kind::map:
            return equal_maps(a.as_map(), b.as_map());
        case Kind::node:
            return a.as_node() == b.as_node();
        case Kind::relationship:
            return a.as_relationship() == b.as_relationship();
        case Kind::path:
            return same_path(a.as_path(), b.as_path());
        default:
            return std::nullopt;  // numbers and null are done above
    }
}

std::optional<Ordering> compare(const Value& a, const Value& b) {
    if (a.is_number() && b.is_number()) {
        return is_nan(a) || is_nan(b) ? Ordering::unordered : ordering(three_way_numbers(a, b));
    }
    if (a.kind() != b.kind()) return std::nullopt;
    switch (a.kind()) {
        case Kind::boolean:
            return ordering(three_way(a.as_boolean(), b.as_boolean()));
        case Kind::string:
            return ordering(a.as_string().compare(b.as_string()));
        case Kind::list:
            return compare_lists(a.as_list(), b.as_list());
        default:
            return std::nullopt;
    }
}

int order(const Value& a, const Value& b) {
    const int rank_a = rank(a);
    if (const int sign = three_way(rank_a, rank(b)); sign != 0) return sign;
    switch (a.kind()) {
        case Kind::integer:
            return three_way_numbers(a, b);
        case Kind::floating:
            return is_nan(a) ? 0 : three_way_numbers(a, b);
        case Kind::boolean:
            return three_way(a.as_boolean(), b.as_boolean());
        case Kind::string:
            return three_way(a.as_string().compare(b.as_string()), 0);
        case Kind::list:
            return order_lists(a.as_list(), b.as_list());
        case Kind::map:
            return order_maps(a.as_map(), b.as_map());
        case Kind::node:
            return three_way(a.as_node(), b.as_node());
        case Kind::relationship:
            return three_way(a.as_relationship(), b.as_relationship());
        case Kind::path:
            return order_paths(a.as_path(), b.as_path());
        case Kind::null:
            return 0;
    }
    return 0;
}

bool equivalent(const Value& a, const Value& b) {
    if (a.is(Kind::string) && b.is(Kind::string)) return a.as_string() == b.as_string();
    return order(a, b) == 0;
}

std::size_t hash(const Value& value) {
    std::size_t seed = static_cast<std::size_t>(value.kind()) * 0x9E3779B97F4A7C15ULL;
    switch (value.kind()) {
        case Kind::null:
            return mix(seed);
        case Kind::integer:
            return mix(static_cast<std::uint64_t>(value.as_integer()));
        case Kind::floating:
            return hash_float(value.as_floating());
        case Kind::boolean:
            return combine(seed, value.as_boolean() ? 1 : 0);
        case Kind::string:
            return std::hash<std::string_view>{}(value.as_string());
        case Kind::node:
            return combine(seed, value.as_node());
        case Kind::relationship:
            return combine(seed, value.as_relationship());
        case Kind::list:
            for (const Value& element : value.as_list()) seed = combine(seed, hash(element));
            return seed;
        case Kind::map:
            for (const auto& [key, element] : value.as_map()) {
                seed = combine(combine(seed, std::hash<std::string>{}(key)), hash(element));
            }
            return seed;
        case Kind::path:
            for (const NodeId node : value.as_path().nodes) seed = combine(seed, node);
            for (const EdgeId edge : value.as_path().edges) seed = combine(seed, edge);
            return seed;
    }
    return seed;
}

}  // namespace confer::engine
