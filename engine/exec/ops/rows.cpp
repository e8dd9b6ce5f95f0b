#include "exec/ops/rows.h"

namespace confer::engine::exec {

Error operator_error(ErrorCode code, SourceSpan span, std::string message, std::vector<std::string> hints) {
    Error error{.code = code, .message = std::move(message), .hints = std::move(hints), .phase = Phase::runtime};
    if (span.begin != span.end) error.span = span;
    return error;
}

void begin_rows(RowBatch& out, std::span<const ColumnKind> kinds) {
    out.select_all();
    out.set_row_count(0);
    if (out.columns.size() < kinds.size()) out.columns.resize(kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) out.columns[i].reset(kinds[i], 0);
}

void carry_rows(const RowBatch& in, std::span<const Carry> carried, std::span<const RowIndex> rows, RowBatch& out) {
    for (const Carry& carry : carried) out.columns[carry.to].append_rows(in.columns[carry.from], rows);
    out.set_row_count(out.row_count() + rows.size());
}

std::span<const RowIndex> selected_rows(const RowBatch& batch, Selection& scratch) {
    if (batch.has_selection()) return batch.selection();
    if (scratch.size() < batch.row_count()) {
        const std::size_t known = scratch.size();
        scratch.resize(batch.row_count());
        for (std::size_t row = known; row < scratch.size(); ++row) scratch[row] = static_cast<RowIndex>(row);
    }
    return std::span(scratch).first(batch.row_count());
}

void append_selected(const Column& from, const RowBatch& rows, Column& to) {
    Selection all;
    to.append_rows(from, selected_rows(rows, all));
}

Result<std::span<const std::uint32_t>> ids_of(const RowBatch& batch, const Slot& slot, Kind kind,
                                              std::vector<std::uint32_t>& scratch) {
    const Column& column = batch.columns[slot.column];
    const ColumnKind wanted = kind == Kind::node ? ColumnKind::node : ColumnKind::relationship;
    if (column.kind() == wanted && !column.is_constant()) return std::span<const std::uint32_t>(column.ids());
    scratch.assign(batch.row_count(), no_id);
    if (column.kind() == wanted) {
        std::fill(scratch.begin(), scratch.end(), column.ids().front());
        return std::span<const std::uint32_t>(scratch);
    }
    std::optional<Error> error;
    batch.for_each_row([&](RowIndex row) {
        const Value value = column.get(row);
        if (value.is(kind)) {
            scratch[row] = kind == Kind::node ? value.as_node() : value.as_relationship();
        } else if (!value.is_null() && !error) {
            error =
                operator_error(ErrorCode::invalid_argument_type, slot.span,
                               "`" + slot.name + "` holds a " + kind_name(value.kind()) + ", not a " + kind_name(kind));
        }
    });
    if (error) return *std::move(error);
    return std::span<const std::uint32_t>(scratch);
}

Result<bool> Input::pull(RunContext& run) {
    next = count = 0;
    if (spent) return false;
    CONFER_CHECK(run.limits.check());
    CONFER_TRY(const Step step, input_->next(run, *state_, batch));
    spent = step == Step::done;
    count = spent ? 0 : batch.selected_count();
    return !spent;
}

}  // namespace confer::engine::exec
