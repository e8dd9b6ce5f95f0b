#pragma once
// Expressions that run over a list, each with variables of its own; and map projections.
#include "semantics/resolve_internal.h"

namespace confer::engine::semantics {

Result<ExprPtr> resolve_list_comprehension(Analysis& in, const ast::Expr& expr, const ast::ListComprehension& node);
Result<ExprPtr> resolve_quantifier(Analysis& in, const ast::Expr& expr, const ast::Quantifier& node);
Result<ExprPtr> resolve_reduce(Analysis& in, const ast::Expr& expr, const ast::Reduce& node);
Result<ExprPtr> resolve_map_projection(Analysis& in, const ast::Expr& expr, const ast::MapProjection& node);

}  // namespace confer::engine::semantics
