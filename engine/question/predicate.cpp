#include "question/predicate.h"

#include "question/build_ast.h"
#include "question/build_path.h"
#include "question/forms_internal.h"

namespace confer::engine::question {

namespace {

ast::Direction direction_of(Way way) {
    switch (way) {
        case Way::outgoing:
            return ast::Direction::outgoing;
        case Way::incoming:
            return ast::Direction::incoming;
        case Way::either:
            break;
    }
    return ast::Direction::either;
}

// The other node's variable: the next letter.
std::string next_variable(const std::string& variable) {
    return variable.size() == 1 && variable[0] < 'p' ? std::string(1, static_cast<char>(variable[0] + 1))
                                                     : variable + "b";
}

ast::NodePattern other_end(const Meaning& meaning, std::optional<std::string> variable) {
    if (meaning.node) return node_with(meaning.node->key, meaning.node->value, std::move(variable));
    return node(std::move(variable), names_of(meaning.labels));
}

// (a)-[r:T WHERE 'strong' IN r.grades]->(b)
void grade(ast::RelationshipPattern& by, const Meaning& meaning, const std::string& variable) {
    if (!meaning.grading) return;
    if (!by.variable) by.variable = ast::Name{"graded_" + variable, {}};
    ast::ExprPtr grades = property(by.variable->text, "grades");
    by.where = meaning.grading->level
                   ? is_in(text(*meaning.grading->level), std::move(grades))
                   : any_in("grade", std::move(grades),
                            compare(question::variable("grade"), ast::CompareOp::not_equal, text("ungraded")));
}

// (a)-[r:T]->(other), drawn from the one who acts.
ast::PathPattern drawn(const Meaning& meaning, const Link& link, const std::string& variable,
                       std::optional<std::string> relationship_variable, std::optional<std::string> other) {
    ast::NodePattern here = node(variable), there = other_end(meaning, std::move(other));
    const Way way = meaning.operand_acts ? reversed(link.way) : link.way;
    ast::RelationshipPattern by =
        relationship(names_of(link.types), direction_of(way), std::move(relationship_variable));
    grade(by, meaning, variable);
    return meaning.operand_acts ? path(std::move(there), std::move(by), std::move(here))
                                : path(std::move(here), std::move(by), std::move(there));
}

// (b)-[:IS_A*]->(anxiety)
ast::ExprPtr is_narrower(const Meaning& meaning, const std::string& variable) {
    ast::RelationshipPattern steps = relationship(names_of(meaning.broader), ast::Direction::outgoing);
    steps.hops = ast::HopRange{};
    return holds(path(node(variable), std::move(steps), other_end(meaning, {})));
}

// (a)-[r:TREATS]->(b): to something narrower.
ast::PathPattern drawn_to_narrower(const Meaning& meaning, const Link& link, const std::string& variable,
                                   std::optional<std::string> relationship_variable, const std::string& narrower) {
    const Way way = meaning.operand_acts ? reversed(link.way) : link.way;
    ast::RelationshipPattern by =
        relationship(names_of(link.types), direction_of(way), std::move(relationship_variable));
    grade(by, meaning, variable);
    return meaning.operand_acts ? path(node(narrower), std::move(by), node(variable))
                                : path(node(variable), std::move(by), node(narrower));
}

// Nobody warns of the node itself.
ast::ExprPtr no_warning(const Meaning& meaning, const std::string& variable) {
    if (meaning.warnings.empty()) return nullptr;
    return negation(holds(path(node(variable), relationship(names_of(meaning.warnings), ast::Direction::either),
                               other_end(meaning, {}))));
}

ast::ExprPtr joined_with_narrower(const Meaning& meaning, const std::string& variable) {
    const std::string narrower = next_variable(variable);
    std::vector<ast::ExprPtr> ways;
    for (const Link& link : meaning.links) {
        ways.push_back(
            exists(drawn_to_narrower(meaning, link, variable, {}, narrower), is_narrower(meaning, narrower)));
    }
    return all_of(make_list(any_of(std::move(ways)), no_warning(meaning, variable)));
}

// No such thing is there with which the node isn't joined, and one is with which it is:
// EXISTS { MATCH (a)<-[:USES]-(b:Approach) … } AND NOT EXISTS { MATCH (b:Approach) WHERE … AND NOT (a)<-[:USES]-(b) }
ast::ExprPtr joined_with_every(const Meaning& meaning, const std::string& variable) {
    const std::string other = next_variable(variable);
    const auto such = [&] { return meaning.that == nullptr ? nullptr : predicate(*meaning.that, other); };
    std::vector<ast::ExprPtr> some, ways;
    for (const Link& link : meaning.links) {
        some.push_back(exists(drawn(meaning, link, variable, {}, other), such()));
        const Way way = meaning.operand_acts ? reversed(link.way) : link.way;
        ast::RelationshipPattern by = relationship(names_of(link.types), direction_of(way));
        grade(by, meaning, variable);
        ast::PathPattern pattern = meaning.operand_acts ? path(node(other), std::move(by), node(variable))
                                                        : path(node(variable), std::move(by), node(other));
        ways.push_back(meaning.grading ? exists(std::move(pattern), nullptr) : holds(std::move(pattern)));
    }
    ast::ExprPtr without = exists(path(node(other, names_of(meaning.labels))),
                                  all_of(make_list(such(), negation(any_of(std::move(ways))))));
    return all_of(make_list(any_of(std::move(some)), negation(std::move(without))));
}

ast::ExprPtr joined(const Meaning& meaning, const std::string& variable) {
    if (meaning.quantity) return within(*meaning.quantity, size_of(meaning, variable), size_of(meaning, variable));
    if (meaning.every) return joined_with_every(meaning, variable);
    std::vector<ast::ExprPtr> ways;
    for (const Link& link : meaning.links) {
        if (meaning.that == nullptr) {
            ast::PathPattern pattern = drawn(meaning, link, variable, {}, {});
            ways.push_back(meaning.grading ? exists(std::move(pattern), nullptr) : holds(std::move(pattern)));
            continue;
        }
        const std::string other = next_variable(variable);
        ways.push_back(exists(drawn(meaning, link, variable, {}, other), predicate(*meaning.that, other)));
    }
    if (!meaning.broader.empty()) ways.push_back(joined_with_narrower(meaning, variable));
    return any_of(std::move(ways));
}

// a.year >= 1950 AND a.year <= 1959
ast::ExprPtr dated(const Meaning& meaning, const std::string& variable) {
    const std::string year(year_key);
    ast::ExprPtr from, to;
    if (meaning.from) from = compare(property(variable, year), ast::CompareOp::greater_equal, integer(*meaning.from));
    if (meaning.to) to = compare(property(variable, year), ast::CompareOp::less_equal, integer(*meaning.to));
    return all_of(make_list(std::move(from), std::move(to)));
}

}  // namespace

std::vector<std::string> names_of(const Labels& labels) {
    std::vector<std::string> out;
    for (const LabelSchema* label : labels) out.push_back(label->name);
    return out;
}

std::vector<std::string> names_of(const std::vector<const RelationshipSchema*>& types) {
    std::vector<std::string> out;
    for (const RelationshipSchema* type : types) out.push_back(type->name);
    return out;
}

ast::ExprPtr within(const ast::Quantity& quantity, ast::ExprPtr number, ast::ExprPtr again) {
    if (quantity.from && quantity.from == quantity.to)
        return compare(std::move(number), ast::CompareOp::equal, integer(*quantity.from));
    ast::ExprPtr from, to;
    if (quantity.from) from = compare(std::move(number), ast::CompareOp::greater_equal, integer(*quantity.from));
    if (quantity.to) to = compare(std::move(again), ast::CompareOp::less_equal, integer(*quantity.to));
    return all_of(make_list(std::move(from), std::move(to)));
}

namespace {

// The things on one of the ways, as a list of `what` of each of them, which are called `other`.
ast::ExprPtr along(const Link& link, const Meaning& meaning, const std::string& variable, const std::string& other,
                   ast::ExprPtr what) {
    return each(drawn(meaning, link, variable, {}, other),
                meaning.that == nullptr ? nullptr : predicate(*meaning.that, other), std::move(what));
}

ast::ExprPtr plus(ast::ExprPtr sum, ast::ExprPtr next) {
    return sum == nullptr ? std::move(next) : binary(std::move(sum), ast::BinaryOp::add, std::move(next));
}

}  // namespace

ast::ExprPtr size_of(const Meaning& meaning, const std::string& variable) {
    const std::string other = next_variable(variable);
    ast::ExprPtr number;
    for (const Link& link : meaning.links) {
        number =
            plus(std::move(number), call("size", along(link, meaning, variable, other, question::variable(other))));
    }
    return number;
}

ast::ExprPtr titles_of(const Meaning& meaning, const std::string& variable) {
    const std::string other = next_variable(variable);
    ast::ExprPtr all;
    for (const Link& link : meaning.links) {
        all = plus(std::move(all), along(link, meaning, variable, other, property(other, title_key(meaning.labels))));
    }
    return call("sort", std::move(all));
}

ast::ExprPtr predicate(const Meaning& meaning, const std::string& variable) {
    std::vector<ast::ExprPtr> parts;
    for (const Meaning& part : meaning.parts) parts.push_back(predicate(part, variable));
    switch (meaning.kind) {
        case Meaning::Kind::joined:
            return joined(meaning, variable);
        case Meaning::Kind::being:
            return compare(property(variable, meaning.node->key), ast::CompareOp::equal, text(meaning.node->value));
        case Meaning::Kind::dated:
            return dated(meaning, variable);
        case Meaning::Kind::all:
            return all_of(std::move(parts));
        case Meaning::Kind::any:
            return any_of(std::move(parts));
        case Meaning::Kind::negation:
            return negation(std::move(parts.front()));
    }
    return nullptr;
}

std::vector<ast::ExprPtr> evidence(const Meaning& meaning, const std::string& variable) {
    std::vector<ast::ExprPtr> out;
    if (meaning.kind == Meaning::Kind::negation) return out;
    for (const Meaning& part : meaning.parts) {
        for (ast::ExprPtr& list : evidence(part, variable)) out.push_back(std::move(list));
    }
    const std::string rests_on = "r" + next_variable(variable).substr(variable == "a" ? 1 : 0);
    for (const Link& link : meaning.links) {
        if (meaning.that == nullptr) {
            out.push_back(each(drawn(meaning, link, variable, rests_on, {}), nullptr, question::variable(rests_on)));
            if (meaning.broader.empty()) continue;
            const std::string narrower = next_variable(variable);
            out.push_back(each(drawn_to_narrower(meaning, link, variable, rests_on, narrower),
                               all_of(make_list(is_narrower(meaning, narrower), no_warning(meaning, variable))),
                               question::variable(rests_on)));
            continue;
        }
        const std::string other = next_variable(variable);
        std::vector<ast::ExprPtr> chain = evidence(*meaning.that, other);
        chain.insert(chain.begin(), question::variable(rests_on));
        out.push_back(each(drawn(meaning, link, variable, rests_on, other), predicate(*meaning.that, other),
                           list(std::move(chain))));
    }
    return out;
}

ast::ExprPtr narrower_names(const Meaning& meaning, const std::string& variable) {
    ast::ExprPtr all;
    const auto add = [&](ast::ExprPtr names) {
        if (names == nullptr) return;
        all = all == nullptr ? std::move(names) : binary(std::move(all), ast::BinaryOp::add, std::move(names));
    };
    if (meaning.kind == Meaning::Kind::negation) return all;
    for (const Meaning& part : meaning.parts) add(narrower_names(part, variable));
    if (meaning.broader.empty()) return all;
    const std::string narrower = next_variable(variable);
    for (const Link& link : meaning.links) {
        std::vector<ast::ExprPtr> only = make_list(is_narrower(meaning, narrower), no_warning(meaning, variable));
        for (const Link& direct : meaning.links) {
            ast::PathPattern pattern = drawn(meaning, direct, variable, {}, {});
            only.push_back(negation(meaning.grading ? exists(std::move(pattern), nullptr) : holds(std::move(pattern))));
        }
        add(each(drawn_to_narrower(meaning, link, variable, {}, narrower), all_of(std::move(only)),
                 property(narrower, title_key(meaning.node->labels))));
    }
    return all;
}

}  // namespace confer::engine::question
