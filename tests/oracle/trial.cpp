#include "trial.h"

#include <algorithm>
#include <optional>

#include "compare.h"
#include "exec/query.h"
#include "function/registry.h"
#include "generate.h"
#include "naive.h"
#include "plan/build.h"
#include "semantics/analyse.h"
#include "syntax/parse.h"

namespace confer::oracle {
namespace {

std::string show(const std::vector<std::string>& columns, const std::vector<std::vector<Value>>& rows,
                 const World& world) {
    std::string text;
    for (const std::string& column : columns) text += (text.empty() ? "" : " | ") + column;
    text += '\n';
    for (const auto& row : rows) {
        std::string line;
        for (const Value& value : row) line += (line.empty() ? "" : " | ") + to_text(value, world);
        text += line + '\n';
    }
    return text;
}

struct Opinion {
    std::optional<Expected> expected;
    std::string failure;
};

Opinion ask_oracle(const ast::Query& query, const World& world, unsigned order) {
    try {
        return {evaluate(query, world, parameters(), order), {}};
    } catch (const Fails& failure) {
        return {std::nullopt, failure.what()};
    }
}

engine::Result<AnswerRows> ask_engine(const ast::Query& query, const World& world) {
    std::map<std::string, engine::ValueType, std::less<>> types;
    engine::exec::Parameters values;
    for (const auto& [name, value] : parameters()) {
        types.emplace(name, value.is_null() ? engine::ValueType::any() : engine::ValueType(value.kind()));
        values.emplace(name, value);
    }
    const engine::PropertyGraph& graph = *world.graph;
    const engine::semantics::AnalyseContext names{graph.schema(), engine::builtin_functions(), &types};
    CONFER_TRY(engine::typed::Query typed, engine::semantics::analyse(query, names));
    const engine::plan::Plan plan = engine::plan::build(std::move(typed), graph);
    CONFER_TRY(const auto lowered, engine::exec::lower(plan, graph));

    AnswerRows answer;
    for (const auto& column : plan.column_info) answer.columns.push_back(column.name);
    engine::RunLimits limits({.timeout_seconds = 1, .max_memory_bytes = std::uint64_t{1} << 28});
    engine::exec::RunContext run{graph, values, limits};
    CONFER_CHECK(lowered->run(run, [&](engine::exec::RowBatch& batch) -> engine::Result<void> {
        batch.for_each_row([&](engine::exec::RowIndex row) {
            auto& cells = answer.rows.emplace_back();
            for (const auto& column : batch.columns) cells.push_back(column.get(row));
        });
        return {};
    }));
    return answer;
}

}  // namespace

std::vector<Setting> settings() {
    return {{"as it comes"}};
}

Outcome try_case(const Case& a_case, const Setting&) {
    const World world(build(a_case.sketch));
    const auto parsed = engine::syntax::parse(a_case.statement);
    if (!parsed) return {Verdict::refused, parsed.error().message, {}, {}};
    const auto& query = std::get<ast::Query>(parsed.value().body);
    std::vector<Opinion> opinions;
    const auto ask_again = [&](unsigned orders) {
        for (auto order = static_cast<unsigned>(opinions.size()); order < orders; ++order)
            opinions.push_back(ask_oracle(query, world, order));
    };
    try {
        ask_again(3);
    } catch (const TooMuch&) {
        return {Verdict::too_much, {}, {}, {}};
    }
    const engine::Result<AnswerRows> answer = ask_engine(query, world);
    if (!answer && answer.error().phase == engine::Phase::compile) {
        return {Verdict::refused,
                std::string(engine::info(answer.error().code).name) + ": " + answer.error().message,
                {},
                {}};
    }

    if (!answer && engine::info(answer.error().code).exit_status == 4) return {Verdict::too_much, {}, {}, {}};
    const auto failed = static_cast<std::size_t>(std::count_if(
        opinions.begin(), opinions.end(), [](const Opinion& opinion) { return !opinion.expected.has_value(); }));
    if (failed > 0 && failed < opinions.size()) return {Verdict::open, {}, {}, {}};
    if (failed > 0) {
        if (!answer) return {Verdict::agreed_on_nothing, opinions.front().failure, {}, {}};
        return {Verdict::different,
                {},
                "error: " + opinions.front().failure + "\n",
                show(answer.value().columns, answer.value().rows, world)};
    }
    const Expected expected = *opinions.front().expected;
    const std::string right = show(expected.columns, expected.answer(), world);
    if (!answer) return {Verdict::different, {}, right, "error: " + answer.error().message + "\n"};
    const AnswerRows& given = answer.value();
    for (const Look look : {Look::exactly, Look::lists_as_bags, Look::numbers_by_size}) {
        const auto is_determined = [&] {
            return std::all_of(opinions.begin(), opinions.end(), [&](const Opinion& other) {
                return agree(expected, {other.expected->columns, other.expected->answer()}, look);
            });
        };
        if (!is_determined()) continue;
        if (agree(expected, given, look))
            return {given.rows.empty() ? Verdict::agreed_on_nothing : Verdict::agreed, {}, {}, {}};
        ask_again(30);  // a few rows may have come in the same order three times
        if (is_determined()) return {Verdict::different, {}, right, show(given.columns, given.rows, world)};
    }
    return {Verdict::open, {}, {}, {}};
}

}  // namespace confer::oracle
