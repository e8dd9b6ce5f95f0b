#include "exec/batch.h"

#include <cassert>

namespace confer::engine::exec {

namespace {

ColumnKind narrowest_kind(const Value& value) {
    switch (value.kind()) {
        case Kind::boolean:
            return ColumnKind::boolean;
        case Kind::integer:
            return ColumnKind::integer;
        case Kind::floating:
            return ColumnKind::floating;
        case Kind::node:
            return ColumnKind::node;
        case Kind::relationship:
            return ColumnKind::relationship;
        default:
            return ColumnKind::value;
    }
}

// to[first + i] = from[rows[i]], or to[rows[i]] = from[rows[i]] when in place.
template <class T>
void gather(const Array<T>& from, bool constant, std::span<const RowIndex> rows, Array<T>& to, std::size_t first,
            bool in_place) {
    if (in_place) {
        for (const RowIndex row : rows) to[row] = from[constant ? 0 : row];
    } else {
        for (std::size_t i = 0; i < rows.size(); ++i) to[first + i] = from[constant ? 0 : rows[i]];
    }
}

}  // namespace

Column Column::constant(Value value, std::size_t rows) {
    const ColumnKind kind = narrowest_kind(value);
    return constant(kind, std::move(value), rows);
}

Column Column::constant(ColumnKind kind, Value value, std::size_t rows) {
    Column column(kind, 1);
    column.set(0, std::move(value));
    column.repeat(rows);
    return column;
}

std::size_t Column::stored_size() const {
    switch (kind_) {
        case ColumnKind::node:
        case ColumnKind::relationship:
            return ids_.size();
        case ColumnKind::integer:
            return integers_.size();
        case ColumnKind::floating:
            return floats_.size();
        case ColumnKind::boolean:
            return booleans_.size();
        case ColumnKind::value:
            return values_.size();
    }
    return 0;
}

void Column::reset(ColumnKind kind, std::size_t rows) {
    constant_ = false;
    nulls_.clear();
    values_.clear();
    charge_.drop();
    if (kind != kind_) {
        ids_.clear();
        integers_.clear();
        floats_.clear();
        booleans_.clear();
        kind_ = kind;
    }
    resize(rows);
}

void Column::resize(std::size_t rows) {
    if (constant_) {
        constant_rows_ = rows;
        return;
    }
    switch (kind_) {
        case ColumnKind::node:
        case ColumnKind::relationship:
            ids_.resize(rows);
            break;
        case ColumnKind::integer:
            integers_.resize(rows);
            break;
        case ColumnKind::floating:
            floats_.resize(rows);
            break;
        case ColumnKind::boolean:
            booleans_.resize(rows);
            break;
        case ColumnKind::value:
            values_.resize(rows);
            break;
    }
    if (!nulls_.empty()) nulls_.resize(rows);
}

void Column::repeat(std::size_t rows) {
    assert(stored_size() == 1);
    constant_ = true;
    constant_rows_ = rows;
}

Value Column::get(std::size_t row) const {
    if (is_null(row)) return {};
    const std::size_t i = at(row);
    switch (kind_) {
        case ColumnKind::node:
            return Value::node(ids_[i]);
        case ColumnKind::relationship:
            return Value::relationship(ids_[i]);
        case ColumnKind::integer:
            return integers_[i];
        case ColumnKind::floating:
            return floats_[i];
        case ColumnKind::boolean:
            return booleans_[i] != 0;
        case ColumnKind::value:
            return values_[i];
    }
    return {};
}

bool Column::accepts(const Value& value) const {
    return kind_ == ColumnKind::value || value.is_null() || narrowest_kind(value) == kind_;
}

void Column::set_null(std::size_t row) {
    assert(!constant_);
    switch (kind_) {
        case ColumnKind::node:
        case ColumnKind::relationship:
            ids_[row] = no_id;
            break;
        case ColumnKind::integer:
        case ColumnKind::floating:
            if (nulls_.empty()) nulls_.resize(stored_size());
            nulls_[row] = 1;
            break;
        case ColumnKind::boolean:
            booleans_[row] = null_boolean;
            break;
        case ColumnKind::value:
            values_[row] = Value();
            break;
    }
}

void Column::set(std::size_t row, Value value) {
    assert(!constant_ && accepts(value));
    if (value.is_null()) {
        set_null(row);
        return;
    }
    if (!nulls_.empty()) nulls_[row] = 0;
    switch (kind_) {
        case ColumnKind::node:
            ids_[row] = value.as_node();
            break;
        case ColumnKind::relationship:
            ids_[row] = value.as_relationship();
            break;
        case ColumnKind::integer:
            integers_[row] = value.as_integer();
            break;
        case ColumnKind::floating:
            floats_[row] = value.as_floating();
            break;
        case ColumnKind::boolean:
            booleans_[row] = value.as_boolean() ? 1 : 0;
            break;
        case ColumnKind::value:
            values_[row] = std::move(value);
            break;
    }
}

void Column::append(Value value) {
    const std::size_t row = stored_size();
    resize(row + 1);
    set(row, std::move(value));
}

void Column::copy_rows(const Column& from, std::span<const RowIndex> rows, std::size_t first, bool in_place) {
    assert(!constant_);
    if (from.kind_ != kind_) {
        for (std::size_t i = 0; i < rows.size(); ++i) set(in_place ? rows[i] : first + i, from.get(rows[i]));
        return;
    }
    if (!from.nulls_.empty() || !nulls_.empty()) {
        if (nulls_.empty()) nulls_.resize(stored_size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            nulls_[in_place ? rows[i] : first + i] = from.is_null(rows[i]) ? 1 : 0;
    }
    const bool constant = from.constant_;
    switch (kind_) {
        case ColumnKind::node:
        case ColumnKind::relationship:
            gather(from.ids_, constant, rows, ids_, first, in_place);
            break;
        case ColumnKind::integer:
            gather(from.integers_, constant, rows, integers_, first, in_place);
            break;
        case ColumnKind::floating:
            gather(from.floats_, constant, rows, floats_, first, in_place);
            break;
        case ColumnKind::boolean:
            gather(from.booleans_, constant, rows, booleans_, first, in_place);
            break;
        case ColumnKind::value:
            gather(from.values_, constant, rows, values_, first, in_place);
            break;
    }
}

void Column::append_rows(const Column& from, std::span<const RowIndex> rows) {
    const std::size_t first = stored_size();
    resize(first + rows.size());
    copy_rows(from, rows, first, false);
}

void Column::assign_rows(const Column& from, std::span<const RowIndex> rows) {
    copy_rows(from, rows, 0, true);
}

void Column::widen_to_values() {
    if (kind_ == ColumnKind::value) return;
    const std::size_t stored = stored_size();
    Array<Value> values(stored);
    for (std::size_t row = 0; row < stored; ++row) values[row] = get(row);
    const bool constant = constant_;
    reset(ColumnKind::value, 0);
    values_ = std::move(values);
    constant_ = constant;
}

std::size_t Column::heap_bytes() const {
    std::size_t bytes = flat_bytes();
    for (const Value& value : values_) bytes += value.heap_bytes();
    return bytes;
}

std::size_t Column::flat_bytes() const {
    return ids_.heap_bytes() + integers_.heap_bytes() + floats_.heap_bytes() + booleans_.heap_bytes() +
           nulls_.heap_bytes() + values_.heap_bytes();
}

void RowBatch::select(Selection selection) {
    selection_ = std::move(selection);
    selective_ = true;
}

void RowBatch::clear() {
    for (Column& column : columns) column.reset(column.kind(), 0);
    rows_ = 0;
    selective_ = false;
    selection_.clear();
}

}  // namespace confer::engine::exec
