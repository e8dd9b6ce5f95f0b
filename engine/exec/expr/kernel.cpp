#include "exec/expr/kernel_internal.h"

#include <numeric>

namespace confer::engine::exec {

Error runtime_error(ErrorCode code, SourceSpan span, std::string message, std::vector<std::string> hints) {
    Error error;
    error.code = code;
    error.message = std::move(message);
    error.span = span;
    error.hints = std::move(hints);
    error.phase = Phase::runtime;
    return error;
}

Error at(SourceSpan span, Error error) {
    if (!error.span.has_value()) error.span = span;
    error.phase = Phase::runtime;
    return error;
}

std::string with_article(Kind kind) {
    const std::string name = kind_name(kind);
    if (kind == Kind::null) return "null";
    return (kind == Kind::integer ? "an " : "a ") + name;
}

Error wrong_type(SourceSpan span, std::string_view needed, const Value& got) {
    return runtime_error(ErrorCode::invalid_argument_type, span,
                         std::string(needed) + " is needed here, not " + with_article(got.kind()));
}

const Selection& rows_of(const RowView& rows, Selection& all) {
    if (rows.selection() != nullptr) return *rows.selection();
    all.resize(rows.row_count());
    std::iota(all.begin(), all.end(), RowIndex{0});
    return all;
}

Result<Selection> rows_where_true(const Column& column, const RowView& rows, SourceSpan span) {
    Selection chosen(rows.selected_count());
    TrueRows emit{chosen.data()};
    if (column.kind() == ColumnKind::boolean) {
        const Rows<std::uint8_t> truths(column.booleans(), column);
        rows.for_each_row([&](RowIndex row) { emit(row, truths[row] == 1); });
    } else {
        Values values(column);
        std::optional<Error> failure;
        rows.for_each_row([&](RowIndex row) {
            const Value& value = values[row];
            if (value.is(Kind::boolean)) {
                emit(row, value.as_boolean());
            } else if (!value.is_null() && !failure) {
                failure = wrong_type(span, "a Boolean", value);
            }
        });
        if (failure) return *std::move(failure);
    }
    chosen.resize(emit.count);
    return chosen;
}

void TruthSink::repeat(const RowView& rows, std::uint8_t answer) {
    if (column_ != nullptr) {
        column_->reset(ColumnKind::boolean, 1);
        column_->booleans()[0] = answer;
        column_->repeat(rows.row_count());
    } else if (answer == 1) {
        Selection all;
        *selection_ = rows_of(rows, all);
    } else {
        selection_->clear();
    }
}

Result<const Column*> Predicate::compute(RunContext& run, const RowView& rows, Column& scratch) const {
    TruthSink sink(scratch);
    CONFER_CHECK(test(run, rows, sink));
    return &scratch;
}

Result<Selection> Predicate::choose(RunContext& run, const RowView& rows) const {
    Selection chosen;
    TruthSink sink(chosen);
    CONFER_CHECK(test(run, rows, sink));
    return chosen;
}

std::optional<Error> refuse_deleted(const PropertyGraph& graph, const Value& entity, SourceSpan span) {
    if (!graph.is_unfinished()) return std::nullopt;
    const bool deleted = (entity.is(Kind::node) && graph.is_deleted_node(entity.as_node())) ||
                         (entity.is(Kind::relationship) && graph.is_deleted_relationship(entity.as_relationship()));
    if (!deleted) return std::nullopt;
    return runtime_error(ErrorCode::deleted_entity_access, span,
                         std::string(entity.is(Kind::node) ? "this node" : "this relationship") +
                             " was deleted by an earlier clause of the statement",
                         {"read what you need before `DELETE`, as in `WITH a, a.name AS name`"});
}

}  // namespace confer::engine::exec
