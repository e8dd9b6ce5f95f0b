// Both fill three parallel lists (row, node, relationship) of at most batch_rows, drop those whose relationship is
// taken already, and only then copy the input's columns.
#include "exec/ops/expand.h"

#include <algorithm>

#include "exec/ops/ends_input.h"

namespace confer::engine::exec {

namespace {

// What was found for the rows of the input's current batch.
struct Found {
    std::vector<RowIndex> rows = std::vector<RowIndex>(batch_rows);
    std::vector<NodeId> nodes = std::vector<NodeId>(batch_rows);
    std::vector<EdgeId> edges = std::vector<EdgeId>(batch_rows);
    std::size_t count = 0;

    std::size_t room() const { return batch_rows - count; }
    void add(RowIndex row, NodeId node, EdgeId edge) {
        rows[count] = row;
        nodes[count] = node;
        edges[count] = edge;
        ++count;
    }
    void add(RowIndex row, const Neighbours& neighbours, std::size_t first, std::size_t most) {
        std::fill_n(rows.begin() + static_cast<std::ptrdiff_t>(count), most, row);
        std::copy_n(neighbours.nodes.begin() + static_cast<std::ptrdiff_t>(first), most,
                    nodes.begin() + static_cast<std::ptrdiff_t>(count));
        std::copy_n(neighbours.edges.begin() + static_cast<std::ptrdiff_t>(first), most,
                    edges.begin() + static_cast<std::ptrdiff_t>(count));
        count += most;
    }
    template <class Keep>
    void keep(Keep&& keep) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (!keep(rows[i], edges[i])) continue;
            rows[kept] = rows[i];
            nodes[kept] = nodes[i];
            edges[kept++] = edges[i];
        }
        count = kept;
    }
};

struct ExpandState final : Operator::State {
    ExpandState(const Operator& operator_, RunContext& run, const Frame* frame) : input(operator_, run, frame) {}

    EndsInput input;
    std::size_t leg = 0, offset = 0;  // where the row that is read now goes on
    Found found;

    void rewind() {
        input.rewind();
        leg = offset = 0;
    }
};

bool holds(const Value& value, EdgeId edge) {
    if (value.is(Kind::relationship)) return value.as_relationship() == edge;
    if (!value.is(Kind::list)) return false;
    return std::any_of(value.as_list().begin(), value.as_list().end(),
                       [&](const Value& item) { return holds(item, edge); });
}

void keep_distinct(const ExpandSpec& spec, const RowBatch& in, Found& found) {
    for (const Slot& other : spec.distinct_from) {
        const Column& column = in.columns[other.column];
        if (column.kind() == ColumnKind::relationship) {
            found.keep([&](RowIndex row, EdgeId edge) { return column.ids()[column.at(row)] != edge; });
        } else {
            found.keep([&](RowIndex row, EdgeId edge) { return !holds(column.values()[column.at(row)], edge); });
        }
    }
}

// Copies what was found; false when nothing is left of it.
bool give(const ExpandSpec& spec, ExpandState& at, RowBatch& out) {
    keep_distinct(spec, at.input.batch, at.found);
    const std::size_t count = at.found.count;
    if (count == 0) return false;
    const auto copy = [&](std::uint32_t column, const std::vector<std::uint32_t>& ids) {
        if (column != Layout::absent) out.columns[column].ids().assign(ids.data(), ids.data() + count);
    };
    carry_rows(at.input.batch, spec.carried, std::span(at.found.rows).first(count), out);
    copy(spec.new_node, at.found.nodes);
    copy(spec.relationship, at.found.edges);
    at.found.count = 0;
    return true;
}

// Follows as many relationships of the rows of the current batch as there is room for.
void follow(const ExpandSpec& spec, const Topology& topology, ExpandState& at) {
    Found& found = at.found;
    for (; !at.input.at_end(); ++at.input.next, at.leg = 0) {
        const RowIndex row = at.input.row();
        if (!at.input.is_joinable(spec)) {
            at.offset = 0;
            continue;
        }
        const NodeId from = at.input.from[row];
        for (; at.leg < spec.legs.size(); ++at.leg, at.offset = 0) {
            const Leg& leg = spec.legs[at.leg];
            const Neighbours neighbours = topology.adjacency(leg.type, leg.direction)[from];
            const std::size_t take = std::min(neighbours.size() - at.offset, found.room());
            if (leg.skip_loops) {
                for (std::size_t i = at.offset; i < at.offset + take; ++i)
                    if (neighbours.nodes[i] != from) found.add(row, neighbours.nodes[i], neighbours.edges[i]);
            } else {
                found.add(row, neighbours, at.offset, take);
            }
            at.offset += take;
            if (at.offset < neighbours.size()) return;
        }
        at.offset = 0;
    }
}

// The slice of a node's relationships that leads to `node`.
std::pair<std::size_t, std::size_t> range_to(const Neighbours& neighbours, NodeId node) {
    const auto [first, last] = std::equal_range(neighbours.nodes.begin(), neighbours.nodes.end(), node);
    return {static_cast<std::size_t>(first - neighbours.nodes.begin()),
            static_cast<std::size_t>(last - neighbours.nodes.begin())};
}

void search(const ExpandSpec& spec, const Topology& topology, ExpandState& at) {
    Found& found = at.found;
    for (; !at.input.at_end(); ++at.input.next, at.leg = 0) {
        const RowIndex row = at.input.row();
        const NodeId from = at.input.from[row], to = at.input.to[row];
        if (!at.input.is_joinable(spec)) {
            at.offset = 0;
            continue;
        }
        for (; at.leg < spec.legs.size(); ++at.leg, at.offset = 0) {
            const Leg& leg = spec.legs[at.leg];
            if (leg.skip_loops && from == to) continue;
            const Neighbours forward = topology.adjacency(leg.type, leg.direction)[from];
            const Neighbours backward = topology.adjacency(leg.type, reverse(leg.direction))[to];
            const bool shorter = forward.size() <= backward.size();
            const Neighbours& side = shorter ? forward : backward;
            const auto [first, last] = range_to(side, shorter ? to : from);
            const std::size_t take = std::min(last - first - at.offset, found.room());
            found.add(row, side, first + at.offset, take);
            at.offset += take;
            if (first + at.offset < last) return;
        }
        at.offset = 0;
    }
}

template <class Work>
Result<Step> run_batches(const ExpandSpec& spec, RunContext& run, ExpandState& at, RowBatch& out, Work work) {
    begin_rows(out, spec.kinds);
    for (;;) {
        if (at.input.at_end()) {
            CONFER_TRY(const bool more, at.input.pull_ends(run, spec));
            if (!more) return Step::done;
        }
        work(spec, run.graph.topology(), at);
        if (give(spec, at, out)) return Step::more;
    }
}

}  // namespace

StatePtr Expand::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<ExpandState>(*input_, run, frame);
}

void Expand::rewind(State& state) const {
    static_cast<ExpandState&>(state).rewind();
}

Result<Step> Expand::next(RunContext& run, State& state, RowBatch& out) const {
    return run_batches(spec_, run, static_cast<ExpandState&>(state), out, follow);
}

StatePtr ExpandInto::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<ExpandState>(*input_, run, frame);
}

void ExpandInto::rewind(State& state) const {
    static_cast<ExpandState&>(state).rewind();
}

Result<Step> ExpandInto::next(RunContext& run, State& state, RowBatch& out) const {
    return run_batches(spec_, run, static_cast<ExpandState&>(state), out, search);
}

}  // namespace confer::engine::exec
