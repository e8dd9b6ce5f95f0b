#pragma once
// doubts: what a pattern says that it can hardly mean, so that a note can tell why it finds nothing, or too much.
//
// Such a pattern is right by the language, and its answer follows from it; but an arrow against the schema, a type that
// lacks its colon, `= null` or a year between quotes is a slip of the pen. Looked at are the patterns of MATCH and the
// conditions of MATCH, WITH and FILTER. A relationship is doubted only when the graph has none such.
//
// Cost       linear in the query; a look at the statistics for what the schema doesn't expect.
#include <string>
#include <vector>

#include "graph/property_graph.h"
#include "syntax/ast_clause.h"

namespace confer::engine {

// A sentence for each doubt, with what to write instead.
std::vector<std::string> doubts_about(const ast::Query& query, const PropertyGraph& graph);

}  // namespace confer::engine
