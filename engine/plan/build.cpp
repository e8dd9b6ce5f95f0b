// Plans are built clause by clause, from the leaves up; then rules improve the tree as a whole; last, each node
// learns which variables are still needed above it. Tested by tests/suites/planning.
#include "plan/build.h"

#include <algorithm>

#include "plan/liveness.h"
#include "plan/planner_internal.h"
#include "plan/rewrite.h"

namespace confer::engine::plan {

VarId Planner::new_variable(ValueType type, std::string name) {
    variables_.push_back({.name = std::move(name), .type = type, .span = {}});
    return static_cast<VarId>(variables_.size() - 1);
}

NodePtr Planner::unwind(NodePtr input, Scope& scope, typed::Unwind clause) {
    input = prepare(std::move(input), scope, clause.list);
    const auto* list = std::get_if<typed::List>(&clause.list->node);
    const double items = list == nullptr ? 10 : static_cast<double>(list->items.size());
    const double rows = input->rows * items;
    scope.available.insert(clause.variable);
    return make_node(rows, Unwind{std::move(clause.list), clause.variable}, std::move(input));
}

NodePtr Planner::single_query(typed::SingleQuery query, const VarSet* frame) {
    move_conditions_before_projections(query);
    Scope scope;
    if (frame != nullptr) scope = {*frame, *frame};
    NodePtr plan = frame != nullptr ? argument(scope) : make_node(1, SingleRow{});
    for (typed::Clause& clause : query.clauses) {
        if (auto* match_clause = std::get_if<typed::Match>(&clause.node)) {
            plan = match_clause->optional ? optional_match(std::move(plan), scope, std::move(match_clause->pattern))
                                          : match(std::move(plan), scope, std::move(match_clause->pattern));
        } else if (auto* unwind_clause = std::get_if<typed::Unwind>(&clause.node)) {
            plan = unwind(std::move(plan), scope, std::move(*unwind_clause));
        } else {
            plan = projection(std::move(plan), scope, std::move(std::get<typed::Projection>(clause.node)));
        }
    }
    return plan;
}

NodePtr Planner::query(typed::Query query, const VarSet* frame, std::vector<VarId>& columns) {
    columns = query.parts.front().columns;
    NodePtr plan = single_query(std::move(query.parts.front()), frame);
    if (query.parts.size() == 1) return plan;

    // a UNION b UNION ALL c: from left to right; the same kind in a row shares one node.
    for (std::size_t i = 1; i < query.parts.size(); ++i) {
        const bool all = query.union_all[i - 1], same_as_before = i > 1 && query.union_all[i - 2] == all;
        std::vector<VarId> from = query.parts[i].columns;
        NodePtr part = single_query(std::move(query.parts[i]), frame);
        if (same_as_before) {
            Node& unioned = all ? *plan : *plan->inputs.front();
            unioned.rows += part->rows;
            std::get<Union>(unioned.op).from.push_back(std::move(from));
            unioned.inputs.push_back(std::move(part));
            plan->rows = unioned.rows;
            continue;
        }
        Union op{.from = {columns, std::move(from)}, .to = {}};
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const ValueType type =
                column < query.columns.size() ? query.columns[column].type : type_of(op.from[0][column]);
            op.to.push_back(new_variable(type, column < query.columns.size() ? query.columns[column].name : ""));
        }
        columns = op.to;
        const double rows = plan->rows + part->rows;
        plan = make_node(rows, std::move(op), std::move(plan), std::move(part));
        if (!all) plan = make_node(rows, Distinct{columns}, std::move(plan));
    }
    return plan;
}

Plan build(typed::Query query, const PropertyGraph& graph) {
    Plan plan;
    plan.column_info = query.columns;
    plan.variables = std::move(query.variables);
    Planner planner(graph, plan.variables);
    plan.root = planner.query(std::move(query), nullptr, plan.columns);
    fill_live(plan);
    rewrite(plan);
    return plan;
}

}  // namespace confer::engine::plan
