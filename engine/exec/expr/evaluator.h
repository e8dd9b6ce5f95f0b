#pragma once
// Evaluator: a compiled expression; computes one column for a whole batch.
//
// compile() settles what can be settled against one graph: property keys, label ids, constant parts, the kernel
// for each operator by the kinds of its inputs. evaluate() then runs kernel by kernel over whole columns.
//
// Threads    an Evaluator is immutable: one may run in many threads at once; scratch columns live in
//            EvalContext.
// Errors     run-time errors with the span of the failing part, phase runtime.
// Source     Boncz et al., "MonetDB/X100", CIDR 2005; DuckDB's ExpressionExecutor (one executor, chunks,
//            selections).
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "exec/batch.h"
#include "graph/property_graph.h"
#include "semantics/typed_query.h"

namespace confer::engine::exec {

using Parameters = std::map<std::string, Value, std::less<>>;

// What one run needs: shared by operators and evaluators.
struct RunContext {
    const PropertyGraph& graph;
    const Parameters& parameters;
    RunLimits& limits;
};

// Where variables stand in a batch: slot[variable] is the column's index, or absent.
class Layout {
public:
    static constexpr std::uint32_t absent = 0xFFFFFFFFU;
    std::uint32_t slot(typed::VarId variable) const { return variable < slots_.size() ? slots_[variable] : absent; }
    bool has(typed::VarId variable) const { return slot(variable) != absent; }
    // Gives the variable the next free column. REQUIRES: !has(variable).
    std::uint32_t add(typed::VarId variable, ColumnKind kind);
    // Makes `alias` another name of an existing column.
    void alias(typed::VarId alias, typed::VarId existing);
    std::size_t column_count() const { return kinds_.size(); }
    ColumnKind kind(std::uint32_t slot) const { return kinds_[slot]; }
    const std::vector<ColumnKind>& kinds() const { return kinds_; }

private:
    std::vector<std::uint32_t> slots_;
    std::vector<ColumnKind> kinds_;
};

// The column kind that holds every value of the type: node, relationship, integer, floating, boolean, or value.
ColumnKind column_kind(ValueType type);

class Evaluator {
public:
    virtual ~Evaluator() = default;

    // The kind of column that evaluate() gives; fixed.
    virtual ColumnKind kind() const = 0;

    // Computes the expression for the batch's selected rows; other rows of `out` are unspecified. `out` gets
    // batch.row_count() rows (it may be constant).
    virtual Result<void> evaluate(RunContext& run, const RowBatch& batch, Column& out) const = 0;

    // The selected rows for which a boolean expression is true. Errors also: invalid_argument_type when
    // a row gives a value that is neither boolean nor null.
    virtual Result<Selection> select(RunContext& run, const RowBatch& batch) const;
};
using EvaluatorPtr = std::unique_ptr<const Evaluator>;

// REQUIRES: every free variable of `expr` is in `layout`; no Subquery inside.
// Cost: linear in the expression. Constant parts (without parameters or graph access) are folded; a fold that
// fails is left to run time.
Result<EvaluatorPtr> compile_expr(const typed::Expr& expr, const Layout& layout, const PropertyGraph& graph);

// The value of an expression without variables (LIMIT, SKIP, parameters of procedures).
Result<Value> evaluate_constant(const typed::Expr& expr, RunContext& run);

}  // namespace confer::engine::exec
