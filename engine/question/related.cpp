// HOW IS CBT RELATED TO buddhist psychology?: the shortest connections, all of them, each as a sentence. To several
// things: to one after the other.
//
// MATCH (a {id: …}), (b {id: …}) MATCH p = allShortestPaths((a)-[:USES|DRAWS_ON|…*..6]-(b)) RETURN confer.sentence(p) …
// Test: tests/suites/related.
#include <algorithm>

#include "question/build_path.h"
#include "question/connection.h"
#include "question/forms_internal.h"
#include "question/predicate.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

ast::Clause ends(const Named& from, const Named& to) {
    ast::Clause out = match(path(node_with(from.key, from.value, "a")));
    std::get<ast::Match>(out.node).patterns.push_back(path(node_with(to.key, to.value, "b")));
    return out;
}

ast::SingleQuery related_query(const Named& from, const Named& to, const Connection& connection) {
    const bool direct = connection.strength == Connection::Strength::direct;
    const Names types = direct ? Names{} : names_of(connection.types);
    ast::PathPattern ways =
        named("p", ast::PathSelector::Form::all_shortest_paths,
              path(node("a"), hops(relationship(types, ast::Direction::either), std::nullopt, direct ? 1 : most_steps),
                   node("b")));
    std::vector<Item> items;
    items.push_back({call("confer.sentence", variable("p")), "connection"});
    items.push_back({call("length", variable("p")), "steps"});
    return single(make_list(ends(from, to), match(std::move(ways)), returning(std::move(items), {{"connection"}})));
}

std::string known_of(const Named& node, const Setting& setting) {
    const std::string known = what_is_known(node, setting);
    return known.empty() ? "Of " + node.title + " no more than its name is recorded."
                         : "What is recorded of " + node.title + ": it " + known + ".";
}

// The connections between two, and what is to be said of them.
ast::SingleQuery connect(const Named& from, const Named& to, const Setting& setting, Translation& out) {
    const auto connection = connection_between(from, to, setting, setting.admission);
    if (!connection) {
        out.notices.push_back("Nothing that is recorded connects " + from.title + " with " + to.title + " in " +
                              std::to_string(most_steps) + " steps or fewer.");
        for (const Named* end : {&from, &to}) {
            std::string known = known_of(*end, setting);
            if (std::find(out.notices.begin(), out.notices.end(), known) == out.notices.end())
                out.notices.push_back(std::move(known));
        }
    } else if (connection->strength == Connection::Strength::weak) {
        out.notices.push_back("The connection between " + from.title + " and " + to.title +
                              " is weak: it goes over things that many have in common, or over many steps.");
    }
    return related_query(from, to, connection.value_or(Connection{Connection::Strength::direct, {}}));
}

}  // namespace

Result<Translation> translate_related(const ast::RelatedQuestion& question, const Setting& setting) {
    CONFER_TRY(const Named from, resolve_operand(question.from, setting));
    std::vector<Named> others;
    std::vector<std::string> titles;
    for (const ast::Operand& operand : question.to) {
        CONFER_TRY(Named to, resolve_operand(operand, setting));
        if (from.node == to.node) {
            return Error{.code = ErrorCode::unfitting_words,
                         .message = ticked(question.from.name->text) + " and " + ticked(operand.name->text) +
                                    " are the same " + singular_of(from.labels),
                         .span = operand.span,
                         .hints = {"name two different things"}};
        }
        titles.push_back(to.title);
        others.push_back(std::move(to));
    }
    Translation out;
    out.paraphrase = "the shortest connections between " + from.title + " and " + enumerated(titles);
    std::vector<ast::SingleQuery> parts;
    for (const Named& to : others) parts.push_back(connect(from, to, setting, out));
    out.pattern = query(std::move(parts));
    return out;
}

}  // namespace confer::engine::question
