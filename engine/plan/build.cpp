// Plans are built clause by clause, from the leaves up; then rules improve the tree as a whole; last, each node
// learns which variables are still needed above it. Tested by tests/suites/planning.
#include "plan/build.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "function/registry.h"
#include "plan/liveness.h"
#include "plan/planner_internal.h"
#include "plan/rewrite.h"
#include "semantics/children.h"

namespace confer::engine::plan {

VarId Planner::new_variable(ValueType type, std::string name) {
    variables_.push_back({.name = std::move(name), .type = type, .span = {}});
    return static_cast<VarId>(variables_.size() - 1);
}

bool Planner::goes_on() {
    if (stopped_ || limits_ == nullptr) return !stopped_;
    Result<void> checked = limits_->check();
    if (!checked) stopped_ = std::move(checked).error();
    return !stopped_;
}

NodePtr Planner::unwind(NodePtr input, Scope& scope, typed::Unwind clause) {
    input = prepare(std::move(input), scope, clause.list);
    const auto* list = std::get_if<typed::List>(&clause.list->node);
    const double items = list == nullptr ? 10 : static_cast<double>(list->items.size());
    const double rows = input->rows * items;
    scope.available.insert(clause.variable);
    if (clause.position != typed::no_variable) scope.available.insert(clause.position);
    Unwind op{std::move(clause.list), clause.variable, clause.position, clause.first};
    return make_node(rows, std::move(op), std::move(input));
}

namespace {

// Whether the expression has the same value in all rows.
bool is_same_for_all(const typed::Expr& expr) {
    if (!free_variables(expr).empty()) return false;
    return !typed::any_part(expr, [](const typed::Expr& part) {
        const auto* call = std::get_if<typed::Call>(&part.node);
        return std::holds_alternative<typed::Subquery>(part.node) ||
               (call != nullptr && !call->function->deterministic);
    });
}

}  // namespace

NodePtr Planner::procedure_call(NodePtr input, Scope& scope, typed::ProcedureCall clause) {
    const ProcedureSpec& procedure = *clause.procedure;
    const bool once = procedure.deterministic && !procedure.outputs.empty() &&
                      std::all_of(clause.arguments.begin(), clause.arguments.end(),
                                  [](const typed::ExprPtr& argument) { return is_same_for_all(*argument); });
    for (typed::ExprPtr& argument : clause.arguments) input = prepare(std::move(input), scope, argument);
    const bool gives_nodes = std::any_of(procedure.outputs.begin(), procedure.outputs.end(),
                                         [](const ProcedureOutput& output) { return output.type.is(Kind::node); });
    const double rows = procedure.outputs.empty() ? 1 : gives_nodes ? cardinality_.all_nodes() : 10;
    const double all = input->rows * rows;
    for (const auto& yield : clause.yields) scope.available.insert(yield.variable);
    ProcedureCall op{std::move(clause.procedure), clause.span, std::move(clause.arguments), std::move(clause.yields)};
    if (once && !std::holds_alternative<SingleRow>(input->op)) {
        NodePtr call = make_node(rows, std::move(op), make_node(1, SingleRow{}));
        input = make_node(all, CrossProduct{}, std::move(input), std::move(call));
    } else {
        input = make_node(all, std::move(op), std::move(input));
    }
    for (typed::ExprPtr& condition : clause.conditions) input = filter(std::move(input), scope, std::move(condition));
    return input;
}

NodePtr Planner::single_query(typed::SingleQuery query, const VarSet* frame, typed::ExprPtr* count) {
    if (rules_.has(Rule::conditions)) move_conditions_before_projections(query);
    Scope scope;
    if (frame != nullptr) scope = {*frame, *frame};
    NodePtr plan = frame != nullptr ? argument(scope) : make_node(1, SingleRow{});
    return clauses(std::move(plan), scope, std::move(query.clauses), count);
}

NodePtr Planner::clauses(NodePtr plan, Scope& scope, std::vector<typed::Clause> clauses, typed::ExprPtr* count) {
    for (std::size_t i = 0; i < clauses.size() && goes_on(); ++i) {
        typed::Clause& clause = clauses[i];
        typed::Projection* next =
            i + 1 < clauses.size() ? std::get_if<typed::Projection>(&clauses[i + 1].node) : nullptr;
        if (auto* match_clause = std::get_if<typed::Match>(&clause.node)) {
            if (!match_clause->optional && next != nullptr && next->aggregating) {
                plan = aggregated_match(std::move(plan), scope, std::move(match_clause->pattern), *next);
                continue;
            }
            if (!match_clause->optional && count != nullptr && i + 1 == clauses.size()) {
                plan = counted_match(std::move(plan), scope, std::move(match_clause->pattern), {}, *count);
                continue;
            }
            plan = match_clause->optional ? optional_match(std::move(plan), scope, std::move(match_clause->pattern))
                                          : match(std::move(plan), scope, std::move(match_clause->pattern));
        } else if (auto* unwind_clause = std::get_if<typed::Unwind>(&clause.node)) {
            plan = unwind(std::move(plan), scope, std::move(*unwind_clause));
        } else if (auto* call_clause = std::get_if<typed::ProcedureCall>(&clause.node)) {
            plan = procedure_call(std::move(plan), scope, std::move(*call_clause));
        } else {
            plan = projection(std::move(plan), scope, std::move(std::get<typed::Projection>(clause.node)));
        }
    }
    return plan;
}

NodePtr Planner::query(typed::Query query, const VarSet* frame, std::vector<VarId>& columns) {
    std::vector<NodePtr> plans;
    for (typed::SingleQuery& part : query.parts) {
        typed::SingleQuery taken{.steps = {}, .clauses = {}, .columns = part.columns};  // unite() asks for the columns
        std::swap(part, taken);
        plans.push_back(single_query(std::move(taken), frame));
    }
    return unite(std::move(plans), query, columns);
}

// Rows that are alike but for the last column become one, with all of that.
NodePtr Planner::group_alike(NodePtr rows, std::vector<VarId>& columns) {
    const VarId all = new_variable(ValueType::list_of(ValueType::any()), "");
    Aggregate op;
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) op.keys.push_back({columns[i], read(columns[i])});
    std::vector<typed::ExprPtr> each;
    each.push_back(read(columns.back()));
    op.aggregates.push_back({all, builtin_functions().find_aggregate("collect"), false, std::move(each)});
    columns.back() = all;
    const double estimate = rows->rows;
    return make_node(estimate, std::move(op), std::move(rows));
}

// a UNION b UNION ALL c: from left to right; the same kind in a row shares one node.
NodePtr Planner::unite(std::vector<NodePtr> plans, const typed::Query& query, std::vector<VarId>& columns) {
    columns = query.parts.front().columns;
    NodePtr plan = std::move(plans.front());
    for (std::size_t i = 1; i < plans.size(); ++i) {
        const bool all = query.union_all[i - 1], same_as_before = i > 1 && query.union_all[i - 2] == all;
        std::vector<VarId> from = query.parts[i].columns;
        NodePtr part = std::move(plans[i]);
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
        if (!all && query.has_evidence) plan = group_alike(std::move(plan), columns);
        if (!all && !query.has_evidence) plan = make_node(rows, Distinct{columns}, std::move(plan));
    }
    return plan;
}

NodePtr Planner::step(std::vector<typed::Clause> clauses, const std::vector<typed::ExprPtr*>& expressions,
                      const std::optional<IncomingRows>& incoming, Scope& scope) {
    NodePtr plan = incoming ? rows(*incoming, 0) : make_node(1, SingleRow{});
    if (incoming) scope.available.insert(std::span<const VarId>(incoming->variables));
    typed::SingleQuery query;
    query.clauses = std::move(clauses);
    if (rules_.has(Rule::conditions)) move_conditions_before_projections(query);
    plan = this->clauses(std::move(plan), scope, std::move(query.clauses), nullptr);
    for (typed::ExprPtr* expression : expressions) plan = prepare(std::move(plan), scope, *expression);
    return plan;
}

NodePtr Planner::rows(const IncomingRows& incoming, std::size_t source) {
    return make_node(static_cast<double>(incoming.count), Rows{source, incoming.variables});
}

namespace {

// A plan is gone through and run by recursion, which takes about a kilobyte of stack for each level of it.
constexpr std::size_t most_levels = 5000;

std::size_t levels_of(const Node& root) {
    std::size_t levels = 0;
    std::vector<std::pair<const Node*, std::size_t>> open{{&root, 1}};
    while (!open.empty()) {
        const auto [node, level] = open.back();
        open.pop_back();
        levels = std::max(levels, level);
        for (const NodePtr& input : node->inputs) open.emplace_back(input.get(), level + 1);
    }
    return levels;
}

// Gives back a tree of any depth.
void take_apart(NodePtr root) {
    std::vector<NodePtr> open;
    open.push_back(std::move(root));
    while (!open.empty()) {
        const NodePtr node = std::move(open.back());
        open.pop_back();
        std::move(node->inputs.begin(), node->inputs.end(), std::back_inserter(open));
        node->inputs.clear();
    }
}

// Whether the planner ended in time, with a plan that can be run; takes it apart otherwise.
Result<void> check(const Planner& planner, NodePtr& root) {
    Result<void> outcome = planner.outcome();
    if (outcome && levels_of(*root) > most_levels) {
        outcome = Error{.code = ErrorCode::statement_too_large,
                        .message = "the statement needs a plan of more than 5,000 steps, each on top of the other",
                        .span = {},
                        .hints = {"put what differs from one to the next into a list, and run over it with `UNWIND`"}};
    }
    if (!outcome) take_apart(std::move(root));
    return outcome;
}

void finish(Plan& plan, const PropertyGraph& graph, Rules rules) {
    fill_live(plan);
    rewrite(plan, graph, rules);
}

}  // namespace

Result<Plan> build(typed::Query query, const PropertyGraph& graph, Rules rules, const RunLimits* limits) {
    Plan plan;
    plan.column_info = query.columns;
    plan.variables = std::move(query.variables);
    Planner planner(graph, plan.variables, rules, limits);
    plan.root = planner.query(std::move(query), nullptr, plan.columns);
    CONFER_CHECK(check(planner, plan.root));
    finish(plan, graph, rules);
    return plan;
}

Result<Plan> build_step(std::vector<typed::Clause> clauses, const std::vector<typed::ExprPtr*>& expressions,
                        const std::optional<IncomingRows>& incoming, std::vector<typed::VariableInfo> variables,
                        const PropertyGraph& graph, Rules rules, const RunLimits* limits) {
    Plan plan;
    plan.variables = std::move(variables);
    Planner planner(graph, plan.variables, rules, limits);
    Scope scope;
    plan.root = planner.step(std::move(clauses), expressions, incoming, scope);
    CONFER_CHECK(check(planner, plan.root));
    VarSet needed;
    for (const VarId variable : scope.available.to_vector())
        if (!plan.variables[variable].name.empty()) needed.insert(variable);
    for (const typed::ExprPtr* expression : expressions) needed.insert(free_variables(**expression));
    needed.keep_only(scope.available);
    plan.columns = needed.to_vector();
    finish(plan, graph, rules);
    return plan;
}

Result<Plan> build_rest(std::vector<typed::Clause> clauses, std::vector<VarId> columns,
                        const std::optional<IncomingRows>& incoming, std::vector<typed::VariableInfo> variables,
                        const PropertyGraph& graph, Rules rules, const RunLimits* limits) {
    Plan plan;
    plan.variables = std::move(variables);
    Planner planner(graph, plan.variables, rules, limits);
    Scope scope;
    plan.root = planner.step(std::move(clauses), {}, incoming, scope);
    CONFER_CHECK(check(planner, plan.root));
    plan.columns = std::move(columns);
    finish(plan, graph, rules);
    return plan;
}

Plan build_union(const typed::Query& query, const std::vector<IncomingRows>& parts, const PropertyGraph& graph,
                 Rules rules) {
    Plan plan;
    plan.variables = query.variables;
    Planner planner(graph, plan.variables, rules);
    std::vector<NodePtr> plans;
    for (std::size_t i = 0; i < parts.size(); ++i) plans.push_back(Planner::rows(parts[i], i));
    plan.root = planner.unite(std::move(plans), query, plan.columns);
    finish(plan, graph, rules);
    return plan;
}

}  // namespace confer::engine::plan
