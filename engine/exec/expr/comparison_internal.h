#pragma once
// compare_columns: two columns compared row by row, for comparisons and for CASE.
#include "exec/expr/kernel_internal.h"
#include "semantics/typed_expr.h"

namespace confer::engine::exec {

// REQUIRES: op is one of the six comparisons.
void compare_columns(typed::Op op, const Column& left, const Column& right, const RowView& rows, TruthSink& sink);

}  // namespace confer::engine::exec
