// WHAT DO CBT and gestalt therapy SHARE? · WHICH techniques DO DBT and ACT HAVE IN COMMON?
// WHAT DO ALL humanistic approaches SHARE? · HOW MANY techniques DO DBT and ACT SHARE?
//
// MATCH ({id: 'dbt'})-[:USES]->(c:Technique), ({id: 'act'})-[:USES]->(c) RETURN DISTINCT c.name AS technique …
// A component counts by whichever types it is joined.
// Test: tests/suites/comparing.
#include "question/build_ast.h"
#include "question/components.h"
#include "question/forms_internal.h"
#include "question/predicate.h"
#include "question/subjects.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

ast::Query common_query(const Subjects& subjects, const Components& components, bool counted, bool with_evidence) {
    std::vector<ast::PathPattern> patterns;
    std::vector<ast::ExprPtr> rests_on;
    for (std::size_t i = 0; i < subjects.things.size(); ++i) {
        const Named& thing = subjects.things[i];
        std::optional<std::string> by;
        if (with_evidence) {
            by = "r" + std::to_string(i + 1);
            rests_on.push_back(variable(*by));
        }
        const bool first = i == 0;
        patterns.push_back(path(node_with(thing.key, thing.value),
                                relationship(names_of(components.types), ast::Direction::outgoing, by),
                                node("c", first && components.named ? names_of(components.labels) : Names{})));
    }
    const std::string column = column_of(components);
    std::vector<Item> items;
    if (counted) {
        items.push_back({call("count", variable("c"), true), plural_column_of(components)});
        return query(make_list(single(make_list(match(std::move(patterns)), returning(std::move(items))))));
    }
    items.push_back({property("c", title_key(components.labels)), column});
    std::vector<SortKey> order{{column}};
    if (components.labels.size() > 1) {
        items.push_back({element(call("labels", variable("c")), 0), "kind"});
        order.insert(order.begin(), {"kind"});
    }
    if (with_evidence) items.push_back({call("collect", list(std::move(rests_on))), "evidence"});
    return query(
        make_list(single(make_list(match(std::move(patterns)), returning(std::move(items), order, !with_evidence)))));
}

Result<Subjects> subjects_of(const ast::CommonQuestion& question, const Setting& setting) {
    if (question.selection) return resolve_subjects(*question.selection, setting);
    CONFER_TRY(const Labels among, labels_compared_by(question.components, setting));
    return resolve_subjects(question.subjects, among, setting);
}

}  // namespace

Result<Translation> translate_common(const ast::CommonQuestion& question, const Setting& setting) {
    CONFER_TRY(const Subjects subjects, subjects_of(question, setting));
    CONFER_TRY(const Components components,
               resolve_components(question.components, subjects.labels, setting.question.span, setting));
    Translation out;
    out.pattern = common_query(subjects, components, question.counted, false);
    if (!question.counted) out.evidence = common_query(subjects, components, false, true);
    const bool both = subjects.things.size() == 2;
    out.sharing = sharing_of(components);
    out.paraphrase = (question.counted ? "the number of " : "the ") + plural_of(components) + " that " +
                     (both ? "both " : "all of ") + enumerated(subjects.titles(), "and") + " have";
    return out;
}

}  // namespace confer::engine::question
