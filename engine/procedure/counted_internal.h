#pragma once
// counted: the relationships that a procedure is told to count, where not all do.
#include <optional>
#include <string>

#include "base/result.h"
#include "comparison/roles.h"
#include "value/value.h"

namespace confer::engine::builtin {

// Those of a list; nothing for null, which stands for all. Errors: invalid_argument_value.
Result<std::optional<comparison::Counted>> relationships_counted(const Value& list);

// A sentence for the descriptions of procedures that take such a list as `counted`.
std::string counting();

}  // namespace confer::engine::builtin
