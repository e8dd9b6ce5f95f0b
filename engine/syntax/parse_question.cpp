// parse_question: the words of a question, grouped into phrases, through the grammar to the AST.
#include "ConferLexer.h"
#include "ConferParser.h"
#include "syntax/parse_question_internal.h"

namespace confer::engine::syntax {

Result<ast::Question> parse_question(std::string_view text, std::uint32_t offset_of_question, const PhraseMatcher*) {
    const SourceSpan span{offset_of_question, offset_of_question + static_cast<std::uint32_t>(text.size())};
    return Error{.code = ErrorCode::unknown_question, .message = "this is no question that Confer knows", .span = span};
}

}  // namespace confer::engine::syntax
