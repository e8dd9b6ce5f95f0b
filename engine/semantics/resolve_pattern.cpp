// Patterns: from paths as they are drawn to one graph in which every node variable is one node.
//
// All variables are declared first, so that conditions may refer to any part of the pattern. What is walked several
// times is in resolve_quantified.cpp, what selects paths in resolve_selector.cpp.
#include <algorithm>
#include <limits>

#include "semantics/resolve_pattern_internal.h"

namespace confer::engine::semantics {

namespace {

constexpr std::string_view place = "a pattern";

std::string describe(ValueType type) {
    if (type.is(Kind::node)) return "a node";
    if (type.is(Kind::relationship)) return "a relationship";
    if (type.is(Kind::path)) return "a path";
    if (type.is(Kind::list) && type.element().is(Kind::relationship)) return "a list of relationships";
    if (type.is(Kind::list) && type.element().is(Kind::node)) return "a list of nodes";
    return with_article(type);
}

Error type_conflict(const Analysis& in, const ast::Name& name, VarId variable, std::string_view wanted) {
    return make_error(ErrorCode::variable_type_conflict, name.span,
                      tick(name.text) + " is " + describe(in.variables[variable].type) + ", so it can't be " +
                          std::string(wanted) + " here",
                      {"choose another name for one of them"});
}

}  // namespace

typed::Towards to_towards(ast::Direction direction) {
    switch (direction) {
        case ast::Direction::outgoing:
            return typed::Towards::outgoing;
        case ast::Direction::incoming:
            return typed::Towards::incoming;
        case ast::Direction::either:
            break;
    }
    return typed::Towards::either;
}

Result<VarId> PatternResolver::declare_new(const ast::Name& name, ValueType type) {
    if (rule_ == NewVariables::refused) {
        Error error = undefined_variable(in_, name.text, name.span);
        error.hints.insert(error.hints.begin(),
                           "a pattern in a condition can't name new things: leave the name out, or use `EXISTS { … }`");
        return error;
    }
    const VarId variable = in_.variables.add(name.text, type, name.span);
    in_.scope->bind(name.text, variable);
    return variable;
}

Result<VarId> PatternResolver::declare_new(const std::optional<ast::Name>& name, ValueType type, SourceSpan span) {
    if (name) return declare_new(*name, type);
    return in_.variables.add_anonymous(type, span);
}

// What a pattern matches anew has its labels. What comes from elsewhere may lack them, when the pattern is
// optional or a condition: they only add to the properties that it may be asked for.
void PatternResolver::learn(VarId variable, bool bound, const typed::LabelTest& labels) {
    if (bound && in_.variables.known_names(variable).empty()) return;
    in_.variables.add_known_names(variable, implied_names(labels));
}

Result<std::size_t> PatternResolver::declare_node(const ast::NodePattern& node) {
    CONFER_CHECK(count_part(in_, node.span));
    std::size_t index = graph_.nodes.size();
    const std::optional<VarId> known = node.variable ? in_.scope->find(node.variable->text) : std::nullopt;
    if (known) {
        if (!in_.variables[*known].type.overlaps(Kind::node)) {
            return type_conflict(in_, *node.variable, *known, "a node");
        }
        const auto same = std::find_if(graph_.nodes.begin(), graph_.nodes.end(),
                                       [&](const typed::PatternNode& other) { return other.variable == *known; });
        index = static_cast<std::size_t>(same - graph_.nodes.begin());
        if (same == graph_.nodes.end()) {
            graph_.nodes.push_back({*known, true, nullptr});
            note_use(in_, *known);
        }
    } else {
        CONFER_TRY(const VarId variable, declare_new(node.variable, Kind::node, node.span));
        graph_.nodes.push_back({variable, false, nullptr});
    }
    if (node.labels != nullptr) {
        CONFER_TRY(typed::LabelTestPtr labels, resolve_labels(in_, *node.labels, Labelled::node));
        learn(graph_.nodes[index].variable, graph_.nodes[index].bound, *labels);
        graph_.nodes[index].labels = both(std::move(graph_.nodes[index].labels), std::move(labels));
    }
    drawn_nodes_.push_back(index);
    return index;
}

Result<std::size_t> PatternResolver::declare_relationship(const ast::RelationshipPattern& drawn, std::size_t from) {
    CONFER_CHECK(count_part(in_, drawn.span));
    const ValueType type = drawn.hops ? ValueType::list_of(Kind::relationship) : ValueType(Kind::relationship);
    typed::PatternRelationship relationship{};
    relationship.from = from;
    relationship.towards = to_towards(drawn.direction);
    const std::optional<VarId> known = drawn.variable ? in_.scope->find(drawn.variable->text) : std::nullopt;
    if (known) {
        const ValueType actual = in_.variables[*known].type;
        if (!actual.overlaps(type) || (actual.is(Kind::list) && !actual.element().overlaps(Kind::relationship))) {
            return type_conflict(in_, *drawn.variable, *known,
                                 drawn.hops ? "a list of relationships" : "a relationship");
        }
        const bool twice =
            std::any_of(graph_.relationships.begin(), graph_.relationships.end(),
                        [&](const typed::PatternRelationship& other) { return other.variable == *known; });
        if (twice) {
            return make_error(ErrorCode::relationship_uniqueness, drawn.variable->span,
                              "the relationship " + tick(drawn.variable->text) + " occurs twice in one pattern",
                              {"each relationship is matched at most once: give the second one a name of its own"});
        }
        relationship.variable = *known;
        relationship.bound = true;
        note_use(in_, *known);
    } else {
        CONFER_TRY(relationship.variable, declare_new(drawn.variable, type, drawn.span));
    }
    if (drawn.types != nullptr) {
        CONFER_TRY(relationship.types, resolve_labels(in_, *drawn.types, Labelled::relationship));
        learn(relationship.variable, relationship.bound, *relationship.types);
    }
    if (drawn.hops) {
        CONFER_TRY(const auto hops, to_hops(*drawn.hops, drawn.span));
        relationship.hops = hops;
    }
    drawn_relationships_.push_back(graph_.relationships.size());
    graph_.relationships.push_back(std::move(relationship));
    return graph_.relationships.size() - 1;
}

// The parts of a path are named before the path is: in `p = (p)` it is the path that comes too late.
Result<void> PatternResolver::declare_path(const ast::Name& name, typed::NamedPath path) {
    if (in_.scope->find(name.text)) {
        return make_error(ErrorCode::variable_already_bound, name.span, tick(name.text) + " is already in use",
                          {"choose another name for the path"});
    }
    CONFER_TRY(path.variable, declare_new(name, Kind::path));
    graph_.paths.push_back(std::move(path));
    return {};
}

Result<void> PatternResolver::declare(const ast::PathPattern& path, const std::optional<ast::Name>& path_name) {
    typed::NamedPath named{};
    CONFER_TRY(std::size_t from, declare_node(path.nodes.front()));
    named.nodes.push_back(from);
    for (std::size_t i = 0; i < path.relationships.size(); ++i) {
        const ast::RelationshipPattern& drawn = path.relationships[i];
        CONFER_TRY(const std::size_t relationship,
                   drawn.path != nullptr ? declare_quantified(drawn, from) : declare_relationship(drawn, from));
        CONFER_TRY(const std::size_t to, declare_node(path.nodes[i + 1]));
        graph_.relationships[relationship].to = to;
        named.relationships.push_back(relationship);
        named.nodes.push_back(to);
        from = to;
    }
    if (path.selector) CONFER_CHECK(select(path));
    if (path_name) return declare_path(*path_name, std::move(named));
    if (graph_.selector) {  // a selection compares paths, named or not
        named.variable = in_.variables.add_anonymous(Kind::path, path.span);
        graph_.paths.push_back(std::move(named));
    }
    return {};
}

Result<void> PatternResolver::add_properties(const ast::Expr& properties, VarId owner, std::vector<ExprPtr>& conditions,
                                             bool after_star) {
    const auto* map = std::get_if<ast::MapLiteral>(&properties.node);
    if (map == nullptr && after_star) {
        return make_error(ErrorCode::invalid_parameter_use, properties.span,
                          "the number of steps can't come from a parameter",
                          {"write the number, as in `*1..3`, or ask for the length afterwards: `size(r) <= $most`"});
    }
    if (map == nullptr) {
        return make_error(ErrorCode::invalid_parameter_use, properties.span,
                          "a pattern's properties can't come from a parameter as a whole",
                          {"name the properties: `{name: $value.name}`"});
    }
    CONFER_TRY(ExprPtr unused, resolve(in_, properties));  // a map's own rules hold here, too
    auto& entries = std::get<typed::Map>(unused->node).entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const ast::Name& key = map->entries[i].first;
        ExprPtr object = make_variable(in_, owner, key.span);
        CONFER_CHECK(check_property_access(in_, *object, key.text, key.span));
        const SourceSpan span{key.span.begin, entries[i].second->span.end};
        typed::Operation equal{typed::Op::equal, {}};
        equal.operands.push_back(make_expr(key.span, ValueType::any(), typed::Property{std::move(object), key.text}));
        equal.operands.push_back(std::move(entries[i].second));
        conditions.push_back(make_expr(span, Kind::boolean, std::move(equal)));
    }
    return {};
}

Result<void> PatternResolver::add_where(const ast::Expr& where, std::vector<ExprPtr>& conditions) {
    CONFER_TRY(ExprPtr condition, resolve_condition(in_, where, "WHERE"));
    conditions.push_back(std::move(condition));
    return {};
}

Result<void> PatternResolver::add_node_conditions(const ast::NodePattern& node, VarId variable) {
    if (node.properties != nullptr) CONFER_CHECK(add_properties(*node.properties, variable, graph_.conditions));
    if (node.where != nullptr) CONFER_CHECK(add_where(*node.where, graph_.conditions));
    return {};
}

Result<void> PatternResolver::add_relationship_conditions(const ast::RelationshipPattern& drawn,
                                                          typed::PatternRelationship& relationship) {
    if (drawn.path != nullptr) return add_turn_conditions(*drawn.path, *relationship.turn);
    if (drawn.properties == nullptr && drawn.where == nullptr) return {};
    if (!relationship.hops) {
        if (drawn.properties != nullptr) {
            CONFER_CHECK(add_properties(*drawn.properties, relationship.variable, graph_.conditions));
        }
        if (drawn.where != nullptr) CONFER_CHECK(add_where(*drawn.where, graph_.conditions));
        return {};
    }
    // Of many hops, conditions speak of each; so does the variable's name in its own WHERE.
    relationship.each = in_.variables.add_anonymous(Kind::relationship, drawn.span);
    in_.variables.add_known_names(relationship.each, in_.variables.known_names(relationship.variable));
    Scope local(in_.scope);
    if (drawn.variable) local.bind(drawn.variable->text, relationship.each);
    const Temporarily scope(in_.scope, &local);
    if (drawn.properties != nullptr) {
        const bool after_star = drawn.hops && !drawn.hops->quantifier;
        CONFER_CHECK(add_properties(*drawn.properties, relationship.each, relationship.each_conditions, after_star));
    }
    if (drawn.where != nullptr) CONFER_CHECK(add_where(*drawn.where, relationship.each_conditions));
    return {};
}

Result<void> PatternResolver::add_conditions(const ast::PathPattern& path) {
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
        const std::size_t node = drawn_nodes_[next_node_++];
        CONFER_CHECK(add_node_conditions(path.nodes[i], graph_.nodes[node].variable));
        if (i == path.relationships.size()) break;
        const std::size_t relationship = drawn_relationships_[next_relationship_++];
        CONFER_CHECK(add_relationship_conditions(path.relationships[i], graph_.relationships[relationship]));
    }
    if (path.where != nullptr) CONFER_CHECK(add_where(*path.where, graph_.conditions));
    return {};
}

Result<typed::PatternGraph> resolve_pattern(Analysis& in, std::span<const ast::PathPattern> paths, NewVariables rule) {
    const Temporarily aggregation(in.aggregation, AggregationPlace{nullptr, place});
    CONFER_CHECK(check_selectors(paths));
    PatternResolver resolver(in, rule);
    for (const ast::PathPattern& path : paths) CONFER_CHECK(resolver.declare(path, path.variable));
    for (const ast::PathPattern& path : paths) CONFER_CHECK(resolver.add_conditions(path));
    return resolver.take();
}

Result<typed::PatternGraph> resolve_pattern(Analysis& in, const ast::PathPattern& path,
                                            const std::optional<ast::Name>& path_name) {
    const Temporarily aggregation(in.aggregation, AggregationPlace{nullptr, place});
    PatternResolver resolver(in, NewVariables::allowed);
    CONFER_CHECK(resolver.declare(path, path_name));
    CONFER_CHECK(resolver.add_conditions(path));
    return resolver.take();
}

}  // namespace confer::engine::semantics
