#include "exec/ops/aggregate.h"

#include <algorithm>

#include "exec/memory_charge.h"

namespace confer::engine::exec {

namespace {

std::vector<ColumnKind> kinds_of(const std::vector<EvaluatorPtr>& exprs) {
    std::vector<ColumnKind> kinds;
    kinds.reserve(exprs.size());
    for (const EvaluatorPtr& expr : exprs) kinds.push_back(expr->kind());
    return kinds;
}

std::vector<ColumnKind> kinds_of(const std::vector<Aggregate::Key>& keys) {
    std::vector<ColumnKind> kinds;
    kinds.reserve(keys.size());
    for (const Aggregate::Key& key : keys) kinds.push_back(key.expr->kind());
    return kinds;
}

// One aggregate: its arguments' columns, its sums, and what DISTINCT has seen.
struct Running {
    explicit Running(const Aggregate::Call& call) : scratch(call.arguments.size()), arguments(call.arguments.size()) {
        std::vector<ColumnKind> kinds = kinds_of(call.arguments);
        column = make_aggregate_column(*call.function, kinds, call.span);
        kinds.insert(kinds.begin(), ColumnKind::node);  // the group's number
        if (call.distinct) seen = std::make_unique<GroupTable>(std::move(kinds));
    }

    std::vector<Column> scratch;
    std::vector<const Column*> arguments;
    std::unique_ptr<AggregateColumn> column;
    std::unique_ptr<GroupTable> seen;
};

struct AggregateState final : Operator::State {
    AggregateState(const Operator& operator_, const Aggregate::Spec& spec, RunContext& run, const Frame* frame_)
        : input(operator_, run, frame_),
          frame(frame_),
          memory(run.limits),
          table(kinds_of(spec.keys)),
          key_scratch(spec.keys.size()),
          keys(spec.keys.size()) {
        for (const Aggregate::Call& call : spec.calls) calls.emplace_back(call);
    }

    Input input;
    const Frame* frame;
    MemoryCharge memory;
    GroupTable table;
    std::vector<Column> key_scratch;
    std::vector<const Column*> keys;
    std::vector<Running> calls;
    std::vector<std::uint32_t> groups, seen_groups;
    Column group_column;
    bool grouped = false;
    std::size_t given = 0;

    // While `rows` rows are added.
    Result<void> hold(std::size_t rows) {
        std::size_t bytes = table.heap_bytes_with(rows);
        for (const Running& running : calls) {
            bytes += running.column->heap_bytes();
            if (running.seen) bytes += running.seen->heap_bytes_with(rows);
        }
        return memory.hold(bytes);
    }
};

Result<void> add_batch(const Aggregate::Spec& spec, RunContext& run, AggregateState& at) {
    const RowBatch& batch = at.input.batch;
    for (std::size_t i = 0; i < spec.keys.size(); ++i) {
        CONFER_TRY(at.keys[i], spec.keys[i].expr->view(run, batch, at.key_scratch[i]));
    }
    CONFER_CHECK(at.hold(batch.selected_count()));
    CONFER_CHECK(at.table.make_room(batch.selected_count(), run.limits));
    at.table.add(at.keys, batch, at.groups);
    for (std::size_t i = 0; i < spec.calls.size(); ++i) {
        Running& running = at.calls[i];
        const auto& arguments = spec.calls[i].arguments;
        for (std::size_t k = 0; k < arguments.size(); ++k) {
            CONFER_TRY(running.arguments[k], arguments[k]->view(run, batch, running.scratch[k]));
        }
        running.column->begin(at.table.size());
        const RowView rows(batch);
        if (running.seen) {
            at.group_column.reset(ColumnKind::node, 0);
            at.group_column.ids() = at.groups;
            std::vector<const Column*> keys{&at.group_column};
            keys.insert(keys.end(), running.arguments.begin(), running.arguments.end());
            const std::uint32_t known = running.seen->size();
            CONFER_CHECK(running.seen->make_room(batch.selected_count(), run.limits));
            running.seen->add(keys, batch, at.seen_groups);
            const Selection fresh = first_of_groups(batch, at.seen_groups, known);
            CONFER_CHECK(running.column->add(rows.with(fresh), running.arguments, at.groups));
        } else {
            CONFER_CHECK(running.column->add(rows, running.arguments, at.groups));
        }
    }
    return at.hold(0);
}

// Without keys there is a group even where there is no row: one, or one for each row of the frame.
void add_empty_groups(const Aggregate::Spec& spec, AggregateState& at) {
    if (spec.has_keys) return;
    RowBatch rows;
    if (!spec.tagged) {
        rows.set_row_count(1);
        at.table.add({}, rows, at.groups);
    } else {
        Selection all;
        const std::span<const RowIndex> tags = selected_rows(*at.frame->rows, all);
        Column column(ColumnKind::node, tags.size());
        std::copy(tags.begin(), tags.end(), column.ids().begin());
        rows.set_row_count(tags.size());
        const Column* key = &column;
        at.table.add(std::span(&key, 1), rows, at.groups);
    }
    for (Running& running : at.calls) running.column->begin(at.table.size());
}

}  // namespace

StatePtr Aggregate::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<AggregateState>(*input_, spec_, run, frame);
}

void Aggregate::rewind(State& state) const {
    auto& at = static_cast<AggregateState&>(state);
    at.input.rewind();
    at.table.clear();
    for (Running& running : at.calls) {
        running.column->clear();
        if (running.seen) running.seen->clear();
    }
    at.grouped = false;
    at.given = 0;
}

Result<Step> Aggregate::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<AggregateState&>(state);
    if (!at.grouped) {
        for (;;) {
            CONFER_TRY(const bool more, at.input.pull(run));
            if (!more) break;
            CONFER_CHECK(add_batch(spec_, run, at));
        }
        add_empty_groups(spec_, at);
        at.grouped = true;
    }
    begin_rows(out, spec_.kinds);
    const std::size_t first = at.given, last = std::min<std::size_t>(at.table.size(), first + batch_rows);
    if (first == last) return Step::done;
    Selection groups(last - first);
    for (std::size_t i = 0; i < groups.size(); ++i) groups[i] = static_cast<RowIndex>(first + i);
    for (std::size_t i = 0; i < spec_.keys.size(); ++i)
        if (spec_.keys[i].out != Layout::absent) out.columns[spec_.keys[i].out].append_rows(at.table.key(i), groups);
    for (std::size_t i = 0; i < spec_.calls.size(); ++i) {
        Column unwanted(at.calls[i].column->kind());
        const bool wanted = spec_.calls[i].out != Layout::absent;
        CONFER_CHECK(
            at.calls[i].column->finish(run.limits, first, last, wanted ? out.columns[spec_.calls[i].out] : unwanted));
    }
    out.set_row_count(last - first);
    at.given = last;
    CONFER_CHECK(at.hold(0));
    return Step::more;
}

Selection first_of_groups(const RowBatch& rows, std::span<const std::uint32_t> groups, std::uint32_t known) {
    Selection first;
    rows.for_each_row([&](RowIndex row) {
        if (groups[row] != known) return;
        first.push_back(row);
        ++known;
    });
    return first;
}

namespace {

struct DistinctState final : Operator::State {
    DistinctState(StatePtr input_, std::vector<ColumnKind> kinds, RunContext& run)
        : input(std::move(input_)), table(std::move(kinds)), memory(run.limits) {}

    StatePtr input;
    GroupTable table;
    MemoryCharge memory;
    std::vector<const Column*> keys;
    std::vector<std::uint32_t> groups;
};

}  // namespace

StatePtr Distinct::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<DistinctState>(input_->open(run, frame), kinds_, run);
}

void Distinct::rewind(State& state) const {
    auto& at = static_cast<DistinctState&>(state);
    input_->rewind(*at.input);
    at.table.clear();
}

Result<Step> Distinct::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<DistinctState&>(state);
    for (;;) {
        CONFER_CHECK(run.limits.check());
        CONFER_TRY(const Step step, input_->next(run, *at.input, out));
        if (step == Step::done) return step;
        at.keys.clear();
        for (const std::uint32_t column : columns_) at.keys.push_back(&out.columns[column]);
        const std::uint32_t known = at.table.size();
        CONFER_CHECK(at.memory.hold(at.table.heap_bytes_with(out.selected_count())));
        CONFER_CHECK(at.table.make_room(out.selected_count(), run.limits));
        at.table.add(at.keys, out, at.groups);
        CONFER_CHECK(at.memory.hold(at.table.heap_bytes()));
        Selection first = first_of_groups(out, at.groups, known);
        if (first.empty()) continue;
        out.select(std::move(first));
        return step;
    }
}

}  // namespace confer::engine::exec
