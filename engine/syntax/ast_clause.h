#pragma once
// ast::Query and ast::Statement: clauses in the order in which they were written.
//
// Source     openCypher 9 grammar; FILTER, LET and FOR after ISO/IEC 39075 (GQL).
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "syntax/ast_pattern.h"
#include "syntax/ast_question.h"
#include "syntax/ast_update.h"

namespace confer::engine::ast {

struct Match {
    bool optional = false;
    std::vector<PathPattern> patterns;
    ExprPtr where;  // may be null
};

struct Unwind {
    ExprPtr list;
    Name variable;
};

// FILTER condition
struct Filter {
    ExprPtr condition;
};

// LET x = …, y = …: a later one may use an earlier one.
struct Let {
    std::vector<std::pair<Name, ExprPtr>> bindings;
};

// FOR x IN list WITH ORDINALITY i
struct For {
    enum class Counting : std::uint8_t { none, from_one, from_zero };  // WITH ORDINALITY, WITH OFFSET
    Name variable;
    ExprPtr list;
    Counting counting = Counting::none;
    Name position;  // when counting
};

struct YieldItem {
    Name output;
    std::optional<Name> alias;
};

// CALL procedure(…) YIELD a AS b WHERE …
struct ProcedureCall {
    Name procedure;                                 // may hold dots
    std::optional<std::vector<ExprPtr>> arguments;  // absent: they are the parameters called like the inputs
    std::optional<SourceSpan> yields_all = {};      // YIELD *, and where it stands
    std::optional<std::vector<YieldItem>> yields;   // absent: no YIELD, or YIELD *
    ExprPtr where;                                  // may be null
};

struct ProjectionItem {
    ExprPtr expr;
    std::optional<Name> alias;
    std::string text;  // the expression as written: the column's name when there is no alias
};

struct SortItem {
    ExprPtr expr;
    bool descending = false;
};

// WITH and RETURN.
struct Projection {
    bool is_return = false;
    bool distinct = false;
    bool all = false;  // *
    std::vector<ProjectionItem> items;
    std::vector<SortItem> order_by;
    ExprPtr skip, limit;  // may be null
    ExprPtr where;        // WITH only; may be null
};

struct Clause {
    SourceSpan span;
    std::variant<Match, Unwind, Filter, Let, For, ProcedureCall, Projection, Create, Merge, Set, Remove, Delete> node;
};

// Whether the clause changes the graph.
bool writes(const Clause& clause);

struct SingleQuery {
    SourceSpan span;
    std::vector<Clause> clauses;
};

// parts.size() == union_all.size() + 1
struct Query {
    SourceSpan span;
    std::vector<SingleQuery> parts;
    std::vector<bool> union_all;
    bool with_sources = false;  // RETURN … WITH SOURCES
};

bool writes(const Query& query);

enum class Mode : std::uint8_t { run, explain, profile };

struct Statement {
    Mode mode = Mode::run;
    SourceSpan span;
    std::variant<Query, Question> body;
};

}  // namespace confer::engine::ast
