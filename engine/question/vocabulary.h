#pragma once
// Vocabulary: what the words of a question mean in one graph: its lexicon's nouns and verbs, and its nodes' names.
//
// Ownership  refers to the graph, which outlives it.
// Threads    immutable: one vocabulary serves any number of questions at once.
// Cost       building: linear in the schema's words. A match: one hash for each length tried.
#include <string>
#include <string_view>
#include <vector>

#include "graph/lexicon.h"
#include "graph/property_graph.h"
#include "syntax/parse.h"

namespace confer::engine::question {

class Vocabulary final : public syntax::PhraseMatcher {
public:
    explicit Vocabulary(const PropertyGraph& graph);

    // A verb before a noun or name that is spelt alike.
    Match longest(const std::vector<std::string_view>& words) const override;
    std::vector<std::string> nearest(std::string_view words) const override;
    std::vector<std::string> examples() const override;
    std::vector<std::string> examples_about(const std::vector<std::string>& names) const override;

    const PropertyGraph& graph() const { return *graph_; }
    const Lexicon& lexicon() const { return lexicon_; }

    // The nodes of a name; where there is none, those of its plural or singular ("emotion", "emotions"), of
    // the adjective that an adverb comes from, or of some words whose noun was left out ("prolonged exposure" of
    // "prolonged exposure therapy").
    std::vector<NodeId> named(std::string_view name) const;

private:
    // Whether the first n words are a name whose noun was left out; `phrases`: the first words, normalised.
    bool is_shortened(const std::vector<std::string_view>& words, const std::vector<std::string>& phrases,
                      std::size_t n) const;
    std::vector<NodeId> without_noun(const std::string& normalised) const;

    const PropertyGraph* graph_;
    Lexicon lexicon_;
    std::vector<std::string> heads_;  // nouns of one word for what has components
};

// What an adverb may be of, most likely first: "psychodynamically": "psychodynamical", "psychodynamic".
std::vector<std::string> adjectives_of(std::string_view adverb);

}  // namespace confer::engine::question
