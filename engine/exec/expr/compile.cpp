// From typed expressions to evaluators: picks the form's own compile(), and folds what is constant.
// Tests: tests/suites/expressions/folding_test.cpp.
#include <stdexcept>

#include "exec/expr/compile_internal.h"
#include "exec/expr/evaluator.h"
#include "exec/expr/kernel_internal.h"

namespace confer::engine::exec {

namespace {

Compiled compile(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope) {
    using typed::Op;
    switch (operation.op) {
        case Op::not_:
        case Op::and_:
        case Op::or_:
        case Op::xor_:
            return compile_logic(operation, expr, scope);
        case Op::equal:
        case Op::not_equal:
        case Op::less:
        case Op::less_equal:
        case Op::greater:
        case Op::greater_equal:
            return compile_comparison(operation, expr, scope);
        case Op::is_null:
        case Op::is_not_null:
            return compile_null_test(operation, expr, scope);
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::remainder:
        case Op::power:
        case Op::minus:
        case Op::plus:
            return compile_arithmetic(operation, expr, scope);
        case Op::starts_with:
        case Op::ends_with:
        case Op::contains:
            return compile_text(operation, expr, scope);
        case Op::matches:
            return compile_match(operation, expr, scope);
        case Op::in:
            return compile_membership(operation, expr, scope);
        case Op::index:
            return compile_index(operation, expr, scope);
        case Op::slice:
            return compile_slice(operation, expr, scope);
    }
    throw std::logic_error("an operation of no known kind");
}

Compiled compile(const typed::Subquery&, const typed::Expr&, const Scope&) {
    throw std::logic_error("a subquery reached the evaluator; the planner has to replace it");
}

// The part's value, computed now. One that fails stays as it is, to fail only if a row needs it.
void fold(Compiled& part, const typed::Expr& expr, const Scope& scope) {
    const Parameters no_parameters;
    RunLimits limits;
    RunContext run{scope.graph, no_parameters, limits};
    Column scratch;
    const Result<const Column*> computed = part.evaluator->compute(run, one_row(), scratch);
    if (!computed.has_value()) return;
    Column value = Column::constant(part.kind(), computed.value()->get(0), 1);
    part.evaluator = make_constant(std::move(value), expr.span);
}

}  // namespace

Compiled compile_part(const typed::Expr& expr, const Scope& scope) {
    Compiled part = std::visit([&](const auto& node) { return compile(node, expr, scope); }, expr.node);
    if (part.constant && constant_value(*part.evaluator) == nullptr) fold(part, expr, scope);
    return part;
}

Result<EvaluatorPtr> compile_expr(const typed::Expr& expr, const Layout& layout, const PropertyGraph& graph) {
    return compile_part(expr, Scope{layout, graph}).evaluator;
}

Result<Value> evaluate_constant(const typed::Expr& expr, RunContext& run) {
    CONFER_TRY(const EvaluatorPtr evaluator, compile_expr(expr, Layout(), run.graph));
    Column scratch;
    CONFER_TRY(const Column* const column, evaluator->compute(run, one_row(), scratch));
    return column->get(0);
}

}  // namespace confer::engine::exec
