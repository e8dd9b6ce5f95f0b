#include "trial.h"

#include <algorithm>
#include <optional>

#include "compare.h"
#include "exec/query.h"
#include "function/registry.h"
#include "generate.h"
#include "naive.h"
#include "plan/build.h"
#include "procedures.h"
#include "semantics/analyse.h"
#include "session/transaction.h"
#include "syntax/parse.h"

namespace confer::oracle {
namespace {

namespace plan = engine::plan;
using engine::exec::RowBatch;

// Rows, and what became of the graph: empty for statements that change nothing.
std::string show(const std::vector<std::string>& columns, const std::vector<std::vector<Value>>& rows,
                 const Names& names, const std::string& after) {
    std::string text;
    for (const std::string& column : columns) text += (text.empty() ? "" : " | ") + column;
    text += '\n';
    for (const auto& row : rows) {
        std::string line;
        for (const Value& value : row) line += (line.empty() ? "" : " | ") + to_text(value, names);
        text += line + '\n';
    }
    return text + after;
}

std::string describe(const engine::EditStats& changes, const World& world) {
    std::string text = "after: ";
    const auto count = [&](const char* what, std::uint64_t number) {
        if (number > 0) text += what + std::to_string(number) + " ";
    };
    count("+nodes ", changes.nodes_created);
    count("-nodes ", changes.nodes_deleted);
    count("+relationships ", changes.relationships_created);
    count("-relationships ", changes.relationships_deleted);
    count("+labels ", changes.labels_added);
    count("-labels ", changes.labels_removed);
    count("+properties ", changes.properties_set);
    count("-properties ", changes.properties_removed);
    return text + '\n' + to_text(world);
}

struct Opinion {
    std::optional<Expected> expected;
    Names names;
    std::string after;
    std::string failure;
    bool on_deleted = false;

    AnswerRows answer() const { return {expected->columns, expected->answer(), names}; }
};

Opinion ask_oracle(const ast::Query& query, World world, unsigned order) {
    try {
        Opinion opinion{evaluate(query, world, parameters(), order), {}, {}, {}, false};
        const bool writes = ast::writes(query);
        opinion.names = writes ? by_content(world) : by_number(world);
        if (writes) opinion.after = describe(world.changes, world);
        return opinion;
    } catch (const FailsOnDeleted& failure) {
        return {std::nullopt, {}, {}, failure.what(), true};
    } catch (const Fails& failure) {
        return {std::nullopt, {}, {}, failure.what(), false};
    }
}

struct Given {
    std::vector<engine::GraphPtr> graphs;  // where texts of the rows live
    AnswerRows rows;
    std::string after;
};

engine::Result<Given> ask_engine(const ast::Query& query, const World& world, plan::Rules rules,
                                 std::string& plan_text) {
    std::map<std::string, engine::ValueType, std::less<>> types;
    engine::exec::Parameters values;
    for (const auto& [name, value] : parameters()) {
        types.emplace(name, value.is_null() ? engine::ValueType::any() : engine::ValueType(value.kind()));
        values.emplace(name, value);
    }
    const engine::GraphPtr& graph = world.graph;
    const engine::semantics::AnalyseContext names{graph->schema(), engine::builtin_functions(), &types,
                                                  &procedure_registry()};
    CONFER_TRY(engine::typed::Query typed, engine::semantics::analyse(query, names));

    Given given;
    AnswerRows& answer = given.rows;
    for (const auto& column : typed.columns) answer.columns.push_back(column.name);
    engine::RunLimits limits({.timeout_seconds = 1, .max_memory_bytes = std::uint64_t{1} << 28});
    const auto take = [&](RowBatch& batch) -> engine::Result<void> {
        batch.for_each_row([&](engine::exec::RowIndex row) {
            auto& cells = answer.rows.emplace_back();
            for (const auto& column : batch.columns) cells.push_back(column.get(row));
        });
        return {};
    };
    if (!typed.writes()) {
        CONFER_TRY(const plan::Plan plan, plan::build(std::move(typed), *graph, rules));
        plan_text = plan::explain(plan);
        CONFER_TRY(const auto lowered, engine::exec::lower(plan, *graph));
        engine::exec::RunContext run{*graph, values, limits};
        CONFER_CHECK(lowered->run(run, take));
        answer.names = by_number(world);
        return given;
    }
    engine::Transaction transaction(graph, values, limits, rules);
    CONFER_CHECK(transaction.run(std::move(typed), take));
    answer.names = by_content(World(transaction.graph()));
    given.graphs = transaction.take_past();
    given.graphs.push_back(transaction.graph());
    if (answer.columns.empty()) answer.rows.clear();
    CONFER_TRY(const engine::GraphPtr next, transaction.publish());
    given.after = describe(transaction.stats(), World(next));
    return given;
}

// What the oracle thinks of a statement, under as many orders of rows as it takes to know.
class Opinions {
public:
    Opinions(const ast::Query& query, const World& world) : query_(query), world_(world) { ask(3); }

    Outcome compare(const engine::Result<Given>& answer);

private:
    void ask(unsigned orders) {
        for (auto order = static_cast<unsigned>(all_.size()); order < orders; ++order)
            all_.push_back(ask_oracle(query_, world_, order));
    }
    std::size_t failed() const {
        return static_cast<std::size_t>(std::count_if(
            all_.begin(), all_.end(), [](const Opinion& opinion) { return !opinion.expected.has_value(); }));
    }
    bool is_determined(Look look) const {
        const Opinion& first = all_.front();
        return std::all_of(all_.begin(), all_.end(), [&](const Opinion& other) {
            return other.expected && first.after == other.after &&
                   agree(*first.expected, first.names, other.answer(), look);
        });
    }

    const ast::Query& query_;
    const World& world_;
    std::vector<Opinion> all_;
};

Outcome Opinions::compare(const engine::Result<Given>& answer) {
    if (!answer && answer.error().phase == engine::Phase::compile) {
        return {Verdict::refused,
                std::string(engine::info(answer.error().code).name) + ": " + answer.error().message,
                {},
                {}};
    }
    if (!answer && engine::info(answer.error().code).exit_status == 4) return {Verdict::too_much, {}, {}, {}};
    const auto text = [](const Given& given) {
        return show(given.rows.columns, given.rows.rows, given.rows.names, given.after);
    };
    if (failed() > 0) {
        if (failed() < all_.size()) return {Verdict::open, {}, {}, {}};
        if (!answer) return {Verdict::agreed_on_nothing, all_.front().failure, {}, {}};
        // Rows and conditions that decide nothing need not be computed.
        if (all_.front().on_deleted) return {Verdict::open, {}, {}, {}};
        ask(30);
        if (failed() < all_.size()) return {Verdict::open, {}, {}, {}};
        return {Verdict::different, {}, "error: " + all_.front().failure + "\n", text(answer.value())};
    }
    // A condition may be asked before it is known whether there are rows that need it.
    if (!answer && answer.error().code == engine::ErrorCode::deleted_entity_access) return {Verdict::open, {}, {}, {}};
    const Opinion first = all_.front();
    const std::string right = show(first.expected->columns, first.expected->answer(), first.names, first.after);
    for (const Look look : {Look::exactly, Look::lists_as_bags, Look::numbers_by_size}) {
        if (!is_determined(look)) continue;
        if (answer && answer.value().after == first.after &&
            agree(*first.expected, first.names, answer.value().rows, look)) {
            const bool nothing =
                answer.value().rows.rows.empty() && (first.after.empty() || first.after.rfind("after: \n", 0) == 0);
            return {nothing ? Verdict::agreed_on_nothing : Verdict::agreed, {}, {}, {}};
        }
        ask(30);  // a few rows may have come in the same order three times
        if (!is_determined(look)) continue;
        return {
            Verdict::different, {}, right, answer ? text(answer.value()) : "error: " + answer.error().message + "\n"};
    }
    return {Verdict::open, {}, {}, {}};
}

}  // namespace

std::vector<Setting> some_settings(Random& random) {
    Setting fewer{"without", {}};
    for (const std::string_view name : plan::rule_names) {
        if (!random.percent(50)) continue;
        fewer.rules = *fewer.rules.without(name);
        fewer.name += " " + std::string(name);
    }
    std::vector<Setting> settings = {{"with all rules", {}}};
    if (fewer.name != "without") settings.push_back(std::move(fewer));
    return settings;
}

std::vector<Setting> all_settings() {
    std::vector<Setting> settings = {{"with all rules", {}}};
    Setting none{"with no rule", {}};
    for (const std::string_view name : plan::rule_names) {
        settings.push_back({"without " + std::string(name), *plan::Rules().without(name)});
        none.rules = *none.rules.without(name);
    }
    settings.push_back(std::move(none));
    return settings;
}

std::vector<Outcome> try_case(const Case& a_case, const std::vector<Setting>& settings) {
    const World world(build(a_case.sketch));
    const auto parsed = engine::syntax::parse(a_case.statement);
    if (!parsed)
        return std::vector<Outcome>(settings.size(), {Verdict::refused, "syntax: " + parsed.error().message, {}, {}});
    const auto& query = std::get<ast::Query>(parsed.value().body);
    try {
        Opinions opinions(query, world);
        std::vector<Outcome> outcomes;
        for (const Setting& setting : settings) {
            std::string plan;
            outcomes.push_back(opinions.compare(ask_engine(query, world, setting.rules, plan)));
            outcomes.back().plan = std::move(plan);
        }
        return outcomes;
    } catch (const TooMuch&) {
        return std::vector<Outcome>(settings.size(), {Verdict::too_much, {}, {}, {}});
    } catch (const Unsupported&) {
        return std::vector<Outcome>(settings.size(), {Verdict::open, "the oracle doesn't know it", {}, {}});
    }
}

}  // namespace confer::oracle
