// WHICH approaches SHARE components [WITH gestalt therapy] [AT LEAST 3]
//
// A component is shared when a component relationship leads to it from both sides; it counts once, by whichever types
// it is joined. Pairs come once, in the order of their ids.
// Test: tests/suites/questions/forms_test.cpp.
#include <algorithm>

#include "question/build_ast.h"
#include "question/forms_internal.h"
#include "question/paraphrase.h"
#include "question/predicate.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

// What is shared, and by which relationship types it is reached.
struct Shared {
    std::vector<const RelationshipSchema*> types;
    Labels labels;
    bool named = false;  // by a noun, rather than "components"
};

std::vector<const RelationshipSchema*> types_between(const Labels& from, const Labels& to, const Setting& setting) {
    std::vector<const RelationshipSchema*> out;
    for (const RelationshipSchema& type : setting.schema().relationships) {
        if (labels_in_both(labels_at(type, Way::outgoing, setting.schema()), from).empty()) continue;
        if (labels_in_both(labels_at(type, Way::incoming, setting.schema()), to).empty()) continue;
        out.push_back(&type);
    }
    return out;
}

std::vector<const RelationshipSchema*> components_of(std::vector<const RelationshipSchema*> types) {
    std::erase_if(types, [](const RelationshipSchema* type) { return !type->component; });
    return types;
}

void add_types(Shared& shared, const std::vector<const RelationshipSchema*>& types) {
    for (const RelationshipSchema* type : types) {
        if (std::find(shared.types.begin(), shared.types.end(), type) == shared.types.end()) {
            shared.types.push_back(type);
        }
    }
}

Result<Shared> shared_of(const ast::ShareQuestion& question, const Labels& sharers, const Setting& setting) {
    Shared out;
    const Labels anything = labels_named({}, setting.schema());
    if (question.components.empty()) {
        out.types = components_of(types_between(sharers, anything, setting));
        for (const RelationshipSchema* type : out.types) {
            add_labels(out.labels, labels_at(*type, Way::incoming, setting.schema()), setting.schema());
        }
        if (!out.types.empty()) return out;
        return Error{.code = ErrorCode::unfitting_words,
                     .message = plural_of(sharers) + " have no components in this graph",
                     .span = question.selection.noun->span,
                     .hints = {"say what they are to share, with a noun"}};
    }
    out.named = true;
    for (const ast::Phrase& component : question.components) {
        CONFER_TRY(const Labels labels, resolve_noun(component, setting));
        // What isn't a component may be shared too, if there is only one way to have it.
        std::vector<const RelationshipSchema*> types = types_between(sharers, labels, setting);
        if (const auto proper = components_of(types); !proper.empty()) types = proper;
        if (types.size() != 1) {
            const bool none = types.empty();
            std::vector<std::string> verbs;
            for (const RelationshipSchema* type : types) {
                verbs.push_back(ticked(verbs_of({type}, Way::outgoing, VerbForm::plural)));
            }
            return Error{
                .code = ErrorCode::unfitting_words,
                .message = plural_of(sharers) + (none ? " have no " : " have ") + plural_of(labels) +
                           (none ? " to share" : " in several ways, so it isn't clear what sharing them means"),
                .span = component.span,
                .hints = none ? std::vector<std::string>{} : std::vector<std::string>{"they may " + enumerated(verbs)}};
        }
        add_types(out, types);
        add_labels(out.labels, labels, setting.schema());
    }
    return out;
}

class SharePattern {
public:
    SharePattern(const Bound& sharers, const Shared& shared, const std::optional<Named>& with,
                 std::optional<std::int64_t> at_least)
        : sharers_(sharers), shared_(shared), with_(with), at_least_(at_least) {}

    ast::Query query(bool with_evidence) const {
        std::vector<Item> groups, columns;
        groups.push_back({variable("a"), ""});
        if (!with_) groups.push_back({variable("b"), ""});
        groups.push_back({call("count", variable("c"), true), "shared"});
        groups.push_back({call("collect", property("c", title_key(shared_.labels)), true), list_column()});
        if (with_evidence) {
            groups.push_back(
                {list(make_list(call("collect", variable("r"), true), call("collect", variable("s"), true))),
                 "evidence"});
        }
        const std::string key = title_key(sharers_.labels);
        columns.push_back({property("a", key), first_column()});
        std::vector<SortKey> order{{"shared", true}, {first_column()}};
        if (!with_) {
            columns.push_back({property("b", key), "other"});
            order.push_back({"other"});
        }
        columns.push_back({variable("shared"), ""});
        columns.push_back({call("sort", variable(list_column())), list_column()});
        if (with_evidence) columns.push_back({variable("evidence"), ""});
        ast::ExprPtr enough =
            at_least_ ? compare(variable("shared"), ast::CompareOp::greater_equal, integer(*at_least_)) : nullptr;
        return question::query(make_list(single(make_list(match(pattern(with_evidence), where()),
                                                          question::with(std::move(groups), std::move(enough)),
                                                          returning(std::move(columns), order)))));
    }

private:
    // (a:Approach)-[:USES]->(c)<-[:USES]-(b:Approach)
    ast::PathPattern pattern(bool with_evidence) const {
        const auto named = [&](const char* name) {
            return with_evidence ? std::optional<std::string>(name) : std::nullopt;
        };
        const Names types = names_of(shared_.types);
        ast::PathPattern out =
            path(node("a", names_of(sharers_.labels)), relationship(types, ast::Direction::outgoing, named("r")),
                 node("c", shared_.named ? names_of(shared_.labels) : Names{}));
        out.relationships.push_back(relationship(types, ast::Direction::incoming, named("s")));
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
    std::string list_column() const {
        return shared_.named && shared_.labels.size() == 1 ? plural_column_of(*shared_.labels.front()) : "components";
    }

    const Bound& sharers_;
    const Shared& shared_;
    const std::optional<Named>& with_;
    std::optional<std::int64_t> at_least_;
};

}  // namespace

Result<Translation> translate_share(const ast::ShareQuestion& question, const Setting& setting) {
    CONFER_TRY(const Bound sharers, bind(question.selection, setting));
    CONFER_TRY(const Shared shared, shared_of(question, sharers.labels, setting));
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
    out.pattern = pattern.query(false);
    out.evidence = pattern.query(true);
    const std::string what = shared.named ? plural_of(shared.labels) : "components";
    const std::string how_many = question.at_least ? "at least " + std::to_string(*question.at_least) + " " : "";
    out.paraphrase = (with ? "" : "pairs of ") + paraphrase(sharers) +
                     (sharers.meaning ? ", and share " : " that share ") + how_many + what +
                     (with ? " with " + with->title : "");
    return out;
}

}  // namespace confer::engine::question
