#pragma once
// build: typed::Query -> Plan, by clause; join order by estimated cost on the graph's statistics.
//
// REQUIRES: the query was analysed without error.
// Cost: join order by dynamic programming up to 10 relationships in one MATCH, greedy beyond.
// Threads: safe from any number of threads.
#include <string>
#include <vector>

#include "graph/property_graph.h"
#include "plan/logical_plan.h"
#include "plan/rules.h"

namespace confer::engine::plan {

// `rules`: those that may be applied; which they are changes the cost, never the rows.
Plan build(typed::Query query, const PropertyGraph& graph, Rules rules = {});

// An operator of a plan: what it does in the language's own notation, indented by its depth; estimated rows.
struct OutlineLine {
    std::string text;
    double rows = 0;
};
// From the root: each operator before its inputs.
std::vector<OutlineLine> outline(const Plan& plan);

// The plan as an indented tree, one operator a line, with estimated rows: what EXPLAIN prints.
std::string explain(const Plan& plan);

}  // namespace confer::engine::plan
