// The special members of ast::Expr live here, where PathPattern and Query are complete.
#include <algorithm>

#include "syntax/ast_clause.h"
#include "syntax/ast_expr.h"
#include "syntax/ast_pattern.h"

namespace confer::engine::ast {

Expr::Expr() = default;
Expr::Expr(Expr&&) noexcept = default;
Expr& Expr::operator=(Expr&&) noexcept = default;
Expr::~Expr() = default;

bool writes(const Clause& clause) {
    return std::holds_alternative<Create>(clause.node) || std::holds_alternative<Merge>(clause.node) ||
           std::holds_alternative<Set>(clause.node) || std::holds_alternative<Remove>(clause.node) ||
           std::holds_alternative<Delete>(clause.node);
}

bool writes(const Query& query) {
    return std::any_of(query.parts.begin(), query.parts.end(), [](const SingleQuery& part) {
        return std::any_of(part.clauses.begin(), part.clauses.end(),
                           [](const Clause& clause) { return writes(clause); });
    });
}

}  // namespace confer::engine::ast
