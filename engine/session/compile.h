#pragma once
// compile: a statement's text -> something that runs, through every stage.
//
// Threads    safe from any number of threads.
// Errors     those of the stages, with spans into the statement.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "exec/profile.h"
#include "exec/query.h"
#include "function/procedure_registry.h"
#include "function/registry.h"
#include "graph/property_graph.h"
#include "plan/build.h"
#include "question/vocabulary.h"
#include "session/answer.h"
#include "session/literals.h"
#include "session/sought.h"
#include "syntax/ast_clause.h"

namespace confer::engine {

struct CompileContext {
    const PropertyGraph& graph;
    const question::Vocabulary& vocabulary;  // of that graph
    const FunctionRegistry& functions;
    const ProcedureRegistry& procedures;
    const std::map<std::string, ValueType, std::less<>>& parameters;
    const RunLimits* limits = nullptr;  // of the run that it is compiled for: looked at all the while
    bool with_evidence = false;         // a question's rows then carry what they rest on
    // Of the statement: those that may vary become parameters, so that the plan also serves others. nullptr: none do.
    const std::vector<Literal>* literals = nullptr;
};

struct Compiled {
    ast::Mode mode = ast::Mode::run;
    std::vector<AnswerColumn> columns;
    std::optional<Sharing> sharing;          // what the answer is about, where that is what things have in common
    std::optional<Tree> tree;                // how the rows hang under each other
    bool has_evidence = false;               // the query gives one column more: the relationships that the row rests on
    std::string pattern;                     // in canonical text
    std::string understood;                  // a question in plain English; empty for patterns
    std::string plan;                        // as EXPLAIN prints it
    std::vector<plan::OutlineLine> outline;  // for PROFILE, with `profile`, which the runs of `query` write to
    std::unique_ptr<exec::Profile> profile;
    std::unique_ptr<const exec::ExecutableQuery> query;  // null when the statement writes
    // Of a statement that writes: planned as it runs, since each of its clauses may find another graph. A run uses it
    // up.
    std::shared_ptr<typed::Query> update;
    std::optional<Matrix> matrix;  // how its columns are to be read; its evidence is then by cell
    std::vector<std::string> notices;
    std::vector<Sought> sought;     // of a pattern: why an empty answer may be empty
    std::vector<Literal> literals;  // of the statement that it was compiled from
    std::vector<bool> lifted;       // by literal: the plan and the pattern have a parameter instead
};

Result<Compiled> compile(std::string_view statement, const CompileContext& context);

}  // namespace confer::engine
