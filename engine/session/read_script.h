#pragma once
// read_script: the graph that an openCypher script makes of nothing, one statement after the other.
//
// A script that begins with a comment of one line that holds a graph's head (load/graph_head.h) makes a graph with that
// schema: `// {"confer": 1, "schema": {…}}`.
//
// Errors     cannot_read; bad_data, with the first statement that fails and its line: those after it build on it.
// Cost       that of the statements; each makes a snapshot, so those that create many elements at once are the cheaper.
#include <string>

#include "base/result.h"
#include "graph/property_graph.h"

namespace confer::engine {

Result<GraphPtr> read_script(const std::string& path);

}  // namespace confer::engine
