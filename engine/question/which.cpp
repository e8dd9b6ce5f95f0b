// WHICH approaches use …? · WHAT treats insomnia? · WHO developed gestalt therapy? · WHAT does CBT combine?
//
// One row for each thing: MATCH (a:Approach) WHERE … RETURN a.name AS approach ORDER BY approach
// Test: tests/suites/questions/which_test.cpp.
#include <algorithm>

#include "question/build_ast.h"
#include "question/build_path.h"
#include "question/forms_internal.h"
#include "question/paraphrase.h"
#include "question/predicate.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

// "… and who developed them?": what else they are joined with, in one cell.
struct Further {
    std::vector<Link> links;
    Labels labels;
    std::string column, said;  // "developed_by", "what they are developed by"
};

ast::ExprPtr added(std::vector<ast::ExprPtr> lists) {
    ast::ExprPtr out = std::move(lists.front());
    for (std::size_t i = 1; i < lists.size(); ++i) {
        out = binary(std::move(out), ast::BinaryOp::add, std::move(lists[i]));
    }
    return out;
}

Result<Further> further_of(const ast::Phrase& verb, const Bound& bound, const Setting& setting) {
    ast::VerbCondition acted;
    acted.verb = verb;
    acted.operand.span = verb.span;
    acted.operand_acts = true;
    ast::Condition condition{verb.span, std::move(acted)};
    CONFER_TRY(Meaning meaning, bind(condition, bound.labels, setting));
    const Link& first = meaning.links.front();
    std::string column = verbs_of(first.types, first.way, VerbForm::plural);
    std::string said = "what they " + column;
    if (column.starts_with("are ")) column.erase(0, 4);
    std::replace(column.begin(), column.end(), ' ', '_');
    return Further{std::move(meaning.links), std::move(meaning.labels), std::move(column), std::move(said)};
}

// Whose year is meant: that of the thing named, or of each thing found.
const Named* dated(const Bound& bound) {
    const bool names_one = bound.meaning && bound.meaning->kind == Meaning::Kind::joined && bound.meaning->node;
    return names_one && declare(bound.meaning->node->labels, "year") ? &*bound.meaning->node : nullptr;
}

ast::Query which_query(const Bound& bound, const std::optional<Further>& further, bool when) {
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
    const Named* of = dated(bound);
    if (when) items.push_back({property(of == nullptr ? "a" : "dated", "year"), "year"});
    if (further) {
        std::vector<ast::ExprPtr> names;
        for (const Link& link : further->links) {
            const ast::Direction direction = link.way == Way::outgoing   ? ast::Direction::outgoing
                                             : link.way == Way::incoming ? ast::Direction::incoming
                                                                         : ast::Direction::either;
            names.push_back(each(path(node("a"), relationship(names_of(link.types), direction), node("x")), nullptr,
                                 property("x", title_key(further->labels))));
        }
        items.push_back({added(std::move(names)), further->column});
    }
    std::vector<ast::PathPattern> things = make_list(path(node("a", names_of(bound.labels))));
    if (when && of != nullptr) things.push_back(path(node_with(of->key, of->value, "dated")));
    return query(
        make_list(single(make_list(match(std::move(things), bound.meaning ? predicate(*bound.meaning, "a") : nullptr),
                                   returning(std::move(items), order)))));
}

}  // namespace

Result<Translation> translate_which(const ast::WhichQuestion& question, const Setting& setting) {
    if (const auto sources = asks_for_sources(question.selection, setting)) return translate_sources(*sources, setting);
    CONFER_TRY(const Bound bound, bind(question.selection, setting));
    Translation out;
    std::optional<Further> further;
    if (question.further) {
        CONFER_TRY(further, further_of(*question.further, bound, setting));
    }
    out.pattern = which_query(bound, further, question.when);
    out.paraphrase = (bound.meaning ? "" : "all ") + paraphrase(bound);
    if (question.when) out.paraphrase += ", and the year";
    if (further) out.paraphrase += ", and " + further->said;
    out.notices = inclusions(bound);
    return out;
}

}  // namespace confer::engine::question
