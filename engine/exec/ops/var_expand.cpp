// Depth-first without recursion: `steps` holds, level by level, the ways on from each node of the walk; `levels` says
// where each level begins and how far it is read. Whether a relationship is on the walk already is found by looking
// along the walk, which is short whenever there are many.
#include "exec/ops/var_expand.h"

#include <algorithm>

#include "exec/memory_charge.h"
#include "exec/ops/ends_input.h"

namespace confer::engine::exec {

namespace {

constexpr std::size_t edges_in_a_look = 64;

struct Level {
    std::size_t begin, next;
};

struct WalkState final : Operator::State {
    WalkState(const Operator& operator_, RunContext& run, const Frame* frame)
        : input(operator_, run, frame), memory(run.limits) {}

    EndsInput input;
    MemoryCharge memory;

    WalkSteps steps;
    std::vector<Level> levels;
    std::vector<EdgeId> walk;
    std::vector<NodeId> visited;  // the walk's nodes: one more than relationships
    std::vector<EdgeId> taken;    // relationships that other parts of the pattern have
    std::size_t since_check = 0;  // steps, and looks along the walk

    std::vector<RowIndex> rows;
    std::vector<NodeId> ends;
    std::vector<std::int64_t> lengths;
    std::vector<Value> lists;
    std::size_t list_edges = 0;  // in all of them

    // Long walks make short batches.
    bool has_room() const { return rows.size() < batch_rows && list_edges < 64 * batch_rows; }
};

bool contains(const std::vector<EdgeId>& edges, EdgeId edge) {
    return std::find(edges.begin(), edges.end(), edge) != edges.end();
}

void give(const WalkSpec& spec, WalkState& at, RowIndex row, NodeId end) {
    if (at.walk.size() % spec.turn.size() != 0 || at.walk.size() / spec.turn.size() < spec.least) return;
    if (spec.ends.to.present() && at.input.to[row] != end) return;
    at.rows.push_back(row);
    at.ends.push_back(end);
    if (spec.length != Layout::absent) at.lengths.push_back(static_cast<std::int64_t>(at.walk.size()));
    if (spec.ends.relationship == Layout::absent) return;
    ValueList list;
    list.reserve(at.walk.size());
    for (const EdgeId edge : at.walk) list.push_back(Value::relationship(edge));
    if (spec.reversed) std::reverse(list.begin(), list.end());
    at.lists.emplace_back(std::move(list));
    at.list_edges += at.walk.size();
}

Result<void> descend(const WalkSpec& spec, RunContext& run, WalkState& at, RowIndex row) {
    const std::size_t length = at.walk.size(), turn = length - length % spec.turn.size();
    if (length / spec.turn.size() >= spec.most) return {};
    at.levels.push_back({at.steps.size(), at.steps.size()});
    return at.steps.append(run, spec.turn[length - turn], at.input.batch, row,
                           {std::span(at.visited).subspan(turn), std::span(at.walk).subspan(turn)});
}

void step_back(WalkState& at) {
    at.walk.pop_back();
    at.visited.pop_back();
}

void begin_row(const WalkSpec& spec, WalkState& at, RowIndex row) {
    at.levels.clear();
    at.walk.clear();
    at.visited.assign(1, at.input.from[row]);
    at.steps.cut(0);
    take_edges(spec.ends, at.input.batch, row, at.taken);
}

// Goes on with the walks of one row until there are none left, or enough for a batch.
Result<void> walk_on(const WalkSpec& spec, RunContext& run, WalkState& at, RowIndex row) {
    while (!at.levels.empty() && at.has_room()) {
        at.since_check += 1 + at.walk.size() / edges_in_a_look;
        if (at.since_check >= 4096) {
            at.since_check = 0;
            CONFER_CHECK(run.limits.check());
            CONFER_CHECK(at.memory.hold(at.steps.heap_bytes() + at.levels.capacity() * sizeof(Level)));
        }
        Level& level = at.levels.back();
        if (level.next == at.steps.size()) {
            at.steps.cut(level.begin);
            at.levels.pop_back();
            if (!at.walk.empty()) step_back(at);
            continue;
        }
        const EdgeId edge = at.steps.edges[level.next];
        const NodeId node = at.steps.nodes[level.next++];
        if (contains(at.walk, edge) || contains(at.taken, edge)) continue;
        at.walk.push_back(edge);
        at.visited.push_back(node);
        give(spec, at, row, node);
        const std::size_t depth = at.levels.size();
        CONFER_CHECK(descend(spec, run, at, row));
        if (at.levels.size() == depth) step_back(at);
    }
    return {};
}

}  // namespace

StatePtr VarExpand::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<WalkState>(*input_, run, frame);
}

void VarExpand::rewind(State& state) const {
    auto& at = static_cast<WalkState&>(state);
    at.input.rewind();
}

Result<Step> VarExpand::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<WalkState&>(state);
    const ExpandSpec& ends = spec_.ends;
    begin_rows(out, ends.kinds);
    at.rows.clear();
    at.ends.clear();
    at.lengths.clear();
    at.lists.clear();
    at.list_edges = 0;
    CONFER_TRY(const bool more, at.input.give_rows(run, ends, at.rows, [&](RowIndex row) -> Result<bool> {
        if (!at.input.row_open) {
            begin_row(spec_, at, row);
            give(spec_, at, row, at.input.from[row]);
            CONFER_CHECK(descend(spec_, run, at, row));
        }
        CONFER_CHECK(walk_on(spec_, run, at, row));
        return !at.levels.empty();
    }));
    if (!more) return Step::done;
    carry_rows(at.input.batch, ends.carried, at.rows, out);
    if (ends.new_node != Layout::absent) out.columns[ends.new_node].ids() = at.ends;
    if (spec_.length != Layout::absent) out.columns[spec_.length].integers() = at.lengths;
    if (ends.relationship != Layout::absent) out.columns[ends.relationship].values() = at.lists;
    return Step::more;
}

}  // namespace confer::engine::exec
