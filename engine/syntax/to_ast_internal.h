#pragma once
// to_ast: parse tree -> AST, one function a rule.
//
// Errors     reported to the Reading: literals that mean nothing, expressions too deep. The AST is then to be dropped.
// Cost       linear. Recursion is as deep as the nesting, never as a chain of operators is long.
#include "syntax/ast_clause.h"
#include "syntax/reading_internal.h"

namespace confer::engine::syntax {

// clauses: to_ast_clause.cpp
ast::Query to_ast(Parser::QueryContext& context, Reading& reading);
ast::Query to_ast(Parser::SubqueryContext& context, Reading& reading);
ast::Clause to_ast(Parser::UpdatingClauseContext& context, Reading& reading);  // to_ast_update.cpp

// patterns: to_ast_pattern.cpp
ast::PathPattern to_ast(Parser::PatternPartContext& context, Reading& reading);
ast::PathPattern to_ast(Parser::PatternPredicateContext& context, Reading& reading);
ast::PathPattern to_ast(Parser::ShortestPathContext& context, Reading& reading);
std::vector<ast::PathPattern> to_ast(Parser::PatternListContext& context, Reading& reading);
ast::LabelExprPtr to_ast(Parser::LabelTestContext& context, Reading& reading);
ast::LabelExprPtr to_ast(Parser::LabelTestOrContext& context, Reading& reading);

// expressions: to_ast_expr.cpp, those with brackets of their own: to_ast_atom.cpp
ast::ExprPtr to_ast(Parser::ExpressionContext& context, Reading& reading);
ast::ExprPtr to_ast(Parser::AtomContext& context, Reading& reading);
ast::ExprPtr to_ast(Parser::ListExpressionContext& context, Reading& reading);  // to_ast_list.cpp
ast::ExprPtr to_ast(Parser::MapLiteralContext& context, Reading& reading);
ast::ExprPtr to_ast(Parser::WhereContext* context, Reading& reading);  // null for null
std::vector<ast::ExprPtr> to_ast(const std::vector<Parser::ExpressionContext*>& contexts, Reading& reading);

// literals: to_ast_literal.cpp
ast::ExprPtr to_ast(Parser::LiteralContext& context, Reading& reading);
ast::ExprPtr to_ast_negative(const antlr4::Token& minus, Parser::LiteralContext& number, Reading& reading);
std::optional<std::int64_t> hop_count(const antlr4::Token* integer, Reading& reading);

// names
ast::Name to_ast(Parser::VariableContext& context, Reading& reading);
ast::Name to_ast(Parser::PropertyKeyContext& context, Reading& reading);
// Of a function or a procedure: parts and dots, without the spaces that may stand around the dots.
ast::Name dotted_name(const antlr4::ParserRuleContext& context, const Reading& reading);
ast::Name name_at(SourceSpan span, const Reading& reading);  // backticks removed
ast::ExprPtr to_ast_parameter(const antlr4::Token& token, const Reading& reading);

template <class Node>
ast::ExprPtr make(SourceSpan span, Node node) {
    auto expr = std::make_unique<ast::Expr>();
    expr->span = span;
    expr->node = std::move(node);
    return expr;
}

}  // namespace confer::engine::syntax
