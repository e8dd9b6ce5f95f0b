#pragma once
// QuestionWord: a word, quoted name or mark of a question, before words are grouped into phrases.
//
// Units      spans count bytes from the start of the whole statement.
// Errors     a quotation mark that is never closed (syntax).
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace confer::engine::syntax {

struct QuestionWord {
    enum class Kind : unsigned char { word, quoted, comma, open, close, end } kind = Kind::word;
    std::string text;  // as written, quotes removed
    SourceSpan span;
};

// REQUIRES: valid UTF-8.
Result<std::vector<QuestionWord>> question_words(std::string_view text, std::uint32_t offset_of_question);

}  // namespace confer::engine::syntax
