// Literals: numbers in three bases, strings with their escapes; and what can be wrong with them.
#include <algorithm>
#include <charconv>
#include <limits>

#include "base/text_position.h"
#include "syntax/syntax_error_internal.h"
#include "syntax/to_ast_internal.h"

namespace confer::engine::syntax {
namespace {

// ---- numbers

bool is_float(std::string_view digits) {
    return digits.find_first_of(".eE") != std::string_view::npos && !digits.starts_with("0x") &&
           !digits.starts_with("0X");
}

// The integer's magnitude, or nothing when it takes more than 64 bits. REQUIRES: an INTEGER token.
std::optional<std::uint64_t> magnitude(std::string_view digits) {
    int base = 10;
    if (digits.size() > 1 && (digits[1] == 'x' || digits[1] == 'X')) base = 16;
    if (digits.size() > 1 && (digits[1] == 'o' || digits[1] == 'O')) base = 8;
    if (base != 10) digits.remove_prefix(2);
    std::uint64_t value = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (parsed.ec != std::errc()) return std::nullopt;
    return value;
}

ast::ExprPtr read_integer(std::string_view digits, bool negative, SourceSpan span, Reading& reading) {
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const std::optional<std::uint64_t> value = magnitude(digits);
    if (!value || *value > largest + (negative ? 1 : 0)) {
        reading.report({.code = ErrorCode::integer_overflow,
                        .message = "`" + std::string(negative ? "-" : "") + std::string(digits) +
                                   "` does not fit into a 64-bit integer",
                        .span = span,
                        .hints = {"integers go from -9223372036854775808 to 9223372036854775807; for a larger number "
                                  "write a float, as in `1e19`"}});
        return make(span, ast::IntegerLiteral{0});
    }
    // 0 - value in unsigned arithmetic reaches the smallest integer, which has no positive twin.
    return make(span, ast::IntegerLiteral{static_cast<std::int64_t>(negative ? 0 - *value : *value)});
}

// Whether a decimal that from_chars found out of range is too large; otherwise it is too near to zero.
bool too_large(std::string_view digits) {
    const std::size_t e = std::min(digits.find_first_of("eE"), digits.size());
    const std::string_view mantissa = digits.substr(0, e);
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    const std::size_t first = mantissa.find_first_not_of("0.");
    const auto leading = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first);
    std::int64_t exponent = 0;
    if (e < digits.size()) {
        std::string_view power = digits.substr(e + 1);
        const bool negative = power.starts_with('-');
        if (negative || power.starts_with('+')) power.remove_prefix(1);
        if (std::from_chars(power.data(), power.data() + power.size(), exponent).ec != std::errc()) return !negative;
        if (negative) exponent = -exponent;
    }
    return leading + exponent > 0;
}

ast::ExprPtr read_float(std::string_view digits, bool negative, SourceSpan span, Reading& reading) {
    double value = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (parsed.ec == std::errc::result_out_of_range && too_large(digits)) {
        reading.report({.code = ErrorCode::floating_point_overflow,
                        .message = "`" + std::string(digits) + "` is too large for a floating-point number",
                        .span = span,
                        .hints = {"the largest is about 1.8e308"}});
    }
    return make(span, ast::FloatLiteral{negative ? -value : value});
}

ast::ExprPtr read_number(const antlr4::Token& token, bool negative, SourceSpan span, Reading& reading) {
    const std::string_view digits = reading.text(token);
    if (token.getType() == Parser::BAD_NUMBER) {
        reading.report(bad_number(digits, reading.span(token)));
        return make(span, ast::IntegerLiteral{0});
    }
    return is_float(digits) ? read_float(digits, negative, span, reading)
                            : read_integer(digits, negative, span, reading);
}

// ---- strings

std::optional<char> simple_escape(char letter) {
    switch (letter) {
        case 'b':
            return '\b';
        case 'f':
            return '\f';
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        case '\\':
        case '\'':
        case '"':
        case '`':
            return letter;
        default:
            return std::nullopt;
    }
}

// Reads a string's inside, escape by escape.
class StringDecoder {
public:
    StringDecoder(std::string_view inside, std::uint32_t offset, Reading& reading)
        : inside_(inside), offset_(offset), reading_(reading) {}

    std::string decode() {
        for (std::size_t plain = 0; at_ < inside_.size(); plain = at_) {
            at_ = std::min(inside_.find('\\', at_), inside_.size());
            value_.append(inside_.substr(plain, at_ - plain));
            if (at_ < inside_.size()) escape();
        }
        return std::move(value_);
    }

private:
    void escape() {
        const std::size_t begin = at_;
        const char letter = inside_[at_ + 1];
        if (letter == 'u' || letter == 'U') {
            unicode(begin);
        } else if (const std::optional<char> decoded = simple_escape(letter)) {
            value_ += *decoded;
            at_ += 2;
        } else {
            ++at_;
            next_code_point(inside_, at_);
            const std::string written(inside_.substr(begin, at_ - begin));
            report(begin, ErrorCode::syntax, "a string can't hold the escape `" + written + "`",
                   "write `\\" + written +
                       "` for a backslash; the escapes are \\\\ \\' \\\" \\b \\f \\n \\r \\t \\uXXXX "
                       "and \\UXXXXXXXX");
        }
    }

    // \uXXXX, also as the two halves of a surrogate pair, and \UXXXXXXXX.
    void unicode(std::size_t begin) {
        const std::optional<char32_t> first = hexadecimal();
        if (!first) {
            at_ = begin + 2;
            report(begin, ErrorCode::invalid_unicode_literal,
                   inside_[begin + 1] == 'u' ? "`\\u` needs four hexadecimal digits after it"
                                             : "`\\U` needs eight hexadecimal digits after it",
                   "write a character's number in full, as in `\\u00e9` or `\\U0001F600`");
            return;
        }
        char32_t code_point = *first;
        if (code_point >= 0xD800 && code_point < 0xDC00 && inside_.substr(at_).starts_with("\\u")) {
            const std::optional<char32_t> second = hexadecimal();
            if (second && *second >= 0xDC00 && *second < 0xE000)
                code_point = 0x10000 + ((code_point - 0xD800) << 10) + (*second - 0xDC00);
        }
        if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) {
            report(begin, ErrorCode::invalid_unicode_literal,
                   "`" + std::string(inside_.substr(begin, at_ - begin)) + "` is not a Unicode character",
                   "characters go up to `\\U0010FFFF`, without the surrogates from D800 to DFFF");
            return;
        }
        append_utf8(value_, code_point);
    }

    // The digits of the escape that begins at at_, which moves past them.
    std::optional<char32_t> hexadecimal() {
        const std::size_t count = inside_[at_ + 1] == 'u' ? 4 : 8;
        const std::string_view digits = inside_.substr(at_ + 2, count);
        std::uint32_t value = 0;
        const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        if (digits.size() < count || parsed.ptr != digits.data() + count) return std::nullopt;
        at_ += 2 + count;
        return value;
    }

    void report(std::size_t begin, ErrorCode code, std::string message, std::string hint) {
        reading_.report(
            {.code = code,
             .message = std::move(message),
             .span = SourceSpan{offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(at_)},
             .hints = {std::move(hint)}});
    }

    std::string_view inside_;
    std::uint32_t offset_;
    Reading& reading_;
    std::size_t at_ = 0;
    std::string value_;
};

}  // namespace

ast::ExprPtr to_ast(Parser::LiteralContext& context, Reading& reading) {
    const antlr4::Token& token = *context.start;
    const SourceSpan span = reading.span(token);
    switch (token.getType()) {
        case Parser::NULL_:
            return make(span, ast::NullLiteral{});
        case Parser::TRUE_:
            return make(span, ast::BooleanLiteral{true});
        case Parser::FALSE_:
            return make(span, ast::BooleanLiteral{false});
        case Parser::STRING: {
            const SourceSpan inside{span.begin + 1, span.end - 1};
            return make(span, ast::StringLiteral{StringDecoder(reading.text(inside), inside.begin, reading).decode()});
        }
        default:
            return read_number(token, false, span, reading);
    }
}

ast::ExprPtr to_ast_negative(const antlr4::Token& minus, Parser::LiteralContext& number, Reading& reading) {
    return read_number(*number.start, true, reading.span(minus, *number.start), reading);
}

std::optional<std::int64_t> hop_count(const antlr4::Token* integer, Reading& reading) {
    if (integer == nullptr) return std::nullopt;
    const ast::ExprPtr literal = read_number(*integer, false, reading.span(*integer), reading);
    return std::get<ast::IntegerLiteral>(literal->node).value;
}

}  // namespace confer::engine::syntax
