#pragma once
// ast::PathPattern: nodes and relationships drawn as (a)-[:R]->(b), as they were written.
//
// Shapes     nodes.size() == relationships.size() + 1. A path in parentheses that is walked several times stands in the
//            place of a relationship; where nothing is drawn beside it, an empty node is.
// Source     openCypher 9 grammar; quantified paths and selectors after ISO/IEC 39075 (GQL).
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "syntax/ast_expr.h"

namespace confer::engine::ast {

struct NodePattern {
    SourceSpan span;
    std::optional<Name> variable;
    LabelExprPtr labels;  // may be null
    ExprPtr properties;   // may be null; a MapLiteral or a Parameter
    ExprPtr where;        // may be null
};

enum class Direction : std::uint8_t { outgoing, incoming, either };

// *, *2, *1..3, *..4, *2.. in the brackets; absent bounds: 1 and unbounded. Or a quantifier behind the relationship or
// path: {1,3}, {2}, {1,}, {,3}, +, *; then `least` is never absent, and 0 where nothing is written.
struct HopRange {
    std::optional<std::int64_t> least, most;
    bool quantifier = false;
};

struct PathPattern;

struct RelationshipPattern {
    SourceSpan span;
    std::optional<Name> variable;
    Direction direction = Direction::either;
    LabelExprPtr types;  // may be null: any type
    std::optional<HopRange> hops;
    ExprPtr properties;  // may be null
    ExprPtr where;       // may be null
    // ((a)-[r]->(b) WHERE …){1,3}: the path in the parentheses. Then `hops` is its quantifier, and nothing else is set.
    std::unique_ptr<PathPattern> path;
};

// Which of the paths between two ends: ANY 2 (a)-->+(b), ALL SHORTEST …, SHORTEST 3 …, SHORTEST 2 GROUPS …;
// shortestPath(…), allShortestPaths(…).
struct PathSelector {
    enum class Form : std::uint8_t {
        any,
        any_shortest,
        all_shortest,
        shortest,
        shortest_groups,
        shortest_path,
        all_shortest_paths,
    };
    SourceSpan span;
    Form form = Form::any;
    ExprPtr count;  // of any, shortest and shortest_groups; null: one
};

struct PathPattern {
    SourceSpan span;
    std::optional<Name> variable;  // p = …
    std::optional<PathSelector> selector;
    std::vector<NodePattern> nodes;
    std::vector<RelationshipPattern> relationships;
    ExprPtr where;  // of parentheses around it; may be null
};

}  // namespace confer::engine::ast
