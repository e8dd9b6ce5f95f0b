// Both fill three parallel lists (row, node, relationship) of at most batch_rows, drop those whose relationship is
// taken already, and only then copy the input's columns.
#include "exec/ops/expand.h"

#include <algorithm>
#include <bit>

#include "exec/ops/ends_input.h"

namespace confer::engine::exec {

namespace {

constexpr std::size_t long_list = batch_rows;  // of neighbours: begins a batch of its own
constexpr std::size_t least_room = 64;

// What was found for the rows of the input's current batch.
struct Found {
    std::vector<RowIndex> rows;
    std::vector<NodeId> nodes;
    std::vector<EdgeId> edges;
    std::size_t count = 0;

    std::size_t room() const { return batch_rows - count; }
    void add(RowIndex row, NodeId node, EdgeId edge) {
        make_room(1);
        rows[count] = row;
        nodes[count] = node;
        edges[count] = edge;
        ++count;
    }
    void add(RowIndex row, const Neighbours& neighbours, std::size_t first, std::size_t most, bool with_edges) {
        make_room(most);
        std::fill_n(rows.begin() + static_cast<std::ptrdiff_t>(count), most, row);
        std::copy_n(neighbours.nodes.begin() + static_cast<std::ptrdiff_t>(first), most,
                    nodes.begin() + static_cast<std::ptrdiff_t>(count));
        if (with_edges) {
            std::copy_n(neighbours.edges.begin() + static_cast<std::ptrdiff_t>(first), most,
                        edges.begin() + static_cast<std::ptrdiff_t>(count));
        }
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

private:
    void make_room(std::size_t more) {
        if (count + more <= rows.size()) return;
        const std::size_t size = std::max(std::bit_ceil(count + more), least_room);
        for (auto* const list : {&rows, &nodes, &edges}) list->resize(size);
    }
};

// The ends of a row, and where in which list a search for one ended.
struct SearchEnds {
    NodeId from = no_id, to = no_id;
};
struct LatestSearch {
    NodeId owner = no_id;
    bool turned = false;
    std::size_t place = 0;
};

struct ExpandState final : Operator::State {
    ExpandState(const Operator& operator_, RunContext& run, const Frame* frame) : input(operator_, run, frame) {}

    EndsInput input;
    std::size_t leg = 0, offset = 0;  // where the row that is read now goes on
    Found found;
    SearchEnds latest;                   // ExpandInto only
    std::vector<LatestSearch> searches;  // by leg

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
    const std::span<const RowIndex> rows = std::span(at.found.rows).first(count);
    const bool of_one_row = count >= long_list && rows.front() == rows.back() && spec.tag == Layout::absent;
    carry_rows(at.input.batch, spec.carried, of_one_row ? rows.first(1) : rows, out);
    if (of_one_row) {  // whose values need not be stored again and again
        for (const Carry& carry : spec.carried) out.columns[carry.to].repeat(count);
        out.set_row_count(count);
    }
    copy(spec.new_node, at.found.nodes);
    copy(spec.relationship, at.found.edges);
    at.found.count = 0;
    return true;
}

// Whether anybody asks which relationships they were.
bool wants_edges(const ExpandSpec& spec) {
    return spec.relationship != Layout::absent || !spec.distinct_from.empty();
}

// Follows as many relationships of the rows of the current batch as there is room for.
void follow(const ExpandSpec& spec, const Topology& topology, ExpandState& at) {
    Found& found = at.found;
    const bool with_edges = wants_edges(spec);
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
            const bool is_first_of_row = found.count > 0 && found.rows[found.count - 1] != row;
            if (is_first_of_row && neighbours.size() >= long_list) return;
            const std::size_t take = std::min(neighbours.size() - at.offset, found.room());
            if (leg.skip_loops) {
                for (std::size_t i = at.offset; i < at.offset + take; ++i)
                    if (neighbours.nodes[i] != from) found.add(row, neighbours.nodes[i], neighbours.edges[i]);
            } else {
                found.add(row, neighbours, at.offset, take, with_edges);
            }
            at.offset += take;
            if (at.offset < neighbours.size()) return;
        }
        at.offset = 0;
    }
}

// The slice of a node's relationships that leads to `node`, searched in growing steps from `hint` on where it can't be
// before that. It begins where it would be if there were one.
std::pair<std::size_t, std::size_t> range_to(const Neighbours& neighbours, NodeId node, std::size_t hint) {
    const std::span<const NodeId> nodes = neighbours.nodes;
    if (hint > 0 && nodes[hint - 1] >= node) hint = 0;
    std::size_t last = hint, step = 1;
    while (last < nodes.size() && nodes[last] < node) {
        hint = last;
        last += step;
        step *= 2;
    }
    const auto at = [&](std::size_t i) { return nodes.begin() + static_cast<std::ptrdiff_t>(i); };
    const auto first = std::lower_bound(at(hint), at(std::min(last, nodes.size())), node);
    const bool found = first != nodes.end() && *first == node;
    const auto end = found ? std::upper_bound(first, nodes.end(), node) : first;
    return {static_cast<std::size_t>(first - nodes.begin()), static_cast<std::size_t>(end - nodes.begin())};
}

// The relationships of one leg between the ends of a row. Where an end is that of the row before, its list is searched,
// which is at hand, from where that search ended: the other ends of rows mostly ascend. Else the shorter list is.
std::pair<Neighbours, std::pair<std::size_t, std::size_t>> between(const Topology& topology, const Leg& leg,
                                                                   NodeId from, NodeId to, const SearchEnds& latest,
                                                                   LatestSearch& search) {
    const auto forward = [&] { return topology.adjacency(leg.type, leg.direction)[from]; };
    const auto backward = [&] { return topology.adjacency(leg.type, reverse(leg.direction))[to]; };
    const bool turned = to == latest.to ? true : from == latest.from ? false : backward().size() < forward().size();
    const Neighbours side = turned ? backward() : forward();
    const NodeId owner = turned ? to : from;
    if (search.owner != owner || search.turned != turned) search = {owner, turned, 0};
    const auto range = range_to(side, turned ? from : to, search.place);
    search.place = range.first;
    return {side, range};
}

void search(const ExpandSpec& spec, const Topology& topology, ExpandState& at) {
    Found& found = at.found;
    const bool with_edges = wants_edges(spec);
    at.searches.resize(spec.legs.size());
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
            const auto [side, range] = between(topology, leg, from, to, at.latest, at.searches[at.leg]);
            const auto [first, last] = range;
            const std::size_t take = std::min(last - first - at.offset, found.room());
            found.add(row, side, first + at.offset, take, with_edges);
            at.offset += take;
            if (first + at.offset < last) return;
        }
        at.offset = 0;
        at.latest = {from, to};
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
