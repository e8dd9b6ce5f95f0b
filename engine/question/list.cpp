// LIST techniques: as WHICH, with the year and the summary of each thing where the schema has them.
// Test: tests/suites/questions/forms_test.cpp.
#include "question/build_ast.h"
#include "question/forms_internal.h"
#include "question/paraphrase.h"
#include "question/predicate.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

ast::Query list_query(const Bound& bound, bool with_evidence) {
    const std::string column = bound.labels.size() == 1 ? column_of(*bound.labels.front()) : "name";
    std::vector<Item> items;
    items.push_back({property("a", title_key(bound.labels)), column});
    for (const char* key : {"year", "summary"}) {
        if (declare(bound.labels, key)) items.push_back({property("a", key), key});
    }
    if (ast::ExprPtr narrower = bound.meaning ? narrower_names(*bound.meaning, "a") : nullptr) {
        items.push_back({call("sort", std::move(narrower)), "namely"});
    }
    if (with_evidence) {
        std::vector<ast::ExprPtr> rests_on = make_list(variable("a"));
        if (bound.meaning) {
            for (ast::ExprPtr& relationships : evidence(*bound.meaning, "a")) {
                rests_on.push_back(std::move(relationships));
            }
        }
        items.push_back({list(std::move(rests_on)), "evidence"});
    }
    return query(make_list(single(make_list(
        match(path(node("a", names_of(bound.labels))), bound.meaning ? predicate(*bound.meaning, "a") : nullptr),
        returning(std::move(items), {{column}})))));
}

}  // namespace

Result<Translation> translate_list(const ast::ListQuestion& question, const Setting& setting) {
    CONFER_TRY(const Bound bound, bind(question.selection, setting));
    Translation out;
    out.pattern = list_query(bound, false);
    out.evidence = list_query(bound, true);
    out.paraphrase = "all " + paraphrase(bound);
    out.notices = inclusions(bound);
    return out;
}

}  // namespace confer::engine::question
