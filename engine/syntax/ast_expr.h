#pragma once
// ast::Expr: an expression as it was written; nothing resolved, every node with its place.
//
// Ownership  trees own their parts; move-only.
// Source     openCypher 9 grammar; label expressions after ISO/IEC 39075 (GQL).
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/error.h"

namespace confer::engine::ast {

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;
struct PathPattern;  // ast_pattern.h
struct Query;        // ast_clause.h

struct Name {  // an identifier with its place; backticks removed
    std::string text;
    SourceSpan span;
};

// ---- label expressions: A, A|B, A&B, !A, %, and openCypher's :A:B (which means A&B)
struct LabelExpr;
using LabelExprPtr = std::unique_ptr<LabelExpr>;
enum class LabelOp : std::uint8_t { name, any, negation, conjunction, disjunction };
struct LabelExpr {
    SourceSpan span;
    LabelOp op = LabelOp::name;
    std::string name;                 // op == name
    std::vector<LabelExprPtr> parts;  // negation: 1; conjunction, disjunction: 2 or more
};

// ---- literals
struct NullLiteral {};
struct BooleanLiteral {
    bool value;
};
struct IntegerLiteral {
    std::int64_t value;
};
struct FloatLiteral {
    double value;
};
struct StringLiteral {
    std::string value;
};  // escapes decoded
struct ListLiteral {
    std::vector<ExprPtr> items;
};
struct MapLiteral {
    std::vector<std::pair<Name, ExprPtr>> entries;
};

// ---- leaves
struct Parameter {
    std::string name;
};
struct Variable {
    std::string name;
};

// ---- operators
enum class UnaryOp : std::uint8_t { negation, plus, minus, is_null, is_not_null };
enum class BinaryOp : std::uint8_t {
    or_,
    xor_,
    and_,
    add,
    subtract,
    multiply,
    divide,
    remainder,
    power,
    in,
    starts_with,
    ends_with,
    contains,
    matches,
};
enum class CompareOp : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal };
struct Unary {
    UnaryOp op;
    ExprPtr operand;
};
struct Binary {
    BinaryOp op;
    SourceSpan op_span;
    ExprPtr left, right;
};
// a + b - c + …, so many that a tree of them would be too deep: operators of arithmetic, to be taken from the left.
// operands.size() == ops.size() + 1 == op_spans.size() + 1.
struct Chain {
    std::vector<ExprPtr> operands;
    std::vector<BinaryOp> ops;
    std::vector<SourceSpan> op_spans;
};
// a < b <= c: operands.size() == ops.size() + 1; means a < b AND b <= c.
struct Comparison {
    std::vector<ExprPtr> operands;
    std::vector<CompareOp> ops;
};
struct Property {
    ExprPtr object;
    Name key;
};
struct Index {
    ExprPtr object, index;
};
struct Slice {
    ExprPtr object, from, to;
};  // from, to may be null
struct HasLabels {
    ExprPtr object;
    LabelExprPtr labels;
};

// ---- calls
struct FunctionCall {
    Name name;
    bool distinct = false;
    std::vector<ExprPtr> arguments;
};  // name may hold dots
struct CountStar {};

// ---- conditionals and collections
struct Case {
    ExprPtr subject;  // may be null: CASE WHEN condition
    std::vector<std::pair<ExprPtr, ExprPtr>> branches;
    ExprPtr otherwise;  // may be null
};
struct ListComprehension {
    Name variable;
    ExprPtr list, where, result;
};  // where, result may be null
enum class QuantifierKind : std::uint8_t { all, any, none, single };
struct Quantifier {
    QuantifierKind kind;
    Name variable;
    ExprPtr list, where;
};  // where may be null
struct Reduce {
    Name accumulator;
    ExprPtr initial;
    Name variable;
    ExprPtr list, body;
};
struct MapProjectionItem {
    enum class Form : std::uint8_t { property, all_properties, variable, entry } form;
    Name name;      // property, variable, entry
    ExprPtr value;  // entry
};
struct MapProjection {
    Name variable;
    std::vector<MapProjectionItem> items;
};

// ---- patterns inside expressions
struct PatternPredicate {
    std::unique_ptr<PathPattern> pattern;
};                             // WHERE (a)-[:R]->(b)
struct PatternComprehension {  // [p = (a)-->(b) WHERE … | …]
    std::optional<Name> variable;
    std::unique_ptr<PathPattern> pattern;
    ExprPtr where;  // may be null
    ExprPtr result;
};
struct ShortestPath {  // shortestPath((a)-[*]-(b)), allShortestPaths(…); the pattern has that selector
    std::unique_ptr<PathPattern> pattern;
};
enum class SubqueryKind : std::uint8_t { exists, count, collect };
struct Subquery {
    SubqueryKind kind;
    std::unique_ptr<Query> query;
};  // EXISTS { … }, COUNT { … }, COLLECT { … }

struct Expr {
    SourceSpan span;
    bool parenthesised = false;
    std::variant<NullLiteral, BooleanLiteral, IntegerLiteral, FloatLiteral, StringLiteral, ListLiteral, MapLiteral,
                 Parameter, Variable, Unary, Binary, Chain, Comparison, Property, Index, Slice, HasLabels, FunctionCall,
                 CountStar, Case, ListComprehension, Quantifier, Reduce, MapProjection, PatternPredicate,
                 PatternComprehension, ShortestPath, Subquery>
        node;

    // Out of line, where PathPattern and Query are complete (ast.cpp).
    Expr();
    Expr(Expr&&) noexcept;
    Expr& operator=(Expr&&) noexcept;
    ~Expr();
};

}  // namespace confer::engine::ast
