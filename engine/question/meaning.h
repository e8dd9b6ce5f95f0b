#pragma once
// Meaning: a condition of a question with its words resolved: relationship types, nodes and labels.
//
// Shapes     from it come the predicate of the pattern, the relationships that an answer rests on, and the
//            paraphrase, so that the three always agree.
// Ownership  refers to the vocabulary's schema, which outlives it.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/schema.h"
#include "syntax/ast_question.h"
#include "value/value.h"

namespace confer::engine::question {

using Labels = std::vector<const LabelSchema*>;  // in the schema's order

// A node that a question names.
struct Named {
    NodeId node = no_id;
    std::string key, value;  // the property that a pattern finds it by: its `id`, else its `name`
    std::string title;       // what people call it
    Labels labels;
};

// How the thing asked for is joined to the other: outgoing: it is the relationship's source.
enum class Way : std::uint8_t { outgoing, incoming, either };
struct Link {
    std::vector<const RelationshipSchema*> types;
    Way way = Way::outgoing;
};

// How well sources support it: their grades include `level`; without one, any but `ungraded`.
struct Grading {
    std::optional<std::string> level;
};

struct Meaning {
    enum class Kind : std::uint8_t { joined, all, any, negation, being, dated } kind = Kind::joined;
    std::vector<Meaning> parts;  // all, any: 2 or more; negation: 1

    // joined: by one of the links, to the node, or else to some node with one of the labels that fits `that`.
    std::vector<Link> links;
    std::optional<Named> node;
    Labels labels;
    std::unique_ptr<Meaning> that;          // may be null
    bool operand_acts = false;              // "that DBT uses"
    std::optional<ast::Quantity> quantity;  // to so many of them
    bool every = false;                     // to all of them
    std::optional<Grading> grading;         // by what sources support so well
    // being: the node itself

    std::optional<std::int64_t> from, to;  // dated: came about in these years, both included

    // Of a node that has something narrower: the types that lead from there to it. What is said of something narrower
    // then counts for the node, unless one of the `warnings` joins the things asked for with the node itself.
    std::vector<const RelationshipSchema*> broader, warnings;

    std::vector<std::string> notices;  // whole sentences: how words were read that say something else
};

// What the things asked for can be, as far as the schema tells: labels outside are impossible.
Labels possible_labels(const Meaning& meaning, const Schema& schema);

// Labels by name, in the schema's order; all of them for an empty list ("any").
Labels labels_named(const std::vector<std::string>& names, const Schema& schema);
Labels labels_in_both(const Labels& a, const Labels& b);
void add_labels(Labels& to, const Labels& more, const Schema& schema);

// The labels at one end of a relationship type.
Labels labels_at(const RelationshipSchema& relationship, Way way, const Schema& schema);

// The labels that some relationship type is about; others, such as sources, only stand beside.
Labels labels_that_take_part(const Schema& schema);

// Those that declare the property.
Labels labels_declaring(std::string_view property, const Labels& labels);

// The property that says when things came about.
inline constexpr std::string_view year_key = "year";

// The ends of a type swapped.
Way reversed(Way way);

}  // namespace confer::engine::question
