#pragma once
// check: what a curator should look at in a graph that loads.
//
// What the checks look for comes from the schema: which types say what something is made of, is for, descends from,
// belongs to or is warned of (docs/data.md). A graph without a schema is checked for orphans and shared names alone.
//
// Errors     none; a graph that doesn't load is load::read_graph's business.
// Threads    safe from any number of threads at once.
// Cost       a few passes over nodes and relationships; names: a hash of each, and of each without one letter.
#include "check/finding.h"
#include "graph/property_graph.h"

namespace confer::engine::check {

// Findings in the order of lints(), those of one lint in the order of the graph.
Findings check(const PropertyGraph& graph, std::size_t most_of_each = 1000);

}  // namespace confer::engine::check
