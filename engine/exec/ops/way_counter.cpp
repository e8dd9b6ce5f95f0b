// Way by way over all rows of a batch; what is left out of a way, or shared by two, is counted and taken off.
#include "exec/ops/way_counter.h"

#include <algorithm>

#include "exec/ops/neighbours.h"

namespace confer::engine::exec {

namespace {

constexpr std::int64_t unknown = -1;
constexpr std::int64_t largest_square_root = 3'037'000'499;
constexpr std::size_t steps_between_checks = 8192;

bool same_legs(const WaySpec& a, const WaySpec& b) {
    return std::equal(a.legs.begin(), a.legs.end(), b.legs.begin(), b.legs.end(), [](const Leg& one, const Leg& other) {
        return one.type == other.type && one.direction == other.direction;
    });
}

}  // namespace

// How many ways there are behind `end`, when it is reached: none if it may not be.
std::int64_t WayCounter::weight(const WaySpec& way, NodeId end) {
    if (way.labels && !holds(*way.labels, run_.graph.labels_of(end))) return 0;
    if (way.further.each.empty()) return 1;
    std::vector<std::int64_t>& memory = memories_[way.memory];
    if (memory.empty()) memory.resize(run_.graph.node_count(), unknown);
    // Counting may fill other memories, never this one: no way goes on to itself.
    if (memory[end] == unknown) memory[end] = product(way.further, end);
    return memory[end];
}

std::int64_t WayCounter::edges_to(const WaySpec& way, NodeId node, NodeId end) {
    std::size_t edges = 0;
    for (const Leg& leg : way.legs) {
        if (leg.skip_loops && node == end) continue;
        edges += count_of(run_.graph.topology().adjacency(leg.type, leg.direction)[node].nodes, end);
    }
    return static_cast<std::int64_t>(edges);
}

std::int64_t WayCounter::ways_on(const WaySpec& way, NodeId node) {
    const Topology& topology = run_.graph.topology();
    std::int64_t ways = 0;
    for (const Leg& leg : way.legs) {
        const std::span<const NodeId> ends = topology.adjacency(leg.type, leg.direction)[node].nodes;
        if (way.is_plain()) {
            const std::size_t loops = leg.skip_loops ? count_of(ends, node) : 0;
            ways += static_cast<std::int64_t>(ends.size() - loops);
            continue;
        }
        steps_ += ends.size();
        for (const NodeId end : ends)
            if (!leg.skip_loops || end != node) ways = plus(ways, weight(way, end));
    }
    return ways;
}

// The pairs of ways, one of each, that take the same relationship (or lead to the same node).
std::int64_t WayCounter::shared(const WaySpec& a, const WaySpec& b, bool nodes, NodeId node) {
    const Topology& topology = run_.graph.topology();
    const auto weights = [&](NodeId end) { return times(weight(a, end), weight(b, end)); };
    const auto is_skipped = [&](const Leg& leg, NodeId end) { return leg.skip_loops && end == node; };
    std::int64_t pairs = 0;
    for (const Leg& one : a.legs) {
        const std::span<const NodeId> ends = topology.adjacency(one.type, one.direction)[node].nodes;
        for (const Leg& other : b.legs) {
            if (nodes) {
                const std::span<const NodeId> others = topology.adjacency(other.type, other.direction)[node].nodes;
                steps_ += ends.size() + others.size();
                each_common(ends, others, [&](NodeId end, std::size_t in_one, std::size_t in_other) {
                    if (is_skipped(one, end) || is_skipped(other, end)) return;
                    pairs = plus(pairs, times(static_cast<std::int64_t>(in_one * in_other), weights(end)));
                });
            } else if (one.type == other.type && one.direction == other.direction) {
                steps_ += ends.size();
                for (const NodeId end : ends)
                    if (!is_skipped(one, end) && !is_skipped(other, end)) pairs = plus(pairs, weights(end));
            } else if (one.type == other.type && !one.skip_loops && !other.skip_loops) {
                const auto loops = static_cast<std::int64_t>(count_of(ends, node));
                if (loops != 0) pairs = plus(pairs, times(loops, weights(node)));
            }
        }
    }
    return pairs;
}

std::int64_t WayCounter::product(const WaysSpec& ways, NodeId node) {
    std::int64_t all = 1;
    std::vector<bool> paired(ways.each.size());
    for (const plan::Ways::Apart& apart : ways.apart) {
        const WaySpec &one = ways.each[apart.one], &other = ways.each[apart.other];
        paired[apart.one] = paired[apart.other] = true;
        const std::int64_t pairs = times(ways_on(one, node), ways_on(other, node));
        if (pairs != 0)
            all = times(all, pairs - shared(one, other, apart.nodes, node));
        else
            all = 0;
    }
    for (std::size_t i = 0; i < ways.each.size() && all != 0; ++i)
        if (!paired[i]) all = times(all, ways_on(ways.each[i], node));
    return all;
}

// How often a way takes this relationship, weighted; nodes that are left out already don't count.
std::int64_t WayCounter::times_taken(const WaySpec& way, NodeId node, EdgeId edge,
                                     std::span<const NodeId> ends_left_out) {
    const EdgeEnds ends = run_.graph.ends(edge);
    if (ends.source != node && ends.target != node) return 0;
    const TypeId type = run_.graph.type_of(edge);
    const bool loop = ends.source == ends.target;
    std::int64_t taken = 0;
    for (const Leg& leg : way.legs) {
        if (leg.type != type || (leg.skip_loops && loop)) continue;
        const bool outgoing = leg.direction == Direction::outgoing;
        if ((outgoing ? ends.source : ends.target) != node) continue;
        const NodeId end = outgoing ? ends.target : ends.source;
        if (std::find(ends_left_out.begin(), ends_left_out.end(), end) != ends_left_out.end()) continue;
        taken = plus(taken, weight(way, end));
    }
    return taken;
}

Result<void> WayCounter::leave_out(const WaySpec& way, const RowBatch& batch, std::span<const NodeId> nodes,
                                   Counts& counts) {
    std::vector<std::vector<std::uint32_t>> scratch(way.unequal.size() + way.distinct_from.size());
    std::vector<std::span<const NodeId>> ends;
    std::vector<std::span<const EdgeId>> edges;
    for (const Slot& slot : way.unequal) {
        CONFER_TRY(const std::span<const NodeId> column, ids_of(batch, slot, Kind::node, scratch[ends.size()]));
        ends.push_back(column);
    }
    for (const Slot& slot : way.distinct_from) {
        CONFER_TRY(const std::span<const EdgeId> column,
                   ids_of(batch, slot, Kind::relationship, scratch[ends.size() + edges.size()]));
        edges.push_back(column);
    }
    batch.for_each_row([&](RowIndex row) {
        if (counts[row] == 0) return;
        left_out_.clear();
        for (const std::span<const NodeId> column : ends) {
            const NodeId end = column[row];
            if (std::find(left_out_.begin(), left_out_.end(), end) != left_out_.end()) continue;
            left_out_.push_back(end);
            if (end == no_id) {  // nothing is known to differ from null
                counts[row] = 0;
                return;
            }
            const std::int64_t there = edges_to(way, nodes[row], end);
            if (there != 0) counts[row] -= times(there, weight(way, end));
        }
        for (const std::span<const EdgeId> column : edges)
            if (column[row] != no_id) counts[row] -= times_taken(way, nodes[row], column[row], left_out_);
    });
    return {};
}

// Errors and limits that the counting itself only noted.
Result<void> WayCounter::look_up() {
    if (overflow_) {
        return Error{.code = ErrorCode::integer_overflow,
                     .message = "the count doesn't fit into a 64-bit integer",
                     .hints = {"bind more of the pattern"},
                     .phase = Phase::runtime};
    }
    if (!memories_.empty()) {
        std::size_t bytes = 0;
        for (const auto& memory : memories_) bytes += memory.capacity() * sizeof(std::int64_t);
        CONFER_CHECK(charge_.hold(bytes));
    }
    if (steps_ < steps_between_checks) return {};
    steps_ = 0;
    return run_.limits.check();
}

Result<void> WayCounter::count(const WaysSpec& ways, const RowBatch& batch, std::span<const NodeId> nodes,
                               Counts& counts) {
    std::optional<Error> failed;
    const auto each = [&](auto visit) {
        batch.for_each_row([&](RowIndex row) {
            if (failed) return;
            visit(row);
            if (steps_ < steps_between_checks && !overflow_) return;
            if (Result<void> checked = look_up(); !checked) failed = std::move(checked).error();
        });
    };
    const auto count_way = [&](const WaySpec& way, Counts& into) -> Result<void> {
        into.resize(batch.row_count());
        if (way.is_plain() && way.legs.size() == 1 && !way.legs.front().skip_loops) {
            const Adjacency& adjacency =
                run_.graph.topology().adjacency(way.legs.front().type, way.legs.front().direction);
            std::int64_t* const degrees = into.data();
            batch.for_each_row([&](RowIndex row) { degrees[row] = adjacency.degree(nodes[row]); });  // of no_id, 0
        } else {
            each([&](RowIndex row) { into[row] = nodes[row] == no_id ? 0 : ways_on(way, nodes[row]); });
        }
        if (failed) return *std::move(failed);
        if (way.unequal.empty() && way.distinct_from.empty()) return {};
        return leave_out(way, batch, nodes, into);
    };

    std::vector<bool> paired(ways.each.size());
    bool first = true;
    const auto multiply = [&](Counts& by) {
        if (first)
            counts.swap(by);
        else
            each([&](RowIndex row) { counts[row] = times(counts[row], by[row]); });
        first = false;
    };
    for (const plan::Ways::Apart& apart : ways.apart) {
        const WaySpec &one = ways.each[apart.one], &other = ways.each[apart.other];
        paired[apart.one] = paired[apart.other] = true;
        CONFER_CHECK(count_way(one, one_));
        if (one.is_plain() && other.is_plain() && same_legs(one, other) &&
            (!apart.nodes || !may_be_parallel(run_.graph, one.legs))) {
            std::int64_t most = 0;
            batch.for_each_row([&](RowIndex row) {
                most = std::max(most, one_[row]);
                one_[row] *= one_[row] - 1;
            });
            overflow_ = overflow_ || most > largest_square_root;
        } else {
            CONFER_CHECK(count_way(other, other_));
            each([&](RowIndex row) {
                const std::int64_t pairs = times(one_[row], other_[row]);
                one_[row] = pairs == 0 ? 0 : pairs - shared(one, other, apart.nodes, nodes[row]);
            });
        }
        multiply(one_);
    }
    for (std::size_t i = 0; i < ways.each.size(); ++i) {
        if (paired[i]) continue;
        CONFER_CHECK(count_way(ways.each[i], one_));
        multiply(one_);
    }
    if (failed) return *std::move(failed);
    return look_up();
}

}  // namespace confer::engine::exec
