// Clauses that only add names or leave rows out: UNWIND and FOR, FILTER, LET.
#include "semantics/resolve_internal.h"

namespace confer::engine::semantics {

namespace {

// Clauses that bind names never take one that is in use.
Result<void> check_new(const Analysis& in, const ast::Name& name, std::string hint = "choose another name") {
    if (!in.scope->find(name.text)) return {};
    return make_error(ErrorCode::variable_already_bound, name.span, tick(name.text) + " is already in use",
                      {std::move(hint)});
}

VarId bind_new(Analysis& in, const ast::Name& name, ValueType type) {
    const VarId variable = in.variables.add(name.text, type, name.span);
    in.scope->bind(name.text, variable);
    return variable;
}

Result<ExprPtr> resolve_list(Analysis& in, const ast::Expr& list, std::string_view clause) {
    const Temporarily aggregation(in.aggregation, AggregationPlace{nullptr, clause});
    CONFER_TRY(ExprPtr resolved, resolve(in, list));
    if (resolved->type.overlaps(Kind::list)) return resolved;
    return make_error(ErrorCode::invalid_argument_type, list.span,
                      tick(clause) + " runs over a list, and this is " + with_article(resolved->type),
                      {"put it in brackets to make a list of it: `[…]`"});
}

// A projection through which every variable passes. Those of a subquery's surroundings are passed on where a later
// clause reads them.
typed::Projection keep_all(Analysis& in) {
    typed::Projection projection;
    for (const auto& [name, variable] : in.scope->visible()) {
        if (!is_outer(in, variable)) projection.items.push_back({variable, make_variable(in, variable, {})});
    }
    return projection;
}

}  // namespace

Result<typed::Unwind> resolve_unwind(Analysis& in, const ast::Unwind& unwind) {
    typed::Unwind result{};
    CONFER_TRY(result.list, resolve_list(in, *unwind.list, "UNWIND"));
    CONFER_CHECK(check_new(in, unwind.variable, "choose another name after AS"));
    result.variable = bind_new(in, unwind.variable, result.list->type.element());
    return result;
}

Result<typed::Unwind> resolve_for(Analysis& in, const ast::For& loop) {
    typed::Unwind result{};
    CONFER_TRY(result.list, resolve_list(in, *loop.list, "FOR"));
    CONFER_CHECK(check_new(in, loop.variable));
    result.variable = bind_new(in, loop.variable, result.list->type.element());
    if (loop.counting == ast::For::Counting::none) return result;
    CONFER_CHECK(check_new(in, loop.position));
    result.position = bind_new(in, loop.position, Kind::integer);
    result.first = loop.counting == ast::For::Counting::from_one ? 1 : 0;
    return result;
}

Result<typed::Projection> resolve_filter(Analysis& in, const ast::Filter& filter) {
    const Temporarily aggregation(in.aggregation, AggregationPlace{nullptr, "FILTER"});
    typed::Projection result = keep_all(in);
    CONFER_TRY(result.where, resolve_condition(in, *filter.condition, "FILTER"));
    return result;
}

Result<typed::Projection> resolve_let(Analysis& in, const ast::Name& name, const ast::Expr& value) {
    const Temporarily aggregation(in.aggregation, AggregationPlace{nullptr, "LET"});
    typed::Projection result = keep_all(in);
    CONFER_TRY(ExprPtr expr, resolve(in, value));
    CONFER_CHECK(check_new(in, name));
    const VarId variable = bind_new(in, name, expr->type);
    if (const auto* source = std::get_if<typed::Variable>(&expr->node)) {
        in.variables.add_known_names(variable, std::vector(in.variables.known_names(source->id)));
    }
    result.items.push_back({variable, std::move(expr)});
    return result;
}

}  // namespace confer::engine::semantics
