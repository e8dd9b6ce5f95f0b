#pragma once
// Database: a graph that can be asked: the whole pipeline behind two verbs, load and run.
//
// Threads    run() may be called from any number of threads at once; load() and reset() from one, while
//            running statements keep the snapshot they started with.
// Errors     whatever the stages report; std::bad_alloc and broken invariants become memory_limit and
//            internal here and nowhere else.
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "base/cancel.h"
#include "base/result.h"
#include "exec/expr/evaluator.h"
#include "graph/property_graph.h"
#include "session/answer.h"

namespace confer::engine {

struct RunOptions {
    exec::Parameters parameters;
    Limits limits;
    const CancelToken* cancel = nullptr;
    bool with_sources = true;  // find the citations of a question's answer
};

class Database {
public:
    Database();  // the empty graph
    explicit Database(GraphPtr graph);
    ~Database();

    GraphPtr graph() const;
    // A file or a folder. On error the graph stays what it was.
    Result<void> load(std::string_view path);
    // The graph that is built into the program.
    Result<void> load_builtin();
    void reset();

    // Runs one statement: a pattern or a question, with or without EXPLAIN.
    Result<Answer> run(std::string_view statement, const RunOptions& options = {}) const;

private:
    struct Opened;
    std::shared_ptr<const Opened> opened() const;
    void open(GraphPtr graph);

    mutable std::mutex mutex_;  // guards opened_
    std::shared_ptr<const Opened> opened_;
};

}  // namespace confer::engine
