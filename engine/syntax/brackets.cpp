// What can be told by looking at the words one by one: brackets, nesting, characters that belong to nothing.
#include <array>
#include <utility>

#include "base/text_position.h"
#include "syntax/keyword_internal.h"
#include "syntax/parse.h"
#include "syntax/syntax_error_internal.h"

namespace confer::engine::syntax {
namespace {

// `case` and `end` are property keys and labels too: n.end, {case: 1}, (:Case).
bool is_key(const Words& words, std::size_t i) {
    return (i > 0 && (words.type(i - 1) == Lexer::DOT || words.type(i - 1) == Lexer::COLON)) ||
           words.type(i + 1) == Lexer::COLON;
}

bool opens(const Words& words, std::size_t i) {
    switch (words.type(i)) {
        case Lexer::LPAREN:
        case Lexer::PATTERN_LPAREN:
        case Lexer::LBRACKET:
        case Lexer::LBRACE:
            return true;
        case Lexer::CASE:
            return !is_key(words, i);
        default:
            return false;
    }
}

std::size_t closer_of(std::size_t opener) {
    switch (opener) {
        case Lexer::LPAREN:
        case Lexer::PATTERN_LPAREN:
            return Lexer::RPAREN;
        case Lexer::LBRACKET:
            return Lexer::RBRACKET;
        case Lexer::LBRACE:
            return Lexer::RBRACE;
        default:
            return Lexer::END;
    }
}

bool closes(const Words& words, std::size_t i) {
    switch (words.type(i)) {
        case Lexer::RPAREN:
        case Lexer::RBRACKET:
        case Lexer::RBRACE:
            return true;
        case Lexer::END:
            return !is_key(words, i);
        default:
            return false;
    }
}

// The openers still open after all words, innermost last; stops at the first closer that doesn't fit, and names it.
std::vector<std::size_t> open_at_end(const Words& words, std::size_t& misfit) {
    std::vector<std::size_t> open;
    misfit = no_word;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (opens(words, i)) open.push_back(i);
        if (!closes(words, i)) continue;
        if (open.empty() || closer_of(words.type(open.back())) != words.type(i)) {
            misfit = i;
            return open;
        }
        open.pop_back();
    }
    return open;
}

// For each opener the index of its closer; no_word for all else.
std::vector<std::size_t> closers(const Words& words) {
    std::vector<std::size_t> closer(words.size(), no_word);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (opens(words, i)) open.push_back(i);
        if (!closes(words, i) || open.empty()) continue;
        if (closer_of(words.type(open.back())) == words.type(i)) closer[open.back()] = i;
        open.pop_back();
    }
    return closer;
}

bool can_name_variable(std::size_t type) {
    return type == Lexer::NAME || type == Lexer::QUOTED_NAME || (is_keyword(type) && !is_reserved(type));
}

// (), (a), (a:A …, (:A …, (a IS A …, (a {…, ({…, (a WHERE …
bool looks_like_node(const Words& words, std::size_t i) {
    if (words.type(i) != Lexer::LPAREN && words.type(i) != Lexer::PATTERN_LPAREN) return false;
    const std::size_t next = words.type(i + 1);
    const std::size_t after = can_name_variable(next) ? words.type(i + 2) : next;
    return after == Lexer::RPAREN || after == Lexer::COLON || after == Lexer::IS || after == Lexer::LBRACE ||
           after == Lexer::WHERE || (after == Lexer::PARAMETER && after != next);
}

// Where the word after the quantifier that begins at `i` stands, +, * or {1,3}; no_word when none does.
std::size_t past_quantifier(const Words& words, const std::vector<std::size_t>& closer, std::size_t i) {
    switch (words.type(i)) {
        case Lexer::STAR:
        case Lexer::PLUS:
            return i + 1;
        case Lexer::LBRACE:
            return closer[i] == no_word ? no_word : closer[i] + 1;
        default:
            return no_word;
    }
}

// Where the word after the relationship that begins at `i` stands; no_word when none begins there.
std::size_t past_relationship(const Words& words, const std::vector<std::size_t>& closer, std::size_t i) {
    if (words.type(i) == Lexer::LT) ++i;
    if (words.type(i) != Lexer::MINUS) return no_word;
    ++i;
    if (words.type(i) == Lexer::LBRACKET) {
        if (closer[i] == no_word) return no_word;
        i = closer[i] + 1;
    }
    if (words.type(i) != Lexer::MINUS) return no_word;
    ++i;
    if (words.type(i) == Lexer::GT) ++i;
    const std::size_t past = past_quantifier(words, closer, i);
    return past == no_word ? i : past;
}

// Whether a path in parentheses begins at `i` that is walked several times: ((a)-->(b)){1,3}
bool looks_like_group(const Words& words, const std::vector<std::size_t>& closer, std::size_t i) {
    return words.type(i) == Lexer::LPAREN && closer[i] != no_word && looks_like_node(words, i + 1) &&
           past_quantifier(words, closer, closer[i] + 1) != no_word;
}

bool is_prefix(std::size_t type) {
    return type == Lexer::NOT || type == Lexer::MINUS || type == Lexer::PLUS || type == Lexer::BANG;
}

std::string code_point_name(std::string_view character) {
    std::size_t at = 0;
    constexpr std::string_view digits = "0123456789ABCDEF";
    const char32_t code_point = next_code_point(character, at);
    std::string name;
    for (int shift = code_point > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) name += digits[code_point >> shift & 0xF];
    return "U+" + name;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> plain_signs{{
    {"→", "->"},
    {"⟶", "->"},
    {"⇒", "->"},
    {"←", "<-"},
    {"⟵", "<-"},
    {"⇐", "<-"},
    {"↔", "--"},
    {"≤", "<="},
    {"≥", ">="},
    {"≠", "<>"},
    {"×", "*"},
    {"÷", "/"},
    {"·", "*"},
    {"…", ".."},
}};

Error strange_character(const Words& words, std::size_t i) {
    const std::string_view text = words.text(i);
    const std::string ticked = "`" + std::string(text) + "`";
    if (text.size() == 1)
        return slip(words.span(i), ticked + " has no meaning here",
                    text == "?"
                        ? "leave it out; parameters are written `$name`, choices `CASE WHEN … THEN … ELSE … END`"
                    : text == "#" ? "a comment begins with `//`"
                                  : "leave it out");
    const std::string message = ticked + " (" + code_point_name(text) + ") is not a sign of the language";
    std::string hint = "leave it out, or put it into a string or between backticks";
    for (const std::string_view dash : {"‐", "‑", "‒", "–", "—", "―", "−", "﹘", "﹣", "－"})
        if (text == dash) hint = "write the plain hyphen `-`";
    for (const std::string_view quote : {"‘", "’", "‚", "“", "”", "„", "«", "»"})
        if (text == quote) hint = "put text between plain quotes, as in 'text'";
    for (const auto& [sign, plain] : plain_signs)
        if (text == sign) hint = "write `" + std::string(plain) + "`";
    return slip(words.span(i), message, hint, ErrorCode::invalid_unicode_character);
}

std::string without_zeros(std::string_view digits) {
    return std::string(digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1)));
}

std::optional<Error> strange_word(const Words& words, std::size_t i) {
    const SourceSpan span = words.span(i);
    const std::string_view text = words.text(i);
    const auto first = [&](std::uint32_t length) { return SourceSpan{span.begin, span.begin + length}; };
    switch (words.type(i)) {
        case Lexer::UNCLOSED_STRING:
            return slip(first(1), "the string that begins here is never closed",
                        "add a closing `" + std::string(text.substr(0, 1)) + "`");
        case Lexer::UNCLOSED_NAME: {
            const std::uint32_t sigil = text.starts_with('$') ? 1 : 0;
            if (text.substr(sigil) == "``")
                return slip(span, "there is no name between the backticks", "write a name there");
            return slip({span.begin + sigil, span.begin + sigil + 1}, "the name that begins here is never closed",
                        "add a closing backtick");
        }
        case Lexer::UNCLOSED_COMMENT:
            return slip(first(2), "the comment that begins here is never closed", "add a closing `*/`");
        case Lexer::OTHER:
            if (text == "$")
                return slip(span, "a parameter needs a name", "write it right after the sign, as in `$name`");
            return strange_character(words, i);
        default:
            return std::nullopt;
    }
}

}  // namespace

Error bad_number(std::string_view digits, SourceSpan span) {
    Error error{.code = ErrorCode::invalid_number_literal,
                .message = "`" + std::string(digits) + "` is not a number",
                .span = span};
    if (digits.starts_with("0x") || digits.starts_with("0X"))
        error.hints = {"after `0x` come hexadecimal digits, as in `0x1F`"};
    else if (digits.starts_with("0o") || digits.starts_with("0O"))
        error.hints = {"after `0o` come octal digits, as in `0o17`"};
    else if (digits.find_first_not_of("0123456789") == std::string_view::npos)
        error.hints = {"write it without leading zeros, as in `" + without_zeros(digits) +
                       "`; an octal number begins with `0o`"};
    else
        error.hints = {"numbers are written like `42`, `0.5` or `1e-3`; a name can't begin with a digit"};
    return error;
}

void mark_drawn_nodes(Words& words) {
    const std::vector<std::size_t> closer = closers(words);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!looks_like_node(words, i) || closer[i] == no_word) continue;
        const std::size_t after = closer[i] + 1;
        const std::size_t next = past_relationship(words, closer, after);
        if ((next != no_word && looks_like_node(words, next)) || looks_like_group(words, closer, after))
            words.set_type(i, Lexer::PATTERN_LPAREN);
    }
}

std::size_t open_brackets(const Words& words) {
    std::size_t misfit = no_word;
    return open_at_end(words, misfit).size();
}

std::optional<BracketFault> bracket_fault(const Words& words) {
    std::size_t misfit = no_word;
    const std::vector<std::size_t> open = open_at_end(words, misfit);
    if (open.empty() && misfit == no_word) return std::nullopt;
    return BracketFault{open.empty() ? no_word : open.back(), misfit};
}

std::optional<Error> check_nesting(const Words& words) {
    std::size_t depth = 0;
    std::size_t prefixes = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (opens(words, i)) ++depth;
        if (closes(words, i) && depth > 0) --depth;
        prefixes = is_prefix(words.type(i)) ? prefixes + 1 : 0;
        if (depth <= max_nesting && prefixes <= max_nesting) continue;
        return slip(words.span(i), "the statement is nested more than 1,000 levels deep from here on",
                    "split it with `WITH`, or build it with fewer brackets", ErrorCode::nesting_too_deep);
    }
    return std::nullopt;
}

std::optional<Error> character_slip(const Stop& stop) {
    for (std::size_t i = 0; i <= stop.at && i < stop.words.size(); ++i) {
        if (std::optional<Error> error = strange_word(stop.words, i)) return error;
        // The grammar takes it for a number, so that reading goes on: RETURN 1AS x
        if (stop.words.type(i) == Lexer::BAD_NUMBER && i < stop.at)
            return bad_number(stop.words.text(i), stop.words.span(i));
    }
    return std::nullopt;
}

// A bracket is to blame when parsing stops where only a closer was missing: at another closer, a clause or the end.
std::optional<Error> bracket_slip(const Stop& stop) {
    const Words& words = stop.words;
    const std::size_t type = words.type(stop.at);
    if (!stop.fault) return std::nullopt;
    const auto [opener, closer] = *stop.fault;
    if (opener == no_word) {
        if (closer != stop.at || stop.expected.has(Notion::variable)) return std::nullopt;  // AS end
        const std::string sign(words.text(closer));
        return slip(words.span(closer), "this `" + sign + "` closes nothing", "leave it out, or open it before");
    }
    const std::size_t missing = closer_of(words.type(opener));
    const bool at_border = type == Lexer::EOF || type == Lexer::SEMICOLON || opens_clause(type) || stop.at == closer;
    if (opener >= stop.at || !(at_border || stop.expected.has(missing))) return std::nullopt;
    const std::string before = closer == stop.at ? " before `" + std::string(words.text(closer)) + "`" : "";
    return slip(words.span(opener), "this `" + std::string(words.text(opener)) + "` is never closed",
                "add `" + written(missing) + "`" + before);
}

}  // namespace confer::engine::syntax
