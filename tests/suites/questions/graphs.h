#pragma once
// Two small graphs to ask: one of therapies, one of dishes, so that nothing depends on the words of one field.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "load/read_graph.h"
#include "question/translate.h"
#include "question/vocabulary.h"
#include "syntax/parse.h"
#include "syntax/unparse.h"

namespace confer::engine::tests {

inline constexpr std::string_view therapies = R"json({
  "confer": 1,
  "schema": {
    "labels": {
      "Approach": {"singular": "approach", "plural": "approaches", "also": ["therapy", "therapies"],
                   "properties": {"name": "string!", "aliases": "string[]", "summary": "string", "year": "integer",
                                  "sources": "string[]"}},
      "Technique": {"singular": "technique", "plural": "techniques",
                    "properties": {"name": "string!", "aliases": "string[]", "summary": "string"}},
      "Theory": {"singular": "theory", "plural": "theories", "properties": {"name": "string!"}},
      "Focus": {"singular": "focus", "plural": "foci", "properties": {"name": "string!"}},
      "CommonFactor": {"properties": {"name": "string!", "aliases": "string[]"}},
      "Condition": {"singular": "condition", "plural": "conditions", "also": ["disorder", "disorders"],
                    "properties": {"name": "string!"}},
      "Person": {"singular": "person", "plural": "people", "properties": {"name": "string!"}},
      "Family": {"singular": "family", "plural": "families", "properties": {"name": "string!"}},
      "Setting": {"singular": "setting", "plural": "settings", "properties": {"name": "string!"}},
      "Format": {"singular": "format", "plural": "formats", "properties": {"name": "string!"}},
      "Source": {"singular": "source", "plural": "sources", "properties": {"name": "string!"}}
    },
    "relationships": {
      "USES": {"from": ["Approach"], "to": ["Technique"], "component": true,
               "verb": ["use", "uses", "employ", "employs"], "inverse": ["used by", "used in"]},
      "DRAWS_ON": {"from": ["Approach"], "to": ["Theory"], "component": true,
                   "verb": ["draw on", "draws on", "combine", "combines"], "inverse": ["drawn on by"]},
      "FOCUSES_ON": {"from": ["Approach"], "to": ["Focus"], "component": true,
                     "verb": ["focus on", "focuses on"], "inverse": ["focused on by"]},
      "EMPHASIZES": {"from": ["Approach"], "to": ["CommonFactor"], "component": true,
                     "verb": ["emphasize", "emphasizes"], "inverse": ["emphasized by"]},
      "DERIVES_FROM": {"from": ["Approach"], "to": ["Approach"], "lineage": true,
                       "verb": ["derive from", "derives from", "combine", "combines"],
                       "inverse": ["give rise to", "gives rise to"]},
      "TREATS": {"from": ["Approach", "Technique"], "to": ["Condition"],
                 "verb": ["treat", "treats", "used for"], "inverse": ["treated by", "treated with"]},
      "HARMFUL_FOR": {"from": ["Approach"], "to": ["Condition"], "verb": ["harm", "harms"]},
      "BELONGS_TO": {"from": ["Approach"], "to": ["Family"], "verb": ["belong to", "belongs to"],
                     "inverse": ["include", "includes"]},
      "DEVELOPED_BY": {"from": ["Approach"], "to": ["Person"], "verb": ["developed by", "created by"],
                       "inverse": ["developed", "developed", "created"]},
      "DELIVERED_IN": {"from": ["Approach"], "to": ["Setting"], "verb": ["delivered in"],
                       "inverse": ["setting of"]},
      "OFFERED_AS": {"from": ["Approach"], "to": ["Format"], "verb": ["offered as"], "inverse": ["format of"]},
      "CONTRASTS_WITH": {"from": ["Approach"], "to": ["Approach"], "verb": ["contrast with", "contrasts with"],
                         "inverse": ["contrast with", "contrasts with"]},
      "IS_A": {"from": ["Condition"], "to": ["Condition"], "verb": ["a kind of", "kinds of"],
               "inverse": ["include", "includes"]}
    }
  },
  "nodes": [
    {"id": "cbt", "label": "Approach", "name": "Cognitive behavioral therapy", "aliases": ["CBT"], "year": 1964},
    {"id": "act", "label": "Approach", "name": "Acceptance and commitment therapy", "aliases": ["ACT"], "year": 1982},
    {"id": "dbt", "label": "Approach", "name": "Dialectical behavior therapy", "aliases": ["DBT"], "year": 1993},
    {"id": "gestalt-therapy", "label": "Approach", "name": "Gestalt therapy", "year": 1951},
    {"id": "integrative-therapy", "label": "Approach", "name": "Integrative therapy"},
    {"id": "eft-couples", "label": "Approach", "name": "Emotionally focused therapy", "aliases": ["EFT"]},
    {"id": "eft-tapping", "label": "Approach", "name": "Emotional freedom techniques", "aliases": ["EFT"]},
    {"id": "watch", "label": "Approach", "name": "Watch, Wait and Wonder"},
    {"id": "prt-pain", "label": "Approach", "name": "PRT (pain)"},
    {"id": "exposure-therapy", "label": "Approach", "name": "Exposure therapy", "aliases": ["exposure"]},
    {"id": "mindfulness", "label": "Technique", "name": "Mindfulness"},
    {"id": "homework", "label": "Technique", "name": "Homework"},
    {"id": "exposure", "label": "Technique", "name": "Exposure"},
    {"id": "empty-chair", "label": "Technique", "name": "Empty chair"},
    {"id": "self-monitoring", "label": "Technique", "name": "Self-monitoring"},
    {"id": "facing", "label": "CommonFactor", "name": "Facing the problem", "aliases": ["exposure"]},
    {"id": "franks", "label": "CommonFactor", "name": "Frank's common features"},
    {"id": "learning", "label": "Theory", "name": "Learning theory"},
    {"id": "emotions", "label": "Focus", "name": "Emotions"},
    {"id": "depression", "label": "Condition", "name": "Depression"},
    {"id": "anxiety", "label": "Condition", "name": "Anxiety"},
    {"id": "insomnia", "label": "Condition", "name": "Insomnia"},
    {"id": "perls", "label": "Person", "name": "Fritz Perls"},
    {"id": "skinner", "label": "Person", "name": "B. F. Skinner"},
    {"id": "psychodynamic", "label": "Family", "name": "Psychodynamic"},
    {"id": "humanistic", "label": "Family", "name": "Humanistic"},
    {"id": "home", "label": "Setting", "name": "Client's home"},
    {"id": "family-format", "label": "Format", "name": "Family"},
    {"id": "S1", "label": "Source", "name": "Gestalt therapy"}
  ],
  "edges": [
    {"from": "dbt", "type": "USES", "to": "mindfulness"}, {"from": "act", "type": "USES", "to": "mindfulness"},
    {"from": "cbt", "type": "USES", "to": "homework"}, {"from": "gestalt-therapy", "type": "USES", "to": "empty-chair"},
    {"from": "dbt", "type": "DERIVES_FROM", "to": "cbt"}
  ]
})json";

inline constexpr std::string_view dishes = R"json({
  "confer": 1,
  "schema": {
    "labels": {
      "Dish": {"singular": "dish", "plural": "dishes", "properties": {"name": "string!", "year": "integer"}},
      "Ingredient": {"properties": {"name": "string!"}},
      "Method": {"properties": {"name": "string!"}},
      "Region": {"properties": {"name": "string!"}},
      "Cook": {}
    },
    "relationships": {
      "HAS": {"from": ["Dish"], "to": ["Ingredient"], "component": true, "verb": ["have", "has", "contain", "contains"],
              "inverse": ["found in"]},
      "NEEDS": {"from": ["Dish"], "to": ["Method"], "component": true, "verb": ["need", "needs"],
                "inverse": ["needed for"]},
      "EATEN_IN": {"from": ["Dish"], "to": ["Region"], "verb": ["eaten in"]},
      "COOKED_BY": {"from": ["Dish"], "to": ["Cook"], "verb": ["cooked by"], "inverse": ["cook", "cooks"]},
      "STEMS_FROM": {"from": ["Dish"], "to": ["Dish"], "lineage": true, "verb": ["stem from", "stems from"]}
    }
  },
  "nodes": [
    {"id": "ratatouille", "label": "Dish", "name": "Ratatouille"},
    {"id": "pesto", "label": "Dish", "name": "Pesto alla genovese"},
    {"id": "garlic", "label": "Ingredient", "name": "Garlic"},
    {"id": "basil", "label": "Ingredient", "name": "Basil"},
    {"id": "salt-and-pepper", "label": "Ingredient", "name": "Salt and pepper"},
    {"id": "grinding", "label": "Method", "name": "Grinding"},
    {"id": "liguria", "label": "Region", "name": "Liguria"},
    {"id": "anna", "label": "Cook"}
  ],
  "edges": [
    {"from": "pesto", "type": "HAS", "to": "garlic"}, {"from": "pesto", "type": "HAS", "to": "basil"},
    {"from": "pesto", "type": "NEEDS", "to": "grinding"}, {"from": "pesto", "type": "EATEN_IN", "to": "liguria"}
  ]
})json";

// A graph and what can be asked of it.
class Asked {
public:
    explicit Asked(std::string_view json) : graph_(read(json)), vocabulary_(*graph_) {}

    const question::Vocabulary& vocabulary() const { return vocabulary_; }

    Result<question::Translation> translation(std::string_view question) const {
        CONFER_TRY(const ast::Statement statement, syntax::parse(question, &vocabulary_));
        return question::translate(std::get<ast::Question>(statement.body), vocabulary_);
    }
    // The pattern in one line, or the rendered error.
    std::string pattern(std::string_view question) const {
        const auto translated = translation(question);
        if (!translated.has_value()) return render(translated.error(), question);
        return one_line(translated.value().text);
    }
    std::string evidence(std::string_view question) const {
        const auto translated = translation(question);
        if (!translated.has_value()) return render(translated.error(), question);
        return one_line(syntax::unparse(*translated.value().evidence));
    }
    std::string paraphrase(std::string_view question) const {
        const auto translated = translation(question);
        return translated.has_value() ? translated.value().paraphrase : render(translated.error(), question);
    }
    // What the pattern says of `a`: between WHERE and RETURN.
    std::string condition(std::string_view question) const {
        const std::string whole = pattern(question);
        const std::size_t begin = whole.find(" WHERE "), end = whole.rfind(" RETURN ");
        if (begin == std::string::npos || end == std::string::npos) return whole;
        return whole.substr(begin + 7, end - begin - 7);
    }

private:
    static GraphPtr read(std::string_view json) {
        auto graph = load::read_graph(load::TextFiles({{"graph.json", json}}), "graph.json");
        if (!graph.has_value()) FAIL(render(graph.error(), ""));
        return graph.value();
    }
    static std::string one_line(std::string text) {
        for (char& letter : text) letter = letter == '\n' ? ' ' : letter;
        return text;
    }

    GraphPtr graph_;
    question::Vocabulary vocabulary_;
};

inline const Asked& therapy() {
    static const Asked graph(therapies);
    return graph;
}
inline const Asked& cooking() {
    static const Asked graph(dishes);
    return graph;
}

}  // namespace confer::engine::tests
