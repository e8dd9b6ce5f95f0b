// Clauses, and the queries that they make up.
#include "syntax/syntax_error_internal.h"
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

ast::Filter to_ast(Parser::FilterClauseContext& context, Reading& reading) {
    return {syntax::to_ast(*context.expression(), reading)};
}

ast::Let to_ast(Parser::LetClauseContext& context, Reading& reading) {
    ast::Let let;
    for (Parser::LetItemContext* item : context.letItem()) {
        ast::Name name = syntax::to_ast(*item->variable(), reading);
        let.bindings.emplace_back(std::move(name), syntax::to_ast(*item->expression(), reading));
    }
    return let;
}

ast::For to_ast(Parser::ForClauseContext& context, Reading& reading) {
    ast::For loop;
    loop.variable = syntax::to_ast(*context.element, reading);
    loop.list = syntax::to_ast(*context.expression(), reading);
    if (context.position == nullptr) return loop;
    loop.counting = context.ORDINALITY() != nullptr ? ast::For::Counting::from_one : ast::For::Counting::from_zero;
    loop.position = syntax::to_ast(*context.position, reading);
    return loop;
}

ast::ProcedureCall to_ast(Parser::CallClauseContext& context, Reading& reading) {
    ast::ProcedureCall call;
    call.procedure = dotted_name(*context.procedureName(), reading);
    if (auto* arguments = context.callArguments()) call.arguments = syntax::to_ast(arguments->expression(), reading);
    if (context.YIELD() == nullptr) return call;
    if (context.STAR() != nullptr) {
        call.yields_all = reading.span(*context.YIELD()->getSymbol(), *context.STAR()->getSymbol());
        return call;
    }
    call.yields.emplace();
    for (Parser::YieldItemContext* item : context.yieldItem()) {
        ast::YieldItem yield{name_at(reading.span(*item->procedureOutput()), reading), std::nullopt};
        if (auto* alias = item->variable()) yield.alias = syntax::to_ast(*alias, reading);
        call.yields->push_back(std::move(yield));
    }
    call.where = syntax::to_ast(context.where(), reading);
    return call;
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

ast::Clause to_ast(Parser::PlainClauseContext& context, Reading& reading) {
    const SourceSpan span = reading.span(context);
    if (auto* match = context.matchClause()) return {span, to_ast(*match, reading)};
    if (auto* unwind = context.unwindClause()) return {span, to_ast(*unwind, reading)};
    if (auto* filter = context.filterClause()) return {span, to_ast(*filter, reading)};
    if (auto* let = context.letClause()) return {span, to_ast(*let, reading)};
    if (auto* loop = context.forClause()) return {span, to_ast(*loop, reading)};
    ast::Projection with = to_ast(*context.withClause()->projection(), reading);
    with.where = syntax::to_ast(context.withClause()->where(), reading);
    return {span, std::move(with)};
}

ast::Clause to_ast(Parser::ReturnClauseContext& context, Reading& reading) {
    ast::Projection projection = to_ast(*context.projection(), reading);
    projection.is_return = true;
    return {reading.span(context), std::move(projection)};
}

ast::Clause to_ast(Parser::ReadingClauseContext& context, Reading& reading) {
    if (auto* plain = context.plainClause()) return to_ast(*plain, reading);
    return {reading.span(context), to_ast(*context.callClause(), reading)};
}

ast::Clause to_ast(Parser::PatternClauseContext& context, Reading& reading) {
    if (auto* update = context.updatingClause()) return syntax::to_ast(*update, reading);
    return to_ast(*context.readingClause(), reading);
}

// Shared by a statement's own queries and those of subqueries, which only read, and where RETURN may be left out.
template <class Context>
ast::SingleQuery single(Context& context, Reading& reading) {
    ast::SingleQuery query;
    query.span = reading.span(context);
    if constexpr (requires { context.patternClause(); }) {
        for (Parser::PatternClauseContext* clause : context.patternClause())
            query.clauses.push_back(to_ast(*clause, reading));
    } else {
        for (Parser::ReadingClauseContext* clause : context.readingClause())
            query.clauses.push_back(to_ast(*clause, reading));
    }
    if (auto* last = context.returnClause()) query.clauses.push_back(to_ast(*last, reading));
    return query;
}

// A query gives something back, or changes something, or is a CALL and nothing else.
bool may_end(const ast::SingleQuery& query) {
    const ast::Clause& last = query.clauses.back();
    if (writes(last) || (query.clauses.size() == 1 && std::holds_alternative<ast::ProcedureCall>(last.node)))
        return true;
    const auto* projection = std::get_if<ast::Projection>(&last.node);
    return projection != nullptr && projection->is_return;
}

// WITH SOURCES speaks of all rows of an answer, so it stands where they are all there.
Parser::WithSourcesContext* sources_clause(Parser::ReturnClauseContext* last) {
    return last == nullptr ? nullptr : last->withSources();
}

Error early_sources(SourceSpan span) {
    return slip(span, "`WITH SOURCES` stands at the end of the whole statement, once",
                "write it after the last `RETURN`; it holds for all parts of a `UNION`");
}

Error inner_sources(SourceSpan span) {
    return slip(span, "a query inside another has no answer of its own that could have sources",
                "write `WITH SOURCES` at the end of the statement");
}

void add_unions(ast::Query& query, const std::vector<Parser::UnionWordsContext*>& words) {
    for (Parser::UnionWordsContext* word : words) query.union_all.push_back(word->ALL() != nullptr);
}

}  // namespace

ast::Query to_ast(Parser::QueryContext& context, Reading& reading) {
    ast::Query query;
    query.span = reading.span(context);
    for (Parser::SingleQueryContext* part : context.singleQuery()) {
        query.parts.push_back(single(*part, reading));
        if (!may_end(query.parts.back())) reading.report(nothing_returned(query.parts.back().span.end));
        if (auto* sources = sources_clause(part->returnClause())) {
            query.with_sources = part == context.singleQuery().back();
            if (!query.with_sources) reading.report(early_sources(reading.span(*sources)));
        }
    }
    add_unions(query, context.unionWords());
    return query;
}

ast::Query to_ast(Parser::SubqueryContext& context, Reading& reading) {
    ast::Query query;
    query.span = reading.span(context);
    if (Parser::SubqueryBodyContext* body = context.subqueryBody()) {
        for (Parser::SubquerySingleContext* part : body->subquerySingle()) {
            query.parts.push_back(single(*part, reading));
            if (auto* sources = sources_clause(part->returnClause())) {
                reading.report(inner_sources(reading.span(*sources)));
            }
        }
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
