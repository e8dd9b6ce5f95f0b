// HOW MANY approaches treat insomnia?
// Test: tests/suites/questions/forms_test.cpp.
#include "question/build_ast.h"
#include "question/forms_internal.h"
#include "question/paraphrase.h"
#include "question/predicate.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

ast::Query count_query(const Bound& bound) {
    const std::string column = bound.labels.size() == 1 ? plural_column_of(*bound.labels.front()) : "things";
    std::vector<Item> items;
    items.push_back({call("count", variable("a")), column});
    return query(make_list(single(make_list(
        match(path(node("a", names_of(bound.labels))), bound.meaning ? predicate(*bound.meaning, "a") : nullptr),
        returning(std::move(items))))));
}

}  // namespace

Result<Translation> translate_how_many(const ast::HowManyQuestion& question, const Setting& setting) {
    CONFER_TRY(const Bound bound, bind(question.selection, setting));
    Translation out;
    out.pattern = count_query(bound);
    out.paraphrase = "the number of " + paraphrase(bound);
    out.notices = inclusions(bound);
    return out;
}

}  // namespace confer::engine::question
