#pragma once
// The clauses that write: CREATE, MERGE, SET, REMOVE and DELETE, as they were written.
//
// Source     openCypher 9 grammar.
#include <vector>

#include "syntax/ast_pattern.h"

namespace confer::engine::ast {

struct Create {
    std::vector<PathPattern> patterns;
};

// One item of SET or REMOVE; REMOVE has no values, and only properties and labels.
struct UpdateItem {
    enum class Form : std::uint8_t {
        property,  // target.key = value
        replace,   // target = value: all properties
        add,       // target += value: those of the map
        labels,    // target:A:B
    } form;
    SourceSpan span;
    ExprPtr target;  // a Variable, but for properties: any expression
    Name key;        // property
    ExprPtr value;   // may be null: REMOVE, labels
    std::vector<Name> labels;
};

struct MergeAction {
    bool on_create = false;  // else ON MATCH
    std::vector<UpdateItem> items;
};

struct Merge {
    PathPattern pattern;
    std::vector<MergeAction> actions;
};

struct Set {
    std::vector<UpdateItem> items;
};

struct Remove {
    std::vector<UpdateItem> items;
};

struct Delete {
    bool detach = false;
    std::vector<ExprPtr> targets;
};

}  // namespace confer::engine::ast
