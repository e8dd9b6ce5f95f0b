#include "semantics/resolve_collection_internal.h"

#include "semantics/operator_types.h"

namespace confer::engine::semantics {

namespace {

// The list that `who` runs over.
Result<ExprPtr> resolve_list(Analysis& in, const ast::Expr& list, std::string_view who) {
    CONFER_TRY(ExprPtr resolved, resolve(in, list));
    if (resolved->type.overlaps(Kind::list)) return resolved;
    return make_error(ErrorCode::invalid_argument_type, list.span,
                      std::string(who) + " runs over a list, and this is " + with_article(resolved->type),
                      {"put it in brackets to make a list of it: `[…]`"});
}

// A scope for a list expression's own variables, in which nothing can be aggregated.
class LocalScope {
public:
    LocalScope(Analysis& in, std::string_view who)
        : in_(in),
          local_(in.scope),
          scope_(in.scope, &local_),
          aggregation_(in.aggregation, AggregationPlace{nullptr, who}) {}

    VarId declare(const ast::Name& name, ValueType type) {
        const VarId variable = in_.variables.add(name.text, type, name.span);
        local_.bind(name.text, variable);
        return variable;
    }

private:
    Analysis& in_;
    Scope local_;
    Temporarily<Scope*> scope_;
    Temporarily<AggregationPlace> aggregation_;
};

std::string_view name_of(ast::QuantifierKind kind) {
    switch (kind) {
        case ast::QuantifierKind::all:
            return "all";
        case ast::QuantifierKind::any:
            return "any";
        case ast::QuantifierKind::none:
            return "none";
        case ast::QuantifierKind::single:
            return "single";
    }
    return "";
}

typed::Quantifier::Form form_of(ast::QuantifierKind kind) {
    switch (kind) {
        case ast::QuantifierKind::all:
            return typed::Quantifier::Form::all;
        case ast::QuantifierKind::any:
            return typed::Quantifier::Form::any;
        case ast::QuantifierKind::none:
            return typed::Quantifier::Form::none;
        case ast::QuantifierKind::single:
            break;
    }
    return typed::Quantifier::Form::single;
}

}  // namespace

Result<ExprPtr> resolve_list_comprehension(Analysis& in, const ast::Expr& expr, const ast::ListComprehension& node) {
    typed::ListComprehension result{};
    CONFER_TRY(result.list, resolve_list(in, *node.list, "a list comprehension"));
    const ValueType element = result.list->type.element();
    LocalScope local(in, "a list comprehension");
    result.variable = local.declare(node.variable, element);
    if (node.where != nullptr) {
        CONFER_TRY(result.where, resolve_condition(in, *node.where, "WHERE"));
    }
    ValueType type = element;
    if (node.result != nullptr) {
        CONFER_TRY(result.result, resolve(in, *node.result));
        type = result.result->type;
    }
    return make_expr(expr.span, ValueType::list_of(type), std::move(result));
}

Result<ExprPtr> resolve_quantifier(Analysis& in, const ast::Expr& expr, const ast::Quantifier& node) {
    const std::string who(name_of(node.kind));
    if (node.where == nullptr) {
        return make_error(ErrorCode::syntax, expr.span, tick(who) + " needs a WHERE that says what to test",
                          {"write `" + who + "(" + node.variable.text + " IN … WHERE …)`"});
    }
    typed::Quantifier result{form_of(node.kind), 0, nullptr, nullptr};
    CONFER_TRY(result.list, resolve_list(in, *node.list, tick(who)));
    LocalScope local(in, "a quantifier");
    result.variable = local.declare(node.variable, result.list->type.element());
    CONFER_TRY(result.where, resolve_condition(in, *node.where, "WHERE"));
    return make_expr(expr.span, Kind::boolean, std::move(result));
}

Result<ExprPtr> resolve_reduce(Analysis& in, const ast::Expr& expr, const ast::Reduce& node) {
    typed::Reduce result{};
    CONFER_TRY(result.initial, resolve(in, *node.initial));
    CONFER_TRY(result.list, resolve_list(in, *node.list, "`reduce`"));
    LocalScope local(in, "`reduce`");
    // What the accumulator becomes is the body's business, whose type depends on the accumulator.
    result.accumulator = local.declare(node.accumulator, ValueType::any());
    result.variable = local.declare(node.variable, result.list->type.element());
    CONFER_TRY(result.body, resolve(in, *node.body));
    const ValueType type = result.initial->type | result.body->type;
    return make_expr(expr.span, type, std::move(result));
}

Result<ExprPtr> resolve_map_projection(Analysis& in, const ast::Expr& expr, const ast::MapProjection& node) {
    using Form = ast::MapProjectionItem::Form;
    typed::MapProjection result;
    CONFER_TRY(const VarId subject, find_variable(in, node.variable.text, node.variable.span));
    result.object = make_variable(in, subject, node.variable.span);
    if (!result.object->type.overlaps(ValueType(Kind::node) | ValueType(Kind::relationship) | ValueType(Kind::map))) {
        return make_error(ErrorCode::invalid_argument_type, node.variable.span,
                          "a map projection starts from a node, a relationship or a map; " + tick(node.variable.text) +
                              " is " + with_article(result.object->type),
                          {"build the map from scratch: `{key: value}`"});
    }
    for (const ast::MapProjectionItem& item : node.items) {
        switch (item.form) {
            case Form::all_properties:
                result.all_properties = true;
                break;
            case Form::property: {
                CONFER_CHECK(check_property_access(in, *result.object, item.name.text, item.name.span));
                result.entries.emplace_back(
                    item.name.text,
                    make_expr(item.name.span, ValueType::any(),
                              typed::Property{make_variable(in, subject, node.variable.span), item.name.text}));
                break;
            }
            case Form::variable: {
                CONFER_TRY(const VarId variable, find_variable(in, item.name.text, item.name.span));
                result.entries.emplace_back(item.name.text, make_variable(in, variable, item.name.span));
                break;
            }
            case Form::entry: {
                CONFER_TRY(ExprPtr value, resolve(in, *item.value));
                result.entries.emplace_back(item.name.text, std::move(value));
                break;
            }
        }
    }
    return make_expr(expr.span, Kind::map, std::move(result));
}

}  // namespace confer::engine::semantics
