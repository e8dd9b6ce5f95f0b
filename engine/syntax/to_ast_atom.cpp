// Atoms: calls, conditionals, collections and patterns inside expressions.
#include "syntax/to_ast_internal.h"

namespace confer::engine::syntax {
namespace {

ast::ExprPtr to_ast_or_null(Parser::ExpressionContext* context, Reading& reading) {
    return context == nullptr ? nullptr : to_ast(*context, reading);
}

ast::ExprPtr to_ast(Parser::CaseExpressionContext& context, Reading& reading) {
    ast::Case node;
    node.subject = to_ast_or_null(context.subject, reading);
    for (Parser::CaseBranchContext* branch : context.caseBranch()) {
        ast::ExprPtr condition = to_ast(*branch->condition, reading);
        node.branches.emplace_back(std::move(condition), to_ast(*branch->result, reading));
    }
    node.otherwise = to_ast_or_null(context.otherwise, reading);
    return make(reading.span(context), std::move(node));
}

ast::ExprPtr to_ast(Parser::FunctionCallContext& context, Reading& reading) {
    return make(reading.span(context),
                ast::FunctionCall{dotted_name(*context.functionName(), reading), context.DISTINCT() != nullptr,
                                  to_ast(context.expression(), reading)});
}

ast::ExprPtr to_ast(Parser::QuantifierContext& context, Reading& reading) {
    ast::QuantifierKind kind = ast::QuantifierKind::single;
    switch (context.kind->getType()) {
        case Parser::ALL:
            kind = ast::QuantifierKind::all;
            break;
        case Parser::ANY:
            kind = ast::QuantifierKind::any;
            break;
        case Parser::NONE:
            kind = ast::QuantifierKind::none;
            break;
        default:
            break;
    }
    return make(reading.span(context),
                ast::Quantifier{kind, to_ast(*context.variable(), reading), to_ast(*context.expression(), reading),
                                to_ast(context.where(), reading)});
}

ast::ExprPtr to_ast(Parser::ReductionContext& context, Reading& reading) {
    return make(reading.span(context), ast::Reduce{to_ast(*context.accumulator, reading),
                                                   to_ast(*context.initial, reading), to_ast(*context.item, reading),
                                                   to_ast(*context.list, reading), to_ast(*context.body, reading)});
}

ast::MapProjectionItem to_ast(Parser::MapProjectionItemContext& context, Reading& reading) {
    using Form = ast::MapProjectionItem::Form;
    if (context.STAR() != nullptr) return {Form::all_properties, {}, nullptr};
    if (Parser::VariableContext* variable = context.variable()) return {Form::variable, to_ast(*variable, reading), {}};
    ast::Name key = to_ast(*context.propertyKey(), reading);
    if (context.DOT() != nullptr) return {Form::property, std::move(key), nullptr};
    return {Form::entry, std::move(key), to_ast(*context.expression(), reading)};
}

ast::ExprPtr to_ast(Parser::MapProjectionContext& context, Reading& reading) {
    ast::MapProjection node{to_ast(*context.variable(), reading), {}};
    for (Parser::MapProjectionItemContext* item : context.mapProjectionItem())
        node.items.push_back(to_ast(*item, reading));
    return make(reading.span(context), std::move(node));
}

ast::ExprPtr to_ast_subquery(Parser::SubqueryContext& context, Reading& reading) {
    const std::size_t kind = context.kind->getType();
    return make(reading.span(context), ast::Subquery{kind == Parser::EXISTS  ? ast::SubqueryKind::exists
                                                     : kind == Parser::COUNT ? ast::SubqueryKind::count
                                                                             : ast::SubqueryKind::collect,
                                                     std::make_unique<ast::Query>(to_ast(context, reading))});
}

}  // namespace

std::vector<ast::ExprPtr> to_ast(const std::vector<Parser::ExpressionContext*>& contexts, Reading& reading) {
    std::vector<ast::ExprPtr> exprs;
    exprs.reserve(contexts.size());
    for (Parser::ExpressionContext* context : contexts) exprs.push_back(to_ast(*context, reading));
    return exprs;
}

ast::Name dotted_name(const antlr4::ParserRuleContext& context, const Reading& reading) {
    ast::Name name{"", reading.span(context)};
    for (antlr4::tree::ParseTree* part : context.children) {
        if (auto* rule = dynamic_cast<antlr4::ParserRuleContext*>(part))
            name.text += name_at(reading.span(*rule), reading).text;
        else
            name.text +=
                name_at(reading.span(*static_cast<antlr4::tree::TerminalNode&>(*part).getSymbol()), reading).text;
    }
    return name;
}

ast::ExprPtr to_ast(Parser::MapLiteralContext& context, Reading& reading) {
    ast::MapLiteral node;
    for (Parser::MapEntryContext* entry : context.mapEntry()) {
        ast::Name key = to_ast(*entry->propertyKey(), reading);
        node.entries.emplace_back(std::move(key), to_ast(*entry->expression(), reading));
    }
    return make(reading.span(context), std::move(node));
}

ast::ExprPtr to_ast(Parser::AtomContext& context, Reading& reading) {
    const SourceSpan span = reading.span(context);
    if (auto* variable = context.variableReference())
        return make(span, ast::Variable{to_ast(*variable->variable(), reading).text});
    if (auto* literal = context.literal()) return to_ast(*literal, reading);
    if (auto* call = context.functionCall()) return to_ast(*call, reading);
    if (auto* parameter = context.parameter()) return to_ast_parameter(*parameter->start, reading);
    if (auto* list = context.listExpression()) return to_ast(*list, reading);
    if (auto* map = context.mapLiteral()) return to_ast(*map, reading);
    if (context.countStar() != nullptr) return make(span, ast::CountStar{});
    if (auto* conditional = context.caseExpression()) return to_ast(*conditional, reading);
    if (auto* quantifier = context.quantifier()) return to_ast(*quantifier, reading);
    if (auto* reduction = context.reduction()) return to_ast(*reduction, reading);
    if (auto* projection = context.mapProjection()) return to_ast(*projection, reading);
    if (auto* subquery = context.subquery()) return to_ast_subquery(*subquery, reading);
    if (auto* pattern = context.patternPredicate())
        return make(span, ast::PatternPredicate{std::make_unique<ast::PathPattern>(to_ast(*pattern, reading))});
    if (auto* shortest = context.shortestPath())
        return make(span, ast::ShortestPath{std::make_unique<ast::PathPattern>(to_ast(*shortest, reading))});
    return to_ast(*context.parenthesised()->expression(), reading);
}

ast::Name name_at(SourceSpan span, const Reading& reading) {
    const std::string_view written = reading.text(span);
    if (!written.starts_with('`')) return {std::string(written), span};
    ast::Name name{"", span};
    for (std::size_t i = 1; i + 1 < written.size(); ++i) {
        name.text += written[i];
        if (written[i] == '`') ++i;  // `` stands for `
    }
    return name;
}

ast::Name to_ast(Parser::VariableContext& context, Reading& reading) {
    return name_at(reading.span(context), reading);
}

ast::Name to_ast(Parser::PropertyKeyContext& context, Reading& reading) {
    return name_at(reading.span(context), reading);
}

ast::ExprPtr to_ast_parameter(const antlr4::Token& token, const Reading& reading) {
    SourceSpan span = reading.span(token);
    const SourceSpan name{span.begin + 1, span.end};  // without $
    return make(span, ast::Parameter{name_at(name, reading).text});
}

}  // namespace confer::engine::syntax
