#pragma once
// coverage_report: for what sources were looked through, as tables: by group, node by node, and what is most worth
// adding to.
#include <string>

#include "format/render.h"
#include "graph/property_graph.h"

namespace confer::hosts {

// Three tables one after the other, each with a heading; in formats for programs only the one node by node.
std::string coverage_report(const engine::GraphPtr& graph, engine::format::Format format,
                            const engine::format::RenderOptions& render);

}  // namespace confer::hosts
