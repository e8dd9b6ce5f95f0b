#pragma once
// plan::Node: the logical plan: what to do with rows, not how. A tree; rows flow from the leaves up.
//
// Ownership  trees own their parts; typed expressions move in from the analyser.
// Source     operator names after Neo4j's plans and Kuzu's logical operators.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "semantics/typed_query.h"

namespace confer::engine::plan {

using typed::VarId;

struct Node;
using NodePtr = std::unique_ptr<Node>;

// ---- leaves
struct SingleRow {};  // one row, no columns
struct Argument {
    std::vector<VarId> variables;
};  // the rows for which the enclosing subplan runs
struct Rows {
    std::size_t source = 0;
    std::vector<VarId> variables;
};  // those that an earlier part of a statement that writes has left
struct AllNodes {
    VarId node;
};
struct LabelScan {
    VarId node;
    std::string label;
};

// ---- graph
// Adds the node whose `id` property equals `id` (any_of: is in the list `id`). Without input: for one row.
struct IdSeek {
    VarId node;
    typed::ExprPtr id;
    bool any_of = false;
};
// Follows relationships from a bound node. `into`: the other end is bound too.
struct Expand {
    VarId from, relationship, to;
    typed::Towards towards;
    typed::LabelTestPtr types;  // may be null
    bool into = false;
    std::vector<VarId> distinct_from;  // relationships (or lists of them) that must differ from this one
};
// One step of a walk. Conditions may read its ends and relationship, those of the steps before it in the same turn, and
// the variables of the input; ends and relationship that no condition reads have no variable.
struct WalkStep {
    VarId from = typed::no_variable, relationship = typed::no_variable, to = typed::no_variable;
    typed::Towards towards;
    typed::LabelTestPtr types;  // may be null
    std::vector<typed::ExprPtr> conditions;
};
// Walks of several turns, each turn of the same steps.
struct Walk {
    VarId from, relationships, to;
    std::vector<WalkStep> turn;
    typed::PatternRelationship::Hops hops;  // how many turns
    bool into = false;
    bool reversed = false;              // walked against the pattern's direction: the list is turned round
    VarId length = typed::no_variable;  // the number of relationships, where only that matters of the list
};
struct VarExpand {
    Walk walk;
    std::vector<VarId> distinct_from;
    // The rows' number does not matter beyond one for each (from, to), and the list is not used:
    // breadth-first search instead of walks.
    bool reach_only = false;
};
// Of the walks between the same ends, those that the selector takes.
struct ShortestWalk {
    Walk walk;
    typed::PathSelector selector;
};
// Adds, of a list of relationships that was walked in turns from `from`, the lists of what stands at the same place of
// each turn.
struct TurnLists {
    VarId from, relationships;
    std::size_t steps;  // of a turn
    std::vector<typed::Turn::List> lists;
};
// Of the rows with the same ends, those whose paths the selector takes.
struct SelectPaths {
    VarId path, from, to;
    typed::PathSelector selector;
};
// Ways on from a node of which only the number matters; they multiply.
struct WayOn;
struct Ways {
    // Two of them that may not take the same relationship, or (`nodes`) not even lead to the same node.
    struct Apart {
        std::size_t one, other;
        bool nodes;
    };
    std::vector<WayOn> each;
    std::vector<Apart> apart;  // no way twice
};
struct WayOn {
    VarId relationship, to;  // as the statement calls them; no row has them
    typed::Towards towards;
    typed::LabelTestPtr types, labels;  // of the relationship, of `to`; may be null
    std::vector<VarId> distinct_from;   // relationships that it may not take
    std::vector<VarId> unequal;         // nodes that it may not lead to
    Ways further;
};
// The number of ways on from a bound node, as `count`. Rows without any are dropped.
struct CountWays {
    VarId from, count;
    Ways ways;
};
// Two relationships over a node in the middle, of which only the number matters.
struct Through {
    VarId first, middle, second;  // as the statement calls them; no row has them
    typed::Towards first_towards, second_towards;
    typed::LabelTestPtr first_types, second_types, labels;  // of the middle; may be null
    bool distinct = false;                                  // the two relationships must differ
};
// The number of ways between two nodes over a middle, as `count`. Rows without any are dropped. `into`: both ends
// are bound; else each node that can be reached from `from` is bound once as `to`: a sparse matrix product, row by
// row. Its second input, if any, gives the nodes that `to` may be.
struct CountThrough {
    VarId from, to, count;
    Through through;
    bool into = false;
    std::optional<typed::Op> order;  // from.id < to.id, or the like, must be true; with a second input
};
// The ends of a bound relationship (with `hops`: of a bound list of them, which must be a walk). Ends that are
// bound already are compared instead.
struct Endpoints {
    VarId relationship, from, to;
    typed::Towards towards;
    typed::LabelTestPtr types;
    std::optional<typed::PatternRelationship::Hops> hops;
    bool from_bound = false, to_bound = false;
};
// p = (a)-[r]->(b)-…: a path value from its parts, in order: node, relationship(s), node, …
struct MakePath {
    VarId path;
    std::vector<VarId> parts;
};

// ---- rows
struct Filter {
    typed::ExprPtr condition;
};
struct Compute {
    std::vector<typed::Binding> bindings;
};  // adds columns
struct Recall {
    std::vector<VarId> variables;
};  // adds columns of Argument that a projection dropped
struct Aggregate {
    std::vector<typed::Binding> keys;
    std::vector<typed::AggregateCall> aggregates;
};
struct Distinct {
    std::vector<VarId> variables;
};
struct Sort {
    std::vector<typed::SortKey> keys;
};
struct Top {
    std::vector<typed::SortKey> keys;
    typed::ExprPtr skip, limit;
};  // Sort + Skip + Limit; skip may be null
struct Skip {
    typed::ExprPtr count;
};
struct Limit {
    typed::ExprPtr count;
};
struct Unwind {
    typed::ExprPtr list;
    VarId variable;
    VarId position = typed::no_variable;
    std::int64_t first = 0;
};
// Adds the outputs of each row that the procedure gives; a void one adds nothing and keeps the row.
struct ProcedureCall {
    ProcedurePtr procedure;
    SourceSpan span;
    std::vector<typed::ExprPtr> arguments;
    std::vector<typed::ProcedureCall::Yield> yields;
};

// ---- two inputs: inputs[0] drives, inputs[1] runs for its rows (it begins with Argument). Inside inputs[1] every
// operator works row by outer row: Distinct, Aggregate, Sort, Skip and Limit never mix rows of different ones.
struct OptionalApply {
    std::vector<VarId> nulls;
};  // every pair; nulls where inputs[1] gives no row
struct SemiApply {
    bool anti = false;
};                      // rows for which inputs[1] gives some (no) row
struct SubqueryApply {  // adds `out`: exists, count, or list of `result`
    typed::Subquery::Form form;
    VarId out;
    typed::ExprPtr result;  // collect: the items; count: for how many each row stands, null: one
};
// reduce(accumulator = initial, variable IN list | …): inputs[1] computes `body` from one step to the next.
struct Fold {
    typed::ExprPtr initial, list;
    VarId accumulator, variable, body, out;
};
// Independent inputs. Rows whose keys are equivalent and not null meet.
struct HashJoin {
    std::vector<typed::ExprPtr> left, right;
};
struct CrossProduct {};                    // independent inputs
struct Union {                             // UNION ALL of all inputs, column by column
    std::vector<std::vector<VarId>> from;  // for each input
    std::vector<VarId> to;
};

struct Node {
    std::variant<SingleRow, Argument, Rows, AllNodes, LabelScan, IdSeek, Expand, VarExpand, ShortestWalk, TurnLists,
                 CountWays, CountThrough, Endpoints, MakePath, SelectPaths, Filter, Compute, Recall, Aggregate,
                 Distinct, Sort, Top, Skip, Limit, Unwind, ProcedureCall, OptionalApply, SemiApply, SubqueryApply, Fold,
                 HashJoin, CrossProduct, Union>
        op;
    std::vector<NodePtr> inputs;
    double rows = 0;          // estimated
    std::vector<VarId> live;  // variables that someone above still needs, ascending
};

struct Plan {
    NodePtr root;
    std::vector<VarId> columns;  // what to give out, in order
    std::vector<typed::Column> column_info;
    std::vector<typed::VariableInfo> variables;  // types and names, by VarId
};

}  // namespace confer::engine::plan
