#pragma once
// builtin: the built-in procedures, by theme.
#include <vector>

#include "function/procedure_spec.h"

namespace confer::engine::builtin {

std::vector<ProcedureSpec> schema_procedures();
std::vector<ProcedureSpec> integration_procedures();

}  // namespace confer::engine::builtin
