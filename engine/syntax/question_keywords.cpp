#include "syntax/question_keywords_internal.h"

#include <algorithm>
#include <unordered_map>

namespace confer::engine::syntax {

namespace {

using Table = std::unordered_multimap<std::string_view, const QuestionKeyword*>;

const Table& table() {
    static const Table by_words = [] {
        Table built;
        for (const QuestionKeyword& keyword : question_keywords()) built.emplace(keyword.words, &keyword);
        return built;
    }();
    return by_words;
}

}  // namespace

KeywordMatch match_keyword(std::span<const std::string> words, KeywordPlace place) {
    KeywordMatch best;
    std::string joined;
    for (std::size_t n = 1; n <= std::min(words.size(), longest_keyword_words); ++n) {
        if (n > 1) joined += ' ';
        joined += words[n - 1];
        const auto [first, last] = table().equal_range(joined);
        for (auto entry = first; entry != last; ++entry) {
            if (entry->second->place == QuestionKeyword::Place::opening && !place.opening) continue;
            if (entry->second->place == QuestionKeyword::Place::comparison && !place.comparison) continue;
            const bool outdone = best.words == n && (best.keyword->place == QuestionKeyword::Place::comparison ||
                                                     best.keyword->place == QuestionKeyword::Place::opening);
            if (!outdone) best = {n, entry->second};
        }
    }
    return best;
}

std::string_view spelling_of(std::size_t token) {
    const std::span<const QuestionKeyword> keywords = question_keywords();
    const auto found =
        std::find_if(keywords.begin(), keywords.end(), [&](const auto& keyword) { return keyword.token == token; });
    return found == keywords.end() || token == QuestionKeyword::dropped ? std::string_view{} : found->words;
}

}  // namespace confer::engine::syntax
