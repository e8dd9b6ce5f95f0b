#pragma once
// split_conjunction: takes a condition apart at its ANDs, so that each part can be asked as soon as what it reads is
// there.
//
// Cost       linear in the parts. A condition of more than 200 stays whole: each part becomes a step of the plan.
#include <vector>

#include "semantics/typed_expr.h"

namespace confer::engine::typed {

// Appends the parts to `conditions`, in their order; nothing for no condition.
void split_conjunction(ExprPtr condition, std::vector<ExprPtr>& conditions);

}  // namespace confer::engine::typed
