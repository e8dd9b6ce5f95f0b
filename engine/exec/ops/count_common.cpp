#include "exec/ops/count_common.h"

#include "exec/ops/keep_counted.h"
#include "exec/ops/neighbours.h"

namespace confer::engine::exec {

namespace {

constexpr std::size_t steps_between_checks = 8192;

// Lists this much longer than the other are searched, not read.
constexpr std::size_t much_longer = 16;

// The middles at one end, for as long as rows keep that end: a bit for each node, or how often it was added where that
// may be more than once.
class Marks {
public:
    // Begins anew; what the lists of the end before had is forgotten. REQUIRES: nodes < `nodes`.
    void begin(NodeId end, std::size_t nodes, bool add_once) {
        for (const std::span<const NodeId> list : lists_) {
            for (const NodeId node : list) {
                if (once_) {
                    bits_[node / 64] = 0;
                } else {
                    times_[node] = 0;
                }
            }
        }
        lists_.clear();
        size_ = 0;
        once_ = add_once;
        if (once_ && bits_.size() * 64 < nodes) bits_.resize(nodes / 64 + 1);
        if (!once_ && times_.size() < nodes) times_.resize(nodes);
        end_ = end;
    }
    bool are_of(NodeId end) const { return end_ == end; }
    // The nodes of the list that are accepted. REQUIRES: the list stays as long as the marks.
    template <class Accepts>
    void add(std::span<const NodeId> list, Accepts&& accepts) {
        lists_.push_back(list);
        size_ += list.size();
        for (const NodeId node : list) {
            if (!accepts(node)) continue;
            if (once_) {
                bits_[node / 64] |= std::uint64_t{1} << (node % 64);
            } else {
                ++times_[node];
            }
        }
    }
    std::size_t size() const { return size_; }  // of the lists
    std::size_t times(NodeId node) const { return once_ ? bits_[node / 64] >> (node % 64) & 1U : times_[node]; }
    std::size_t times(std::span<const NodeId> nodes) const {
        std::size_t sum = 0;
        if (once_) {
            const std::uint64_t* const bits = bits_.data();
            for (const NodeId node : nodes) sum += bits[node / 64] >> (node % 64) & 1U;
        } else {
            for (const NodeId node : nodes) sum += times_[node];
        }
        return sum;
    }

private:
    NodeId end_ = no_id;
    bool once_ = true;
    std::size_t size_ = 0;
    std::vector<std::span<const NodeId>> lists_;
    std::vector<std::uint64_t> bits_;
    std::vector<std::uint32_t> times_;
};

struct CommonState final : Operator::State {
    explicit CommonState(StatePtr below) : input(std::move(below)) {}

    StatePtr input;
    std::vector<std::uint32_t> from_scratch, to_scratch;
    Selection all;
    Marks from_marks, to_marks;
    std::size_t steps = 0;
};

class Commons {
public:
    Commons(const PropertyGraph& graph, const ThroughSpec& through, CommonState& at)
        : graph_(graph), through_(through), at_(at) {}

    std::int64_t count(NodeId from, NodeId to, NodeId next_from, NodeId next_to) {
        std::int64_t count = 0;
        if (from == next_from || at_.from_marks.are_of(from)) {
            fetch(through_.second, Side::second, next_to);
            count = against(at_.from_marks, through_.first, Side::first, from, through_.second, Side::second, to);
        } else if (to == next_to || at_.to_marks.are_of(to)) {
            fetch(through_.first, Side::first, next_from);
            count = against(at_.to_marks, through_.second, Side::second, to, through_.first, Side::first, from);
        } else {
            count = merge(from, to);
        }
        return through_.distinct && from == to ? count - ways_there_and_back(graph_, through_, from) : count;
    }

private:
    enum class Side : std::uint8_t { first, second };

    // The second relationship leads from the middle to its end.
    std::span<const NodeId> middles(const Leg& leg, Side side, NodeId end) const {
        const Direction direction = side == Side::first ? leg.direction : reverse(leg.direction);
        return graph_.topology().adjacency(leg.type, direction)[end].nodes;
    }
    // Asks for the lists that the next row reads.
    void fetch(std::span<const Leg> legs, Side side, NodeId end) const {
        for (const Leg& leg : legs)
            if (end != no_id) __builtin_prefetch(middles(leg, side, end).data());
    }
    bool passes(NodeId middle) const { return !through_.labels || holds(*through_.labels, graph_.labels_of(middle)); }

    std::int64_t against(Marks& marks, std::span<const Leg> marked, Side marked_side, NodeId marked_end,
                         std::span<const Leg> read, Side read_side, NodeId read_end) {
        if (!marks.are_of(marked_end)) {
            marks.begin(marked_end, graph_.node_count(), !may_be_parallel(graph_, marked));
            for (const Leg& leg : marked) {
                const std::span<const NodeId> list = middles(leg, marked_side, marked_end);
                const auto accepts = [&](NodeId middle) {
                    return !(leg.skip_loops && middle == marked_end) && passes(middle);
                };
                leg.skip_loops || through_.labels ? marks.add(list, accepts)
                                                  : marks.add(list, [](NodeId) { return true; });
            }
            at_.steps += marks.size();
        }
        if (marks.size() == 0) return 0;
        std::size_t ways = 0;
        for (const Leg& leg : read) {
            const std::span<const NodeId> list = middles(leg, read_side, read_end);
            if (list.size() > much_longer * marks.size() + much_longer) {
                return read_side == Side::second ? merge(marked_end, read_end) : merge(read_end, marked_end);
            }
            at_.steps += list.size() + 1;
            ways += marks.times(list);
            if (leg.skip_loops) ways -= marks.times(read_end) * count_of(list, read_end);
        }
        return static_cast<std::int64_t>(ways);
    }

    std::int64_t merge(NodeId from, NodeId to) {
        std::size_t ways = 0;
        for (const Leg& first : through_.first) {
            const std::span<const NodeId> there = middles(first, Side::first, from);
            for (const Leg& second : through_.second) {
                const std::span<const NodeId> back = middles(second, Side::second, to);
                at_.steps += std::min(there.size(), back.size()) + 1;
                each_common(there, back, [&](NodeId middle, std::size_t in_there, std::size_t in_back) {
                    if ((first.skip_loops && middle == from) || (second.skip_loops && middle == to)) return;
                    if (passes(middle)) ways += in_there * in_back;
                });
            }
        }
        return static_cast<std::int64_t>(ways);
    }

    const PropertyGraph& graph_;
    const ThroughSpec& through_;
    CommonState& at_;
};

}  // namespace

std::int64_t ways_there_and_back(const PropertyGraph& graph, const ThroughSpec& through, NodeId node) {
    std::int64_t ways = 0;
    for (const Leg& first : through.first) {
        const std::span<const NodeId> there = graph.topology().adjacency(first.type, first.direction)[node].nodes;
        for (const Leg& second : through.second) {
            if (second.type != first.type) continue;
            const bool turns_back = second.direction == reverse(first.direction);
            for (const NodeId middle : there) {
                if (middle == node ? first.skip_loops || second.skip_loops : !turns_back) continue;
                if (!through.labels || holds(*through.labels, graph.labels_of(middle))) ++ways;
            }
        }
    }
    return ways;
}

StatePtr CountCommon::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<CommonState>(input_->open(run, frame));
}

void CountCommon::rewind(State& state) const {
    input_->rewind(*static_cast<CommonState&>(state).input);
}

Result<Step> CountCommon::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<CommonState&>(state);
    for (;;) {
        CONFER_CHECK(run.limits.check());
        CONFER_TRY(const Step step, input_->next(run, *at.input, out));
        if (step == Step::done) return step;
        CONFER_TRY(const std::span<const NodeId> from, ids_of(out, spec_.from, Kind::node, at.from_scratch));
        CONFER_TRY(const std::span<const NodeId> to, ids_of(out, spec_.to, Kind::node, at.to_scratch));
        if (out.columns.size() <= spec_.count) out.columns.resize(spec_.count + 1);
        Column& column = out.columns[spec_.count];
        column.reset(ColumnKind::integer, out.row_count());
        Commons commons(run.graph, spec_.through, at);
        const std::span<const RowIndex> rows = selected_rows(out, at.all);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const RowIndex row = rows[i], next = rows[std::min(i + 1, rows.size() - 1)];
            const bool known = from[row] != no_id && to[row] != no_id;
            column.integers()[row] = known ? commons.count(from[row], to[row], from[next], to[next]) : 0;
            if (at.steps < steps_between_checks) continue;
            at.steps = 0;
            CONFER_CHECK(run.limits.check());
        }
        if (keep_counted(column.integers(), out)) return step;
    }
}

}  // namespace confer::engine::exec
