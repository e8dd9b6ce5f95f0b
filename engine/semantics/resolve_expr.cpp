// Expressions: literals, names, access to properties and elements, conditionals. Operators, calls,
// collections and subqueries have files of their own.
//
// Statements nest up to a thousand levels, so the functions on the way down keep few locals alive.
#include <algorithm>
#include <set>

#include "semantics/operator_types.h"
#include "semantics/resolve_collection_internal.h"
#include "semantics/resolve_internal.h"
#include "semantics/schema_names.h"
#include "syntax/parse.h"

namespace confer::engine::semantics {

namespace {

// Chains such as a.b.c.d nest without brackets, so the parser's bound alone does not hold here.
constexpr unsigned max_depth = 2 * syntax::max_nesting;

bool is_entity(ValueType type) {
    return type.is(Kind::node) || type.is(Kind::relationship);
}

class ExprResolver {
public:
    ExprResolver(Analysis& in, const ast::Expr& expr) : in_(in), expr_(expr) {}

    Result<ExprPtr> operator()(const ast::NullLiteral&) const { return constant(Kind::null, Value()); }
    Result<ExprPtr> operator()(const ast::BooleanLiteral& node) const {
        return constant(Kind::boolean, Value(node.value));
    }
    Result<ExprPtr> operator()(const ast::IntegerLiteral& node) const {
        return constant(Kind::integer, Value(node.value));
    }
    Result<ExprPtr> operator()(const ast::FloatLiteral& node) const {
        return constant(Kind::floating, Value(node.value));
    }
    Result<ExprPtr> operator()(const ast::StringLiteral& node) const {
        return constant(Kind::string, Value(std::string_view(node.value)));
    }

    Result<ExprPtr> operator()(const ast::ListLiteral& node) const {
        typed::List list;
        list.items.reserve(node.items.size());
        for (const ast::ExprPtr& item : node.items) {
            CONFER_TRY(ExprPtr resolved, resolve(in_, *item));
            list.items.push_back(std::move(resolved));
        }
        const ValueType type = ValueType::list_of(union_of(list.items));
        return make_expr(expr_.span, type, std::move(list));
    }

    Result<ExprPtr> operator()(const ast::MapLiteral& node) const {
        typed::Map map;
        std::set<std::string_view> keys;
        map.entries.reserve(node.entries.size());
        for (const auto& [key, value] : node.entries) {
            if (!keys.insert(key.text).second) {
                return make_error(ErrorCode::invalid_argument_value, key.span,
                                  "the key " + tick(key.text) + " occurs twice in this map",
                                  {"keep one of the entries, or rename the key"});
            }
            CONFER_TRY(ExprPtr resolved, resolve(in_, *value));
            map.entries.emplace_back(key.text, std::move(resolved));
        }
        return make_expr(expr_.span, Kind::map, std::move(map));
    }

    Result<ExprPtr> operator()(const ast::Parameter& node) const {
        ValueType type;
        if (in_.context.parameters != nullptr) {
            const auto found = in_.context.parameters->find(node.name);
            if (found == in_.context.parameters->end()) {
                return make_error(ErrorCode::missing_parameter, expr_.span,
                                  "the parameter `$" + node.name + "` has no value",
                                  {"give it one: `-p '" + node.name + "=VALUE'` on the command line, `:param " +
                                   node.name + "=VALUE` in the shell, elsewhere in `params`"});
            }
            type = found->second;
        }
        if (std::find(in_.parameters.begin(), in_.parameters.end(), node.name) == in_.parameters.end()) {
            in_.parameters.push_back(node.name);
        }
        return make_expr(expr_.span, type, typed::Parameter{node.name});
    }

    Result<ExprPtr> operator()(const ast::Variable& node) const {
        CONFER_TRY(const VarId variable, find_variable(in_, node.name, expr_.span));
        return make_variable(in_, variable, expr_.span);
    }

    Result<ExprPtr> operator()(const ast::Unary& node) const { return resolve_unary(in_, expr_, node); }
    Result<ExprPtr> operator()(const ast::Binary&) const { return resolve_binary(in_, expr_); }
    Result<ExprPtr> operator()(const ast::Chain& node) const { return resolve_chain(in_, expr_, node); }
    Result<ExprPtr> operator()(const ast::Comparison& node) const { return resolve_chained_comparison(in_, node); }

    Result<ExprPtr> operator()(const ast::Property& node) const {
        CONFER_TRY(ExprPtr object, resolve(in_, *node.object));
        CONFER_CHECK(check_property_access(in_, *object, node.key.text, node.key.span));
        return make_expr(expr_.span, ValueType::any(), typed::Property{std::move(object), node.key.text});
    }

    Result<ExprPtr> operator()(const ast::Index& node) const {
        CONFER_TRY(ExprPtr object, resolve(in_, *node.object));
        CONFER_TRY(ExprPtr index, resolve(in_, *node.index));
        const auto* key = std::get_if<ast::StringLiteral>(&node.index->node);
        if (key != nullptr && is_entity(object->type))
            CONFER_CHECK(check_property_access(in_, *object, key->value, node.index->span));
        const ValueType type = object->type.element();
        typed::Operation operation{typed::Op::index, {}};
        operation.operands.push_back(std::move(object));
        operation.operands.push_back(std::move(index));
        return make_expr(expr_.span, type, std::move(operation));
    }

    Result<ExprPtr> operator()(const ast::Slice& node) const {
        CONFER_TRY(ExprPtr object, resolve(in_, *node.object));
        CONFER_TRY(ExprPtr from, resolve_bound(node.from));
        CONFER_TRY(ExprPtr to, resolve_bound(node.to));
        const ValueType type = object->type.is(Kind::list) ? object->type : ValueType(Kind::list);
        typed::Operation operation{typed::Op::slice, {}, node.from == nullptr, node.to == nullptr};
        operation.operands.push_back(std::move(object));
        operation.operands.push_back(std::move(from));
        operation.operands.push_back(std::move(to));
        return make_expr(expr_.span, type, std::move(operation));
    }

    Result<ExprPtr> operator()(const ast::HasLabels& node) const {
        CONFER_TRY(ExprPtr object, resolve(in_, *node.object));
        if (!object->type.overlaps(ValueType(Kind::node) | ValueType(Kind::relationship))) {
            return make_error(ErrorCode::invalid_argument_type, node.object->span,
                              "only nodes have labels, and relationships types; this is " + with_article(object->type),
                              {"test a variable of a MATCH: `MATCH (a) WHERE a:Label`"});
        }
        const Labelled what = object->type.is(Kind::node)           ? Labelled::node
                              : object->type.is(Kind::relationship) ? Labelled::relationship
                                                                    : Labelled::either;
        CONFER_TRY(typed::LabelTestPtr test, resolve_labels(in_, *node.labels, what));
        // From here on the variable may be asked for what these labels declare, too.
        if (const auto* variable = std::get_if<typed::Variable>(&object->node);
            variable != nullptr && !in_.variables.known_names(variable->id).empty()) {
            in_.variables.add_known_names(variable->id, implied_names(*test));
        }
        return make_expr(expr_.span, Kind::boolean, typed::HasLabels{std::move(object), std::move(test)});
    }

    Result<ExprPtr> operator()(const ast::FunctionCall& node) const { return resolve_call(in_, expr_, node); }
    Result<ExprPtr> operator()(const ast::CountStar&) const { return resolve_count_star(in_, expr_); }

    Result<ExprPtr> operator()(const ast::Case& node) const {
        typed::Case result;
        CONFER_TRY(result.subject, resolve_optional(node.subject));
        ValueType type = ValueType::null();
        for (const auto& [when, then] : node.branches) {
            CONFER_TRY(ExprPtr condition, resolve_when(node, *when));
            CONFER_TRY(ExprPtr value, resolve(in_, *then));
            type = type | value->type;
            result.branches.emplace_back(std::move(condition), std::move(value));
        }
        CONFER_TRY(result.otherwise, resolve_optional(node.otherwise));
        if (result.otherwise != nullptr) type = type | result.otherwise->type;
        return make_expr(expr_.span, type, std::move(result));
    }

    Result<ExprPtr> operator()(const ast::ListComprehension& node) const {
        return resolve_list_comprehension(in_, expr_, node);
    }
    Result<ExprPtr> operator()(const ast::Quantifier& node) const { return resolve_quantifier(in_, expr_, node); }
    Result<ExprPtr> operator()(const ast::Reduce& node) const { return resolve_reduce(in_, expr_, node); }
    Result<ExprPtr> operator()(const ast::MapProjection& node) const {
        return resolve_map_projection(in_, expr_, node);
    }

    Result<ExprPtr> operator()(const ast::PatternPredicate&) const {
        return make_error(ErrorCode::syntax, expr_.span, "a pattern here has no value; it can only be a condition",
                          {"ask whether it exists with `EXISTS { … }`, count with `COUNT { … }`, or collect with "
                           "`[(a)-->(b) | b]`"});
    }
    Result<ExprPtr> operator()(const ast::PatternComprehension& node) const {
        return resolve_pattern_comprehension(in_, expr_, node);
    }
    Result<ExprPtr> operator()(const ast::ShortestPath& node) const { return resolve_shortest_path(in_, expr_, node); }
    Result<ExprPtr> operator()(const ast::Subquery& node) const { return resolve_query_expression(in_, expr_, node); }

private:
    Analysis& in_;
    const ast::Expr& expr_;

    ExprPtr constant(Kind kind, Value value) const {
        return make_expr(expr_.span, kind, typed::Constant{std::move(value)});
    }
    Result<ExprPtr> resolve_optional(const ast::ExprPtr& part) const {
        if (part == nullptr) return ExprPtr();
        return resolve(in_, *part);
    }
    // CASE x WHEN value, or CASE WHEN condition.
    Result<ExprPtr> resolve_when(const ast::Case& node, const ast::Expr& when) const {
        return node.subject != nullptr ? resolve(in_, when) : resolve_condition(in_, when, "WHEN");
    }
    Result<ExprPtr> resolve_bound(const ast::ExprPtr& bound) const {
        if (bound == nullptr) return constant(Kind::null, Value());
        return resolve(in_, *bound);
    }
};

}  // namespace

Result<ExprPtr> resolve(Analysis& in, const ast::Expr& expr) {
    if (in.depth >= max_depth) return nested_too_deeply(expr.span, "expressions");
    if (in.context.limits != nullptr && ++in.steps % 512 == 0) CONFER_CHECK(in.context.limits->check());
    const Temporarily deeper(in.depth, in.depth + 1);
    return std::visit(ExprResolver(in, expr), expr.node);
}

Result<void> check_property_access(Analysis& in, const typed::Expr& object, std::string_view key, SourceSpan key_span) {
    const ValueType type = object.type;
    if (!type.overlaps(ValueType(Kind::node) | ValueType(Kind::relationship) | ValueType(Kind::map))) {
        // openCypher has a SyntaxError for a path and a TypeError for the rest.
        const ErrorCode code = type.is(Kind::path) ? ErrorCode::invalid_argument_type : ErrorCode::no_properties;
        return make_error(code, object.span,
                          "only nodes, relationships and maps have properties; this is " + with_article(type),
                          {type.is(Kind::path) ? "take a part of the path first: `nodes(p)` or `relationships(p)`"
                                               : "take the property of the node or relationship itself"});
    }
    if (!is_entity(type)) return {};
    const auto* variable = std::get_if<typed::Variable>(&object.node);
    const std::vector<std::string> none;
    const std::vector<std::string>& known = variable != nullptr ? in.variables.known_names(variable->id) : none;
    if (type.is(Kind::node)) return check_node_property(in.context.schema, known, key, key_span);
    return check_relationship_property(in.context.schema, known, key, key_span);
}

}  // namespace confer::engine::semantics
