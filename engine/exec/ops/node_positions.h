#pragma once
// NodePositions: a map from nodes to positions in a list, for searches that mostly see few of a graph's nodes.
//
// Few nodes stand in a small hash table; from an eighth of the graph's nodes on, in an array of all of them.
//
// Threads    one thread.
// Cost       find, insert: O(1). clear: O(nodes inserted); what was allocated is kept.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "value/value.h"

namespace confer::engine::exec {

class NodePositions {
public:
    static constexpr std::uint32_t absent = 0xFFFFFFFFU;

    explicit NodePositions(NodeId graph_nodes) : graph_nodes_(graph_nodes), slots_(128) {}

    std::uint32_t find(NodeId node) const { return dense_.empty() ? slots_[slot_of(node)].position : dense_[node]; }
    // Inserts the node unless it is there; its position before, or absent.
    std::uint32_t insert(NodeId node, std::uint32_t position) {
        const bool hashed = dense_.empty();
        const std::size_t slot = hashed ? slot_of(node) : node;
        std::uint32_t& stored = hashed ? slots_[slot].position : dense_[slot];
        if (stored != absent) return stored;
        stored = position;
        used_.push_back(static_cast<std::uint32_t>(slot));
        if (!hashed) return absent;
        slots_[slot].node = node;
        if (used_.size() * 2 > slots_.size()) grow();
        return absent;
    }
    // Makes room for so many nodes more, if they are few, so that to insert them moves none.
    void reserve(std::size_t nodes) {
        if (!dense_.empty()) return;
        const std::size_t wanted = 2 * std::min<std::size_t>(used_.size() + nodes, graph_nodes_ / 8);
        if (wanted > slots_.size()) rehash(std::bit_ceil(wanted));
    }
    void clear() {
        for (const std::uint32_t used : used_) (dense_.empty() ? slots_[used].position : dense_[used]) = absent;
        used_.clear();
    }
    std::size_t heap_bytes() const {
        return slots_.capacity() * sizeof(Slot) + (dense_.capacity() + used_.capacity()) * sizeof(std::uint32_t);
    }

private:
    struct Slot {
        NodeId node = no_id;
        std::uint32_t position = absent;
    };

    // Where the node stands, or would.
    std::size_t slot_of(NodeId node) const {
        const std::size_t mask = slots_.size() - 1;                                      // a power of two
        std::size_t slot = (((node >> 3) * 0x9E3779B1U >> 7) << 3 | (node & 7)) & mask;  // neighbours share cache lines
        while (slots_[slot].position != absent && slots_[slot].node != node) slot = (slot + 1) & mask;
        return slot;
    }
    void grow() { rehash(used_.size() * 8 > graph_nodes_ ? 0 : slots_.size() * 4); }
    // Into a table of so many slots; none: into the array.
    void rehash(std::size_t slots) {
        std::vector<Slot> known;
        known.reserve(used_.size());
        for (const std::uint32_t used : used_) known.push_back(slots_[used]);
        used_.clear();
        slots_ = std::vector<Slot>(slots);
        if (slots == 0) dense_.assign(graph_nodes_, absent);
        for (const Slot& slot : known) insert(slot.node, slot.position);
    }

    NodeId graph_nodes_;
    std::vector<Slot> slots_;
    std::vector<std::uint32_t> dense_;  // by node; empty as long as there is the table
    std::vector<std::uint32_t> used_;   // slots, or nodes when dense
};

}  // namespace confer::engine::exec
