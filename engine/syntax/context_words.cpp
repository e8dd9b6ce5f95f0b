// Words that mean something in one place, and are ordinary names everywhere else: SHORTEST, PATH(S), GROUP(S),
// shortestPath, allShortestPaths; IS LABELED; COLLECT { MATCH … }. Telling them by their neighbours keeps
// `MATCH path = (a)-->(b) RETURN path` what it was.
#include "syntax/keyword_internal.h"
#include "syntax/syntax_error_internal.h"

namespace confer::engine::syntax {
namespace {

bool is_count(std::size_t type) {
    return type == Lexer::INTEGER || type == Lexer::PARAMETER;
}

bool is_group_word(const std::string& word) {
    return word == "GROUP" || word == "GROUPS";
}

bool is_path_word(const std::string& word) {
    return word == "PATH" || word == "PATHS";
}

// ANY SHORTEST, ALL SHORTEST, SHORTEST 2, SHORTEST GROUPS
bool selects_shortest(const Words& words, std::size_t i) {
    const std::size_t before = i > 0 ? words.type(i - 1) : Lexer::EOF;
    if (before == Lexer::ANY || before == Lexer::ALL) return true;
    if (before != Lexer::MATCH && before != Lexer::COMMA && before != Lexer::EQ && before != Lexer::LBRACE)
        return false;
    if (is_count(words.type(i + 1))) return true;
    if (words.type(i + 1) == Lexer::LPAREN ||
        words.type(i + 1) == Lexer::PATTERN_LPAREN)  // without a number, which is an error of its own; else a function
        return before == Lexer::MATCH || (before == Lexer::EQ && i > 2 && words.type(i - 3) == Lexer::MATCH);
    const std::string next = words.type(i + 1) == Lexer::NAME ? upper_case(words.text(i + 1)) : "";
    return is_group_word(next) || is_path_word(next);
}

// Whether the words before `i` are those of a selector so far.
bool follows_selector(const Words& words, std::size_t i) {
    if (i == 0) return false;
    switch (words.type(i - 1)) {
        case Lexer::SHORTEST:
        case Lexer::PATHS:
        case Lexer::ANY:
        case Lexer::ALL:
            return true;
        default:
            break;
    }
    return i > 1 && is_count(words.type(i - 1)) &&
           (words.type(i - 2) == Lexer::SHORTEST || words.type(i - 2) == Lexer::ANY);
}

// COLLECT { MATCH … }, but not collect {.name}
bool collects_rows(const Words& words, std::size_t i) {
    if (words.type(i + 1) != Lexer::LBRACE) return false;
    switch (words.type(i + 2)) {
        case Lexer::MATCH:
        case Lexer::OPTIONAL:
        case Lexer::UNWIND:
        case Lexer::WITH:
        case Lexer::RETURN:
            return true;
        default:
            return false;
    }
}

bool follows_is(const Words& words, std::size_t i) {
    if (i > 1 && words.type(i - 1) == Lexer::NOT) --i;
    return i > 0 && words.type(i - 1) == Lexer::IS;
}

}  // namespace

void mark_context_words(Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.type(i) != Lexer::NAME) continue;
        const std::string word = upper_case(words.text(i));
        if (word == "SHORTEST" && selects_shortest(words, i)) words.set_type(i, Lexer::SHORTEST);
        if (is_path_word(word) && follows_selector(words, i) && words.type(i + 1) != Lexer::EQ)
            words.set_type(i, Lexer::PATHS);
        if (is_group_word(word) && follows_selector(words, i)) words.set_type(i, Lexer::GROUPS);
        if ((word == "LABELED" || word == "LABELLED") && follows_is(words, i)) words.set_type(i, Lexer::LABELED);
        if (word == "COLLECT" && collects_rows(words, i)) words.set_type(i, Lexer::COLLECT);
        if (words.type(i + 1) != Lexer::LPAREN) continue;
        if (word == "SHORTESTPATH") words.set_type(i, Lexer::SHORTEST_PATH);
        if (word == "ALLSHORTESTPATHS") words.set_type(i, Lexer::ALL_SHORTEST_PATHS);
    }
}

}  // namespace confer::engine::syntax
