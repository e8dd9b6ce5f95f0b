// parse_question: words -> phrases -> parse tree -> AST; and, where that fails, what would have fitted.
// Test: tests/suites/questions/parse_test.cpp.
#include "syntax/parse_question_internal.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "ConferLexer.h"
#include "base/suggest.h"
#include "syntax/name_guess.h"
#include "syntax/question_introduction_internal.h"
#include "syntax/question_keywords_internal.h"
#include "syntax/question_outlook.h"
#include "syntax/question_viability_internal.h"
#include "syntax/to_ast_question_internal.h"

namespace confer::engine::syntax {

namespace {

using Lexer = grammar::ConferLexer;
using Parser = grammar::ConferParser;
using Tokens = std::vector<QuestionToken>;

// Beyond these nobody asks in words, and reading takes long.
constexpr std::size_t most_words = 2000;
constexpr unsigned deepest_nesting = 64;

std::vector<std::size_t> types_of(const Tokens& tokens) {
    std::vector<std::size_t> types;
    for (const QuestionToken& token : tokens) types.push_back(token.type);
    return types;
}

// Parentheses balance, and neither they nor clauses are nested too deep.
Result<void> check_nesting(const Tokens& tokens) {
    std::vector<SourceSpan> open;
    unsigned clauses = 0;
    for (const QuestionToken& token : tokens) {
        const bool opens_clause =
            token.type == Lexer::Q_THAT || token.type == Lexer::Q_WHICH || token.type == Lexer::Q_WHO;
        if (opens_clause && ++clauses > deepest_nesting) {
            return Error{
                .code = ErrorCode::nesting_too_deep,
                .message = "a question may have " + std::to_string(deepest_nesting) + " clauses with `that`, not more",
                .span = token.phrase.span};
        }
        if (token.type == Lexer::Q_OPEN) open.push_back(token.phrase.span);
        if (token.type == Lexer::Q_CLOSE) {
            if (open.empty()) {
                return Error{.code = ErrorCode::syntax,
                             .message = "`)` closes a parenthesis that was never opened",
                             .span = token.phrase.span,
                             .hints = {"leave it out, or open one before it"}};
            }
            open.pop_back();
        }
        if (open.size() > deepest_nesting) {
            return Error{.code = ErrorCode::nesting_too_deep,
                         .message = "parentheses in a question may be nested " + std::to_string(deepest_nesting) +
                                    " levels deep, not more",
                         .span = token.phrase.span};
        }
    }
    if (open.empty()) return {};
    return Error{.code = ErrorCode::syntax,
                 .message = "`(` is never closed",
                 .span = open.back(),
                 .hints = {"close it with `)`"}};
}

// The parse tree lives as long as its parser.
class Reading {
public:
    explicit Reading(const Tokens& tokens)
        : source_(as_antlr(tokens)), stream_(&source_), parser_(&stream_), tree_(nullptr) {
        parser_.removeErrorListeners();
        parser_.setErrorHandler(std::make_shared<antlr4::BailErrorStrategy>());
        for (const auto mode : {antlr4::atn::PredictionMode::SLL, antlr4::atn::PredictionMode::LL}) {
            parser_.reset();
            parser_.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(mode);
            try {
                tree_ = parser_.question();
                return;
            } catch (const antlr4::ParseCancellationException&) {
                tree_ = nullptr;
            }
        }
    }

    Parser::QuestionContext* tree() { return tree_; }

private:
    static std::vector<std::unique_ptr<antlr4::Token>> as_antlr(const Tokens& tokens) {
        std::vector<std::unique_ptr<antlr4::Token>> out;
        for (const QuestionToken& token : tokens) {
            out.push_back(std::make_unique<antlr4::CommonToken>(token.type, token.phrase.text));
        }
        return out;
    }

    antlr4::ListTokenSource source_;
    antlr4::CommonTokenStream stream_;
    Parser parser_;
    Parser::QuestionContext* tree_;
};

Topic topic_of(std::size_t form) {
    switch (form) {
        case Parser::RuleCompared:
        case Parser::RuleCompareQuestion:
        case Parser::RuleLikeQuestion:
        case Parser::RuleSubjects:
        case Parser::RuleIntegrated:
        case Parser::RuleAssimilateQuestion:
            return Topic::composed;
        case Parser::RuleLineageQuestion:
            return Topic::descended;
        default:
            return Topic::anything;
    }
}

// What the words before say of a place where the grammar alone allows more: "select techniques for …", "… from at
// least 3 …".
void narrow(QuestionOutlook& outlook, const Tokens& tokens) {
    const auto integrates = [](const QuestionToken& token) {
        return token.type == Lexer::Q_SELECT || token.type == Lexer::Q_ASSIMILATE;
    };
    const auto turns = [](const QuestionToken& token) {
        return token.type == Lexer::Q_FOR || token.type == Lexer::Q_FROM || token.type == Lexer::Q_INTO;
    };
    if (std::none_of(tokens.begin(), tokens.end(), integrates)) return;
    const auto last = std::find_if(tokens.rbegin(), tokens.rend(), turns);
    if (last == tokens.rend()) return;
    if (last->type == Lexer::Q_FOR && outlook.topic == Topic::composed) outlook.topic = Topic::purpose;
    outlook.group = last->type == Lexer::Q_FROM && std::exchange(outlook.component, false);
}

QuestionOutlook outlook_of(const Viability& viability) {
    QuestionOutlook out;
    out.complete = viability.complete;
    for (const auto& [token, rule, caller] : viability.expected) {
        if (token == Lexer::Q_NOUN && rule == Parser::RuleSelection) out.thing = true;
        if (token == Lexer::Q_NOUN && rule == Parser::RuleComponent) out.component = true;
        if (token == Lexer::Q_NAME && rule == Parser::RuleTopic) {
            if (caller == Parser::RuleActor)
                out.actor = true;
            else
                out.topic =
                    out.topic == Topic::none || out.topic == topic_of(caller) ? topic_of(caller) : Topic::anything;
        }
        if (token == Lexer::Q_NOUN && rule == Parser::RuleThing) out.component = true;
        if (token == Lexer::Q_NAME && rule == Parser::RuleSourceName) out.source = true;
        if (token == Lexer::Q_NAME && rule == Parser::RuleOperand) out.object = true;
        if (token == Lexer::Q_VERB) out.verb = true;
        if (token == Lexer::Q_NUMBER) out.number = true;
        // Understood, but worth nobody's while to be offered.
        constexpr std::array unoffered{Lexer::Q_CORE,  Lexer::Q_OTHER, Lexer::Q_PEOPLE_WITH, Lexer::Q_CONTRASTS,
                                       Lexer::Q_HAVE,  Lexer::Q_ARE,   Lexer::Q_OR_BOTH,     Lexer::Q_TOP,
                                       Lexer::Q_PAIRS, Lexer::Q_MOST,  Lexer::Q_SHARE_EACH};
        if (std::ranges::find(unoffered, token) != unoffered.end()) continue;
        const std::string_view spelling = spelling_of(token);
        if (spelling.empty()) continue;
        if (std::find(out.keywords.begin(), out.keywords.end(), spelling) == out.keywords.end()) {
            out.keywords.emplace_back(spelling);
        }
    }
    return out;
}

// Without the small words that may come nearly anywhere, unless nothing else may.
std::vector<std::string> telling_keywords(const QuestionOutlook& outlook) {
    constexpr std::array<std::string_view, 34> small{"before",
                                                     "after",
                                                     "since",
                                                     "until",
                                                     "between",
                                                     "other than",
                                                     "evidence-based",
                                                     "of",
                                                     "in",
                                                     "for",
                                                     "from",
                                                     "into",
                                                     "according to",
                                                     "without weak sources",
                                                     "fewer than",
                                                     "more than",
                                                     "backed by",
                                                     "good for",
                                                     "unique to",
                                                     "evidence",
                                                     "someone",
                                                     "nobody",
                                                     "which",
                                                     "who",
                                                     "that",
                                                     "without",
                                                     "what are the sources",
                                                     "at most",
                                                     "any of",
                                                     "none of",
                                                     "components",
                                                     "or fewer",
                                                     "or more",
                                                     "fewest"};
    std::vector<std::string> out = outlook.keywords;
    std::erase_if(out, [&](const std::string& keyword) { return std::ranges::find(small, keyword) != small.end(); });
    return out.empty() ? outlook.keywords : out;
}

std::string what_may_come(const QuestionOutlook& outlook) {
    std::vector<std::string> kinds;
    if (outlook.thing || outlook.component) kinds.emplace_back("a noun");
    if (outlook.verb) kinds.emplace_back("a verb");
    if (outlook.topic != Topic::none || outlook.object || outlook.actor || outlook.source) kinds.emplace_back("a name");
    if (outlook.number) kinds.emplace_back("a number");
    constexpr std::size_t few = 6;
    const std::vector<std::string> keywords = telling_keywords(outlook);
    if (keywords.size() <= few) {
        for (const std::string& keyword : keywords) kinds.push_back("`" + keyword + "`");
    }
    std::string out;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        out += i == 0 ? "" : i + 1 == kinds.size() ? " or " : ", ";
        out += kinds[i];
    }
    return out;
}

std::vector<std::string> how_to_ask(const PhraseMatcher* phrases) {
    std::vector<std::string> hints = phrases == nullptr ? std::vector<std::string>{} : phrases->examples();
    if (hints.empty())
        return {
            "questions begin with `which`, `what`, `who`, `where`, `how`, `why`, `list`, `describe`, `compare`, "
            "`lineage of`, `common factors of`, `select`, `assimilate` or `integrate`"};
    for (std::string& example : hints) example = "ask for example: `" + example + "`";
    return hints;
}

Error unknown_beginning(const QuestionToken& first, const PhraseMatcher* phrases) {
    const std::string word = first.phrase.text.substr(0, first.phrase.text.find(' '));
    const SourceSpan span{first.phrase.span.begin, first.phrase.span.begin + static_cast<std::uint32_t>(word.size())};
    Error error{.code = ErrorCode::unknown_question,
                .message = "no question that Confer knows begins with `" + word + "`",
                .span = span,
                .hints = how_to_ask(phrases)};
    const std::vector<std::string> openings{"which",      "what",      "who",        "where",   "how",    "how many",
                                            "list",       "describe",  "lineage of", "compare", "why",    "select",
                                            "assimilate", "integrate", "common",     "MATCH",   "RETURN", "UNWIND"};
    const std::vector<std::string> near = nearest_names(word, openings);
    if (!near.empty()) error.hints = {did_you_mean(near)};
    return error;
}

Error unknown_words(const ast::Phrase& words, std::string_view text, std::uint32_t text_begin,
                    const PhraseMatcher* phrases) {
    const NameGuess guess = guess_name(text, text_begin, words.span, true, [&](std::string_view name) {
        return phrases == nullptr ? std::vector<std::string>{} : phrases->nearest(name);
    });
    const std::string_view written = text.substr(guess.span.begin - text_begin, guess.span.end - guess.span.begin);
    Error error{.code = ErrorCode::unknown_name,
                .message = "nothing here is called `" + std::string(written) + "`",
                .span = guess.span,
                .hints = how_to_ask(phrases)};
    if (!guess.near.empty()) {
        error.hints = {did_you_mean(guess.near)};
        return error;
    }
    constexpr std::size_t few = 4;
    if (error.hints.size() > few) error.hints.resize(few);
    error.code = ErrorCode::unknown_question;
    error.message = "`" + words.text + "` isn't known here, so the question can't be read";
    return error;
}

// Questions about what the question names.
std::vector<std::string> about_the_names(const Tokens& tokens, const PhraseMatcher* phrases) {
    std::vector<std::string> names;
    for (const QuestionToken& token : tokens) {
        if (token.type == Lexer::Q_NAME) names.push_back(token.phrase.text);
    }
    std::vector<std::string> hints = phrases == nullptr ? std::vector<std::string>{} : phrases->examples_about(names);
    for (std::string& example : hints) example = "what can be asked is `" + example + "`";
    return hints;
}

// Else, the first words of the examples, of those that set side by side and those that say what sources say.
std::vector<std::string> instead_of_judging(const Tokens& tokens, const PhraseMatcher* phrases) {
    std::vector<std::string> hints = about_the_names(tokens, phrases);
    if (!hints.empty()) return hints;
    constexpr std::array<std::string_view, 4> helpful{"which ", "compare ", "how similar ", "why "};
    const std::vector<std::string> examples = phrases == nullptr ? std::vector<std::string>{} : phrases->examples();
    for (const std::string_view opening : helpful) {
        const auto found = std::find_if(examples.begin(), examples.end(),
                                        [&](const std::string& example) { return example.starts_with(opening); });
        if (found != examples.end()) hints.push_back("ask for example: `" + *found + "`");
    }
    return hints.empty() ? how_to_ask(phrases) : hints;
}

Error judgement(const ast::Phrase& word, const Tokens& tokens, const PhraseMatcher* phrases) {
    return Error{.code = ErrorCode::unknown_question,
                 .message = "`" + word.text +
                            "` asks for a judgement: Confer describes what sources say, and neither "
                            "ranks nor recommends",
                 .span = word.span,
                 .hints = instead_of_judging(tokens, phrases)};
}

// "… and is it connected with …?": each question stands alone.
bool refers_back(const ast::Phrase& word) {
    constexpr std::array<std::string_view, 7> pronouns{"it", "its", "they", "their", "he", "she", "this"};
    const std::string_view first = std::string_view(word.text).substr(0, word.text.find(' '));
    return std::find(pronouns.begin(), pronouns.end(), first) != pronouns.end();
}

Error unfollowed(const ast::Phrase& word, const Tokens& tokens, const PhraseMatcher* phrases) {
    Error error{.code = ErrorCode::unknown_question,
                .message = "`" + word.text + "` stands for something that was named before, which a question can't",
                .span = word.span,
                .hints = {"ask one thing at a time, and name it again"}};
    for (std::string& hint : about_the_names(tokens, phrases)) error.hints.push_back(std::move(hint));
    return error;
}

// A question with the name in place of the pronoun, and what stood before it: "where was Morita therapy developed" and
// "is Morita therapy connected with Naikan".
std::optional<std::pair<std::string, std::string>> taken_apart(const Tokens& tokens, const ast::Phrase& pronoun,
                                                               std::string_view text, std::uint32_t text_begin) {
    const QuestionToken* name = nullptr;
    const QuestionToken* last_and = nullptr;
    for (const QuestionToken& token : tokens) {
        if (token.phrase.span.begin >= pronoun.span.begin) break;
        if (token.type == Lexer::Q_NAME && name != nullptr) return std::nullopt;
        if (token.type == Lexer::Q_NAME) name = &token;
        if (token.type == Lexer::Q_AND) last_and = &token;
    }
    if (name == nullptr || last_and == nullptr || last_and->phrase.span.begin < name->phrase.span.end)
        return std::nullopt;
    const auto slice = [&](std::uint32_t from, std::size_t to) {
        std::string out(text.substr(from - text_begin, to - from));
        const std::size_t first = out.find_first_not_of(" ,"), last = out.find_last_not_of(" ,?.!");
        return first == std::string::npos ? std::string{} : out.substr(first, last + 1 - first);
    };
    const std::size_t length =
        pronoun.text.find(' ') == std::string::npos ? pronoun.text.size() : pronoun.text.find(' ');
    const std::uint32_t after = pronoun.span.begin + static_cast<std::uint32_t>(length);
    return std::pair(slice(text_begin, last_and->phrase.span.begin),
                     slice(last_and->phrase.span.end, pronoun.span.begin) + " " + name->phrase.text + " " +
                         slice(after, text_begin + text.size()));
}

// Why the tokens are no question.
Error misfit(const Tokens& tokens, std::string_view text, SourceSpan question, const PhraseMatcher* phrases) {
    const auto judges = [](const QuestionToken& token) {
        return token.type == Lexer::Q_JUDGEMENT || token.type == Lexer::Q_TOP;
    };
    if (const auto found = std::find_if(tokens.begin(), tokens.end(), judges); found != tokens.end())
        return judgement(found->phrase, tokens, phrases);
    const Viability viability = question_viability(types_of(tokens));
    // A question may begin with an unknown word where it stands for a noun, but then it isn't what is wrong with it.
    if (viability.viable == 0 || tokens.front().type == Lexer::Q_UNKNOWN)
        return unknown_beginning(tokens.front(), phrases);

    // An unknown word may have been taken for something that it isn't; then it is the fault, not what follows.
    const std::size_t stop = std::min(viability.viable, tokens.size() - 1);
    const auto unknown = std::find_if(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(stop) + 1,
                                      [](const QuestionToken& token) { return token.type == Lexer::Q_UNKNOWN; });
    const std::string expected = what_may_come(outlook_of(viability));
    const std::vector<std::string> hints =
        expected.empty() ? how_to_ask(phrases) : std::vector<std::string>{"here could come " + expected};
    if (unknown != tokens.begin() + static_cast<std::ptrdiff_t>(stop) + 1) {
        if (refers_back(unknown->phrase)) {
            Error error = unfollowed(unknown->phrase, tokens, phrases);
            if (const auto apart = taken_apart(tokens, unknown->phrase, text, question.begin)) {
                error.hints = {"ask one thing at a time: `" + apart->first + "?`, then `" + apart->second + "?`"};
            }
            return error;
        }
        Error error = unknown_words(unknown->phrase, text, question.begin, phrases);
        const std::vector<std::string> about = about_the_names(tokens, phrases);
        if (error.code == ErrorCode::unknown_question && !about.empty()) error.hints = about;
        return error;
    }
    if (viability.viable < tokens.size()) {
        const ast::Phrase& phrase = tokens[viability.viable].phrase;
        return Error{.code = ErrorCode::unknown_question,
                     .message = "`" + phrase.text + "` doesn't fit here",
                     .span = phrase.span,
                     .hints = hints};
    }
    return Error{.code = ErrorCode::unknown_question,
                 .message = "the question breaks off after `" + tokens.back().phrase.text + "`",
                 .span = SourceSpan{question.end, question.end},
                 .hints = hints};
}

}  // namespace

Result<ast::Question> parse_question(std::string_view text, std::uint32_t offset_of_question,
                                     const PhraseMatcher* phrases) {
    CONFER_TRY(std::vector<QuestionWord> words, question_words(text, offset_of_question));
    const bool one_quotation = !words.empty() && words.front().kind == QuestionWord::Kind::quoted &&
                               std::all_of(words.begin() + 1, words.end(), [](const QuestionWord& word) {
                                   return word.kind == QuestionWord::Kind::end;
                               });
    if (one_quotation && words.front().text.find(' ') != std::string::npos) {  // the whole question
        const std::size_t inside = text.find(words.front().text);
        CONFER_TRY(words, question_words(text.substr(inside, words.front().text.size()),
                                         offset_of_question + static_cast<std::uint32_t>(inside)));
    }
    const SourceSpan whole{words.empty() ? offset_of_question : words.front().span.begin,
                           words.empty() ? offset_of_question : words.back().span.end};
    if (words.size() > most_words) {
        return Error{.code = ErrorCode::statement_too_large,
                     .message = "a question may have " + std::to_string(most_words) + " words, not more",
                     .span = whole};
    }
    const std::optional<Introduced> introduced = introduction(words);
    const std::vector<QuestionWord> asked(
        words.begin() + static_cast<std::ptrdiff_t>(introduced ? introduced->begin : 0), words.end());
    Tokens tokens = group_phrases(asked, text, offset_of_question, phrases);
    while (!tokens.empty() && tokens.back().type == Lexer::Q_COMMA) tokens.pop_back();
    std::string set_aside, taken;
    if (introduced) {
        const std::vector<QuestionWord> before(words.begin(),
                                               words.begin() + static_cast<std::ptrdiff_t>(introduced->mark));
        const Tokens introducing = group_phrases(before, text, offset_of_question, phrases);
        taken = take_up(tokens, asked, introducing);
        set_aside = text.substr(whole.begin - offset_of_question, before.back().span.end - whole.begin);
    }
    if (tokens.empty()) {
        return Error{.code = ErrorCode::unknown_question,
                     .message = "there is no question here",
                     .span = whole,
                     .hints = how_to_ask(phrases)};
    }
    CONFER_CHECK(check_nesting(tokens));
    Reading reading(tokens);
    const std::string_view written = text.substr(whole.begin - offset_of_question, whole.end - whole.begin);
    const bool begins_unknown = tokens.front().type == Lexer::Q_UNKNOWN;
    if (reading.tree() == nullptr || begins_unknown) return misfit(tokens, written, whole, phrases);
    ast::Question question = QuestionAst(tokens).question(*reading.tree());
    question.span = whole;
    question.text = written;
    if (!taken.empty()) {
        question.notices.push_back("Of what stands before the question only this was taken up: " + taken + ".");
    } else if (!set_aside.empty()) {
        question.notices.push_back("What stands before the question was left out: `" + set_aside + "`.");
    }
    return question;
}

QuestionOutlook question_outlook(std::string_view begun, const PhraseMatcher* phrases) {
    QuestionOutlook nothing;
    nothing.fits = false;
    const auto words = question_words(begun, 0);
    if (!words.has_value() || words.value().size() > most_words) return nothing;
    const Tokens tokens = group_phrases(words.value(), begun, 0, phrases);
    const Viability viability = question_viability(types_of(tokens));
    QuestionOutlook out = outlook_of(viability);
    narrow(out, tokens);
    out.fits = viability.viable == tokens.size() && (tokens.empty() || tokens.front().type != Lexer::Q_UNKNOWN);
    for (const QuestionToken& token : tokens) {
        if (token.phrase.kind != ast::PhraseKind::unknown) out.phrases.push_back(token.phrase);
    }
    return out;
}

}  // namespace confer::engine::syntax
