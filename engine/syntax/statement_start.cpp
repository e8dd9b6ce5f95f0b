#include "syntax/statement_start_internal.h"

#include <algorithm>
#include <array>

#include "base/text_position.h"
#include "syntax/keyword_internal.h"

namespace confer::engine::syntax {
namespace {

// Clauses, and words that open a clause elsewhere: no question begins with one of these.
constexpr std::array<std::string_view, 19> pattern_words{
    "MATCH",  "OPTIONAL", "UNWIND", "WITH", "RETURN",  "CREATE", "MERGE",  "SET",  "DELETE", "DETACH",
    "REMOVE", "CALL",     "FILTER", "LET",  "FOREACH", "INSERT", "UPDATE", "DROP", "LOAD",
};

bool is_blank(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           c == 0x180E || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000 || c == 0xFEFF;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// FOR x IN: a question may begin with FOR, but hardly goes on like that.
bool is_loop(std::string_view text, std::size_t body) {
    const std::size_t name = skip_blanks(text, body + 3);
    if (name < text.size() && text[name] == '`') return true;
    std::size_t end = name;
    for (std::size_t next = end; next < text.size() && !is_blank(next_code_point(text, next)); end = next) {
    }
    return upper_case(word_at(text, skip_blanks(text, end))) == "IN";
}

bool is_pattern_body(std::string_view text, std::size_t body, std::string_view first_word) {
    if (body >= text.size()) return true;
    if (first_word.empty())
        return std::string_view("([{})]$:;,*-+<>=!/|&%^.").find(text[body]) != std::string_view::npos;
    if (upper_case(first_word) == "FOR") return is_loop(text, body);
    return std::find(pattern_words.begin(), pattern_words.end(), upper_case(first_word)) != pattern_words.end();
}

}  // namespace

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const std::string_view rest = text.substr(at);
        std::size_t next = at;
        if (rest.starts_with("//")) {
            at = std::min(text.find('\n', at), text.size());
        } else if (rest.starts_with("/*")) {
            const std::size_t end = text.find("*/", at + 2);
            if (end == std::string_view::npos) return at;
            at = end + 2;
        } else if (is_blank(next_code_point(text, next))) {
            at = next;
        } else {
            return at;
        }
    }
    return at;
}

std::string_view word_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    return text.substr(at, end - at);
}

bool has_word(std::string_view text, std::string_view upper_case_word) {
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view word = word_at(text, at);
        if (word.size() == upper_case_word.size() && upper_case(word) == upper_case_word) return true;
        at += std::max<std::size_t>(word.size(), 1);
    }
    return false;
}

StatementStart statement_start(std::string_view text, std::size_t from) {
    StatementStart start;
    start.begin = start.body = skip_blanks(text, from);
    start.first_word = word_at(text, start.body);
    const std::string mode = upper_case(start.first_word);
    if (mode == "EXPLAIN" || mode == "PROFILE") {
        start.mode = mode == "EXPLAIN" ? ast::Mode::explain : ast::Mode::profile;
        start.body = skip_blanks(text, start.body + mode.size());
        start.first_word = word_at(text, start.body);
    }
    start.is_pattern = is_pattern_body(text, start.body, start.first_word);
    return start;
}

}  // namespace confer::engine::syntax
