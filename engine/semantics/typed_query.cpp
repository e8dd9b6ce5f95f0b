#include "semantics/typed_query.h"

namespace confer::engine::typed {

Expr::Expr() = default;
Expr::Expr(Expr&&) noexcept = default;
Expr& Expr::operator=(Expr&&) noexcept = default;
Expr::~Expr() = default;

}  // namespace confer::engine::typed
