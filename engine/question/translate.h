#pragma once
// translate: a question -> an ordinary read query that answers it.
//
// Errors     with the exact place and the nearest words: unknown_name, ambiguous_name, unknown_label,
//            unknown_relationship_type, unfitting_words, unknown_question.
// Threads    safe from any number of threads at once.
// Cost       linear in the words; an unknown name costs a look at all names.
// Source     the forms and what they mean: docs/questions.md.
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "question/matrix.h"
#include "question/sharing.h"
#include "question/tree.h"
#include "question/vocabulary.h"
#include "syntax/ast_clause.h"

namespace confer::engine::question {

struct Translation {
    ast::Query pattern;
    std::string text;                  // the pattern; typed by hand it gives the same rows
    std::string paraphrase;            // a whole sentence: what was understood
    std::vector<std::string> notices;  // whole sentences
    // What the rows rest on, where it isn't what the pattern WITH SOURCES would rest on: the same rows in the same
    // order with one more column at the end, `evidence`, a list of relationships and nodes, and of such lists. Their
    // `sources` are the row's footnotes.
    std::optional<ast::Query> evidence;
    // Where things are set side by side; `evidence` is then a list with one item for each column.
    std::optional<Matrix> matrix;
    std::optional<Tree> tree = {};        // where rows hang under each other
    std::optional<Sharing> sharing = {};  // where things have something in common
};

Result<Translation> translate(const ast::Question& question, const Vocabulary& vocabulary);

}  // namespace confer::engine::question
