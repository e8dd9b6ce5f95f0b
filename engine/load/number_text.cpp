// Tested by suites/loading/elements_test.cpp.
#include <charconv>
#include <system_error>

#include "load/number_text_internal.h"

namespace confer::engine::load {

namespace {

// Up to here integers are floats without rounding, as are the powers of ten.
constexpr std::size_t exact_digits = 15;
constexpr double powers_of_ten[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

// Few digits with a point among them: the one division of exact floats rounds as it must.
std::optional<double> short_decimal(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.size() > exact_digits + 1) return std::nullopt;
    std::int64_t digits = 0;
    std::size_t behind_point = 0;
    bool point = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits = 10 * digits + (c - '0');
            behind_point += point ? 1 : 0;
        } else if (c == '.') {
            point = true;
        } else {
            return std::nullopt;
        }
    }
    const double magnitude = static_cast<double>(digits) / powers_of_ten[behind_point];
    return negative ? -magnitude : magnitude;
}

}  // namespace

bool is_integer_text(std::string_view number) {
    for (const char c : number) {
        if (c == '.' || c == 'e' || c == 'E') return false;
    }
    return true;
}

std::optional<Value> parsed_number(std::string_view number) {
    const char *begin = number.data(), *end = begin + number.size();
    if (is_integer_text(number)) {
        std::int64_t integer = 0;
        if (std::from_chars(begin, end, integer).ec != std::errc()) return std::nullopt;
        return Value(integer);
    }
    if (const auto floating = short_decimal(number)) return Value(*floating);
    double floating = 0;
    if (std::from_chars(begin, end, floating).ec != std::errc()) return std::nullopt;
    return Value(floating);
}

}  // namespace confer::engine::load
