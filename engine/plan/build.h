#pragma once
// build: typed::Query -> Plan, by clause; join order by estimated cost on the graph's statistics.
//
// REQUIRES: the query was analysed without error.
// Cost: join order by dynamic programming up to 10 relationships in one MATCH, greedy beyond.
// Threads: safe from any number of threads.
#include <string>

#include "graph/property_graph.h"
#include "plan/logical_plan.h"

namespace confer::engine::plan {

Plan build(typed::Query query, const PropertyGraph& graph);

// The plan as an indented tree, one operator a line, with estimated rows: what EXPLAIN prints.
std::string explain(const Plan& plan);

}  // namespace confer::engine::plan
