// WITH and RETURN: group, compute, distinct, order, cut, filter; see typed::Projection for the meaning.
//
// What ORDER BY does not look at is computed only for the rows that LIMIT leaves.
#include <algorithm>
#include <cmath>

#include "plan/planner_internal.h"
#include "semantics/conjunction.h"

namespace confer::engine::plan {

namespace {

// The number of rows that a SKIP or LIMIT names, when it is written out.
double literal_count(const typed::ExprPtr& expr, double otherwise) {
    if (!expr) return otherwise;
    const auto* constant = std::get_if<typed::Constant>(&expr->node);
    if (constant == nullptr || !constant->value.is(Kind::integer)) return otherwise;
    return static_cast<double>(constant->value.as_integer());
}

}  // namespace

NodePtr Planner::compute(NodePtr input, Scope& scope, std::vector<typed::Binding> bindings) {
    VarSet passed;
    std::erase_if(bindings, [&](const typed::Binding& binding) {
        if (plain_variable(*binding.expr) != binding.variable) return false;
        passed.insert(binding.variable);
        return true;
    });
    input = recall(std::move(input), scope, passed);  // grouping drops what the enclosing rows lend
    if (bindings.empty()) return input;
    for (typed::Binding& binding : bindings) input = prepare(std::move(input), scope, binding.expr);
    for (const typed::Binding& binding : bindings) scope.available.insert(binding.variable);
    const double rows = input->rows;
    return make_node(rows, Compute{std::move(bindings)}, std::move(input));
}

NodePtr Planner::order_and_cut(NodePtr input, Scope& scope, typed::Projection& clause) {
    for (typed::SortKey& key : clause.order_by) input = prepare(std::move(input), scope, key.expr);
    const double all = input->rows, skipped = literal_count(clause.skip, 0);
    const double left = std::min(std::max(0.0, all - skipped), literal_count(clause.limit, all));
    if (!clause.order_by.empty() && clause.limit)
        return make_node(left, Top{std::move(clause.order_by), std::move(clause.skip), std::move(clause.limit)},
                         std::move(input));
    if (!clause.order_by.empty()) input = make_node(all, Sort{std::move(clause.order_by)}, std::move(input));
    if (clause.skip) input = make_node(std::max(0.0, all - skipped), Skip{std::move(clause.skip)}, std::move(input));
    if (clause.limit) input = make_node(left, Limit{std::move(clause.limit)}, std::move(input));
    return input;
}

NodePtr Planner::projection(NodePtr input, Scope& scope, typed::Projection clause) {
    if (clause.aggregating) {
        for (typed::Binding& key : clause.keys) input = prepare(std::move(input), scope, key.expr);
        for (typed::AggregateCall& call : clause.aggregates)
            for (typed::ExprPtr& argument : call.arguments) input = prepare(std::move(input), scope, argument);
        scope.available = {};
        for (const typed::Binding& key : clause.keys) scope.available.insert(key.variable);
        for (const typed::AggregateCall& call : clause.aggregates) scope.available.insert(call.variable);
        // A guess: groups are to rows as a square root.
        const double rows = clause.keys.empty() ? 1 : std::max(1.0, std::min(input->rows, 10 * std::sqrt(input->rows)));
        input = make_node(rows, Aggregate{std::move(clause.keys), std::move(clause.aggregates)}, std::move(input));
    }

    std::vector<VarId> items;
    for (const typed::Binding& item : clause.items) items.push_back(item.variable);
    std::vector<typed::Binding> early, late;
    VarSet ordered_by;
    for (const typed::SortKey& key : clause.order_by) ordered_by.insert(free_variables(*key.expr));
    const bool cut = clause.skip || clause.limit;
    for (typed::Binding& item : clause.items) {
        const bool may_wait = cut && !clause.distinct && !ordered_by.contains(item.variable);
        (may_wait ? late : early).push_back(std::move(item));
    }

    input = compute(std::move(input), scope, std::move(early));
    if (clause.distinct) {
        const double rows = input->rows;
        input = make_node(rows, Distinct{items}, std::move(input));
        scope.available = {};
        scope.available.insert(std::span<const VarId>(items));
    }
    input = order_and_cut(std::move(input), scope, clause);
    input = compute(std::move(input), scope, std::move(late));
    scope.available = {};
    scope.available.insert(std::span<const VarId>(items));

    std::vector<typed::ExprPtr> conditions;
    typed::split_conjunction(std::move(clause.where), conditions);
    for (typed::ExprPtr& condition : conditions) input = filter(std::move(input), scope, std::move(condition));
    return input;
}

}  // namespace confer::engine::plan
