// Relationships are counted into their types, then into the rows of their sources; each row is sorted by
// target. Edge ids are given out in that order, so the outgoing rows hold consecutive ids, and one more
// counting sort, by target, yields the incoming rows already sorted.
// Tested by suites/graph/topology_test.cpp.
#include "graph/topology.h"

#include <algorithm>
#include <numeric>

#include "base/share_out.h"

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

// New rows for one end of all relationships.
std::vector<NodeId>& make_room(Shared<std::vector<NodeId>>& rows, const NodeId*& data, std::size_t size) {
    rows.replace(std::vector<NodeId>(size));
    data = rows->data();
    return rows.edit();
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

    std::vector<NodeId>& sources = make_room(shared_sources_, sources_, edge_count);
    std::vector<NodeId>& targets = make_room(shared_targets_, targets_, edge_count);
    for (std::size_t i = 0; i < edge_count; ++i) {
        sources[i] = ends[order[i]].source;
        targets[i] = ends[order[i]].target;
    }
    std::vector<EdgeEnds>().swap(ends);
    share_out(type_count, edge_count, [&](std::size_t type) {
        sort_type(type, order);
        index_type(type);
    });
}

Topology::Topology(const Topology& earlier, NodeId node_count, std::size_t type_count, const Change& change,
                   std::vector<std::uint32_t>& order, std::vector<bool>& touched)
    : Topology(earlier) {
    node_count_ = node_count;
    const std::size_t types_before = earlier.type_count();
    first_edge_.resize(type_count + 1, earlier.edge_count());
    outgoing_.resize(type_count);
    incoming_.resize(type_count);
    for (std::size_t type = types_before; type < type_count; ++type) index_type(type);
    const bool is_gone = std::find(change.gone.begin(), change.gone.end(), true) != change.gone.end();
    if (!is_gone && change.added.empty()) return;

    // The handles of each type: those that stay, then those added.
    std::vector<std::vector<std::uint32_t>> added(type_count);
    const auto gone = [&](std::uint32_t handle) { return handle < change.gone.size() && change.gone[handle]; };
    for (std::uint32_t i = 0; i < change.added.size(); ++i) {
        if (!gone(earlier.edge_count() + i)) added[change.types[i]].push_back(earlier.edge_count() + i);
    }
    touched.assign(type_count, false);
    order.reserve(earlier.edge_count() + change.added.size());
    for (std::size_t type = 0; type < type_count; ++type) {
        first_edge_[type] = static_cast<EdgeId>(order.size());
        if (type < types_before) {
            for (EdgeId edge = earlier.first_edge(type); edge < earlier.first_edge(type + 1); ++edge) {
                if (gone(edge))
                    touched[type] = true;
                else
                    order.push_back(edge);
            }
        }
        order.insert(order.end(), added[type].begin(), added[type].end());
        touched[type] = touched[type] || !added[type].empty();
    }
    first_edge_[type_count] = static_cast<EdgeId>(order.size());

    std::vector<NodeId>& sources = make_room(shared_sources_, sources_, order.size());
    std::vector<NodeId>& targets = make_room(shared_targets_, targets_, order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const EdgeEnds ends =
            order[i] < earlier.edge_count() ? earlier.ends(order[i]) : change.added[order[i] - earlier.edge_count()];
        sources[i] = ends.source;
        targets[i] = ends.target;
    }
    for (std::size_t type = 0; type < type_count; ++type) {
        if (touched[type]) {
            sort_type(type, order);
            index_type(type);
        } else if (type < types_before && first_edge_[type] != earlier.first_edge(type)) {
            shift_type(type, earlier);
        }
    }
}

// Brings one type's part of `order` and of both ends into (source, target, as added) order.
void Topology::sort_type(std::size_t type, std::vector<std::uint32_t>& order) {
    struct Entry {
        NodeId target;
        std::uint32_t added;
    };
    outgoing_[type] = std::make_shared<Adjacency>();
    const EdgeId first = first_edge_[type], count = first_edge_[type + 1] - first;
    const std::span<NodeId> sources(shared_sources_.edit().data() + first, count);
    const std::span<NodeId> targets(shared_targets_.edit().data() + first, count);
    const Range range = range_of(sources);
    if (count == 0) return;

    Adjacency& out = *outgoing_[type];
    out.first_ = range.first;
    out.offsets_ = row_offsets(sources, range);
    std::vector<Entry> entries(count);
    std::vector<std::uint32_t> next(out.offsets_.begin(), out.offsets_.end() - 1);
    for (EdgeId i = 0; i < count; ++i) {
        entries[next[sources[i] - range.first]++] = {targets[i], order[first + i]};
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
        targets[i] = entries[i].target;
        order[first + i] = entries[i].added;
    }
}

// REQUIRES: the outgoing offsets are there, unless the type is empty.
void Topology::index_type(std::size_t type) {
    if (outgoing_[type] == nullptr) outgoing_[type] = std::make_shared<Adjacency>();
    incoming_[type] = std::make_shared<Adjacency>();
    const EdgeId first = first_edge_[type], count = first_edge_[type + 1] - first;
    if (count == 0) return;
    const std::span<const NodeId> sources(sources_ + first, count), targets(targets_ + first, count);

    Adjacency& out = *outgoing_[type];
    out.nodes_.assign(targets.begin(), targets.end());
    out.edges_.resize(count);
    std::iota(out.edges_.begin(), out.edges_.end(), first);

    Adjacency& in = *incoming_[type];
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

// The same rows, but the type's edge ids begin elsewhere.
void Topology::shift_type(std::size_t type, const Topology& earlier) {
    for (auto* side : {&outgoing_, &incoming_}) {
        auto moved = std::make_shared<Adjacency>(*(*side)[type]);
        for (EdgeId& edge : moved->edges_) edge += first_edge_[type] - earlier.first_edge(type);
        (*side)[type] = std::move(moved);
    }
}

TypeId Topology::type_of(EdgeId edge) const {
    // The last type that begins at or before the edge; empty types before it begin there too.
    const auto after = std::upper_bound(first_edge_.begin(), first_edge_.end(), edge);
    return static_cast<TypeId>(after - first_edge_.begin() - 1);
}

std::size_t Topology::heap_bytes() const {
    const auto bytes = [](const auto& vector) { return vector.capacity() * sizeof(vector[0]); };
    std::size_t total =
        bytes(*shared_sources_) + bytes(*shared_targets_) + bytes(first_edge_) + bytes(outgoing_) + bytes(incoming_);
    for (const auto* side : {&outgoing_, &incoming_}) {
        for (const auto& rows : *side)
            total += sizeof(Adjacency) + bytes(rows->offsets_) + bytes(rows->nodes_) + bytes(rows->edges_);
    }
    return total;
}

}  // namespace confer::engine
