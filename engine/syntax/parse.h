#pragma once
// parse: text -> ast::Statement. ANTLR stays behind this door.
//
// A statement whose first word (after EXPLAIN or PROFILE) opens a pattern clause is a pattern; any
// other is a question, whose words are grouped into phrases by `phrases` before they are parsed.
//
// Errors     syntax and the literal errors, all with span and hints; statement_too_large,
//            nesting_too_deep, invalid_unicode_character; those of `limits`. Never ANTLR's own words.
// Threads    safe from any number of threads at once.
// Cost       about linear; statements up to 1 MiB, nesting up to 1,000 levels.
#include <string>
#include <string_view>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "syntax/ast_clause.h"

namespace confer::engine::syntax {

// What the words of a question mean; the graph's lexicon implements it (question/vocabulary.h).
class PhraseMatcher {
public:
    virtual ~PhraseMatcher() = default;
    struct Match {
        std::size_t words = 0;  // how many words from the first on; 0: none
        ast::PhraseKind kind = ast::PhraseKind::unknown;
    };
    // The longest phrase of the lexicon that begins with words[0].
    virtual Match longest(const std::vector<std::string_view>& words) const = 0;
    // The names nearest to words that are none, nearest first.
    virtual std::vector<std::string> nearest(std::string_view) const { return {}; }
    // Questions in these words, one for each form, for the hint of an unknown question.
    virtual std::vector<std::string> examples() const { return {}; }
    // Questions that can be asked about the names; none where nothing is called so.
    virtual std::vector<std::string> examples_about(const std::vector<std::string>&) const { return {}; }
};

inline constexpr std::size_t max_statement_bytes = std::size_t{1} << 20;
inline constexpr unsigned max_nesting = 1000;

// `limits`, where there are some, are looked at all the while.
Result<ast::Statement> parse(std::string_view text, const PhraseMatcher* phrases = nullptr,
                             const RunLimits* limits = nullptr);

// Splits a script at the semicolons that end statements (not those in strings, names and comments).
// Blank statements are left out. Each piece is a slice of `script`.
std::vector<std::string_view> split_statements(std::string_view script);

// Whether `text` ends inside an open string, comment, bracket, or without the semicolon that a
// pattern statement needs: the shell then asks for another line. Questions end with their line.
bool is_incomplete(std::string_view text);

}  // namespace confer::engine::syntax
