#pragma once
// typed::Query: a statement whose meaning is settled; the input of the planner.
//
// Shapes     every variable has a row in Query::variables; clauses refer to it by VarId.
// Ownership  trees own their parts; move-only. A Query refers to FunctionSpecs, which live for ever, and shares
//            ProcedureSpecs.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "function/procedure_registry.h"
#include "semantics/typed_expr.h"
#include "semantics/typed_update.h"

namespace confer::engine::typed {

struct VariableInfo {
    std::string name;  // as written; "" for what the statement leaves anonymous
    ValueType type;
    SourceSpan span;
};

// ---- MATCH
struct PatternNode {
    VarId variable;
    bool bound = false;   // comes from an earlier clause
    LabelTestPtr labels;  // may be null
};

enum class Towards : std::uint8_t { outgoing, incoming, either };

// ((a)-[r]->(b)<-[s]-(c) WHERE …){1,3}: what each turn of the walk looks like.
struct Turn {
    struct Step {
        VarId relationship;
        Towards towards;
        LabelTestPtr types;  // may be null: any
    };
    std::vector<VarId> nodes;  // steps.size() + 1
    std::vector<Step> steps;   // at least one
    std::vector<ExprPtr> conditions;
    // What its variables are outside: lists with one element for each turn.
    struct List {
        VarId list;
        bool of_nodes;
        std::size_t position;  // in nodes or steps
    };
    std::vector<List> lists;
};

// Of the paths between the same two ends, the first `count` by length; with `groups`, all of the first `count` lengths.
struct PathSelector {
    ExprPtr count;  // null: one
    bool groups = false;
    bool ends_differ = false;  // paths of one relationship or more do not lead back to their start
};

struct PatternRelationship {
    VarId variable;        // a relationship; with hops: a list of relationships
    bool bound = false;    // comes from an earlier clause
    std::size_t from, to;  // indexes in PatternGraph::nodes; `towards` is seen from `from`
    Towards towards = Towards::outgoing;
    LabelTestPtr types;  // may be null: any
    struct Hops {
        std::uint32_t least = 1;
        std::optional<std::uint32_t> most;  // absent: unbounded
    };
    std::optional<Hops> hops;  // absent: exactly one, and `variable` is a relationship
    // Conditions on each relationship of a variable-length one: `each` stands for the relationship.
    VarId each = no_variable;
    std::vector<ExprPtr> each_conditions;
    // Of a path in parentheses: `hops` counts its turns, `variable` lists the relationships of all of them, `types` are
    // those of any step, and `towards` says nothing.
    std::unique_ptr<Turn> turn;
    std::optional<PathSelector> selector;  // hops are there, then; and all relationships may occur elsewhere, too
};

struct NamedPath {
    VarId variable;
    std::vector<std::size_t> nodes, relationships;  // indexes, in the path's order
};

// All patterns of one MATCH. A node variable that occurs twice is one PatternNode. Properties, WHERE in
// nodes and MATCH's own WHERE are `conditions`, joined by AND.
// Relationships of one PatternGraph are pairwise distinct (openCypher's uniqueness), also inside
// variable-length ones.
//
// With a selector, paths.front() is the whole pattern, and of its matches only those count whose path is selected among
// the paths between its ends. `after` are the conditions on what is selected.
struct PatternGraph {
    std::vector<PatternNode> nodes;
    std::vector<PatternRelationship> relationships;
    std::vector<NamedPath> paths;
    std::vector<ExprPtr> conditions;
    std::optional<PathSelector> selector;
    std::vector<ExprPtr> after;
};

struct Match {
    bool optional = false;
    PatternGraph pattern;
};

// UNWIND and FOR.
struct Unwind {
    ExprPtr list;
    VarId variable;
    VarId position = no_variable;  // of the element in its list, if asked for
    std::int64_t first = 0;        // the position of the first
};

// Each row goes on with the outputs of each row that the procedure gives; as it is when the procedure is void.
struct ProcedureCall {
    ProcedurePtr procedure;
    SourceSpan span;                 // of its name
    std::vector<ExprPtr> arguments;  // one for each input
    struct Yield {
        std::size_t output;  // index in the procedure's outputs
        VarId variable;
    };
    std::vector<Yield> yields;
    std::vector<ExprPtr> conditions;  // joined by AND
};

// ---- WITH, RETURN, FILTER, LET
struct Binding {
    VarId variable;
    ExprPtr expr;
};
struct AggregateCall {
    VarId variable;
    const AggregateSpec* function;  // count(*) is "count" with no arguments
    bool distinct = false;
    std::vector<ExprPtr> arguments;
};
struct SortKey {
    ExprPtr expr;
    bool descending = false;
};

// Meaning, in this order: (aggregating) group the input by `keys` and compute `aggregates`; compute
// `items`, over keys and aggregates when aggregating, else over the input; (distinct) keep one
// row of each combination of items; sort; skip; limit; keep rows where `where` is true.
// `order_by` may use items' variables and, unless distinct or aggregating, also input variables; when
// aggregating also keys' and aggregates'; and so may `where`. Aggregating projections are never `distinct`: all
// keys are among their items. A `keys` or `items` binding whose expr is a plain Variable with the same VarId
// passes it through.
struct Projection {
    bool aggregating = false;
    std::vector<Binding> keys;
    std::vector<AggregateCall> aggregates;
    std::vector<Binding> items;
    bool distinct = false;
    std::vector<SortKey> order_by;
    ExprPtr skip, limit;  // may be null; constant or parameter expressions
    ExprPtr where;        // may be null
};

struct Clause {
    SourceSpan span;
    std::variant<Match, Unwind, ProcedureCall, Projection> node;
};

// Finds rows, then changes the graph for each of them. What comes after it sees the graph as it is then.
struct Step {
    std::vector<Clause> clauses;
    SourceSpan span;
    Update update;
};

struct SingleQuery {
    std::vector<Step> steps;      // of a query that writes; not in subqueries
    std::vector<Clause> clauses;  // after them
    std::vector<VarId> columns;   // what its RETURN gives, in order; none without RETURN
};

struct Column {
    std::string name;
    ValueType type;
};

struct Query {
    std::vector<SingleQuery> parts;  // more than one: UNION
    std::vector<bool> union_all;     // parts.size() - 1
    std::vector<Column> columns;
    bool has_evidence = false;            // each part gives one column more: what its rows rest on
    std::vector<VariableInfo> variables;  // of the outermost query only; subqueries share it (theirs is empty)
    std::vector<std::string> parameters;  // names used, in order of first use

    bool writes() const;
};

}  // namespace confer::engine::typed
