// question_words: runs the lexer in mode QUESTION and turns code points back into bytes.
#include "ConferLexer.h"
#include "base/text_position.h"
#include "syntax/question_words_internal.h"

namespace confer::engine::syntax {

namespace {

using Lexer = grammar::ConferLexer;

// Byte offset of each code point, and of the end.
std::vector<std::uint32_t> code_point_offsets(std::string_view text) {
    std::vector<std::uint32_t> offsets;
    offsets.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) {
        offsets.push_back(static_cast<std::uint32_t>(at));
    }
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
    return offsets;
}

QuestionWord::Kind kind_of(std::size_t token_type) {
    switch (token_type) {
        case Lexer::Q_QUOTED:
            return QuestionWord::Kind::quoted;
        case Lexer::Q_COMMA:
            return QuestionWord::Kind::comma;
        case Lexer::Q_OPEN:
            return QuestionWord::Kind::open;
        case Lexer::Q_CLOSE:
            return QuestionWord::Kind::close;
        case Lexer::Q_END:
            return QuestionWord::Kind::end;
        default:
            return QuestionWord::Kind::word;
    }
}

// The text between quotation marks, which may be of more than one byte each.
std::string_view inside_quotes(std::string_view quoted) {
    std::size_t begin = 0;
    next_code_point(quoted, begin);
    std::size_t end = quoted.size() - 1;
    while (end > begin && (static_cast<unsigned char>(quoted[end]) & 0xC0U) == 0x80U) --end;
    return quoted.substr(begin, end - begin);
}

}  // namespace

Result<std::vector<QuestionWord>> question_words(std::string_view text, std::uint32_t offset_of_question) {
    antlr4::ANTLRInputStream input{std::string(text)};
    Lexer lexer(&input);
    lexer.removeErrorListeners();
    lexer.setMode(Lexer::QUESTION);
    const std::vector<std::uint32_t> offsets = code_point_offsets(text);

    std::vector<QuestionWord> words;
    for (auto token = lexer.nextToken(); token->getType() != antlr4::Token::EOF; token = lexer.nextToken()) {
        const std::uint32_t begin = offsets[token->getStartIndex()], end = offsets[token->getStopIndex() + 1];
        const std::string_view written = text.substr(begin, end - begin);
        const SourceSpan span{offset_of_question + begin, offset_of_question + end};
        if (token->getType() == Lexer::Q_OTHER && (written == "\"" || written == "`" || written == "\u201C")) {
            return Error{.code = ErrorCode::syntax,
                         .message = "the quotation mark is never closed",
                         .span = span,
                         .hints = {"close it with another one, or leave it out: names need no quotation marks"}};
        }
        const QuestionWord::Kind kind = kind_of(token->getType());
        const std::string_view inside = kind == QuestionWord::Kind::quoted ? inside_quotes(written) : written;
        words.push_back({kind, std::string(inside), span});
    }
    return words;
}

}  // namespace confer::engine::syntax
