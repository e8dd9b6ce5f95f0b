#pragma once
// statement_start: where a statement begins, and which of the two forms it has.
//
// Decided by the first word alone, so that a question never turns into a pattern halfway.
#include <cstddef>
#include <string_view>

#include "syntax/ast_clause.h"

namespace confer::engine::syntax {

struct StatementStart {
    ast::Mode mode = ast::Mode::run;
    std::size_t begin = 0;        // the first character that isn't blank; the text's size when all is blank
    std::size_t body = 0;         // the same after EXPLAIN or PROFILE
    std::string_view first_word;  // of the body; empty when it doesn't begin with a letter
    bool is_pattern = false;      // else a question
};

// REQUIRES: valid UTF-8.
StatementStart statement_start(std::string_view text, std::size_t from = 0);

// The first character at or after `at` that is neither white space nor part of a comment.
// An unclosed comment is not skipped.
std::size_t skip_blanks(std::string_view text, std::size_t at);

// The word of ASCII letters at `at`; empty if there is none.
std::string_view word_at(std::string_view text, std::size_t at);

// Whether `word`, in any case, occurs in `text` as a whole word.
bool has_word(std::string_view text, std::string_view upper_case_word);

}  // namespace confer::engine::syntax
