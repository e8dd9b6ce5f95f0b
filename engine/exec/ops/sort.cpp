// Runs of bounded length are ordered, so that the deadline can be asked for in between, and merged while rows are given
// out. Prefixes of the keys are compared first, then the keys.
#include "exec/ops/sort.h"

#include <algorithm>

#include "exec/memory_charge.h"
#include "exec/ops/sort_prefix.h"

namespace confer::engine::exec {

namespace {

constexpr std::size_t run_rows = 65536;

struct Run {
    std::size_t next, end;  // in SortState::ordered
};

struct PlacedRow {
    SortPrefix prefix;
    RowIndex row;
};

struct SortState final : Operator::State {
    SortState(const Operator& operator_, std::span<const OrderKey> keys, std::span<const KeptColumn> kept,
              RunContext& run, const Frame* frame)
        : input(operator_, run, frame), memory(run.limits), rows(keys, kept) {}

    Input input;
    MemoryCharge memory;
    SortRows rows;
    std::vector<PlacedRow> ordered;
    bool exact = false;     // rows with the same prefix are equal
    std::vector<Run> runs;  // a heap: the run with the first row on top
    bool sorted = false;
    Selection batch;

    bool before(const PlacedRow& a, const PlacedRow& b) const {
        if (a.prefix != b.prefix) return a.prefix < b.prefix;
        return exact ? a.row < b.row : rows.before(a.row, b.row);
    }
    bool later(const Run& a, const Run& b) const { return before(ordered[b.next], ordered[a.next]); }
    void place() {
        const SortPrefixes prefixes = rows.prefixes();
        exact = prefixes.exact;
        ordered.resize(rows.size());
        for (std::size_t i = 0; i < ordered.size(); ++i) ordered[i] = {prefixes.rows[i], static_cast<RowIndex>(i)};
    }
    Result<void> hold() { return memory.hold(rows.heap_bytes() + rows.size() * sizeof(PlacedRow)); }
    void rewind() {
        input.rewind();
        rows.clear();
        ordered.clear();
        runs.clear();
        sorted = false;
    }
};

Result<void> sort_all(RunContext& run, SortState& at) {
    for (;;) {
        CONFER_TRY(const bool more, at.input.pull(run));
        if (!more) break;
        CONFER_CHECK(at.rows.add(run, at.input.batch));
        CONFER_CHECK(at.hold());
    }
    at.place();
    for (std::size_t begin = 0; begin < at.ordered.size(); begin += run_rows) {
        CONFER_CHECK(run.limits.check());
        const std::size_t end = std::min(begin + run_rows, at.ordered.size());
        std::sort(at.ordered.begin() + static_cast<std::ptrdiff_t>(begin),
                  at.ordered.begin() + static_cast<std::ptrdiff_t>(end),
                  [&](const PlacedRow& a, const PlacedRow& b) { return at.before(a, b); });
        at.runs.push_back({begin, end});
    }
    std::make_heap(at.runs.begin(), at.runs.end(), [&](const Run& a, const Run& b) { return at.later(a, b); });
    at.sorted = true;
    return {};
}

void merge_batch(SortState& at) {
    const auto later = [&](const Run& a, const Run& b) { return at.later(a, b); };
    at.batch.clear();
    while (!at.runs.empty() && at.batch.size() < batch_rows) {
        if (at.runs.size() == 1) {
            Run& run = at.runs.front();
            const std::size_t take = std::min(run.end - run.next, batch_rows - at.batch.size());
            for (const std::size_t end = run.next + take; run.next < end; ++run.next) {
                at.batch.push_back(at.ordered[run.next].row);
            }
            if (run.next == run.end) at.runs.pop_back();
            continue;
        }
        std::pop_heap(at.runs.begin(), at.runs.end(), later);
        Run& run = at.runs.back();
        at.batch.push_back(at.ordered[run.next++].row);
        if (run.next == run.end) {
            at.runs.pop_back();
        } else {
            std::push_heap(at.runs.begin(), at.runs.end(), later);
        }
    }
}

}  // namespace

StatePtr Sort::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<SortState>(*input_, keys_, kept_, run, frame);
}

void Sort::rewind(State& state) const {
    static_cast<SortState&>(state).rewind();
}

Result<Step> Sort::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<SortState&>(state);
    if (!at.sorted) CONFER_CHECK(sort_all(run, at));
    CONFER_CHECK(run.limits.check());
    merge_batch(at);
    at.rows.give(at.batch, out);
    return at.batch.empty() ? Step::done : Step::more;
}

}  // namespace confer::engine::exec
