// paraphrase: denials are pushed down to the verbs, so that each clause is one that people would say.
#include "question/paraphrase.h"

#include <algorithm>

#include "question/wording.h"

namespace confer::engine::question {

namespace {

struct Clause {
    std::string verb;    // "do not use"
    std::string object;  // "Homework"
    bool denied = false;
    std::string_view joined_by = {};  // "and", "or": what the verb's text holds of its own
};

std::string clause_of(const Meaning& meaning, bool denied);

std::string denied_verb(const std::string& plural, const std::string& infinitive) {
    if (plural.starts_with("are ")) return "are not " + plural.substr(4);
    if (plural == infinitive && plural.substr(0, plural.find(' ')).ends_with("ed")) return "have not " + plural;
    return "do not " + infinitive;
}

std::string grading_of(const Meaning& meaning) {
    return meaning.grading ? " with " + meaning.grading->level.value_or("graded") + " evidence" : std::string{};
}

std::string object_of(const Meaning& meaning) {
    if (meaning.node)
        return meaning.node->title + (meaning.broader.empty() ? "" : " or something narrower") + grading_of(meaning);
    const bool one = meaning.quantity && meaning.quantity->from == 1 && meaning.quantity->to.value_or(1) == 1;
    std::string out = meaning.quantity ? amount_of(*meaning.quantity) + " " : meaning.every ? "all " : "";
    out += one ? singular_of(meaning.labels) : plural_of(meaning.labels);
    if (meaning.that != nullptr) out += " that " + clause_of(*meaning.that, false);
    return out + grading_of(meaning);
}

std::string years_of(const Meaning& meaning) {
    const std::string from = meaning.from ? std::to_string(*meaning.from) : "",
                      to = meaning.to ? std::to_string(*meaning.to) : "";
    if (from.empty()) return "until " + to;
    if (to.empty()) return "since " + from;
    return from == to ? "in " + from : "from " + from + " to " + to;
}

// "are used by or drawn on by": the auxiliary that all begin with is said once.
std::string said_once(const std::vector<std::string>& verbs) {
    constexpr std::string_view are = "are ";
    std::string out = enumerated(verbs);
    if (!out.starts_with(are)) return out;
    for (const std::string_view before : {", ", " or "}) {
        const std::string again = std::string(before) + std::string(are);
        for (std::size_t at = out.find(again); at != std::string::npos; at = out.find(again, at)) {
            out.erase(at + before.size(), are.size());
        }
    }
    return out;
}

Clause joined(const Meaning& meaning, bool denied) {
    std::vector<std::string> plural, infinitive, acting, acting_infinitive;
    for (const Link& link : meaning.links) {
        plural.push_back(verbs_of(link.types, link.way, VerbForm::plural));
        infinitive.push_back(verbs_of(link.types, link.way, VerbForm::infinitive));
        acting.push_back(verbs_of(link.types, reversed(link.way), VerbForm::singular));
        acting_infinitive.push_back(verbs_of(link.types, reversed(link.way), VerbForm::infinitive));
    }
    Clause out;
    out.denied = denied;
    for (const std::string& words : plural) {
        if (!words.empty()) continue;
        // No words from this side: "techniques that DBT uses".
        out.verb =
            object_of(meaning) + (denied ? " does not " + enumerated(acting_infinitive) : " " + enumerated(acting));
        return out;
    }
    out.verb = denied ? denied_verb(said_once(plural), enumerated(infinitive)) : said_once(plural);
    out.object = object_of(meaning);
    return out;
}

Clause clause(const Meaning& meaning, bool denied);

// A verb is said once for all its objects; of denials in a row, "do not use A or B" says neither.
Clause junction(const Meaning& meaning, bool denied) {
    const bool together = (meaning.kind == Meaning::Kind::all) != denied;
    Clause out;
    out.joined_by = together ? "and" : "or";
    std::string verb;  // said already
    bool contrast = false;
    for (std::size_t i = 0; i < meaning.parts.size(); ++i) {
        const Clause part = clause(meaning.parts[i], denied);
        const bool may_shorten = !part.denied || together;
        const bool again = may_shorten && !part.object.empty() && part.verb == verb;
        if (i > 0) {
            const bool turns = together && part.denied && !contrast;
            const bool neither = again && part.denied;
            out.verb += neither || !together ? " or " : turns ? " but " : " and ";
        }
        contrast = contrast || part.denied;
        const std::string words = again ? part.object : part.verb + (part.object.empty() ? "" : " " + part.object);
        const bool apart = !part.joined_by.empty() && part.joined_by != out.joined_by;
        out.verb += apart ? "(" + words + ")" : words;
        verb = part.object.empty() ? std::string{} : part.verb;
    }
    return out;
}

Clause clause(const Meaning& meaning, bool denied) {
    if (meaning.kind == Meaning::Kind::negation) return clause(meaning.parts.front(), !denied);
    if (meaning.kind == Meaning::Kind::dated)
        return {denied ? "did not come about" : "came about", years_of(meaning), denied};
    if (meaning.kind == Meaning::Kind::being) return {denied ? "are not" : "are", meaning.node->title, denied};
    return meaning.kind == Meaning::Kind::joined ? joined(meaning, denied) : junction(meaning, denied);
}

std::string clause_of(const Meaning& meaning, bool denied) {
    const Clause whole = clause(meaning, denied);
    return whole.object.empty() ? whole.verb : whole.verb + " " + whole.object;
}

// Whether claims tell if it holds; what a thing is, and when it came about, is known of each.
bool goes_by_claims(const Meaning& meaning) {
    return meaning.kind == Meaning::Kind::joined ||
           std::any_of(meaning.parts.begin(), meaning.parts.end(), goes_by_claims);
}

void add_inclusions(const Meaning& meaning, std::vector<std::string>& sentences) {
    for (const Meaning& part : meaning.parts) add_inclusions(part, sentences);
    if (meaning.that != nullptr) add_inclusions(*meaning.that, sentences);
    for (const std::string& notice : meaning.notices) add_sentence(sentences, notice);
    if (meaning.kind == Meaning::Kind::negation && goes_by_claims(meaning)) add_sentence(sentences, unknown_is_not_no);
    if (meaning.broader.empty()) return;
    add_sentence(sentences, ticked(meaning.node->title) + " includes what is narrower; `exactly " +
                                meaning.node->title + "` would leave that out.");
}

}  // namespace

std::string paraphrase(const Bound& bound) {
    std::string out = plural_of(bound.labels);
    if (bound.meaning) out += " that " + clause_of(*bound.meaning, false);
    return out;
}

void add_sentence(std::vector<std::string>& sentences, std::string_view sentence) {
    if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end()) sentences.emplace_back(sentence);
}

std::vector<std::string> inclusions(const Bound& bound) {
    std::vector<std::string> sentences;
    if (bound.meaning) add_inclusions(*bound.meaning, sentences);
    return sentences;
}

}  // namespace confer::engine::question
