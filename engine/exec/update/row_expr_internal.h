#pragma once
// RowExpr: an expression of a clause that writes, asked for its value row by row.
//
// What does not depend on the clause's own work is computed for a batch at once; what reads the graph, or variables
// that the clause binds, for each row when it is its turn (CurrentRow).
#include "exec/expr/evaluator.h"
#include "exec/row_set.h"

namespace confer::engine::exec {

// One row with all its variables, those that the clause has just bound included.
class CurrentRow {
public:
    explicit CurrentRow(const std::vector<ColumnKind>& kinds);
    void fill(const RowBatch& batch, RowIndex row);  // its first columns
    void set(std::uint32_t column, Value value) { row_.columns[column].set(0, std::move(value)); }
    const RowBatch& batch() const { return row_; }
    Value get(std::uint32_t column) const { return row_.columns[column].get(0); }

private:
    RowBatch row_;
};

class RowExpr {
public:
    // Whether the clause changes what its expressions may read, while it goes through the rows.
    enum class Sees : std::uint8_t { graph_before, own_work };

    // `given`: how many of the layout's columns the incoming batches have.
    static Result<RowExpr> compile(const typed::Expr& expr, const Layout& layout, std::size_t given, Sees sees,
                                   const PropertyGraph& graph);

    bool is_by_row() const { return by_row_; }
    SourceSpan span() const { return span_; }
    // To be called for each batch, before value().
    Result<void> begin(RunContext& run, const RowBatch& batch);
    // `current` is the row, filled, if is_by_row().
    Result<Value> value(RunContext& run, RowIndex row, const CurrentRow& current) const;

private:
    EvaluatorPtr evaluator_;
    SourceSpan span_;
    bool by_row_ = false;
    Column scratch_;
    const Column* column_ = nullptr;
};

}  // namespace confer::engine::exec
