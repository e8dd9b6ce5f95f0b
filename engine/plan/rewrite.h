#pragma once
// rewrite: rules that make a plan cheaper without changing its rows; each in plan/rules/, under its own name.
//
// REQUIRES: fill_live() has run; `live` is right again afterwards.
#include "graph/property_graph.h"
#include "plan/logical_plan.h"
#include "plan/rules.h"

namespace confer::engine::plan {

void rewrite(Plan& plan, const PropertyGraph& graph, Rules rules);

// ---- rules on plans
// Variable-length expands of which only the ends matter, once each, search breadth-first.
void reach_where_walks_do_not_matter(Plan& plan);
// What is read of a path is its length alone: the walk says it.
void take_lengths_from_walks(Plan& plan);
// Groups by nodes instead of their ids, and orders before properties become columns. Leaves `live` as it was.
void read_properties_late(Plan& plan, const PropertyGraph& graph);

// ---- rules on the statement, before it is planned
// MATCH … WITH a, b WHERE …: the condition moves into the MATCH when the WITH only passes variables on.
void move_conditions_before_projections(typed::SingleQuery& query);

}  // namespace confer::engine::plan
