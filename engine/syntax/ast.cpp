// The special members of ast::Expr live here, where PathPattern and Query are complete.
#include "syntax/ast_clause.h"
#include "syntax/ast_expr.h"
#include "syntax/ast_pattern.h"

namespace confer::engine::ast {

Expr::Expr() = default;
Expr::Expr(Expr&&) noexcept = default;
Expr& Expr::operator=(Expr&&) noexcept = default;
Expr::~Expr() = default;

}  // namespace confer::engine::ast
