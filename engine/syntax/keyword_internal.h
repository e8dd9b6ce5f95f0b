#pragma once
// keyword: the reserved and other keywords of patterns, for error messages, unparsing and completion.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace confer::engine::syntax {

std::string upper_case(std::string_view ascii);

bool is_keyword(std::size_t token);
bool is_reserved(std::size_t token);             // a keyword that can't name a variable
bool is_word_of_expressions(std::size_t token);  // COUNT, ANY …: keywords only where they begin an expression
bool opens_clause(std::size_t token);            // MATCH, RETURN, ORDER …; and UNION, which opens a query
bool opens_update(std::size_t token);            // CREATE, MERGE, SET …: the clauses that write
bool is_operator(std::size_t token);             // stands between or after operands
std::string written(std::size_t token);          // "RETURN", ")"; empty for tokens that aren't always the same text

// The token of a keyword in any case; nothing for other words.
bool is_reserved_word(std::string_view word);

// Whether `word` may stand as a name without backticks, reserved or not.
bool is_plain_name(std::string_view word);

// "did you mean `MATCH`?" for a word near one that may begin a pattern statement; empty otherwise.
std::string suggested_beginning(std::string_view word);

}  // namespace confer::engine::syntax
