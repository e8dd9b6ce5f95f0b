#include "semantics/typed_query.h"

#include <algorithm>

namespace confer::engine::typed {

Expr::Expr() = default;
Expr::Expr(Expr&&) noexcept = default;
Expr& Expr::operator=(Expr&&) noexcept = default;
Expr::~Expr() = default;

bool Query::writes() const {
    return std::any_of(parts.begin(), parts.end(), [](const SingleQuery& part) { return !part.steps.empty(); });
}

}  // namespace confer::engine::typed
