// WHICH approaches SHARE components [WITH gestalt therapy | WITH humanistic approaches] [AT LEAST 3 | THE MOST]
// WHICH approaches SHARE NO components WITH gestalt therapy
//
// A component is shared when a component relationship leads to it from both sides; it counts once, by whichever types
// it is joined. Pairs come once, in the order of their ids.
// Test: tests/suites/questions/forms_test.cpp.
#include "question/build_ast.h"
#include "question/components.h"
#include "question/forms_internal.h"
#include "question/paraphrase.h"
#include "question/predicate.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

struct With {
    std::optional<Named> named;
    std::optional<Bound> described;
};

struct Extent {
    std::optional<ast::Quantity> how_many;
    std::optional<std::int64_t> most;
    bool each = false;
};

class SharePattern {
public:
    SharePattern(const Bound& sharers, const Components& shared, const With& with, const Extent& extent)
        : sharers_(sharers), shared_(shared), with_(with), extent_(extent) {}

    ast::Query query() const {
        std::vector<Item> groups, columns;
        groups.push_back({variable("a"), ""});
        if (!with_.named) groups.push_back({variable("b"), ""});
        groups.push_back({call("count", variable("c"), true), "shared"});
        groups.push_back({call("collect", property("c", title_key(shared_.labels)), true), list_column()});
        const std::string key = title_key(sharers_.labels);
        columns.push_back({property("a", key), first_column()});
        std::vector<SortKey> order{{"shared", true}, {first_column()}};
        if (!with_.named) {
            columns.push_back({property("b", key), "other"});
            order.push_back({"other"});
        }
        columns.push_back({variable("shared"), ""});
        columns.push_back({call("sort", variable(list_column())), list_column()});
        ast::ExprPtr enough =
            extent_.how_many ? within(*extent_.how_many, variable("shared"), variable("shared")) : nullptr;
        return question::query(
            make_list(single(make_list(match(pattern("c", {}), where()), with(std::move(groups), std::move(enough)),
                                       returning(std::move(columns), order, false, extent_.most)))));
    }

    // Those that have nothing in common with the one that is named.
    ast::Query query_of_none() const {
        std::vector<Item> columns;
        columns.push_back({property("a", title_key(sharers_.labels)), first_column()});
        ast::PathPattern shared = pattern({}, {});
        shared.nodes.front() = node("a");
        ast::ExprPtr nothing = negation(holds(std::move(shared)));
        ast::ExprPtr such = sharers_.meaning ? predicate(*sharers_.meaning, "a") : nullptr;
        return question::query(
            make_list(single(make_list(match(path(node("a", names_of(sharers_.labels))),
                                             all_of(make_list(is_other(), std::move(such), std::move(nothing)))),
                                       returning(std::move(columns), {{first_column()}})))));
    }

private:
    // (a:Approach)-[:USES]->(c)<-[:USES]-(b:Approach)
    ast::PathPattern pattern(std::optional<std::string> component, const LabelSchema* only) const {
        const Names types = names_of(shared_.types);
        const Names kinds = only != nullptr ? Names{only->name} : shared_.named ? names_of(shared_.labels) : Names{};
        ast::PathPattern out = path(node("a", only != nullptr ? Names{} : names_of(sharers_.labels)),
                                    relationship(types, ast::Direction::outgoing), node(std::move(component), kinds));
        out.relationships.push_back(relationship(types, ast::Direction::incoming));
        out.nodes.push_back(with_.named       ? node_with(with_.named->key, with_.named->value)
                            : only != nullptr ? node("b")
                                              : node("b", names_of(other_labels())));
        return out;
    }

    const Labels& other_labels() const { return with_.described ? with_.described->labels : sharers_.labels; }

    ast::ExprPtr is_other() const {
        if (with_.named)
            return compare(property("a", with_.named->key), ast::CompareOp::not_equal, text(with_.named->value));
        if (with_.described) return compare(variable("a"), ast::CompareOp::not_equal, variable("b"));
        return compare(property("a", "id"), ast::CompareOp::less, property("b", "id"));
    }

    ast::ExprPtr where() const {
        std::vector<ast::ExprPtr> parts = make_list(is_other());
        if (sharers_.meaning) parts.push_back(predicate(*sharers_.meaning, "a"));
        if (with_.described && with_.described->meaning) parts.push_back(predicate(*with_.described->meaning, "b"));
        if (!with_.named && !with_.described && sharers_.meaning) parts.push_back(predicate(*sharers_.meaning, "b"));
        for (const LabelSchema* kind : shared_.labels) {
            if (extent_.each) parts.push_back(holds(pattern({}, kind)));
        }
        return all_of(std::move(parts));
    }

    std::string first_column() const {
        return sharers_.labels.size() == 1 ? column_of(*sharers_.labels.front()) : "name";
    }
    std::string list_column() const { return plural_column_of(shared_); }

    const Bound& sharers_;
    const Components& shared_;
    const With& with_;
    const Extent& extent_;
};

// One by name, or "with behavioral ones".
Result<With> with_of(const ast::ShareQuestion& question, const Labels& sharers, const Setting& setting) {
    With out;
    if (!question.with) return out;
    const ast::Operand& with = *question.with;
    Labels among = sharers;
    if (with.noun) {
        CONFER_TRY(among, resolve_noun(*with.noun, setting));
    }
    if (with.name) {
        Result<Named> named = resolve_name(*with.name, among, setting);
        if (named.has_value()) {
            out.named = std::move(named).value();
            return out;
        }
        std::unique_ptr<Meaning> such = described(*with.name, among, setting);
        if (such == nullptr) return std::move(named).error();
        out.described = Bound{among, std::move(*such)};
        return out;
    }
    if (!with.noun || with.every) {
        return Error{.code = ErrorCode::unknown_question,
                     .message = "`share … with` needs the name of one " + singular_of(sharers),
                     .span = with.span};
    }
    out.described = Bound{among, std::nullopt};
    if (with.that != nullptr) {
        CONFER_TRY(Meaning that, bind(*with.that, among, setting));
        out.described->meaning = std::move(that);
    }
    return out;
}

}  // namespace

Result<Translation> translate_share(const ast::ShareQuestion& question, const Setting& setting) {
    CONFER_TRY(const Bound sharers, bind(question.selection, setting));
    CONFER_TRY(const Components shared,
               resolve_components(question.components, sharers.labels, question.selection.noun->span, setting));
    CONFER_TRY(const With with, with_of(question, sharers.labels, setting));
    Extent extent{question.how_many, question.most, question.each};
    if (extent.how_many && !extent.how_many->from) extent.how_many->from = 1;  // what shares nothing has no row
    const SharePattern pattern(sharers, shared, with, extent);
    Translation out;
    out.notices = inclusions(sharers);
    const std::string what = plural_of(shared), share = sharers.meaning ? ", and share " : " that share ";
    if (question.none) {
        if (!with.named) {
            return Error{.code = ErrorCode::unknown_question,
                         .message = "`share no " + what + "` needs the name of one " + singular_of(sharers.labels),
                         .span = setting.question.span,
                         .hints = {"say with which, as in `share no " + what + " with …`"}};
        }
        out.pattern = pattern.query_of_none();
        out.paraphrase = paraphrase(sharers) + share + "no " + what + " with " + with.named->title;
        out.notices.emplace_back(unknown_is_not_no);
        return out;
    }
    out.pattern = pattern.query();
    out.sharing = sharing_of(shared);
    std::vector<std::string> kinds;
    for (const LabelSchema* kind : shared.labels) kinds.push_back(plural(*kind));
    out.paraphrase = (with.named || with.described ? "" : "pairs of ") + paraphrase(sharers) + share +
                     (extent.how_many ? amount_of(*extent.how_many) + " "
                      : question.each ? "some of each of "
                                      : "") +
                     (question.each ? enumerated(kinds, "and") : what) +
                     (with.named ? " with " + with.named->title : "") +
                     (with.described ? " with " + paraphrase(*with.described) : "") +
                     (extent.most ? ", the " + std::to_string(*extent.most) + " with the most" : "");
    return out;
}

}  // namespace confer::engine::question
