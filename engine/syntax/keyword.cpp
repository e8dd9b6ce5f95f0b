// keyword: read off the lexer's own vocabulary, in which the keywords stand first, from MATCH to ON.
#include "syntax/keyword_internal.h"

#include <algorithm>
#include <array>

#include "ConferLexer.h"
#include "antlr4-runtime.h"
#include "base/suggest.h"

namespace confer::engine::syntax {
namespace {

using Lexer = grammar::ConferLexer;

// The type of `word` when it is one token, else EOF.
std::size_t token_of(std::string_view word) {
    antlr4::ANTLRInputStream input(word.data(), word.size());
    Lexer lexer(&input);
    lexer.removeErrorListeners();
    const std::unique_ptr<antlr4::Token> token = lexer.nextToken();
    return lexer.nextToken()->getType() == antlr4::Token::EOF ? token->getType() : antlr4::Token::EOF;
}

}  // namespace

std::string upper_case(std::string_view ascii) {
    std::string upper(ascii);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return upper;
}

bool is_keyword(std::size_t token) {
    return token >= Lexer::MATCH && token <= Lexer::ON;
}

bool is_reserved(std::size_t token) {
    constexpr std::array also_names{Lexer::COUNT,      Lexer::ANY,    Lexer::NONE,   Lexer::SINGLE, Lexer::REDUCE,
                                    Lexer::CALL,       Lexer::YIELD,  Lexer::FILTER, Lexer::LET,    Lexer::FOR,
                                    Lexer::ORDINALITY, Lexer::OFFSET, Lexer::SOURCES};
    return is_keyword(token) && std::find(also_names.begin(), also_names.end(), token) == also_names.end();
}

bool is_word_of_expressions(std::size_t token) {
    return token >= Lexer::COUNT && token <= Lexer::REDUCE;
}

bool opens_clause(std::size_t token) {
    switch (token) {
        case Lexer::MATCH:
        case Lexer::OPTIONAL:
        case Lexer::WHERE:
        case Lexer::WITH:
        case Lexer::UNWIND:
        case Lexer::FILTER:
        case Lexer::LET:
        case Lexer::FOR:
        case Lexer::CALL:
        case Lexer::RETURN:
        case Lexer::ORDER:
        case Lexer::SKIP_:
        case Lexer::LIMIT:
        case Lexer::UNION:
            return true;
        default:
            return opens_update(token);
    }
}

bool opens_update(std::size_t token) {
    switch (token) {
        case Lexer::CREATE:
        case Lexer::MERGE:
        case Lexer::SET:
        case Lexer::DELETE:
        case Lexer::DETACH:
        case Lexer::REMOVE:
            return true;
        default:
            return false;
    }
}

bool is_operator(std::size_t token) {
    switch (token) {
        case Lexer::OR:
        case Lexer::XOR:
        case Lexer::AND:
        case Lexer::EQ:
        case Lexer::NE:
        case Lexer::LT:
        case Lexer::LE:
        case Lexer::GT:
        case Lexer::GE:
        case Lexer::IN:
        case Lexer::CONTAINS:
        case Lexer::MATCHES:
        case Lexer::STARTS:
        case Lexer::ENDS:
        case Lexer::IS:
        case Lexer::PLUS:
        case Lexer::MINUS:
        case Lexer::STAR:
        case Lexer::SLASH:
        case Lexer::PERCENT:
        case Lexer::CARET:
        case Lexer::DOT:
        case Lexer::LBRACKET:
        case Lexer::COLON:
        case Lexer::BAR:
        case Lexer::AMPERSAND:
            return true;
        default:
            return false;
    }
}

std::string written(std::size_t token) {
    antlr4::ANTLRInputStream nothing;
    const Lexer lexer(&nothing);
    const antlr4::dfa::Vocabulary& vocabulary = lexer.getVocabulary();
    if (is_keyword(token)) {
        std::string name = vocabulary.getSymbolicName(token);
        if (name.ends_with('_')) name.pop_back();  // NULL_, which C++ would take for a macro
        return name;
    }
    switch (token) {  // names that become words of their own
        case Lexer::SHORTEST:
            return "SHORTEST";
        case Lexer::LABELED:
            return "LABELED";
        case Lexer::COLLECT:
            return "COLLECT";
        case Lexer::GROUPS:
            return "GROUPS";
        case Lexer::SHORTEST_PATH:
            return "shortestPath";
        case Lexer::ALL_SHORTEST_PATHS:
            return "allShortestPaths";
        default:
            break;
    }
    if (token == Lexer::LPAREN || token == Lexer::PATTERN_LPAREN)
        return "(";  // signs that are also words of questions have no literal name
    if (token == Lexer::RPAREN) return ")";
    const std::string quoted = vocabulary.getLiteralName(token);  // ']' with its quotes
    return quoted.size() > 2 ? quoted.substr(1, quoted.size() - 2) : "";
}

bool is_reserved_word(std::string_view word) {
    return is_reserved(token_of(word));
}

bool is_plain_name(std::string_view word) {
    const std::size_t token = token_of(word);
    return token == Lexer::NAME || is_keyword(token);
}

std::string suggested_beginning(std::string_view word) {
    static const std::vector<std::string> beginnings{"MATCH", "OPTIONAL", "UNWIND", "WITH",    "RETURN",
                                                     "MERGE", "CREATE",   "CALL",   "EXPLAIN", "PROFILE"};
    if (word.size() < 4) return "";
    return did_you_mean(nearest_names(upper_case(word), beginnings, 1));
}

}  // namespace confer::engine::syntax
