#pragma once
// describe: a typed query as compact text, one clause a line; for tests and for looking inside.
//
// Shapes     a variable is its name and number, `a#0`; an anonymous one is `#0`.
// Cost       linear.
#include <string>
#include <vector>

#include "semantics/typed_query.h"

namespace confer::engine::typed {

std::string describe(const Query& query);
std::string describe(const Expr& expr, const std::vector<VariableInfo>& variables);

}  // namespace confer::engine::typed
