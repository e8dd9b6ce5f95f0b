#pragma once
// parameter: NAME=VALUE, as `-p` on the command line and `:param` in the shell take it.
//
// Errors     usage: no name, and integers that don't fit into 64 bits.
#include <string_view>

#include "base/result.h"
#include "exec/expr/evaluator.h"

namespace confer::hosts {

// Adds the parameter, or takes its place. The value is JSON when it can be read as JSON, else a string. `how` is what
// is written before NAME=VALUE: "-p".
engine::Result<void> add_parameter(engine::exec::Parameters& parameters, std::string_view text, std::string_view how);

}  // namespace confer::hosts
