#pragma once
// several: the beginning of a pattern that speaks of several named things.
#include <string>
#include <vector>

#include "question/build_ast.h"
#include "question/meaning.h"

namespace confer::engine::question {

// "a1", "a2", …
Names numbered(const std::string& variable, std::size_t count);
// (a1 {id: 'cbt'}), (a2 {id: 'dbt'}): in this order.
std::vector<ast::PathPattern> patterns_of(const std::vector<Named>& things, const std::string& variable);
// MATCH (a1 {id: 'cbt'}), (a2 {id: 'dbt'}) UNWIND [a1, a2] AS a
std::vector<ast::Clause> each_of(const std::vector<Named>& things, const std::string& variable);
// [a1, a2]
ast::ExprPtr list_of(const Names& variables);

}  // namespace confer::engine::question
