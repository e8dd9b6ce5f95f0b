#include "session/database.h"

#include <chrono>
#include <new>

#include "exec/leftovers.h"
#include "graph/graph_builder.h"
#include "load/builtin_graph.h"
#include "load/read_graph.h"
#include "plugin/plugin.h"
#include "procedure/builtin_procedures.h"
#include "question/vocabulary.h"
#include "session/catalogue.h"
#include "session/extensions.h"
#include "session/plan_cache.h"
#include "session/prepared.h"
#include "session/run_plan.h"
#include "session/transaction.h"

namespace confer::engine {

// What a statement is run against: a snapshot, functions and procedures, and what is derived from them once for all
// statements.
struct Database::Opened {
    Opened(GraphPtr graph, const FunctionRegistry& functions, std::shared_ptr<const ProcedureRegistry> procedures)
        : graph(std::move(graph)), functions(functions), procedures(std::move(procedures)), vocabulary(*this->graph) {}
    GraphPtr graph;
    const FunctionRegistry& functions;
    std::shared_ptr<const ProcedureRegistry> procedures;
    question::Vocabulary vocabulary;
    mutable PlanCache plans;
};

namespace {

using Clock = std::chrono::steady_clock;

// What a plan depends on besides the statement, the graph and the functions.
std::string conditions_of(const RunOptions& options) {
    std::string conditions(1, options.with_sources ? 's' : '-');
    for (const auto& [name, value] : options.parameters) {
        conditions += static_cast<char>('0' + static_cast<int>(value.kind()));
        conditions += std::to_string(name.size());
        conditions += ':';
        conditions += name;
    }
    return conditions;
}

ValueType type_of(const Value& value) {
    return value.is_null() ? ValueType::any() : ValueType(value.kind());
}

Error refused(const typed::Query& update) {
    for (const typed::SingleQuery& part : update.parts) {
        if (part.steps.empty()) continue;
        return Error{.code = ErrorCode::read_only,
                     .message = "`" + std::string(typed::name_of(part.steps.front().update)) +
                                "` would change the graph, and statements may only read it",
                     .span = part.steps.front().span,
                     .hints = {"ask with `MATCH … RETURN …`, or start without `--read-only`"}};
    }
    return Error{.code = ErrorCode::read_only, .message = "the statement would change the graph"};
}

std::shared_ptr<const ProcedureRegistry> procedures_with(const FunctionRegistry& functions,
                                                         const std::vector<ProcedurePtr>& more) {
    auto all = std::make_shared<ProcedureRegistry>(&builtin_procedures());
    for (ProcedureSpec& spec : catalogue_procedures(functions, *all)) all->add(std::move(spec));
    for (const ProcedurePtr& procedure : more) all->add(procedure);
    return all;
}

}  // namespace

Database::Database() : Database(GraphBuilder().finish()) {}
Database::Database(GraphPtr graph) : plugins_(built_in_extensions()) {
    open(std::move(graph), plugins_.back()->functions);
}
Database::~Database() {
    exec::Leftovers::settle();
}

std::shared_ptr<const Database::Opened> Database::opened() const {
    const std::lock_guard lock(mutex_);
    return opened_;
}

void Database::open(GraphPtr graph, const FunctionRegistry& functions) {
    std::vector<ProcedurePtr> more = declared_;
    for (const auto& plugin : plugins_) more.insert(more.end(), plugin->procedures.begin(), plugin->procedures.end());
    auto opened = std::make_shared<const Opened>(std::move(graph), functions, procedures_with(functions, more));
    const std::lock_guard lock(mutex_);
    opened_ = std::move(opened);
}

GraphPtr Database::graph() const {
    return opened()->graph;
}

Result<void> Database::load(const std::string& path, const FileOptions& options) {
    CONFER_TRY(GraphPtr graph, read_graph_files(plugins(), path, options));
    adopt(std::move(graph));
    return {};
}

Result<void> Database::save(const std::string& path, const FileOptions& options) const {
    return write_graph_files(plugins(), *graph(), path, options);
}

std::vector<std::string> Database::readable_formats() const {
    return engine::readable_formats(plugins());
}

std::vector<std::string> Database::writable_formats() const {
    return engine::writable_formats(plugins());
}

void Database::adopt(GraphPtr graph) {
    const std::lock_guard turn(writing_);
    open(std::move(graph), functions());
}

Result<void> Database::load_builtin() {
    CONFER_TRY(GraphPtr graph, load::read_graph(load::builtin_files(), "graph.json"));
    const std::lock_guard turn(writing_);
    open(std::move(graph), functions());
    return {};
}

void Database::reset() {
    const std::lock_guard turn(writing_);
    declared_.clear();
    open(GraphBuilder().finish(), functions());
}

Result<void> Database::load_plugin(std::string_view path) {
    CONFER_TRY(plugin::Library library, plugin::Library::open(path));
    for (const plugin::Plugin* loaded : plugins()) {
        if (loaded->path == library.path()) return {};
    }
    CONFER_TRY(auto plugin, plugin::introduce(std::move(library), functions(), *procedures()));
    return add(std::move(plugin));
}

Result<void> Database::add_extension(PluginInit init) {
    CONFER_TRY(auto plugin, plugin::introduce(init, functions(), *procedures()));
    return add(std::move(plugin));
}

Result<void> Database::add(std::unique_ptr<const plugin::Plugin> plugin) {
    const FunctionRegistry& functions = plugin->functions;
    const bool adds_calls = !plugin->scalars.empty() || !plugin->procedures.empty();
    const std::lock_guard turn(writing_);
    {
        const std::lock_guard lock(mutex_);
        plugins_.push_back(std::move(plugin));
    }
    if (adds_calls) open(graph(), functions);
    return {};
}

std::vector<const plugin::Plugin*> Database::plugins() const {
    const std::lock_guard lock(mutex_);
    std::vector<const plugin::Plugin*> all;
    all.reserve(plugins_.size());
    for (const auto& plugin : plugins_) all.push_back(plugin.get());
    return all;
}

const FunctionRegistry& Database::functions() const {
    return opened()->functions;
}

std::shared_ptr<const ProcedureRegistry> Database::procedures() const {
    return opened()->procedures;
}

Result<void> Database::declare(ProcedureSpec procedure) {
    const std::lock_guard turn(writing_);
    const ProcedurePtr known = procedures()->find(procedure.name);
    if (known != nullptr && std::erase(declared_, known) == 0)
        return Error{.code = ErrorCode::plugin,
                     .message = "there is a procedure `" + known->name + "` already",
                     .hints = {"declare it under another name"}};
    declared_.push_back(std::make_shared<const ProcedureSpec>(std::move(procedure)));
    open(graph(), functions());
    return {};
}

Result<Answer> Database::run(std::string_view statement, const RunOptions& options) {
    return run(statement, skeleton_of(statement), nullptr, options);
}

Result<Answer> Database::run(const Prepared& prepared, const RunOptions& options) {
    return run(prepared.text(), prepared.skeleton(), &prepared, options);
}

Result<Answer> Database::run(std::string_view statement, const Skeleton& skeleton, const Prepared* prepared,
                             const RunOptions& options) {
    const auto start = Clock::now();
    const std::shared_ptr<const Opened> opened = this->opened();
    try {
        const auto limits = std::make_shared<RunLimits>(options.limits, options.cancel);
        exec::Leftovers leftovers(limits);
        CONFER_TRY(const auto plan, plan_for(opened, statement, skeleton, prepared, options, *limits));
        Result<Answer> answer =
            plan->update == nullptr
                ? run_plan(*plan, {statement, skeleton}, opened->graph, options.parameters, *limits, leftovers)
                : write(opened, plan, statement, skeleton, options, *limits, leftovers);
        if (answer) answer.value().seconds = std::chrono::duration<double>(Clock::now() - start).count();
        return answer;
    } catch (const std::bad_alloc&) {
        return Error{.code = ErrorCode::memory_limit,
                     .message = "the machine has no memory left for this statement",
                     .hints = {"ask for less at once, for example with `LIMIT`"},
                     .phase = Phase::runtime};
    } catch (const std::exception& broken) {
        return Error{.code = ErrorCode::internal,
                     .message = std::string("Confer itself failed: ") + broken.what(),
                     .hints = {"this is a defect of Confer: please report the statement"},
                     .phase = Phase::runtime};
    }
}

Result<Answer> Database::write(std::shared_ptr<const Opened> opened, std::shared_ptr<const Compiled> plan,
                               std::string_view statement, const Skeleton& skeleton, const RunOptions& options,
                               RunLimits& limits, exec::Leftovers& leftovers) {
    if (options.read_only) return refused(*plan->update);
    const std::lock_guard turn(writing_);
    if (const auto now = this->opened(); now != opened) {  // another writer was first
        opened = now;
        CONFER_TRY(plan, plan_for(opened, statement, skeleton, nullptr, options, limits));
    }
    auto transaction =
        std::make_unique<Transaction>(opened->graph, options.parameters, limits, plan::Rules(), &leftovers);
    Result<Answer> answer = run_update(*plan, {statement, skeleton}, *transaction, limits, leftovers);
    if (!answer) {
        leftovers.keep(std::shared_ptr<Transaction>(std::move(transaction)));
        return answer;
    }
    CONFER_TRY(GraphPtr next, transaction->publish());
    open(std::move(next), opened->functions);
    return answer;
}

Result<std::shared_ptr<const Compiled>> Database::plan_for(const std::shared_ptr<const Opened>& opened,
                                                           std::string_view statement, const Skeleton& skeleton,
                                                           const Prepared* prepared, const RunOptions& options,
                                                           const RunLimits& limits) const {
    const std::string conditions = conditions_of(options);
    if (prepared != nullptr) {
        if (auto kept = prepared->plan(opened, conditions)) return kept;
    }
    std::shared_ptr<const Compiled> plan = opened->plans.find(skeleton, statement, conditions);
    if (plan == nullptr) {
        std::map<std::string, ValueType, std::less<>> types;
        for (const auto& [name, value] : options.parameters) types.emplace(name, type_of(value));
        CONFER_TRY(Compiled compiled,
                   compile(statement, {*opened->graph, opened->vocabulary, opened->functions, *opened->procedures,
                                       types, &limits, options.with_sources, &skeleton.literals}));
        plan = std::make_shared<const Compiled>(std::move(compiled));
        // What EXPLAIN and PROFILE show is made anew each time.
        if (plan->mode == ast::Mode::run && plan->update == nullptr)
            opened->plans.keep(skeleton, statement, conditions, plan);
    }
    if (prepared != nullptr && plan->mode == ast::Mode::run && plan->update == nullptr)
        prepared->keep(opened, conditions, plan);
    return plan;
}

}  // namespace confer::engine
