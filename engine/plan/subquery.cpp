// Subqueries in expressions become subplans. One that stands inside a comprehension reads a variable that no row has,
// so the comprehension as a whole becomes a subplan: Unwind its list, filter, compute, collect. A reduce goes step by
// step (Fold), because each step may read the one before.
#include "function/registry.h"
#include "plan/planner_internal.h"
#include "semantics/children.h"

namespace confer::engine::plan {

using typed::ExprPtr;
using typed::Op;

NodePtr Planner::recall(NodePtr input, Scope& scope, const VarSet& needed) {
    VarSet missing = needed;
    missing.keep_only(scope.frame);
    missing.erase(scope.available);
    if (missing.empty()) return input;
    scope.available.insert(missing);
    const double rows = input->rows;
    return make_node(rows, Recall{missing.to_vector()}, std::move(input));
}

NodePtr Planner::prepare(NodePtr input, Scope& scope, ExprPtr& expr) {
    if (!expr) return input;
    if (!scope.frame.empty()) input = recall(std::move(input), scope, free_variables(*expr));
    return contains_subquery(*expr) ? lift(std::move(input), scope, expr) : std::move(input);
}

namespace {

// size([pattern | x]) only counts, when x can't fail.
void count_instead_of_collecting(ExprPtr& expr) {
    auto* call = std::get_if<typed::Call>(&expr->node);
    if (call == nullptr || call->function != builtin_functions().find("size")) return;
    auto* subquery = std::get_if<typed::Subquery>(&call->arguments.front()->node);
    if (subquery == nullptr || subquery->form != typed::Subquery::Form::collect || !subquery->result) return;
    const typed::Expr* result = subquery->result.get();
    if (const auto* property = std::get_if<typed::Property>(&result->node);
        property != nullptr && (property->object->type.is(Kind::node) || property->object->type.is(Kind::relationship)))
        result = property->object.get();
    if (plain_variable(*result) == typed::no_variable && !std::holds_alternative<typed::Constant>(result->node)) return;
    subquery->form = typed::Subquery::Form::count;
    subquery->result = nullptr;
    ExprPtr counted = std::move(call->arguments.front());
    counted->type = Kind::integer;
    expr = std::move(counted);
}

}  // namespace

NodePtr Planner::lift(NodePtr input, Scope& scope, ExprPtr& expr) {
    if (!contains_subquery(*expr)) return input;
    if (rules_.has(Rule::counts)) count_instead_of_collecting(expr);
    if (std::holds_alternative<typed::Subquery>(expr->node)) return lift_subquery(std::move(input), scope, expr);
    if (auto* list = std::get_if<typed::ListComprehension>(&expr->node)) {
        input = lift(std::move(input), scope, list->list);
        return contains_subquery(*expr) ? lift_comprehension(std::move(input), scope, expr) : std::move(input);
    }
    if (auto* quantifier = std::get_if<typed::Quantifier>(&expr->node)) {
        input = lift(std::move(input), scope, quantifier->list);
        return contains_subquery(*expr) ? lift_quantifier(std::move(input), scope, expr) : std::move(input);
    }
    if (auto* reduce = std::get_if<typed::Reduce>(&expr->node)) {
        input = lift(std::move(input), scope, reduce->initial);
        input = lift(std::move(input), scope, reduce->list);
        return contains_subquery(*expr) ? lift_reduce(std::move(input), scope, expr) : std::move(input);
    }
    typed::each_child(*expr, [&](ExprPtr& part) { input = lift(std::move(input), scope, part); });
    return input;
}

NodePtr Planner::subplan(const Scope& scope, typed::Subquery& subquery) {
    const bool counted = subquery.form == typed::Subquery::Form::count;
    if (subquery.query) {
        if (counted && subquery.query->parts.size() == 1)
            return single_query(std::move(subquery.query->parts.front()), &scope.available, &subquery.result);
        std::vector<VarId> columns;
        NodePtr plan = query(std::move(*subquery.query), &scope.available, columns);
        if (subquery.form == typed::Subquery::Form::collect) subquery.result = read(columns.front());
        return plan;
    }
    Scope inner = inside(scope);
    if (subquery.where) subquery.pattern->conditions.push_back(std::move(subquery.where));
    if (counted) return counted_match(argument(inner), inner, std::move(*subquery.pattern), {}, subquery.result);
    NodePtr plan = match(argument(inner), inner, std::move(*subquery.pattern));
    return prepare(std::move(plan), inner, subquery.result);
}

NodePtr Planner::lift_subquery(NodePtr input, Scope& scope, ExprPtr& expr) {
    auto& subquery = std::get<typed::Subquery>(expr->node);
    NodePtr plan = subplan(scope, subquery);
    const VarId out = new_variable(expr->type);
    const double rows = input->rows;
    input = make_node(rows, SubqueryApply{subquery.form, out, std::move(subquery.result)}, std::move(input),
                      std::move(plan));
    scope.available.insert(out);
    expr = make_variable(out, expr->type, expr->span);
    return input;
}

NodePtr Planner::name_it(NodePtr input, Scope& scope, ExprPtr& expr) {
    if (plain_variable(*expr) != typed::no_variable) return input;
    const VarId name = new_variable(expr->type);
    ExprPtr reference = make_variable(name, expr->type, expr->span);
    std::vector<typed::Binding> bindings;
    bindings.push_back({name, std::move(expr)});
    expr = std::move(reference);
    return compute(std::move(input), scope, std::move(bindings));
}

NodePtr Planner::lift_comprehension(NodePtr input, Scope& scope, ExprPtr& expr) {
    auto& comprehension = std::get<typed::ListComprehension>(expr->node);
    input = name_it(std::move(input), scope, comprehension.list);
    ExprPtr list = typed::clone(*comprehension.list);

    Scope inner = inside(scope);
    NodePtr plan = unwind(argument(inner), inner, {std::move(comprehension.list), comprehension.variable});
    if (comprehension.where) plan = filter(std::move(plan), inner, std::move(comprehension.where));
    ExprPtr result = comprehension.result ? std::move(comprehension.result) : read(comprehension.variable);
    plan = prepare(std::move(plan), inner, result);

    const VarId out = new_variable(expr->type);
    const double rows = input->rows;
    input = make_node(rows, SubqueryApply{typed::Subquery::Form::collect, out, std::move(result)}, std::move(input),
                      std::move(plan));
    scope.available.insert(out);

    // A null list gives null, but no row to unwind.
    const SourceSpan span = expr->span;
    typed::Case choice;
    choice.branches.emplace_back(make_operation(Op::is_null, Kind::boolean, std::move(list)),
                                 make_expr(span, ValueType::null(), typed::Constant{}));
    choice.otherwise = make_variable(out, expr->type, span);
    expr = make_expr(span, expr->type, std::move(choice));
    return input;
}

NodePtr Planner::lift_quantifier(NodePtr input, Scope& scope, ExprPtr& expr) {
    // all(x IN list WHERE f(x)) is all(y IN [x IN list | f(x)] WHERE y).
    auto& quantifier = std::get<typed::Quantifier>(expr->node);
    typed::ListComprehension truths{quantifier.variable, std::move(quantifier.list), nullptr,
                                    std::move(quantifier.where)};
    quantifier.list = make_expr(expr->span, ValueType::list_of(Kind::boolean), std::move(truths));
    quantifier.variable = new_variable(Kind::boolean);
    quantifier.where = read(quantifier.variable);
    return lift_comprehension(std::move(input), scope, quantifier.list);
}

NodePtr Planner::lift_reduce(NodePtr input, Scope& scope, ExprPtr& expr) {
    auto& reduce = std::get<typed::Reduce>(expr->node);
    Scope inner = inside(scope);
    inner.available.insert(reduce.accumulator);
    inner.available.insert(reduce.variable);
    inner.frame = inner.available;
    std::vector<typed::Binding> bindings;
    const VarId body = new_variable(reduce.body->type), out = new_variable(expr->type);
    bindings.push_back({body, std::move(reduce.body)});
    NodePtr plan = compute(argument(inner), inner, std::move(bindings));
    Fold fold{std::move(reduce.initial), std::move(reduce.list), reduce.accumulator, reduce.variable, body, out};
    const double rows = input->rows;
    input = make_node(rows, std::move(fold), std::move(input), std::move(plan));
    scope.available.insert(out);
    expr = make_variable(out, expr->type, expr->span);
    return input;
}

NodePtr Planner::filter(NodePtr input, Scope& scope, ExprPtr condition) {
    input = scope.frame.empty() ? std::move(input) : recall(std::move(input), scope, free_variables(*condition));
    const double share = cardinality_.selectivity(*condition), rows = input->rows * share;

    // EXISTS { … } and NOT EXISTS { … } need no column.
    ExprPtr* inner = &condition;
    bool anti = false;
    for (auto* operation = std::get_if<typed::Operation>(&(*inner)->node);
         operation != nullptr && operation->op == Op::not_;
         operation = std::get_if<typed::Operation>(&(*inner)->node)) {
        anti = !anti;
        inner = &operation->operands.front();
    }
    auto* subquery = std::get_if<typed::Subquery>(&(*inner)->node);
    if (subquery != nullptr && subquery->form == typed::Subquery::Form::exists) {
        NodePtr plan = subplan(scope, *subquery);
        return make_node(rows, SemiApply{anti}, std::move(input), std::move(plan));
    }
    input = prepare(std::move(input), scope, condition);
    return make_node(rows, Filter{std::move(condition)}, std::move(input));
}

}  // namespace confer::engine::plan
