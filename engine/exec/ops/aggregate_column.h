#pragma once
// AggregateColumn: the running state of one aggregate for all groups; count, sum, avg, min, max and collect by
// columns, any other through its Accumulators.
//
// Shapes     groups are numbered 0, 1, 2…; begin() says how many there are so far.
// Errors     those of the aggregate, with the span of its argument.
// Cost       one virtual call a batch; Accumulators: one a row.
#include <memory>
#include <span>
#include <vector>

#include "exec/expr/evaluator.h"
#include "semantics/typed_query.h"

namespace confer::engine::exec {

class AggregateColumn {
public:
    virtual ~AggregateColumn() = default;

    virtual ColumnKind kind() const = 0;  // of the results
    virtual void begin(std::size_t groups) = 0;
    // groups[row]: the group of each selected row. REQUIRES: begin() has been told of them.
    virtual Result<void> add(const RowView& rows, std::span<const Column* const> arguments,
                             std::span<const std::uint32_t> groups) = 0;
    // Appends the results of groups [first, last). Once for each group. Errors also: those of the limits.
    virtual Result<void> finish(const RunLimits& limits, std::size_t first, std::size_t last, Column& out) = 0;
    virtual void clear() = 0;
    virtual std::size_t heap_bytes() const = 0;
};

// `kinds`: of the arguments' columns.
std::unique_ptr<AggregateColumn> make_aggregate_column(const AggregateSpec& function, std::span<const ColumnKind> kinds,
                                                       SourceSpan span);

// The kind of column that it gives.
ColumnKind aggregate_kind(const AggregateSpec& function, std::span<const ColumnKind> kinds);

}  // namespace confer::engine::exec
