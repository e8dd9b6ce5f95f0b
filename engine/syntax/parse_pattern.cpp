// parse_pattern: ANTLR's lexer and parser are driven here, and stopped when there is no time left. The fast prediction
// mode (SLL) is tried first; what it can't read is read again in full, which either succeeds or finds the first word
// that doesn't fit.
#include "syntax/parse_pattern_internal.h"

#include "syntax/syntax_error_internal.h"
#include "syntax/to_ast_internal.h"

namespace confer::engine::syntax {
namespace {

struct Stopped {  // thrown through the generated parser, and no further
    std::size_t at;
};

struct OutOfTime {  // likewise
    Error error;
};

class Scanner final : public grammar::ConferLexer {
public:
    Scanner(antlr4::CharStream* input, const RunLimits* limits) : ConferLexer(input), patience_(limits) {}
    std::unique_ptr<antlr4::Token> nextToken() override {
        if (std::optional<Error> error = patience_.step()) throw OutOfTime{*std::move(error)};
        return ConferLexer::nextToken();
    }

private:
    Patience patience_;
};

// The parser passes over each token, also when it looks ahead.
class Tokens final : public antlr4::CommonTokenStream {
public:
    Tokens(Lexer* lexer, const RunLimits* limits) : CommonTokenStream(lexer), patience_(limits) {}
    void consume() override {
        if (std::optional<Error> error = patience_.step()) throw OutOfTime{*std::move(error)};
        CommonTokenStream::consume();
    }

private:
    Patience patience_;
};

// Gives up at the first error.
class StopAtFirst final : public antlr4::DefaultErrorStrategy {
public:
    void reportError(antlr4::Parser*, const antlr4::RecognitionException&) override {}
    void sync(antlr4::Parser*) override {}
    void recover(antlr4::Parser* parser, std::exception_ptr failure) override {
        try {
            std::rethrow_exception(failure);
        } catch (const antlr4::RecognitionException& error) {
            const antlr4::Token* token = error.getOffendingToken();
            throw Stopped{(token == nullptr ? parser->getCurrentToken() : token)->getTokenIndex()};
        }
    }
    antlr4::Token* recoverInline(antlr4::Parser* parser) override {
        throw Stopped{parser->getCurrentToken()->getTokenIndex()};
    }
};

// With more brackets open than this, the full prediction mode would take long to find what is plain to see.
constexpr std::size_t most_open_brackets = 40;

std::optional<std::size_t> run(Parser& parser, antlr4::atn::PredictionMode mode,
                               Parser::PatternStatementContext*& tree) {
    parser.reset();
    parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(mode);
    try {
        tree = parser.patternStatement();
        return std::nullopt;
    } catch (const Stopped& stopped) {
        return stopped.at;
    }
}

Result<ast::Query> read_pattern(std::string_view text, std::uint32_t offset, const RunLimits* limits) {
    antlr4::ANTLRInputStream input(text.data(), text.size());
    Scanner lexer(&input, limits);
    lexer.removeErrorListeners();
    Tokens tokens(&lexer, limits);
    tokens.fill();

    Reading reading(text, offset, limits);
    Words words(tokens, reading);
    if (std::optional<Error> error = check_nesting(words)) return *std::move(error);
    mark_drawn_nodes(words);
    mark_context_words(words);

    Parser parser(&tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(std::make_shared<StopAtFirst>());
    Parser::PatternStatementContext* tree = nullptr;
    if (run(parser, antlr4::atn::PredictionMode::SLL, tree)) {
        if (open_brackets(words) > most_open_brackets) return syntax_error(words, words.size() - 1);
        if (const std::optional<std::size_t> at = run(parser, antlr4::atn::PredictionMode::LL, tree))
            return syntax_error(words, *at);
    }
    ast::Query query = to_ast(*tree->query(), reading);
    if (reading.first_error()) return *reading.first_error();
    return query;
}

}  // namespace

Result<ast::Query> parse_pattern(std::string_view text, std::uint32_t offset, const RunLimits* limits) {
    try {
        return read_pattern(text, offset, limits);
    } catch (OutOfTime& stopped) {
        return std::move(stopped.error);
    }
}

}  // namespace confer::engine::syntax
