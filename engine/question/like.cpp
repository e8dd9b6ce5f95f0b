// WHICH approaches ARE MOST LIKE DBT [BY techniques]? · THE 5 humanistic approaches MOST LIKE DBT
//
// A procedure ranks whatever shares components with it (plugins/extensions/similarity); a description then picks from
// that. Test: tests/suites/comparing.
#include "question/build_ast.h"
#include "question/components.h"
#include "question/coverage.h"
#include "question/forms_internal.h"
#include "question/paraphrase.h"
#include "question/predicate.h"
#include "question/subjects.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

constexpr std::int64_t usual_number = 10;

ast::Query like_query(const Bound& alike, const Named& subject, const Components& components, std::int64_t most,
                      bool with_evidence) {
    const Names types = names_of(components.types);
    const std::string column = alike.labels.size() == 1 ? column_of(*alike.labels.front()) : "name";
    std::vector<Item> items;
    items.push_back({property("a", title_key(alike.labels)), column});
    for (const char* coefficient : {"weighted", "jaccard"}) {
        items.push_back({call("round", make_list(variable(coefficient), integer(3))), coefficient});
    }
    items.push_back({variable("shared"), ""});
    items.push_back({those("c", variable("components"), nullptr, property("c", title_key(components.labels))),
                     plural_column_of(components)});
    if (with_evidence) {
        ast::PathPattern pattern = path(node("a"), relationship(types, ast::Direction::outgoing, "r"),
                                        node("c", components.named ? names_of(components.labels) : Names{}));
        pattern.relationships.push_back(relationship(types, ast::Direction::incoming, "s"));
        pattern.nodes.push_back(node("b"));
        items.push_back({each(std::move(pattern), nullptr, list(make_list(variable("r"), variable("s")))), "evidence"});
    }
    std::vector<ast::Clause> clauses;
    clauses.push_back(match(path(node_with(subject.key, subject.value, "b"))));
    clauses.push_back(
        procedure("confer.mostAlike",
                  make_list(variable("b"), texts(types), components.named ? texts(names_of(components.labels)) : null(),
                            texts(names_of(alike.labels))),
                  {{"other", "a"}, {"weighted", {}}, {"jaccard", {}}, {"shared", {}}, {"components", {}}}));
    if (alike.meaning) clauses.push_back(filter(predicate(*alike.meaning, "a")));
    clauses.push_back(returning(std::move(items), {{"weighted", true}, {column}}, false, most));
    return query(make_list(single(std::move(clauses))));
}

}  // namespace

Result<Translation> translate_like(const ast::LikeQuestion& question, const Setting& setting) {
    Bound alike;
    CONFER_TRY(Labels among, labels_compared_by(question.dimensions, setting));
    if (question.selection) {
        CONFER_TRY(alike, bind(*question.selection, setting));
        among = alike.labels;
    }
    if (question.subject.noun) {
        CONFER_TRY(among, resolve_noun(*question.subject.noun, setting));
    }
    CONFER_TRY(const Named subject, resolve_name(*question.subject.name, among, setting));
    if (!question.selection) alike.labels = subject.labels;
    if (question.further != nullptr) {
        CONFER_TRY(Meaning further, bind(*question.further, alike.labels, setting));
        alike.meaning = alike.meaning ? together(std::move(*alike.meaning), std::move(further)) : std::move(further);
    }
    CONFER_TRY(const Components components,
               resolve_components(question.dimensions, alike.labels, question.subject.span, setting));
    const std::int64_t most = question.most.value_or(usual_number);
    Translation out;
    out.pattern = like_query(alike, subject, components, most, false);
    out.evidence = like_query(alike, subject, components, most, true);
    out.notices = inclusions(alike);
    for (const std::string& notice : missing_coverage(subject, components, setting)) add_sentence(out.notices, notice);
    out.sharing = sharing_of(components);
    out.paraphrase = "the " + std::to_string(most) + " " + paraphrase(alike) +
                     (alike.meaning ? ", and are most like " : " most like ") + subject.title + " in the " +
                     plural_of(components) + " that they have";
    return out;
}

}  // namespace confer::engine::question
