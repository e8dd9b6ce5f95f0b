#pragma once
// resolve: the nouns and names of a question -> labels and nodes, or an error that says what there is instead.
//
// Errors     unknown_name, ambiguous_name, unknown_label; with the place and the nearest words that fit.
#include <string_view>

#include "base/result.h"
#include "question/meaning.h"
#include "question/vocabulary.h"
#include "syntax/ast_question.h"

namespace confer::engine::question {

class Admission;  // admission.h

// What a question's parts are resolved with.
struct Setting {
    const Vocabulary& vocabulary;
    const ast::Question& question;
    const Admission* admission = nullptr;  // which claims count; null: all

    const Schema& schema() const { return vocabulary.lexicon().schema(); }
    const PropertyGraph& graph() const { return vocabulary.graph(); }
};

Result<Labels> resolve_noun(const ast::Phrase& noun, const Setting& setting);

// The node called `name` among those with one of the labels (which are not none).
Result<Named> resolve_name(const ast::Phrase& name, const Labels& among, const Setting& setting);

// A node by name alone, with a noun beside it or without.
Result<Named> resolve_operand(const ast::Operand& operand, const Setting& setting);

// A node, as patterns find it.
Named named(NodeId node, const Setting& setting);

// Labels of a node, as the schema has them.
Labels labels_of(NodeId node, const Setting& setting);

}  // namespace confer::engine::question
