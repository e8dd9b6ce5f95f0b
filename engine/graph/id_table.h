#pragma once
// IdTable: which node is called by an id, while a graph is built.
//
// Loading asks for the ends of every relationship, in no order that a cache could foresee. So a slot holds
// the id itself, when it is short, and half a cache line is all that a look-up reads; and a caller who
// knows an id some time before it needs the node says expect().
//
// Shapes     open addressing; a power of two of slots, at most three quarters full.
// Ownership  longer ids are compared in the pool, which outlives the table.
// Threads    one thread.
// Cost       32 bytes a slot.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string_view>
#include <vector>

#include "base/large_pages.h"
#include "base/string_pool.h"
#include "value/value.h"

namespace confer::engine {

class IdTable {
public:
    explicit IdTable(const StringPool& pool) : pool_(&pool) {}

    // Begins to fetch what find() will read.
    void expect(std::string_view id) const {
        if (!slots_.empty()) __builtin_prefetch(&slots_[Key(id).hash & (slots_.size() - 1)]);
    }
    // The node, or no_id.
    NodeId find(std::string_view id) const;
    // REQUIRES: the id is not in the table yet; `text` is its place in the pool.
    void add(StringId text, NodeId node);

private:
    // What is compared of an id: two words, which with its size hold all of it, when it is short, or its beginning.
    struct Key {
        explicit Key(std::string_view id);
        std::uint64_t words[2] = {0, 0};
        std::uint32_t size;
        std::uint32_t hash;
    };
    struct alignas(32) Slot {
        std::uint64_t words[2] = {0, 0};
        std::uint32_t size = 0;
        std::uint32_t hash = 0;
        StringId text = 0;
        NodeId node = no_id;  // no_id: empty
    };
    std::size_t slot_of(const Key& key, std::string_view id) const;
    void grow();

    const StringPool* pool_;
    std::vector<Slot, LargePages<Slot>> slots_;
    std::size_t count_ = 0;
};

inline IdTable::Key::Key(std::string_view id) : size(static_cast<std::uint32_t>(id.size())) {
    constexpr std::uint64_t odd1 = 0x9E3779B97F4A7C15U, odd2 = 0xC2B2AE3D27D4EB4FU;
    if (id.size() > sizeof words) {
        std::memcpy(words, id.data(), sizeof words);
    } else if (id.size() >= 8) {
        std::memcpy(&words[0], id.data(), 8);
        std::memcpy(&words[1], id.data() + id.size() - 8, 8);
    } else if (id.size() >= 4) {
        std::memcpy(&words[0], id.data(), 4);
        std::memcpy(&words[1], id.data() + id.size() - 4, 4);
    } else {
        for (const char c : id) words[0] = words[0] << 8U | static_cast<unsigned char>(c);
    }
    std::uint64_t mixed = (words[0] ^ size) * odd1;
    mixed = (mixed ^ (mixed >> 32) ^ words[1]) * odd2;
    if (id.size() > sizeof words) mixed ^= std::hash<std::string_view>{}(id.substr(sizeof words));
    mixed = (mixed ^ (mixed >> 29)) * odd1;
    hash = static_cast<std::uint32_t>(mixed >> 32);
}

}  // namespace confer::engine
