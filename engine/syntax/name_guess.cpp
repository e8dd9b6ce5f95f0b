#include "syntax/name_guess.h"

#include <algorithm>

#include "base/suggest.h"

namespace confer::engine::syntax {

namespace {

// How unlike two names are, in parts of a thousand.
unsigned unlikeness(std::string_view name, std::string_view other) {
    const auto longest = static_cast<unsigned>(std::max(name.size(), other.size()));
    return longest == 0 ? 0 : 1000 * edit_distance(name, other, longest) / longest;
}

}  // namespace

NameGuess guess_name(std::string_view question, std::uint32_t question_begin, SourceSpan unknown, bool extend,
                     const std::function<std::vector<std::string>(std::string_view)>& nearest) {
    const std::size_t begin = unknown.begin - question_begin;
    std::size_t end = unknown.end - question_begin;
    NameGuess best{unknown, nearest(question.substr(begin, end - begin))};
    constexpr unsigned quite_unlike = 334;
    unsigned least = best.near.empty() ? quite_unlike : unlikeness(question.substr(begin, end - begin), best.near[0]);

    constexpr int most_further_words = 5;
    for (int further = 0; extend && further < most_further_words; ++further) {
        const std::size_t word = question.find_first_not_of(" \t\r\n,", end);
        if (word == std::string_view::npos) break;
        end = std::min(question.find_first_of(" \t\r\n,?!", word), question.size());
        const std::string_view longer = question.substr(begin, end - begin);
        std::vector<std::string> near = nearest(longer);
        if (near.empty() || unlikeness(longer, near.front()) >= least) continue;
        least = unlikeness(longer, near.front());
        best = {{unknown.begin, question_begin + static_cast<std::uint32_t>(end)}, std::move(near)};
    }
    return best;
}

}  // namespace confer::engine::syntax
