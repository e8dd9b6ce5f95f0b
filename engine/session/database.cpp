#include "session/database.h"

#include <chrono>
#include <new>

#include "graph/graph_builder.h"
#include "load/builtin_graph.h"
#include "load/read_graph.h"
#include "plugin/plugin.h"
#include "question/vocabulary.h"
#include "session/compile.h"
#include "session/provenance.h"

namespace confer::engine {

// A snapshot and what is derived from it once for all statements.
struct Database::Opened {
    explicit Opened(GraphPtr graph) : graph(std::move(graph)), vocabulary(*this->graph) {}
    GraphPtr graph;
    question::Vocabulary vocabulary;
};

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* nothing_recorded = "Nothing that is recorded here answers this; that is not a `no`.";

ValueType type_of(const Value& value) {
    return value.is_null() ? ValueType::any() : ValueType(value.kind());
}

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

Result<void> collect_rows(const Compiled& compiled, exec::RunContext& run, Answer& answer) {
    answer.columns = compiled.columns;
    Provenance provenance(answer);
    const std::size_t width = compiled.columns.size();
    const auto take = [&](exec::RowBatch& batch) -> Result<void> {
        const std::size_t rows = answer.rows.size() + batch.selected_count();
        const auto& most = run.limits.limits().max_rows;
        if (most && rows > *most) {
            return Error{
                .code = ErrorCode::row_limit,
                .message = "the answer has more than " + std::to_string(*most) + " rows, the limit that was set",
                .hints = {"ask for fewer with `LIMIT`, or raise `--max-rows`"},
                .phase = Phase::runtime};
        }
        std::size_t bytes = 0;
        batch.for_each_row([&](exec::RowIndex row) {
            std::vector<Value>& values = answer.rows.emplace_back();
            values.reserve(width);
            for (std::size_t i = 0; i < width; ++i) values.push_back(batch.columns[i].get(row));
            bytes += sizeof values + width * sizeof(Value);
            for (const Value& value : values) bytes += value.heap_bytes();
            if (compiled.has_evidence) provenance.cite(batch.columns[width].get(row));
        });
        return run.limits.charge(bytes);
    };
    return compiled.query->run(run, take);
}

}  // namespace

Database::Database() : Database(GraphBuilder().finish()) {}
Database::Database(GraphPtr graph) : opened_(std::make_shared<const Opened>(std::move(graph))) {}
Database::~Database() = default;

std::shared_ptr<const Database::Opened> Database::opened() const {
    const std::lock_guard lock(mutex_);
    return opened_;
}

void Database::open(GraphPtr graph) {
    auto opened = std::make_shared<const Opened>(std::move(graph));
    const std::lock_guard lock(mutex_);
    opened_ = std::move(opened);
}

GraphPtr Database::graph() const {
    return opened()->graph;
}

Result<void> Database::load(std::string_view path) {
    CONFER_TRY(GraphPtr graph, load::read_graph(path));
    open(std::move(graph));
    return {};
}

Result<void> Database::load_builtin() {
    CONFER_TRY(GraphPtr graph, load::read_graph(load::builtin_files(), "graph.json"));
    open(std::move(graph));
    return {};
}

void Database::reset() {
    open(GraphBuilder().finish());
}

Result<void> Database::load_plugin(std::string_view path) {
    CONFER_TRY(plugin::Library library, plugin::Library::open(path));
    for (const plugin::Plugin* loaded : plugins()) {
        if (loaded->path == library.path()) return {};
    }
    CONFER_TRY(auto plugin, plugin::introduce(std::move(library), functions()));
    const std::lock_guard lock(mutex_);
    plugins_.push_back(std::move(plugin));
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
    const std::lock_guard lock(mutex_);
    return plugins_.empty() ? builtin_functions() : plugins_.back()->functions;
}

Result<Answer> Database::run(std::string_view statement, const RunOptions& options) const {
    const auto start = Clock::now();
    const std::shared_ptr<const Opened> opened = this->opened();
    try {
        RunLimits limits(options.limits, options.cancel);
        std::map<std::string, ValueType, std::less<>> types;
        for (const auto& [name, value] : options.parameters) types.emplace(name, type_of(value));
        CONFER_TRY(const Compiled compiled,
                   compile(statement, {*opened->graph, opened->vocabulary, functions(), types, options.with_sources}));

        Answer answer;
        answer.graph = opened->graph;
        answer.statement = statement;
        answer.pattern = compiled.pattern;
        answer.notices = compiled.notices;
        if (compiled.mode != ast::Mode::run) {
            explain_into(answer, compiled);
        } else {
            exec::RunContext run{*opened->graph, options.parameters, limits};
            CONFER_CHECK(collect_rows(compiled, run, answer));
            if (answer.rows.empty() && !compiled.understood.empty()) answer.notices.emplace_back(nothing_recorded);
        }
        answer.seconds = std::chrono::duration<double>(Clock::now() - start).count();
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

}  // namespace confer::engine
