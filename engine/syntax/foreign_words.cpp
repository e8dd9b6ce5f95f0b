// Words that SQL and other languages have, and what is written here in their place.
#include <array>

#include "syntax/keyword_internal.h"
#include "syntax/syntax_error_internal.h"

namespace confer::engine::syntax {
namespace {

struct ForeignWord {
    std::string_view word;
    std::string_view next;  // only before this word; empty: before any
    std::string_view message, hint;
};

constexpr std::array<ForeignWord, 16> foreign_words{{
    {"SELECT", "", "there is no `SELECT`", "write `RETURN` and what you want to see"},
    {"FROM", "", "there is no `FROM`: what to look at is drawn as a pattern",
     "begin with `MATCH`, as in `MATCH (a:Approach)-[:USES]->(t) RETURN a, t`"},
    {"JOIN", "", "there is no `JOIN`: what to look at is drawn as a pattern",
     "begin with `MATCH`, as in `MATCH (a:Approach)-[:USES]->(t) RETURN a, t`"},
    {"GROUP", "", "there is no `GROUP BY`: rows are grouped by the columns that aren't aggregated",
     "write for example `RETURN a.name, count(*)`"},
    {"HAVING", "", "there is no `HAVING`", "write `WITH … count(*) AS n WHERE n > 1`, then `RETURN`"},
    {"LIKE", "", "there is no `LIKE`",
     "write `CONTAINS`, `STARTS WITH`, `ENDS WITH`, or `=~` for a regular expression"},
    {"ILIKE", "", "there is no `ILIKE`",
     "write `toLower(…) CONTAINS 'text'`, or `=~ '(?i)…'` for a regular expression"},
    {"BETWEEN", "", "there is no `BETWEEN`", "write `1 <= x <= 5`"},
    {"ISNULL", "", "there is no `ISNULL`", "write `IS NULL`"},
    {"NOTNULL", "", "there is no `NOTNULL`", "write `IS NOT NULL`"},
    {"MOD", "", "there is no `MOD`", "write `%`"},
    {"DIV", "", "there is no `DIV`", "write `/`, which gives an integer for integers"},
    {"SORT", "BY", "there is no `SORT BY`", "write `ORDER BY`"},
    {"FETCH", "FIRST", "there is no `FETCH FIRST`", "write `LIMIT` and the number, at the end"},
    {"FETCH", "NEXT", "there is no `FETCH NEXT`", "write `SKIP` and `LIMIT` with their numbers, at the end"},
    {"IF", "", "there is no `IF`",
     "write `WHERE` to choose rows, or `CASE WHEN … THEN … ELSE … END` to choose a value"},
}};

const ForeignWord* foreign_word(const Words& words, std::size_t i) {
    if (words.type(i) != Lexer::NAME) return nullptr;
    const std::string word = upper_case(words.text(i)), next = upper_case(words.text(i + 1));
    for (const ForeignWord& each : foreign_words)
        if (each.word == word && (each.next.empty() || each.next == next)) return &each;
    return nullptr;
}

// x NOT IN list, x NOT LIKE text, x NOT NULL
std::optional<Error> not_slip(const Stop& stop) {
    const Words& words = stop.words;
    if (words.type(stop.at) != Lexer::NOT || !stop.expected.has(Lexer::IN)) return std::nullopt;
    const SourceSpan span = between(words, stop.at, stop.at + 1);
    const auto moved = [&](const std::string& op, const std::string& right) {
        return slip(span, "`NOT` comes before what it denies",
                    "write `NOT x " + op + " " + right + "` instead of `x NOT " + op + " " + right + "`");
    };
    switch (words.type(stop.at + 1)) {
        case Lexer::IN:
            return moved("IN", "list");
        case Lexer::CONTAINS:
            return moved("CONTAINS", "text");
        case Lexer::STARTS:
            return moved("STARTS WITH", "text");
        case Lexer::ENDS:
            return moved("ENDS WITH", "text");
        case Lexer::NULL_:
            return slip(span, "`NOT NULL` needs `IS` before it", "write `IS NOT NULL`");
        default:
            break;
    }
    const ForeignWord* const word = foreign_word(words, stop.at + 1);
    if (word == nullptr) return std::nullopt;
    const std::string name(word->word);
    if (name == "BETWEEN") return slip(span, "there is no `NOT BETWEEN`", "write `NOT 1 <= x <= 5`");
    if (name == "LIKE" || name == "ILIKE")
        return slip(span, "there is no `NOT " + name + "`", "write for example `NOT x CONTAINS text`");
    return std::nullopt;
}

// x IS 'text', x IS NOT 3, x IS NOTNULL
std::optional<Error> is_slip(const Stop& stop) {
    const Words& words = stop.words;
    if (stop.at < 2 || !stop.expected.has(Lexer::NULL_) || !stop.expected.has(Lexer::LABELED)) return std::nullopt;
    const bool denies = words.type(stop.at - 1) == Lexer::NOT;
    const std::string is = denies ? "IS NOT" : "IS";
    switch (words.type(stop.at)) {
        case Lexer::STRING:
        case Lexer::INTEGER:
        case Lexer::FLOAT:
        case Lexer::TRUE_:
        case Lexer::FALSE_:
        case Lexer::PARAMETER:
            return slip(between(words, stop.at - (denies ? 2 : 1), stop.at - 1),
                        "`" + is + "` asks for null or for labels",
                        denies ? "write `<>` to compare with a value" : "write `=` to compare with a value");
        case Lexer::NAME:
            if (upper_case(words.text(stop.at)) != "NOTNULL") return std::nullopt;
            return slip(place_of(stop), "`NOT NULL` is two words", "write `IS NOT NULL`");
        default:
            return slip(place_of(stop), "expected `NULL` after `" + is + "`",
                        "write `" + is + " NULL`, or `" + (denies ? "<>" : "=") + "` to compare with a value");
    }
}

// x IN ('a', 'b'), (1, 2)
std::optional<Error> list_slip(const Stop& stop) {
    const Words& words = stop.words;
    if (words.type(stop.at) != Lexer::COMMA || !stop.expected.has(Lexer::RPAREN) || !stop.expected.has(Lexer::OR))
        return std::nullopt;
    std::size_t closed = 0;
    for (std::size_t i = stop.at; i-- > 1;) {
        const std::size_t type = words.type(i);
        if (type == Lexer::RPAREN || type == Lexer::RBRACKET || type == Lexer::RBRACE) ++closed;
        const bool opens = type == Lexer::LPAREN || type == Lexer::LBRACKET || type == Lexer::LBRACE;
        if (!opens || closed-- > 0) continue;
        if (type != Lexer::LPAREN) break;
        return slip(words.span(i), "a list stands in square brackets", "write `[…, …]`");
    }
    return std::nullopt;
}

// RETURN sum a.x: the word passes for a variable.
bool takes_parentheses(const Words& words, std::size_t i) {
    if (words.type(i + 1) != Lexer::NAME || (words.type(i) != Lexer::NAME && words.type(i) != Lexer::COUNT))
        return false;
    const std::string word = upper_case(words.text(i));
    return word == "COUNT" || word == "SUM" || word == "AVG" || word == "MIN" || word == "MAX" || word == "COLLECT";
}

// COUNT DISTINCT a; RETURN a, DISTINCT b; CASE a > 1 THEN; RETURN TOP 10 a; EXISTS a.name
std::optional<Error> misplaced_word(const Stop& stop) {
    const Words& words = stop.words;
    const std::size_t type = words.type(stop.at);
    const std::size_t before = stop.at > 0 ? words.type(stop.at - 1) : Lexer::EOF;
    if (type == Lexer::DISTINCT && before == Lexer::COUNT)
        return slip(between(words, stop.at - 1, stop.at), "`DISTINCT` stands inside the parentheses",
                    "write `count(DISTINCT …)`");
    if (type == Lexer::DISTINCT && before == Lexer::COMMA)
        return slip(place_of(stop), "`DISTINCT` is about whole rows and stands before the first column",
                    "write `RETURN DISTINCT` and all columns");
    if (type == Lexer::DETACH && before == Lexer::DELETE)
        return slip(between(words, stop.at - 1, stop.at), "`DETACH` stands before `DELETE`", "write `DETACH DELETE`");
    if (type == Lexer::PLUS_EQ && stop.expected.has(Lexer::EQ) && stop.expected.has(Lexer::DOT))
        return slip(place_of(stop), "`+=` adds properties to a node or relationship",
                    "to calculate, write `a.key = a.key + 1`");
    if (type == Lexer::LPAREN && stop.at > 1 && words.type(stop.at - 2) == Lexer::DOT && before == Lexer::NAME &&
        stop.expected.has(Lexer::OR))
        return slip(words.span(stop.at - 1), "a function stands before what it works on",
                    "write `" + std::string(words.text(stop.at - 1)) + "(…)`");
    if (stop.at > 0 && stop.expected.has(Lexer::AS) && takes_parentheses(words, stop.at - 1))
        return slip(words.span(stop.at - 1),
                    "`" + std::string(words.text(stop.at - 1)) + "` takes its argument in parentheses",
                    "write `" + std::string(words.text(stop.at - 1)) + "(…)`");
    if (stop.at > 0 && before == Lexer::NAME && upper_case(words.text(stop.at - 1)) == "IF" && type != Lexer::EOF &&
        stop.expected.has(Lexer::AS))
        return slip(words.span(stop.at - 1), "there is no `IF`", "write `CASE WHEN … THEN … ELSE … END`");
    if (type == Lexer::THEN && stop.expected.has(Lexer::WHEN))
        return slip(place_of(stop), "a condition after `CASE` begins with `WHEN`",
                    "write `CASE WHEN … THEN … ELSE … END`");
    if (type == Lexer::INTEGER && stop.at > 1 && upper_case(words.text(stop.at - 1)) == "TOP" &&
        words.type(stop.at - 2) == Lexer::RETURN)
        return slip(words.span(stop.at - 1), "there is no `TOP`",
                    "write `LIMIT " + std::string(words.text(stop.at)) + "` at the end");
    if (type == Lexer::NAME && before == Lexer::EXISTS)
        return slip(words.span(stop.at - 1), "`EXISTS` is followed by a pattern in braces",
                    "write `EXISTS { (a)-[:USES]->() }`; to ask for a property, `… IS NOT NULL`");
    return std::nullopt;
}

}  // namespace

std::optional<Error> foreign_word_slip(const Stop& stop) {
    for (const auto find : {not_slip, is_slip, list_slip, misplaced_word})
        if (std::optional<Error> error = find(stop)) return error;
    const ForeignWord* const word = foreign_word(stop.words, stop.at);
    if (word == nullptr) return std::nullopt;
    return slip(place_of(stop), std::string(word->message), std::string(word->hint));
}

}  // namespace confer::engine::syntax
