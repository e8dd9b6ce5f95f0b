#pragma once
// parse_question: the text of one question -> ast::Question. The seam between the two forms of statements.
//
// Units      spans in the result and in errors count from the start of the whole statement:
//            `offset_of_question` is where `text` begins in it.
// Errors     as syntax::parse; ANTLR's exceptions stay inside.
#include <cstdint>
#include <string_view>

#include "syntax/parse.h"

namespace confer::engine::syntax {

// REQUIRES: `text` is valid UTF-8 and within the limits that parse() sets; EXPLAIN or PROFILE is already cut off.
Result<ast::Question> parse_question(std::string_view text, std::uint32_t offset_of_question,
                                     const PhraseMatcher* phrases);

}  // namespace confer::engine::syntax
