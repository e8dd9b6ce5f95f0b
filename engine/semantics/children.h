#pragma once
// each_child: the direct parts of a typed expression.
//
// Shapes     left to right; a subquery counts as a leaf that reads its `outer` variables.
// Cost       O(parts).
#include <functional>

#include "semantics/typed_expr.h"

namespace confer::engine::typed {

void each_child(Expr& expr, const std::function<void(ExprPtr&)>& visit);
void each_child(const Expr& expr, const std::function<void(const Expr&)>& visit);

// Whether `accepts` holds for the expression or any part of it.
bool any_part(const Expr& expr, const std::function<bool(const Expr&)>& accepts);

}  // namespace confer::engine::typed
