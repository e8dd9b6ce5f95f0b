#pragma once
// sentence_of: what a relationship or a path says, in the words of the schema.
//
// "Cognitive behavioral therapy draws on Learning theory, as does Behavior therapy". Names are nodes' titles; a type
// without words is said as it is called (USES: "uses").
//
// Cost       linear in the path.
#include <string>

#include "graph/property_graph.h"

namespace confer::engine {

// From the first node of the path to its last. No full stop. Of a path without relationships: the node's title.
std::string sentence_of(const PropertyGraph& graph, const PathValue& path);

// From the relationship's source to its target.
std::string sentence_of(const PropertyGraph& graph, EdgeId relationship);

}  // namespace confer::engine
