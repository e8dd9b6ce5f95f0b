// Patterns: nodes, relationships and the expressions over their labels and types.
#include "syntax/to_ast_internal.h"

namespace confer::engine::syntax {
namespace {

ast::LabelExprPtr label(SourceSpan span, ast::LabelOp op, std::vector<ast::LabelExprPtr> parts = {}) {
    auto expr = std::make_unique<ast::LabelExpr>();
    expr->span = span;
    expr->op = op;
    expr->parts = std::move(parts);
    return expr;
}

// One part stands for itself; several of the same operator side by side become one node.
ast::LabelExprPtr combine(SourceSpan span, ast::LabelOp op, std::vector<ast::LabelExprPtr> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    return label(span, op, std::move(parts));
}

template <class NameContext>
ast::LabelExprPtr named(NameContext& context, Reading& reading) {
    const SourceSpan span = reading.span(context);
    ast::LabelExprPtr expr = label(span, ast::LabelOp::name);
    expr->name = name_at(span, reading).text;
    return expr;
}

template <class Context>
std::vector<ast::LabelExprPtr> parts_of(const std::vector<Context*>& contexts, Reading& reading);

ast::LabelExprPtr to_ast(Parser::LabelOrContext& context, Reading& reading) {
    return combine(reading.span(context), ast::LabelOp::disjunction, parts_of(context.labelAnd(), reading));
}
ast::LabelExprPtr to_ast(Parser::LabelTestOrContext& context, Reading& reading) {
    return combine(reading.span(context), ast::LabelOp::disjunction, parts_of(context.labelAnd(), reading));
}
ast::LabelExprPtr to_ast(Parser::TypeOrContext& context, Reading& reading) {
    return combine(reading.span(context), ast::LabelOp::disjunction, parts_of(context.typeAnd(), reading));
}
ast::LabelExprPtr to_ast(Parser::LabelNotContext& context, Reading& reading);
ast::LabelExprPtr to_ast(Parser::TypeNotContext& context, Reading& reading);
ast::LabelExprPtr to_ast(Parser::LabelAndContext& context, Reading& reading) {
    return combine(reading.span(context), ast::LabelOp::conjunction, parts_of(context.labelNot(), reading));
}
ast::LabelExprPtr to_ast(Parser::TypeAndContext& context, Reading& reading) {
    return combine(reading.span(context), ast::LabelOp::conjunction, parts_of(context.typeNot(), reading));
}

ast::LabelExprPtr negated(SourceSpan span, ast::LabelExprPtr part) {
    std::vector<ast::LabelExprPtr> parts;
    parts.push_back(std::move(part));
    return label(span, ast::LabelOp::negation, std::move(parts));
}

ast::LabelExprPtr to_ast(Parser::LabelNotContext& context, Reading& reading) {
    const SourceSpan span = reading.span(context);
    if (auto* name = context.labelName()) return named(*name, reading);
    if (auto* inner = context.labelOr()) return to_ast(*inner, reading);
    if (auto* inner = context.labelNot()) return negated(span, to_ast(*inner, reading));
    return label(span, ast::LabelOp::any);
}

ast::LabelExprPtr to_ast(Parser::TypeNotContext& context, Reading& reading) {
    const SourceSpan span = reading.span(context);
    if (auto* name = context.typeName()) return named(*name, reading);
    if (auto* inner = context.typeOr()) return to_ast(*inner, reading);
    if (auto* inner = context.typeNot()) return negated(span, to_ast(*inner, reading));
    return label(span, ast::LabelOp::any);
}

template <class Context>
std::vector<ast::LabelExprPtr> parts_of(const std::vector<Context*>& contexts, Reading& reading) {
    std::vector<ast::LabelExprPtr> parts;
    parts.reserve(contexts.size());
    for (Context* context : contexts) parts.push_back(to_ast(*context, reading));
    return parts;
}

ast::LabelExprPtr to_ast(Parser::NodeLabelsContext& context, Reading& reading) {
    return combine(reading.span(context), ast::LabelOp::conjunction, parts_of(context.labelOr(), reading));
}

ast::ExprPtr to_ast(Parser::PropertiesContext& context, Reading& reading) {
    if (auto* map = context.mapLiteral()) return syntax::to_ast(*map, reading);
    return to_ast_parameter(*context.start, reading);
}

// For nodes with either kind of parenthesis.
template <class Context>
ast::NodePattern node(Context& context, Reading& reading) {
    ast::NodePattern node;
    node.span = reading.span(context);
    Parser::NodeInsideContext& inside = *context.nodeInside();
    if (auto* variable = inside.variable()) node.variable = syntax::to_ast(*variable, reading);
    if (auto* labels = inside.nodeLabels()) node.labels = to_ast(*labels, reading);
    if (auto* properties = inside.properties()) node.properties = to_ast(*properties, reading);
    node.where = syntax::to_ast(inside.where(), reading);
    return node;
}

ast::HopRange to_ast(Parser::HopsContext& context, Reading& reading) {
    if (context.exact != nullptr) {
        const std::optional<std::int64_t> exact = hop_count(context.exact, reading);
        return {exact, exact};
    }
    return {hop_count(context.least, reading), hop_count(context.most, reading)};
}

ast::RelationshipPattern to_ast(Parser::RelationshipPatternContext& context, Reading& reading) {
    ast::RelationshipPattern relationship;
    relationship.span = reading.span(context);
    const bool left = context.LT() != nullptr;
    const bool right = context.GT() != nullptr;
    relationship.direction = left == right ? ast::Direction::either
                             : left        ? ast::Direction::incoming
                                           : ast::Direction::outgoing;
    Parser::RelationshipDetailContext* detail = context.relationshipDetail();
    if (detail == nullptr) return relationship;
    if (auto* variable = detail->variable()) relationship.variable = syntax::to_ast(*variable, reading);
    if (auto* types = detail->relationshipTypes()) relationship.types = to_ast(*types->typeOr(), reading);
    if (auto* hops = detail->hops()) relationship.hops = to_ast(*hops, reading);
    if (auto* properties = detail->properties()) relationship.properties = to_ast(*properties, reading);
    relationship.where = syntax::to_ast(detail->where(), reading);
    return relationship;
}

// Rules with nodes and the relationships between them.
template <class Context>
ast::PathPattern path(Context& context, Reading& reading) {
    ast::PathPattern pattern;
    pattern.span = reading.span(context);
    if constexpr (requires { context.drawnNode(); }) pattern.nodes.push_back(node(*context.drawnNode(), reading));
    for (Parser::NodePatternContext* next : context.nodePattern()) pattern.nodes.push_back(node(*next, reading));
    for (Parser::RelationshipPatternContext* relationship : context.relationshipPattern())
        pattern.relationships.push_back(to_ast(*relationship, reading));
    return pattern;
}

}  // namespace

ast::PathPattern to_ast(Parser::PatternPredicateContext& context, Reading& reading) {
    return path(context, reading);
}

ast::PathPattern to_ast(Parser::PatternPartContext& context, Reading& reading) {
    Parser::PathPatternContext* inner = context.pathPattern();
    while (inner->pathPattern() != nullptr) inner = inner->pathPattern();  // parentheses around the whole
    ast::PathPattern pattern = path(*inner, reading);
    if (auto* variable = context.variable()) pattern.variable = to_ast(*variable, reading);
    pattern.span = reading.span(context);
    return pattern;
}

std::vector<ast::PathPattern> to_ast(Parser::PatternListContext& context, Reading& reading) {
    std::vector<ast::PathPattern> patterns;
    for (Parser::PatternPartContext* part : context.patternPart()) patterns.push_back(to_ast(*part, reading));
    return patterns;
}

ast::LabelExprPtr to_ast(Parser::LabelTestContext& context, Reading& reading) {
    return combine(reading.span(context), ast::LabelOp::conjunction, parts_of(context.labelTestOr(), reading));
}

}  // namespace confer::engine::syntax
