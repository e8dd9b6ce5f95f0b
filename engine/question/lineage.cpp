// ANCESTORS OF DBT · DESCENDANTS OF DBT
// LINEAGE OF DBT: all that it descends from, itself, and all that descends from it, as a tree.
//
// A row for each relative and each of the shortest ways to it: how many generations away, over whom (`via`: the next
// one on the way to the subject), in the tree's order. Ancestors stand above the one they lead to, descendants
// under the one they come from. Which relationship type is that of descent, the schema says (`"lineage": true`).
// Test: tests/suites/lineage.
#include "question/build_path.h"
#include "question/forms_internal.h"
#include "question/predicate.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

struct Descent {
    const RelationshipSchema* type;
    Labels labels;
};

constexpr std::size_t generation_column = 1, name_column = 2;

std::vector<Item> columns(const Descent& descent, const std::string& lineage, ast::ExprPtr generation,
                          ast::ExprPtr via) {
    std::vector<Item> items;
    items.push_back({text(lineage), "lineage"});
    items.push_back({std::move(generation), "generation"});
    items.push_back({property("b", title_key(descent.labels)), column_of(*descent.labels.front())});
    if (declare(descent.labels, "year")) items.push_back({property("b", "year"), "year"});
    items.push_back({std::move(via), "via"});
    return items;
}

ast::SingleQuery itself(const Named& subject, const Descent& descent, bool with_evidence) {
    std::vector<Item> items = columns(descent, "itself", integer(0), null());
    if (with_evidence) items.push_back({list(make_list(variable("b"))), "evidence"});
    return single(make_list(match(path(node_with(subject.key, subject.value, "b"))), returning(std::move(items))));
}

// Ways from the subject, compared node by node, the older first: a relative comes after those on the way to it; an
// ancestor before them, since its way then ends in what is greater than any node.
ast::ExprPtr place_in_tree(const Descent& descent, bool ancestors) {
    std::vector<ast::ExprPtr> node, end;
    if (declare(descent.labels, "year")) node.push_back(property("n", "year"));
    node.push_back(property("n", title_key(descent.labels)));
    for (std::size_t i = 0; i < node.size(); ++i) end.push_back(null());
    ast::ExprPtr way = those("n", call("nodes", variable("p")), nullptr, list(std::move(node)));
    if (!ancestors) return way;
    return binary(std::move(way), ast::BinaryOp::add, list(make_list(list(std::move(end)))));
}

// A relative rests on the last step of the way to it.
ast::SingleQuery relatives(const Named& subject, const Descent& descent, bool ancestors, bool with_evidence) {
    const ast::Direction direction = ancestors ? ast::Direction::outgoing : ast::Direction::incoming;
    ast::ExprPtr steps = call("length", variable("p"));
    std::vector<Item> items = columns(
        descent, ancestors ? "ancestor" : "descendant", ancestors ? negative(std::move(steps)) : std::move(steps),
        property_of(element(call("nodes", variable("p")), -2), title_key(descent.labels)));
    if (with_evidence) items.push_back({call("last", call("relationships", variable("p"))), "evidence"});
    ast::PathPattern ways = named("p", ast::PathSelector::Form::all_shortest,
                                  path(node_with(subject.key, subject.value),
                                       repeated(relationship({descent.type->name}, direction)), node("b")));
    return single(make_list(match(std::move(ways)), returning_by(std::move(items), place_in_tree(descent, ancestors))));
}

ast::Query lineage_query(const Named& subject, const Descent& descent, ast::LineagePart part, bool with_evidence) {
    std::vector<ast::SingleQuery> parts;
    if (part != ast::LineagePart::descendants) parts.push_back(relatives(subject, descent, true, with_evidence));
    parts.push_back(itself(subject, descent, with_evidence));
    if (part != ast::LineagePart::ancestors) parts.push_back(relatives(subject, descent, false, with_evidence));
    return query(std::move(parts));
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
    out.pattern = lineage_query(subject, {descent, labels}, question.part, false);
    out.evidence = lineage_query(subject, {descent, labels}, question.part, true);
    out.tree = Tree{name_column, generation_column};
    const std::string ancestors = "what " + subject.title + " descends from";
    out.paraphrase = question.part == ast::LineagePart::all         ? ancestors + ", and what descends from it"
                     : question.part == ast::LineagePart::ancestors ? ancestors
                                                                    : "what descends from " + subject.title;
    return out;
}

}  // namespace confer::engine::question
