#include "exec/ops/scan.h"

#include <algorithm>
#include <numeric>

namespace confer::engine::exec {

namespace {

struct Position final : Operator::State {
    std::size_t next = 0;
};

struct ArgumentState final : Operator::State {
    const Frame* frame = nullptr;
    bool given = false;
    Selection all;
};

}  // namespace

StatePtr SingleRow::open(RunContext&, const Frame*) const {
    return std::make_unique<Position>();
}

void SingleRow::rewind(State& state) const {
    static_cast<Position&>(state).next = 0;
}

Result<Step> SingleRow::next(RunContext&, State& state, RowBatch& out) const {
    begin_rows(out, {});
    if (static_cast<Position&>(state).next++ != 0) return Step::done;
    out.set_row_count(1);
    return Step::more;
}

StatePtr NodeScan::open(RunContext&, const Frame*) const {
    return std::make_unique<Position>();
}

void NodeScan::rewind(State& state) const {
    static_cast<Position&>(state).next = 0;
}

Result<Step> NodeScan::next(RunContext& run, State& state, RowBatch& out) const {
    constexpr ColumnKind kind = ColumnKind::node;
    begin_rows(out, std::span(&kind, wanted_ ? 1 : 0));
    CONFER_CHECK(run.limits.check());
    std::size_t& given = static_cast<Position&>(state).next;
    const Morsel part = by_morsels_ ? *run.morsel : Morsel{0, count_};
    const std::size_t at = part.first + given, rows = std::min(batch_rows, part.last - at);
    if (rows == 0) return Step::done;
    out.set_row_count(rows);
    if (wanted_) {
        Column& column = out.columns[0];
        column.resize(rows);
        if (nodes_) {
            std::copy_n(nodes_->begin() + static_cast<std::ptrdiff_t>(at), rows, column.ids().begin());
        } else {
            std::iota(column.ids().begin(), column.ids().end(), static_cast<NodeId>(at));
        }
    }
    given += rows;
    return Step::more;
}

StatePtr Argument::open(RunContext&, const Frame* frame) const {
    auto state = std::make_unique<ArgumentState>();
    state->frame = frame;
    return state;
}

void Argument::rewind(State& state) const {
    static_cast<ArgumentState&>(state).given = false;
}

Result<Step> Argument::next(RunContext&, State& state, RowBatch& out) const {
    auto& at = static_cast<ArgumentState&>(state);
    begin_rows(out, kinds_);
    if (at.given) return Step::done;
    at.given = true;
    const RowBatch& outer = *at.frame->rows;
    const std::span<const RowIndex> rows = selected_rows(outer, at.all);
    if (rows.empty()) return Step::done;
    out.columns[0].resize(rows.size());
    std::copy(rows.begin(), rows.end(), out.columns[0].ids().begin());
    carry_rows(outer, carried_, rows, out);
    return Step::more;
}

}  // namespace confer::engine::exec
