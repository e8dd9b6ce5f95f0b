// Square brackets: a list of values, a list made from another (x IN list), or one made from the matches of a pattern.
#include "syntax/to_ast_internal.h"

namespace confer::engine::syntax {
namespace {

using Expression = Parser::ExpressionContext;

// The variable that an expression consists of, if it does.
Parser::VariableContext* lone_variable(Expression& context) {
    Parser::AtomContext* atom = context.atom();
    return atom == nullptr || atom->variableReference() == nullptr ? nullptr : atom->variableReference()->variable();
}

Parser::PatternPredicateContext* lone_pattern(Expression& context) {
    Parser::AtomContext* atom = context.atom();
    return atom == nullptr ? nullptr : atom->patternPredicate();
}

bool is_binary(Expression& context, std::size_t op) {
    return context.op != nullptr && context.op->getType() == op && context.left != nullptr && context.right != nullptr;
}

// x IN list
bool draws_from_list(Expression& item) {
    return is_binary(item, Parser::IN) && lone_variable(*item.left) != nullptr;
}

// (a)-->(b), or p = (a)-->(b)
bool draws_from_pattern(Expression& item) {
    if (lone_pattern(item) != nullptr) return true;
    return is_binary(item, Parser::EQ) && lone_variable(*item.left) != nullptr && lone_pattern(*item.right) != nullptr;
}

ast::ExprPtr result_of(Parser::ListExpressionContext& context, Reading& reading) {
    return context.result == nullptr ? nullptr : to_ast(*context.result, reading);
}

ast::ExprPtr list_comprehension(Parser::ListExpressionContext& context, Reading& reading) {
    Expression& item = *context.item.front();
    ast::ListComprehension node{to_ast(*lone_variable(*item.left), reading), to_ast(*item.right, reading),
                                to_ast(context.where(), reading), nullptr};
    node.result = result_of(context, reading);
    return make(reading.span(context), std::move(node));
}

ast::ExprPtr pattern_comprehension(Parser::ListExpressionContext& context, Reading& reading) {
    Expression& item = *context.item.front();
    Parser::PatternPredicateContext* pattern = lone_pattern(item);
    ast::PatternComprehension node;
    if (pattern == nullptr) {
        node.variable = to_ast(*lone_variable(*item.left), reading);
        pattern = lone_pattern(*item.right);
    }
    node.pattern = std::make_unique<ast::PathPattern>(to_ast(*pattern, reading));
    node.where = to_ast(context.where(), reading);
    node.result = result_of(context, reading);
    return make(reading.span(context), std::move(node));
}

ast::ExprPtr list_literal(Parser::ListExpressionContext& context, Reading& reading) {
    ast::ListLiteral node;
    for (Expression* item : context.item) node.items.push_back(to_ast(*item, reading));
    return make(reading.span(context), std::move(node));
}

void report_shape(Parser::ListExpressionContext& context, Reading& reading, std::string message, std::string hint) {
    reading.report({.code = ErrorCode::syntax,
                    .message = std::move(message),
                    .span = reading.span(*context.item.front()),
                    .hints = {std::move(hint)}});
}

}  // namespace

ast::ExprPtr to_ast(Parser::ListExpressionContext& context, Reading& reading) {
    const bool comprehends = context.where() != nullptr || context.result != nullptr;
    if (context.item.size() == 1 && draws_from_list(*context.item.front())) return list_comprehension(context, reading);
    if (!comprehends) return list_literal(context, reading);
    if (draws_from_pattern(*context.item.front())) {
        if (context.result == nullptr)
            report_shape(context, reading, "the list of what the pattern matches needs a value for each match",
                         "add it after a bar, as in `[(a)-->(b) | b.name]`");
        else
            return pattern_comprehension(context, reading);
    } else {
        report_shape(context, reading, "a list with `WHERE` or `|` is made from another list or from a pattern",
                     "write `[x IN list WHERE … | …]` or `[(a)-->(b) WHERE … | …]`; labels joined by `|` need "
                     "parentheses, as in `n:(A|B)`");
    }
    return make(reading.span(context), ast::NullLiteral{});
}

}  // namespace confer::engine::syntax
