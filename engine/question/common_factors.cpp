// COMMON FACTORS OF CBT, gestalt therapy [IN AT LEAST 2] · COMMON FACTORS OF humanistic approaches
//
//   MATCH (a1 {id: 'cbt'}), (a2 {id: 'gestalt-therapy'})
//   UNWIND [a1, a2] AS a
//   MATCH (a)-[:USES|DRAWS_ON]->(c)
//   WITH c, count(DISTINCT a) AS shared, collect(DISTINCT a.name) AS names WHERE shared >= 2
//   MATCH (b:Approach)-[:USES|DRAWS_ON]->(c)
//   WITH c, shared, names, count(DISTINCT b) AS everywhere
//   RETURN c.name AS component, …, everywhere - shared AS elsewhere
//
// Of things that are named all have to share it, unless it is said how many; of those that are described, two.
// Source: common factors: Rosenzweig 1936, Frank 1961, Wampold 2015; docs/integration.md.
// Test: tests/suites/integration.
#include "question/build_ast.h"
#include "question/components.h"
#include "question/coverage.h"
#include "question/forms_internal.h"
#include "question/paraphrase.h"
#include "question/predicate.h"
#include "question/several.h"
#include "question/subjects.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

// Who is asked about: named one by one, or described.
struct Sharers {
    std::optional<Subjects> named;
    std::optional<Bound> described;

    const Labels& labels() const { return named ? named->labels : described->labels; }
};

class CommonFactors {
public:
    CommonFactors(const Sharers& sharers, const Components& components, std::int64_t at_least)
        : sharers_(sharers), components_(components), at_least_(at_least) {}

    ast::Query query(bool with_evidence) const {
        std::vector<ast::Clause> clauses;
        if (sharers_.named) {
            clauses = each_of(sharers_.named->things, "a");
            clauses.push_back(match(joined("a", {}, with_evidence)));
        } else {
            const Bound& described = *sharers_.described;
            clauses.push_back(match(joined("a", names_of(described.labels), with_evidence),
                                    described.meaning ? predicate(*described.meaning, "a") : nullptr));
        }
        std::vector<Item> shared = kept({});
        shared.push_back({call("count", variable("a"), true), "shared"});
        shared.push_back({call("collect", property("a", title_key(sharers_.labels())), true), "names"});
        if (with_evidence) shared.push_back({call("collect", variable("r"), true), "evidence"});
        clauses.push_back(
            with(std::move(shared), compare(variable("shared"), ast::CompareOp::greater_equal, integer(at_least_))));
        clauses.push_back(match(joined("b", names_of(sharers_.labels()), false)));
        std::vector<Item> everywhere =
            kept(with_evidence ? Names{"shared", "names", "evidence"} : Names{"shared", "names"});
        everywhere.push_back({call("count", variable("b"), true), "everywhere"});
        clauses.push_back(with(std::move(everywhere)));
        clauses.push_back(returning(columns(with_evidence), order()));
        return question::query(make_list(single(std::move(clauses))));
    }

private:
    // (a)-[:USES]->(c:Technique)
    ast::PathPattern joined(const std::string& who, const Names& labels, bool with_evidence) const {
        return path(node(who, labels),
                    relationship(names_of(components_.types), ast::Direction::outgoing,
                                 with_evidence ? std::optional<std::string>("r") : std::nullopt),
                    node("c"));
    }

    static std::vector<Item> kept(const Names& names) {
        std::vector<Item> items;
        items.push_back({variable("c"), ""});
        for (const std::string& name : names) items.push_back({variable(name), ""});
        return items;
    }

    std::vector<Item> columns(bool with_evidence) const {
        std::vector<Item> items;
        items.push_back({property("c", title_key(components_.labels)), "component"});
        if (components_.labels.size() > 1) items.push_back({element(call("labels", variable("c")), 0), "kind"});
        items.push_back({variable("shared"), ""});
        items.push_back({call("sort", variable("names")), sharers_column()});
        items.push_back({binary(variable("everywhere"), ast::BinaryOp::subtract, variable("shared")), "elsewhere"});
        if (with_evidence) items.push_back({variable("evidence"), ""});
        return items;
    }

    std::string sharers_column() const {
        return sharers_.labels().size() == 1 ? plural_column_of(*sharers_.labels().front()) : "things";
    }

    static std::vector<SortKey> order() { return {{"shared", true}, {"elsewhere", true}, {"component"}}; }

    const Sharers& sharers_;
    const Components& components_;
    std::int64_t at_least_;
};

Result<Sharers> sharers_of(const ast::CommonFactorsQuestion& question, const Setting& setting) {
    Sharers out;
    if (question.selection) {
        CONFER_TRY(out.described, bind(*question.selection, setting));
        return out;
    }
    CONFER_TRY(const Labels among, labels_compared_by({}, setting));
    CONFER_TRY(out.named, resolve_subjects(question.subjects, among, setting));
    return out;
}

}  // namespace

Result<Translation> translate_common_factors(const ast::CommonFactorsQuestion& question, const Setting& setting) {
    CONFER_TRY(const Sharers sharers, sharers_of(question, setting));
    CONFER_TRY(const Components components, resolve_components({}, sharers.labels(), setting.question.span, setting));
    const std::int64_t all = sharers.named ? static_cast<std::int64_t>(sharers.named->things.size()) : 2;
    const std::int64_t at_least = question.at_least.value_or(all);
    if (sharers.named && at_least > all) {
        return Error{.code = ErrorCode::unfitting_words,
                     .message = "nothing can be common to " + std::to_string(at_least) + " of " + std::to_string(all),
                     .span = setting.question.span,
                     .hints = {"ask for at most " + std::to_string(all)}};
    }
    const CommonFactors pattern(sharers, components, at_least);
    Translation out;
    out.pattern = pattern.query(false);
    out.evidence = pattern.query(true);
    const std::string some = !sharers.named || at_least < all ? "at least " + std::to_string(at_least) + " of "
                             : all == 2                       ? "both "
                                                              : "all of ";
    out.sharing = sharing_of(components);
    out.paraphrase =
        "the components that " + some +
        (sharers.named ? enumerated(sharers.named->titles(), "and") : "the " + paraphrase(*sharers.described)) +
        " have, those that most other " + plural_of(sharers.labels()) + " have first";
    if (sharers.named) out.notices = gaps(sharers.named->things, components, setting);
    return out;
}

}  // namespace confer::engine::question
