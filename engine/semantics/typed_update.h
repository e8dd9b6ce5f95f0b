#pragma once
// The clauses that write, with their meaning settled.
//
// Shapes     expressions read the rows that come into the clause; those of SET, and of MERGE's ON CREATE and ON MATCH,
//            also what the clause itself has bound and done for earlier rows.
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "semantics/typed_expr.h"

namespace confer::engine::typed {

// The properties that something new gets: from a map as it is written, or from `all`, a parameter that is one.
struct NewProperties {
    std::vector<std::pair<std::string, ExprPtr>> entries;
    ExprPtr all;  // may be null
};

struct DrawnNode {
    VarId variable;
    bool bound = false;  // comes from an earlier clause; then the rest is empty
    SourceSpan span;
    std::vector<std::string> labels;
    NewProperties properties;
};

struct DrawnRelationship {
    VarId variable;
    SourceSpan span;
    std::size_t from, to;     // indexes in Drawing::nodes: where it begins and where it ends
    bool undirected = false;  // MERGE also finds it the other way round
    std::string type;
    NewProperties properties;
};

// What CREATE adds, and MERGE finds or adds. A variable that is drawn twice is one node.
struct Drawing {
    std::vector<DrawnNode> nodes;
    std::vector<DrawnRelationship> relationships;
    struct Path {
        VarId variable;
        std::vector<std::size_t> nodes, relationships;  // indexes, in the path's order
    };
    std::vector<Path> paths;
};

struct Create {
    Drawing drawing;
};

struct SetItem {
    enum class Form : std::uint8_t { property, replace, add, add_labels, remove_labels } form;
    SourceSpan span;
    ExprPtr target;
    std::string key;  // property
    ExprPtr value;    // property, replace, add; null removes a property
    std::vector<std::string> labels;
};

// One path: its relationships join nodes[i] and nodes[i + 1].
struct Merge {
    Drawing drawing;
    std::vector<std::size_t> walk;  // indexes in drawing.nodes, in the path's order
    std::vector<SetItem> on_create, on_match;
};

// SET and REMOVE.
struct Set {
    std::vector<SetItem> items;
};

struct Delete {
    bool detach = false;
    std::vector<ExprPtr> targets;
};

using Update = std::variant<Create, Merge, Set, Delete>;

// "CREATE", "MERGE", "SET", "DELETE"
std::string_view name_of(const Update& update);
// The variables that the clause binds.
std::vector<VarId> bound_by(const Update& update);
// All expressions of the clause.
std::vector<ExprPtr*> expressions_of(Update& update);

}  // namespace confer::engine::typed
