#pragma once
// read_head: a graph's head (load/graph_head.h) that stands in another file, into the state of the graph being read.
#include <cstdint>
#include <string_view>

#include "load/load_state_internal.h"

namespace confer::engine::load {

// `first_line`: where in the file the text begins. Mistakes go into the log.
void read_head(LoadState& state, std::string_view json, std::uint32_t file, std::uint32_t first_line);

}  // namespace confer::engine::load
