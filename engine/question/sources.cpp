// WHAT ARE THE SOURCES FOR DBT? · LIST sources about DBT: the sources of all that is recorded of it, those of most
// claims first.
//
//   MATCH (a {id: 'dialectical-behavior-therapy'})-[r]-()
//   UNWIND confer.sources(r) AS s
//   RETURN s.title AS source, s.publisher AS publisher, s.year AS year, count(DISTINCT r) AS claims, s.url AS address
//
// Test: tests/suites/asked.
#include <algorithm>

#include "question/admission.h"
#include "question/build_ast.h"
#include "question/forms_internal.h"
#include "question/wording.h"

namespace confer::engine::question {

std::optional<ast::SourcesQuestion> asks_for_sources(const ast::Selection& selection, const Setting& setting) {
    if (!selection.noun || selection.condition == nullptr) return std::nullopt;
    const auto nouns = setting.vocabulary.lexicon().noun(normalise_name(selection.noun->text));
    if (nouns.empty() || labels_in_both({nouns.begin(), nouns.end()}, source_labels(setting.schema())).empty())
        return std::nullopt;
    const auto* about = std::get_if<ast::VerbCondition>(&selection.condition->node);
    if (about == nullptr || about->verb || about->being || about->quantity || !about->operand.name) return std::nullopt;
    ast::SourcesQuestion out;
    out.subject.span = about->operand.span;
    out.subject.name = about->operand.name;
    out.subject.noun = about->operand.noun;
    return out;
}

Result<Translation> translate_sources(const ast::SourcesQuestion& question, const Setting& setting) {
    CONFER_TRY(const Named subject, resolve_operand(question.subject, setting));
    const Labels sources = source_labels(setting.schema());
    if (sources.empty()) {
        return Error{.code = ErrorCode::unfitting_words,
                     .message = "this graph has no sources that could be listed",
                     .span = setting.question.span,
                     .hints = {"its schema may have a label for sources, which `sources` of claims name"}};
    }
    const std::string title(declare(sources, "title") ? "title" : title_key(sources));
    std::vector<Item> items;
    items.push_back({property("s", title), "source"});
    for (const char* key : {"publisher", "year"}) {
        if (declare(sources, key)) items.push_back({property("s", key), key});
    }
    items.push_back({call("count", variable("r"), true), "claims"});
    if (declare(sources, "url")) items.push_back({property("s", "url"), "address"});
    Translation out;
    out.pattern = query(make_list(single(make_list(
        match(path(node_with(subject.key, subject.value, "a"), relationship({}, ast::Direction::either, "r"), node())),
        unwind(call("confer.sources", variable("r")), "s"),
        returning(std::move(items), {{"claims", true}, {"source"}})))));
    out.paraphrase = "the sources of what is recorded of " + subject.title + ", each with how many of its claims";
    return out;
}

}  // namespace confer::engine::question
