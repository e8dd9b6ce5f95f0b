// SELECT techniques FOR anxiety, insomnia [FROM AT LEAST 3 families]
//
//   MATCH (c1 {id: 'anxiety'}), (c2 {id: 'insomnia'})
//   CALL confer.select([c1, c2], 'Technique', 3) YIELD thing, group, whole, need, saidOf, saidFor, grades
//   RETURN thing.name AS technique, …
//
// How it is chosen: comparison/selection.h. Test: tests/suites/integration.
#include <algorithm>

#include "graph/name_index.h"
#include "question/build_ast.h"
#include "question/components.h"
#include "question/forms_internal.h"
#include "question/needs.h"
#include "question/predicate.h"
#include "question/several.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

constexpr std::int64_t usual_groups = 2;  // technical eclecticism draws on several schools

Result<const LabelSchema*> wanted_of(const ast::SelectQuestion& question, const Setting& setting) {
    CONFER_TRY(const Labels labels, resolve_noun(question.wanted, setting));
    if (labels.size() == 1) return labels.front();
    return Error{.code = ErrorCode::unfitting_words,
                 .message = ticked(question.wanted.text) + " may be " + plural_of(labels),
                 .span = question.wanted.span,
                 .hints = {"select one kind of things at a time"}};
}

// How many groups; an error when the noun is none that things are grouped by.
Result<std::int64_t> groups_of(const ast::SelectQuestion& question, const Labels& groups, const Setting& setting) {
    if (!question.at_least) return groups.empty() ? 0 : usual_groups;
    CONFER_TRY(const Labels noun, resolve_noun(*question.groups, setting));
    if (!labels_in_both(noun, groups).empty()) return *question.at_least;
    Error error{.code = ErrorCode::unfitting_words,
                .message = "nothing is grouped by " + plural_of(noun) + " in this graph",
                .span = question.groups->span};
    if (!groups.empty()) error.hints.push_back("say `from at least 2 " + plural(*groups.front()) + "`");
    return error;
}

// "techniques that treat insomnia": what is selected serves something.
Result<void> check_serving(const ast::Phrase& verb, const Needs& needs, const Setting& setting) {
    for (const VerbSense& sense : setting.vocabulary.lexicon().verb(normalise_name(verb.text))) {
        if (sense.relationship->serves && sense.direction == Direction::outgoing) return {};
    }
    const std::string serving = verbs_of(needs.serving, Way::outgoing, VerbForm::plural);
    return Error{
        .code = ErrorCode::unfitting_words,
        .message = "what is selected has to " + serving + " something, and " + ticked(verb.text) + " isn't that",
        .span = verb.span,
        .hints = {"write `select … for …`"}};
}

// What has such things as components.
Labels wholes_of(const Labels& wanted, const Setting& setting) {
    Labels out;
    const Schema& schema = setting.schema();
    for (const RelationshipSchema* type : types_between(labels_named({}, schema), wanted, setting)) {
        if (type->component) add_labels(out, labels_at(*type, Way::outgoing, schema), schema);
    }
    return out;
}

std::string column_for(const Labels& labels, const std::string& otherwise) {
    return labels.size() == 1 ? column_of(*labels.front()) : otherwise;
}

struct Select {
    const Labels wanted, groups, wholes;
    const Needs needs;
    const std::int64_t at_least;

    ast::Query query(bool with_evidence) const {
        std::vector<ast::ExprPtr> arguments =
            make_list(list_of(numbered("c", needs.things.size())), text(wanted.front()->name), integer(at_least));
        std::vector<Yielded> yields{{"thing", ""}};
        std::vector<Item> columns;
        columns.push_back({property("thing", title_key(wanted)), column_of(*wanted.front())});
        if (!groups.empty()) {
            yields.push_back({"group", ""});
            columns.push_back({property("group", title_key(groups)), column_for(groups, "group")});
            if (!wholes.empty()) {
                yields.push_back({"whole", ""});
                columns.push_back({property("whole", title_key(wholes)), column_for(wholes, "whole")});
            }
        }
        add_claim(needs, yields, columns);
        if (with_evidence) {
            yields.push_back({"evidence", ""});
            columns.push_back({variable("evidence"), ""});
        }
        return question::query(make_list(single(make_list(
            match(patterns_of(needs.things, "c")), procedure("confer.select", std::move(arguments), std::move(yields)),
            returning(std::move(columns))))));
    }
};

}  // namespace

Result<Translation> translate_select(const ast::SelectQuestion& question, const Setting& setting) {
    CONFER_TRY(const LabelSchema* wanted, wanted_of(question, setting));
    CONFER_TRY(const Needs needs, resolve_needs(question.purposes, setting));
    if (question.verb) CONFER_CHECK(check_serving(*question.verb, needs, setting));
    Labels groups;
    for (const RelationshipSchema& type : setting.schema().relationships) {
        if (type.groups) add_labels(groups, labels_at(type, Way::incoming, setting.schema()), setting.schema());
    }
    CONFER_TRY(const std::int64_t at_least, groups_of(question, groups, setting));
    const Select select{{wanted}, groups, wholes_of({wanted}, setting), needs, at_least};
    Translation out;
    out.pattern = select.query(false);
    out.evidence = select.query(true);
    const std::string from =
        at_least > 0 ? " from at least " + std::to_string(at_least) + " " + plural(*groups.front()) : "";
    out.paraphrase = "a few " + plural(*wanted) + from + " that together " +
                     verbs_of(needs.serving, Way::outgoing, VerbForm::plural) + " " +
                     enumerated(needs.titles(), "and") + ", by what sources say, what they support best first";
    return out;
}

}  // namespace confer::engine::question
