#pragma once
// Keywords of questions: the fixed English around nouns, verbs and names.
//
// Shapes     a keyword may have several words ("how many", "do not"), in lower case, apostrophes as '.
// Source     docs/questions.md.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace confer::engine::syntax {

struct QuestionKeyword {
    enum class Place : unsigned char {
        anywhere,
        opening,     // only where the question begins, where it outdoes fillers
        comparison,  // only in a question that compares, where it outdoes other keywords
        filler,      // says nothing; gives way to a verb of the lexicon that is spelt alike
        common,      // an everyday word; gives way to whatever in the lexicon is spelt alike
    };
    static constexpr std::size_t dropped = 0;

    std::string_view words;
    std::size_t token = dropped;  // of ConferLexer
    Place place = Place::anywhere;
};

inline constexpr std::size_t longest_keyword_words = 8;

struct KeywordMatch {
    std::size_t words = 0;  // 0: none
    const QuestionKeyword* keyword = nullptr;
};

// Where the words stand.
struct KeywordPlace {
    bool opening = false;     // nothing but fillers came before
    bool comparison = false;  // a keyword that compares came before
};

// All of them (question_keyword_table.cpp).
std::span<const QuestionKeyword> question_keywords();

// The longest keyword that `words` begin with.
KeywordMatch match_keyword(std::span<const std::string> words, KeywordPlace place);

// The way to write a token in a question ("which", "at least"), for messages and completion; empty: none.
std::string_view spelling_of(std::size_t token);

}  // namespace confer::engine::syntax
