#pragma once
// ValueArray: many values in a row (base/array.h).
#include "base/array.h"
#include "value/value.h"

namespace confer::engine {

template <>
inline constexpr bool moves_by_bytes<Value> = true;  // nothing in it points at itself

using ValueArray = Array<Value>;

}  // namespace confer::engine
