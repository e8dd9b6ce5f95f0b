// complete_pattern: the words before the cursor, without the one being typed, are asked what may follow them.
#include "syntax/complete.h"

#include <algorithm>

#include "base/text_position.h"
#include "syntax/expected_internal.h"
#include "syntax/keyword_internal.h"
#include "syntax/reading_internal.h"
#include "syntax/statement_start_internal.h"
#include "syntax/syntax_error_internal.h"

namespace confer::engine::syntax {
namespace {

// What is offered for a keyword; some make no sense without the next one.
std::vector<std::string> phrases_of(std::size_t token) {
    switch (token) {
        case Lexer::OPTIONAL:
            return {"OPTIONAL MATCH"};
        case Lexer::ORDER:
            return {"ORDER BY"};
        case Lexer::DETACH:
            return {"DETACH DELETE"};
        case Lexer::ON:
            return {"ON CREATE SET", "ON MATCH SET"};
        case Lexer::STARTS:
            return {"STARTS WITH"};
        case Lexer::ENDS:
            return {"ENDS WITH"};
        case Lexer::IS:
            return {"IS NULL", "IS NOT NULL", "IS LABELED"};
        case Lexer::ASCENDING:
        case Lexer::DESCENDING:
            return {};  // ASC and DESC are offered
        case Lexer::SHORTEST:
        case Lexer::GROUPS:
        case Lexer::LABELED:
        case Lexer::SHORTEST_PATH:
        case Lexer::ALL_SHORTEST_PATHS:
            return {written(token)};
        default:
            if (!is_keyword(token) || is_word_of_expressions(token)) return {};
            return {written(token)};
    }
}

std::set<Completable> kinds_of(const Expected& expected) {
    std::set<Completable> kinds;
    if (expected.has(Notion::variable)) kinds.insert(Completable::variable);
    if (expected.has(Notion::label)) kinds.insert(Completable::label);
    if (expected.has(Notion::relationship_type)) kinds.insert(Completable::relationship_type);
    if (expected.has(Notion::property)) kinds.insert(Completable::property);
    if (expected.has(Notion::function)) kinds.insert(Completable::function);
    if (expected.has(Notion::procedure)) kinds.insert(Completable::procedure);
    if (expected.has(Notion::procedure_output)) kinds.insert(Completable::procedure_output);
    return kinds;
}

bool is_open_or_in_comment(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t type = words.type(i);
        if (type == Lexer::UNCLOSED_STRING || type == Lexer::UNCLOSED_NAME || type == Lexer::UNCLOSED_COMMENT)
            return true;
    }
    return false;
}

bool ends_in_line_comment(std::string_view text, const Words& words) {
    const std::size_t last = words.size() >= 2 ? words.span(words.size() - 2).end : 0;
    const std::size_t line = text.rfind('\n');
    const std::size_t comment = text.find("//", std::max(last, line == std::string_view::npos ? 0 : line));
    return comment != std::string_view::npos;
}

// Names that stand where no label, key, function or parameter can: after (, [, , and keywords.
std::vector<std::string> variables_in(const Words& words, std::size_t count) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < count; ++i) {
        if (words.type(i) != Lexer::NAME) continue;
        const std::size_t before = i > 0 ? words.type(i - 1) : Lexer::EOF;
        const std::size_t after = words.type(i + 1);
        const bool key = before == Lexer::DOT || before == Lexer::COLON || before == Lexer::BAR ||
                         before == Lexer::AMPERSAND || before == Lexer::BANG ||
                         (after == Lexer::COLON && (before == Lexer::LBRACE || before == Lexer::COMMA));
        if (!key && after != Lexer::LPAREN) names.insert(std::string(words.text(i)));
    }
    return {names.begin(), names.end()};
}

// Where the name of a procedure begins that goes up to `end`, dots and all: CALL db.la; `end` where there is none.
std::size_t procedure_name_before(const Words& words, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && words.type(begin - 1) != Lexer::CALL) {
        const std::size_t type = words.type(begin - 1);
        if (type != Lexer::DOT && type != Lexer::NAME && !is_keyword(type)) return end;
        --begin;
    }
    const bool called = begin > 0 && (begin < 2 || words.type(begin - 2) != Lexer::DOT);
    // CALL db.labels YIELD: two words without a dot between them are no name any more.
    for (std::size_t i = begin + 1; called && i < end; ++i)
        if ((words.type(i) == Lexer::DOT) == (words.type(i - 1) == Lexer::DOT)) return end;
    return called ? begin : end;
}

// "db.labels", after the last CALL.
std::string procedure_called_before(const Words& words, std::size_t end) {
    std::size_t at = end;
    while (at > 0 && words.type(at - 1) != Lexer::CALL) --at;
    std::string name;
    for (bool wants_dot = false; at < end && (words.type(at) == Lexer::DOT) == wants_dot; ++at, wants_dot = !wants_dot)
        name += words.text(at);
    return name;
}

std::vector<std::string> with_prefix(std::vector<std::string> all, std::string_view prefix) {
    const std::string start = upper_case(prefix);
    std::erase_if(all, [&](const std::string& word) { return !upper_case(word).starts_with(start); });
    std::sort(all.begin(), all.end());
    return all;
}

Completion beginning(const StatementStart& start, std::string_view text) {
    Completion completion;
    completion.word = {static_cast<std::uint32_t>(start.body), static_cast<std::uint32_t>(text.size())};
    std::vector<std::string> keywords{"CALL",  "CREATE",         "FOR",    "LET",    "MATCH",
                                      "MERGE", "OPTIONAL MATCH", "RETURN", "UNWIND", "WITH"};
    if (start.mode == ast::Mode::run) keywords.insert(keywords.end(), {"EXPLAIN", "PROFILE"});
    completion.keywords = with_prefix(std::move(keywords), start.first_word);
    return completion;
}

}  // namespace

Completion complete_pattern(std::string_view text, std::size_t cursor) {
    text = text.substr(0, cursor);
    if (invalid_utf8(text)) return {};
    const StatementStart start = statement_start(text);
    if (start.body + start.first_word.size() == text.size()) return beginning(start, text);
    if (!start.is_pattern) return {};

    const std::string_view body = text.substr(start.body);
    antlr4::ANTLRInputStream input(body.data(), body.size());
    Lexer lexer(&input);
    lexer.removeErrorListeners();
    antlr4::CommonTokenStream tokens(&lexer);
    tokens.fill();
    const Reading reading(body, static_cast<std::uint32_t>(start.body));
    Words words(tokens, reading);
    mark_drawn_nodes(words);
    mark_context_words(words);
    if (is_open_or_in_comment(words) || ends_in_line_comment(body, words)) return {};

    Completion completion;
    completion.word = {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size())};
    std::size_t count = words.size() - 1;  // without EOF
    const std::size_t last = count - 1;
    const bool typing =
        words.span(last).end == text.size() && (words.type(last) == Lexer::NAME || is_keyword(words.type(last)));
    if (typing) {
        completion.word = words.span(last);
        count = last;
    }
    const bool in_name = typing || (words.type(last) == Lexer::DOT && words.span(last).end == text.size());
    if (const std::size_t name = procedure_name_before(words, last + 1); in_name && name <= last) {
        completion.word.begin = words.span(name).begin;
        count = name;
    }
    std::vector<std::size_t> types;
    for (std::size_t i = 0; i < count; ++i) types.push_back(words.type(i));
    const Expected expected = expected_in_detail_after(types);
    completion.kinds = kinds_of(expected);
    if (expected.has(Notion::procedure_output)) completion.procedure = procedure_called_before(words, count);

    const std::string_view typed = text.substr(completion.word.begin);
    std::vector<std::string> keywords;
    for (const std::size_t token : expected.tokens)
        for (std::string& phrase : phrases_of(token)) keywords.push_back(std::move(phrase));
    if (expected.has(Lexer::ALL) && expected.has(Lexer::SHORTEST)) {  // where a path may begin
        std::erase_if(keywords, [](const std::string& word) { return word == "ALL" || word == "SHORTEST"; });
        keywords.insert(keywords.end(), {"ALL SHORTEST", "ANY SHORTEST", "SHORTEST"});
    }
    completion.keywords = with_prefix(std::move(keywords), typed);
    if (expected.has(Notion::variable)) completion.variables = with_prefix(variables_in(words, count), typed);
    return completion;
}

}  // namespace confer::engine::syntax
