// Vocabulary: longest match over nouns, verbs and names.
// Test: tests/suites/questions/vocabulary_test.cpp.
#include "question/vocabulary.h"

#include <algorithm>
#include <optional>

namespace confer::engine::question {

namespace {

// The other number of a name's last word: "emotion" <-> "emotions", "phobia" <-> "phobias".
std::vector<std::string> other_numbers(const std::string& normalised) {
    std::vector<std::string> out{normalised + "s"};
    if (normalised.size() > 3 && normalised.ends_with("s")) out.push_back(normalised.substr(0, normalised.size() - 1));
    if (normalised.size() > 4 && normalised.ends_with("ies")) {
        out.push_back(normalised.substr(0, normalised.size() - 3) + "y");
    }
    if (normalised.size() > 3 && normalised.ends_with("y")) {
        out.push_back(normalised.substr(0, normalised.size() - 1) + "ies");
    }
    if (normalised.size() > 4 && normalised.ends_with("es")) {
        out.push_back(normalised.substr(0, normalised.size() - 2));
    }
    return out;
}

}  // namespace

syntax::PhraseMatcher::Match Vocabulary::longest(const std::vector<std::string_view>& words) const {
    const std::size_t most =
        std::min(words.size(), std::max(lexicon_.longest_words(), graph_->names().longest_name_words()));
    std::vector<std::string> phrases;  // phrases[n]: the first n + 1 words, normalised
    std::string joined;
    for (std::size_t n = 0; n < most; ++n) {
        joined += (n == 0 ? "" : " ") + std::string(words[n]);
        phrases.push_back(normalise_name(joined));
    }
    for (std::size_t n = phrases.size(); n > 0; --n) {
        const std::string& phrase = phrases[n - 1];
        if (phrase.empty()) continue;
        if (!lexicon_.verb(phrase).empty()) return {n, ast::PhraseKind::verb};
        const bool noun = !lexicon_.noun(phrase).empty();
        const bool name = !graph_->names().find_normalised(phrase).empty();
        if (noun && name) return {n, ast::PhraseKind::noun_or_name};
        if (noun) return {n, ast::PhraseKind::noun};
        if (name) return {n, ast::PhraseKind::name};
    }
    for (std::size_t n = phrases.size(); n > 0; --n) {
        for (const std::string& other : other_numbers(phrases[n - 1])) {
            if (!graph_->names().find_normalised(other).empty()) return {n, ast::PhraseKind::name};
        }
    }
    return {};
}

std::vector<NodeId> Vocabulary::named(std::string_view name) const {
    const std::string normalised = normalise_name(name);
    std::vector<NodeId> nodes = graph_->names().find_normalised(normalised);
    if (!nodes.empty()) return nodes;
    for (const std::string& other : other_numbers(normalised)) {
        nodes = graph_->names().find_normalised(other);
        if (!nodes.empty()) return nodes;
    }
    return {};
}

// Some node with the label, for examples.
static std::optional<std::string> some_name(const PropertyGraph& graph, const std::vector<std::string>& labels) {
    for (const std::string& name : labels) {
        const auto label = graph.labels().find(name);
        if (label && !graph.nodes_with(*label).empty()) return graph.title(graph.nodes_with(*label).front());
    }
    return std::nullopt;
}

std::vector<std::string> Vocabulary::examples() const {
    std::vector<std::string> out;
    const Schema& schema = graph_->schema();
    for (const RelationshipSchema& relationship : schema.relationships) {
        const LabelSchema* from = relationship.from.empty() ? nullptr : schema.label(relationship.from.front());
        const auto name = some_name(*graph_, relationship.to);
        if (from == nullptr || !name) continue;
        out.push_back("which " + plural(*from) + " " +
                      verb_phrase(relationship, Direction::outgoing, VerbForm::plural) + " " + *name + "?");
        if (relationship.component) out.push_back("which " + plural(*from) + " share components?");
        break;
    }
    if (!schema.labels.empty()) {
        const LabelSchema& label = schema.labels.front();
        if (const auto name = some_name(*graph_, {label.name})) out.push_back("describe " + *name);
        out.push_back("list " + plural(label));
    }
    return out;
}

}  // namespace confer::engine::question
