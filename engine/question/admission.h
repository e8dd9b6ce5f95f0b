#pragma once
// Admission: which claims a restricted question counts: those with a source that it names (`according to "…"`), those
// that don't rest on weak sources alone (`without weak sources`).
//
// A source is named by its id, name or title; else by a publisher or author; else by words of its title. Sources are
// the nodes of labels that no relationship type joins.
//
// Shapes     says the same twice: as a condition of a pattern, and of one relationship of the graph.
// Ownership  refers to the vocabulary's graph.
// Errors     unknown_name, with the nearest names of sources, authors and publishers.
// Source     what it means: docs/questions.md.
// Cost       making one: linear in the sources; they are all looked at.
#include <string>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "question/resolve.h"
#include "syntax/ast_clause.h"

namespace confer::engine::question {

class Admission {
public:
    static Result<Admission> make(const ast::Restriction& restriction, const Setting& setting);

    // The condition that a claim is admitted; `claim` is the variable of a relationship, or of a node.
    ast::ExprPtr condition(const std::string& claim, bool is_node) const;
    bool admits(EdgeId relationship) const;

    // Whether all that it names are ids, names, authors or publishers, and not words of a title.
    bool names_authorities() const;

    // ", counting only claims according to Wampold"
    std::string paraphrase() const;

private:
    // Sources with one of these ids, or else with the words in one of these properties.
    struct Authority {
        std::string words;
        std::vector<std::string> ids, properties;
    };
    explicit Admission(const Setting& setting) : graph_(&setting.graph()) {}
    Result<void> add(const ast::Phrase& name, const Setting& setting);
    ast::ExprPtr source_condition() const;

    const PropertyGraph* graph_;
    std::vector<Authority> authorities_;
    std::unordered_set<NodeId> named_;  // sources of those authorities
    bool without_weak_ = false;
    bool knows_quality_ = false, knows_confidence_ = false;  // whether the schema declares them
};

// Restricts all that the query draws: each relationship, also in conditions; and where a part of it draws none, nodes.
// REQUIRES: the procedures that it calls take a list of the relationships that count as their last input, and all
// inputs before that are given.
void restrict(ast::Query& query, const Admission& admission);

// The labels of sources, by the rule above.
Labels source_labels(const Schema& schema);

}  // namespace confer::engine::question
