#pragma once
// too_deep: what every part that builds lists or maps checks before it hands one out.
#include <optional>

#include "base/error.h"
#include "value/value.h"

namespace confer::engine::exec {

// nesting_too_deep, if `value` is. O(1).
std::optional<Error> too_deep(const Value& value, SourceSpan span);

}  // namespace confer::engine::exec
