#pragma once
// build: typed::Query -> Plan, by clause; join order by estimated cost on the graph's statistics.
//
// REQUIRES: the query was analysed without error.
// Errors: statement_too_large; interrupted and timeout, where limits are given.
// Cost: join order by dynamic programming up to 10 relationships in one MATCH, greedy beyond.
// Threads: safe from any number of threads.
#include <optional>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "graph/property_graph.h"
#include "plan/logical_plan.h"
#include "plan/rules.h"

namespace confer::engine::plan {

// `rules`: those that may be applied; which they are changes the cost, never the rows.
Result<Plan> build(typed::Query query, const PropertyGraph& graph, Rules rules = {}, const RunLimits* limits = nullptr);

// An operator of a plan: what it does in the language's own notation, indented by its depth; estimated rows.
struct OutlineLine {
    std::string text;
    double rows = 0;
};
// From the root: each operator before its inputs.
std::vector<OutlineLine> outline(const Plan& plan);

// ---- statements that write are planned piece by piece, each on the graph as it is then

// The rows that come into a piece; absent at the beginning of a statement.
struct IncomingRows {
    std::vector<VarId> variables;
    std::size_t count = 0;
};
// The clauses before one that writes. `expressions`, which are that clause's own, become computable on the rows that
// the plan gives: its named variables, and what the expressions need besides. `variables` are those of the statement.
Result<Plan> build_step(std::vector<typed::Clause> clauses, const std::vector<typed::ExprPtr*>& expressions,
                        const std::optional<IncomingRows>& incoming, std::vector<typed::VariableInfo> variables,
                        const PropertyGraph& graph, Rules rules = {}, const RunLimits* limits = nullptr);
// The clauses after the last one that writes; `columns` are what they give.
Result<Plan> build_rest(std::vector<typed::Clause> clauses, std::vector<VarId> columns,
                        const std::optional<IncomingRows>& incoming, std::vector<typed::VariableInfo> variables,
                        const PropertyGraph& graph, Rules rules = {}, const RunLimits* limits = nullptr);
// UNION of rows that are there already, the Rows of source 0, 1, …
Plan build_union(const typed::Query& query, const std::vector<IncomingRows>& parts, const PropertyGraph& graph,
                 Rules rules = {});

// The plan as an indented tree, one operator a line, with estimated rows: what EXPLAIN prints.
std::string explain(const Plan& plan);

}  // namespace confer::engine::plan
