#pragma once
// Database: a graph that can be asked and changed: the whole pipeline behind two verbs, load and run.
//
// Threads    run() may be called from any number of threads at once; load(), load_plugin(), declare() and reset() from
//            one, while running statements keep the snapshot and the functions they started with. Statements that write
//            take turns with each other and with these; they keep nobody from reading.
// Errors     whatever the stages report; std::bad_alloc and broken invariants become memory_limit and
//            internal here and nowhere else.
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "exec/expr/evaluator.h"
#include "function/procedure_registry.h"
#include "function/registry.h"
#include "graph/property_graph.h"
#include "session/answer.h"
#include "session/graph_files.h"

struct confer_host_v1;

namespace confer::engine {

using PluginInit = std::int32_t (*)(const confer_host_v1* host);  // confer/plugin.h

struct Compiled;
struct Skeleton;
class Prepared;

struct RunOptions {
    exec::Parameters parameters;
    Limits limits;
    const CancelToken* cancel = nullptr;
    bool with_sources = true;  // find the citations of a question's answer
    bool read_only = false;    // refuse statements that write (read_only)
};

namespace exec {
class Leftovers;
}

class Database {
public:
    Database();  // the empty graph
    explicit Database(GraphPtr graph);
    ~Database();  // waits until all is given back that failed statements held

    GraphPtr graph() const;
    // A file or a folder, in any format that there is (session/graph_files.h). On error the graph stays what it was.
    Result<void> load(const std::string& path, const FileOptions& options = {});
    // The graph into a file, in any format that there is.
    Result<void> save(const std::string& path, const FileOptions& options = {}) const;
    std::vector<std::string> readable_formats() const;
    std::vector<std::string> writable_formats() const;
    // This graph from here on.
    void adopt(GraphPtr graph);
    // The graph that is built into the program.
    Result<void> load_builtin();
    // The empty graph; declared procedures are forgotten.
    void reset();

    // Loads the plugin in the file at `path`, which runs its code; a second time it does nothing. The functions of
    // all plugins stay for the life of the database, whatever graph it holds. Hosts call this for the people who
    // started them, never for a statement.
    Result<void> load_plugin(std::string_view path);
    // The same for a plugin that is linked into the program.
    Result<void> add_extension(PluginInit init);
    std::vector<const plugin::Plugin*> plugins() const;  // in the order they were loaded in
    // The language's own, and those of the plugins. Lives as long as the database.
    const FunctionRegistry& functions() const;

    // The procedures of every graph, those of the plugins and those that were declared. Immutable: what is added later
    // makes another one.
    std::shared_ptr<const ProcedureRegistry> procedures() const;
    // Adds a procedure until the next reset(), in place of one declared before under the same name. Errors: plugin,
    // when the name is taken otherwise.
    Result<void> declare(ProcedureSpec procedure);

    // Runs one statement: a pattern or a question, with or without EXPLAIN. Its plan is made once for all runs of it,
    // as long as the graph stays the same (session/plan_cache.h). One that writes makes the next graph, or, when it
    // fails, leaves everything as it was.
    Result<Answer> run(std::string_view statement, const RunOptions& options = {});
    Result<Answer> run(const Prepared& prepared, const RunOptions& options = {});

private:
    struct Opened;
    Result<Answer> run(std::string_view statement, const Skeleton& skeleton, const Prepared* prepared,
                       const RunOptions& options);
    Result<Answer> write(std::shared_ptr<const Opened> opened, std::shared_ptr<const Compiled> plan,
                         std::string_view statement, const Skeleton& skeleton, const RunOptions& options,
                         RunLimits& limits, exec::Leftovers& leftovers);
    Result<std::shared_ptr<const Compiled>> plan_for(const std::shared_ptr<const Opened>& opened,
                                                     std::string_view statement, const Skeleton& skeleton,
                                                     const Prepared* prepared, const RunOptions& options,
                                                     const RunLimits& limits) const;
    std::shared_ptr<const Opened> opened() const;
    Result<void> add(std::unique_ptr<const plugin::Plugin> plugin);
    // Makes this what statements are run against from here on, with the procedures that there are now.
    void open(GraphPtr graph, const FunctionRegistry& functions);

    std::mutex writing_;        // held from the snapshot that a writer begins with to the one that it publishes
    mutable std::mutex mutex_;  // guards what run() and plugins() read
    std::shared_ptr<const Opened> opened_;
    std::vector<std::unique_ptr<const plugin::Plugin>> plugins_;  // each stands on the one before it
    std::vector<ProcedurePtr> declared_;
};

}  // namespace confer::engine
