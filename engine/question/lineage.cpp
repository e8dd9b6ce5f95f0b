// LINEAGE OF DBT: all that it descends from, itself, and all that descends from it, each with its year.
//
// Which relationship type is that of descent, the schema says (`"lineage": true`).
// Test: tests/suites/questions/forms_test.cpp.
#include "question/build_ast.h"
#include "question/forms_internal.h"
#include "question/predicate.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

struct Descent {
    const RelationshipSchema* type;
    Labels labels;
};

ast::RelationshipPattern chain(const Descent& descent, ast::Direction direction, std::optional<std::int64_t> least) {
    ast::RelationshipPattern out = relationship({descent.type->name}, direction);
    out.hops = ast::HopRange{least, std::nullopt};
    return out;
}

std::vector<Item> columns(const Descent& descent, const std::string& lineage) {
    std::vector<Item> items;
    items.push_back({text(lineage), "lineage"});
    items.push_back({property("b", title_key(descent.labels)), column_of(*descent.labels.front())});
    if (declare(descent.labels, "year")) items.push_back({property("b", "year"), "year"});
    return items;
}

std::vector<SortKey> order_of(const Descent& descent) {
    std::vector<SortKey> order;
    if (declare(descent.labels, "year")) order.push_back({"year"});
    order.push_back({column_of(*descent.labels.front())});
    return order;
}

ast::SingleQuery itself(const Named& subject, const Descent& descent, bool with_evidence) {
    std::vector<Item> items = columns(descent, "itself");
    if (with_evidence) items.push_back({list(make_list(variable("b"))), "evidence"});
    return single(make_list(match(path(node_with(subject.key, subject.value, "b"))), returning(std::move(items))));
}

ast::SingleQuery relatives(const Named& subject, const Descent& descent, ast::Direction direction,
                           const std::string& lineage) {
    return single(make_list(
        match(path(node_with(subject.key, subject.value), chain(descent, direction, std::nullopt), node("b"))),
        returning(columns(descent, lineage), order_of(descent), true)));
}

// A relative rests on the last step of every way to it.
ast::SingleQuery relatives_with_evidence(const Named& subject, const Descent& descent, ast::Direction direction,
                                         const std::string& lineage) {
    std::vector<Item> items = columns(descent, lineage);
    items.push_back({call("collect", variable("r")), "evidence"});
    std::vector<Item> step;
    step.push_back({variable("x"), ""});
    return single(make_list(match(path(node_with(subject.key, subject.value), chain(descent, direction, 0), node("x"))),
                            with(std::move(step), nullptr, true),
                            match(path(node("x"), relationship({descent.type->name}, direction, "r"), node("b"))),
                            returning(std::move(items), order_of(descent))));
}

ast::Query lineage_query(const Named& subject, const Descent& descent, bool with_evidence) {
    const auto part = with_evidence ? relatives_with_evidence : relatives;
    return query(make_list(part(subject, descent, ast::Direction::outgoing, "ancestor"),
                           itself(subject, descent, with_evidence),
                           part(subject, descent, ast::Direction::incoming, "descendant")));
}

}  // namespace

Result<Translation> translate_lineage(const ast::LineageQuestion& question, const Setting& setting) {
    const RelationshipSchema* descent = nullptr;
    for (const RelationshipSchema& type : setting.schema().relationships) {
        if (type.lineage) descent = &type;
    }
    if (descent == nullptr) {
        return Error{.code = ErrorCode::unknown_question,
                     .message = "this graph doesn't say what descends from what",
                     .span = setting.question.span,
                     .hints = {"its schema may mark one relationship type with `\"lineage\": true`"}};
    }
    const Labels labels = labels_at(*descent, Way::outgoing, setting.schema());
    Labels among = labels;
    if (question.subject.noun) {
        CONFER_TRY(const Labels noun, resolve_noun(*question.subject.noun, setting));
        among = labels_in_both(noun, labels);
        if (among.empty()) among = labels;
    }
    CONFER_TRY(const Named subject, resolve_name(*question.subject.name, among, setting));
    Translation out;
    out.pattern = lineage_query(subject, {descent, labels}, false);
    out.evidence = lineage_query(subject, {descent, labels}, true);
    out.paraphrase = "what " + subject.title + " descends from, and what descends from it";
    return out;
}

}  // namespace confer::engine::question
