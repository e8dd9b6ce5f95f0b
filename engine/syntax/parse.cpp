// parse: settles whether a statement is a pattern or a question and hands it on.
#include "syntax/parse.h"

#include "syntax/parse_question_internal.h"

namespace confer::engine::syntax {

Result<ast::Statement> parse(std::string_view text, const PhraseMatcher* phrases) {
    CONFER_TRY(ast::Question question, parse_question(text, 0, phrases));
    ast::Statement statement;
    statement.span = {0, static_cast<std::uint32_t>(text.size())};
    statement.body = std::move(question);
    return statement;
}

}  // namespace confer::engine::syntax
