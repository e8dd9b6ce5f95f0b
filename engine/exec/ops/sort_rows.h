#pragma once
// SortRows: rows that are kept to be ordered: their columns, and the columns of their sort keys.
//
// Shapes     rows are numbered in order of arrival, and equal ones stay in that order.
// Source     openCypher's total order (value/compare.h): null comes last, and first when descending.
#include <span>
#include <vector>

#include "exec/ops/rows.h"

namespace confer::engine::exec {

struct OrderKey {
    EvaluatorPtr expr;
    bool descending = false;
};

// A column of the input that comes out again; the i-th becomes column i.
struct KeptColumn {
    std::uint32_t from;
    ColumnKind kind;
};

struct SortPrefixes;

class SortRows {
public:
    SortRows(std::span<const OrderKey> keys, std::span<const KeptColumn> kept);

    std::size_t size() const { return size_; }
    // Copies the batch's selected rows.
    Result<void> add(RunContext& run, const RowBatch& batch);

    // Of all rows that are kept (exec/ops/sort_prefix.h). Errors: interrupted, timeout.
    Result<SortPrefixes> prefixes(const RunLimits& limits) const;
    // Whether row a comes before row b.
    bool before(RowIndex a, RowIndex b) const;
    // Moves rows out; each may be given once.
    void give(std::span<const RowIndex> rows, RowBatch& out);
    void clear();
    std::size_t heap_bytes() const;

private:
    std::span<const OrderKey> order_;
    std::span<const KeptColumn> kept_;
    std::vector<ColumnKind> kinds_;
    std::vector<Column> columns_, keys_;
    std::vector<Column> scratch_;
    std::vector<const Column*> fresh_;
    std::size_t size_ = 0, value_bytes_ = 0;
};

// -1, 0 or 1, in the total order. REQUIRES: columns of the same kind.
int order_rows(const Column& a, std::size_t row_a, const Column& b, std::size_t row_b);

}  // namespace confer::engine::exec
