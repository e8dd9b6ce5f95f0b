#include "interchange/number_text.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace confer::interchange {

namespace {

constexpr std::size_t longest = 40;

const char* special_name(double number, const FloatNames& names) {
    if (std::isnan(number)) return names.nan;
    return number < 0 ? names.minus_infinity : names.infinity;
}

std::string_view without_plus(std::string_view text) {
    return text.size() > 1 && text.front() == '+' ? text.substr(1) : text;
}

bool same_letters(std::string_view text, std::string_view lower) {
    if (text.size() != lower.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
        if (c != lower[i]) return false;
    }
    return true;
}

}  // namespace

std::string float_text(double number, const FloatNames& names) {
    if (!std::isfinite(number)) return special_name(number, names);
    char buffer[longest];
    const auto end = std::to_chars(buffer, buffer + longest, number).ptr;
    std::string text(buffer, end);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

std::string scientific_text(double number, const FloatNames& names) {
    if (!std::isfinite(number)) return special_name(number, names);
    char buffer[longest];
    const auto end = std::to_chars(buffer, buffer + longest, number, std::chars_format::scientific).ptr;
    const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    const std::size_t mark = text.find('e');
    std::string out(text.substr(0, mark));
    if (out.find('.') == std::string::npos) out += ".0";
    std::string_view exponent = text.substr(mark + 1);
    out += 'E';
    if (exponent.front() == '-') out += '-';
    exponent.remove_prefix(1);
    while (exponent.size() > 1 && exponent.front() == '0') exponent.remove_prefix(1);
    return out += exponent;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    text = without_plus(text);
    std::int64_t integer = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), integer);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return integer;
}

std::optional<double> parse_float(std::string_view text) {
    text = without_plus(text);
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (text == "INF" || text == "Infinity") return infinity;
    if (text == "-INF" || text == "-Infinity") return -infinity;
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<bool> parse_boolean(std::string_view text) {
    if (text == "1" || same_letters(text, "true")) return true;
    if (text == "0" || same_letters(text, "false")) return false;
    return std::nullopt;
}

}  // namespace confer::interchange
