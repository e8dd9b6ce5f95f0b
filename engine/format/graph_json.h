#pragma once
// graph_json: the graph of an answer (picture/answer_graph.h) as JSON, for pages that draw it themselves.
//
// {"nodes":[{"id","name","labels","properties":{…}}],
//  "relationships":[{"type","verb","start","end","sources":[…],"properties":{…}}]}
//
// `start` and `end` are ids of the nodes; `sources` are ids of sources; properties are written as in
// format/json_value.h, without `id`. A graph that was cut says so in a `notice`, and by the numbers `allNodes` and
// `allRelationships`.
//
// Threads    safe from any number of threads.
// Cost       linear in the text.
#include <string>

#include "graph/property_graph.h"
#include "picture/answer_graph.h"

namespace confer::engine::format {

// REQUIRES: `graph` is that of the answer it was collected from.
std::string graph_json(const picture::AnswerGraph& shown, const PropertyGraph& graph);

}  // namespace confer::engine::format
