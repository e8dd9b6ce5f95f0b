#include "session/transaction.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "exec/update/update.h"
#include "plan/build.h"
#include "semantics/children.h"

namespace confer::engine {

namespace {

bool draws_pattern(const std::vector<typed::ExprPtr*>& expressions) {
    return std::any_of(expressions.begin(), expressions.end(), [](const typed::ExprPtr* expression) {
        return typed::any_part(
            **expression, [](const typed::Expr& part) { return std::holds_alternative<typed::Subquery>(part.node); });
    });
}

plan::IncomingRows incoming_rows(const exec::RowSet& rows) {
    return {rows.variables, rows.count()};
}

std::optional<plan::IncomingRows> incoming_rows(const std::optional<exec::RowSet>& rows) {
    if (!rows) return std::nullopt;
    return incoming_rows(*rows);
}

// What a statement that begins with a clause that writes does it for.
exec::RowSet one_row() {
    exec::RowSet rows;
    rows.batches.emplace_back().set_row_count(1);
    return rows;
}

}  // namespace

Transaction::Transaction(GraphPtr base, const exec::Parameters& parameters, RunLimits& limits, plan::Rules rules,
                         exec::Leftovers* leftovers)
    : edit_(base),
      graph_(std::move(base)),
      parameters_(parameters),
      limits_(limits),
      rules_(rules),
      leftovers_(leftovers) {}

// Makes a snapshot of what was done, and the rows speak of it.
void Transaction::advance(std::optional<exec::RowSet>& rows) {
    MovedElements moved;
    GraphPtr next = edit_.advance(moved);
    if (next == graph_) return;
    past_.push_back(std::exchange(graph_, std::move(next)));
    if (rows) exec::move_elements(*rows, moved);
    for (exec::RowSet& part : united_) exec::move_elements(part, moved);
}

Result<void> Transaction::apply(typed::Update& update, exec::RowSet& rows) {
    exec::RunContext run{edit_.view(), parameters_, limits_, nullptr, &notices_, leftovers_};
    if (const auto* create = std::get_if<typed::Create>(&update)) return exec::create(*create, rows, edit_, run);
    if (const auto* merge = std::get_if<typed::Merge>(&update)) return exec::merge(*merge, rows, edit_, run);
    if (const auto* set = std::get_if<typed::Set>(&update)) return exec::set(*set, rows, edit_, run);
    return exec::delete_elements(std::get<typed::Delete>(update), rows, edit_, run);
}

Result<void> Transaction::run_step(typed::Step step, std::optional<exec::RowSet>& rows) {
    const std::vector<typed::ExprPtr*> expressions = typed::expressions_of(step.update);
    if (!step.clauses.empty() || draws_pattern(expressions)) {
        advance(rows);
        CONFER_TRY(plan::Plan plan, plan::build_step(std::move(step.clauses), expressions, incoming_rows(rows),
                                                     std::move(variables_), *graph_, rules_, &limits_));
        variables_ = plan.variables;
        sources_.clear();
        if (rows) sources_.push_back(*std::exchange(rows, std::nullopt));
        CONFER_CHECK(run_plan(plan, sources_, [&](const exec::ExecutableQuery& query) -> Result<void> {
            exec::RunContext run{*graph_, parameters_, limits_, nullptr, &notices_, leftovers_};
            CONFER_TRY(rows, exec::collect(query, plan.columns, run));
            return {};
        }));
        for (const exec::RowSet& source : sources_) limits_.release(source.charged);
        sources_.clear();
    }
    if (!rows) rows = one_row();
    return watched_ == nullptr ? apply(step.update, *rows) : apply_watched(step.update, *rows);
}

Result<void> Transaction::apply_watched(typed::Update& update, exec::RowSet& rows) {
    const auto start = std::chrono::steady_clock::now();
    CONFER_CHECK(apply(update, rows));
    const auto spent = std::chrono::steady_clock::now() - start;
    WatchedLine& line = watched_->emplace_back();
    line.text = typed::name_of(update);
    line.rows = rows.count();
    line.nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(spent).count();
    return {};
}

Result<void> Transaction::run_plan(const plan::Plan& plan, const std::vector<exec::RowSet>& sources,
                                   const std::function<Result<void>(const exec::ExecutableQuery&)>& run) {
    std::optional<exec::Profile> profile;
    if (watched_ != nullptr) profile.emplace(plan);
    CONFER_TRY(const auto query, exec::lower(plan, *graph_, &sources, profile ? &*profile : nullptr));
    CONFER_CHECK(run(*query));
    if (profile) add_lines(*watched_, plan::outline(plan), *profile);
    return {};
}

Result<void> Transaction::run(typed::Query query, const std::function<Result<void>(exec::RowBatch&)>& take,
                              std::vector<WatchedLine>* watched) {
    watched_ = watched;
    variables_ = query.variables;
    const auto give = [&](const exec::ExecutableQuery& lowered) {
        exec::RunContext run{*graph_, parameters_, limits_, nullptr, &notices_, leftovers_};
        return lowered.run(run, take);
    };
    for (std::size_t i = 0; i < query.parts.size(); ++i) {
        typed::SingleQuery& part = query.parts[i];
        std::optional<exec::RowSet> rows;
        for (typed::Step& step : part.steps) CONFER_CHECK(run_step(std::move(step), rows));
        if (i + 1 == query.parts.size()) CONFER_CHECK(edit_.check());
        advance(rows);
        if (part.clauses.empty()) continue;  // it ends with a clause that writes
        CONFER_TRY(const plan::Plan plan, plan::build_rest(std::move(part.clauses), part.columns, incoming_rows(rows),
                                                           variables_, *graph_, rules_, &limits_));
        sources_.clear();
        if (rows) sources_.push_back(*std::exchange(rows, std::nullopt));
        if (query.parts.size() == 1) {
            CONFER_CHECK(run_plan(plan, sources_, give));
            continue;
        }
        CONFER_CHECK(run_plan(plan, sources_, [&](const exec::ExecutableQuery& lowered) -> Result<void> {
            exec::RunContext run{*graph_, parameters_, limits_, nullptr, &notices_, leftovers_};
            CONFER_TRY(exec::RowSet given, exec::collect(lowered, part.columns, run));
            united_.push_back(std::move(given));
            return {};
        }));
    }
    if (united_.empty()) return {};
    std::vector<plan::IncomingRows> parts;
    for (const exec::RowSet& part : united_) parts.push_back(incoming_rows(part));
    query.variables = variables_;
    const plan::Plan plan = plan::build_union(query, parts, *graph_, rules_);
    return run_plan(plan, united_, give);
}

Result<std::string> explain_steps(typed::Query query, const PropertyGraph& graph, const RunLimits* limits) {
    std::string text;
    const auto add = [&](const std::string& lines) { text += (text.empty() ? "" : "\n") + lines; };
    std::vector<typed::VariableInfo> variables = query.variables;
    for (std::size_t i = 0; i < query.parts.size(); ++i) {
        typed::SingleQuery& part = query.parts[i];
        if (i > 0) add(query.union_all[i - 1] ? "UNION ALL" : "UNION");
        std::optional<plan::IncomingRows> incoming;
        for (typed::Step& step : part.steps) {
            CONFER_TRY(plan::Plan plan, plan::build_step(std::move(step.clauses), typed::expressions_of(step.update),
                                                         incoming, std::move(variables), graph, {}, limits));
            add(plan::explain(plan));
            add(std::string(typed::name_of(step.update)) + " for each row, then");
            incoming = {plan.columns, static_cast<std::size_t>(plan.root->rows)};
            for (const typed::VarId bound : typed::bound_by(step.update)) incoming->variables.push_back(bound);
            variables = std::move(plan.variables);
        }
        if (part.clauses.empty()) {
            add("no rows");
            continue;
        }
        CONFER_TRY(const plan::Plan plan,
                   plan::build_rest(std::move(part.clauses), part.columns, incoming, variables, graph, {}, limits));
        add(plan::explain(plan));
    }
    return text;
}

}  // namespace confer::engine
