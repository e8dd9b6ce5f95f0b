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
    Array<PlacedRow> ordered;
    bool exact = false;     // rows with the same prefix are equal
    std::vector<Run> runs;  // a heap: the run with the first row on top
    bool sorted = false;
    Selection batch;

    bool before(const PlacedRow& a, const PlacedRow& b) const {
        if (a.prefix != b.prefix) return a.prefix < b.prefix;
        return exact ? a.row < b.row : rows.before(a.row, b.row);
    }
    bool later(const Run& a, const Run& b) const { return before(ordered[b.next], ordered[a.next]); }
    // Places the rows, and orders them in runs.
    Result<void> place(const RunLimits& limits) {
        CONFER_TRY(const SortPrefixes prefixes, rows.prefixes(limits));
        exact = prefixes.exact;
        for (std::size_t begin = 0; begin < rows.size(); begin += run_rows) {
            CONFER_CHECK(limits.check());
            const std::size_t end = std::min(begin + run_rows, rows.size());
            for (std::size_t i = begin; i < end; ++i) ordered.push_back({prefixes.rows[i], static_cast<RowIndex>(i)});
            std::sort(ordered.begin() + begin, ordered.end(),
                      [&](const PlacedRow& a, const PlacedRow& b) { return before(a, b); });
            runs.push_back({begin, end});
        }
        return {};
    }
    // With what placing them will take.
    Result<void> hold() {
        return memory.hold(rows.heap_bytes() + rows.size() * (sizeof(PlacedRow) + sizeof(SortPrefix)));
    }
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
    CONFER_CHECK(at.place(run.limits));
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
