#pragma once
// schema_json: /api/schema: what the graph holds and the words for it, for programs that offer choices.
//
// {"name","version","nodes","relationships","labels":[{"name","singular","plural","count"}],
//  "relationshipTypes":[{"name","verb","inverse","count"}],"examples":[…]}: `version` is that of the content, the
//  examples
// are questions that can be asked.
#include <string>
#include <string_view>

#include "graph/property_graph.h"

namespace confer::hosts::serve {

std::string schema_json(const engine::PropertyGraph& graph, std::string_view version);

}  // namespace confer::hosts::serve
