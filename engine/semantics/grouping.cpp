#include "semantics/grouping_internal.h"

#include <algorithm>

#include "semantics/children.h"

namespace confer::engine::semantics {

namespace {

const typed::Variable* as_variable(const typed::Expr& expr) {
    return std::get_if<typed::Variable>(&expr.node);
}

// A variable, or the property of one.
bool is_simple(const typed::Expr& expr) {
    if (const auto* property = std::get_if<typed::Property>(&expr.node))
        return as_variable(*property->object) != nullptr;
    return as_variable(expr) != nullptr;
}

}  // namespace

void Grouping::add(const typed::Expr& expr, VarId variable) {
    const typed::Variable* source = as_variable(expr);
    if (source != nullptr && source->id == variable) {
        passed_on_.insert(variable);
    } else {
        known_.emplace_back(&expr, variable);
    }
}

const std::pair<const typed::Expr*, VarId>* Grouping::find(const typed::Expr& expr) const {
    const auto found = std::find_if(known_.begin(), known_.end(),
                                    [&expr](const auto& known) { return typed::same(*known.first, expr); });
    return found == known_.end() ? nullptr : &*found;
}

const typed::Expr* Grouping::source_of(VarId variable) const {
    const auto found =
        std::find_if(known_.begin(), known_.end(), [variable](const auto& known) { return known.second == variable; });
    return found == known_.end() ? nullptr : found->first;
}

Result<void> Grouping::check(VarId variable, SourceSpan span, bool ambiguous) const {
    if (variable >= first_new_ || passed_on_.count(variable) != 0 || is_outer(in_, variable)) return {};
    const std::string name = tick(in_.variables[variable].name);
    if (ambiguous) {
        return make_error(
            ErrorCode::ambiguous_aggregation, span,
            name + " stands beside an aggregate, but the rows are not grouped by it",
            {"make it (or its property) an item of its own, or compute the whole in two steps with WITH"});
    }
    return make_error(ErrorCode::undefined_variable, span,
                      name + " is gone here: after aggregation or DISTINCT only the items are left",
                      {"add what you need to the items of this WITH or RETURN, or sort and filter in a WITH before"});
}

Result<void> Grouping::ground_variable(ExprPtr& expr, VarId variable, Rule rule) const {
    if (!rule.over_input) return check(variable, expr->span, rule.ambiguous);
    if (aggregated_.count(variable) != 0) {
        return make_error(ErrorCode::nested_aggregation, expr->span, "an aggregate can't be the argument of another",
                          {"compute the inner one in a WITH first, then aggregate its result"});
    }
    if (const typed::Expr* source = source_of(variable)) {
        expr = typed::clone(*source);
        return {};
    }
    return check(variable, expr->span, rule.ambiguous);
}

Result<void> Grouping::ground(ExprPtr& expr, Rule rule) const {
    if (const auto* known = find(*expr)) {
        if (rule.over_input) return {};
        if (!rule.only_simple || is_simple(*expr)) {
            expr = make_variable(in_, known->second, expr->span);
            return {};
        }
        rule.ambiguous = true;
    }
    if (const typed::Variable* variable = as_variable(*expr)) return ground_variable(expr, variable->id, rule);
    if (const auto* subquery = std::get_if<typed::Subquery>(&expr->node)) {
        for (const VarId outer : subquery->outer) CONFER_CHECK(check(outer, expr->span, rule.ambiguous));
        return {};
    }
    Result<void> result;
    typed::each_child(*expr, [&](ExprPtr& child) {
        if (result.has_value()) result = ground(child, rule);
    });
    return result;
}

Result<void> Grouping::ground(ExprPtr& expr) const {
    return ground(expr, Rule{});
}

Result<void> Grouping::ground_mixed(ExprPtr& expr, Mixed what) const {
    return ground(expr, Rule{true, what == Mixed::item, false});
}

Result<void> Grouping::ground_argument(ExprPtr& argument) const {
    return ground(argument, Rule{false, false, true});
}

}  // namespace confer::engine::semantics
