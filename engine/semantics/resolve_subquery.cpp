// Subqueries in expressions: patterns as conditions, pattern comprehensions, EXISTS { }, COUNT { } and COLLECT { }.
#include "semantics/evidence_internal.h"

namespace confer::engine::semantics {

namespace {

// A level of subqueries takes the stack of many levels of expressions, here and in what runs it.
constexpr unsigned max_subquery_depth = 100;

// The surroundings' names stay visible inside; what is named inside stays inside; aggregates of the
// surroundings don't reach in.
class SubqueryScope {
public:
    SubqueryScope(Analysis& in, std::string_view name)
        : local_(in.scope),
          own_frame_{in.frame, in.variables.next(), 0, {}},
          scope_(in.scope, &local_),
          frame_(in.frame, &own_frame_),
          depth_(in.subquery_depth, in.subquery_depth + 1),
          aggregation_(in.aggregation, AggregationPlace{nullptr, name}) {}

    std::vector<VarId> outer() const {
        std::vector<VarId> variables;
        for (const auto& [variable, clause] : own_frame_.last_use) variables.push_back(variable);
        return variables;
    }

private:
    Scope local_;
    Frame own_frame_;
    Temporarily<Scope*> scope_;
    Temporarily<Frame*> frame_;
    Temporarily<unsigned> depth_;
    Temporarily<AggregationPlace> aggregation_;
};

}  // namespace

Result<ExprPtr> resolve_pattern_predicate(Analysis& in, const ast::Expr& expr, const ast::PatternPredicate& predicate) {
    if (in.subquery_depth >= max_subquery_depth) return nested_too_deeply(expr.span, "subqueries");
    const SubqueryScope inside(in, "a pattern");
    CONFER_TRY(typed::PatternGraph pattern, resolve_pattern(in, {predicate.pattern.get(), 1}, NewVariables::refused));
    typed::Subquery subquery{};
    subquery.form = typed::Subquery::Form::exists;
    subquery.pattern = std::make_unique<typed::PatternGraph>(std::move(pattern));
    subquery.outer = inside.outer();
    return make_expr(expr.span, Kind::boolean, std::move(subquery));
}

Result<ExprPtr> resolve_evidence(Analysis& in, const ast::Expr& expr, const ast::PatternPredicate& predicate) {
    if (in.subquery_depth >= max_subquery_depth) return nested_too_deeply(expr.span, "subqueries");
    const SubqueryScope inside(in, "a pattern");
    CONFER_TRY(typed::PatternGraph pattern, resolve_pattern(in, {predicate.pattern.get(), 1}, NewVariables::refused));
    typed::List relationships;
    for (const typed::PatternRelationship& relationship : pattern.relationships) {
        relationships.items.push_back(make_variable(in, relationship.variable, {}));
    }
    typed::Subquery subquery{};
    subquery.form = typed::Subquery::Form::collect;
    subquery.pattern = std::make_unique<typed::PatternGraph>(std::move(pattern));
    subquery.result = make_expr(expr.span, ValueType::list_of(ValueType::any()), std::move(relationships));
    subquery.outer = inside.outer();
    return make_expr(expr.span, ValueType::list_of(ValueType::any()), std::move(subquery));
}

Result<ExprPtr> resolve_evidence(Analysis& in, const ast::Expr& expr, const ast::Subquery& exists) {
    if (in.subquery_depth >= max_subquery_depth) return nested_too_deeply(expr.span, "subqueries");
    const SubqueryScope inside(in, "a subquery");
    CONFER_TRY(typed::Query query, resolve_query(in, *exists.query, Gathering::evidence_alone));
    typed::Subquery subquery{};
    subquery.form = typed::Subquery::Form::collect;
    subquery.query = std::make_unique<typed::Query>(std::move(query));
    subquery.outer = inside.outer();
    return make_expr(expr.span, ValueType::list_of(ValueType::any()), std::move(subquery));
}

Result<ExprPtr> resolve_pattern_comprehension(Analysis& in, const ast::Expr& expr,
                                              const ast::PatternComprehension& comprehension) {
    if (in.subquery_depth >= max_subquery_depth) return nested_too_deeply(expr.span, "subqueries");
    const SubqueryScope inside(in, "a pattern comprehension");
    typed::Subquery subquery{};
    subquery.form = typed::Subquery::Form::collect;
    CONFER_TRY(typed::PatternGraph pattern, resolve_pattern(in, *comprehension.pattern, comprehension.variable));
    subquery.pattern = std::make_unique<typed::PatternGraph>(std::move(pattern));
    if (comprehension.where != nullptr) {
        CONFER_TRY(subquery.where, resolve_condition(in, *comprehension.where, "WHERE"));
    }
    CONFER_TRY(subquery.result, resolve(in, *comprehension.result));
    subquery.outer = inside.outer();
    const ValueType type = ValueType::list_of(subquery.result->type);
    return make_expr(expr.span, type, std::move(subquery));
}

Result<ExprPtr> resolve_shortest_path(Analysis& in, const ast::Expr& expr, const ast::ShortestPath& shortest) {
    if (in.subquery_depth >= max_subquery_depth) return nested_too_deeply(expr.span, "subqueries");
    for (const ast::NodePattern& node : shortest.pattern->nodes) {
        if (node.variable) continue;
        return make_error(ErrorCode::invalid_relationship_pattern, node.span,
                          "both ends of a path that is a value need to be known",
                          {"bind them in a MATCH before, and name them here"});
    }
    const SubqueryScope inside(in, "a pattern");
    CONFER_TRY(typed::PatternGraph pattern, resolve_pattern(in, {shortest.pattern.get(), 1}, NewVariables::refused));
    const VarId path = in.variables.add_anonymous(Kind::path, expr.span);
    pattern.paths.push_back({path, {pattern.relationships[0].from, pattern.relationships[0].to}, {0}});
    typed::Subquery subquery{};
    subquery.form = typed::Subquery::Form::collect;
    subquery.pattern = std::make_unique<typed::PatternGraph>(std::move(pattern));
    subquery.result = make_variable(in, path, expr.span);
    subquery.outer = inside.outer();
    ExprPtr paths = make_expr(expr.span, ValueType::list_of(Kind::path), std::move(subquery));
    if (shortest.pattern->selector->form == ast::PathSelector::Form::all_shortest_paths) return paths;
    typed::Operation first{typed::Op::index, {}};
    first.operands.push_back(std::move(paths));
    first.operands.push_back(make_expr(expr.span, Kind::integer, typed::Constant{Value(std::int64_t{0})}));
    return make_expr(expr.span, Kind::path, std::move(first));
}

Result<ExprPtr> resolve_query_expression(Analysis& in, const ast::Expr& expr, const ast::Subquery& node) {
    if (in.subquery_depth >= max_subquery_depth) return nested_too_deeply(expr.span, "subqueries");
    const SubqueryScope inside(in, "a subquery");
    typed::Subquery subquery{};
    const bool exists = node.kind == ast::SubqueryKind::exists;
    subquery.form = exists                                  ? typed::Subquery::Form::exists
                    : node.kind == ast::SubqueryKind::count ? typed::Subquery::Form::count
                                                            : typed::Subquery::Form::collect;
    CONFER_TRY(typed::Query query, resolve_query(in, *node.query));
    ValueType type = exists ? Kind::boolean : Kind::integer;
    if (node.kind == ast::SubqueryKind::collect) {
        if (query.columns.size() != 1) {
            return make_error(ErrorCode::invalid_clause_composition, expr.span,
                              "`COLLECT` makes a list of one column, and this query returns " +
                                  (query.columns.empty() ? "nothing" : std::to_string(query.columns.size())),
                              {"end it with `RETURN` and what the list is to hold"});
        }
        type = ValueType::list_of(query.columns.front().type);
    }
    subquery.query = std::make_unique<typed::Query>(std::move(query));
    subquery.outer = inside.outer();
    return make_expr(expr.span, type, std::move(subquery));
}

}  // namespace confer::engine::semantics
