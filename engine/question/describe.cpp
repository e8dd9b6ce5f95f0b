// DESCRIBE gestalt therapy: what it is, and all that it is joined with, type by type in the schema's order.
//
// One part for each fact, put together with UNION ALL, so that the order is the schema's.
// Test: tests/suites/questions/forms_test.cpp.
#include "question/build_ast.h"
#include "question/forms_internal.h"
#include "question/predicate.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

class Description {
public:
    Description(const Named& subject, const Setting& setting) : subject_(subject), setting_(setting) {}

    ast::Query query(ast::DescribePart part) {
        if (part == ast::DescribePart::everything) return query();
        add(make_list(match(path(subject("a")))), "name", property("a", title_key(subject_.labels)), false);
        if (part == ast::DescribePart::names && declares_any("aliases")) add_aliases();
        if (part == ast::DescribePart::year) {
            add_property(std::string(year_key), "year");
            add_property("year_text", "in words");
        }
        return question::query(std::move(parts_));
    }

private:
    ast::Query query() {
        add_property("summary", "summary");
        if (declares_any("aliases")) add_aliases();
        add_property("year", "year");
        for (const RelationshipSchema& type : setting_.schema().relationships) {
            const bool symmetric = !type.verb.empty() && type.verb == type.inverse;
            if (symmetric) {
                add_relationship(type, Way::either);
                continue;
            }
            add_relationship(type, Way::outgoing);
            add_relationship(type, Way::incoming);
        }
        return question::query(std::move(parts_));
    }

    ast::NodePattern subject(std::optional<std::string> variable) const {
        return node_with(subject_.key, subject_.value, std::move(variable));
    }

    bool declares_any(std::string_view key) const {
        for (const LabelSchema* label : subject_.labels) {
            if (declare({label}, key)) return true;
        }
        return false;
    }

    void add(std::vector<ast::Clause> clauses, std::string relation, ast::ExprPtr name, bool sorted) {
        std::vector<Item> items;
        items.push_back({text(std::move(relation)), "relation"});
        items.push_back({std::move(name), "name"});
        clauses.push_back(
            returning(std::move(items), sorted ? std::vector<SortKey>{{"name"}} : std::vector<SortKey>{}));
        parts_.push_back(single(std::move(clauses)));
    }

    // The first part is there in any case, so that the query has one.
    void add_property(const std::string& key, const std::string& relation) {
        if (parts_.empty()) {
            const std::string kind = singular_of(subject_.labels);
            add(make_list(match(path(subject("a")))), "is", text(with_article(kind)), false);
        }
        if (!declares_any(key)) return;
        add(make_list(match(path(subject("a")), is_not_null(property("a", key)))), relation, property("a", key), false);
    }

    void add_aliases() {
        add(make_list(match(path(subject("a"))), unwind(property("a", "aliases"), "alias")), "also called",
            variable("alias"), false);
    }

    void add_relationship(const RelationshipSchema& type, Way way) {
        if (labels_in_both(labels_at(type, way, setting_.schema()), subject_.labels).empty()) return;
        const Direction direction = way == Way::incoming ? Direction::incoming : Direction::outgoing;
        const ast::Direction drawn = way == Way::either     ? ast::Direction::either
                                     : way == Way::incoming ? ast::Direction::incoming
                                                            : ast::Direction::outgoing;
        const Labels there = labels_at(type, reversed(way), setting_.schema());
        add(make_list(match(path(subject({}), relationship({type.name}, drawn), node("b")))),
            verb_heading(type, direction, setting_.schema()), property("b", title_key(there)), true);
    }

    const Named& subject_;
    const Setting& setting_;
    std::vector<ast::SingleQuery> parts_;
};

// Another node may go by the same name as an alias.
std::vector<std::string> namesakes(const ast::Phrase& name, const Named& subject, const Setting& setting) {
    std::vector<std::string> notices;
    for (const NodeId node : setting.graph().names().find_with_aliases(normalise_name(name.text))) {
        if (node == subject.node) continue;
        notices.push_back(ticked(name.text) + " is also another name of the " + singular_of(labels_of(node, setting)) +
                          " " + ticked(setting.graph().title(node)) + ".");
    }
    return notices;
}

}  // namespace

Result<Translation> translate_describe(const ast::DescribeQuestion& question, const Setting& setting) {
    CONFER_TRY(const Named subject, resolve_operand(question.subject, setting));
    Translation out;
    out.pattern = Description(subject, setting).query(question.part);
    out.paraphrase = question.part == ast::DescribePart::names  ? "what " + subject.title + " is also called"
                     : question.part == ast::DescribePart::year ? "when " + subject.title + " came about"
                                                                : "what is recorded about " + subject.title;
    if (!question.subject.noun) out.notices = namesakes(*question.subject.name, subject, setting);
    return out;
}

}  // namespace confer::engine::question
