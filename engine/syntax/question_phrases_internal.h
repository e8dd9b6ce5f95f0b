#pragma once
// QuestionToken: what the grammar of questions sees: a keyword, a phrase of the lexicon, a mark.
//
// Words are grouped from left to right by the longest match. A keyword is one only where no longer phrase covers it
// ("Acceptance and commitment therapy" is one name); where both are equally long the keyword wins, except that words
// which say nothing give way to a verb ("have"). Names may run over commas, dots and balanced parentheses. Articles,
// auxiliary verbs and polite openings are dropped. Runs of words that nothing covers become one unknown phrase.
#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/parse.h"
#include "syntax/question_words_internal.h"

namespace confer::engine::syntax {

struct QuestionToken {
    std::size_t type = 0;  // of ConferLexer
    ast::Phrase phrase;    // for keywords and marks: their text and place
    std::int64_t number = 0;
};

// `question` is the text that the words are of; it begins at `offset_of_question` in the whole statement. `phrases` may
// be null: no phrase is known.
std::vector<QuestionToken> group_phrases(const std::vector<QuestionWord>& words, std::string_view question,
                                         std::uint32_t offset_of_question, const PhraseMatcher* phrases);

}  // namespace confer::engine::syntax
