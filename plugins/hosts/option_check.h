#pragma once
// option_check: checks of the numbers that options are given, which say in words what would do.
//
// CLI11's own name the bounds of a double in full, and let whole numbers wrap round.
//
// Errors     the text of a CLI::ValidationError, `--timeout: …`.
#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace confer::hosts {

// As many as can be counted in bytes.
constexpr std::uint64_t most_megabytes = std::numeric_limits<std::uint64_t>::max() >> 20U;

// The number that the whole text is; none when it is no number, or too large for T.
template <typename T>
std::optional<T> number_in(const std::string& text) {
    T number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

inline CLI::Validator check_that(bool (*holds)(double), const char* wanted) {
    const auto check = [holds, wanted](const std::string& text) {
        const std::optional<double> number = number_in<double>(text);
        return number && std::isfinite(*number) && holds(*number) ? "" : "`" + text + "` is not " + wanted;
    };
    return {check, ""};
}

inline CLI::Validator above_zero() {
    return check_that([](double number) { return number > 0; }, "a number above 0");
}

inline CLI::Validator zero_or_more() {
    return check_that([](double number) { return number >= 0; }, "a number from 0 on");
}

inline CLI::Validator whole_number(std::uint64_t least,
                                   std::uint64_t most = std::numeric_limits<std::uint64_t>::max()) {
    const auto check = [least, most](const std::string& text) {
        const std::optional<std::uint64_t> number = number_in<std::uint64_t>(text);
        if (number && *number >= least && *number <= most) return std::string();
        const bool endless = most == std::numeric_limits<std::uint64_t>::max();
        return "`" + text + "` is not a whole number from " + std::to_string(least) +
               (endless ? " on" : " to " + std::to_string(most));
    };
    return {check, ""};
}

}  // namespace confer::hosts
