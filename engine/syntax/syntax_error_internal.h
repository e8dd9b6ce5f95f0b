#pragma once
// syntax_error: why a pattern statement can't be read, in words for people.
//
// The first slip that fits is told; what no slip explains becomes "expected … here".
#include "base/error.h"
#include "syntax/expected_internal.h"
#include "syntax/reading_internal.h"

namespace confer::engine::syntax {

// A bracket or CASE that isn't closed, or a closer that closes nothing.
struct BracketFault {
    std::size_t opener;  // index of the word; no_word for a closer without one
    std::size_t closer;  // no_word when the statement ends first
};
inline constexpr std::size_t no_word = static_cast<std::size_t>(-1);

// Where parsing stopped: `at` is the word that doesn't fit, possibly EOF.
struct Stop {
    const Words& words;
    std::size_t at;
    Expected expected;                  // in place of words[at]
    std::optional<BracketFault> fault;  // the first one in the whole statement
};

// Refuses statements nested so deeply that reading them would exhaust the stack.
std::optional<Error> check_nesting(const Words& words);

// Retypes the parentheses that draw the first node of a pattern inside an expression, or could: (a)-->(b), but not
// (a) - b. Telling them beforehand by the shape of what follows keeps the grammar free of endless lookahead.
void mark_drawn_nodes(Words& words);

// Retypes names that are words of their own where they stand: ANY SHORTEST, shortestPath( …, IS LABELED, COLLECT { …
void mark_context_words(Words& words);

std::optional<BracketFault> bracket_fault(const Words& words);
std::size_t open_brackets(const Words& words);  // how many are still open at the end

Error syntax_error(const Words& words, std::size_t at);

// The slips, each with its own message. Those of brackets and single characters are in brackets.cpp, those of whole
// clauses in clause_slips.cpp, those within a clause in word_slips.cpp, words that other languages have in
// foreign_words.cpp, those of drawn patterns in pattern_slips.cpp, those inside its nodes and in maps in
// entry_slips.cpp.
std::optional<Error> character_slip(const Stop& stop);
std::optional<Error> bracket_slip(const Stop& stop);
std::optional<Error> foreign_clause_slip(const Stop& stop);
std::optional<Error> order_slip(const Stop& stop);
std::optional<Error> inner_query_slip(const Stop& stop);
std::optional<Error> call_slip(const Stop& stop);
std::optional<Error> ending_slip(const Stop& stop);
std::optional<Error> pattern_slip(const Stop& stop);
std::optional<Error> operator_slip(const Stop& stop);
std::optional<Error> comma_slip(const Stop& stop);
std::optional<Error> keyword_slip(const Stop& stop);
std::optional<Error> foreign_word_slip(const Stop& stop);
std::optional<Error> entry_slip(const Stop& stop);
std::optional<Error> name_slip(const Stop& stop);
std::optional<Error> quote_slip(const Stop& stop);

Error nothing_returned(std::uint32_t end);  // by a query that ends there

Error bad_number(std::string_view digits, SourceSpan span);  // of a word that begins like a number
Error slip(SourceSpan span, std::string message, std::string hint, ErrorCode code = ErrorCode::syntax);
SourceSpan place_of(const Stop& stop);  // of the word; at the end of the statement, the gap after the last word
SourceSpan between(const Words& words, std::size_t first, std::size_t last);

// Where the last clause before `at` begins that isn't inside brackets which are closed by then; no_word if none does.
std::size_t clause_before(const Stop& stop);

}  // namespace confer::engine::syntax
