// question_introduction: names are taken up as tokens, so that the grammar needs to know nothing of it.
// Test: tests/suites/everyday.
#include "syntax/question_introduction_internal.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "ConferLexer.h"
#include "syntax/keyword_internal.h"

namespace confer::engine::syntax {

namespace {

using Lexer = grammar::ConferLexer;
using Tokens = std::vector<QuestionToken>;

bool is_one_of(const QuestionWord& word, std::span<const std::string_view> words) {
    return word.kind == QuestionWord::Kind::word &&
           std::ranges::any_of(words, [&](std::string_view one) { return upper_case(one) == upper_case(word.text); });
}

}  // namespace

std::optional<Introduced> introduction(const std::vector<QuestionWord>& words) {
    constexpr std::array<std::string_view, 4> marks{":", "-", "\u2013", "\u2014"};
    for (std::size_t i = words.size(); i-- > 1;) {
        if (i + 1 < words.size() && is_one_of(words[i], marks)) return Introduced{i + 1, i};
    }
    constexpr std::array<std::string_view, 8> speaking{"i", "i'm", "i\u2019m", "i've", "my", "we", "we're", "our"};
    constexpr std::array<std::string_view, 6> asking{"which", "what", "who", "where", "how", "are"};
    if (words.empty() || !is_one_of(words.front(), speaking)) return std::nullopt;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        const bool ends = words[i].kind == QuestionWord::Kind::comma || words[i].kind == QuestionWord::Kind::end;
        if (ends && is_one_of(words[i + 1], asking)) return Introduced{i + 1, i};
    }
    return std::nullopt;
}

namespace {

// "both" at the end stands for the two names of the introduction, when it has just two.
void refer_back(Tokens& tokens, const std::vector<QuestionWord>& words, const Tokens& before) {
    std::vector<QuestionToken> names;
    for (const QuestionToken& token : before) {
        if (token.type == Lexer::Q_NAME) names.push_back(token);
    }
    const auto last = std::find_if(words.rbegin(), words.rend(),
                                   [](const QuestionWord& word) { return word.kind == QuestionWord::Kind::word; });
    if (names.size() != 2 || last == words.rend() || last->text != "both") return;
    QuestionToken both{Lexer::Q_AND, {ast::PhraseKind::unknown, last->text, last->span, false}, 0};
    for (QuestionToken& name : names) name.phrase.span = last->span;
    tokens.push_back(std::move(names.front()));
    tokens.push_back(std::move(both));
    tokens.push_back(std::move(names.back()));
}

// "I'm psychodynamically trained": "my approach" is the first name that is said of the one who asks.
const QuestionToken* own(const Tokens& before) {
    for (const QuestionToken& token : before) {
        if (token.type == Lexer::Q_SOMEBODY || token.type == Lexer::Q_PEOPLE_WITH) break;
        if (token.type == Lexer::Q_NAME) return &token;
    }
    return nullptr;
}

// "a patient with panic attacks": the names that are said of somebody else.
Tokens of_somebody(const Tokens& before) {
    Tokens out;
    bool somebody = false;
    for (const QuestionToken& token : before) {
        somebody = somebody || token.type == Lexer::Q_SOMEBODY || token.type == Lexer::Q_PEOPLE_WITH;
        if (somebody && token.type == Lexer::Q_NAME) out.push_back(token);
    }
    return out;
}

// What "my approach" is; and, where something is looked for that is to be integrated, for whom.
std::vector<std::string> take_up_names(Tokens& tokens, const Tokens& before) {
    std::vector<std::string> taken;
    const QuestionToken* mine = own(before);
    for (std::size_t i = 0; mine != nullptr && i + 1 < tokens.size(); ++i) {
        const bool says_my = tokens[i].type == Lexer::Q_UNKNOWN && upper_case(tokens[i].phrase.text) == "MY";
        if (!says_my || tokens[i + 1].type != Lexer::Q_NOUN) continue;
        const SourceSpan span{tokens[i].phrase.span.begin, tokens[i + 1].phrase.span.end};
        tokens[i] = *mine;
        tokens[i].phrase.span = span;
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        taken.push_back("`" + mine->phrase.text + "`");
    }
    const auto has = [&](std::size_t type) {
        return std::ranges::any_of(tokens, [&](const QuestionToken& token) { return token.type == type; });
    };
    if ((!has(Lexer::Q_ASSIMILATE) && !has(Lexer::Q_SELECT)) || has(Lexer::Q_FOR)) return taken;
    const SourceSpan end{tokens.back().phrase.span.end, tokens.back().phrase.span.end};
    std::size_t joint = Lexer::Q_FOR;
    for (QuestionToken& name : of_somebody(before)) {
        taken.push_back("`" + name.phrase.text + "`");
        tokens.push_back({joint, {ast::PhraseKind::unknown, "for", end, false}, 0});
        name.phrase.span = end;
        tokens.push_back(std::move(name));
        joint = Lexer::Q_AND;
    }
    return taken;
}

std::string joined_with_commas(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

}  // namespace

std::string take_up(std::vector<QuestionToken>& tokens, const std::vector<QuestionWord>& words,
                    const std::vector<QuestionToken>& before) {
    refer_back(tokens, words, before);
    return joined_with_commas(take_up_names(tokens, before));
}

}  // namespace confer::engine::syntax
