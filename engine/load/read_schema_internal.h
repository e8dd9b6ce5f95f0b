#pragma once
// read_schema: the `schema` of a graph file -> Schema.
//
// Errors     into the log. What could be understood is returned all the same, so that the data is not
//            blamed for the schema's mistakes.
#include "graph/schema.h"
#include "load/json_tree_internal.h"
#include "load/problem_log_internal.h"

namespace confer::engine::load {

Schema read_schema(const JsonTree& tree, std::uint32_t file, ProblemLog& problems);

}  // namespace confer::engine::load
