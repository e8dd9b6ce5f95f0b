#include "exec/ops/sort_rows.h"

#include <cmath>

#include "exec/ops/sort_prefix.h"
#include "value/compare.h"

namespace confer::engine::exec {

namespace {

template <class Number>
int sign(Number a, Number b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

int order_floats(double a, double b) {
    if (std::isnan(a) || std::isnan(b)) return sign<int>(std::isnan(a), std::isnan(b));
    return sign(a, b);
}

std::size_t value_bytes(const std::vector<Column>& columns, std::size_t first) {
    std::size_t bytes = 0;
    for (const Column& column : columns) {
        if (column.kind() != ColumnKind::value) continue;
        for (std::size_t row = first; row < column.size(); ++row) bytes += column.values()[row].heap_bytes();
    }
    return bytes;
}

}  // namespace

int order_rows(const Column& a, std::size_t row_a, const Column& b, std::size_t row_b) {
    const std::size_t i = a.at(row_a), j = b.at(row_b);
    if (a.kind() == ColumnKind::value) return order(a.values()[i], b.values()[j]);
    const bool a_null = a.is_null(row_a), b_null = b.is_null(row_b);
    if (a_null || b_null) return sign<int>(a_null, b_null);
    switch (a.kind()) {
        case ColumnKind::node:
        case ColumnKind::relationship:
            return sign(a.ids()[i], b.ids()[j]);
        case ColumnKind::integer:
            return sign(a.integers()[i], b.integers()[j]);
        case ColumnKind::floating:
            return order_floats(a.floats()[i], b.floats()[j]);
        case ColumnKind::boolean:
            return sign(a.booleans()[i], b.booleans()[j]);
        case ColumnKind::value:
            break;
    }
    return 0;
}

SortRows::SortRows(std::span<const OrderKey> keys, std::span<const KeptColumn> kept)
    : order_(keys), kept_(kept), scratch_(keys.size()), fresh_(keys.size()) {
    for (const KeptColumn& column : kept) {
        kinds_.push_back(column.kind);
        columns_.emplace_back(column.kind);
    }
    for (const OrderKey& key : keys) keys_.emplace_back(key.expr->kind());
}

Result<void> SortRows::add(RunContext& run, const RowBatch& batch) {
    for (std::size_t i = 0; i < order_.size(); ++i) {
        CONFER_TRY(fresh_[i], order_[i].expr->view(run, batch, scratch_[i]));
    }
    const std::size_t first = size_;
    for (std::size_t i = 0; i < columns_.size(); ++i) append_selected(batch.columns[kept_[i].from], batch, columns_[i]);
    for (std::size_t i = 0; i < keys_.size(); ++i) append_selected(*fresh_[i], batch, keys_[i]);
    size_ += batch.selected_count();
    value_bytes_ += value_bytes(columns_, first) + value_bytes(keys_, first);
    return {};
}

Result<SortPrefixes> SortRows::prefixes(const RunLimits& limits) const {
    return sort_prefixes(keys_, order_, size_, limits);
}

bool SortRows::before(RowIndex a, RowIndex b) const {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        const int sign = order_rows(keys_[i], a, keys_[i], b);
        if (sign != 0) return (sign < 0) != order_[i].descending;
    }
    return a < b;
}

void SortRows::give(std::span<const RowIndex> rows, RowBatch& out) {
    begin_rows(out, kinds_);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (kinds_[i] != ColumnKind::value) {
            out.columns[i].append_rows(columns_[i], rows);
            continue;
        }
        Array<Value>& values = out.columns[i].values();
        values.reserve(rows.size());
        for (const RowIndex row : rows) values.push_back(std::move(columns_[i].values()[row]));
    }
    out.set_row_count(rows.size());
}

std::size_t SortRows::heap_bytes() const {
    std::size_t bytes = value_bytes_;
    for (const Column& column : columns_) bytes += column.flat_bytes();
    for (const Column& key : keys_) bytes += key.flat_bytes();
    return bytes;
}

void SortRows::clear() {
    for (Column& column : columns_) column.reset(column.kind(), 0);
    for (Column& key : keys_) key.reset(key.kind(), 0);
    size_ = value_bytes_ = 0;
}

}  // namespace confer::engine::exec
