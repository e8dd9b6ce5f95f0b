// Lexicon: collects the words of a schema and derives the forms that a question may bend them into.
// Test: tests/suites/questions/lexicon_test.cpp.
#include "graph/lexicon.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "graph/name_index.h"

namespace confer::engine {

namespace {

constexpr std::array<std::string_view, 7> auxiliaries{"am", "are", "be", "been", "is", "was", "were"};
constexpr std::array<std::string_view, 14> prepositions{"about", "against", "as", "at", "by", "for",   "from",
                                                        "in",    "into",    "of", "on", "to", "under", "with"};

bool is_auxiliary(std::string_view word) {
    return std::find(auxiliaries.begin(), auxiliaries.end(), word) != auxiliaries.end();
}

std::string_view first_word(std::string_view phrase) {
    return phrase.substr(0, phrase.find(' '));
}

std::string_view rest_after(std::string_view word, std::string_view phrase) {
    return phrase.substr(word.size());
}

// "are delivered in" -> "delivered in": questions are matched without auxiliary verbs.
std::string_view without_auxiliary(std::string_view phrase) {
    const std::string_view word = first_word(phrase);
    return is_auxiliary(word) && word.size() < phrase.size() ? phrase.substr(word.size() + 1) : phrase;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return word.size() > ending.size() && word.ends_with(ending); });
}

// The closing preposition of a phrase of several words, or nothing.
std::string_view closing_preposition(std::string_view phrase) {
    const std::size_t space = phrase.rfind(' ');
    if (space == std::string_view::npos) return {};
    const auto known = std::find(prepositions.begin(), prepositions.end(), phrase.substr(space + 1));
    return known == prepositions.end() ? std::string_view{} : *known;
}

// The third person of a verb, where the schema lists it beside its base: "use" -> "uses"; a verb that stays the same
// ("developed") is listed twice. Empty: not listed, so that the phrase may be no verb at all ("part of").
std::string third_person(std::string_view base, std::span<const std::string> listed) {
    const std::string_view word = first_word(base);
    const std::string rest(rest_after(word, base));
    std::vector<std::string> candidates{std::string(word) + "s" + rest, std::string(word) + "es" + rest};
    if (word.ends_with("y")) candidates.push_back(std::string(word.substr(0, word.size() - 1)) + "ies" + rest);
    if (word == "have") candidates.push_back("has" + rest);
    if (std::count(listed.begin(), listed.end(), base) > 1) return std::string(base);
    for (const std::string& phrase : listed) {
        if (std::find(candidates.begin(), candidates.end(), phrase) != candidates.end()) return phrase;
    }
    return {};
}

// Whether a phrase needs "is" or "are" before it: "developed by", "part of", "delivered".
bool needs_copula(std::string_view phrase, std::span<const std::string> listed) {
    if (!third_person(phrase, listed).empty()) return false;
    return !closing_preposition(phrase).empty() || ends_with_any(first_word(phrase), {"ed", "en"});
}

bool is_vowel(char letter) {
    return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

// "use" -> "using", "treat" -> "treating", "die" -> "dying"; doubles as in "plan" -> "planning".
std::string present_participle(std::string_view base) {
    std::string word(base);
    const std::size_t n = word.size();
    if (n > 2 && word.ends_with("ie")) return word.substr(0, n - 2) + "ying";
    if (n > 2 && word.back() == 'e' && !ends_with_any(word, {"ee", "oe", "ye"})) return word.substr(0, n - 1) + "ing";
    const bool short_syllable = n >= 3 && n <= 4 && !is_vowel(word[n - 1]) && is_vowel(word[n - 2]) &&
                                !is_vowel(word[n - 3]) && !ends_with_any(word, {"w", "x", "y"});
    return (short_syllable ? word + word.back() : word) + "ing";
}

// "CommonFactor" -> "common factor"
std::string words_of_camel_case(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto letter = static_cast<unsigned char>(name[i]);
        const bool starts_word =
            std::isupper(letter) != 0 && i > 0 && std::islower(static_cast<unsigned char>(name[i - 1])) != 0;
        if (starts_word) out += ' ';
        out += name[i] == '_' ? ' ' : static_cast<char>(std::tolower(letter));
    }
    return out;
}

// What a type without a verb is called: "DRAWS_ON" -> "draw on", "draws on"; "EATEN_WITH" -> "eaten with".
std::vector<std::string> words_of_name(const RelationshipSchema& relationship) {
    std::string words;
    for (const char letter : relationship.name) {
        words += letter == '_' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    const std::string_view word = first_word(words);
    const bool third_person = word.ends_with("s") && !word.ends_with("ss") && !is_auxiliary(word);
    if (!third_person) return {words};
    const std::string base = word == "has" ? "have" : std::string(word.substr(0, word.size() - 1));
    return {base + std::string(rest_after(word, words)), words};
}

std::vector<std::string> words_of(const RelationshipSchema& relationship, Direction direction) {
    if (direction == Direction::incoming) return relationship.inverse;
    return relationship.verb.empty() ? words_of_name(relationship) : relationship.verb;
}

}  // namespace

Lexicon::Lexicon(const Schema& schema) : schema_(&schema) {
    for (const LabelSchema& label : schema.labels) {
        add_noun(label, singular(label));
        add_noun(label, plural(label));
        for (const std::string& word : label.also) add_noun(label, word);
    }
    for (const RelationshipSchema& relationship : schema.relationships) {
        for (const Direction direction : {Direction::outgoing, Direction::incoming}) {
            add_verbs(relationship, direction, words_of(relationship, direction));
        }
    }
}

std::span<const LabelSchema* const> Lexicon::noun(std::string_view normalised) const {
    const auto found = by_noun_.find(normalised);
    if (found == by_noun_.end()) return {};
    return found->second;
}

std::span<const VerbSense> Lexicon::verb(std::string_view normalised) const {
    const auto found = by_verb_.find(normalised);
    if (found == by_verb_.end()) return {};
    return found->second;
}

void Lexicon::add_noun(const LabelSchema& label, std::string_view words) {
    const std::string key = normalise_name(words);
    if (key.empty()) return;
    longest_words_ = std::max<std::size_t>(longest_words_, 1 + std::count(key.begin(), key.end(), ' '));
    std::vector<const LabelSchema*>& labels = by_noun_[key];
    if (std::find(labels.begin(), labels.end(), &label) != labels.end()) return;
    labels.push_back(&label);
    nouns_.emplace_back(words);
}

void Lexicon::add_verbs(const RelationshipSchema& relationship, Direction direction,
                        std::span<const std::string> verbs) {
    for (const std::string& words : verbs) {
        const std::string key = normalise_name(words);
        const std::string_view bare = without_auxiliary(key);
        if (bare.empty()) continue;
        verbs_.push_back(words);
        add_verb(bare, {&relationship, direction, {}});
        // Stranded: "where is it delivered", "who was it developed by".
        const std::string_view preposition = closing_preposition(bare);
        if (!preposition.empty() && needs_copula(bare, verbs)) {
            add_verb(bare.substr(0, bare.size() - preposition.size() - 1), {&relationship, direction, preposition});
        }
    }
    // The schema lists the plural first: "use", then "uses".
    if (!verbs.empty()) {
        const std::string base = normalise_name(verbs.front());
        const std::string_view word = first_word(base);
        if (!is_auxiliary(word) && !needs_copula(base, verbs) && third_person(base, verbs) != base) {
            add_verb(present_participle(word) + std::string(rest_after(word, base)), {&relationship, direction, {}});
        }
    }
}

void Lexicon::add_verb(std::string_view words, const VerbSense& sense) {
    longest_words_ = std::max<std::size_t>(longest_words_, 1 + std::count(words.begin(), words.end(), ' '));
    std::vector<VerbSense>& senses = by_verb_[std::string(words)];
    const bool known = std::any_of(senses.begin(), senses.end(), [&](const VerbSense& other) {
        return other.relationship == sense.relationship && other.direction == sense.direction &&
               other.preposition == sense.preposition;
    });
    if (!known) senses.push_back(sense);
}

std::string singular(const LabelSchema& label) {
    return label.singular.empty() ? words_of_camel_case(label.name) : label.singular;
}

std::string plural(const LabelSchema& label) {
    return label.plural.empty() ? singular(label) + "s" : label.plural;
}

std::string verb_phrase(const RelationshipSchema& relationship, Direction direction, VerbForm form) {
    const std::vector<std::string> listed = words_of(relationship, direction);
    if (listed.empty()) return {};
    const std::string_view base = without_auxiliary(listed.front());
    if (base.size() < listed.front().size() || needs_copula(base, listed)) {
        const std::string_view copula = form == VerbForm::plural ? "are " : form == VerbForm::singular ? "is " : "be ";
        return std::string(copula) + std::string(base);
    }
    const std::string inflected = form == VerbForm::singular ? third_person(base, listed) : std::string{};
    return inflected.empty() ? listed.front() : inflected;
}

std::string verb_heading(const RelationshipSchema& relationship, Direction direction, const Schema& schema) {
    const std::string phrase = verb_phrase(relationship, direction, VerbForm::singular);
    if (!phrase.empty()) return std::string(without_auxiliary(phrase));
    std::string who;
    for (const std::string& name : relationship.from) {
        const LabelSchema* label = schema.label(name);
        if (label == nullptr) continue;
        who += (who.empty() ? "" : " or ") + plural(*label);
    }
    return (who.empty() ? "what" : who + " that") + " " +
           verb_phrase(relationship, Direction::outgoing, VerbForm::plural);
}

}  // namespace confer::engine
