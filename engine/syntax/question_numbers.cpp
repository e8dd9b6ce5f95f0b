#include "syntax/question_numbers_internal.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace confer::engine::syntax {

namespace {

constexpr std::array<std::string_view, 21> number_words{
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

}  // namespace

std::int64_t decade_of(std::string_view word) {
    if (word.ends_with("'s"))
        word = word.substr(0, word.size() - 2);
    else if (word.ends_with("s"))
        word.remove_suffix(1);
    else
        return -1;
    constexpr std::size_t digits = 4;
    const bool is_year = word.size() == digits && word.ends_with("0");
    return is_year ? number_of(word) : -1;
}

std::int64_t number_of(std::string_view word) {
    const auto in_words = std::find(number_words.begin(), number_words.end(), word);
    if (in_words != number_words.end()) return in_words - number_words.begin();
    std::int64_t number = -1;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
    return problem == std::errc{} && end == word.data() + word.size() ? number : -1;
}

}  // namespace confer::engine::syntax
