// syntax_error: the slips in the order in which they are tried, and the sentence for everything else.
#include "syntax/syntax_error_internal.h"

#include "syntax/keyword_internal.h"

namespace confer::engine::syntax {
namespace {

constexpr std::size_t most_alternatives = 5;

std::vector<std::size_t> types_before(const Words& words, std::size_t at) {
    std::vector<std::size_t> types;
    types.reserve(at);
    for (std::size_t i = 0; i < at; ++i) types.push_back(words.type(i));
    return types;
}

bool goes_on(std::size_t token) {  // a clause of which there are many to choose from
    return token == Lexer::MATCH || token == Lexer::OPTIONAL || token == Lexer::UNWIND || token == Lexer::WITH ||
           token == Lexer::FILTER || token == Lexer::LET || token == Lexer::FOR || token == Lexer::CALL ||
           token == Lexer::UNION || token == Lexer::ORDER || token == Lexer::SKIP_ || token == Lexer::LIMIT ||
           opens_update(token);
}

// A clause after which a statement can't end.
bool goes_on_to_more(std::size_t clause) {
    return clause == Lexer::MATCH || clause == Lexer::OPTIONAL || clause == Lexer::UNWIND || clause == Lexer::WITH ||
           clause == Lexer::WHERE || clause == Lexer::FILTER || clause == Lexer::LET || clause == Lexer::FOR;
}

// Tokens that say nothing beside what else is expected: signs inside a notion, operators after an operand.
bool is_noise(std::size_t token, const Expected& expected) {
    if (token == Lexer::EOF || token == Lexer::SEMICOLON || token == Lexer::NAME || token == Lexer::QUOTED_NAME ||
        token == Lexer::BAD_NUMBER || token == Lexer::FLOAT || token == Lexer::PATTERN_LPAREN ||
        is_word_of_expressions(token))
        return true;
    if (expected.has(Lexer::OR))  // after an operand
        return is_operator(token) || goes_on(token) || token == Lexer::LPAREN || token == Lexer::LBRACE;
    if (expected.has(Lexer::MATCH) && expected.has(Lexer::RETURN) && goes_on(token)) return true;
    if (expected.has(Notion::label) || expected.has(Notion::relationship_type))
        return token == Lexer::LPAREN || token == Lexer::BANG || token == Lexer::PERCENT || token == Lexer::COLON;
    if (expected.has(Notion::node) || expected.has(Notion::pattern) || expected.has(Notion::relationship))
        return token == Lexer::LPAREN || token == Lexer::GT || token == Lexer::STAR || token == Lexer::PLUS ||
               token == Lexer::LBRACE || token == Lexer::PATHS;
    return expected.has(Notion::property) && !expected.has(Lexer::COLON) && is_keyword(token);  // of a function's name
}

// What could stand there, most telling first.
std::vector<std::string> alternatives(const Expected& expected) {
    std::vector<std::string> words;
    for (const Notion notion : expected.notions) {
        if (notion == Notion::variable && expected.has(Notion::expression)) continue;
        if (notion == Notion::node && expected.has(Notion::pattern)) continue;
        words.emplace_back(words_for(notion));
    }
    if (expected.has(Lexer::OR)) words.emplace_back("an operator");
    for (const std::size_t token : expected.tokens) {
        if (is_noise(token, expected)) continue;
        if (token == Lexer::INTEGER)
            words.emplace_back("a whole number");
        else if (token == Lexer::PARAMETER)
            words.emplace_back("a parameter");
        else if (const std::string text = written(token); !text.empty())
            words.push_back("`" + text + "`");
    }
    if (expected.has(Lexer::EOF)) words.emplace_back("the end of the statement");
    return words;
}

std::string list(std::vector<std::string> words) {
    if (words.size() > most_alternatives) words.resize(most_alternatives);
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return text;
}

// WHERE a.name = 'x' a.year > 3
bool in_condition(const Stop& stop) {
    const std::size_t clause = clause_before(stop);
    return stop.words.type(stop.at) == Lexer::NAME && stop.expected.has(Lexer::AND) && clause != no_word &&
           (stop.words.type(clause) == Lexer::WHERE || stop.words.type(clause) == Lexer::FILTER);
}

// MATCH (a) a.name
bool names_something(std::size_t type) {
    return type == Lexer::NAME || type == Lexer::QUOTED_NAME || type == Lexer::COUNT;
}

std::vector<std::string> hints_for(const Stop& stop, const std::vector<std::string>& alternatives) {
    const Expected& expected = stop.expected;
    if (expected.has(Lexer::ALL) && expected.has(Lexer::RETURN)) return {"write another query after `UNION`"};
    if (expected.has(Notion::procedure)) return {"`CALL confer.procedures()` lists them all"};
    if (expected.has(Lexer::AS) && !expected.has(Lexer::COMMA))
        return {"give the elements a name, as in `UNWIND [1, 2] AS x`"};
    if (expected.has(Lexer::AS) && stop.words.type(stop.at) == Lexer::NAME)
        return {"write `AS " + std::string(stop.words.text(stop.at)) +
                "` to name the column, or put a comma between two columns"};
    const std::size_t before = stop.at > 0 ? stop.words.type(stop.at - 1) : Lexer::EOF;
    if (before == Lexer::LIMIT || before == Lexer::SKIP_)
        return {"write how many rows, as in `" + written(before) + " 10`"};
    if (expected.has(Lexer::COMMA) && expected.has(Lexer::RBRACKET) && expected.has(Lexer::OR) &&
        !is_keyword(stop.words.type(stop.at)))
        return {"put a comma between two values"};
    if (const std::size_t clause = clause_before(stop); clause != no_word && stop.words.type(clause) == Lexer::SET &&
                                                        expected.has(Lexer::COMMA) && expected.has(Lexer::OR))
        return {"put a comma between two changes"};
    if (expected.has(Notion::expression))
        return {"an expression is a value such as `a.name`, `'text'`, `42` or `count(*)`"};
    if (expected.has(Notion::node) || expected.has(Notion::pattern))
        return {"nodes stand in parentheses, as in `(a:Approach)`"};
    if (expected.has(Notion::label)) return {"labels follow a colon, as in `(a:Approach)`"};
    if (expected.has(Notion::relationship_type)) return {"types follow a colon, as in `-[:USES]->`"};
    if (expected.has(Notion::property)) return {"properties are named as in `a.name` or `{name: 'CBT'}`"};
    if (expected.has(Notion::variable)) return {"a variable is a name of your choice, as in `AS total`"};
    if (alternatives.size() == 1) return {"write " + alternatives.front() + " here"};
    if (in_condition(stop)) return {"conditions are joined with `AND` or `OR`"};
    if (expected.has(Lexer::RETURN) && names_something(stop.words.type(stop.at)))
        return {"to see it, write `RETURN` before `" + std::string(stop.words.text(stop.at)) + "`"};
    return {};
}

bool begins_sql_comment(const Words& words) {
    return words.type(0) == Lexer::MINUS && words.type(1) == Lexer::MINUS && words.touches_previous(1);
}

Error something_else_expected(const Stop& stop) {
    if (stop.at == 0 && stop.words.type(0) != Lexer::EOF)
        return slip(place_of(stop), "no statement begins with `" + std::string(stop.words.text(0)) + "`",
                    begins_sql_comment(stop.words)
                        ? "a comment begins with `//`"
                        : "ask a question such as `what treats insomnia?`, or write `MATCH (a) RETURN a`");
    const bool at_end = stop.words.type(stop.at) == Lexer::EOF;
    const std::vector<std::string> words = alternatives(stop.expected);
    Error error{.code = ErrorCode::syntax, .message = {}, .span = place_of(stop)};
    if (words.empty())
        error.message = at_end ? "the statement ends too early"
                               : "`" + std::string(stop.words.text(stop.at)) + "` doesn't fit here";
    else
        error.message = "expected " + list(words) + (at_end ? " before the end of the statement" : " here");
    error.hints = hints_for(stop, words);
    return error;
}

}  // namespace

Error slip(SourceSpan span, std::string message, std::string hint, ErrorCode code) {
    return {.code = code, .message = std::move(message), .span = span, .hints = {std::move(hint)}};
}

SourceSpan place_of(const Stop& stop) {
    if (stop.words.type(stop.at) != Lexer::EOF || stop.at == 0) return stop.words.span(stop.at);
    const std::uint32_t end = stop.words.span(stop.at - 1).end;
    return {end, end};
}

SourceSpan between(const Words& words, std::size_t first, std::size_t last) {
    return {words.span(first).begin, words.span(last).end};
}

Error syntax_error(const Words& words, std::size_t at) {
    Stop stop{words, at, expected_after(types_before(words, at)), bracket_fault(words)};
    const std::size_t clause = clause_before(stop);
    if (clause != no_word && goes_on_to_more(words.type(clause))) {  // the grammar lets it end, to_ast does not
        for (const std::size_t end :
             {std::size_t{Lexer::EOF}, std::size_t{Lexer::SEMICOLON}, std::size_t{Lexer::UNION}})
            stop.expected.tokens.erase(end);
    }
    for (const auto find :
         {quote_slip, character_slip, operator_slip, inner_query_slip, bracket_slip, foreign_clause_slip, call_slip,
          ending_slip, order_slip, pattern_slip, comma_slip, foreign_word_slip, keyword_slip, entry_slip, name_slip})
        if (std::optional<Error> error = find(stop)) return *std::move(error);
    return something_else_expected(stop);
}

}  // namespace confer::engine::syntax
