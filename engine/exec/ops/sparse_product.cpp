// The rows of an input batch are shared out in morsels; each worker has its own counters, and the pairs that a morsel
// gives stay together, so that they come out in order of the input whoever found them.
#include "exec/ops/sparse_product.h"

#include <algorithm>
#include <atomic>

#include "exec/memory_charge.h"
#include "exec/ops/end_tally.h"
#include "exec/ops/neighbours.h"
#include "exec/workers.h"

namespace confer::engine::exec {

namespace {

constexpr std::size_t morsel_rows = 16;
constexpr std::size_t rows_at_once = 32 * morsel_rows;
constexpr std::size_t rows_for_workers = 4 * morsel_rows;
constexpr std::size_t steps_between_checks = 1 << 16;

// The second matrix: for each middle node, the ends that it leads to. Ends have numbers of their own, in the order of
// their ids where that matters.
struct Ends {
    std::vector<NodeId> nodes;           // by number
    std::vector<std::uint32_t> ranks;    // by number, ascending; with an order
    std::vector<std::uint32_t> offsets;  // by middle
    std::vector<std::uint32_t> numbers;
    std::vector<std::uint32_t> number_of;  // by node; only where ways there and back are taken off

    std::span<const std::uint32_t> at(NodeId middle) const {
        return std::span(numbers).subspan(offsets[middle], offsets[middle + 1] - offsets[middle]);
    }
    std::size_t heap_bytes() const {
        return (nodes.capacity() + ranks.capacity() + offsets.capacity() + numbers.capacity() + number_of.capacity()) *
               sizeof(std::uint32_t);
    }
};

// Of the counts given out so far, which are among the highest `most`.
class Highest {
public:
    void begin(std::uint64_t most) { most_ = most; }

    bool takes(std::uint64_t count) {
        if (most_ == 0) return true;
        const std::uint64_t bucket = std::min(count, buckets);
        if (bucket < floor_) return false;
        if (having_.size() <= bucket) having_.resize(bucket + 1);
        ++having_[bucket];
        ++taken_;
        // The lowest bucket is not needed once there are enough above it.
        while (taken_ - having_[floor_] >= most_) taken_ -= having_[floor_++];
        return true;
    }

private:
    static constexpr std::uint64_t buckets = 1 << 20;

    std::uint64_t most_ = 0;  // 0: all
    std::uint64_t floor_ = 0, taken_ = 0;
    std::vector<std::uint64_t> having_;
};

struct Pair {
    RowIndex row;
    NodeId end;
    std::int64_t count;
};

struct Worker {
    EndTally tally;
    Highest highest;
};

struct ProductState final : Operator::State {
    ProductState(const Operator& operator_, RunContext& run, const Frame* frame)
        : input(operator_, run, frame), memory(run.limits) {}

    Input input;
    StatePtr ends_input;
    MemoryCharge memory;
    bool begun = false;
    Ends ends;
    std::vector<Worker> workers;
    std::span<const NodeId> from;
    std::vector<std::uint32_t> from_scratch;

    std::vector<RowIndex> rows;              // the input rows in hand
    std::vector<std::vector<Pair>> morsels;  // what they give
    std::size_t morsel = 0, offset = 0;      // the pair that is given out next
    std::vector<RowIndex> out_rows;
};

Result<std::vector<NodeId>> read_ends(const SparseProduct::Spec& spec, RunContext& run, ProductState& at) {
    Input ends(*spec.ends, run, nullptr);
    std::vector<NodeId> nodes;
    std::vector<std::uint32_t> scratch;
    for (;;) {
        CONFER_TRY(const bool more, ends.pull(run));
        if (!more) return nodes;
        CONFER_TRY(const std::span<const NodeId> column, ids_of(ends.batch, spec.end, Kind::node, scratch));
        ends.batch.for_each_row([&](RowIndex row) { nodes.push_back(column[row]); });
        CONFER_CHECK(at.memory.hold(nodes.capacity() * sizeof(NodeId)));
    }
}

void put_in_order(const PropertyGraph& graph, Ends& ends) {
    const std::span<const std::uint32_t> ranks = graph.statistics().id_ranks();
    std::erase_if(ends.nodes, [&](NodeId node) { return ranks[node] == no_id; });  // unknown, so never in order
    const auto by_rank = [&](NodeId a, NodeId b) { return ranks[a] < ranks[b]; };
    if (!std::is_sorted(ends.nodes.begin(), ends.nodes.end(), by_rank))
        std::sort(ends.nodes.begin(), ends.nodes.end(), by_rank);
    ends.ranks.reserve(ends.nodes.size());
    for (const NodeId node : ends.nodes) ends.ranks.push_back(ranks[node]);
}

Result<void> build_ends(const SparseProduct::Spec& spec, RunContext& run, ProductState& at) {
    Ends& ends = at.ends;
    const PropertyGraph& graph = run.graph;
    CONFER_TRY(ends.nodes, read_ends(spec, run, at));
    if (spec.order) put_in_order(graph, ends);
    const SymbolTest* labels = spec.through.labels ? &*spec.through.labels : nullptr;
    const auto each_middle = [&](auto visit) -> Result<void> {
        for (std::size_t number = 0; number < ends.nodes.size(); ++number) {
            if (number % 4096 == 4095) CONFER_CHECK(run.limits.check());
            const NodeId end = ends.nodes[number];
            for (const Leg& leg : spec.through.second)
                for (const NodeId middle : graph.topology().adjacency(leg.type, reverse(leg.direction))[end].nodes)
                    if (!(leg.skip_loops && middle == end) &&
                        (labels == nullptr || holds(*labels, graph.labels_of(middle))))
                        visit(middle, static_cast<std::uint32_t>(number));
        }
        return {};
    };
    ends.offsets.assign(graph.node_count() + 2, 0);
    CONFER_CHECK(each_middle([&](NodeId middle, std::uint32_t) { ++ends.offsets[middle + 2]; }));
    for (std::size_t i = 2; i < ends.offsets.size(); ++i) ends.offsets[i] += ends.offsets[i - 1];
    ends.numbers.resize(ends.offsets.back());
    CONFER_CHECK(
        each_middle([&](NodeId middle, std::uint32_t number) { ends.numbers[ends.offsets[middle + 1]++] = number; }));
    if (spec.through.distinct) {
        ends.number_of.assign(graph.node_count(), no_id);
        for (std::size_t i = 0; i < ends.nodes.size(); ++i)
            ends.number_of[ends.nodes[i]] = static_cast<std::uint32_t>(i);
    }
    return at.memory.hold(ends.heap_bytes());
}

// The numbers [first, last) of the ends that may follow a node with this rank.
std::pair<std::uint32_t, std::uint32_t> wanted_ends(const Ends& ends, typed::Op order, std::uint32_t rank) {
    const auto end = static_cast<std::uint32_t>(ends.nodes.size());
    if (rank == no_id) return {0, 0};
    const auto begin = ends.ranks.begin();
    const auto not_less = static_cast<std::uint32_t>(std::lower_bound(begin, ends.ranks.end(), rank) - begin);
    const auto greater = static_cast<std::uint32_t>(std::upper_bound(begin, ends.ranks.end(), rank) - begin);
    switch (order) {
        case typed::Op::less:
            return {greater, end};
        case typed::Op::less_equal:
            return {not_less, end};
        case typed::Op::greater:
            return {0, not_less};
        default:
            return {0, greater};
    }
}

// One row of the product, over the ends that were built.
class OverEnds {
public:
    OverEnds(const SparseProduct::Spec& spec, const PropertyGraph& graph, const Ends& ends)
        : spec_(spec), graph_(graph), ends_(ends) {
        if (spec.order) ranks_ = graph.statistics().id_ranks();
    }

    // Calls visit(end, count) for each pair; gives the number of ways looked at.
    template <class Visit>
    std::size_t row(NodeId from, EndTally& tally, std::vector<std::span<const std::uint32_t>>& lists, Visit&& visit) {
        std::uint32_t first = 0, last = static_cast<std::uint32_t>(ends_.nodes.size());
        if (spec_.order) std::tie(first, last) = wanted_ends(ends_, *spec_.order, ranks_[from]);
        if (first == last) return 1;
        lists.clear();
        std::size_t ways = 0;
        for (const Leg& leg : spec_.through.first) {
            for (const NodeId middle : graph_.topology().adjacency(leg.type, leg.direction)[from].nodes) {
                if (leg.skip_loops && middle == from) continue;
                std::span<const std::uint32_t> list = ends_.at(middle);
                if (spec_.order) list = between(list, first, last);
                if (list.empty()) continue;
                ways += list.size();
                lists.push_back(list);
            }
        }
        tally.begin(ways, ends_.nodes.size());
        for (const std::span<const std::uint32_t> list : lists) tally.add(list);
        if (spec_.through.distinct) {
            const std::uint32_t own = ends_.number_of[from];
            if (own != no_id && own >= first && own < last) {
                const std::int64_t back = ways_there_and_back(graph_, spec_.through, from);
                if (back != 0) tally.take_off(own, static_cast<std::uint64_t>(back));
            }
        }
        tally.finish([&](std::uint32_t number, std::uint64_t count) { visit(ends_.nodes[number], count); });
        return ways + 1;
    }

private:
    static std::span<const std::uint32_t> between(std::span<const std::uint32_t> list, std::uint32_t first,
                                                  std::uint32_t last) {
        const auto begin = first == 0 ? list.begin() : std::lower_bound(list.begin(), list.end(), first);
        const auto end = list.empty() || list.back() < last ? list.end() : std::lower_bound(begin, list.end(), last);
        return {begin, end};
    }

    const SparseProduct::Spec& spec_;
    const PropertyGraph& graph_;
    const Ends& ends_;
    std::span<const std::uint32_t> ranks_;
};

// The same over the graph's own adjacency, where any node may be the end.
class OverGraph {
public:
    OverGraph(const SparseProduct::Spec& spec, const PropertyGraph& graph) : spec_(spec), graph_(graph) {}

    template <class Visit>
    std::size_t row(NodeId from, EndTally& tally, std::vector<std::span<const std::uint32_t>>& lists, Visit&& visit) {
        const Topology& topology = graph_.topology();
        std::size_t ways = 0;
        lists.clear();
        for (const Leg& leg : spec_.through.first) {
            for (const NodeId middle : topology.adjacency(leg.type, leg.direction)[from].nodes) {
                if (leg.skip_loops && middle == from) continue;
                if (spec_.through.labels && !holds(*spec_.through.labels, graph_.labels_of(middle))) continue;
                for (const Leg& next : spec_.through.second) {
                    const std::span<const NodeId> ends = topology.adjacency(next.type, next.direction)[middle].nodes;
                    ways += ends.size();
                    if (!next.skip_loops) {
                        lists.push_back(ends);
                        continue;
                    }
                    const auto [first, last] = std::equal_range(ends.begin(), ends.end(), middle);
                    lists.emplace_back(ends.begin(), first);
                    lists.emplace_back(last, ends.end());
                }
            }
        }
        tally.begin(ways, graph_.node_count());
        for (const std::span<const std::uint32_t> list : lists) tally.add(list);
        if (spec_.through.distinct) {
            const std::int64_t back = ways_there_and_back(graph_, spec_.through, from);
            if (back != 0) tally.take_off(from, static_cast<std::uint64_t>(back));
        }
        tally.finish(visit);
        return ways + 1;
    }

private:
    const SparseProduct::Spec& spec_;
    const PropertyGraph& graph_;
};

template <class Rows>
Result<void> fill_morsels(RunContext& run, ProductState& at, Rows rows) {
    std::atomic<std::size_t> next{0};
    std::vector<std::optional<Error>> errors(at.workers.size());
    std::atomic<bool> failed{false};
    const std::function<void(std::size_t)> work = [&](std::size_t index) {
        Worker& worker = at.workers[index];
        std::vector<std::span<const std::uint32_t>> lists;
        std::size_t steps = 0, earlier = 0;
        MemoryCharge filling(run.limits);
        const auto within_limits = [&](const std::vector<Pair>& pairs) -> Result<void> {
            CONFER_CHECK(run.limits.check());
            return filling.hold(earlier + pairs.capacity() * sizeof(Pair));
        };
        for (std::size_t morsel = next++; morsel < at.morsels.size() && !failed; morsel = next++) {
            std::vector<Pair>& pairs = at.morsels[morsel];
            const std::size_t first = morsel * morsel_rows, last = std::min(first + morsel_rows, at.rows.size());
            for (std::size_t i = first; i < last; ++i) {
                const RowIndex row = at.rows[i];
                steps += rows.row(at.from[row], worker.tally, lists, [&](NodeId end, std::uint64_t count) {
                    if (worker.highest.takes(count)) pairs.push_back({row, end, static_cast<std::int64_t>(count)});
                });
                if (steps < steps_between_checks) continue;
                steps = 0;
                if (Result<void> checked = within_limits(pairs); !checked) {
                    errors[index] = std::move(checked).error();
                    failed = true;
                    return;
                }
            }
            earlier += pairs.capacity() * sizeof(Pair);
        }
    };
    if (at.rows.size() >= rows_for_workers && at.workers.size() > 1) {
        Workers::shared().run(work);
    } else {
        work(0);
    }
    for (std::optional<Error>& error : errors)
        if (error) return *std::move(error);
    std::size_t bytes = at.ends.heap_bytes();
    for (const Worker& worker : at.workers) bytes += worker.tally.heap_bytes();
    for (const std::vector<Pair>& pairs : at.morsels) bytes += pairs.capacity() * sizeof(Pair);
    return at.memory.hold(bytes);
}

// The next input rows, and the pairs that they give; false when there are none.
Result<bool> take_rows(const SparseProduct::Spec& spec, RunContext& run, ProductState& at) {
    if (at.input.at_end()) {
        CONFER_TRY(const bool more, at.input.pull(run));
        if (!more) return false;
        CONFER_TRY(at.from, ids_of(at.input.batch, spec.from, Kind::node, at.from_scratch));
    }
    at.rows.clear();
    for (; !at.input.at_end() && at.rows.size() < rows_at_once; ++at.input.next)
        if (at.from[at.input.row()] != no_id && at.input.is_wanted(spec.tag)) at.rows.push_back(at.input.row());
    at.morsels.resize((at.rows.size() + morsel_rows - 1) / morsel_rows);
    for (std::vector<Pair>& pairs : at.morsels) pairs.clear();
    at.morsel = at.offset = 0;
    if (spec.ends) {
        CONFER_CHECK(fill_morsels(run, at, OverEnds(spec, run.graph, at.ends)));
    } else {
        CONFER_CHECK(fill_morsels(run, at, OverGraph(spec, run.graph)));
    }
    return true;
}

Result<void> begin(const SparseProduct::Spec& spec, RunContext& run, ProductState& at) {
    at.begun = true;
    at.workers.resize(spec.ends ? Workers::shared().count() : 1);
    if (spec.most) {
        const auto& [limit, skip] = *spec.most;
        constexpr std::uint64_t all = 0xFFFFFFFFU;
        CONFER_TRY(const std::uint64_t limited, limit.read(run));
        std::uint64_t skipped = 0;
        if (skip.present()) {
            CONFER_TRY(skipped, skip.read(run));
        }
        for (Worker& worker : at.workers) worker.highest.begin(std::min(limited, all) + std::min(skipped, all));
    }
    return spec.ends ? build_ends(spec, run, at) : Result<void>();
}

void give_pairs(const SparseProduct::Spec& spec, std::span<const Pair> pairs, ProductState& at, RowBatch& out) {
    const auto append = [&](auto& values, auto part) {
        const std::size_t first = values.size();
        values.resize(first + pairs.size());
        std::transform(pairs.begin(), pairs.end(), values.data() + first, part);
    };
    append(at.out_rows, [](const Pair& pair) { return pair.row; });
    if (spec.new_node != Layout::absent)
        append(out.columns[spec.new_node].ids(), [](const Pair& pair) { return pair.end; });
    if (spec.count != Layout::absent)
        append(out.columns[spec.count].integers(), [](const Pair& pair) { return pair.count; });
}

}  // namespace

StatePtr SparseProduct::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<ProductState>(*input_, run, frame);
}

void SparseProduct::rewind(State& state) const {
    auto& at = static_cast<ProductState&>(state);
    at.input.rewind();
    at.morsels.clear();
    at.morsel = at.offset = 0;
}

Result<Step> SparseProduct::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<ProductState&>(state);
    begin_rows(out, spec_.kinds);
    if (!at.begun) CONFER_CHECK(begin(spec_, run, at));
    at.out_rows.clear();
    while (at.out_rows.empty()) {
        while (at.morsel < at.morsels.size() && at.out_rows.size() < batch_rows) {
            const std::span<const Pair> pairs = at.morsels[at.morsel];
            const std::size_t take = std::min(pairs.size() - at.offset, batch_rows - at.out_rows.size());
            give_pairs(spec_, pairs.subspan(at.offset, take), at, out);
            at.offset += take;
            if (at.offset < pairs.size()) break;
            ++at.morsel;
            at.offset = 0;
        }
        if (!at.out_rows.empty()) break;
        CONFER_TRY(const bool more, take_rows(spec_, run, at));
        if (!more) return Step::done;
    }
    carry_rows(at.input.batch, spec_.carried, at.out_rows, out);
    return Step::more;
}

}  // namespace confer::engine::exec
