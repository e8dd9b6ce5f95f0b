#pragma once
// ValueType: what is known about a value before it exists; the type algebra of the analyser.
//
// A type is a set of kinds that the value may have. Null belongs to every type and is not
// recorded. For lists the kinds of the elements are kept one level deep.
//
// Threads    a plain value.
// Source     openCypher 9 reference, "Types".
#include <cstdint>
#include <string>

namespace confer::engine {

enum class Kind : std::uint8_t { null, boolean, integer, floating, string, list, map, node, relationship, path };

// "Boolean", "Integer", "Float", "String", "List", "Map", "Node", "Relationship", "Path", "Null".
const char* kind_name(Kind kind);

class ValueType {
public:
    constexpr ValueType() = default;  // any
    constexpr ValueType(Kind kind) : kinds_(bit(kind)) {}

    static constexpr ValueType any() { return {}; }
    static constexpr ValueType null() { return ValueType(Kind::null); }
    static constexpr ValueType number() { return ValueType(Kind::integer) | ValueType(Kind::floating); }
    static constexpr ValueType list_of(ValueType element) {
        ValueType type(Kind::list);
        type.elements_ = element.kinds_;
        return type;
    }

    constexpr bool is_any() const { return kinds_ == all; }
    // Whether a value of this type may have `kind`.
    constexpr bool may_be(Kind kind) const { return (kinds_ & bit(kind)) != 0; }
    // Whether a non-null value of this type certainly has `kind`.
    constexpr bool is(Kind kind) const { return (kinds_ & ~bit(Kind::null)) == bit(kind); }
    constexpr bool is_only_null() const { return kinds_ == bit(Kind::null); }
    // Whether some non-null value could belong to both, or one of them can only be null.
    constexpr bool overlaps(ValueType other) const {
        return is_only_null() || other.is_only_null() || (kinds_ & other.kinds_ & ~bit(Kind::null)) != 0;
    }
    // The type of an element when this is a list; any when it is not known to be one.
    constexpr ValueType element() const {
        ValueType type;
        if (is(Kind::list)) type.kinds_ = elements_;
        return type;
    }

    friend constexpr ValueType operator|(ValueType a, ValueType b) {
        ValueType type;
        const bool a_list = a.may_be(Kind::list), b_list = b.may_be(Kind::list);
        type.kinds_ = a.kinds_ | b.kinds_;
        type.elements_ = a_list && b_list ? a.elements_ | b.elements_ : a_list ? a.elements_ : b.elements_;
        return type;
    }
    friend constexpr bool operator==(ValueType, ValueType) = default;

private:
    static constexpr std::uint16_t bit(Kind kind) {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
    }
    static constexpr std::uint16_t all = 0x3FF;
    std::uint16_t kinds_ = all;
    std::uint16_t elements_ = all;
};

// "Integer", "Integer or Float", "List<String>", "Any": for error messages.
std::string to_string(ValueType type);

}  // namespace confer::engine
