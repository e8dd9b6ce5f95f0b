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
    constexpr std::array comparing{Lexer::Q_SIMILARITIES, Lexer::Q_CONTRASTS, Lexer::Q_COMPARE,     Lexer::Q_VERSUS,
                                   Lexer::Q_DIFFERENCES,  Lexer::Q_HOW,       Lexer::Q_HOW_SIMILAR, Lexer::Q_SIMILARITY,
                                   Lexer::Q_LIKE,         Lexer::Q_ALIKE};
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
        if (keyword.words == 1 && names_source(at)) keyword = {};
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
        if (keyword.words > 0 && groups_by(at)) {
            push(Lexer::Q_EACH, at, at + keyword.words);
            return at + keyword.words;
        }
        if (keyword.words > 0) {
            if (!leads_to_verb(at) && says_something(keyword.keyword->token, at + keyword.words))
                push(keyword.keyword->token, at, at + keyword.words);
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

    // "techniques to treat insomnia": as "that treat".
    bool leads_to_verb(std::size_t at) const {
        return lowered_[at] == "to" && find_phrase(at + 1).kind == ast::PhraseKind::verb;
    }

    // "how many approaches by family", "list approaches by family": for each of them; but not "by Rogers".
    bool groups_by(std::size_t at) const {
        if (lowered_[at] != "by" || tokens_.size() != 2 || !is_noun(tokens_.back().phrase.kind)) return false;
        if (tokens_.front().type != Lexer::Q_HOW_MANY && tokens_.front().type != Lexer::Q_LIST) return false;
        const Found noun = find_phrase(after_fillers(at + 1));
        const auto rest = std::span(words_).subspan(std::min(noun.end, words_.size()));
        return noun.words > 0 && is_noun(noun.kind) &&
               std::ranges::all_of(rest, [](const QuestionWord& word) { return word.kind == Kind::end; });
    }

    // ---- small words that say something in some places only
    bool says_something(std::size_t token, std::size_t next) const {
        if (token == Lexer::Q_EVERY) return says_every(next);
        if (token == Lexer::Q_HAVE) return says_have(next);
        if (token == Lexer::Q_ARE) return says_are(next);
        return token != QuestionKeyword::dropped;
    }

    // "every humanistic approach", but not "ACT and DBT all use …".
    bool says_every(std::size_t next) const {
        next = after_fillers(next);
        const Found phrase = find_phrase(next);
        if (phrase.words == 0) return false;
        // "treat every anxiety disorder": of a name it can't be said, and isn't to be left out.
        if (is_name(phrase.kind) && !tokens_.empty() && tokens_.back().type == Lexer::Q_VERB) return true;
        return is_noun(phrase.kind) || (is_name(phrase.kind) && is_noun(find_phrase(phrase.end).kind));
    }

    // "have at least 3 techniques", "that CBT has", "have mindfulness and homework"; but not "have techniques in
    // common", "has been developed", "what has DBT adopted".
    bool says_have(std::size_t next) const {
        if (tokens_.empty() || is_said_later({Lexer::Q_IN_COMMON}, next)) return false;
        next = after_fillers(next);
        const std::size_t token = token_at(next);
        constexpr std::array amounts{Lexer::Q_MOST,    Lexer::Q_FEWEST,    Lexer::Q_AT_LEAST,
                                     Lexer::Q_AT_MOST, Lexer::Q_MORE_THAN, Lexer::Q_FEWER_THAN,
                                     Lexer::Q_EXACTLY, Lexer::Q_BETWEEN,   Lexer::Q_NUMBER};
        if (std::ranges::find(amounts, token) != amounts.end()) return true;
        if (asks_last()) return false;
        if (token == Lexer::Q_NOT) return is_thing(find_phrase(after_fillers(next + 1)).kind);
        return ends_clause(next) || token == Lexer::Q_THAT || is_thing(find_phrase(next).kind);
    }

    // "which approaches are humanistic", but not "what is mindfulness", "which family is ACT in".
    bool says_are(std::size_t next) const {
        if (tokens_.empty() || asks_last()) return false;
        constexpr std::array before{Lexer::Q_NOUN,  Lexer::Q_NAME,  Lexer::Q_NOUN_OR_NAME, Lexer::Q_THAT,
                                    Lexer::Q_WHICH, Lexer::Q_WHO,   Lexer::Q_AND,          Lexer::Q_OR,
                                    Lexer::Q_BUT,   Lexer::Q_COMMA, Lexer::Q_DECADE,       Lexer::Q_NUMBER,
                                    Lexer::Q_CLOSE, Lexer::Q_VERB};
        if (std::ranges::find(before, tokens_.back().type) == before.end()) return false;
        next = after_fillers(next);
        const bool denied = token_at(next) == Lexer::Q_NOT;  // "are neither humanistic nor psychodynamic"
        const Found phrase = find_phrase(denied ? after_fillers(next + 1) : next);
        return is_name(phrase.kind) && ends_clause(phrase.end);
    }

    // The last token asks: "what", and "which" and "who" but where they stand for "that".
    bool asks_last() const {
        constexpr std::array asking{Lexer::Q_WHAT, Lexer::Q_WHERE, Lexer::Q_WHEN,
                                    Lexer::Q_WHY,  Lexer::Q_HOW,   Lexer::Q_WHETHER};
        const std::size_t last = tokens_.back().type;
        const bool relative = tokens_.size() > 1;
        return std::ranges::find(asking, last) != asking.end() ||
               ((last == Lexer::Q_WHICH || last == Lexer::Q_WHO) && !relative);
    }

    bool ends_clause(std::size_t at) const {
        if (at >= words_.size() || (words_[at].kind != Kind::word && words_[at].kind != Kind::quoted)) return true;
        constexpr std::array joining{Lexer::Q_AND, Lexer::Q_OR, Lexer::Q_BUT, Lexer::Q_OR_BOTH};
        return std::ranges::find(joining, token_at(at)) != joining.end();
    }

    bool is_said_later(std::initializer_list<std::size_t> tokens, std::size_t from) const {
        for (std::size_t at = from; at < words_.size(); ++at) {
            if (std::ranges::find(tokens, token_at(at)) != tokens.end()) return true;
        }
        return false;
    }

    // Of the keyword or number at a word, where no longer phrase covers it; 0: something else is there.
    std::size_t token_at(std::size_t at) const {
        if (at >= words_.size() || words_[at].kind != Kind::word) return 0;
        const KeywordMatch keyword = match_keyword(contiguous(at), {});
        if (keyword.words == 0) return number_of(lowered_[at]) >= 0 ? static_cast<std::size_t>(Lexer::Q_NUMBER) : 0;
        return find_phrase(at).words > keyword.words ? 0 : keyword.keyword->token;
    }

    std::size_t after_fillers(std::size_t at) const {
        while (at < words_.size() && words_[at].kind == Kind::word) {
            const KeywordMatch keyword = match_keyword(contiguous(at), {});
            if (keyword.words == 0 || keyword.keyword->token != QuestionKeyword::dropped) break;
            if (find_phrase(at).words > keyword.words) break;
            at += keyword.words;
        }
        return at;
    }

    static bool is_noun(ast::PhraseKind kind) {
        return kind == ast::PhraseKind::noun || kind == ast::PhraseKind::noun_or_name;
    }
    static bool is_name(ast::PhraseKind kind) {
        return kind == ast::PhraseKind::name || kind == ast::PhraseKind::noun_or_name;
    }
    static bool is_thing(ast::PhraseKind kind) { return is_noun(kind) || is_name(kind); }

    // "according to WHO"
    bool names_source(std::size_t at) const {
        if (tokens_.empty() || tokens_.back().type != Lexer::Q_ACCORDING_TO) return false;
        const std::string& word = words_[at].text;
        return word.size() > 1 && std::ranges::all_of(word, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
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
        if (phrases_ == nullptr || at >= words_.size()) return {};
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
            if (ends_in_article(last) && match.words > 1) {  // "is DBT a kind of CBT" says nothing of "DBT-A"
                run.resize(match.words - 1);
                if (phrases_->longest(run).words == run.size()) continue;
                run.emplace_back(words_[last].text);
            }
            // What is in quotation marks is a name of its own, but in a verb: "listed as `unsupported` for".
            const bool whole = match.kind == ast::PhraseKind::verb || !has_quoted(at, last);
            const auto end = balanced_end(at, last);
            if (whole && end) return {match.words, *end, match.kind};
            run.resize(match.words - 1);
        }
        return {};
    }

    bool ends_in_article(std::size_t at) const {
        const std::string& word = words_[at].text;
        return words_[at].kind == Kind::word && (word == "a" || word == "an" || word == "the");
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
