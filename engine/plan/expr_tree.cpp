#include "plan/expr_tree.h"

#include <algorithm>

#include "semantics/children.h"

namespace confer::engine::plan {

using namespace typed;

namespace {

void collect(const Expr& expr, VarSet& used, VarSet& local) {
    if (const auto* variable = std::get_if<Variable>(&expr.node)) {
        used.insert(variable->id);
    } else if (const auto* subquery = std::get_if<Subquery>(&expr.node)) {
        used.insert(std::span(subquery->outer));
    } else if (const auto* comprehension = std::get_if<ListComprehension>(&expr.node)) {
        local.insert(comprehension->variable);
    } else if (const auto* quantifier = std::get_if<Quantifier>(&expr.node)) {
        local.insert(quantifier->variable);
    } else if (const auto* reduce = std::get_if<Reduce>(&expr.node)) {
        local.insert(reduce->accumulator);
        local.insert(reduce->variable);
    }
    each_child(expr, [&](const Expr& part) { collect(part, used, local); });
}

}  // namespace

VarSet free_variables(const Expr& expr) {
    VarSet used, local;  // numbers are unique in the statement, so a local one never means anything outside
    collect(expr, used, local);
    used.erase(local);
    return used;
}

bool contains_subquery(const Expr& expr) {
    return any_part(expr, [](const Expr& part) { return std::holds_alternative<Subquery>(part.node); });
}

void rename_variable(Expr& expr, VarId from, VarId to) {
    if (auto* variable = std::get_if<Variable>(&expr.node); variable != nullptr && variable->id == from)
        variable->id = to;
    each_child(expr, [&](ExprPtr& part) { rename_variable(*part, from, to); });
}

VarId plain_variable(const Expr& expr) {
    const auto* variable = std::get_if<Variable>(&expr.node);
    return variable == nullptr ? no_variable : variable->id;
}

ExprPtr make_expr(SourceSpan span, ValueType type, decltype(Expr::node) node) {
    auto expr = std::make_unique<Expr>();
    expr->span = span;
    expr->type = type;
    expr->node = std::move(node);
    return expr;
}

ExprPtr make_variable(VarId variable, ValueType type, SourceSpan span) {
    return make_expr(span, type, Variable{variable});
}

ExprPtr make_operation(Op op, ValueType type, ExprPtr first, ExprPtr second) {
    const SourceSpan span = first->span;
    Operation operation{.op = op, .operands = {}};
    operation.operands.push_back(std::move(first));
    if (second) operation.operands.push_back(std::move(second));
    return make_expr(span, type, std::move(operation));
}

LabelTestPtr clone_test(const LabelTest* test) {
    if (test == nullptr) return nullptr;
    auto copy = std::make_unique<LabelTest>();
    copy->op = test->op;
    copy->name = test->name;
    for (const LabelTestPtr& part : test->parts) copy->parts.push_back(clone_test(part.get()));
    return copy;
}

bool accepts(const LabelTest& test, std::string_view name) {
    const auto holds = [&](const LabelTestPtr& part) { return accepts(*part, name); };
    switch (test.op) {
        case LabelTest::Op::name:
            return test.name == name;
        case LabelTest::Op::any:
            return true;
        case LabelTest::Op::negation:
            return !holds(test.parts.front());
        case LabelTest::Op::conjunction:
            return std::all_of(test.parts.begin(), test.parts.end(), holds);
        case LabelTest::Op::disjunction:
            return std::any_of(test.parts.begin(), test.parts.end(), holds);
    }
    return false;
}

}  // namespace confer::engine::plan
