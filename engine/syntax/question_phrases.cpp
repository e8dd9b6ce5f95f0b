// group_phrases: longest match of keywords and phrases over the words of a question.
// Test: tests/suites/questions/parse_test.cpp.
#include "syntax/question_phrases_internal.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "ConferLexer.h"
#include "base/text_position.h"
#include "syntax/question_keywords_internal.h"
#include "syntax/question_numbers_internal.h"

namespace confer::engine::syntax {

namespace {

using Lexer = grammar::ConferLexer;
using Words = std::vector<QuestionWord>;

constexpr std::size_t longest_phrase_words = 24;

std::string lower(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t letter = next_code_point(text, at);
        append_utf8(out, letter == U'\u2019' ? U'\'' : to_lower(letter));
    }
    return out;
}

std::size_t token_of(ast::PhraseKind kind) {
    switch (kind) {
        case ast::PhraseKind::noun:
            return Lexer::Q_NOUN;
        case ast::PhraseKind::verb:
            return Lexer::Q_VERB;
        case ast::PhraseKind::name:
            return Lexer::Q_NAME;
        case ast::PhraseKind::noun_or_name:
            return Lexer::Q_NOUN_OR_NAME;
        case ast::PhraseKind::unknown:
            break;
    }
    return Lexer::Q_UNKNOWN;
}

// Whether "by" says from now on in which respect things are compared.
bool compares(std::size_t keyword) {
    constexpr std::array comparing{Lexer::Q_SIMILARITIES, Lexer::Q_CONTRASTS,   Lexer::Q_COMPARE,
                                   Lexer::Q_VERSUS,       Lexer::Q_DIFFERENCES, Lexer::Q_HOW,
                                   Lexer::Q_HOW_SIMILAR,  Lexer::Q_SIMILARITY,  Lexer::Q_LIKE};
    return std::find(comparing.begin(), comparing.end(), keyword) != comparing.end();
}

// A phrase of the lexicon in place: words [first, end), marks among them included.
struct Found {
    std::size_t words = 0;  // without marks
    std::size_t end = 0;
    ast::PhraseKind kind = ast::PhraseKind::unknown;
};

class Grouping {
public:
    Grouping(const Words& words, std::string_view question, std::uint32_t offset, const PhraseMatcher* phrases)
        : words_(words), question_(question), offset_(offset), phrases_(phrases) {
        for (const QuestionWord& word : words) lowered_.push_back(lower(word.text));
    }

    std::vector<QuestionToken> run() {
        std::size_t at = 0;
        while (at < words_.size()) at = take(at);
        return std::move(tokens_);
    }

private:
    using Kind = QuestionWord::Kind;

    // Makes a token of what begins at word `at`; returns the word after it.
    std::size_t take(std::size_t at) {
        switch (words_[at].kind) {
            case Kind::quoted:
                push(Lexer::Q_NAME, at, at + 1, ast::PhraseKind::name);
                return at + 1;
            case Kind::comma:
                push(Lexer::Q_COMMA, at, at + 1);
                return at + 1;
            case Kind::open:
                push(Lexer::Q_OPEN, at, at + 1);
                return at + 1;
            case Kind::close:
                push(Lexer::Q_CLOSE, at, at + 1);
                return at + 1;
            case Kind::end:
                return at + 1;
            case Kind::word:
                return take_word(at);
        }
        return at + 1;
    }

    std::size_t take_word(std::size_t at) {
        KeywordMatch keyword = match_keyword(contiguous(at), {.opening = tokens_.empty(), .comparison = compares_});
        if (keyword.words > 0 && keyword.keyword->token == Lexer::Q_PEOPLE_WITH && !serves_somebody()) keyword = {};
        const Found phrase = find_phrase(at);
        if (keyword.words == 0 && phrase.words == 0 && is_level(at)) {
            push(Lexer::Q_LEVEL, at, at + 1);
            return at + 1;
        }
        const bool opens = keyword.words > 0 && tokens_.empty();  // then no name, however long, can stand here
        const bool gives_way = keyword.words > 0 && gives_way_to(*keyword.keyword, phrase.kind);
        if (!opens && phrase.words > 0 &&
            (phrase.words > keyword.words || (phrase.words == keyword.words && gives_way))) {
            if (const std::size_t noun = describing(at, phrase); noun != 0) {
                push(Lexer::Q_NAME, at, noun, ast::PhraseKind::name);
                return noun;
            }
            if (!is_kind_of(at, phrase)) push(token_of(phrase.kind), at, phrase.end, phrase.kind);
            return phrase.end;
        }
        if (keyword.words > 0) {
            if (keyword.keyword->token != 0) push(keyword.keyword->token, at, at + keyword.words);
            compares_ = compares_ || compares(keyword.keyword->token);
            return at + keyword.words;
        }
        if (const std::int64_t number = number_of(lowered_[at]); number >= 0) {
            push(Lexer::Q_NUMBER, at, at + 1);
            tokens_.back().number = number;
            return at + 1;
        }
        if (const std::int64_t decade = decade_of(lowered_[at]); decade >= 0) {
            push(Lexer::Q_DECADE, at, at + 1);
            tokens_.back().number = decade;
            return at + 1;
        }
        if (is_somebody(at)) {
            push(Lexer::Q_SOMEBODY, at, at + 1, ast::PhraseKind::noun);
        } else {
            push_unknown(at);
        }
        return at + 1;
    }

    static bool gives_way_to(const QuestionKeyword& keyword, ast::PhraseKind phrase) {
        if (keyword.place == QuestionKeyword::Place::common) return true;
        return keyword.place == QuestionKeyword::Place::filler && phrase == ast::PhraseKind::verb;
    }

    // "strong evidence"
    bool is_level(std::size_t at) const {
        if (at + 1 >= words_.size() || words_[at + 1].kind != Kind::word) return false;
        const KeywordMatch next = match_keyword(contiguous(at + 1), {});
        return next.words > 0 && next.keyword->token == Lexer::Q_GRADED && find_phrase(at + 1).words < next.words;
    }

    // "harms people with …", but not "which people with …".
    bool serves_somebody() const {
        constexpr std::array before{Lexer::Q_VERB, Lexer::Q_FOR, Lexer::Q_GOOD_FOR, Lexer::Q_IN, Lexer::Q_WITH};
        return !tokens_.empty() && std::find(before.begin(), before.end(), tokens_.back().type) != before.end();
    }

    // "for teens who …", "for veterans with …": whoever something is for, of whom the graph knows nothing.
    bool is_somebody(std::size_t at) const {
        if (tokens_.empty()) return false;
        if (tokens_.back().type != Lexer::Q_FOR && tokens_.back().type != Lexer::Q_GOOD_FOR) return false;
        if (at + 1 >= words_.size() || words_[at + 1].kind != Kind::word) return false;
        constexpr std::array<std::string_view, 3> relative{"who", "with", "that"};
        if (std::find(relative.begin(), relative.end(), lowered_[at + 1]) == relative.end()) return false;
        return phrases_ == nullptr || phrases_->nearest(words_[at].text).empty();
    }

    // The words from `at` on that no mark interrupts, for keywords.
    std::span<const std::string> contiguous(std::size_t at) const {
        std::size_t end = at;
        while (end < words_.size() && words_[end].kind == Kind::word) ++end;
        return std::span(lowered_).subspan(at, end - at);
    }

    Found find_phrase(std::size_t at) const {
        if (phrases_ == nullptr) return {};
        std::vector<std::string_view> run;
        std::vector<std::size_t> places;
        for (std::size_t i = at; i < words_.size() && run.size() < longest_phrase_words; ++i) {
            if (words_[i].kind != Kind::word && words_[i].kind != Kind::quoted) continue;
            run.emplace_back(words_[i].text);
            places.push_back(i);
        }
        while (!run.empty()) {
            const PhraseMatcher::Match match = phrases_->longest(run);
            if (match.words == 0) return {};
            const std::size_t last = places[match.words - 1];
            // What is in quotation marks is a name of its own, but in a verb: "listed as `unsupported` for".
            const bool whole = match.kind == ast::PhraseKind::verb || !has_quoted(at, last);
            const auto end = balanced_end(at, last);
            if (whole && end) return {match.words, *end, match.kind};
            run.resize(match.words - 1);
        }
        return {};
    }

    bool has_quoted(std::size_t first, std::size_t last) const {
        return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(first),
                           words_.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                           [](const QuestionWord& word) { return word.kind == Kind::quoted; });
    }

    // The end of a phrase from word `first` to `last`, closing parentheses included; nothing when they don't balance.
    std::optional<std::size_t> balanced_end(std::size_t first, std::size_t last) const {
        int open = 0;
        for (std::size_t i = first; i <= last; ++i) {
            if (words_[i].kind == Kind::open) ++open;
            if (words_[i].kind == Kind::close && --open < 0) return std::nullopt;
        }
        std::size_t end = last + 1;
        for (; open > 0 && end < words_.size() && words_[end].kind == Kind::close; ++end) --open;
        if (open > 0) return std::nullopt;
        return end;
    }

    // "group therapies for social anxiety": where things are asked for, a name that ends in a noun is that noun with
    // a name before it. Where the noun begins; 0: nowhere.
    std::size_t describing(std::size_t at, const Found& phrase) const {
        const bool asks =
            tokens_.empty() || tokens_.back().type == Lexer::Q_WHICH || tokens_.back().type == Lexer::Q_HOW_MANY;
        if (!asks || phrase.kind != ast::PhraseKind::name || phrase.words < 2 || phrase.end >= words_.size()) return 0;
        const std::size_t noun = phrase.end - 1;
        if (words_[phrase.end].kind != Kind::word || match_keyword(contiguous(phrase.end), {}).words == 0) return 0;
        if (match_keyword(contiguous(phrase.end), {}).keyword->token != Lexer::Q_FOR) return 0;
        const std::vector<std::string_view> before = texts(at, noun), last = texts(noun, phrase.end);
        const PhraseMatcher::Match name = phrases_->longest(before), end = phrases_->longest(last);
        const bool fits = name.words == before.size() && name.kind == ast::PhraseKind::name && end.words == 1 &&
                          end.kind == ast::PhraseKind::noun;
        return fits ? noun : 0;
    }

    std::vector<std::string_view> texts(std::size_t first, std::size_t end) const {
        std::vector<std::string_view> out;
        for (std::size_t i = first; i < end; ++i) {
            if (words_[i].kind == Kind::word) out.emplace_back(words_[i].text);
        }
        return out;
    }

    // "which kinds of approaches …" asks for approaches, even where "kind of" is a verb of the lexicon.
    bool is_kind_of(std::size_t at, const Found& phrase) const {
        if (tokens_.empty() || phrase.end >= words_.size() || words_[phrase.end].kind != Kind::word) return false;
        const std::size_t before = tokens_.back().type;
        if (before != Lexer::Q_WHICH && before != Lexer::Q_WHAT) return false;
        if (phrase.words != 2 || lowered_[at + 1] != "of") return false;
        if (lowered_[at] != "kinds" && lowered_[at] != "types" && lowered_[at] != "kind" && lowered_[at] != "type") {
            return false;
        }
        return find_phrase(phrase.end).kind == ast::PhraseKind::noun;
    }

    void push(std::size_t type, std::size_t first, std::size_t end, ast::PhraseKind kind = ast::PhraseKind::unknown) {
        const SourceSpan span{words_[first].span.begin, words_[end - 1].span.end};
        const bool quoted = words_[first].kind == Kind::quoted;
        std::string text = quoted ? words_[first].text : std::string(slice(span));
        tokens_.push_back({type, {kind, std::move(text), span, quoted}, 0});
    }

    void push_unknown(std::size_t at) {
        const bool continues = at > 0 && !tokens_.empty() && tokens_.back().type == Lexer::Q_UNKNOWN &&
                               tokens_.back().phrase.span.end == words_[at - 1].span.end;
        if (!continues) return push(Lexer::Q_UNKNOWN, at, at + 1);
        ast::Phrase& phrase = tokens_.back().phrase;
        phrase.span.end = words_[at].span.end;
        phrase.text = slice(phrase.span);
    }

    std::string_view slice(SourceSpan span) const {
        return question_.substr(span.begin - offset_, span.end - span.begin);
    }

    const Words& words_;
    std::string_view question_;
    std::uint32_t offset_;
    const PhraseMatcher* phrases_;
    std::vector<std::string> lowered_;
    std::vector<QuestionToken> tokens_;
    bool compares_ = false;
};

}  // namespace

std::vector<QuestionToken> group_phrases(const std::vector<QuestionWord>& words, std::string_view question,
                                         std::uint32_t offset_of_question, const PhraseMatcher* phrases) {
    return Grouping(words, question, offset_of_question, phrases).run();
}

}  // namespace confer::engine::syntax
