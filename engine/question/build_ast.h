#pragma once
// build_ast: small makers of AST nodes, so that a translation reads like the pattern it makes.
//
// Ownership  each maker owns what it is given and hands out a tree of its own.
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "syntax/ast_clause.h"

namespace confer::engine::question {

using Names = std::vector<std::string>;

// ---- expressions
ast::ExprPtr variable(std::string name);
ast::ExprPtr property(std::string variable, std::string key);
ast::ExprPtr text(std::string value);
ast::ExprPtr integer(std::int64_t value);
ast::ExprPtr call(std::string function, ast::ExprPtr argument, bool distinct = false);
ast::ExprPtr call(std::string function, std::vector<ast::ExprPtr> arguments);
ast::ExprPtr null();
ast::ExprPtr list(std::vector<ast::ExprPtr> items);
ast::ExprPtr texts(const std::vector<std::string>& values);  // a list of them
ast::ExprPtr element(ast::ExprPtr list, std::int64_t index);
ast::ExprPtr compare(ast::ExprPtr left, ast::CompareOp op, ast::ExprPtr right);
ast::ExprPtr binary(ast::ExprPtr left, ast::BinaryOp op, ast::ExprPtr right);
ast::ExprPtr has_label(std::string variable, const Names& labels);  // one of them
ast::ExprPtr is_in(ast::ExprPtr item, ast::ExprPtr list);
// CASE WHEN … THEN … ELSE … END: a condition and its result each.
ast::ExprPtr when(std::vector<std::pair<ast::ExprPtr, ast::ExprPtr>> branches, ast::ExprPtr otherwise);
// [variable IN list WHERE … | result]; `where` and `result` may be null.
ast::ExprPtr those(std::string variable, ast::ExprPtr list, ast::ExprPtr where, ast::ExprPtr result = nullptr);
ast::ExprPtr is_not_null(ast::ExprPtr operand);
ast::ExprPtr negation(ast::ExprPtr operand);
// Nulls are left out; null when nothing is left.
ast::ExprPtr all_of(std::vector<ast::ExprPtr> parts);
ast::ExprPtr any_of(std::vector<ast::ExprPtr> parts);

// ---- patterns
ast::NodePattern node(std::optional<std::string> variable = {}, const Names& labels = {});
ast::NodePattern node_with(std::string key, std::string value, std::optional<std::string> variable = {});
ast::RelationshipPattern relationship(const Names& types, ast::Direction direction,
                                      std::optional<std::string> variable = {});
ast::PathPattern path(ast::NodePattern only);
ast::PathPattern path(ast::NodePattern from, ast::RelationshipPattern by, ast::NodePattern to);
ast::ExprPtr holds(ast::PathPattern pattern);                                          // WHERE (a)-->(b)
ast::ExprPtr exists(ast::PathPattern pattern, ast::ExprPtr where);                     // EXISTS { MATCH … WHERE … }
ast::ExprPtr each(ast::PathPattern pattern, ast::ExprPtr where, ast::ExprPtr result);  // [… WHERE … | …]

// ---- clauses
struct Item {
    ast::ExprPtr expr;
    std::string name;  // of the column; empty: a variable that keeps its own
};
struct SortKey {
    std::string column;
    bool descending = false;
};
ast::Clause match(ast::PathPattern pattern, ast::ExprPtr where = nullptr);
ast::Clause match(std::vector<ast::PathPattern> patterns, ast::ExprPtr where = nullptr);
struct Yielded {
    std::string output;
    std::string name;  // empty: its own
};
// CALL procedure(…) YIELD …
ast::Clause procedure(std::string name, std::vector<ast::ExprPtr> arguments, std::vector<Yielded> yields);
ast::Clause filter(ast::ExprPtr condition);
ast::Clause unwind(ast::ExprPtr list, std::string variable);
ast::Clause with(std::vector<Item> items, ast::ExprPtr where = nullptr, bool distinct = false);
ast::Clause returning(std::vector<Item> items, const std::vector<SortKey>& order = {}, bool distinct = false,
                      std::optional<std::int64_t> most = std::nullopt);

template <class... T>
auto make_list(T... parts) {
    std::vector<std::common_type_t<T...>> out;
    (out.push_back(std::move(parts)), ...);
    return out;
}

ast::SingleQuery single(std::vector<ast::Clause> clauses);
ast::Query query(std::vector<ast::SingleQuery> parts);  // joined by UNION ALL

}  // namespace confer::engine::question
