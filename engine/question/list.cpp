// LIST techniques: as WHICH, with the year and the summary of each thing where the schema has them.
// LIST approaches BY YEAR · THE 5 OLDEST approaches: those that have a year, in its order.
// Test: tests/suites/questions/forms_test.cpp.
#include "question/build_ast.h"
#include "question/forms_internal.h"
#include "question/paraphrase.h"
#include "question/predicate.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

constexpr std::int64_t usual_number = 10;  // in an order of years

struct Order {
    ast::ListOrder by = ast::ListOrder::by_name;
    std::optional<std::int64_t> most = std::nullopt;
};

ast::Query list_query(const Bound& bound, const Order& order, bool with_evidence) {
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
    ast::ExprPtr condition = bound.meaning ? predicate(*bound.meaning, "a") : nullptr;
    std::vector<SortKey> keys{{column}};
    if (order.by != ast::ListOrder::by_name) {
        condition = all_of(make_list(std::move(condition), is_not_null(property("a", std::string(year_key)))));
        keys.insert(keys.begin(), {std::string(year_key), order.by == ast::ListOrder::newest_first});
    }
    return query(make_list(single(make_list(match(path(node("a", names_of(bound.labels))), std::move(condition)),
                                            returning(std::move(items), keys, false, order.most)))));
}

}  // namespace

Result<Translation> translate_list(const ast::ListQuestion& question, const Setting& setting) {
    if (const auto sources = asks_for_sources(question.selection, setting)) return translate_sources(*sources, setting);
    CONFER_TRY(const Bound bound, bind(question.selection, setting));
    return list_of(bound, question.order, question.most, setting);
}

Result<Translation> list_of(const Bound& bound, ast::ListOrder by, std::optional<std::int64_t> most,
                            const Setting& setting) {
    Order order{by, most};
    Translation out;
    out.paraphrase = (most ? "the first " + std::to_string(*most) + " by name of all " : "all ") + paraphrase(bound);
    out.notices = inclusions(bound);
    if (order.by != ast::ListOrder::by_name) {
        if (!declare(bound.labels, year_key)) {
            return Error{.code = ErrorCode::unfitting_words,
                         .message = "no years are recorded of " + plural_of(bound.labels),
                         .span = setting.question.span,
                         .hints = {"ask without an order of years"}};
        }
        const bool all = order.by == ast::ListOrder::by_year && !most;
        if (!all) order.most = most.value_or(usual_number);
        const std::string place = order.by == ast::ListOrder::newest_first ? " newest " : " oldest ";
        out.paraphrase = all ? "all " + paraphrase(bound) + ", the oldest first"
                             : "the " + std::to_string(*order.most) + place + paraphrase(bound);
        add_sentence(out.notices, undated_left_out);
    }
    out.pattern = list_query(bound, order, false);
    out.evidence = list_query(bound, order, true);
    return out;
}

}  // namespace confer::engine::question
