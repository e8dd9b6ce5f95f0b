#pragma once
// fill_live: tells each node which variables are still needed above it, so that operators can drop the rest; and
// which variables an Argument has to bring.
//
// Cost       one walk down the plan.
#include "plan/logical_plan.h"
#include "plan/var_set.h"

namespace confer::engine::plan {

void fill_live(Plan& plan);

// The variables that the node reads itself (expressions, ends of relationships), besides what it passes on.
VarSet reads(const Node& node);
// The variables that the node adds to its input.
VarSet adds(const Node& node);

}  // namespace confer::engine::plan
