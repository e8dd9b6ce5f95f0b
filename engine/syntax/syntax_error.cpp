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
           token == Lexer::UNION || token == Lexer::ORDER || token == Lexer::SKIP_ || token == Lexer::LIMIT;
}

bool is_value(std::size_t token) {  // covered by "an expression" or "a variable", or of no help
    return token == Lexer::NAME || token == Lexer::QUOTED_NAME || token == Lexer::BAD_NUMBER || token == Lexer::FLOAT ||
           (is_keyword(token) && !is_reserved(token));
}

// What could stand there, most telling first: operators only when there is nothing else.
std::vector<std::string> alternatives(const Expected& expected) {
    std::vector<std::string> words;
    for (const Notion notion : expected.notions) {
        if (notion == Notion::variable && expected.has(Notion::expression)) continue;
        if (notion == Notion::node && expected.has(Notion::pattern)) continue;
        words.emplace_back(words_for(notion));
    }
    const bool after_operand = expected.has(Lexer::OR);
    const bool may_go_on = expected.has(Lexer::MATCH) && expected.has(Lexer::WITH);
    for (const std::size_t token : expected.tokens) {
        if (token == Lexer::EOF || token == Lexer::SEMICOLON || is_value(token)) continue;
        if (after_operand && is_operator(token)) continue;
        if ((may_go_on || after_operand) && goes_on(token)) continue;
        if (token == Lexer::INTEGER)
            words.emplace_back("a whole number");
        else if (token == Lexer::PARAMETER)
            words.emplace_back("a parameter");
        else if (const std::string text = written(token); !text.empty())
            words.push_back("`" + text + "`");
    }
    if (expected.has(Lexer::EOF)) words.emplace_back("the end of the statement");
    if (words.empty() && after_operand) words.emplace_back("an operator");
    return words;
}

std::string list(std::vector<std::string> words) {
    if (words.size() > most_alternatives) words.resize(most_alternatives);
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return text;
}

Error something_else_expected(const Stop& stop) {
    const bool at_end = stop.words.type(stop.at) == Lexer::EOF;
    const std::vector<std::string> words = alternatives(stop.expected);
    Error error{.code = ErrorCode::syntax, .message = {}, .span = place_of(stop)};
    if (words.empty())
        error.message = at_end ? "the statement ends too early"
                               : "`" + std::string(stop.words.text(stop.at)) + "` doesn't fit here";
    else
        error.message = "expected " + list(words) + (at_end ? " before the end of the statement" : " here");
    if (!at_end && stop.expected.has(Lexer::AS) && stop.words.type(stop.at) == Lexer::NAME)
        error.hints.push_back("write `AS " + std::string(stop.words.text(stop.at)) +
                              "` to name the column, or put a comma between two columns");
    else if (stop.expected.has(Notion::expression))
        error.hints.emplace_back("an expression is a value such as `a.name`, `'text'`, `42` or `count(*)`");
    else if (stop.expected.has(Notion::node) || stop.expected.has(Notion::pattern))
        error.hints.emplace_back("nodes stand in parentheses, as in `(a:Approach)`");
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
    const Stop stop{words, at, expected_after(types_before(words, at)), bracket_fault(words)};
    for (const auto find : {character_slip, bracket_slip, writing_slip, order_slip, ending_slip, pattern_slip,
                            operator_slip, comma_slip, keyword_slip, sql_slip, name_slip})
        if (std::optional<Error> error = find(stop)) return *std::move(error);
    return something_else_expected(stop);
}

}  // namespace confer::engine::syntax
