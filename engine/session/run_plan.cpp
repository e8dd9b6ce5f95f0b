#include "session/run_plan.h"

#include <algorithm>
#include <functional>

#include "exec/leftovers.h"
#include "session/provenance.h"
#include "session/transaction.h"
#include "session/watch.h"

namespace confer::engine {
namespace {

constexpr const char* nothing_recorded = "Nothing that is recorded here answers this; that is not a `no`.";

Value text_row(std::string_view text) {
    return Value(text);
}

// EXPLAIN's answer: what was understood (questions only), the pattern, the plan.
void explain_into(Answer& answer, const Compiled& compiled) {
    answer.columns = {{"part", Kind::string}, {"text", Kind::string}};
    if (!compiled.understood.empty()) answer.rows.push_back({text_row("understood"), text_row(compiled.understood)});
    answer.rows.push_back({text_row("pattern"), text_row(compiled.pattern)});
    answer.rows.push_back({text_row("plan"), text_row(compiled.plan)});
}

// The value at a row that nobody asks for again.
Value taken(exec::Column& column, exec::RowIndex row) {
    const bool moves = column.kind() == exec::ColumnKind::value && !column.is_constant();
    return moves ? std::move(column.values()[row]) : column.get(row);
}

using Take = std::function<Result<void>(exec::RowBatch&)>;

// Calls run(take), where `take` adds rows to the answer.
template <class Run>
Result<void> collect_rows(const Compiled& compiled, RunLimits& limits, Answer& answer, Run&& run) {
    answer.columns = compiled.columns;
    Provenance provenance(answer);
    const std::size_t width = compiled.columns.size();
    if (width == 0) return run([](exec::RowBatch&) -> Result<void> { return {}; });
    const Take take = [&](exec::RowBatch& batch) -> Result<void> {
        const std::size_t rows = answer.rows.size() + batch.selected_count();
        const auto& most = limits.limits().max_rows;
        if (most && rows > *most) {
            return Error{
                .code = ErrorCode::row_limit,
                .message = "the answer has more than " + std::to_string(*most) + " rows, the limit that was set",
                .hints = {"ask for fewer with `LIMIT`, or raise `--max-rows`"},
                .phase = Phase::runtime};
        }
        std::size_t bytes = 0;
        batch.for_each_row([&](exec::RowIndex row) {
            answer.rows.add(width, [&](std::size_t i) { return taken(batch.columns[i], row); });
            bytes += width * sizeof(Value);
            for (const Value& value : answer.rows.back()) bytes += value.heap_bytes();
            if (!compiled.has_evidence) return;
            answer.evidence.push_back(batch.columns[width].get(row));
            const Value& rests_on = answer.evidence.back();
            bytes += sizeof rests_on + rests_on.heap_bytes();
            compiled.matrix ? provenance.cite_by_cell(rests_on) : provenance.cite(rests_on);
        });
        return limits.charge(bytes);
    };
    return run(take);
}

// PROFILE's answer: what each operator did in a run whose rows nobody keeps.
Result<void> profile_into(Answer& answer, const Compiled& compiled, exec::RunContext& run) {
    CONFER_CHECK(compiled.query->run(run, [](exec::RowBatch&) { return Result<void>(); }));
    std::vector<WatchedLine> lines;
    add_lines(lines, compiled.outline, *compiled.profile);
    show(answer, lines);
    return {};
}

bool any(const std::vector<bool>& flags) {
    return std::find(flags.begin(), flags.end(), true) != flags.end();
}

// Those that were given, and the literals of the statement that the plan has parameters for.
exec::Parameters with_lifted(const exec::Parameters& given, const Compiled& plan, const Asked& asked) {
    exec::Parameters all = given;
    for (std::size_t i = 0; i < plan.lifted.size(); ++i) {
        if (plan.lifted[i]) all.emplace(lifted_name(i), value_of(asked.skeleton.literals[i], asked.statement));
    }
    return all;
}

}  // namespace

Result<Answer> run_plan(const Compiled& plan, const Asked& asked, const GraphPtr& graph,
                        const exec::Parameters& parameters, RunLimits& limits, exec::Leftovers& leftovers) {
    const bool lifted = any(plan.lifted);
    Answer answer;
    answer.graph = graph;
    answer.statement = asked.statement;
    answer.pattern =
        lifted ? with_literals(plan.pattern, plan.lifted, asked.skeleton.literals, asked.statement) : plan.pattern;
    answer.notices = plan.notices;
    if (plan.mode == ast::Mode::explain) {
        explain_into(answer, plan);
        return answer;
    }
    const exec::Parameters more = lifted ? with_lifted(parameters, plan, asked) : exec::Parameters();
    Notices notices;
    exec::RunContext run{*graph, lifted ? more : parameters, limits, nullptr, &notices, &leftovers};
    const auto query = [&](const Take& take) { return plan.query->run(run, take); };
    const bool profiles = plan.mode == ast::Mode::profile;
    Result<void> done = profiles ? profile_into(answer, plan, run) : collect_rows(plan, limits, answer, query);
    if (!done) {
        leftovers.keep(std::make_shared<Answer>(std::move(answer)));
        Error error = std::move(done).error();
        if (error.span) error.span = moved(*error.span, plan.literals, asked.skeleton.literals);
        return error;
    }
    if (!profiles) answer.matrix = plan.matrix;
    for (std::string& notice : notices.take()) answer.notices.push_back(std::move(notice));
    answer.tree = plan.tree;
    answer.sharing = plan.sharing;
    if (answer.rows.empty() && !plan.understood.empty()) answer.notices.emplace_back(nothing_recorded);
    if (answer.rows.empty() && !profiles) {
        for (std::string& notice : unknown_to(*graph, plan.sought, run.parameters))
            answer.notices.push_back(std::move(notice));
    }
    return answer;
}

Result<Answer> run_update(const Compiled& plan, const Asked& asked, Transaction& transaction, RunLimits& limits,
                          exec::Leftovers& leftovers) {
    Answer answer;
    answer.graph = transaction.graph();
    answer.statement = asked.statement;
    answer.pattern = plan.pattern;
    if (plan.mode == ast::Mode::profile) {
        std::vector<WatchedLine> lines;
        const auto forget = [](exec::RowBatch&) { return Result<void>(); };
        CONFER_CHECK(transaction.run(std::move(*plan.update), forget, &lines));
        show(answer, lines);
    } else {
        const auto query = [&](const Take& take) { return transaction.run(std::move(*plan.update), take); };
        if (Result<void> done = collect_rows(plan, limits, answer, query); !done) {
            leftovers.keep(std::make_shared<Answer>(std::move(answer)));
            return std::move(done).error();
        }
    }
    answer.graph = transaction.graph();
    answer.past = transaction.take_past();
    answer.stats = transaction.stats();
    answer.notices = plan.notices;
    for (std::string& notice : transaction.take_notices()) answer.notices.push_back(std::move(notice));
    return answer;
}

}  // namespace confer::engine
