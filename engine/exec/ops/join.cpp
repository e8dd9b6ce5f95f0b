#include "exec/ops/join.h"

#include <algorithm>
#include <numeric>

#include "exec/memory_charge.h"

namespace confer::engine::exec {

namespace {

// The kinds under which keys of both sides can be compared.
std::vector<ColumnKind> key_kinds(const JoinSpec& spec) {
    std::vector<ColumnKind> kinds;
    for (std::size_t i = 0; i < spec.left_keys.size(); ++i) {
        const ColumnKind kind = spec.left_keys[i]->kind();
        kinds.push_back(kind == spec.right_keys[i]->kind() ? kind : ColumnKind::value);
    }
    return kinds;
}

struct JoinState final : Operator::State {
    JoinState(const Operator& left_, const Operator& right_, const JoinSpec& spec, RunContext& run, const Frame* frame)
        : left(left_, run, frame),
          right(right_, run, nullptr),
          memory(run.limits),
          table(key_kinds(spec)),
          scratch(spec.left_keys.size()),
          keys(spec.left_keys.size()) {
        for (const ColumnKind kind : spec.right_kinds) stored.emplace_back(kind);
    }

    Input left, right;
    MemoryCharge memory;
    bool built = false;
    std::vector<Column> stored;  // the right input's rows: the columns that are carried
    std::size_t stored_rows = 0;
    std::size_t value_bytes = 0;  // behind the stored values
    // HashJoin: the stored rows of group g are members[ends[g - 1], ends[g]).
    GroupTable table;
    Array<std::uint32_t> group_of, members, ends;
    std::vector<Column> scratch;
    std::vector<const Column*> keys;
    std::vector<std::uint32_t> groups;  // by row of the left batch

    std::size_t offset = 0;  // how many partners the left row that is read now has had
    std::vector<RowIndex> left_rows, right_rows;

    // While `rows` more are stored, and then numbered by group.
    Result<void> hold(std::size_t rows) {
        std::size_t bytes = value_bytes + table.heap_bytes_with(rows) + group_of.heap_bytes();
        for (const Column& column : stored) bytes += column.flat_bytes();
        return memory.hold(bytes + (group_of.size() + 2 * std::size_t{table.size()}) * sizeof(std::uint32_t));
    }
    void rewind() {
        left.rewind();
        offset = 0;
    }
};

// Computes the keys of a batch, of the kinds of the table, and narrows the selection to rows without a null key.
Result<void> compute_keys(RunContext& run, const std::vector<EvaluatorPtr>& exprs, RowBatch& batch, JoinState& at) {
    for (std::size_t i = 0; i < exprs.size(); ++i) {
        CONFER_TRY(at.keys[i], exprs[i]->view(run, batch, at.scratch[i]));
        if (at.keys[i]->kind() == at.table.kinds()[i]) continue;
        Column wide = *at.keys[i];
        wide.widen_to_values();
        at.scratch[i] = std::move(wide);
        at.keys[i] = &at.scratch[i];
    }
    Selection kept;
    batch.for_each_row([&](RowIndex row) {
        if (std::none_of(at.keys.begin(), at.keys.end(), [&](const Column* key) { return key->is_null(row); }))
            kept.push_back(row);
    });
    batch.select(std::move(kept));
    return {};
}

// Calls visit(row) for each stored row. Errors: interrupted, timeout.
template <class Visit>
Result<void> each_stored(const RunContext& run, const JoinState& at, Visit visit) {
    constexpr std::size_t rows_between_checks = 65536;
    for (std::size_t row = 0; row < at.stored_rows; ++row) {
        if (row % rows_between_checks == 0) CONFER_CHECK(run.limits.check());
        visit(row);
    }
    return {};
}

Result<void> store_right(RunContext& run, const JoinSpec& spec, JoinState& at) {
    for (;;) {
        CONFER_TRY(const bool more, at.right.pull(run));
        if (!more) break;
        RowBatch& batch = at.right.batch;
        if (!spec.right_keys.empty()) {
            CONFER_CHECK(compute_keys(run, spec.right_keys, batch, at));
            CONFER_CHECK(at.hold(batch.selected_count()));
            CONFER_CHECK(at.table.make_room(batch.selected_count(), run.limits));
            at.table.add(at.keys, batch, at.groups);
            batch.for_each_row([&](RowIndex row) { at.group_of.push_back(at.groups[row]); });
        }
        for (std::size_t i = 0; i < spec.right.size(); ++i) {
            const Column& from = batch.columns[spec.right[i].from];
            append_selected(from, batch, at.stored[i]);
            if (from.kind() == ColumnKind::value)
                batch.for_each_row([&](RowIndex row) { at.value_bytes += from.values()[from.at(row)].heap_bytes(); });
        }
        at.stored_rows += batch.selected_count();
        CONFER_CHECK(at.hold(0));
    }
    at.built = true;
    if (spec.right_keys.empty()) return {};
    // Counting sort of the rows by group.
    const std::size_t groups = at.table.size();
    Array<std::uint32_t> next(groups + 1);
    CONFER_CHECK(each_stored(run, at, [&](std::size_t row) { ++next[at.group_of[row] + 1]; }));
    std::partial_sum(next.begin(), next.end(), next.begin());
    at.ends.assign(next.begin() + 1, next.end());
    at.members.resize(at.group_of.size());
    return each_stored(
        run, at, [&](std::size_t row) { at.members[next[at.group_of[row]]++] = static_cast<std::uint32_t>(row); });
}

Step give(const JoinSpec& spec, const JoinState& at, RowBatch& out) {
    begin_rows(out, spec.kinds);
    for (std::size_t i = 0; i < spec.right.size(); ++i)
        out.columns[spec.right[i].to].append_rows(at.stored[i], at.right_rows);
    carry_rows(at.left.batch, spec.left, at.left_rows, out);
    return Step::more;
}

// Every right row for the left rows, as many as fit into a batch.
void pair_up(const JoinSpec& spec, JoinState& at) {
    for (; !at.left.at_end(); ++at.left.next, at.offset = 0) {
        if (!at.left.is_wanted(spec.tag)) continue;
        const std::size_t take = std::min(at.stored_rows - at.offset, batch_rows - at.left_rows.size());
        at.left_rows.insert(at.left_rows.end(), take, at.left.row());
        for (std::size_t i = 0; i < take; ++i) at.right_rows.push_back(static_cast<RowIndex>(at.offset++));
        if (at.offset < at.stored_rows) return;
    }
}

}  // namespace

StatePtr HashJoin::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<JoinState>(*left_, *right_, spec_, run, frame);
}

void HashJoin::rewind(State& state) const {
    static_cast<JoinState&>(state).rewind();
}

Result<Step> HashJoin::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<JoinState&>(state);
    if (!at.built) CONFER_CHECK(store_right(run, spec_, at));
    at.left_rows.clear();
    at.right_rows.clear();
    while (at.left_rows.empty()) {
        if (at.left.at_end()) {
            CONFER_TRY(const bool more, at.left.pull(run));
            if (!more || at.stored_rows == 0) {
                begin_rows(out, spec_.kinds);
                return Step::done;
            }
            CONFER_CHECK(compute_keys(run, spec_.left_keys, at.left.batch, at));
            at.left.count = at.left.batch.selected_count();
            at.table.find(at.keys, at.left.batch, at.groups);
        }
        for (; !at.left.at_end(); ++at.left.next, at.offset = 0) {
            const RowIndex row = at.left.row();
            const std::uint32_t group = at.groups[row];
            if (group == GroupTable::none || !at.left.is_wanted(spec_.tag)) continue;
            const std::size_t begin = (group == 0 ? 0 : at.ends[group - 1]) + at.offset, end = at.ends[group];
            const std::size_t take = std::min(end - begin, batch_rows - at.left_rows.size());
            at.left_rows.insert(at.left_rows.end(), take, row);
            at.right_rows.insert(at.right_rows.end(), at.members.begin() + begin, at.members.begin() + begin + take);
            at.offset += take;
            if (begin + take < end) break;
        }
    }
    return give(spec_, at, out);
}

StatePtr CrossProduct::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<JoinState>(*left_, *right_, spec_, run, frame);
}

void CrossProduct::rewind(State& state) const {
    static_cast<JoinState&>(state).rewind();
}

Result<Step> CrossProduct::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<JoinState&>(state);
    if (!at.built) CONFER_CHECK(store_right(run, spec_, at));
    CONFER_CHECK(run.limits.check());
    at.left_rows.clear();
    at.right_rows.clear();
    while (at.left_rows.empty()) {
        if (at.left.at_end()) {
            CONFER_TRY(const bool more, at.left.pull(run));
            if (!more || at.stored_rows == 0) {
                begin_rows(out, spec_.kinds);
                return Step::done;
            }
        }
        pair_up(spec_, at);
    }
    return give(spec_, at, out);
}

// ---- Union

namespace {

struct UnionState final : Operator::State {
    std::vector<StatePtr> parts;
    std::size_t part = 0;
    RowBatch batch;
    Selection all;
};

}  // namespace

StatePtr Union::open(RunContext& run, const Frame* frame) const {
    auto state = std::make_unique<UnionState>();
    for (const Part& part : parts_) state->parts.push_back(part.input->open(run, frame));
    return state;
}

void Union::rewind(State& state) const {
    auto& at = static_cast<UnionState&>(state);
    for (std::size_t i = 0; i < parts_.size(); ++i) parts_[i].input->rewind(*at.parts[i]);
    at.part = 0;
}

Result<Step> Union::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<UnionState&>(state);
    begin_rows(out, kinds_);
    for (; at.part < parts_.size(); ++at.part) {
        const Part& part = parts_[at.part];
        CONFER_TRY(const Step step, part.input->next(run, *at.parts[at.part], at.batch));
        if (step == Step::done) continue;
        carry_rows(at.batch, part.carried, selected_rows(at.batch, at.all), out);
        return step;
    }
    return Step::done;
}

}  // namespace confer::engine::exec
