#pragma once
// compare_columns: two columns compared row by row, for comparisons and for CASE.
#include "exec/expr/effort_internal.h"
#include "exec/expr/kernel_internal.h"
#include "semantics/typed_expr.h"

namespace confer::engine::exec {

// REQUIRES: op is one of the six comparisons; the caller asks `effort` for its result, as long texts and lists may take
// long to compare.
void compare_columns(typed::Op op, const Column& left, const Column& right, const RowView& rows, TruthSink& sink,
                     Effort& effort);

}  // namespace confer::engine::exec
