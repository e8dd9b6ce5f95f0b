// INTEGRATE theories OF CBT, psychodynamic therapy: what a theory that brings them together would be made of, and what
// stands in its way. One part for each kind of finding, put together with UNION ALL:
//
//   shared               a component that several of them have
//   contributed          one that a single one of them has
//   bridging approach    something else that has components of several of them, none of which those share
//   common descendant    what descends from several of them
//   common ancestor      what several of them descend from
//   descends from        what descends from another of them
//   contradiction        a component that one of them has and another is said to do without
//   contrasts with, …    whatever else joins two of them, in the schema's words
//
// Source: theoretical integration: Wachtel 1977; docs/integration.md.
// Test: tests/suites/integration.
#include "question/build_ast.h"
#include "question/components.h"
#include "question/coverage.h"
#include "question/forms_internal.h"
#include "question/predicate.h"
#include "question/several.h"
#include "question/subjects.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

using Types = std::vector<const RelationshipSchema*>;

class Integration {
public:
    Integration(const Subjects& subjects, const Components& components, const Setting& setting, bool with_evidence)
        : subjects_(subjects), components_(components), setting_(setting), with_evidence_(with_evidence) {}

    ast::Query query() {
        add_components("shared", ast::CompareOp::greater);
        add_components("contributed", ast::CompareOp::equal);
        add_bridges();
        for (const RelationshipSchema* type : between()) {
            if (!type->lineage) continue;
            add_kin(*type, ast::Direction::incoming, "common descendant");
            add_kin(*type, ast::Direction::outgoing, "common ancestor");
            add_descent(*type);
        }
        add_contradictions();
        for (const RelationshipSchema* type : between()) {
            if (!type->lineage) add_direct(*type);
        }
        return question::query(std::move(parts_));
    }

private:
    std::optional<std::string> by(const char* name) const {
        return with_evidence_ ? std::optional<std::string>(name) : std::nullopt;
    }
    std::string title(const Labels& labels) const { return title_key(labels); }
    ast::ExprPtr names(const std::string& thing) const {
        return call("collect", property(thing, title(subjects_.labels)), true);
    }
    static std::vector<Item> items(const Names& variables) {
        std::vector<Item> out;
        for (const std::string& name : variables) out.push_back({variable(name), ""});
        return out;
    }
    std::string subjects_column() const {
        return subjects_.labels.size() == 1 ? plural_column_of(*subjects_.labels.front()) : "things";
    }
    // Types that may join two of the things.
    Types between() const { return types_between(subjects_.labels, subjects_.labels, setting_); }

    // Ends a part: its `kind`, what it is about, which of the things it concerns, and why. `whose` and `because` are
    // lists of texts.
    void add(std::vector<ast::Clause> clauses, const std::string& kind, ast::ExprPtr name, ast::ExprPtr whose,
             ast::ExprPtr because, ast::ExprPtr evidence) {
        std::vector<Item> columns;
        columns.push_back({text(kind), "kind"});
        columns.push_back({std::move(name), "name"});
        columns.push_back({std::move(whose), subjects_column()});
        columns.push_back({std::move(because), "because"});
        if (with_evidence_) columns.push_back({std::move(evidence), "evidence"});
        clauses.push_back(returning(std::move(columns), {{subjects_column()}, {"name"}}));
        parts_.push_back(single(std::move(clauses)));
    }

    // … MATCH (a)-[r]->(c) WITH c, collect(DISTINCT a) AS holders, …
    std::vector<ast::Clause> components_with_holders(ast::CompareOp op) const {
        std::vector<ast::Clause> clauses = each_of(subjects_.things, "a");
        clauses.push_back(
            match(path(node("a"), relationship(names_of(components_.types), ast::Direction::outgoing, by("r")),
                       node("c", components_.named ? names_of(components_.labels) : Names{}))));
        std::vector<Item> held = items({"c"});
        held.push_back({call("collect", variable("a"), true), "holders"});
        if (with_evidence_) held.push_back({call("collect", variable("r"), true), "claims"});
        clauses.push_back(with(std::move(held), compare(call("size", variable("holders")), op, integer(1))));
        return clauses;
    }

    void add_components(const std::string& kind, ast::CompareOp op) {
        add(components_with_holders(op), kind, property("c", title(components_.labels)),
            call("sort", those("a", variable("holders"), nullptr, property("a", title(subjects_.labels)))), list({}),
            variable("claims"));
    }

    // Something that has what only the one has, and what only the other has.
    void add_bridges() {
        std::vector<ast::Clause> clauses = components_with_holders(ast::CompareOp::equal);
        clauses.push_back(unwind(variable("holders"), "a"));
        clauses.push_back(
            match(path(node("b", names_of(subjects_.labels)),
                       relationship(names_of(components_.types), ast::Direction::outgoing, by("s")), node("c"))));
        std::vector<Item> bridges = items({"b"});
        bridges.push_back({names("a"), "sides"});
        bridges.push_back({call("collect", property("c", title(components_.labels)), true), "through"});
        if (with_evidence_) {
            bridges.push_back(
                {list(make_list(call("collect", variable("claims")), call("collect", variable("s"), true))),
                 "evidence"});
        }
        clauses.push_back(with(std::move(bridges), several("sides")));
        add(std::move(clauses), "bridging " + singular_of(subjects_.labels), property("b", title(subjects_.labels)),
            call("sort", variable("sides")), call("sort", variable("through")), variable("evidence"));
    }

    static ast::ExprPtr several(const std::string& names) {
        return compare(call("size", variable(names)), ast::CompareOp::greater, integer(1));
    }

    // What is reached from several of them over any number of steps. A relative rests on the last step of each way.
    void add_kin(const RelationshipSchema& type, ast::Direction direction, const std::string& kind) {
        std::vector<ast::Clause> clauses = each_of(subjects_.things, "a");
        ast::RelationshipPattern steps = relationship({type.name}, direction);
        steps.hops = ast::HopRange{0, std::nullopt};
        clauses.push_back(match(path(node("a"), std::move(steps), node("c"))));
        clauses.push_back(with(items({"a", "c"}), nullptr, true));
        clauses.push_back(match(path(node("c"), relationship({type.name}, direction, by("r")), node("b"))));
        std::vector<Item> kin = items({"b"});
        kin.push_back({names("a"), "sides"});
        if (with_evidence_) kin.push_back({call("collect", variable("r"), true), "evidence"});
        clauses.push_back(with(std::move(kin), several("sides")));
        add(std::move(clauses), kind, property("b", title(subjects_.labels)), call("sort", variable("sides")), list({}),
            variable("evidence"));
    }

    void add_descent(const RelationshipSchema& type) {
        std::vector<ast::Clause> clauses = pairs();
        ast::RelationshipPattern steps = relationship({type.name}, ast::Direction::outgoing);
        steps.hops = ast::HopRange{0, std::nullopt};
        clauses.push_back(
            match(path(node("a"), relationship({type.name}, ast::Direction::outgoing, by("r")), node("c"))));
        clauses.push_back(match(path(node("c"), std::move(steps), node("b"))));
        std::vector<Item> found = items({"a", "b"});
        if (with_evidence_) found.push_back({call("collect", variable("r"), true), "evidence"});
        clauses.push_back(with(std::move(found), nullptr, !with_evidence_));
        add(std::move(clauses), verb_heading(type, Direction::outgoing, setting_.schema()),
            property("a", title(subjects_.labels)), list(make_list(property("b", title(subjects_.labels)))), list({}),
            variable("evidence"));
    }

    // Each of the things with each other one.
    std::vector<ast::Clause> pairs() const {
        std::vector<ast::Clause> clauses = each_of(subjects_.things, "a");
        clauses.push_back(unwind(list_of(numbered("a", subjects_.things.size())), "b"));
        return clauses;
    }

    void add_contradictions() {
        Types denials = types_between(subjects_.labels, components_.labels, setting_);
        std::erase_if(denials, [](const RelationshipSchema* type) { return !type->denies; });
        if (denials.empty()) return;
        std::vector<ast::Clause> clauses = pairs();
        ast::PathPattern conflict =
            path(node("a"), relationship(names_of(denials), ast::Direction::outgoing, by("r")), node("c"));
        conflict.relationships.push_back(relationship(names_of(components_.types), ast::Direction::incoming, by("s")));
        conflict.nodes.push_back(node("b"));
        clauses.push_back(match(std::move(conflict)));
        std::vector<Item> found = items({"c"});
        found.push_back({names("b"), "holders"});
        const std::string verb = verbs_of(denials, Way::outgoing, VerbForm::singular);
        found.push_back({call("collect",
                              binary(property("a", title(subjects_.labels)), ast::BinaryOp::add,
                                     text(" " + (verb.empty() ? denials.front()->name : verb) + " it")),
                              true),
                         "because"});
        if (with_evidence_) {
            found.push_back(
                {list(make_list(call("collect", variable("r"), true), call("collect", variable("s"), true))),
                 "evidence"});
        }
        clauses.push_back(with(std::move(found)));
        add(std::move(clauses), "contradiction", property("c", title(components_.labels)),
            call("sort", variable("holders")), call("sort", variable("because")), variable("evidence"));
    }

    void add_direct(const RelationshipSchema& type) {
        const bool both_ways = type.symmetric || (!type.verb.empty() && type.verb == type.inverse);
        std::vector<ast::Clause> clauses = pairs();
        clauses.push_back(match(
            path(node("a"),
                 relationship({type.name}, both_ways ? ast::Direction::either : ast::Direction::outgoing, by("r")),
                 node("b")),
            both_ways ? compare(property("a", subjects_.things.front().key), ast::CompareOp::less,
                                property("b", subjects_.things.front().key))
                      : nullptr));
        std::vector<Item> found = items({"a", "b"});
        if (with_evidence_) found.push_back({call("collect", variable("r"), true), "evidence"});
        clauses.push_back(with(std::move(found), nullptr, !with_evidence_));
        add(std::move(clauses), verb_heading(type, Direction::outgoing, setting_.schema()),
            property("a", title(subjects_.labels)), list(make_list(property("b", title(subjects_.labels)))), list({}),
            variable("evidence"));
    }

    const Subjects& subjects_;
    const Components& components_;
    const Setting& setting_;
    bool with_evidence_;
    std::vector<ast::SingleQuery> parts_;
};

}  // namespace

Result<Translation> translate_integrate(const ast::IntegrateQuestion& question, const Setting& setting) {
    CONFER_TRY(const Labels among, labels_compared_by(question.components, setting));
    CONFER_TRY(const Subjects subjects, resolve_subjects(question.subjects, among, setting));
    CONFER_TRY(const Components components,
               resolve_components(question.components, subjects.labels, setting.question.span, setting));
    Translation out;
    out.pattern = Integration(subjects, components, setting, false).query();
    out.evidence = Integration(subjects, components, setting, true).query();
    out.paraphrase = "the " + plural_of(components) + " of " + enumerated(subjects.titles(), "and") +
                     " together: which they share, which each contributes, what bridges them and where they contradict";
    out.notices = gaps(subjects.things, components, setting);
    return out;
}

}  // namespace confer::engine::question
