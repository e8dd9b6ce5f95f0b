// Calls of functions and aggregates.
#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/suggest.h"
#include "semantics/callee_internal.h"
#include "semantics/children.h"
#include "semantics/operator_types.h"
#include "semantics/resolve_internal.h"

namespace confer::engine::semantics {

namespace {

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

// What other languages call it, and what to write here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> foreign_functions{{
    {"array_agg", "collect(…)"},
    {"average", "avg(…)"},
    {"bool", "toBoolean(…)"},
    {"cast", "toInteger(…)`, `toFloat(…)` or `toString(…)"},
    {"ceiling", "ceil(…)"},
    {"concat", "a + b"},
    {"count_distinct", "count(DISTINCT …)"},
    {"first", "head(…)"},
    {"float", "toFloat(…)"},
    {"group_concat", "collect(…)"},
    {"if", "CASE WHEN … THEN … ELSE … END"},
    {"ifnull", "coalesce(…)"},
    {"iif", "CASE WHEN … THEN … ELSE … END"},
    {"instr", "CONTAINS"},
    {"int", "toInteger(…)"},
    {"isnull", "… IS NULL"},
    {"lcase", "toLower(…)"},
    {"len", "size(…)"},
    {"listagg", "collect(…)"},
    {"ln", "log(…)"},
    {"mean", "avg(…)"},
    {"mid", "substring(…)"},
    {"mod", "a % b"},
    {"now", "timestamp()"},
    {"nvl", "coalesce(…)"},
    {"pow", "a ^ b"},
    {"power", "a ^ b"},
    {"random", "rand()"},
    {"regexp_like", "… =~ '…'"},
    {"std", "stDev(…)"},
    {"str", "toString(…)"},
    {"string_agg", "collect(…)"},
    {"strlen", "size(…)"},
    {"ucase", "toUpper(…)"},
}};

Error unknown_function(const Analysis& in, const ast::Name& name) {
    if (in.context.procedures != nullptr && in.context.procedures->find(name.text) != nullptr) {
        return make_error(ErrorCode::unknown_function, name.span, tick(name.text) + " is a procedure, not a function",
                          {"procedures give rows: `CALL " + name.text + "(…) YIELD …`"});
    }
    static const std::set<std::string_view> temporal{"date", "datetime",  "localdatetime",
                                                     "time", "localtime", "duration"};
    const std::string called = lower_case(name.text);
    if (temporal.contains(called)) {
        return make_error(ErrorCode::unknown_function, name.span, "there are no dates and times here",
                          {"write years as numbers, and dates as texts such as '2026-11-22', which sort by time"});
    }
    for (const auto& [foreign, own] : foreign_functions) {
        if (called == foreign)
            return make_error(ErrorCode::unknown_function, name.span, "there is no function " + tick(name.text),
                              {"write " + tick(own)});
    }
    const std::vector<std::string> names = in.context.functions.names();
    std::string nearest = did_you_mean(nearest_names(name.text, names));
    return make_error(ErrorCode::unknown_function, name.span, "there is no function " + tick(name.text),
                      {nearest.empty() ? "`:help functions` lists them all" : std::move(nearest)});
}

bool is_random(const typed::Expr& expr) {
    const auto* call = std::get_if<typed::Call>(&expr.node);
    return call != nullptr && !call->function->deterministic;
}

// The variable that will hold the aggregate's result; the same aggregate twice is computed once.
ExprPtr take_up(Analysis& in, SourceSpan span, typed::AggregateCall call) {
    in.aggregation.met = true;
    std::vector<typed::AggregateCall>& taken = in.aggregation.projection->aggregates;
    for (const typed::AggregateCall& earlier : taken) {
        const bool equal =
            earlier.function == call.function && earlier.distinct == call.distinct &&
            std::equal(earlier.arguments.begin(), earlier.arguments.end(), call.arguments.begin(), call.arguments.end(),
                       [](const ExprPtr& a, const ExprPtr& b) { return typed::same(*a, *b); });
        if (equal) return make_variable(in, earlier.variable, span);
    }
    call.variable = in.variables.add_anonymous(aggregate_type(*call.function, call.arguments), span);
    taken.push_back(std::move(call));
    return make_variable(in, taken.back().variable, span);
}

// Whether an aggregate may stand here.
Result<void> check_place(const Analysis& in, std::string_view name, SourceSpan span) {
    if (in.aggregation.inside_aggregate) {
        return make_error(ErrorCode::nested_aggregation, span, "an aggregate can't be the argument of another",
                          {"compute the inner one in a WITH first: `WITH …, " + std::string(name) +
                           "(…) AS inner`, then aggregate `inner`"});
    }
    if (in.aggregation.projection == nullptr) return misplaced_aggregate(name, in.aggregation.name, span);
    return {};
}

Result<ExprPtr> resolve_aggregate(Analysis& in, const ast::Expr& expr, const ast::FunctionCall& call,
                                  const AggregateSpec& spec) {
    const Callee callee{spec.name, spec.parameters};
    CONFER_CHECK(check_place(in, spec.name, expr.span));
    CONFER_CHECK(check_count(callee, call.arguments.size(), expr.span));
    typed::AggregateCall aggregate{0, &spec, call.distinct, {}};
    {
        const Temporarily inside(in.aggregation.inside_aggregate, true);
        CONFER_TRY(aggregate.arguments, resolve_arguments(in, call.arguments));
    }
    CONFER_CHECK(check_types(callee, aggregate.arguments));
    for (const ExprPtr& argument : aggregate.arguments) {
        if (!typed::any_part(*argument, is_random)) continue;
        return make_error(ErrorCode::non_constant_expression, argument->span,
                          "an aggregate can't take in a random value",
                          {"draw the values in a WITH first, and aggregate the result"});
    }
    return take_up(in, expr.span, std::move(aggregate));
}

Error no_aggregate(std::string_view function, SourceSpan span) {
    return make_error(ErrorCode::invalid_aggregation, span,
                      tick(function) + " is no aggregate, so it can't take DISTINCT",
                      {"leave DISTINCT out, or write `WITH DISTINCT` before"});
}

Result<ExprPtr> resolve_function(Analysis& in, const ast::Expr& expr, const ast::FunctionCall& call,
                                 const FunctionSpec& function) {
    if (call.distinct) return no_aggregate(function.name, call.name.span);
    const Callee callee{function.name, function.parameters, function.variadic};
    CONFER_CHECK(check_count(callee, call.arguments.size(), expr.span));
    CONFER_TRY(std::vector<ExprPtr> arguments, resolve_arguments(in, call.arguments));
    CONFER_CHECK(check_types(callee, arguments));
    const ValueType type = call_type(function, arguments);
    return make_expr(expr.span, type, typed::Call{&function, std::move(arguments)});
}

// exists(n.name) and exists((n)-->()), which openCypher 9 has and later replaced.
Result<ExprPtr> resolve_exists(Analysis& in, const ast::Expr& expr, const ast::Expr& argument) {
    if (std::holds_alternative<ast::PatternPredicate>(argument.node)) return resolve_condition(in, argument, "exists");
    CONFER_TRY(ExprPtr operand, resolve(in, argument));
    typed::Operation operation{typed::Op::is_not_null, {}};
    operation.operands.push_back(std::move(operand));
    return make_expr(expr.span, Kind::boolean, std::move(operation));
}

}  // namespace

Result<ExprPtr> resolve_call(Analysis& in, const ast::Expr& expr, const ast::FunctionCall& call) {
    if (const AggregateSpec* aggregate = in.context.functions.find_aggregate(call.name.text)) {
        return resolve_aggregate(in, expr, call, *aggregate);
    }
    if (call.arguments.size() == 1 && lower_case(call.name.text) == "exists") {
        return resolve_exists(in, expr, *call.arguments[0]);
    }
    const FunctionSpec* function = in.context.functions.find(call.name.text);
    if (function == nullptr) return unknown_function(in, call.name);
    return resolve_function(in, expr, call, *function);
}

Result<ExprPtr> resolve_count_star(Analysis& in, const ast::Expr& expr) {
    const AggregateSpec* count = in.context.functions.find_aggregate("count");
    if (count == nullptr) {
        return make_error(ErrorCode::unknown_function, expr.span, "there is no function `count`",
                          {"add the built-in functions to the registry"});
    }
    CONFER_CHECK(check_place(in, "count", expr.span));
    return take_up(in, expr.span, typed::AggregateCall{0, count, false, {}});
}

}  // namespace confer::engine::semantics
