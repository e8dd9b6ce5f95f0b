#include "semantics/evidence_internal.h"

namespace confer::engine::semantics {

namespace {

ExprPtr list_of(std::vector<ExprPtr> items) {
    return make_expr({}, ValueType::list_of(ValueType::any()), typed::List{std::move(items)});
}

// Rows that are alike become one group, which can hold what each of them rests on.
void group_instead_of_distinct(Analysis& in, typed::Projection& projection) {
    projection.distinct = false;
    projection.aggregating = true;
    for (typed::Binding& item : projection.items) {
        projection.keys.push_back({item.variable, std::move(item.expr)});
        item.expr = make_variable(in, item.variable, {});
    }
}

}  // namespace

Result<void> Evidence::add(Analysis& in, const ast::Match& match, const typed::Match& resolved) {
    for (const typed::PatternRelationship& relationship : resolved.pattern.relationships) {
        if (!relationship.bound) relationships_.push_back(make_variable(in, relationship.variable, {}));
    }
    for (const typed::PatternNode& node : resolved.pattern.nodes) {
        if (!node.bound) nodes_.push_back(make_variable(in, node.variable, {}));
    }
    for (const ast::PathPattern& path : match.patterns) {
        for (const ast::NodePattern& node : path.nodes) {
            if (node.where != nullptr) CONFER_CHECK(add_condition(in, *node.where));
        }
        if (path.where != nullptr) CONFER_CHECK(add_condition(in, *path.where));
    }
    return match.where == nullptr ? Result<void>() : add_condition(in, *match.where);
}

Result<void> Evidence::add_condition(Analysis& in, const ast::Expr& condition) {
    if (const auto* both = std::get_if<ast::Binary>(&condition.node)) {
        if (both->op != ast::BinaryOp::and_ && both->op != ast::BinaryOp::or_) return {};
        CONFER_CHECK(add_condition(in, *both->left));
        return add_condition(in, *both->right);
    }
    if (const auto* pattern = std::get_if<ast::PatternPredicate>(&condition.node)) {
        CONFER_TRY(ExprPtr list, resolve_evidence(in, condition, *pattern));
        relationships_.push_back(std::move(list));
    }
    const auto* subquery = std::get_if<ast::Subquery>(&condition.node);
    if (subquery != nullptr && subquery->kind == ast::SubqueryKind::exists) {
        CONFER_TRY(ExprPtr list, resolve_evidence(in, condition, *subquery));
        relationships_.push_back(std::move(list));
    }
    return {};
}

VarId Evidence::carry(Analysis& in, std::vector<ExprPtr>& gathered, typed::Projection& projection) {
    // One alone goes without a list around it.
    ExprPtr all = gathered.size() == 1 ? std::move(gathered.front()) : list_of(std::move(gathered));
    const ValueType type = projection.aggregating ? ValueType::list_of(ValueType::any()) : all->type;
    const VarId carried = in.variables.add_anonymous(type, {});
    if (projection.aggregating) {
        std::vector<ExprPtr> arguments;
        arguments.push_back(std::move(all));
        projection.aggregates.push_back(
            {carried, in.context.functions.find_aggregate("collect"), false, std::move(arguments)});
        all = make_variable(in, carried, {});
    }
    projection.items.push_back({carried, std::move(all)});
    gathered.clear();
    gathered.push_back(make_variable(in, carried, {}));
    return carried;
}

void Evidence::pass_through(Analysis& in, typed::Projection& projection) {
    if (projection.distinct) group_instead_of_distinct(in, projection);
    if (!relationships_.empty()) nodes_.clear();  // they count no more
    if (!relationships_.empty()) carry(in, relationships_, projection);
    if (!nodes_.empty()) carry(in, nodes_, projection);
}

VarId Evidence::finish(Analysis& in, typed::Projection& projection) {
    if (projection.distinct) group_instead_of_distinct(in, projection);
    return carry(in, relationships_.empty() ? nodes_ : relationships_, projection);
}

ExprPtr Evidence::take() {
    return list_of(std::move(relationships_));
}

}  // namespace confer::engine::semantics
