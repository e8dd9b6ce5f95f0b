// THE MOST COMMON techniques ACROSS humanistic approaches · HOW MANY approaches DOES EACH family contain?
// WHO developed THE MOST approaches? · WHICH family has THE FEWEST approaches?
//
// One row for each thing with how many others it is joined with, most first; or, of LIST, with their names.
// Test: tests/suites/sixty.
#include "question/build_ast.h"
#include "question/forms_internal.h"
#include "question/paraphrase.h"
#include "question/predicate.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

constexpr std::int64_t usual_number = 20;

constexpr std::string_view none_left_out = "What has none recorded is left out: that is unknown, not none.";

// What has such things as components.
Result<Meaning> having(const ast::Phrase& noun, const Labels& labels, const Setting& setting) {
    Meaning out;
    Link link{{}, Way::incoming};
    for (const RelationshipSchema& type : setting.schema().relationships) {
        if (!type.component || labels_in_both(labels_at(type, Way::incoming, setting.schema()), labels).empty())
            continue;
        link.types.push_back(&type);
        add_labels(out.labels, labels_at(type, Way::outgoing, setting.schema()), setting.schema());
    }
    if (link.types.empty()) {
        return Error{.code = ErrorCode::unfitting_words,
                     .message = plural_of(labels) + " are nothing's components, so none is the most common",
                     .span = noun.span,
                     .hints = {"say what to count, as in `most common " + noun.text + " of …`"}};
    }
    out.links.push_back(std::move(link));
    return out;
}

// "across humanistic approaches": the noun says what is counted, and the name which of them.
Result<Meaning> counted(const ast::RankQuestion& question, const Labels& labels, const Setting& setting) {
    if (!question.by) return having(*question.noun, labels, setting);
    ast::VerbCondition by;
    by.verb = question.by->verb;
    by.operand.span = question.by->operand.span;
    by.operand.name = question.by->operand.name;
    by.operand.noun = question.by->operand.noun;
    by.operand_acts = question.by->operand_acts;
    by.having = by.serving = question.by->having;
    ast::Condition condition{by.operand.span, std::move(by)};
    return bind(condition, labels, setting);
}

// All of them by name, each with the names of those that it is joined with.
ast::Query grouped_query(const Labels& labels, const Meaning& grouped) {
    const std::string column = labels.size() == 1 ? column_of(*labels.front()) : "name";
    std::vector<Item> items;
    items.push_back({property("a", title_key(labels)), column});
    items.push_back({titles_of(grouped, "a"),
                     grouped.labels.size() == 1 ? plural_column_of(*grouped.labels.front()) : std::string("names")});
    return query(make_list(single(make_list(match(path(node("a", names_of(labels))), predicate(grouped, "a")),
                                            returning(std::move(items), {{column}})))));
}

ast::Query rank_query(const Labels& labels, const Meaning& counted, std::optional<std::int64_t> most, bool fewest) {
    const std::string column = labels.size() == 1 ? column_of(*labels.front()) : "name";
    const std::string number = counted.labels.size() == 1 ? plural_column_of(*counted.labels.front()) : "number";
    std::vector<Item> items;
    items.push_back({property("a", title_key(labels)), column});
    items.push_back({size_of(counted, "a"), number});
    // What nothing has isn't common at all.
    ast::ExprPtr some = most ? predicate(counted, "a") : nullptr;
    return query(make_list(single(make_list(match(path(node("a", names_of(labels))), std::move(some)),
                                            returning(std::move(items), {{number, !fewest}, {column}}, false, most)))));
}

}  // namespace

Result<Translation> translate_rank(const ast::RankQuestion& question, const Setting& setting) {
    Labels labels = labels_named({}, setting.schema());
    if (question.noun) {
        CONFER_TRY(const Labels noun, resolve_noun(*question.noun, setting));
        labels = noun;
    }
    CONFER_TRY(const Meaning meaning, counted(question, labels, setting));
    if (!question.noun) labels = possible_labels(meaning, setting.schema());
    if (meaning.kind != Meaning::Kind::joined || meaning.links.empty()) {
        return Error{.code = ErrorCode::unfitting_words,
                     .message = "it isn't clear what to count for each of the " + plural_of(labels),
                     .span = question.noun ? question.noun->span : question.by->operand.span,
                     .hints = {"name one kind of thing, with a verb"}};
    }
    const std::optional<std::int64_t> most =
        question.each ? std::nullopt : std::optional(question.most.value_or(usual_number));
    Translation out;
    if (question.listed) {
        out.pattern = grouped_query(labels, meaning);
        out.paraphrase = "all " + plural_of(labels) + ", each with the " + paraphrase({meaning.labels, std::nullopt}) +
                         " they are joined with";
        return out;
    }
    out.pattern = rank_query(labels, meaning, most, question.fewest);
    if (question.fewest) out.notices.emplace_back(none_left_out);
    const std::string others = meaning.node ? meaning.node->title : paraphrase({meaning.labels, std::nullopt});
    const bool by_verb =
        most && question.by && (question.by->verb || question.by->having) && !question.by->operand_acts;
    if (by_verb) {
        const Link& link = meaning.links.front();
        out.paraphrase = "the " + std::to_string(*most) + " " + plural_of(labels) + " that " +
                         verbs_of(link.types, link.way, VerbForm::plural) +
                         (question.fewest ? " the fewest " : " the most ") + others + ", each with how many";
    } else {
        out.paraphrase = (most ? "the " + std::to_string(*most) + " most common " : "all ") + plural_of(labels) +
                         ", each with how many " + others + " they are joined with";
    }
    return out;
}

}  // namespace confer::engine::question
