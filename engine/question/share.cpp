// WHICH approaches SHARE components [WITH gestalt therapy] [AT LEAST 3]
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

class SharePattern {
public:
    SharePattern(const Bound& sharers, const Components& shared, const std::optional<Named>& with,
                 std::optional<std::int64_t> at_least)
        : sharers_(sharers), shared_(shared), with_(with), at_least_(at_least) {}

    ast::Query query() const {
        std::vector<Item> groups, columns;
        groups.push_back({variable("a"), ""});
        if (!with_) groups.push_back({variable("b"), ""});
        groups.push_back({call("count", variable("c"), true), "shared"});
        groups.push_back({call("collect", property("c", title_key(shared_.labels)), true), list_column()});
        const std::string key = title_key(sharers_.labels);
        columns.push_back({property("a", key), first_column()});
        std::vector<SortKey> order{{"shared", true}, {first_column()}};
        if (!with_) {
            columns.push_back({property("b", key), "other"});
            order.push_back({"other"});
        }
        columns.push_back({variable("shared"), ""});
        columns.push_back({call("sort", variable(list_column())), list_column()});
        ast::ExprPtr enough =
            at_least_ ? compare(variable("shared"), ast::CompareOp::greater_equal, integer(*at_least_)) : nullptr;
        return question::query(
            make_list(single(make_list(match(pattern(), where()), question::with(std::move(groups), std::move(enough)),
                                       returning(std::move(columns), order)))));
    }

private:
    // (a:Approach)-[:USES]->(c)<-[:USES]-(b:Approach)
    ast::PathPattern pattern() const {
        const Names types = names_of(shared_.types);
        ast::PathPattern out = path(node("a", names_of(sharers_.labels)), relationship(types, ast::Direction::outgoing),
                                    node("c", shared_.named ? names_of(shared_.labels) : Names{}));
        out.relationships.push_back(relationship(types, ast::Direction::incoming));
        out.nodes.push_back(with_ ? node_with(with_->key, with_->value) : node("b", names_of(sharers_.labels)));
        return out;
    }

    ast::ExprPtr where() const {
        std::vector<ast::ExprPtr> parts;
        if (with_) {
            parts.push_back(compare(property("a", with_->key), ast::CompareOp::not_equal, text(with_->value)));
        } else {
            parts.push_back(compare(property("a", "id"), ast::CompareOp::less, property("b", "id")));
        }
        if (sharers_.meaning) {
            parts.push_back(predicate(*sharers_.meaning, "a"));
            if (!with_) parts.push_back(predicate(*sharers_.meaning, "b"));
        }
        return all_of(std::move(parts));
    }

    std::string first_column() const {
        return sharers_.labels.size() == 1 ? column_of(*sharers_.labels.front()) : "name";
    }
    std::string list_column() const { return plural_column_of(shared_); }

    const Bound& sharers_;
    const Components& shared_;
    const std::optional<Named>& with_;
    std::optional<std::int64_t> at_least_;
};

}  // namespace

Result<Translation> translate_share(const ast::ShareQuestion& question, const Setting& setting) {
    CONFER_TRY(const Bound sharers, bind(question.selection, setting));
    CONFER_TRY(const Components shared,
               resolve_components(question.components, sharers.labels, question.selection.noun->span, setting));
    std::optional<Named> with;
    if (question.with) {
        if (!question.with->name) {
            return Error{.code = ErrorCode::unknown_question,
                         .message = "`share … with` needs the name of one " + singular_of(sharers.labels),
                         .span = question.with->span};
        }
        CONFER_TRY(Named named, resolve_name(*question.with->name, sharers.labels, setting));
        with = std::move(named);
    }
    const SharePattern pattern(sharers, shared, with, question.at_least);
    Translation out;
    out.pattern = pattern.query();
    const std::string what = plural_of(shared);
    const std::string how_many = question.at_least ? "at least " + std::to_string(*question.at_least) + " " : "";
    out.sharing = sharing_of(shared);
    out.paraphrase = (with ? "" : "pairs of ") + paraphrase(sharers) +
                     (sharers.meaning ? ", and share " : " that share ") + how_many + what +
                     (with ? " with " + with->title : "");
    return out;
}

}  // namespace confer::engine::question
