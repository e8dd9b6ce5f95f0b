#pragma once
// RowBatch: up to a few thousand rows as columns, with a selection; what operators hand to each other.
//
// Shapes     every column has row_count() rows (a constant column stands for that many equal ones).
//            The selection lists the rows that count, ascending; without one all rows do.
// Ownership  a batch owns its columns; borrowed strings in them live in the graph or the plan.
// Threads    one thread.
// Source     Boncz et al., "MonetDB/X100", CIDR 2005.
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/cancel.h"
#include "value/value_array.h"

namespace confer::engine::exec {

inline constexpr std::size_t batch_rows = 1024;

using RowIndex = std::uint32_t;
using Selection = std::vector<RowIndex>;

enum class ColumnKind : std::uint8_t {
    node,          // ids(); no_id is null
    relationship,  // ids(); no_id is null
    integer,       // integers(), nulls()
    floating,      // floats(), nulls()
    boolean,       // booleans(): 0, 1, or 2 for null
    value,         // values(): anything, strings included
};

// What a column's values hold of the run's memory budget; a copy holds nothing.
class ColumnCharge {
public:
    ColumnCharge() = default;
    ColumnCharge(const ColumnCharge&) {}
    ColumnCharge(ColumnCharge&& other) noexcept : limits_(other.limits_), bytes_(std::exchange(other.bytes_, 0)) {}
    ColumnCharge& operator=(const ColumnCharge&) {
        drop();
        return *this;
    }
    ColumnCharge& operator=(ColumnCharge&& other) noexcept {
        std::swap(limits_, other.limits_);
        std::swap(bytes_, other.bytes_);
        return *this;
    }
    ~ColumnCharge() { drop(); }

    // Answers for bytes that were charged already.
    void take_over(RunLimits& limits, std::size_t bytes) {
        limits_ = &limits;
        bytes_ += bytes;
    }
    void drop() {
        if (bytes_ != 0) limits_->release(std::exchange(bytes_, 0));
    }

private:
    RunLimits* limits_ = nullptr;
    std::size_t bytes_ = 0;
};

class Column {
public:
    static constexpr std::uint8_t null_boolean = 2;

    Column() = default;  // no rows of kind value
    explicit Column(ColumnKind kind, std::size_t rows = 0) { reset(kind, rows); }
    // `rows` rows that are all `value`, stored once; of the narrowest kind that holds it (null, texts and
    // collections: value), or of the kind given. REQUIRES: the value is null or of that kind.
    static Column constant(Value value, std::size_t rows);
    static Column constant(ColumnKind kind, Value value, std::size_t rows);

    ColumnKind kind() const { return kind_; }
    std::size_t size() const { return constant_ ? constant_rows_ : stored_size(); }
    bool is_constant() const { return constant_; }

    // Makes it `rows` rows of `kind`, unspecified (null in value columns); keeps the capacity it had.
    void reset(ColumnKind kind, std::size_t rows);
    // New rows are unspecified (null in value columns).
    void resize(std::size_t rows);
    // Makes its only row stand for `rows` equal ones. REQUIRES: one stored row.
    void repeat(std::size_t rows);

    // Raw rows. A constant column has exactly one stored row: index with at(row).
    std::size_t at(std::size_t row) const { return constant_ ? 0 : row; }
    Array<std::uint32_t>& ids() { return ids_; }
    const Array<std::uint32_t>& ids() const { return ids_; }
    Array<std::int64_t>& integers() { return integers_; }
    const Array<std::int64_t>& integers() const { return integers_; }
    Array<double>& floats() { return floats_; }
    const Array<double>& floats() const { return floats_; }
    Array<std::uint8_t>& booleans() { return booleans_; }
    const Array<std::uint8_t>& booleans() const { return booleans_; }
    Array<Value>& values() { return values_; }
    const Array<Value>& values() const { return values_; }
    // For integer and floating columns: nulls()[row] != 0 is null; empty when there is none.
    Array<std::uint8_t>& nulls() { return nulls_; }
    const Array<std::uint8_t>& nulls() const { return nulls_; }

    bool is_null(std::size_t row) const;
    Value get(std::size_t row) const;
    // Whether set() takes the value: null, or of the column's kind.
    bool accepts(const Value& value) const;
    // REQUIRES: accepts(value); not constant.
    void set(std::size_t row, Value value);
    void set_null(std::size_t row);
    void append(Value value);
    // Appends rows[i] of `from`, for all i. REQUIRES: same kind (or this is a value column, or `from` a
    // constant one whose value this accepts); not constant.
    void append_rows(const Column& from, std::span<const RowIndex> rows);
    // Makes row r that of `from`, for each r of `rows`. REQUIRES: as append_rows; each r < size().
    void assign_rows(const Column& from, std::span<const RowIndex> rows);
    // Turns any kind into a value column, in place.
    void widen_to_values();

    // The column answers for bytes behind its values that were charged to the run, until it is reset or goes.
    void take_over(RunLimits& limits, std::size_t bytes) { charge_.take_over(limits, bytes); }

    std::size_t heap_bytes() const;
    // Without what stands behind its values. O(1).
    std::size_t flat_bytes() const;

private:
    std::size_t stored_size() const;
    void copy_rows(const Column& from, std::span<const RowIndex> rows, std::size_t first, bool in_place);

    ColumnKind kind_ = ColumnKind::value;
    bool constant_ = false;
    std::size_t constant_rows_ = 0;
    Array<std::uint32_t> ids_;
    Array<std::int64_t> integers_;
    Array<double> floats_;
    Array<std::uint8_t> booleans_;
    Array<Value> values_;
    Array<std::uint8_t> nulls_;
    ColumnCharge charge_;
};

inline bool Column::is_null(std::size_t row) const {
    const std::size_t i = at(row);
    switch (kind_) {
        case ColumnKind::node:
        case ColumnKind::relationship:
            return ids_[i] == no_id;
        case ColumnKind::integer:
        case ColumnKind::floating:
            return !nulls_.empty() && nulls_[i] != 0;
        case ColumnKind::boolean:
            return booleans_[i] == null_boolean;
        case ColumnKind::value:
            return values_[i].is_null();
    }
    return true;
}

class RowBatch {
public:
    std::vector<Column> columns;

    // Rows stored, selected or not.
    std::size_t row_count() const { return rows_; }
    void set_row_count(std::size_t rows) { rows_ = rows; }

    bool has_selection() const { return selective_; }
    // The rows that count. REQUIRES: has_selection()
    const Selection& selection() const { return selection_; }
    std::size_t selected_count() const { return selective_ ? selection_.size() : rows_; }
    bool empty() const { return selected_count() == 0; }
    // Replaces the selection. REQUIRES: ascending, each < row_count(), each selected before.
    void select(Selection selection);
    void select_all() { selective_ = false; }

    // Calls visit(row) for each row that counts.
    template <class Visit>
    void for_each_row(Visit&& visit) const {
        // One call, so that it is inlined.
        const RowIndex* const listed = selective_ ? selection_.data() : nullptr;
        const std::size_t count = selected_count();
        for (std::size_t i = 0; i < count; ++i) visit(listed != nullptr ? listed[i] : static_cast<RowIndex>(i));
    }

    // No rows, no selection; keeps columns' capacity.
    void clear();

private:
    std::size_t rows_ = 0;
    bool selective_ = false;
    Selection selection_;
};

}  // namespace confer::engine::exec
