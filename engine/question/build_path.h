#pragma once
// build_path: makers of AST nodes for walks, paths and what is told of them, beside those of build_ast.h.
//
// Ownership  as there.
#include "question/build_ast.h"

namespace confer::engine::question {

// -[:R]->+: once or more.
ast::RelationshipPattern repeated(ast::RelationshipPattern step);
// -[:R*..6]-: `least` to `most` times.
ast::RelationshipPattern hops(ast::RelationshipPattern step, std::optional<std::int64_t> least,
                              std::optional<std::int64_t> most);
// p = ALL SHORTEST …, p = allShortestPaths(…)
ast::PathPattern named(std::string variable, ast::PathSelector::Form selector, ast::PathPattern pattern);

ast::ExprPtr negative(ast::ExprPtr number);
ast::ExprPtr property_of(ast::ExprPtr object, std::string key);
ast::ExprPtr element_at(ast::ExprPtr list, ast::ExprPtr index);
// any(variable IN list WHERE condition)
ast::ExprPtr any_in(std::string variable, ast::ExprPtr list, ast::ExprPtr condition);

ast::Clause optional_match(ast::PathPattern pattern, ast::ExprPtr where = nullptr);
// RETURN … ORDER BY key, which need not be a column.
ast::Clause returning_by(std::vector<Item> items, ast::ExprPtr key);

}  // namespace confer::engine::question
