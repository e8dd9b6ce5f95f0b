// Clauses, and the queries that they make up.
#include "syntax/to_ast_internal.h"

namespace confer::engine::syntax {
namespace {

ast::Match to_ast(Parser::MatchClauseContext& context, Reading& reading) {
    return {context.OPTIONAL() != nullptr, syntax::to_ast(*context.patternList(), reading),
            syntax::to_ast(context.where(), reading)};
}

ast::Unwind to_ast(Parser::UnwindClauseContext& context, Reading& reading) {
    return {syntax::to_ast(*context.expression(), reading), syntax::to_ast(*context.variable(), reading)};
}

ast::ProjectionItem to_ast(Parser::ProjectionItemContext& context, Reading& reading) {
    ast::ProjectionItem item;
    item.expr = syntax::to_ast(*context.expression(), reading);
    if (auto* alias = context.variable()) item.alias = syntax::to_ast(*alias, reading);
    item.text = reading.text(reading.span(*context.expression()));
    return item;
}

ast::SortItem to_ast(Parser::SortItemContext& context, Reading& reading) {
    const bool descending = context.DESC() != nullptr || context.DESCENDING() != nullptr;
    return {syntax::to_ast(*context.expression(), reading), descending};
}

ast::Projection to_ast(Parser::ProjectionContext& context, Reading& reading) {
    ast::Projection projection;
    projection.distinct = context.DISTINCT() != nullptr;
    projection.all = context.STAR() != nullptr;
    for (Parser::ProjectionItemContext* item : context.projectionItem())
        projection.items.push_back(to_ast(*item, reading));
    if (auto* order = context.orderBy())
        for (Parser::SortItemContext* item : order->sortItem()) projection.order_by.push_back(to_ast(*item, reading));
    if (auto* skip = context.skipPart()) projection.skip = syntax::to_ast(*skip->expression(), reading);
    if (auto* limit = context.limitPart()) projection.limit = syntax::to_ast(*limit->expression(), reading);
    return projection;
}

ast::Clause to_ast(Parser::ReadingClauseContext& context, Reading& reading) {
    const SourceSpan span = reading.span(context);
    if (auto* match = context.matchClause()) return {span, to_ast(*match, reading)};
    if (auto* unwind = context.unwindClause()) return {span, to_ast(*unwind, reading)};
    ast::Projection with = to_ast(*context.withClause()->projection(), reading);
    with.where = syntax::to_ast(context.withClause()->where(), reading);
    return {span, std::move(with)};
}

ast::Clause to_ast(Parser::ReturnClauseContext& context, Reading& reading) {
    ast::Projection projection = to_ast(*context.projection(), reading);
    projection.is_return = true;
    return {reading.span(context), std::move(projection)};
}

// Shared by a statement's own queries and those of subqueries, where RETURN may be left out.
template <class Context>
ast::SingleQuery single(Context& context, Reading& reading) {
    ast::SingleQuery query;
    query.span = reading.span(context);
    for (Parser::ReadingClauseContext* clause : context.readingClause())
        query.clauses.push_back(to_ast(*clause, reading));
    if (auto* last = context.returnClause()) query.clauses.push_back(to_ast(*last, reading));
    return query;
}

void add_unions(ast::Query& query, const std::vector<Parser::UnionWordsContext*>& words) {
    for (Parser::UnionWordsContext* word : words) query.union_all.push_back(word->ALL() != nullptr);
}

}  // namespace

ast::Query to_ast(Parser::QueryContext& context, Reading& reading) {
    ast::Query query;
    query.span = reading.span(context);
    for (Parser::SingleQueryContext* part : context.singleQuery()) query.parts.push_back(single(*part, reading));
    add_unions(query, context.unionWords());
    return query;
}

ast::Query to_ast(Parser::SubqueryContext& context, Reading& reading) {
    ast::Query query;
    query.span = reading.span(context);
    if (Parser::SubqueryBodyContext* body = context.subqueryBody()) {
        for (Parser::SubquerySingleContext* part : body->subquerySingle())
            query.parts.push_back(single(*part, reading));
        add_unions(query, body->unionWords());
        return query;
    }
    // EXISTS { (a)-->(b) WHERE … } is short for EXISTS { MATCH (a)-->(b) WHERE … }
    ast::Match match{false, to_ast(*context.patternList(), reading), to_ast(context.where(), reading)};
    const SourceSpan span = reading.span(*context.patternList());
    ast::SingleQuery part{span, {}};
    part.clauses.push_back({span, std::move(match)});
    query.parts.push_back(std::move(part));
    return query;
}

}  // namespace confer::engine::syntax
