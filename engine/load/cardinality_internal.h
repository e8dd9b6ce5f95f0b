#pragma once
// Cardinality: how many relationships of a type there are, between two nodes and out of one.
//
// Cost       O(1) for each relationship of a type whose schema says `unique` or `max`, and some 40 bytes of
//            memory while loading; the others cost nothing.
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/graph_builder.h"

namespace confer::engine::load {

class Cardinality {
public:
    // Whether this is the first of its type from this source to this target that was asked about.
    bool is_first(TypeId type, EdgeEnds ends) {
        return at(pairs_, type).insert(std::uint64_t{ends.source} << 32 | ends.target).second;
    }
    // How many of the type out of this node were asked about, this one included.
    std::uint32_t count(TypeId type, NodeId source) { return ++at(counts_, type)[source]; }

private:
    template <class PerType>
    static PerType& at(std::vector<PerType>& types, TypeId type) {
        if (type >= types.size()) types.resize(type + std::size_t{1});
        return types[type];
    }

    std::vector<std::unordered_set<std::uint64_t>> pairs_;           // by type
    std::vector<std::unordered_map<NodeId, std::uint32_t>> counts_;  // by type
};

}  // namespace confer::engine::load
