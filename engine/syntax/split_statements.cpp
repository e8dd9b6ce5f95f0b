// split_statements, is_incomplete: a hand-written scan that knows strings, names and comments, and nothing else.
#include <algorithm>

#include "syntax/keyword_internal.h"
#include "syntax/parse.h"
#include "syntax/statement_start_internal.h"

namespace confer::engine::syntax {
namespace {

constexpr std::size_t none = std::string_view::npos;

// Past the quoted text that begins at `at`; npos when it is never closed. Backslashes escape, but not in names.
std::size_t past_quoted(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\' && quote != '`')
            ++i;
        else if (text[i] == quote)
            return i + 1;
    }
    return none;
}

// Past the comment that begins at `at`; npos when it is never closed; `at` when none begins there.
std::size_t past_comment(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("//")) return std::min(text.find('\n', at), text.size());
    if (!rest.starts_with("/*")) return at;
    const std::size_t end = text.find("*/", at + 2);
    return end == none ? none : end + 2;
}

struct Scan {
    std::size_t end = 0;  // of the statement: its semicolon, or the text's end
    bool closed = true;   // no string, name or comment is open at the end
    bool semicolon = false;
};

Scan scan_pattern(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        std::size_t next = past_comment(text, at);
        if (next == at) {
            if (text[at] == ';') return {at, true, true};
            const bool quoted = text[at] == '\'' || text[at] == '"' || text[at] == '`';
            next = quoted ? past_quoted(text, at) : at + 1;
        }
        if (next == none) return {text.size(), false, false};
        at = next;
    }
    return {text.size(), true, false};
}

// Apostrophes are letters in questions (Beck's); a quotation begins a word and ends on its line.
std::size_t past_quotation(std::string_view text, std::size_t at) {
    if (text[at] != '"' && text[at] != '\'' && text[at] != '`') return at + 1;
    const bool begins_word = at == 0 || std::string_view(" \t\n\r(,").find(text[at - 1]) != none;
    const std::size_t close = text.find_first_of(std::string{text[at], '\n'}, at + 1);
    return begins_word && close != none && text[close] == text[at] ? close + 1 : at + 1;
}

// A question ends at a semicolon, or with a question mark at the end of its line.
Scan scan_question(std::string_view text, std::size_t at) {
    for (; at < text.size(); at = past_quotation(text, at)) {
        if (text[at] == ';') return {at, true, true};
        const std::size_t next = text.find_first_not_of(" \t\r", at + 1);
        if (text[at] == '?' && next != none && text[next] == '\n') return {at + 1, true, false};
    }
    return {text.size(), true, false};
}

std::string_view trimmed(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    return text.substr(0, last == none ? 0 : last + 1);
}

}  // namespace

std::vector<std::string_view> split_statements(std::string_view script) {
    std::vector<std::string_view> statements;
    for (std::size_t from = 0; from < script.size();) {
        const StatementStart start = statement_start(script, from);
        const Scan scan = start.is_pattern ? scan_pattern(script, start.begin) : scan_question(script, start.begin);
        const std::string_view statement = trimmed(script.substr(start.begin, scan.end - start.begin));
        if (!statement.empty()) statements.push_back(statement);
        from = scan.end + (scan.semicolon ? 1 : 0);
    }
    return statements;
}

bool is_incomplete(std::string_view text) {
    const StatementStart start = statement_start(text);
    if (start.begin == text.size()) return false;
    if (start.body == text.size()) return true;  // EXPLAIN alone
    if (!start.is_pattern) return false;
    std::size_t from = start.body;
    for (;;) {  // statements on one line: the last decides
        const Scan scan = scan_pattern(text, from);
        if (!scan.semicolon) return true;
        from = skip_blanks(text, scan.end + 1);
        if (from == text.size()) return false;
    }
}

}  // namespace confer::engine::syntax
