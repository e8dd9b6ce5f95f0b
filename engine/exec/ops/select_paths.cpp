#include "exec/ops/select_paths.h"

#include <algorithm>
#include <map>

#include "base/allocated.h"
#include "exec/memory_charge.h"

namespace confer::engine::exec {

namespace {

struct SelectState final : Operator::State {
    SelectState(const Operator& operator_, RunContext& run, const Frame* frame)
        : input(operator_, run, frame), memory(run.limits) {}

    Input input;
    MemoryCharge memory;
    bool selected = false;
    RowBatch held;  // the carried columns of all rows
    std::vector<Value> paths;
    std::map<std::vector<std::uint32_t>, std::size_t> group_of;  // by the columns that tell groups apart
    std::vector<std::vector<RowIndex>> groups;
    std::vector<RowIndex> rows;  // those selected
    std::size_t given = 0;
    std::size_t value_bytes = 0;  // behind the paths, and of what tells groups apart
};

constexpr std::size_t bytes_of_a_group = 144;  // a node of the map, its key and its rows' vector

Result<void> hold_rows(const SelectPaths::Spec& spec, RunContext& run, SelectState& at) {
    at.held.columns.resize(spec.kinds.size());
    for (std::size_t i = 0; i < spec.kinds.size(); ++i) at.held.columns[i].reset(spec.kinds[i], 0);
    std::vector<std::uint32_t> key;
    for (;;) {
        CONFER_TRY(const bool more, at.input.pull(run));
        if (!more) return {};
        const RowBatch& in = at.input.batch;
        for (const Carry& carry : spec.carried) append_selected(in.columns[carry.from], in, at.held.columns[carry.to]);
        Result<void> room = make_room(at.paths, in.selected_count(), run.limits);
        in.for_each_row([&](RowIndex row) {
            if (!room) return;
            key.clear();
            for (const std::uint32_t column : spec.same)
                key.push_back(in.columns[column].ids()[in.columns[column].at(row)]);
            const auto group = at.group_of.try_emplace(key, at.groups.size()).first->second;
            if (group == at.groups.size()) {
                at.groups.emplace_back();
                at.value_bytes += bytes_of_a_group + allocated(key.size() * sizeof(std::uint32_t));
            }
            room = make_room(at.groups[group], 1, run.limits);
            if (!room) return;
            at.groups[group].push_back(static_cast<RowIndex>(at.paths.size()));
            at.paths.push_back(in.columns[spec.path].get(row));
            at.value_bytes += at.paths.back().heap_bytes();
        });
        CONFER_CHECK(room);
        at.input.next = at.input.count;
        std::size_t bytes = at.value_bytes + at.paths.size() * (sizeof(Value) + 2 * sizeof(RowIndex));
        for (const Column& column : at.held.columns) bytes += column.flat_bytes();
        CONFER_CHECK(at.memory.hold(bytes));
    }
}

// Runs of bounded length are ordered, and then merged, so that the deadline can be asked for in between.
template <class Before>
Result<void> sort_paths(const RunLimits& limits, std::vector<RowIndex>& rows, Before before) {
    constexpr std::size_t run_rows = 4096;
    const auto place = [&](std::size_t at) {
        return rows.begin() + static_cast<std::ptrdiff_t>(std::min(at, rows.size()));
    };
    for (std::size_t begin = 0; begin < rows.size(); begin += run_rows) {
        CONFER_CHECK(limits.check());
        std::stable_sort(place(begin), place(begin + run_rows), before);
    }
    for (std::size_t run = run_rows; run < rows.size(); run *= 2) {
        for (std::size_t begin = 0; begin + run < rows.size(); begin += 2 * run) {
            CONFER_CHECK(limits.check());
            std::inplace_merge(place(begin), place(begin + run), place(begin + 2 * run), before);
        }
    }
    return {};
}

Result<void> select(const SelectPaths::Spec& spec, const RunLimits& limits, std::uint64_t count, SelectState& at) {
    const auto edges = [&](RowIndex row) -> const std::vector<EdgeId>& { return at.paths[row].as_path().edges; };
    for (std::vector<RowIndex>& group : at.groups) {
        CONFER_CHECK(sort_paths(limits, group, [&](RowIndex a, RowIndex b) {
            if (edges(a).size() != edges(b).size()) return edges(a).size() < edges(b).size();
            return edges(a) < edges(b);
        }));
        std::uint64_t taken = 0;
        for (std::size_t i = 0; i < group.size(); ++i) {
            if (i > 0 && edges(group[i]) == edges(group[i - 1])) continue;  // the same path in another reading
            const bool new_length = i == 0 || edges(group[i]).size() != edges(group[i - 1]).size();
            if (!spec.groups || new_length) ++taken;
            if (taken > count) break;
            at.rows.push_back(group[i]);
        }
    }
    return {};
}

}  // namespace

StatePtr SelectPaths::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<SelectState>(*input_, run, frame);
}

void SelectPaths::rewind(State& state) const {
    auto& at = static_cast<SelectState&>(state);
    at.input.rewind();
    at.selected = false;
    at.paths.clear();
    at.value_bytes = 0;
    at.group_of.clear();
    at.groups.clear();
    at.rows.clear();
    at.given = 0;
}

Result<Step> SelectPaths::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<SelectState&>(state);
    if (!at.selected) {
        CONFER_TRY(const std::uint64_t count, read_path_count(spec_.count, run));
        CONFER_CHECK(hold_rows(spec_, run, at));
        CONFER_CHECK(select(spec_, run.limits, count, at));
        at.selected = true;
    }
    begin_rows(out, spec_.kinds);
    const std::size_t take = std::min(batch_rows, at.rows.size() - at.given);
    if (take == 0) return Step::done;
    const auto rows = std::span(at.rows).subspan(at.given, take);
    for (std::size_t i = 0; i < spec_.kinds.size(); ++i) out.columns[i].append_rows(at.held.columns[i], rows);
    out.set_row_count(take);
    at.given += take;
    return Step::more;
}

}  // namespace confer::engine::exec
