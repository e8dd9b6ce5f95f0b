#pragma once
// Value: one value of the language at run time: null, boolean, integer, float, string, list, map,
// node, relationship or path.
//
// Shapes     16 bytes: a kind, a length and a payload. Nodes and relationships are dense 32-bit
//            ids into the graph that the run reads; they mean nothing without it.
// Ownership  strings are either borrowed (the text lives in the graph's pool or the statement, which
//            outlive the run) or owned (shared, immutable, reference-counted). Lists, maps and
//            paths are shared and immutable once built. Copying is O(1).
// Threads    distinct Values may be used from distinct threads, even when they share storage.
// Errors     asking for the wrong kind breaks a precondition (asserted).
// Source     openCypher 9 reference, "Values".
#include <cassert>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "value/type.h"

namespace confer::engine {

using NodeId = std::uint32_t;
using EdgeId = std::uint32_t;
inline constexpr std::uint32_t no_id = 0xFFFFFFFFU;  // "no such node or relationship": null

class Value;
using ValueList = std::vector<Value>;
// Entries sorted by key (bytewise), no key twice.
using ValueMap = std::vector<std::pair<std::string, Value>>;
// nodes.size() == edges.size() + 1; edge i joins nodes i and i + 1, in either direction.
struct PathValue {
    std::vector<NodeId> nodes;
    std::vector<EdgeId> edges;
};

class Value {
public:
    Value() noexcept = default;  // null
    Value(bool boolean) noexcept : kind_(Kind::boolean) { payload_.integer = boolean ? 1 : 0; }
    Value(std::int64_t integer) noexcept : kind_(Kind::integer) { payload_.integer = integer; }
    Value(int integer) noexcept : Value(static_cast<std::int64_t>(integer)) {}
    Value(double floating) noexcept : kind_(Kind::floating) { payload_.floating = floating; }
    // Copies the text into shared storage. REQUIRES: size <= max_string_bytes.
    static constexpr std::size_t max_string_bytes = 0xFFFFFFFFU;
    explicit Value(std::string_view text);
    Value(const char*) = delete;
    explicit Value(ValueList list);
    explicit Value(ValueMap map);  // sorts; REQUIRES: no key twice
    explicit Value(PathValue path);

    // A string whose text the caller keeps alive for as long as any copy of the value.
    static Value borrowed(std::string_view text) noexcept;
    static Value node(NodeId id) noexcept;          // no_id gives null
    static Value relationship(EdgeId id) noexcept;  // no_id gives null

    Value(const Value& other) noexcept
        : kind_(other.kind_), owned_(other.owned_), length_(other.length_), payload_(other.payload_) {
        if (owned_) retain();
    }
    Value(Value&& other) noexcept
        : kind_(other.kind_), owned_(other.owned_), length_(other.length_), payload_(other.payload_) {
        other.kind_ = Kind::null;
        other.owned_ = false;
    }
    Value& operator=(const Value& other) noexcept {
        Value copy(other);
        swap(copy);
        return *this;
    }
    Value& operator=(Value&& other) noexcept {
        swap(other);
        return *this;
    }
    ~Value() {
        if (owned_) release();
    }
    void swap(Value& other) noexcept {
        std::swap(kind_, other.kind_);
        std::swap(owned_, other.owned_);
        std::swap(length_, other.length_);
        std::swap(payload_, other.payload_);
    }

    Kind kind() const noexcept { return kind_; }
    bool is_null() const noexcept { return kind_ == Kind::null; }
    bool is(Kind kind) const noexcept { return kind_ == kind; }
    bool is_number() const noexcept { return kind_ == Kind::integer || kind_ == Kind::floating; }

    bool as_boolean() const {
        assert(is(Kind::boolean));
        return payload_.integer != 0;
    }
    std::int64_t as_integer() const {
        assert(is(Kind::integer));
        return payload_.integer;
    }
    double as_floating() const {
        assert(is(Kind::floating));
        return payload_.floating;
    }
    // An integer or a float as a float. REQUIRES: is_number()
    double as_number() const { return is(Kind::integer) ? static_cast<double>(payload_.integer) : as_floating(); }
    std::string_view as_string() const {
        assert(is(Kind::string));
        return {payload_.text, length_};
    }
    NodeId as_node() const {
        assert(is(Kind::node));
        return static_cast<NodeId>(payload_.integer);
    }
    EdgeId as_relationship() const {
        assert(is(Kind::relationship));
        return static_cast<EdgeId>(payload_.integer);
    }
    std::span<const Value> as_list() const;
    const ValueMap& as_map() const;
    const PathValue& as_path() const;

    // The entry `key` of a map, or nullptr. O(log n). REQUIRES: is(Kind::map)
    const Value* find(std::string_view key) const;

    // How deeply lists and maps are nested: 0 for all else, 1 for a flat list. O(1). Whoever builds lists or
    // maps out of values refuses more than max_depth (nesting_too_deep), so that comparing, hashing and
    // printing may recurse.
    std::uint32_t depth() const noexcept;
    static constexpr std::uint32_t max_depth = 1000;

    // Bytes of shared storage behind this value, its parts included (0 for scalars and borrowed text).
    std::size_t heap_bytes() const;

private:
    struct Shared;
    struct ListStorage;
    struct MapStorage;
    struct PathStorage;
    Shared* shared() const noexcept;
    void retain() const noexcept;
    void release() noexcept;
    void destroy() noexcept;

    Kind kind_ = Kind::null;
    bool owned_ = false;        // payload_ points at (or, for strings, into) counted storage
    std::uint32_t length_ = 0;  // of a string, in bytes
    union Payload {
        std::int64_t integer;
        double floating;
        const char* text;
        Shared* shared;
    } payload_{0};
};

static_assert(sizeof(Value) == 16);

}  // namespace confer::engine
