#pragma once
// expr_tree: reading and building typed expressions.
//
// Ownership  builders take ownership of their parts; their span is that of the first part.
#include <string_view>
#include <vector>

#include "plan/var_set.h"
#include "semantics/typed_query.h"

namespace confer::engine::plan {

// The variables that an expression reads from its surroundings.
VarSet free_variables(const typed::Expr& expr);
bool contains_subquery(const typed::Expr& expr);
void rename_variable(typed::Expr& expr, typed::VarId from, typed::VarId to);

// The variable when the expression is nothing else, or no_variable.
typed::VarId plain_variable(const typed::Expr& expr);

typed::ExprPtr make_expr(SourceSpan span, ValueType type, decltype(typed::Expr::node) node);
typed::ExprPtr make_variable(typed::VarId variable, ValueType type, SourceSpan span = {});
typed::ExprPtr make_operation(typed::Op op, ValueType type, typed::ExprPtr first, typed::ExprPtr second = nullptr);

typed::LabelTestPtr clone_test(const typed::LabelTest* test);
// Whether the test holds for something whose only label (or type) is `name`.
bool accepts(const typed::LabelTest& test, std::string_view name);

}  // namespace confer::engine::plan
