// parse: settles whether a statement is a pattern or a question and hands it on; what neither can read because its
// first word is wrong is explained here.
#include "syntax/parse.h"

#include "base/text_position.h"
#include "syntax/keyword_internal.h"
#include "syntax/parse_pattern_internal.h"
#include "syntax/parse_question_internal.h"
#include "syntax/statement_start_internal.h"

namespace confer::engine::syntax {
namespace {

std::uint32_t at(std::size_t offset) {
    return static_cast<std::uint32_t>(offset);
}

std::optional<Error> check_text(std::string_view text) {
    if (text.size() > max_statement_bytes)
        return Error{.code = ErrorCode::statement_too_large,
                     .message = "the statement is larger than 1 MiB",
                     .hints = {"pass large lists as parameters, as in `UNWIND $rows AS row`"}};
    if (const std::optional<std::size_t> bad = invalid_utf8(text))
        return Error{.code = ErrorCode::invalid_unicode_character,
                     .message = "the statement is not valid UTF-8 from here on",
                     .span = SourceSpan{at(*bad), at(*bad) + 1},
                     .hints = {"save it in the encoding UTF-8"}};
    return std::nullopt;
}

// Without white space and semicolons at its end.
std::string_view without_end(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t\r\n;");
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

// `MTACH (a) …`: a word near a clause's, followed by what no question holds in that place.
bool goes_on_like_a_pattern(std::string_view body, std::string_view first_word) {
    const std::size_t next = skip_blanks(body, first_word.size());
    return next < body.size() && std::string_view("([{$*0123456789'").find(body[next]) != std::string_view::npos;
}

Error misspelt_beginning(const StatementStart& start, std::string hint) {
    return {.code = ErrorCode::syntax,
            .message = "no statement begins with `" + std::string(start.first_word) + "`",
            .span = SourceSpan{at(start.body), at(start.body + start.first_word.size())},
            .hints = {std::move(hint)}};
}

// The error of a question that couldn't be read, unless its beginning says that it was meant as something else.
Error explain_beginning(std::string_view text, const StatementStart& start, Error error, const RunLimits* limits) {
    const std::string_view body = text.substr(start.body);
    const std::string word = upper_case(start.first_word);
    const bool compares = body.find_first_of("=<>") != std::string_view::npos;
    if (word == "WHERE" && (compares || has_word(body, "MATCH"))) {
        if (Result<ast::Query> pattern = parse_pattern(body, at(start.body), limits); !pattern) return pattern.error();
    }
    if (word == "SELECT" && !has_word(body, "FOR") && (has_word(body, "FROM") || body.find('*') != std::string::npos))
        return misspelt_beginning(start, "write `MATCH (a:Approach) RETURN a.name` instead of SQL's SELECT");
    if (error.code != ErrorCode::unknown_question && error.code != ErrorCode::syntax) return error;
    const std::string suggestion = suggested_beginning(start.first_word);
    if (!suggestion.empty() && has_word(body, "RETURN")) return misspelt_beginning(start, suggestion);
    return error;
}

Result<ast::Question> parse_as_question(std::string_view text, const StatementStart& start,
                                        const PhraseMatcher* phrases, const RunLimits* limits) {
    const std::string_view body = text.substr(start.body);
    if (goes_on_like_a_pattern(body, start.first_word))
        if (std::string suggestion = suggested_beginning(start.first_word); !suggestion.empty())
            return misspelt_beginning(start, std::move(suggestion));
    Result<ast::Question> question = parse_question(body, at(start.body), phrases);
    if (!question) return explain_beginning(text, start, std::move(question).error(), limits);
    return question;
}

}  // namespace

Result<ast::Statement> parse(std::string_view text, const PhraseMatcher* phrases, const RunLimits* limits) {
    if (std::optional<Error> error = check_text(text)) return *std::move(error);
    const std::string_view statement_text = without_end(text);
    const StatementStart start = statement_start(text);
    if (start.body >= statement_text.size())
        return Error{.code = ErrorCode::syntax,
                     .message = start.mode == ast::Mode::run ? "there is no statement here"
                                                             : "there is nothing after `EXPLAIN` or `PROFILE`",
                     .span = SourceSpan{at(statement_text.size()), at(statement_text.size())},
                     .hints = {"ask a question such as `what treats insomnia?`, or write `MATCH (a) RETURN a`"}};

    const SourceSpan span{at(start.begin), at(statement_text.size())};
    const std::string second = start.mode == ast::Mode::run ? "" : upper_case(start.first_word);
    if (second == "EXPLAIN" || second == "PROFILE")
        return Error{.code = ErrorCode::syntax,
                     .message = "`EXPLAIN` or `PROFILE` stands before a statement once",
                     .span = SourceSpan{at(start.body), at(start.body + second.size())},
                     .hints = {"keep one of them: `EXPLAIN` shows the plan, `PROFILE` runs it and measures"}};
    if (start.is_pattern) {
        CONFER_TRY(ast::Query query, parse_pattern(text.substr(start.body), at(start.body), limits));
        return ast::Statement{start.mode, span, std::move(query)};
    }
    CONFER_TRY(ast::Question question, parse_as_question(statement_text, start, phrases, limits));
    return ast::Statement{start.mode, span, std::move(question)};
}

}  // namespace confer::engine::syntax
