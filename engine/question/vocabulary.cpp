// Vocabulary: longest match over nouns, verbs and names.
// Test: tests/suites/questions/names_test.cpp.
#include "question/vocabulary.h"

#include <algorithm>
#include <optional>

#include "base/suggest.h"
#include "question/examples.h"
#include "question/meaning.h"
#include "question/predicate.h"

namespace confer::engine::question {

namespace {

// Other forms of a name's last word: its other number, "emotion" <-> "emotions", "phobia" <-> "phobias"; the
// adjective of an adverb, "psychodynamically" -> "psychodynamic".
std::vector<std::string> other_forms(const std::string& normalised) {
    std::vector<std::string> out{normalised + "s"};
    if (normalised.size() > 3 && normalised.ends_with("s")) out.push_back(normalised.substr(0, normalised.size() - 1));
    if (normalised.size() > 4 && normalised.ends_with("ies")) {
        out.push_back(normalised.substr(0, normalised.size() - 3) + "y");
    }
    for (std::string& adjective : adjectives_of(normalised)) out.push_back(std::move(adjective));
    if (normalised.size() > 3 && normalised.ends_with("y")) {
        out.push_back(normalised.substr(0, normalised.size() - 1) + "ies");
    }
    if (normalised.size() > 4 && normalised.ends_with("es")) {
        out.push_back(normalised.substr(0, normalised.size() - 2));
    }
    return out;
}

}  // namespace

Vocabulary::Vocabulary(const PropertyGraph& graph) : graph_(&graph), lexicon_(graph.schema()) {
    for (const RelationshipSchema& type : graph.schema().relationships) {
        for (const LabelSchema* label : type.component ? labels_named(type.from, graph.schema()) : Labels{}) {
            std::vector<std::string> nouns = label->also;
            nouns.push_back(singular(*label));
            for (const std::string& noun : nouns) {
                std::string head = normalise_name(noun);
                const bool known = std::find(heads_.begin(), heads_.end(), head) != heads_.end();
                if (!known && head.find(' ') == std::string::npos) heads_.push_back(std::move(head));
            }
        }
    }
}

std::vector<std::string> adjectives_of(std::string_view adverb) {
    std::vector<std::string> out;
    constexpr std::size_t shortest = 7;
    if (adverb.size() < shortest || !adverb.ends_with("ly")) return out;
    out.emplace_back(adverb.substr(0, adverb.size() - 2));
    if (adverb.ends_with("ally")) out.emplace_back(adverb.substr(0, adverb.size() - 4));
    return out;
}

syntax::PhraseMatcher::Match Vocabulary::longest(const std::vector<std::string_view>& words) const {
    const std::size_t most =
        std::min(words.size(), std::max(lexicon_.longest_words(), graph_->names().longest_name_words()));
    std::vector<std::string> phrases;  // phrases[n]: the first n + 1 words, normalised
    std::string joined;
    for (std::size_t n = 0; n < most; ++n) {
        joined += (n == 0 ? "" : " ") + std::string(words[n]);
        phrases.push_back(normalise_name(joined));
    }
    constexpr std::size_t most_shortened = 4;
    for (std::size_t n = phrases.size(); n > 0; --n) {
        const std::string& phrase = phrases[n - 1];
        if (phrase.empty()) continue;
        const bool noun = !lexicon_.noun(phrase).empty();
        const auto senses = lexicon_.verb(phrase);
        // "focus" is a verb only with its preposition, where it is a noun too.
        const bool verb = std::any_of(senses.begin(), senses.end(),
                                      [&](const VerbSense& sense) { return sense.preposition.empty() || !noun; });
        if (verb) return {n, ast::PhraseKind::verb};
        const bool name = !graph_->names().find_normalised(phrase).empty();
        if (noun && name) return {n, ast::PhraseKind::noun_or_name};
        if (noun) return {n, ast::PhraseKind::noun};
        if (name || (n <= most_shortened && is_shortened(words, phrases, n))) return {n, ast::PhraseKind::name};
    }
    for (std::size_t n = phrases.size(); n > 0; --n) {
        for (const std::string& other : other_forms(phrases[n - 1])) {
            if (!graph_->names().find_normalised(other).empty()) return {n, ast::PhraseKind::name};
        }
    }
    return {};
}

std::vector<NodeId> Vocabulary::named(std::string_view name) const {
    const std::string normalised = normalise_name(name);
    std::vector<NodeId> nodes = graph_->names().find_normalised(normalised);
    if (!nodes.empty()) return nodes;
    for (const std::string& other : other_forms(normalised)) {
        nodes = graph_->names().find_normalised(other);
        if (!nodes.empty()) return nodes;
    }
    return without_noun(normalised);
}

// Not where the words say something in parts ("psychodynamic family"), or where the noun is there but misspelt.
bool Vocabulary::is_shortened(const std::vector<std::string_view>& words, const std::vector<std::string>& phrases,
                              std::size_t n) const {
    if (n < 2 || without_noun(phrases[n - 1]).empty()) return false;
    const std::string last = normalise_name(words[n - 1]);
    if (!lexicon_.noun(last).empty() || !lexicon_.noun(phrases[0]).empty() || !lexicon_.verb(phrases[0]).empty() ||
        !graph_->names().find_normalised(phrases[0]).empty()) {
        return false;
    }
    return n == words.size() || nearest_names(words[n], heads_).empty();
}

std::vector<NodeId> Vocabulary::without_noun(const std::string& normalised) const {
    // One word alone says too little, and words that join may join other things.
    if (normalised.find(' ') == std::string::npos) return {};
    for (const std::string_view joining : {" and ", " or ", " with ", " for ", " of "}) {
        if (normalised.find(joining) != std::string::npos) return {};
    }
    for (const std::string& head : heads_) {
        std::vector<NodeId> nodes = graph_->names().find_normalised(normalised + " " + head);
        if (!nodes.empty()) return nodes;
    }
    return {};
}

std::vector<std::string> Vocabulary::nearest(std::string_view words) const {
    constexpr std::size_t many = 20, few = 3;
    const std::vector<std::string> parties = names_of(labels_that_take_part(graph_->schema()));
    const auto takes_part = [&](NodeId node) {
        return std::any_of(parties.begin(), parties.end(), [&](const std::string& name) {
            const auto label = graph_->labels().find(name);
            return label && graph_->has_label(node, *label);
        });
    };
    std::vector<std::string> out;
    for (std::string& spelling : graph_->names().nearest(words, many)) {
        const std::vector<NodeId> nodes = graph_->names().find_with_aliases(normalise_name(spelling));
        if (out.size() < few && std::any_of(nodes.begin(), nodes.end(), takes_part)) out.push_back(std::move(spelling));
    }
    return out;
}

std::vector<std::string> Vocabulary::examples() const {
    return example_questions(*this);
}

std::vector<std::string> Vocabulary::examples_about(const std::vector<std::string>& names) const {
    std::vector<NodeId> nodes;
    std::vector<std::string> spellings;
    for (const std::string& name : names) {
        const std::vector<NodeId> found = named(name);
        if (found.size() == 1 && std::find(nodes.begin(), nodes.end(), found.front()) == nodes.end()) {
            nodes.push_back(found.front());
            spellings.push_back(name);
        }
    }
    return example_questions_about(*this, nodes, spellings);
}

}  // namespace confer::engine::question
