#include "syntax/name_guess.h"

#include <algorithm>

#include "base/suggest.h"
#include "base/text_position.h"

namespace confer::engine::syntax {

namespace {

// How unlike two names are, in parts of a thousand.
unsigned unlikeness(std::string_view name, std::string_view other) {
    const auto longest = static_cast<unsigned>(std::max(name.size(), other.size()));
    return longest == 0 ? 0 : 1000 * edit_distance(name, other, longest) / longest;
}

std::string lower_case(std::string_view text) {
    std::string out;
    for (std::size_t offset = 0; offset < text.size();) append_utf8(out, to_lower(next_code_point(text, offset)));
    return out;
}

// Names are offered as they are spelt, but without capitals to somebody who types without capitals.
void follow_case(std::string_view written, std::vector<std::string>& names) {
    if (lower_case(written) != written) return;
    for (std::string& name : names) name = lower_case(name);
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
    follow_case(question.substr(begin, best.span.end - best.span.begin), best.near);
    return best;
}

}  // namespace confer::engine::syntax
