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

ast::HopRange to_ast(Parser::PathQuantifierContext& context, Reading& reading) {
    ast::HopRange range{.least = 0, .most = std::nullopt, .quantifier = true};
    if (context.PLUS() != nullptr) range.least = 1;
    if (context.exact != nullptr) range.least = range.most = hop_count(context.exact, reading);
    if (context.least != nullptr) range.least = hop_count(context.least, reading);
    if (context.most != nullptr) range.most = hop_count(context.most, reading);
    return range;
}

ast::PathPattern path(Parser::PathPatternContext& context, Reading& reading);

// A path as it grows: empty nodes go where two relationships or groups would meet.
class PathBuilder {
public:
    PathBuilder(ast::PathPattern& path, Reading& reading) : path_(path), reading_(reading) {}

    void add(ast::NodePattern node) { path_.nodes.push_back(std::move(node)); }
    void add(ast::RelationshipPattern relationship) {
        if (path_.nodes.size() == path_.relationships.size()) add_empty_node(relationship.span.begin);
        path_.relationships.push_back(std::move(relationship));
    }
    void add(Parser::PathStepContext& step) {
        if (Parser::RelationshipPatternContext* drawn = step.relationshipPattern()) {
            ast::RelationshipPattern relationship = to_ast(*drawn, reading_);
            if (step.pathQuantifier() != nullptr) quantify(relationship, *step.pathQuantifier());
            add(std::move(relationship));
        } else {
            add(group(*step.pathGroup()));
        }
        if (step.nodePattern() != nullptr) add(node(*step.nodePattern(), reading_));
    }
    ast::RelationshipPattern group(Parser::PathGroupContext& context) {
        ast::RelationshipPattern relationship;
        relationship.span = reading_.span(context);
        relationship.path = std::make_unique<ast::PathPattern>(path(*context.pathPattern(), reading_));
        if (context.where() != nullptr) relationship.path->where = syntax::to_ast(context.where(), reading_);
        if (context.pathQuantifier() != nullptr) {
            relationship.hops = to_ast(*context.pathQuantifier(), reading_);
        } else {
            reading_.report({.code = ErrorCode::invalid_relationship_pattern,
                             .message = "a path in parentheses beside others needs to say how often it is walked",
                             .span = relationship.span,
                             .hints = {"write `{2}`, `{1,3}`, `+` or `*` behind it, or leave out the parentheses"}});
        }
        return relationship;
    }
    void finish(std::uint32_t end) {
        if (path_.nodes.size() == path_.relationships.size()) add_empty_node(end);
    }

private:
    void add_empty_node(std::uint32_t at) { path_.nodes.emplace_back().span = {at, at}; }
    void quantify(ast::RelationshipPattern& relationship, Parser::PathQuantifierContext& quantifier) {
        if (relationship.hops) {
            reading_.report({.code = ErrorCode::invalid_relationship_pattern,
                             .message = "the relationship says twice how often it is walked",
                             .span = reading_.span(quantifier),
                             .hints = {"leave out either this or the `*` in the brackets"}});
        }
        relationship.hops = to_ast(quantifier, reading_);
    }

    ast::PathPattern& path_;
    Reading& reading_;
};

ast::PathPattern path(Parser::PathPatternContext& context, Reading& reading) {
    Parser::PathGroupContext* group = context.pathGroup();
    const bool alone = group != nullptr && context.nodePattern() == nullptr && context.pathStep().empty();
    if (alone && group->pathQuantifier() == nullptr) {  // parentheses around the whole
        ast::PathPattern inner = path(*group->pathPattern(), reading);
        if (group->where() == nullptr) return inner;
        ast::ExprPtr where = syntax::to_ast(group->where(), reading);
        if (inner.where != nullptr) {
            const SourceSpan span = where->span;
            where = make(span, ast::Binary{ast::BinaryOp::and_, span, std::move(inner.where), std::move(where)});
        }
        inner.where = std::move(where);
        return inner;
    }
    ast::PathPattern pattern;
    pattern.span = reading.span(context);
    PathBuilder builder(pattern, reading);
    if (group != nullptr) builder.add(builder.group(*group));
    if (context.nodePattern() != nullptr) builder.add(node(*context.nodePattern(), reading));
    for (Parser::PathStepContext* step : context.pathStep()) builder.add(*step);
    builder.finish(pattern.span.end);
    return pattern;
}

ast::PathSelector to_ast(Parser::PathSelectorContext& context, Reading& reading) {
    using Form = ast::PathSelector::Form;
    ast::PathSelector selector;
    selector.span = reading.span(context);
    if (Parser::PathCountContext* count = context.pathCount()) {
        if (count->PARAMETER() != nullptr)
            selector.count = to_ast_parameter(*count->start, reading);
        else
            selector.count =
                make(reading.span(*count), ast::IntegerLiteral{hop_count(count->start, reading).value_or(0)});
    }
    const bool shortest = context.SHORTEST() != nullptr;
    selector.form = context.GROUPS() != nullptr ? Form::shortest_groups
                    : context.ALL() != nullptr  ? Form::all_shortest
                    : context.ANY() == nullptr  ? Form::shortest
                    : shortest                  ? Form::any_shortest
                                                : Form::any;
    if (selector.form == Form::shortest && selector.count == nullptr) {
        reading.report({.code = ErrorCode::syntax,
                        .message = "`SHORTEST` needs to say how many paths",
                        .span = selector.span,
                        .hints = {"write `ANY SHORTEST`, `ALL SHORTEST` or `SHORTEST 3`"}});
    }
    return selector;
}

}  // namespace

ast::PathPattern to_ast(Parser::PatternPredicateContext& context, Reading& reading) {
    ast::PathPattern pattern;
    pattern.span = reading.span(context);
    PathBuilder builder(pattern, reading);
    builder.add(node(*context.drawnNode(), reading));
    for (Parser::PathStepContext* step : context.pathStep()) builder.add(*step);
    builder.finish(pattern.span.end);
    return pattern;
}

ast::PathPattern to_ast(Parser::ShortestPathContext& context, Reading& reading) {
    using Form = ast::PathSelector::Form;
    ast::PathPattern pattern = path(*context.pathPattern(), reading);
    const bool one = context.kind->getType() == Parser::SHORTEST_PATH;
    pattern.selector.emplace();
    pattern.selector->span = reading.span(*context.kind);
    pattern.selector->form = one ? Form::shortest_path : Form::all_shortest_paths;
    pattern.span = reading.span(context);
    return pattern;
}

ast::PathPattern to_ast(Parser::PatternPartContext& context, Reading& reading) {
    ast::PathPattern pattern = context.shortestPath() != nullptr ? to_ast(*context.shortestPath(), reading)
                                                                 : path(*context.pathPattern(), reading);
    Parser::PathSelectorContext* selector = context.pathSelector();
    const bool all = selector != nullptr && selector->ALL() != nullptr && selector->SHORTEST() == nullptr;
    if (selector != nullptr && !all) pattern.selector = to_ast(*selector, reading);  // ALL alone selects nothing
    if (auto* variable = context.variable()) pattern.variable = to_ast(*variable, reading);
    pattern.span = reading.span(context);
    return pattern;
}

std::vector<ast::PathPattern> to_ast(Parser::PatternListContext& context, Reading& reading) {
    std::vector<ast::PathPattern> patterns;
    for (Parser::PatternPartContext* part : context.patternPart()) patterns.push_back(to_ast(*part, reading));
    return patterns;
}

ast::LabelExprPtr to_ast(Parser::LabelTestOrContext& context, Reading& reading) {
    return combine(reading.span(context), ast::LabelOp::disjunction, parts_of(context.labelAnd(), reading));
}

ast::LabelExprPtr to_ast(Parser::LabelTestContext& context, Reading& reading) {
    return combine(reading.span(context), ast::LabelOp::conjunction, parts_of(context.labelTestOr(), reading));
}

}  // namespace confer::engine::syntax
