// Which of the searches a row needs. What leads back to its own start is not a shortest walk between two nodes: it
// is looked for by length, once it is known that there is one. Where nobody asks for the walk, only for its length, to
// know how far its ends are from each other is enough.
#include "exec/ops/shortest_walk.h"

#include <algorithm>

#include "exec/ops/distance_search.h"
#include "exec/ops/ends_input.h"
#include "exec/ops/meeting_search.h"
#include "exec/ops/trails_by_length.h"

namespace confer::engine::exec {

namespace {

struct ShortestState final : Operator::State {
    ShortestState(const Operator& operator_, RunContext& run, const Frame* frame)
        : input(operator_, run, frame), trails(run) {}

    EndsInput input;
    std::uint64_t count = 0;  // read once a run

    TrailsByLength trails;
    std::size_t next_trail = 0;
    bool searching = false;
    std::optional<std::uint32_t> distance;  // of a walk that is to be given

    std::vector<RowIndex> rows;
    std::vector<NodeId> ends;
    std::vector<std::int64_t> lengths;
    std::vector<Value> lists;

    // Made for the first row that needs them.
    MeetingSearch& walks(RunContext& run) { return walks_ ? *walks_ : walks_.emplace(run); }
    DistanceSearch& distances(RunContext& run) { return distances_ ? *distances_ : distances_.emplace(run); }

private:
    std::optional<MeetingSearch> walks_;
    std::optional<DistanceSearch> distances_;
};

bool reads_nodes(const WalkStep& step) {
    return step.node != Layout::absent || !step.past.empty();
}

MeetingSearch::Plan search_plan(const ShortestWalk::Spec& spec) {
    return {spec.walk, spec.backward.front(), spec.groups};
}

TrailsByLength::Plan trails_plan(const ShortestWalk::Spec& spec, const ShortestState& at) {
    return {spec.walk, spec.backward, at.count, spec.groups, spec.ends_differ};
}

Result<void> find_closed(const ShortestWalk::Spec& spec, RunContext& run, ShortestState& at, RowIndex row) {
    const NodeId start = at.input.from[row];
    const std::vector<Leg>& legs = spec.walk.turn.front().legs;
    const bool both_ways = std::any_of(legs.begin(), legs.end(), [](const Leg& leg) { return leg.skip_loops; });
    if (!both_ways || !reads_nodes(spec.walk.turn.front())) {
        CONFER_TRY(const auto length, at.walks(run).closed_length(run, search_plan(spec), at.input.batch, row, start));
        if (!length) return {};
    }
    return at.trails.collect(run, trails_plan(spec, at), at.input.batch, row, start, start);
}

Result<void> begin_row(const ShortestWalk::Spec& spec, RunContext& run, ShortestState& at, RowIndex row) {
    const bool into = spec.walk.ends.to.present();
    const NodeId start = at.input.from[row], target = into ? at.input.to[row] : no_id;
    at.trails.clear();
    at.next_trail = 0;
    at.searching = false;
    at.distance.reset();
    const bool simple = at.count == 1 && spec.walk.least <= 1 && spec.walk.turn.size() == 1;
    if (!simple) return at.trails.collect(run, trails_plan(spec, at), at.input.batch, row, start, target);
    const bool may_close = spec.walk.least == 1 && !spec.ends_differ && (!into || target == start);
    if (may_close) CONFER_CHECK(find_closed(spec, run, at, row));
    if (into && target == start && spec.walk.least > 0) return {};
    if (into && !spec.groups && spec.walk.ends.relationship == Layout::absent) {
        const DistanceSearch::Plan plan{spec.walk.turn.front(), spec.backward.front(), spec.walk.most};
        CONFER_TRY(at.distance, at.distances(run).find(run, plan, at.input.batch, row, start, target));
        return {};
    }
    at.searching = true;
    return at.walks(run).begin(run, search_plan(spec), at.input.batch, row, start, target);
}

void give(const ShortestWalk::Spec& spec, ShortestState& at, RowIndex row, NodeId end, std::size_t length,
          std::span<const EdgeId> edges) {
    at.rows.push_back(row);
    at.ends.push_back(end);
    at.lengths.push_back(static_cast<std::int64_t>(length));
    if (spec.walk.ends.relationship == Layout::absent) return;
    ValueList list;
    list.reserve(edges.size());
    for (const EdgeId edge : edges) list.push_back(Value::relationship(edge));
    if (spec.walk.reversed) std::reverse(list.begin(), list.end());
    at.lists.emplace_back(std::move(list));
}

// Gives walks of one row until there are none left, or enough for a batch; whether there may be more.
Result<bool> give_row(const ShortestWalk::Spec& spec, RunContext& run, ShortestState& at, RowIndex row) {
    while (at.rows.size() < batch_rows) {
        if (at.next_trail < at.trails.trails.size()) {
            const TrailsByLength::Trail& trail = at.trails.trails[at.next_trail++];
            give(spec, at, row, trail.end, trail.edges.size(), trail.edges);
            continue;
        }
        if (at.distance) give(spec, at, row, at.input.to[row], *at.distance, {});
        if (!at.searching) return false;
        MeetingSearch& walks = at.walks(run);
        CONFER_TRY(at.searching, walks.next(run, search_plan(spec), at.input.batch, row));
        if (at.searching) give(spec, at, row, walks.end(), walks.edges().size(), walks.edges());
    }
    return true;
}

}  // namespace

StatePtr ShortestWalk::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<ShortestState>(*input_, run, frame);
}

void ShortestWalk::rewind(State& state) const {
    auto& at = static_cast<ShortestState&>(state);
    at.input.rewind();
}

Result<Step> ShortestWalk::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<ShortestState&>(state);
    const ExpandSpec& ends = spec_.walk.ends;
    if (at.count == 0) {
        CONFER_TRY(at.count, read_path_count(spec_.count, run));
    }
    begin_rows(out, ends.kinds);
    at.rows.clear();
    at.ends.clear();
    at.lengths.clear();
    at.lists.clear();
    CONFER_TRY(const bool more, at.input.give_rows(run, ends, at.rows, [&](RowIndex row) -> Result<bool> {
        if (!at.input.row_open) CONFER_CHECK(begin_row(spec_, run, at, row));
        return give_row(spec_, run, at, row);
    }));
    if (!more) return Step::done;
    carry_rows(at.input.batch, ends.carried, at.rows, out);
    if (ends.new_node != Layout::absent) out.columns[ends.new_node].ids() = at.ends;
    if (spec_.walk.length != Layout::absent) out.columns[spec_.walk.length].integers() = at.lengths;
    if (ends.relationship != Layout::absent) out.columns[ends.relationship].values() = at.lists;
    return Step::more;
}

}  // namespace confer::engine::exec
