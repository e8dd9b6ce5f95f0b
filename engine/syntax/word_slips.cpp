// Slips within a clause: operators of other languages, commas, misspelt keywords, names and texts.
#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "syntax/keyword_internal.h"
#include "syntax/syntax_error_internal.h"

namespace confer::engine::syntax {
namespace {

struct SignPair {
    std::size_t first, second;
    std::string_view written, meant, why;
};

constexpr std::array<SignPair, 7> sign_pairs{{
    {Lexer::EQ, Lexer::EQ, "==", "=", "equality is written"},
    {Lexer::BANG, Lexer::EQ, "!=", "<>", "inequality is written"},
    {Lexer::EQ, Lexer::GT, "=>", ">=", "\"greater than or equal\" is written"},
    {Lexer::EQ, Lexer::LT, "=<", "<=", "\"less than or equal\" is written"},
    {Lexer::AMPERSAND, Lexer::AMPERSAND, "&&", "AND", "\"and\" is written"},
    {Lexer::BAR, Lexer::BAR, "||", "OR", "\"or\" is written"},
    {Lexer::STAR, Lexer::STAR, "**", "^", "a power is written"},
}};

// 'a' || b
bool joins_texts(const Words& words, std::size_t bars) {
    return (bars > 0 && words.type(bars - 1) == Lexer::STRING) || words.type(bars + 2) == Lexer::STRING;
}

bool is_text_word(std::size_t type) {
    return type == Lexer::NAME || type == Lexer::QUOTED_NAME;
}

// STARTSWITH is near to STARTS WITH.
std::vector<std::string> keywords_in(const Expected& expected) {
    std::vector<std::string> keywords;
    for (const std::size_t token : expected.tokens) {
        if (!is_keyword(token)) continue;
        keywords.push_back(written(token));
        if (token == Lexer::STARTS || token == Lexer::ENDS) keywords.push_back(keywords.back() + " WITH");
        if (token == Lexer::ORDER) keywords.push_back(keywords.back() + " BY");
    }
    return keywords;
}

std::optional<Error> misspelt(const Words& words, std::size_t i, const Expected& expected) {
    if (words.type(i) != Lexer::NAME || words.text(i).size() < 3) return std::nullopt;
    const std::vector<std::string> near = nearest_names(upper_case(words.text(i)), keywords_in(expected), 1);
    if (near.empty()) return std::nullopt;
    return slip(words.span(i), "`" + std::string(words.text(i)) + "` is not a keyword", did_you_mean(near));
}

// {name: Gestalt therapy}; a.name = Gestalt therapy
std::optional<Error> text_without_quotes(const Stop& stop) {
    const Words& words = stop.words;
    if (stop.at < 2 || words.type(stop.at) != Lexer::NAME || words.type(stop.at - 1) != Lexer::NAME ||
        words.type(stop.at + 1) == Lexer::COLON || !stop.expected.has(Lexer::OR))
        return std::nullopt;
    const std::size_t before = words.type(stop.at - 2);
    if (before != Lexer::COLON && before != Lexer::EQ && before != Lexer::NE && before != Lexer::CONTAINS)
        return std::nullopt;
    std::size_t last = stop.at;
    while (words.type(last + 1) == Lexer::NAME) ++last;
    const SourceSpan span = between(words, stop.at - 1, last);
    std::string text;
    for (std::size_t i = stop.at - 1; i <= last; ++i) text += (text.empty() ? "" : " ") + std::string(words.text(i));
    return slip(span, "text stands between quotes", "write '" + text + "'");
}

// AS the name
std::optional<Error> alias_of_several_words(const Stop& stop) {
    const Words& words = stop.words;
    if (stop.at < 2 || words.type(stop.at) != Lexer::NAME || words.type(stop.at - 1) != Lexer::NAME ||
        words.type(stop.at - 2) != Lexer::AS)
        return std::nullopt;
    std::size_t last = stop.at;
    while (words.type(last + 1) == Lexer::NAME) ++last;
    return slip(between(words, stop.at - 1, last), "a name of several words stands between backticks",
                "put backticks around it, or join its words with `_`");
}

// A reserved word that was meant as a name; but a clause's keyword with more after it opens a clause too early.
bool stands_as_name(const Words& words, std::size_t i) {
    if (!is_reserved(words.type(i))) return false;
    if (!opens_clause(words.type(i))) return true;
    switch (words.type(i + 1)) {
        case Lexer::EOF:
        case Lexer::COMMA:
        case Lexer::COLON:
        case Lexer::RPAREN:
        case Lexer::RBRACKET:
        case Lexer::RBRACE:
        case Lexer::AS:
            return true;
        default:
            return is_operator(words.type(i + 1)) || opens_clause(words.type(i + 1));
    }
}

// WHERE a.x = 1, a.y = 2; MERGE (a), (b); LIMIT 10, 20
std::optional<Error> comma_between_clauses(const Stop& stop) {
    const std::size_t clause = clause_before(stop);
    switch (clause == no_word ? std::size_t{Lexer::EOF} : stop.words.type(clause)) {
        case Lexer::WHERE:
        case Lexer::FILTER:
            return slip(place_of(stop), "conditions have no comma between them",
                        "join them with `AND`, or with `OR` when one is enough");
        case Lexer::MERGE:
            return slip(place_of(stop), "`MERGE` takes one path", "write another `MERGE` for the next one");
        case Lexer::LIMIT:
            return slip(place_of(stop), "`LIMIT` takes one number", "to leave rows out, write `SKIP 10 LIMIT 20`");
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<Error> operator_slip(const Stop& stop) {
    const Words& words = stop.words;
    const bool draws = stop.expected.has(Notion::relationship) || stop.expected.has(Lexer::MINUS);
    if (draws && !stop.expected.has(Lexer::OR)) return std::nullopt;  // an arrow
    for (const SignPair& pair : sign_pairs) {
        for (const std::size_t first : {stop.at, stop.at - 1}) {  // at - 1 wraps to no word at all
            if (first >= words.size() || words.type(first) != pair.first || words.type(first + 1) != pair.second ||
                !words.touches_previous(first + 1))
                continue;
            if (pair.first == Lexer::BAR && joins_texts(words, first))
                return slip(between(words, first, first + 1), "texts are joined with `+`, not `||`", "write `+`");
            return slip(
                between(words, first, first + 1),
                std::string(pair.why) + " `" + std::string(pair.meant) + "`, not `" + std::string(pair.written) + "`",
                "write `" + std::string(pair.meant) + "`");
        }
    }
    const std::size_t type = words.type(stop.at);
    if (type == Lexer::BANG && stop.expected.has(Notion::expression))
        return slip(place_of(stop), "\"not\" is written `NOT`, not `!`", "write `NOT`");
    if (type == Lexer::AMPERSAND && stop.expected.has(Lexer::AND))
        return slip(place_of(stop), "\"and\" is written `AND`, not `&`", "write `AND`");
    if (type == Lexer::GT && stop.at > 1 && words.type(stop.at - 1) == Lexer::MINUS &&
        words.type(stop.at - 2) == Lexer::NAME && words.type(stop.at + 1) == Lexer::NAME &&
        words.touches_previous(stop.at) && words.touches_previous(stop.at - 1))
        return slip(
            between(words, stop.at - 1, stop.at), "a property follows a point",
            "write `" + std::string(words.text(stop.at - 2)) + "." + std::string(words.text(stop.at + 1)) + "`");
    if (type == Lexer::GT && stop.at > 2 && words.type(stop.at - 1) == Lexer::MINUS &&
        words.type(stop.at - 2) == Lexer::MINUS && words.type(stop.at - 3) == Lexer::NAME) {
        const std::string name(words.text(stop.at - 3));
        return slip(words.span(stop.at - 3), "a node stands in parentheses", "write `(" + name + ")-->`");
    }
    return std::nullopt;
}

std::optional<Error> comma_slip(const Stop& stop) {
    const Words& words = stop.words;
    const std::size_t type = words.type(stop.at);
    if (type == Lexer::COMMA && stop.expected.has(Notion::expression))
        return slip(place_of(stop), "there is nothing before this comma", "leave it out, or write a value before it");
    if (type == Lexer::COMMA && !stop.expected.has(Lexer::RPAREN))
        if (std::optional<Error> error = comma_between_clauses(stop)) return error;
    if (stop.at == 0 || words.type(stop.at - 1) != Lexer::COMMA) return std::nullopt;
    const bool ends = type == Lexer::EOF || type == Lexer::SEMICOLON || type == Lexer::RPAREN ||
                      type == Lexer::RBRACKET || type == Lexer::RBRACE || opens_clause(type);
    if (!ends) return std::nullopt;
    return slip(words.span(stop.at - 1), "there is nothing after this comma", "leave it out, or go on after it");
}

std::optional<Error> keyword_slip(const Stop& stop) {
    if (std::optional<Error> error = misspelt(stop.words, stop.at, stop.expected)) return error;
    // RETURN DISTNCT a: the misspelt word passes for a name, and the next one doesn't fit.
    if (stop.at == 0 || stop.words.text(stop.at - 1).size() < 4) return std::nullopt;
    std::vector<std::size_t> types;
    for (std::size_t i = 0; i + 1 < stop.at; ++i) types.push_back(stop.words.type(i));
    return misspelt(stop.words, stop.at - 1, expected_after(types));
}

// 'Frank's' ends after Frank; so does 'the clients' view', after which another quotation mark is never closed.
std::optional<Error> quote_slip(const Stop& stop) {
    const Words& words = stop.words;
    if (stop.at == 0 || words.type(stop.at - 1) != Lexer::STRING) return std::nullopt;
    const std::string quote(words.text(stop.at - 1).substr(0, 1));
    const std::string other = quote == "'" ? "double quotes" : "single quotes";
    const std::size_t type = words.type(stop.at);
    const bool touches = words.touches_previous(stop.at);
    if (type == Lexer::STRING && touches)
        return slip(place_of(stop), "a quotation mark inside a text is not doubled",
                    "write `\\" + quote + "` for `" + quote + "`, or put the text between " + other);
    bool never_closed = false;
    for (std::size_t i = stop.at; i < words.size(); ++i)
        never_closed = never_closed || (words.type(i) == Lexer::UNCLOSED_STRING && words.text(i).starts_with(quote));
    const bool goes_on = touches ? is_text_word(type) || is_keyword(type) : is_text_word(type) && never_closed;
    if (!goes_on) return std::nullopt;
    return slip(words.span(stop.at - 1), "this text ends before `" + std::string(words.text(stop.at)) + "`",
                "write `\\" + quote + "` for a `" + quote + "` inside a text, or put the text between " + other);
}

std::optional<Error> name_slip(const Stop& stop) {
    const Words& words = stop.words;
    const std::size_t type = words.type(stop.at);
    const std::string text(words.text(stop.at));
    const bool wants_name = stop.expected.has(Notion::variable) || stop.expected.has(Notion::label) ||
                            stop.expected.has(Notion::relationship_type) || stop.expected.has(Notion::property);
    if (type == Lexer::STRING && wants_name && !stop.expected.has(Notion::expression))
        return slip(place_of(stop), "a name stands here, and quotes are for texts",
                    "write it without quotes, or between backticks when it holds spaces");
    if (stands_as_name(words, stop.at) &&
        (stop.expected.has(Notion::variable) || stop.expected.has(Notion::expression)))
        return slip(place_of(stop), "`" + text + "` is a reserved word, so it can't stand as a name",
                    "put it between backticks, or choose another name");
    if (std::optional<Error> error = text_without_quotes(stop)) return error;
    if (std::optional<Error> error = alias_of_several_words(stop)) return error;
    if (is_text_word(type) && stop.expected.has(Lexer::COLON) && !stop.expected.has(Lexer::OR)) {
        if (stop.expected.has(Lexer::RPAREN))
            return slip(place_of(stop), "a label stands after a colon", "write `:" + text + "`");
        if (stop.expected.has(Lexer::RBRACKET))
            return slip(place_of(stop), "a relationship type stands after a colon", "write `:" + text + "`");
    }
    return std::nullopt;
}

}  // namespace confer::engine::syntax
