// Trees that the parser does not build, but a program may.
#include <catch2/catch.hpp>

#include "suites/semantics/analysed.h"

using namespace confer::engine;

namespace {

ast::Query parsed(std::string_view text) {
    return std::get<ast::Query>(std::move(syntax::parse(text)).value().body);
}

Error error_of(const ast::Query& query) {
    const Result<typed::Query> result = semantics::analyse(query, {no_schema(), builtin_functions(), nullptr});
    REQUIRE_FALSE(result.has_value());
    return result.error();
}

}  // namespace

TEST_CASE("a statement ends with RETURN", "[semantics][composition]") {
    ast::Query query = parsed("MATCH (a) RETURN a");
    query.parts[0].clauses.pop_back();
    const Error error = error_of(query);
    CHECK(error.code == ErrorCode::invalid_clause_composition);
    CHECK(error.span == SourceSpan{9, 9});
    CHECK(error.hints.at(0) == "end it with RETURN, for instance `RETURN *`");
}

TEST_CASE("nothing follows RETURN", "[semantics][composition]") {
    ast::Query query = parsed("MATCH (a) RETURN a");
    std::swap(query.parts[0].clauses[0], query.parts[0].clauses[1]);
    std::get<ast::Projection>(query.parts[0].clauses[0].node).items[0].expr->node = ast::IntegerLiteral{1};
    const Error error = error_of(query);
    CHECK(error.code == ErrorCode::invalid_clause_composition);
    CHECK(error.span == SourceSpan{10, 18});
    CHECK(error.hints.at(0) == "use WITH to go on with the rows");
}

TEST_CASE("a path has no negative number of hops", "[semantics][composition]") {
    ast::Query query = parsed("MATCH (a)-[*1..2]->(b) RETURN a");
    auto& match = std::get<ast::Match>(query.parts[0].clauses[0].node);
    match.patterns[0].relationships[0].hops->least = -1;
    const Error error = error_of(query);
    CHECK(error.code == ErrorCode::invalid_relationship_pattern);
    CHECK(error.hints.at(0) == "write the range as `*least..most`, for instance `*1..3`");
}
