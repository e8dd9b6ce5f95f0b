// Rows are held until there are a few more than twice as many as are wanted; then only the first of them stay, and the
// last of these is the bar: rows that come later and are not before it are not held at all.
#include "exec/ops/top.h"

#include <algorithm>

#include "exec/memory_charge.h"
#include "exec/ops/sort_prefix.h"

namespace confer::engine::exec {

namespace {

struct PlacedRow {
    SortPrefix prefix;
    RowIndex row;  // of the candidates
};

struct TopState final : Operator::State {
    TopState(const Operator& operator_, const Top::Spec& spec, RunContext& run, const Frame* frame)
        : input(operator_, run, frame),
          memory(run.limits),
          leading(spec.keys.front().expr->kind()),
          scratch(spec.keys.size()) {
        for (const OrderKey& key : spec.keys) {
            bar.emplace_back(key.expr->kind());
            candidate_keys.emplace_back(key.expr->kind());
        }
    }

    Input input;
    MemoryCharge memory;
    std::size_t most = 0;
    RowBatch held;                // columns where the input has them
    Column leading;               // their first key
    std::size_t value_bytes = 0;  // behind the values of those held
    std::vector<Column> bar;
    bool has_bar = false, settled = false;  // settled: nothing was held since the bar was found
    bool found = false;
    std::size_t given = 0;
    Selection ordered;  // the first of those held, in order

    std::vector<Column> scratch, candidate_keys;
    Array<std::int64_t> numbers;
    Selection arrived;
};

bool is_plain_integer(const Column& column) {
    return column.kind() == ColumnKind::integer && column.nulls().empty();
}

void forget_rows(const Top::Spec& spec, TopState& at) {
    std::size_t columns = 0;
    for (const KeptColumn& column : spec.held) columns = std::max(columns, column.from + std::size_t{1});
    at.held.columns.resize(columns);
    for (const KeptColumn& column : spec.held) at.held.columns[column.from].reset(column.kind, 0);
    at.held.set_row_count(0);
    at.leading.reset(at.leading.kind(), 0);
    at.value_bytes = 0;
}

// The selected rows that come before the bar. `leading`: their first key.
Result<Selection> before_bar(const Top::Spec& spec, RunContext& run, TopState& at, const Column& leading) {
    const RowBatch& batch = at.input.batch;
    Selection early, open, still_open;
    const auto compare = [&](const Column& key, std::size_t i, RowIndex row) {
        const int sign = order_rows(key, row, at.bar[i], 0);
        if (sign == 0) {
            still_open.push_back(row);
        } else if ((sign < 0) != spec.keys[i].descending) {
            early.push_back(row);
        }
    };
    if (is_plain_integer(leading) && is_plain_integer(at.bar.front())) {
        const std::int64_t bar = at.bar.front().integers().front();
        const std::int64_t* const numbers = leading.integers().data();
        const bool descending = spec.keys.front().descending;
        batch.for_each_row([&](RowIndex row) {
            if (numbers[leading.at(row)] == bar) {
                still_open.push_back(row);
            } else if ((numbers[leading.at(row)] < bar) != descending) {
                early.push_back(row);
            }
        });
    } else {
        batch.for_each_row([&](RowIndex row) { compare(leading, 0, row); });
    }
    for (std::size_t i = 1; i < spec.keys.size() && !still_open.empty(); ++i) {
        open.swap(still_open);
        still_open.clear();
        CONFER_TRY(const Column* key, spec.keys[i].expr->compute(run, RowView(batch).with(open), at.scratch[i]));
        for (const RowIndex row : open) compare(*key, i, row);
    }
    std::sort(early.begin(), early.end());
    return early;
}

void hold(const Top::Spec& spec, const RowBatch& from, const Column& leading, std::span<const RowIndex> rows,
          TopState& at) {
    for (const KeptColumn& column : spec.held)
        at.held.columns[column.from].append_rows(from.columns[column.from], rows);
    at.leading.append_rows(leading, rows);
    at.held.set_row_count(at.held.row_count() + rows.size());
    for (const KeptColumn& column : spec.held) {
        if (column.kind != ColumnKind::value) continue;
        const Array<Value>& values = at.held.columns[column.from].values();
        for (std::size_t row = values.size() - rows.size(); row < values.size(); ++row)
            at.value_bytes += values[row].heap_bytes();
    }
}

// What the rows take, and what ordering the first of them takes.
Result<void> charge(const Top::Spec& spec, TopState& at) {
    std::size_t bytes = at.value_bytes + at.leading.flat_bytes();
    for (const KeptColumn& column : spec.held) bytes += at.held.columns[column.from].flat_bytes();
    const std::size_t for_a_row = 2 * sizeof(SortPrefix) + sizeof(PlacedRow) + 2 * sizeof(RowIndex);
    return at.memory.hold(bytes + at.held.row_count() * (for_a_row + spec.keys.size() * sizeof(std::int64_t)));
}

// Rows that the first key does not exclude.
Result<Selection> candidates(const Top::Spec& spec, const RunLimits& limits, TopState& at) {
    const std::size_t rows = at.held.row_count();
    Selection some;
    const auto choose = [&](auto accepts) {
        for (std::size_t row = 0; row < rows; ++row)
            if (accepts(row)) some.push_back(static_cast<RowIndex>(row));
    };
    if (rows <= at.most) {
        choose([](std::size_t) { return true; });
        return some;
    }
    const auto last = static_cast<std::ptrdiff_t>(at.most - 1);
    const bool descending = spec.keys.front().descending;
    if (is_plain_integer(at.leading)) {
        at.numbers = at.leading.integers();
        const auto nth = at.numbers.begin() + last;
        descending ? std::nth_element(at.numbers.begin(), nth, at.numbers.end(), std::greater<>())
                   : std::nth_element(at.numbers.begin(), nth, at.numbers.end());
        const Array<std::int64_t>& keys = at.leading.integers();
        const std::int64_t bound = *nth;
        descending ? choose([&](std::size_t row) { return keys[row] >= bound; })
                   : choose([&](std::size_t row) { return keys[row] <= bound; });
        return some;
    }
    CONFER_TRY(const SortPrefixes prefixes, sort_prefixes(std::span(&at.leading, 1), spec.keys, rows, limits));
    Array<SortPrefix> ordered = prefixes.rows;
    std::nth_element(ordered.begin(), ordered.begin() + last, ordered.end());
    const SortPrefix bound = ordered[static_cast<std::size_t>(last)];
    choose([&](std::size_t row) { return prefixes.rows[row] <= bound; });
    return some;
}

// Finds `ordered`, and leaves the keys of its last row as the bar.
Result<void> order_first(const Top::Spec& spec, RunContext& run, TopState& at) {
    at.ordered.clear();
    if (at.held.row_count() == 0) return {};
    CONFER_TRY(const Selection some, candidates(spec, run.limits, at));
    for (std::size_t i = 0; i < spec.keys.size(); ++i) {
        const Column* key = &at.leading;
        if (i > 0) {
            const RowView rows(at.held.columns, at.held.row_count(), &some);
            CONFER_TRY(key, spec.keys[i].expr->compute(run, rows, at.scratch[i]));
        }
        at.candidate_keys[i].reset(key->kind(), 0);
        at.candidate_keys[i].append_rows(*key, some);
    }
    CONFER_TRY(const SortPrefixes prefixes, sort_prefixes(at.candidate_keys, spec.keys, some.size(), run.limits));
    const auto before = [&](const PlacedRow& a, const PlacedRow& b) {
        if (a.prefix != b.prefix) return a.prefix < b.prefix;
        for (std::size_t i = 0; i < spec.keys.size() && !prefixes.exact; ++i) {
            const int sign = order_rows(at.candidate_keys[i], a.row, at.candidate_keys[i], b.row);
            if (sign != 0) return (sign < 0) != spec.keys[i].descending;
        }
        return a.row < b.row;
    };
    std::vector<PlacedRow> placed(some.size());
    for (std::size_t i = 0; i < placed.size(); ++i) placed[i] = {prefixes.rows[i], static_cast<RowIndex>(i)};
    const auto end = placed.begin() + static_cast<std::ptrdiff_t>(std::min(at.most, placed.size()));
    if (end != placed.end()) std::nth_element(placed.begin(), end, placed.end(), before);
    std::sort(placed.begin(), end, before);
    for (auto row = placed.begin(); row != end; ++row) at.ordered.push_back(some[row->row]);
    const RowIndex last = (end - 1)->row;
    for (std::size_t i = 0; i < spec.keys.size(); ++i) {
        at.bar[i].reset(at.candidate_keys[i].kind(), 0);
        at.bar[i].append_rows(at.candidate_keys[i], std::span(&last, 1));
    }
    return {};
}

// Only the first rows stay, in order.
void keep_first(const Top::Spec& spec, TopState& at) {
    RowBatch all = std::move(at.held);
    const Column leading = std::move(at.leading);
    at.held = RowBatch();
    at.leading = Column(leading.kind());
    forget_rows(spec, at);
    hold(spec, all, leading, at.ordered, at);
    for (std::size_t i = 0; i < at.ordered.size(); ++i) at.ordered[i] = static_cast<RowIndex>(i);
    at.has_bar = at.settled = true;
}

Result<void> find_first(const Top::Spec& spec, RunContext& run, TopState& at) {
    for (;;) {
        CONFER_TRY(const bool more, at.input.pull(run));
        if (!more) break;
        const RowBatch& batch = at.input.batch;
        CONFER_TRY(const Column* leading, spec.keys.front().expr->view(run, batch, at.scratch.front()));
        if (at.has_bar) {
            CONFER_TRY(at.arrived, before_bar(spec, run, at, *leading));
            if (at.arrived.empty()) continue;
            at.settled = false;
            hold(spec, batch, *leading, at.arrived, at);
        } else {
            hold(spec, batch, *leading, selected_rows(batch, at.arrived), at);
        }
        CONFER_CHECK(charge(spec, at));
        if (at.held.row_count() < 2 * at.most + batch_rows) continue;
        CONFER_CHECK(order_first(spec, run, at));
        keep_first(spec, at);
    }
    return at.settled ? Result<void>() : order_first(spec, run, at);
}

}  // namespace

StatePtr Top::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<TopState>(*input_, spec_, run, frame);
}

void Top::rewind(State& state) const {
    auto& at = static_cast<TopState&>(state);
    at.input.rewind();
    at.ordered.clear();
    at.has_bar = at.settled = at.found = false;
    at.given = 0;
}

Result<Step> Top::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<TopState&>(state);
    if (!at.found) {
        constexpr std::uint64_t all = 0xFFFFFFFFU;  // rows are numbered in 32 bits
        std::uint64_t skip = 0;
        if (spec_.skip.present()) {
            CONFER_TRY(skip, spec_.skip.read(run));
        }
        CONFER_TRY(const std::uint64_t limit, spec_.limit.read(run));
        at.most = std::min(std::min(skip, all) + std::min(limit, all), all);
        forget_rows(spec_, at);
        if (limit > 0) CONFER_CHECK(find_first(spec_, run, at));
        at.found = true;
        at.given = std::min<std::size_t>(skip, at.ordered.size());
    }
    const std::size_t rows = std::min(at.ordered.size() - at.given, batch_rows);
    const std::span<const RowIndex> next = std::span(at.ordered).subspan(at.given, rows);
    at.given += rows;
    out.clear();
    out.columns.resize(std::max(out.columns.size(), spec_.given));
    for (std::size_t i = 0; i < spec_.given; ++i) {
        out.columns[i].reset(spec_.held[i].kind, 0);
        out.columns[i].append_rows(at.held.columns[spec_.held[i].from], next);
    }
    out.set_row_count(rows);
    return rows == 0 ? Step::done : Step::more;
}

}  // namespace confer::engine::exec
