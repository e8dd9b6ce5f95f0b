// clone: one overload of `copy` for each kind of part.
#include "semantics/typed_query.h"

namespace confer::engine::typed {

namespace {

Query copy(const Query& query);
PatternGraph copy(const PatternGraph& graph);

ExprPtr copy(const ExprPtr& expr) {
    return expr == nullptr ? nullptr : clone(*expr);
}

LabelTestPtr copy(const LabelTestPtr& test) {
    if (test == nullptr) return nullptr;
    auto result = std::make_unique<LabelTest>();
    result->op = test->op;
    result->name = test->name;
    for (const LabelTestPtr& part : test->parts) result->parts.push_back(copy(part));
    return result;
}

std::vector<ExprPtr> copy(const std::vector<ExprPtr>& exprs) {
    std::vector<ExprPtr> result;
    result.reserve(exprs.size());
    for (const ExprPtr& expr : exprs) result.push_back(copy(expr));
    return result;
}

template <class First>
First copy_first(const First& first) {
    return first;
}
ExprPtr copy_first(const ExprPtr& first) {
    return copy(first);
}

template <class First>
std::vector<std::pair<First, ExprPtr>> copy(const std::vector<std::pair<First, ExprPtr>>& pairs) {
    std::vector<std::pair<First, ExprPtr>> result;
    result.reserve(pairs.size());
    for (const auto& [first, second] : pairs) result.emplace_back(copy_first(first), copy(second));
    return result;
}

Constant copy(const Constant& node) {
    return node;
}
Parameter copy(const Parameter& node) {
    return node;
}
Variable copy(const Variable& node) {
    return node;
}
Property copy(const Property& node) {
    return {copy(node.object), node.key};
}
Operation copy(const Operation& node) {
    return {node.op, copy(node.operands), node.from_open, node.to_open};
}
Chain copy(const Chain& node) {
    return {copy(node.operands), node.ops};
}
HasLabels copy(const HasLabels& node) {
    return {copy(node.object), copy(node.test)};
}
Call copy(const Call& node) {
    return {node.function, copy(node.arguments)};
}
List copy(const List& node) {
    return {copy(node.items)};
}
Map copy(const Map& node) {
    return {copy(node.entries)};
}
Case copy(const Case& node) {
    return {copy(node.subject), copy(node.branches), copy(node.otherwise)};
}
ListComprehension copy(const ListComprehension& node) {
    return {node.variable, copy(node.list), copy(node.where), copy(node.result)};
}
Quantifier copy(const Quantifier& node) {
    return {node.form, node.variable, copy(node.list), copy(node.where)};
}
Reduce copy(const Reduce& node) {
    return {node.accumulator, copy(node.initial), node.variable, copy(node.list), copy(node.body)};
}
MapProjection copy(const MapProjection& node) {
    return {copy(node.object), node.all_properties, copy(node.entries)};
}
Subquery copy(const Subquery& node) {
    Subquery result{node.form, nullptr, copy(node.where), copy(node.result), nullptr, node.outer};
    if (node.pattern != nullptr) result.pattern = std::make_unique<PatternGraph>(copy(*node.pattern));
    if (node.query != nullptr) result.query = std::make_unique<Query>(copy(*node.query));
    return result;
}

std::unique_ptr<Turn> copy(const std::unique_ptr<Turn>& turn) {
    if (turn == nullptr) return nullptr;
    auto result = std::make_unique<Turn>();
    result->nodes = turn->nodes;
    for (const Turn::Step& step : turn->steps)
        result->steps.push_back({step.relationship, step.towards, copy(step.types)});
    result->conditions = copy(turn->conditions);
    result->lists = turn->lists;
    return result;
}
std::optional<PathSelector> copy(const std::optional<PathSelector>& selector) {
    if (!selector) return std::nullopt;
    return PathSelector{copy(selector->count), selector->groups, selector->ends_differ};
}

PatternGraph copy(const PatternGraph& graph) {
    PatternGraph result;
    for (const PatternNode& node : graph.nodes) result.nodes.push_back({node.variable, node.bound, copy(node.labels)});
    for (const PatternRelationship& from : graph.relationships) {
        result.relationships.push_back({from.variable, from.bound, from.from, from.to, from.towards, copy(from.types),
                                        from.hops, from.each, copy(from.each_conditions), copy(from.turn),
                                        copy(from.selector)});
    }
    result.paths = graph.paths;
    result.conditions = copy(graph.conditions);
    result.selector = copy(graph.selector);
    result.after = copy(graph.after);
    return result;
}

std::vector<Binding> copy(const std::vector<Binding>& bindings) {
    std::vector<Binding> result;
    result.reserve(bindings.size());
    for (const Binding& binding : bindings) result.push_back({binding.variable, copy(binding.expr)});
    return result;
}

Match copy(const Match& clause) {
    return {clause.optional, copy(clause.pattern)};
}
Unwind copy(const Unwind& clause) {
    return {copy(clause.list), clause.variable, clause.position, clause.first};
}
ProcedureCall copy(const ProcedureCall& clause) {
    return {clause.procedure, clause.span, copy(clause.arguments), clause.yields, copy(clause.conditions)};
}
Projection copy(const Projection& from) {
    Projection result;
    result.aggregating = from.aggregating;
    result.keys = copy(from.keys);
    for (const AggregateCall& call : from.aggregates) {
        result.aggregates.push_back({call.variable, call.function, call.distinct, copy(call.arguments)});
    }
    result.items = copy(from.items);
    result.distinct = from.distinct;
    for (const SortKey& key : from.order_by) result.order_by.push_back({copy(key.expr), key.descending});
    result.skip = copy(from.skip);
    result.limit = copy(from.limit);
    result.where = copy(from.where);
    return result;
}

Query copy(const Query& query) {
    Query result;
    for (const SingleQuery& part : query.parts) {
        SingleQuery single;
        for (const Clause& clause : part.clauses) {
            Clause& added = single.clauses.emplace_back();
            added.span = clause.span;
            std::visit([&added](const auto& node) { added.node = copy(node); }, clause.node);
        }
        single.columns = part.columns;
        result.parts.push_back(std::move(single));
    }
    result.union_all = query.union_all;
    result.columns = query.columns;
    result.variables = query.variables;
    result.parameters = query.parameters;
    return result;
}

}  // namespace

ExprPtr clone(const Expr& expr) {
    auto result = std::make_unique<Expr>();
    result->span = expr.span;
    result->type = expr.type;
    std::visit([&result](const auto& node) { result->node = copy(node); }, expr.node);
    return result;
}

}  // namespace confer::engine::typed
