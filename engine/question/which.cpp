// WHICH approaches use …? · WHAT treats insomnia? · WHO developed gestalt therapy? · WHAT does CBT combine?
//
// One row for each thing: MATCH (a:Approach) WHERE … RETURN a.name AS approach ORDER BY approach
// Test: tests/suites/questions/which_test.cpp.
#include "question/build_ast.h"
#include "question/forms_internal.h"
#include "question/paraphrase.h"
#include "question/predicate.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

ast::Query which_query(const Bound& bound) {
    const bool one_kind = bound.labels.size() == 1;
    const std::string column = one_kind ? column_of(*bound.labels.front()) : "name";
    std::vector<Item> items;
    items.push_back({property("a", title_key(bound.labels)), column});
    std::vector<SortKey> order{{column}};
    if (!one_kind) {
        items.push_back({element(call("labels", variable("a")), 0), "kind"});
        order.insert(order.begin(), {"kind"});
    }
    if (ast::ExprPtr narrower = bound.meaning ? narrower_names(*bound.meaning, "a") : nullptr) {
        items.push_back({call("sort", std::move(narrower)), "namely"});
    }
    return query(make_list(single(make_list(
        match(path(node("a", names_of(bound.labels))), bound.meaning ? predicate(*bound.meaning, "a") : nullptr),
        returning(std::move(items), order)))));
}

}  // namespace

Result<Translation> translate_which(const ast::WhichQuestion& question, const Setting& setting) {
    CONFER_TRY(const Bound bound, bind(question.selection, setting));
    Translation out;
    out.pattern = which_query(bound);
    out.paraphrase = (bound.meaning ? "" : "all ") + paraphrase(bound);
    out.notices = inclusions(bound);
    return out;
}

}  // namespace confer::engine::question
