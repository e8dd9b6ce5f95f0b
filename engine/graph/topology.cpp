// Relationships are counted into their types, then into the rows of their sources; each row is sorted by
// target. Edge ids are given out in that order, so the outgoing rows hold consecutive ids, and one more
// counting sort, by target, yields the incoming rows already sorted.
// Tested by suites/graph/topology_test.cpp.
#include "graph/topology.h"

#include <algorithm>
#include <numeric>

namespace confer::engine {

namespace {

struct Range {
    NodeId first = 0;
    NodeId end = 0;  // == first: empty
};

// The nodes between the least and the greatest.
Range range_of(std::span<const NodeId> nodes) {
    if (nodes.empty()) return {};
    const auto [least, greatest] = std::minmax_element(nodes.begin(), nodes.end());
    return {*least, *greatest + 1};
}

// Turns counts, where counts[i + 1] belongs to bucket i, into the buckets' beginnings.
void accumulate_counts(std::vector<std::uint32_t>& counts) {
    std::partial_sum(counts.begin(), counts.end(), counts.begin());
}

// offsets[i] is where the row of node range.first + i begins.
std::vector<std::uint32_t> row_offsets(std::span<const NodeId> nodes, Range range) {
    std::vector<std::uint32_t> offsets(range.end - range.first + 1, 0);
    for (const NodeId node : nodes) ++offsets[node - range.first + 1];
    accumulate_counts(offsets);
    return offsets;
}

}  // namespace

Topology::Topology(NodeId node_count, std::size_t type_count, std::vector<EdgeEnds> ends, std::vector<TypeId> types,
                   std::vector<std::uint32_t>& order)
    : node_count_(node_count), outgoing_(type_count), incoming_(type_count) {
    const std::size_t edge_count = ends.size();
    first_edge_.assign(type_count + 1, 0);
    for (const TypeId type : types) ++first_edge_[type + 1U];
    accumulate_counts(first_edge_);

    order.resize(edge_count);
    {
        std::vector<std::uint32_t> next(first_edge_.begin(), first_edge_.end());
        for (std::uint32_t i = 0; i < edge_count; ++i) order[next[types[i]]++] = i;
        std::vector<TypeId>().swap(types);
    }

    sources_.resize(edge_count);
    targets_.resize(edge_count);
    for (std::size_t i = 0; i < edge_count; ++i) sources_[i] = ends[order[i]].source;
    for (std::size_t type = 0; type < type_count; ++type) sort_type(type, ends, order);
    std::vector<EdgeEnds>().swap(ends);
    for (std::size_t type = 0; type < type_count; ++type) index_type(type);
}

// Brings one type's part of `order` into (source, target, as added) order and fills in both ends.
void Topology::sort_type(std::size_t type, const std::vector<EdgeEnds>& ends, std::vector<std::uint32_t>& order) {
    struct Entry {
        NodeId target;
        std::uint32_t added;
    };
    const EdgeId first = first_edge_[type], count = first_edge_[type + 1] - first;
    const std::span<NodeId> sources(sources_.data() + first, count);
    const Range range = range_of(sources);
    if (count == 0) return;

    Adjacency& out = outgoing_[type];
    out.first_ = range.first;
    out.offsets_ = row_offsets(sources, range);
    std::vector<Entry> entries(count);
    std::vector<std::uint32_t> next(out.offsets_.begin(), out.offsets_.end() - 1);
    for (EdgeId i = 0; i < count; ++i) {
        const std::uint32_t added = order[first + i];
        entries[next[sources[i] - range.first]++] = {ends[added].target, added};
    }
    const auto by_target = [](const Entry& a, const Entry& b) {
        return a.target != b.target ? a.target < b.target : a.added < b.added;
    };
    for (std::uint32_t row = 0; row < out.rows(); ++row) {
        const auto begin = entries.begin() + out.offsets_[row], end = entries.begin() + out.offsets_[row + 1];
        if (!std::is_sorted(begin, end, by_target)) std::sort(begin, end, by_target);
        std::fill(sources.begin() + out.offsets_[row], sources.begin() + out.offsets_[row + 1], range.first + row);
    }
    for (EdgeId i = 0; i < count; ++i) {
        targets_[first + i] = entries[i].target;
        order[first + i] = entries[i].added;
    }
}

void Topology::index_type(std::size_t type) {
    const EdgeId first = first_edge_[type], count = first_edge_[type + 1] - first;
    if (count == 0) return;
    const std::span<const NodeId> sources(sources_.data() + first, count), targets(targets_.data() + first, count);

    Adjacency& out = outgoing_[type];
    out.nodes_.assign(targets.begin(), targets.end());
    out.edges_.resize(count);
    std::iota(out.edges_.begin(), out.edges_.end(), first);

    Adjacency& in = incoming_[type];
    const Range range = range_of(targets);
    in.first_ = range.first;
    in.offsets_ = row_offsets(targets, range);
    in.nodes_.resize(count);
    in.edges_.resize(count);
    std::vector<std::uint32_t> next(in.offsets_.begin(), in.offsets_.end() - 1);
    for (EdgeId i = 0; i < count; ++i) {
        const std::uint32_t place = next[targets[i] - range.first]++;
        in.nodes_[place] = sources[i];
        in.edges_[place] = first + i;
    }
}

TypeId Topology::type_of(EdgeId edge) const {
    // The last type that begins at or before the edge; empty types before it begin there too.
    const auto after = std::upper_bound(first_edge_.begin(), first_edge_.end(), edge);
    return static_cast<TypeId>(after - first_edge_.begin() - 1);
}

std::size_t Topology::heap_bytes() const {
    const auto bytes = [](const auto& vector) { return vector.capacity() * sizeof(vector[0]); };
    std::size_t total = bytes(sources_) + bytes(targets_) + bytes(first_edge_) + bytes(outgoing_) + bytes(incoming_);
    for (const std::vector<Adjacency>* side : {&outgoing_, &incoming_}) {
        for (const Adjacency& rows : *side) total += bytes(rows.offsets_) + bytes(rows.nodes_) + bytes(rows.edges_);
    }
    return total;
}

}  // namespace confer::engine
