// ASSIMILATE [techniques] INTO psychodynamic therapy [FOR panic disorder] [FROM CBT, ACT]
//
//   MATCH (home {id: 'psychodynamic-therapy'}), (c1 {id: 'panic-disorder'}), (d1 {id: 'cbt'}), (d2 {id: 'act'})
//   CALL confer.assimilate(home, [c1], [d1, d2]) YIELD component, nearness, elsewhere, donor, …
//   RETURN component.name AS component, …
//
// What is found and in which order: comparison/assimilation.h. Test: tests/suites/integration.
#include <optional>

#include "question/build_ast.h"
#include "question/components.h"
#include "question/coverage.h"
#include "question/forms_internal.h"
#include "question/needs.h"
#include "question/predicate.h"
#include "question/several.h"
#include "question/subjects.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

constexpr std::int64_t digits = 2;  // of nearness and closeness

struct Assimilate {
    const Named home;
    const Components components;
    const std::optional<Meaning> piece;  // the component itself, or what is narrower
    const Needs needs;
    const std::vector<Named> donors;
    const bool restricted;

    ast::Query query(bool with_evidence) const {
        std::vector<ast::PathPattern> patterns = make_list(path(node_with(home.key, home.value, "home")));
        for (ast::PathPattern& pattern : patterns_of(needs.things, "c")) patterns.push_back(std::move(pattern));
        for (ast::PathPattern& pattern : patterns_of(donors, "d")) patterns.push_back(std::move(pattern));
        std::vector<ast::ExprPtr> arguments = make_list(variable("home"), list_of(numbered("c", needs.things.size())));
        if (!donors.empty()) arguments.push_back(list_of(numbered("d", donors.size())));
        if (donors.empty() && restricted) arguments.push_back(null());

        const std::string key = title_key(home.labels), component_key = title_key(components.labels);
        std::vector<Yielded> yields{{"component", ""}, {"nearness", ""}, {"elsewhere", ""}, {"donor", ""},
                                    {"closeness", ""}, {"shared", ""},   {"others", ""}};
        std::vector<Item> columns;
        columns.push_back({property("component", component_key), column_of(components)});
        if (components.labels.size() > 1)
            columns.push_back({element(call("labels", variable("component")), 0), "kind"});
        columns.push_back({call("round", make_list(variable("nearness"), integer(digits))), "nearness"});
        columns.push_back({variable("elsewhere"), ""});
        columns.push_back({property("donor", key), "from"});
        columns.push_back({call("round", make_list(variable("closeness"), integer(digits))), "closeness"});
        columns.push_back({those("s", variable("shared"), nullptr, property("s", component_key)), "shared"});
        if (!needs.things.empty()) add_claim(needs, yields, columns);
        columns.push_back({those("o", variable("others"), nullptr, property("o", key)), "also_in"});
        if (with_evidence) {
            yields.push_back({"evidence", ""});
            columns.push_back({variable("evidence"), ""});
        }
        std::vector<ast::Clause> clauses = make_list(
            match(std::move(patterns)), procedure("confer.assimilate", std::move(arguments), std::move(yields)));
        if (components.named) clauses.push_back(filter(has_label("component", names_of(components.labels))));
        if (piece) clauses.push_back(filter(predicate(*piece, "component")));
        clauses.push_back(returning(std::move(columns)));
        return question::query(make_list(single(std::move(clauses))));
    }
};

// "mindfulness": the component, or whatever is narrower.
Meaning itself_or_narrower(Named component, const Setting& setting) {
    Meaning itself;
    itself.kind = Meaning::Kind::being;
    itself.labels = component.labels;
    itself.node = component;
    Link climbing;
    for (const RelationshipSchema& type : setting.schema().relationships) {
        if (type.broader && !labels_in_both(labels_at(type, Way::outgoing, setting.schema()), component.labels).empty())
            climbing.types.push_back(&type);
    }
    if (climbing.types.empty()) return itself;
    Meaning narrower;
    narrower.labels = component.labels;
    narrower.node = std::move(component);
    narrower.links.push_back(std::move(climbing));
    Meaning out;
    out.kind = Meaning::Kind::any;
    out.labels = narrower.labels;
    out.parts.push_back(std::move(itself));
    out.parts.push_back(std::move(narrower));
    return out;
}

// What components may come from: things like the home, or what such things belong to.
Labels sources_of(const Labels& homes, const Setting& setting) {
    Labels among = homes;
    const Schema& schema = setting.schema();
    for (const RelationshipSchema* type : types_between(homes, labels_named({}, schema), setting)) {
        if (type->groups) add_labels(among, labels_at(*type, Way::incoming, schema), schema);
    }
    return among;
}

Result<std::vector<Named>> donors_of(const ast::AssimilateQuestion& question, const Labels& homes,
                                     const Setting& setting) {
    const Labels among = sources_of(homes, setting);
    std::vector<Named> out;
    for (const ast::Operand& donor : question.donors) {
        CONFER_TRY(Named thing, resolve_name(*donor.name, among, setting));
        out.push_back(std::move(thing));
    }
    return out;
}

}  // namespace

Result<Translation> translate_assimilate(const ast::AssimilateQuestion& question, const Setting& setting) {
    std::vector<ast::Phrase> nouns = question.components;
    if (question.piece && question.piece->noun) nouns.push_back(*question.piece->noun);
    CONFER_TRY(const Labels homes, labels_compared_by(nouns, setting));
    CONFER_TRY(const Named home, resolve_subject(*question.home.name, homes, setting));
    CONFER_TRY(const Components components, resolve_components(nouns, home.labels, question.home.span, setting));
    Needs needs;
    if (!question.purposes.empty()) {
        CONFER_TRY(needs, resolve_needs(question.purposes, setting));
    }
    CONFER_TRY(std::vector<Named> donors, donors_of(question, home.labels, setting));
    std::optional<Meaning> piece;
    std::string pieces = plural_of(components);
    if (question.piece) {
        // "mindfulness techniques", else "CBT techniques"
        Result<Named> component = resolve_name(*question.piece->name, components.labels, setting);
        Result<Named> donor = resolve_name(*question.piece->name, sources_of(home.labels, setting), setting);
        if (component.has_value()) {
            pieces = component.value().title + " or what is part of it";
            piece = itself_or_narrower(std::move(component).value(), setting);
        } else if (donor.has_value()) {
            donors.push_back(std::move(donor).value());
        } else {
            return std::move(component).error();
        }
    }
    std::vector<std::string> from;
    for (const Named& donor : donors) from.push_back(donor.title);

    Translation out;
    out.paraphrase = pieces + " of " + (from.empty() ? "other " + plural_of(home.labels) : enumerated(from, "and")) +
                     (needs.things.empty() ? std::string{}
                                           : " that " + verbs_of(needs.serving, Way::outgoing, VerbForm::plural) + " " +
                                                 enumerated(needs.titles())) +
                     " and that " + home.title + " lacks and isn't said to do without, what is nearest to it first";
    out.notices = gaps(make_list(home), components, setting);
    const Assimilate assimilate{home,  components,        std::move(piece),
                                needs, std::move(donors), setting.admission != nullptr};
    out.pattern = assimilate.query(false);
    out.evidence = assimilate.query(true);
    return out;
}

}  // namespace confer::engine::question
