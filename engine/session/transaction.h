#pragma once
// Transaction: one statement that writes, from the snapshot it begins with to the next one.
//
// The statement is run clause by clause. What a clause that reads finds, on a snapshot, is kept as rows; the clauses
// that write after it change the graph for each of them (exec/update); the next clause that reads gets a snapshot of
// that. Nobody else sees the graph before it is published as a whole, so a statement that fails leaves no trace.
//
// Ownership  holds the snapshots that its rows were read from.
// Threads    one thread; writers take turns (Database).
// Errors     those of the clauses; delete_connected_node, schema_violation.
#include <functional>
#include <string>
#include <vector>

#include "base/notices.h"
#include "exec/row_set.h"
#include "graph/graph_edit.h"
#include "plan/rules.h"
#include "session/watch.h"

namespace confer::engine {

class Transaction {
public:
    // `rules`: those that the plans of its clauses may apply.
    Transaction(GraphPtr base, const exec::Parameters& parameters, RunLimits& limits, plan::Rules rules = {},
                exec::Leftovers* leftovers = nullptr);

    // Runs the statement; `take` gets the rows of its RETURN, which belong to graph(). `watched`, where there is one,
    // gets what each operator and each clause that writes did. REQUIRES: query.writes().
    Result<void> run(typed::Query query, const std::function<Result<void>(exec::RowBatch&)>& take,
                     std::vector<WatchedLine>* watched = nullptr);

    // The graph after the statement as its rows see it: what it deleted still has a number.
    const GraphPtr& graph() const { return graph_; }
    // Snapshots on the way, where texts of the rows may live.
    std::vector<GraphPtr> take_past() { return std::move(past_); }
    // The next snapshot.
    Result<GraphPtr> publish() const { return edit_.publish(); }
    const EditStats& stats() const { return edit_.stats(); }
    std::vector<std::string> take_notices() { return notices_.take(); }

private:
    Result<void> run_step(typed::Step step, std::optional<exec::RowSet>& rows);
    Result<void> apply_watched(typed::Update& update, exec::RowSet& rows);
    // Lowers the plan on the graph as it is now, and hands it to `run`.
    Result<void> run_plan(const plan::Plan& plan, const std::vector<exec::RowSet>& sources,
                          const std::function<Result<void>(const exec::ExecutableQuery&)>& run);
    Result<void> apply(typed::Update& update, exec::RowSet& rows);
    void advance(std::optional<exec::RowSet>& rows);

    GraphEdit edit_;
    GraphPtr graph_;  // the last snapshot
    const exec::Parameters& parameters_;
    RunLimits& limits_;
    Notices notices_;
    plan::Rules rules_;
    exec::Leftovers* leftovers_;  // may be null
    std::vector<typed::VariableInfo> variables_;
    std::vector<exec::RowSet> sources_;  // of plan::Rows, while a plan runs
    std::vector<exec::RowSet> united_;   // what the parts of a UNION have given so far
    std::vector<GraphPtr> past_;
    std::vector<WatchedLine>* watched_ = nullptr;
};

// What it will do, step by step: what EXPLAIN prints. REQUIRES: query.writes(). Errors: interrupted, timeout.
Result<std::string> explain_steps(typed::Query query, const PropertyGraph& graph, const RunLimits* limits);

}  // namespace confer::engine
