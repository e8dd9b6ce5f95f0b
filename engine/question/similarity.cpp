// HOW SIMILAR ARE CBT and REBT [BY techniques]?
//
// The numbers are a procedure's (plugins/extensions/similarity). Of two things each number is a row with what it means;
// of more, each pair is a row. Test: tests/suites/comparing.
#include "question/build_ast.h"
#include "question/components.h"
#include "question/coverage.h"
#include "question/forms_internal.h"
#include "question/predicate.h"
#include "question/subjects.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

ast::ExprPtr rounded(const std::string& coefficient) {
    return call("round", make_list(variable(coefficient), integer(3)));
}

class SimilarityPattern {
public:
    SimilarityPattern(const Subjects& subjects, const Components& components)
        : subjects_(subjects), components_(components) {}

    ast::Query query(bool with_evidence) const {
        return subjects_.things.size() == 2 ? measures(with_evidence) : pairs(with_evidence);
    }

private:
    ast::Clause call_procedure(std::vector<Yielded> yields) const {
        return procedure("confer.similarity",
                         make_list(variable("a"), variable("b"), texts(names_of(components_.types)),
                                   components_.named ? texts(names_of(components_.labels)) : null(),
                                   texts(names_of(subjects_.labels))),
                         std::move(yields));
    }

    // [(a)-[r:USES]->(c)<-[s:USES]-(b) | [r, s]]
    ast::ExprPtr shared_evidence() const {
        const Names types = names_of(components_.types);
        ast::PathPattern pattern = path(node("a"), relationship(types, ast::Direction::outgoing, "r"),
                                        node("c", components_.named ? names_of(components_.labels) : Names{}));
        pattern.relationships.push_back(relationship(types, ast::Direction::incoming, "s"));
        pattern.nodes.push_back(node("b"));
        return each(std::move(pattern), nullptr, list(make_list(variable("r"), variable("s"))));
    }

    struct Measure {
        std::string name;
        ast::ExprPtr value;
        std::string meaning;
        bool rests_on_shared = false;
    };

    ast::Query measures(bool with_evidence) const {
        const Named &one = subjects_.things[0], &other = subjects_.things[1];
        const std::string what = plural_of(components_);
        std::vector<Measure> all;
        all.push_back({"in common", variable("shared"), what + " that both have", true});
        all.push_back({subjects_.names[0], variable("size"), what + " recorded of " + one.title});
        all.push_back({subjects_.names[1], variable("otherSize"), what + " recorded of " + other.title});
        all.push_back({"Jaccard", rounded("jaccard"), "in common, of all that either has"});
        all.push_back({"overlap", rounded("overlap"), "in common, of what the smaller one has"});
        all.push_back({"cosine", rounded("cosine"), "in common, of the geometric mean of what each has"});
        all.push_back({"weighted Jaccard", rounded("weighted"),
                       "as Jaccard, but what few " + plural_of(subjects_.labels) + " have says more"});
        std::vector<ast::ExprPtr> rows;
        for (Measure& each : all) {
            std::vector<ast::ExprPtr> row =
                make_list(text(each.name), std::move(each.value), text(std::move(each.meaning)));
            if (with_evidence) row.push_back(each.rests_on_shared ? shared_evidence() : list({}));
            rows.push_back(list(std::move(row)));
        }
        std::vector<Item> items;
        items.push_back({element(variable("row"), 0), "measure"});
        items.push_back({element(variable("row"), 1), "value"});
        items.push_back({element(variable("row"), 2), "meaning"});
        if (with_evidence) items.push_back({element(variable("row"), 3), "evidence"});
        return question::query(make_list(single(make_list(
            match(make_list(path(node_with(one.key, one.value, "a")), path(node_with(other.key, other.value, "b")))),
            call_procedure({{"size", {}},
                            {"otherSize", {}},
                            {"shared", {}},
                            {"jaccard", {}},
                            {"overlap", {}},
                            {"cosine", {}},
                            {"weighted", {}}}),
            unwind(list(std::move(rows)), "row"), returning(std::move(items))))));
    }

    // Each pair once, in the order in which they are named.
    ast::Query pairs(bool with_evidence) const {
        const std::size_t count = subjects_.things.size();
        std::vector<ast::PathPattern> things;
        std::vector<ast::ExprPtr> all;
        for (std::size_t i = 0; i < count; ++i) {
            const Named& thing = subjects_.things[i];
            things.push_back(path(node_with(thing.key, thing.value, "a" + std::to_string(i + 1))));
            for (std::size_t j = i + 1; j < count; ++j) {
                all.push_back(
                    list(make_list(variable("a" + std::to_string(i + 1)), variable("a" + std::to_string(j + 1)))));
            }
        }
        std::vector<Item> pair, items;
        pair.push_back({element(variable("pair"), 0), "a"});
        pair.push_back({element(variable("pair"), 1), "b"});
        const std::string key = title_key(subjects_.labels);
        const std::string column =
            subjects_.labels.size() == 1 ? question::column_of(*subjects_.labels.front()) : "name";
        items.push_back({property("a", key), column});
        items.push_back({property("b", key), "other"});
        items.push_back({variable("shared"), ""});
        for (const char* coefficient : {"jaccard", "overlap", "weighted"}) {
            items.push_back({rounded(coefficient), coefficient});
        }
        if (with_evidence) items.push_back({shared_evidence(), "evidence"});
        return question::query(make_list(
            single(make_list(match(std::move(things)), unwind(list(std::move(all)), "pair"), with(std::move(pair)),
                             call_procedure({{"shared", {}}, {"jaccard", {}}, {"overlap", {}}, {"weighted", {}}}),
                             returning(std::move(items), {{"weighted", true}, {column}, {"other"}})))));
    }

    const Subjects& subjects_;
    const Components& components_;
};

// The same words again: an operand that may have a clause can't be copied.
ast::Operand named_operand(const ast::Operand& from) {
    ast::Operand out;
    out.span = from.span;
    out.name = from.name;
    out.noun = from.noun;
    return out;
}

}  // namespace

Result<Translation> translate_similarity(const ast::SimilarityQuestion& question, const Setting& setting) {
    CONFER_TRY(const Labels among, labels_compared_by(question.dimensions, setting));
    CONFER_TRY(const Subjects subjects, resolve_subjects(question.subjects, among, setting));
    CONFER_TRY(const Components components,
               resolve_components(question.dimensions, subjects.labels, question.subjects.front().span, setting));
    const SimilarityPattern pattern(subjects, components);
    Translation out;
    out.pattern = pattern.query(false);
    out.evidence = pattern.query(true);
    out.sharing = sharing_of(components);
    out.paraphrase = "how alike " + enumerated(subjects.titles(), "and") + " are in the " + plural_of(components) +
                     " that they have";
    if (subjects.things.size() == 2) {
        out.notices = uneven_coverage(subjects.things[0], subjects.things[1], components, setting);
    }
    return out;
}

Result<Translation> translate_same(const ast::SameQuestion& question, const Setting& setting) {
    CONFER_TRY(const Named one, resolve_operand(question.one, setting));
    CONFER_TRY(const Named other, resolve_operand(question.other, setting));
    if (one.node == other.node) {
        CONFER_TRY(Translation out,
                   translate_describe({named_operand(question.one), ast::DescribePart::names}, setting));
        out.notices.push_back("Both are names of the same " + singular_of(one.labels) + ", " + one.title + ".");
        return out;
    }
    ast::SimilarityQuestion similarity;
    similarity.subjects = make_list(named_operand(question.one), named_operand(question.other));
    CONFER_TRY(Translation out, translate_similarity(similarity, setting));
    out.notices.push_back(one.title + " and " + other.title + " are recorded as two different " +
                          plural_of(one.labels) + ".");
    return out;
}

}  // namespace confer::engine::question
