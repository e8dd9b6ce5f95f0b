// What is walked several times: -[:R]->{1,3}, -[:R*1..3]-> and ((a)-[r]->(b) WHERE …){1,3}.
//
// Inside the parentheses a variable is one node or relationship, outside the list of all of them; each has a number of
// its own. The path's first and last nodes meet those of the turns before and after, but not by name.
#include <algorithm>
#include <limits>

#include "semantics/children.h"
#include "semantics/resolve_pattern_internal.h"

namespace confer::engine::semantics {

namespace {

Error nested_quantifier(SourceSpan span) {
    return make_error(ErrorCode::invalid_relationship_pattern, span,
                      "a path that is walked several times can't have such a path in it",
                      {"leave out one of the two quantifiers, or write the inner relationships one by one"});
}

typed::LabelTestPtr copy(const typed::LabelTest& test) {
    auto result = std::make_unique<typed::LabelTest>();
    result->op = test.op;
    result->name = test.name;
    for (const typed::LabelTestPtr& part : test.parts) result->parts.push_back(copy(*part));
    return result;
}

// The types that any step may have; null: all.
typed::LabelTestPtr any_types(const std::vector<typed::Turn::Step>& steps) {
    auto any = std::make_unique<typed::LabelTest>();
    any->op = typed::LabelTest::Op::disjunction;
    for (const typed::Turn::Step& step : steps) {
        if (step.types == nullptr) return nullptr;
        any->parts.push_back(copy(*step.types));
    }
    return any->parts.size() == 1 ? std::move(any->parts.front()) : std::move(any);
}

// Calls visit for each variable of the surroundings that the condition reads.
template <class Visit>
void each_read(const typed::Expr& condition, Visit visit) {
    typed::any_part(condition, [&](const typed::Expr& part) {
        if (const auto* variable = std::get_if<typed::Variable>(&part.node)) visit(variable->id);
        if (const auto* subquery = std::get_if<typed::Subquery>(&part.node))
            for (const VarId outer : subquery->outer) visit(outer);
        return false;
    });
}

}  // namespace

Result<typed::PatternRelationship::Hops> to_hops(const ast::HopRange& range, SourceSpan span) {
    constexpr std::int64_t most_hops = std::numeric_limits<std::uint32_t>::max();
    for (const auto& bound : {range.least, range.most}) {
        if (bound && *bound < 0) {
            return make_error(ErrorCode::invalid_relationship_pattern, span, "a path can't have fewer than 0 hops",
                              {"write the range as `*least..most`, for instance `*1..3`"});
        }
    }
    if (range.quantifier && range.most && *range.most < *range.least) {
        const std::string least = std::to_string(*range.least), most = std::to_string(*range.most);
        return make_error(ErrorCode::invalid_relationship_pattern, span,
                          "the quantifier asks for at least " + least + " and at most " + most,
                          {"write the smaller number first: `{" + most + "," + least + "}`"});
    }
    if (range.quantifier && range.most == 0) {
        return make_error(ErrorCode::invalid_relationship_pattern, span, "a path that is never walked matches nothing",
                          {"write how often it is walked at most, for instance `{0,3}`"});
    }
    typed::PatternRelationship::Hops hops;
    hops.least = static_cast<std::uint32_t>(std::min(range.least.value_or(1), most_hops));
    if (range.most && *range.most <= most_hops) hops.most = static_cast<std::uint32_t>(*range.most);
    return hops;
}

Result<VarId> PatternResolver::declare_inside(const std::optional<ast::Name>& name, Kind kind, SourceSpan span,
                                              std::size_t position, typed::Turn& turn) {
    if (!name) return in_.variables.add_anonymous(kind, span);
    if (in_.scope->find(name->text)) {
        return make_error(ErrorCode::variable_already_bound, name->span, tick(name->text) + " is already in use",
                          {"a path that is walked several times has variables of its own: choose another name"});
    }
    const VarId inside = in_.variables.add(name->text, kind, name->span);
    const VarId list = in_.variables.add(name->text, ValueType::list_of(kind), name->span);
    in_.scope->bind(name->text, list);
    turn.lists.push_back({list, kind == Kind::node, position});
    return inside;
}

Result<void> PatternResolver::declare_turn(const ast::PathPattern& path, typed::Turn& turn) {
    std::vector<std::pair<std::string, VarId>> named;  // nodes may occur again in the same turn
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
        const ast::NodePattern& node = path.nodes[i];
        CONFER_CHECK(count_part(in_, node.span));
        const auto again = std::find_if(named.begin(), named.end(), [&](const auto& other) {
            return node.variable && other.first == node.variable->text;
        });
        if (again == named.end()) {
            CONFER_TRY(const VarId variable, declare_inside(node.variable, Kind::node, node.span, i, turn));
            turn.nodes.push_back(variable);
            if (node.variable) named.emplace_back(node.variable->text, variable);
        } else {
            const VarId same = in_.variables.add_anonymous(Kind::node, node.span);
            turn.nodes.push_back(same);
            typed::Operation equal{typed::Op::equal, {}};
            equal.operands.push_back(make_variable(in_, again->second, node.span));
            equal.operands.push_back(make_variable(in_, same, node.span));
            turn.conditions.push_back(make_expr(node.span, Kind::boolean, std::move(equal)));
        }
        if (i == path.relationships.size()) break;
        const ast::RelationshipPattern& drawn = path.relationships[i];
        if (drawn.path != nullptr || drawn.hops) return nested_quantifier(drawn.span);
        typed::Turn::Step step{0, to_towards(drawn.direction), nullptr};
        CONFER_TRY(step.relationship, declare_inside(drawn.variable, Kind::relationship, drawn.span, i, turn));
        if (drawn.types != nullptr) {
            CONFER_TRY(step.types, resolve_labels(in_, *drawn.types, Labelled::relationship));
            learn(step.relationship, false, *step.types);
        }
        turn.steps.push_back(std::move(step));
    }
    return {};
}

Result<std::size_t> PatternResolver::declare_quantified(const ast::RelationshipPattern& drawn, std::size_t from) {
    if (drawn.path->relationships.empty()) {
        return make_error(ErrorCode::invalid_relationship_pattern, drawn.span,
                          "a path that is walked several times needs a relationship to walk along",
                          {"write for example `((a)-[:USES]->(b)){1,3}`"});
    }
    typed::PatternRelationship relationship{};
    relationship.turn = std::make_unique<typed::Turn>();
    CONFER_CHECK(declare_turn(*drawn.path, *relationship.turn));
    relationship.variable = in_.variables.add_anonymous(ValueType::list_of(Kind::relationship), drawn.span);
    relationship.from = from;
    relationship.towards = relationship.turn->steps.front().towards;
    relationship.types = any_types(relationship.turn->steps);
    CONFER_TRY(relationship.hops, to_hops(*drawn.hops, drawn.span));
    drawn_relationships_.push_back(graph_.relationships.size());
    graph_.relationships.push_back(std::move(relationship));
    return graph_.relationships.size() - 1;
}

// What stands beside the parentheses is not known while they are walked.
Result<void> PatternResolver::check_reads(const typed::Expr& condition, const typed::Turn& turn) const {
    std::optional<VarId> outside;
    const auto look = [&](VarId variable) {
        for (const typed::PatternNode& node : graph_.nodes)
            if (node.variable == variable && !node.bound) outside = variable;
        for (const typed::PatternRelationship& relationship : graph_.relationships) {
            if (relationship.variable == variable && !relationship.bound) outside = variable;
            if (relationship.turn == nullptr || relationship.turn.get() == &turn) continue;
            for (const typed::Turn::List& list : relationship.turn->lists)
                if (list.list == variable) outside = variable;
        }
        for (const typed::NamedPath& path : graph_.paths)
            if (path.variable == variable) outside = variable;
    };
    each_read(condition, look);
    if (!outside) return {};
    return make_error(ErrorCode::invalid_relationship_pattern, condition.span,
                      "a path that is walked several times can't ask for " + tick(in_.variables[*outside].name) +
                          ", which the same MATCH has outside its parentheses",
                      {"bind " + tick(in_.variables[*outside].name) +
                       " in a MATCH before, or move the condition to the WHERE of the MATCH"});
}

Result<void> PatternResolver::add_turn_conditions(const ast::PathPattern& path, typed::Turn& turn) {
    Scope local(in_.scope);
    for (std::size_t i = 0; i < path.nodes.size(); ++i)
        if (path.nodes[i].variable && !in_.variables[turn.nodes[i]].name.empty())
            local.bind(path.nodes[i].variable->text, turn.nodes[i]);
    for (std::size_t i = 0; i < path.relationships.size(); ++i)
        if (path.relationships[i].variable)
            local.bind(path.relationships[i].variable->text, turn.steps[i].relationship);
    const Temporarily scope(in_.scope, &local);

    const std::size_t first = turn.conditions.size();
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
        const ast::NodePattern& node = path.nodes[i];
        if (node.labels != nullptr) {
            CONFER_TRY(typed::LabelTestPtr labels, resolve_labels(in_, *node.labels, Labelled::node));
            learn(turn.nodes[i], false, *labels);
            turn.conditions.push_back(
                make_expr(node.labels->span, Kind::boolean,
                          typed::HasLabels{make_variable(in_, turn.nodes[i], node.span), std::move(labels)}));
        }
    }
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
        const ast::NodePattern& node = path.nodes[i];
        if (node.properties != nullptr) CONFER_CHECK(add_properties(*node.properties, turn.nodes[i], turn.conditions));
        if (node.where != nullptr) CONFER_CHECK(add_where(*node.where, turn.conditions));
        if (i == path.relationships.size()) break;
        const ast::RelationshipPattern& drawn = path.relationships[i];
        const VarId relationship = turn.steps[i].relationship;
        if (drawn.properties != nullptr) CONFER_CHECK(add_properties(*drawn.properties, relationship, turn.conditions));
        if (drawn.where != nullptr) CONFER_CHECK(add_where(*drawn.where, turn.conditions));
    }
    if (path.where != nullptr) CONFER_CHECK(add_where(*path.where, turn.conditions));
    for (std::size_t i = first; i < turn.conditions.size(); ++i) CONFER_CHECK(check_reads(*turn.conditions[i], turn));
    return {};
}

}  // namespace confer::engine::semantics
