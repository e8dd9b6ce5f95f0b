#pragma once
// unparse: an AST as canonical text that parses back to the same AST; how `explain` shows the
// pattern of a question.
//
// Cost       linear.
#include <string>

#include "syntax/ast_clause.h"

namespace confer::engine::syntax {

// One clause a line; parentheses only where precedence needs them; strings in single quotes.
std::string unparse(const ast::Query& query);
std::string unparse(const ast::Expr& expr);
std::string unparse(const ast::PathPattern& pattern);

}  // namespace confer::engine::syntax
