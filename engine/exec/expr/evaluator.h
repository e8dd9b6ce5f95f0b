#pragma once
// Evaluator: a compiled expression; computes one column for a whole batch.
//
// compile_expr() settles what can be settled against one graph: property keys, label ids, constant parts, the
// kind of each part. evaluate() then runs kernel by kernel over whole columns, chosen once a batch by their kinds.
//
// Threads    an Evaluator is immutable: one may run in many threads at once.
// Errors     run-time errors with the span of the failing part, phase runtime.
// Source     Boncz et al., "MonetDB/X100", CIDR 2005; DuckDB's ExpressionExecutor (one executor, chunks,
//            selections).
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/notices.h"
#include "base/result.h"
#include "exec/batch.h"
#include "exec/layout.h"
#include "graph/property_graph.h"
#include "semantics/typed_query.h"

namespace confer::engine::exec {

using Parameters = std::map<std::string, Value, std::less<>>;

// The part of a scan's nodes, by their places, that one worker reads now.
struct Morsel {
    std::size_t first = 0, last = 0;
};

class Leftovers;

// What one run needs: shared by operators and evaluators.
struct RunContext {
    const PropertyGraph& graph;
    const Parameters& parameters;
    RunLimits& limits;
    const Morsel* morsel = nullptr;  // of the worker whose run this is
    Notices* notices = nullptr;      // null: nobody reads them
    Leftovers* leftovers = nullptr;  // null: what fails gives back itself what it holds
};

// The rows an expression is computed for: columns, and a selection of its own. Refers to both.
class RowView {
public:
    RowView(std::span<const Column> columns, std::size_t rows, const Selection* selection = nullptr)
        : columns_(columns), rows_(rows), selection_(selection) {}
    explicit RowView(const RowBatch& batch)
        : RowView(batch.columns, batch.row_count(), batch.has_selection() ? &batch.selection() : nullptr) {}
    // The same columns, other rows. REQUIRES: ascending, each selected here.
    RowView with(const Selection& selection) const { return {columns_, rows_, &selection}; }

    const Column& column(std::uint32_t slot) const { return columns_[slot]; }
    std::size_t row_count() const { return rows_; }
    const Selection* selection() const { return selection_; }  // nullptr: all rows
    std::size_t selected_count() const { return selection_ != nullptr ? selection_->size() : rows_; }
    bool empty() const { return selected_count() == 0; }

    // Calls visit(row) for each row that counts.
    template <class Visit>
    void for_each_row(Visit&& visit) const {
        // One call, so that it is inlined.
        const RowIndex* const listed = selection_ != nullptr ? selection_->data() : nullptr;
        const std::size_t count = selected_count();
        for (std::size_t i = 0; i < count; ++i) visit(listed != nullptr ? listed[i] : static_cast<RowIndex>(i));
    }

private:
    std::span<const Column> columns_;
    std::size_t rows_;
    const Selection* selection_;
};

class Evaluator {
public:
    virtual ~Evaluator() = default;

    // The kind of column that it gives; fixed.
    virtual ColumnKind kind() const = 0;

    // The expression's column: one of the view's own, one that lives as long as this evaluator, or `scratch`,
    // which then holds it. It has rows.row_count() rows and may be constant; rows that are not selected are
    // unspecified. REQUIRES: !rows.empty().
    virtual Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const = 0;

    // The selected rows for which a boolean expression is true. Errors also: invalid_argument_type when
    // a row gives a value that is neither boolean nor null.
    virtual Result<Selection> choose(RunContext& run, const RowView& rows) const;

    // The same for a batch, which may also be empty. evaluate() leaves the column in `out`, copied where it
    // has to be; view() copies nothing.
    Result<void> evaluate(RunContext& run, const RowBatch& batch, Column& out) const;
    Result<const Column*> view(RunContext& run, const RowBatch& batch, Column& scratch) const;
    Result<Selection> select(RunContext& run, const RowBatch& batch) const;

protected:
    explicit Evaluator(SourceSpan span) : span_(span) {}
    SourceSpan span() const { return span_; }

private:
    SourceSpan span_;  // of the expression, for errors
};
using EvaluatorPtr = std::unique_ptr<const Evaluator>;

// REQUIRES: every free variable of `expr` is in `layout`; no Subquery inside.
// Cost: linear in the expression. Constant parts (without parameters or graph access) are folded; a fold that
// fails is left to run time.
Result<EvaluatorPtr> compile_expr(const typed::Expr& expr, const Layout& layout, const PropertyGraph& graph);

// The value of an expression without variables (LIMIT, SKIP, parameters of procedures).
Result<Value> evaluate_constant(const typed::Expr& expr, RunContext& run);

}  // namespace confer::engine::exec
