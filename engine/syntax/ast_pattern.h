#pragma once
// ast::PathPattern: nodes and relationships drawn as (a)-[:R]->(b), as they were written.
//
// Shapes     nodes.size() == relationships.size() + 1.
// Source     openCypher 9 grammar.
#include <cstdint>
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

struct HopRange {  // *, *2, *1..3, *..4, *2.. ; absent bounds: 1 and unbounded
    std::optional<std::int64_t> least, most;
};

struct RelationshipPattern {
    SourceSpan span;
    std::optional<Name> variable;
    Direction direction = Direction::either;
    LabelExprPtr types;  // may be null: any type
    std::optional<HopRange> hops;
    ExprPtr properties;  // may be null
    ExprPtr where;       // may be null
};

struct PathPattern {
    SourceSpan span;
    std::optional<Name> variable;  // p = …
    std::vector<NodePattern> nodes;
    std::vector<RelationshipPattern> relationships;
};

}  // namespace confer::engine::ast
