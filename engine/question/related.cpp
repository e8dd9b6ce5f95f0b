// HOW IS CBT RELATED TO buddhist psychology?: the shortest connections, all of them, each as a sentence.
//
// MATCH (a {id: …}), (b {id: …}) MATCH p = allShortestPaths((a)-[:USES|DRAWS_ON|…*..6]-(b)) RETURN confer.sentence(p) …
// Test: tests/suites/related.
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

ast::Query related_query(const Named& from, const Named& to, const Connection& connection) {
    const bool direct = connection.strength == Connection::Strength::direct;
    const Names types = direct ? Names{} : names_of(connection.types);
    ast::PathPattern ways =
        named("p", ast::PathSelector::Form::all_shortest_paths,
              path(node("a"), hops(relationship(types, ast::Direction::either), std::nullopt, direct ? 1 : most_steps),
                   node("b")));
    std::vector<Item> items;
    items.push_back({call("confer.sentence", variable("p")), "connection"});
    items.push_back({call("length", variable("p")), "steps"});
    return query(make_list(
        single(make_list(ends(from, to), match(std::move(ways)), returning(std::move(items), {{"connection"}})))));
}

std::string known_of(const Named& node, const Setting& setting) {
    const std::string known = what_is_known(node, setting);
    return known.empty() ? "Of " + node.title + " no more than its name is recorded."
                         : "What is recorded of " + node.title + ": it " + known + ".";
}

}  // namespace

Result<Translation> translate_related(const ast::RelatedQuestion& question, const Setting& setting) {
    CONFER_TRY(const Named from, resolve_operand(question.from, setting));
    CONFER_TRY(const Named to, resolve_operand(question.to, setting));
    if (from.node == to.node) {
        return Error{.code = ErrorCode::unfitting_words,
                     .message = ticked(question.from.name->text) + " and " + ticked(question.to.name->text) +
                                " are the same " + singular_of(from.labels),
                     .span = question.to.span,
                     .hints = {"name two different things"}};
    }
    const auto connection = connection_between(from, to, setting, setting.admission);
    Translation out;
    out.paraphrase = "the shortest connections between " + from.title + " and " + to.title;
    out.pattern = related_query(from, to, connection.value_or(Connection{Connection::Strength::direct, {}}));
    if (!connection) {
        out.notices = {"Nothing that is recorded connects " + from.title + " with " + to.title + " in " +
                           std::to_string(most_steps) + " steps or fewer.",
                       known_of(from, setting), known_of(to, setting)};
    } else if (connection->strength == Connection::Strength::weak) {
        out.paraphrase += ", also by what many have in common";
        out.notices = {"The connection is weak: it goes over things that many have in common, or over many steps."};
    }
    return out;
}

}  // namespace confer::engine::question
