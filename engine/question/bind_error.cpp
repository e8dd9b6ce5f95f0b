// Test: tests/suites/question_errors.
#include <algorithm>

#include "base/suggest.h"
#include "question/bind_error_internal.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

// "joins approaches with techniques"
std::string what_it_joins(const Readings& readings, bool operand_acts, const Setting& setting) {
    std::vector<std::string> joins;
    for (const Reading& reading : readings) {
        const Labels subjects = operand_acts ? labels_there(reading, setting) : labels_here(reading, setting);
        const Labels objects = operand_acts ? labels_here(reading, setting) : labels_there(reading, setting);
        std::string pair = plural_of(subjects) + " with " + plural_of(objects);
        if (std::find(joins.begin(), joins.end(), pair) == joins.end()) joins.push_back(std::move(pair));
    }
    constexpr std::size_t few = 3;
    if (joins.size() > few) joins.resize(few);
    return "joins " + enumerated(joins, "and");
}

}  // namespace

std::vector<std::string> sentences_joining(const Labels& here, const Labels& there, const Setting& setting) {
    std::vector<std::string> out;
    for (const Reading& reading : joining(all_readings(setting), here, there, setting)) {
        const std::string verb = verbs_of({reading.type}, reading.way, VerbForm::plural);
        if (verb.empty()) continue;
        std::string sentence = ticked(plural_of(labels_in_both(labels_here(reading, setting), here)) + " " + verb +
                                      " " + plural_of(labels_in_both(labels_there(reading, setting), there)));
        if (std::find(out.begin(), out.end(), sentence) == out.end()) out.push_back(std::move(sentence));
    }
    constexpr std::size_t few = 4;
    if (out.size() > few) out.resize(few);
    return out;
}

Error unknown_verb(const ast::Phrase& verb, const Labels& asked, const Setting& setting) {
    Error error{.code = ErrorCode::unknown_relationship_type,
                .message = ticked(verb.text) + " is no verb that this graph knows",
                .span = verb.span};
    const std::vector<std::string> near = nearest_names(verb.text, setting.vocabulary.lexicon().verbs());
    if (!near.empty()) {
        error.hints.push_back(did_you_mean(near));
        return error;
    }
    std::vector<std::string> known;
    for (const Reading& reading : joining(all_readings(setting), asked, labels_named({}, setting.schema()), setting)) {
        std::string words = verbs_of({reading.type}, reading.way, VerbForm::plural);
        if (!words.empty()) known.push_back(ticked(words));
    }
    constexpr std::size_t few = 6;
    if (known.size() > few) known.resize(few);
    if (!known.empty()) error.hints.push_back("of " + plural_of(asked) + " can be said that they " + enumerated(known));
    return error;
}

Error nowhere(const ast::Phrase& verb, const Setting& setting) {
    Error error{.code = ErrorCode::unfitting_words,
                .message = "nothing that is recorded answers `where` with " + ticked(verb.text),
                .span = verb.span};
    std::vector<std::string> sentences;
    for (const RelationshipSchema& type : setting.schema().relationships) {
        const bool plain = !type.component && !type.lineage && !type.denies && !type.serves && !type.warns;
        if (!plain || type.verb.empty() || !type.verb.front().ends_with(" in")) continue;
        sentences.push_back(ticked(plural_of(labels_at(type, Way::outgoing, setting.schema())) + " " +
                                   verbs_of({&type}, Way::outgoing, VerbForm::plural) + " " +
                                   plural_of(labels_at(type, Way::incoming, setting.schema()))));
    }
    if (!sentences.empty()) error.hints.push_back("what can be said is " + enumerated(sentences));
    return error;
}

Error verb_of_other_things(const ast::Phrase& verb, const Readings& readings, bool operand_acts, const Labels& asked,
                           const Setting& setting) {
    return Error{.code = ErrorCode::unfitting_words,
                 .message = ticked(verb.text) + " " + what_it_joins(readings, operand_acts, setting) +
                            ", so it can't be said of " + plural_of(asked),
                 .span = verb.span};
}

Error not_joined(const ast::Operand& operand, const Labels& asked, const Labels& there) {
    return Error{.code = ErrorCode::unfitting_words,
                 .message = "nothing joins " + plural_of(asked) + " with " + plural_of(there),
                 .span = operand.span};
}

Error verb_needed(const ast::Operand& operand, const Readings& readings, const Labels& asked, const Labels& there) {
    std::vector<std::string> verbs;
    for (const Reading& reading : readings) {
        std::string words = verbs_of({reading.type}, reading.way, VerbForm::plural);
        if (!words.empty()) verbs.push_back(ticked(words));
    }
    return Error{.code = ErrorCode::unfitting_words,
                 .message = plural_of(asked) + " are joined with " + plural_of(there) + " in several ways",
                 .span = operand.span,
                 .hints = {"say which, with a verb: " + enumerated(verbs)}};
}

}  // namespace confer::engine::question
