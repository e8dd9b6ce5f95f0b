// Keywords of questions: one table; the first spelling of a token is the one that messages use.
#include "syntax/question_keywords_internal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <unordered_map>

#include "ConferLexer.h"

namespace confer::engine::syntax {

namespace {

using Lexer = grammar::ConferLexer;
using Place = QuestionKeyword::Place;

constexpr std::size_t dropped = 0;

constexpr auto keywords = std::to_array<QuestionKeyword>({
    // ---- what is asked
    {"which", Lexer::Q_WHICH},
    {"which of", Lexer::Q_WHICH},
    {"in which", Lexer::Q_WHICH},
    {"by which", Lexer::Q_WHICH},
    {"for which", Lexer::Q_WHICH},
    {"on which", Lexer::Q_WHICH},
    {"to which", Lexer::Q_WHICH},
    {"from which", Lexer::Q_WHICH},
    {"with which", Lexer::Q_WHICH},
    {"what", Lexer::Q_WHAT},
    {"what's", Lexer::Q_WHAT},
    {"who", Lexer::Q_WHO},
    {"who's", Lexer::Q_WHO},
    {"whom", Lexer::Q_WHO},
    {"by whom", Lexer::Q_WHO},
    {"where", Lexer::Q_WHERE},
    {"where's", Lexer::Q_WHERE},
    {"how many", Lexer::Q_HOW_MANY},
    {"number of", Lexer::Q_HOW_MANY, Place::opening},
    {"what is the number of", Lexer::Q_HOW_MANY, Place::opening},
    {"count", Lexer::Q_HOW_MANY, Place::opening},
    {"count the", Lexer::Q_HOW_MANY, Place::opening},
    {"list", Lexer::Q_LIST, Place::opening},
    {"list all", Lexer::Q_LIST, Place::opening},
    {"list all the", Lexer::Q_LIST, Place::opening},
    {"show", Lexer::Q_LIST, Place::opening},
    {"show me", Lexer::Q_LIST, Place::opening},
    {"show all", Lexer::Q_LIST, Place::opening},
    {"show me all", Lexer::Q_LIST, Place::opening},
    {"show me all the", Lexer::Q_LIST, Place::opening},
    {"give me", Lexer::Q_LIST, Place::opening},
    {"find", Lexer::Q_LIST, Place::opening},
    {"find me", Lexer::Q_LIST, Place::opening},
    {"find all", Lexer::Q_LIST, Place::opening},
    {"describe", Lexer::Q_DESCRIBE, Place::opening},
    {"tell me about", Lexer::Q_DESCRIBE, Place::opening},
    {"tell me more about", Lexer::Q_DESCRIBE, Place::opening},
    {"lineage of", Lexer::Q_LINEAGE},
    {"lineage", Lexer::Q_LINEAGE, Place::opening},
    {"ancestry of", Lexer::Q_LINEAGE},
    {"family tree of", Lexer::Q_LINEAGE},
    // ---- comparing
    {"compare", Lexer::Q_COMPARE, Place::opening},
    {"comparison of", Lexer::Q_COMPARE, Place::opening},
    {"comparison between", Lexer::Q_COMPARE, Place::opening},
    {"contrast", Lexer::Q_COMPARE, Place::opening},
    {"compare and contrast", Lexer::Q_COMPARE, Place::opening},
    {"versus", Lexer::Q_VERSUS},
    {"vs", Lexer::Q_VERSUS},
    {"vs.", Lexer::Q_VERSUS},
    {"v", Lexer::Q_VERSUS},
    {"against", Lexer::Q_VERSUS},
    {"differences between", Lexer::Q_DIFFERENCES},
    {"difference between", Lexer::Q_DIFFERENCES},
    {"differ", Lexer::Q_DIFFER, Place::comparison},
    {"differ from", Lexer::Q_DIFFER, Place::comparison},
    {"differs from", Lexer::Q_DIFFER, Place::comparison},
    {"different", Lexer::Q_DIFFER, Place::comparison},
    {"different from", Lexer::Q_DIFFER, Place::comparison},
    {"only differences", Lexer::Q_ONLY_DIFFERENCES},
    {"only the differences", Lexer::Q_ONLY_DIFFERENCES},
    {"differences only", Lexer::Q_ONLY_DIFFERENCES},
    {"only shared", Lexer::Q_ONLY_SHARED},
    {"only what is shared", Lexer::Q_ONLY_SHARED},
    {"only what they share", Lexer::Q_ONLY_SHARED},
    {"shared only", Lexer::Q_ONLY_SHARED},
    {"how similar", Lexer::Q_HOW_SIMILAR},
    {"how alike", Lexer::Q_HOW_SIMILAR},
    {"how close", Lexer::Q_HOW_SIMILAR},
    {"similarity of", Lexer::Q_SIMILARITY},
    {"similarity between", Lexer::Q_SIMILARITY},
    {"similarities between", Lexer::Q_SIMILARITY},
    {"most like", Lexer::Q_LIKE},
    {"most similar to", Lexer::Q_LIKE},
    {"similar to", Lexer::Q_LIKE},
    {"closest to", Lexer::Q_LIKE},
    {"nearest to", Lexer::Q_LIKE},
    {"like", Lexer::Q_LIKE},
    {"resemble", Lexer::Q_LIKE},
    {"resembles", Lexer::Q_LIKE},
    // ---- connecting and asking why
    {"how", Lexer::Q_HOW, Place::opening},
    {"in what way", Lexer::Q_HOW, Place::opening},
    {"related to", Lexer::Q_RELATED},
    {"related", Lexer::Q_RELATED},
    {"relate to", Lexer::Q_RELATED},
    {"connected to", Lexer::Q_RELATED},
    {"connected with", Lexer::Q_RELATED},
    {"connected", Lexer::Q_RELATED},
    {"linked to", Lexer::Q_RELATED},
    {"linked with", Lexer::Q_RELATED},
    {"linked", Lexer::Q_RELATED},
    {"connects", Lexer::Q_CONNECTS},
    {"connect", Lexer::Q_CONNECTS},
    {"links", Lexer::Q_CONNECTS},
    {"connection between", Lexer::Q_CONNECTION},
    {"connections between", Lexer::Q_CONNECTION},
    {"link between", Lexer::Q_CONNECTION},
    {"links between", Lexer::Q_CONNECTION},
    {"relation between", Lexer::Q_CONNECTION},
    {"relationship between", Lexer::Q_CONNECTION},
    {"path from", Lexer::Q_CONNECTION},
    {"why", Lexer::Q_WHY, Place::opening},
    {"who says that", Lexer::Q_EVIDENCE, Place::opening},
    {"who says", Lexer::Q_EVIDENCE, Place::opening},
    {"who claims that", Lexer::Q_EVIDENCE, Place::opening},
    {"which sources say that", Lexer::Q_EVIDENCE, Place::opening},
    {"which sources say", Lexer::Q_EVIDENCE, Place::opening},
    {"what sources say that", Lexer::Q_EVIDENCE, Place::opening},
    {"what is the evidence that", Lexer::Q_EVIDENCE, Place::opening},
    {"what's the evidence that", Lexer::Q_EVIDENCE, Place::opening},
    {"what evidence is there that", Lexer::Q_EVIDENCE, Place::opening},
    {"evidence that", Lexer::Q_EVIDENCE, Place::opening},
    // ---- integrating
    {"common factors of", Lexer::Q_COMMON_FACTORS},
    {"common factors between", Lexer::Q_COMMON_FACTORS},
    {"common factors across", Lexer::Q_COMMON_FACTORS},
    {"common factors shared by", Lexer::Q_COMMON_FACTORS},
    {"common components of", Lexer::Q_COMMON_FACTORS},
    {"select", Lexer::Q_SELECT, Place::opening},
    {"choose", Lexer::Q_SELECT, Place::opening},
    {"assimilate", Lexer::Q_ASSIMILATE, Place::opening},
    {"integrate", Lexer::Q_INTEGRATE, Place::opening},
    {"into", Lexer::Q_INTO},
    // ---- whose claims count
    {"according to", Lexer::Q_ACCORDING_TO},
    {"as stated by", Lexer::Q_ACCORDING_TO},
    {"without weak sources", Lexer::Q_WITHOUT_WEAK},
    {"excluding weak sources", Lexer::Q_WITHOUT_WEAK},
    {"ignoring weak sources", Lexer::Q_WITHOUT_WEAK},
    {"exactly", Lexer::Q_EXACTLY},
    {"precisely", Lexer::Q_EXACTLY},
    {"by", Lexer::Q_DIMENSION, Place::comparison},
    {"by their", Lexer::Q_DIMENSION, Place::comparison},
    {"on", Lexer::Q_DIMENSION, Place::comparison},
    {"on their", Lexer::Q_DIMENSION, Place::comparison},
    {"in terms of", Lexer::Q_DIMENSION, Place::comparison},
    {"in terms of their", Lexer::Q_DIMENSION, Place::comparison},
    {"regarding", Lexer::Q_DIMENSION, Place::comparison},
    // ---- sharing
    {"share", Lexer::Q_SHARE},
    {"shares", Lexer::Q_SHARE},
    {"shared", Lexer::Q_SHARE},
    {"sharing", Lexer::Q_SHARE},
    {"in common", Lexer::Q_IN_COMMON},
    {"common to", Lexer::Q_IN_COMMON},
    {"components", Lexer::Q_COMPONENTS},
    {"component", Lexer::Q_COMPONENTS},
    {"something", Lexer::Q_COMPONENTS},
    {"anything", Lexer::Q_COMPONENTS},
    {"things", Lexer::Q_COMPONENTS},
    {"at least", Lexer::Q_AT_LEAST},
    {"no fewer than", Lexer::Q_AT_LEAST},
    {"no less than", Lexer::Q_AT_LEAST},
    {"or more", Lexer::Q_OR_MORE},
    // ---- joining
    {"and", Lexer::Q_AND},
    {"and also", Lexer::Q_AND},
    {"as well as", Lexer::Q_AND},
    {"&", Lexer::Q_AND},
    {"or", Lexer::Q_OR},
    {"or else", Lexer::Q_OR},
    {"nor", Lexer::Q_OR},
    {"but", Lexer::Q_BUT},
    {"but also", Lexer::Q_BUT},
    {"while", Lexer::Q_BUT},
    {"yet", Lexer::Q_BUT},
    {"not", Lexer::Q_NOT},
    {"no", Lexer::Q_NOT},
    {"never", Lexer::Q_NOT},
    {"neither", Lexer::Q_NOT},
    {"don't", Lexer::Q_NOT},
    {"doesn't", Lexer::Q_NOT},
    {"didn't", Lexer::Q_NOT},
    {"isn't", Lexer::Q_NOT},
    {"aren't", Lexer::Q_NOT},
    {"wasn't", Lexer::Q_NOT},
    {"weren't", Lexer::Q_NOT},
    {"haven't", Lexer::Q_NOT},
    {"hasn't", Lexer::Q_NOT},
    {"can't", Lexer::Q_NOT},
    {"cannot", Lexer::Q_NOT},
    {"that", Lexer::Q_THAT},
    {"with", Lexer::Q_WITH},
    {"without", Lexer::Q_WITHOUT},
    {"of", Lexer::Q_PREPOSITION},
    {"in", Lexer::Q_IN},
    {"from", Lexer::Q_FROM},
    {"for", Lexer::Q_FOR},
    {"by", Lexer::Q_PREPOSITION},
    {"on", Lexer::Q_PREPOSITION},
    {"at", Lexer::Q_PREPOSITION},
    {"to", Lexer::Q_PREPOSITION},
    {"as", Lexer::Q_PREPOSITION},
    {"under", Lexer::Q_PREPOSITION},
    {"within", Lexer::Q_PREPOSITION},
    // ---- politeness
    {"please", dropped, Place::opening},
    {"can you tell me", dropped, Place::opening},
    {"could you tell me", dropped, Place::opening},
    {"can you please tell me", dropped, Place::opening},
    {"could you please tell me", dropped, Place::opening},
    {"can you", dropped, Place::opening},
    {"could you", dropped, Place::opening},
    {"would you", dropped, Place::opening},
    {"tell me", dropped, Place::opening},
    {"i would like to know", dropped, Place::opening},
    {"i'd like to know", dropped, Place::opening},
    {"i want to know", dropped, Place::opening},
    {"i would like to see", Lexer::Q_LIST, Place::opening},
    {"i'd like to see", Lexer::Q_LIST, Place::opening},
    {"i want to see", Lexer::Q_LIST, Place::opening},
    {"i would like to", dropped, Place::opening},
    {"i'd like to", dropped, Place::opening},
    {"i want to", dropped, Place::opening},
    {"do you know", dropped, Place::opening},
    // ---- words that add nothing
    {"the", dropped, Place::filler},
    {"a", dropped, Place::filler},
    {"an", dropped, Place::filler},
    {"those", dropped, Place::filler},
    {"ones", dropped, Place::filler},
    {"there", dropped, Place::filler},
    {"exist", dropped, Place::filler},
    {"please", dropped, Place::filler},
    {"also", dropped, Place::filler},
    {"both", dropped, Place::filler},
    {"either", dropped, Place::filler},
    {"any", dropped, Place::filler},
    {"some", dropped, Place::filler},
    {"called", dropped, Place::filler},
    {"named", dropped, Place::filler},
    {"is", dropped, Place::filler},
    {"are", dropped, Place::filler},
    {"was", dropped, Place::filler},
    {"were", dropped, Place::filler},
    {"be", dropped, Place::filler},
    {"been", dropped, Place::filler},
    {"being", dropped, Place::filler},
    {"do", dropped, Place::filler},
    {"does", dropped, Place::filler},
    {"did", dropped, Place::filler},
    {"has", dropped, Place::filler},
    {"have", dropped, Place::filler},
    {"had", dropped, Place::filler},
    {"can", dropped, Place::filler},
    {"could", dropped, Place::filler},
    {"may", dropped, Place::filler},
    {"might", dropped, Place::filler},
    {"will", dropped, Place::filler},
    {"would", dropped, Place::filler},
});

constexpr std::array<std::string_view, 21> number_words{
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

using Table = std::unordered_multimap<std::string_view, const QuestionKeyword*>;

const Table& table() {
    static const Table by_words = [] {
        Table built;
        for (const QuestionKeyword& keyword : keywords) built.emplace(keyword.words, &keyword);
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
            if (entry->second->place == Place::opening && !place.opening) continue;
            if (entry->second->place == Place::comparison && !place.comparison) continue;
            const bool outdone = best.words == n && best.keyword->place == Place::comparison;
            if (!outdone) best = {n, entry->second};
        }
    }
    return best;
}

std::string_view spelling_of(std::size_t token) {
    const auto found =
        std::find_if(keywords.begin(), keywords.end(), [&](const auto& keyword) { return keyword.token == token; });
    return found == keywords.end() || token == dropped ? std::string_view{} : found->words;
}

std::int64_t number_of(std::string_view word) {
    const auto in_words = std::find(number_words.begin(), number_words.end(), word);
    if (in_words != number_words.end()) return in_words - number_words.begin();
    std::int64_t number = -1;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
    return problem == std::errc{} && end == word.data() + word.size() ? number : -1;
}

}  // namespace confer::engine::syntax
