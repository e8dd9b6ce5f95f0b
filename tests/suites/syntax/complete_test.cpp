// Completion: what may come next, as far as the grammar knows.
#include <algorithm>
#include <catch2/catch.hpp>

#include "syntax/complete.h"

using confer::engine::syntax::Completable;
using confer::engine::syntax::complete_pattern;
using confer::engine::syntax::Completion;
using Words = std::vector<std::string>;

namespace {

// The caret in `text` is the cursor.
Completion at_caret(std::string text) {
    const std::size_t cursor = text.find('^');
    return complete_pattern(text.erase(cursor, 1), cursor);
}

bool offers(const Completion& completion, std::string_view keyword) {
    return std::find(completion.keywords.begin(), completion.keywords.end(), keyword) != completion.keywords.end();
}

}  // namespace

TEST_CASE("at the beginning the clauses are offered", "[syntax][complete]") {
    CHECK(at_caret("^").keywords == Words{"CALL", "CREATE", "EXPLAIN", "FOR", "LET", "MATCH", "MERGE", "OPTIONAL MATCH",
                                          "PROFILE", "RETURN", "UNWIND", "WITH"});
    CHECK(at_caret("ma^").keywords == Words{"MATCH"});
    CHECK(at_caret("EXPLAIN m^").keywords == Words{"MATCH", "MERGE"});
}

TEST_CASE("the word being typed is to be replaced", "[syntax][complete]") {
    const Completion completion = at_caret("MATCH (a) RET^ ");
    CHECK(completion.keywords == Words{"RETURN"});
    CHECK(completion.word == confer::engine::SourceSpan{10, 13});
}

TEST_CASE("after a pattern the next clauses are offered", "[syntax][complete]") {
    const Completion completion = at_caret("MATCH (a) ^");
    for (const char* keyword :
         {"WHERE", "RETURN", "WITH", "MATCH", "OPTIONAL MATCH", "UNWIND", "CALL", "FILTER", "LET", "FOR"})
        CHECK(offers(completion, keyword));
    CHECK_FALSE(offers(completion, "LIMIT"));
}

TEST_CASE("where a path begins, selectors are offered", "[syntax][complete]") {
    CHECK(at_caret("MATCH ^").keywords ==
          Words{"ALL SHORTEST", "ANY SHORTEST", "SHORTEST", "allShortestPaths", "shortestPath"});
    CHECK(at_caret("MATCH p = sho^").keywords == Words{"SHORTEST", "shortestPath"});
    CHECK(offers(at_caret("MATCH ANY ^"), "SHORTEST"));
}

TEST_CASE("procedures are completed with their dots, and then what they yield", "[syntax][complete]") {
    CHECK(at_caret("CALL ^").kinds == std::set{Completable::procedure});
    const Completion dotted = at_caret("MATCH (a) CALL db.la^");
    CHECK(dotted.kinds == std::set{Completable::procedure});
    CHECK(dotted.word == confer::engine::SourceSpan{15, 20});
    CHECK(at_caret("CALL db.^").word == confer::engine::SourceSpan{5, 8});
    const Completion yield = at_caret("CALL db.labels(1) YIELD a, ^");
    CHECK(yield.kinds == std::set{Completable::procedure_output});
    CHECK(yield.procedure == "db.labels");
    CHECK(offers(at_caret("CALL db.labels() ^"), "YIELD"));
    CHECK(offers(at_caret("CALL db.labels ^"), "YIELD"));
}

TEST_CASE("clauses that write are offered where they may stand, with the words that follow", "[syntax][complete]") {
    const Completion completion = at_caret("MATCH (a) ^");
    for (const char* keyword : {"CREATE", "MERGE", "SET", "REMOVE", "DELETE", "DETACH DELETE"})
        CHECK(offers(completion, keyword));
    CHECK(at_caret("MERGE (a) on^").keywords == Words{"ON CREATE SET", "ON MATCH SET"});
    CHECK(at_caret("MATCH (a) SET a:^").kinds == std::set{Completable::label});
    CHECK(at_caret("MATCH (a) SET a.^").kinds == std::set{Completable::property});
}

TEST_CASE("after a value operators and what may follow are offered", "[syntax][complete]") {
    const Completion completion = at_caret("MATCH (a) RETURN a.name ^");
    for (const char* keyword : {"AS", "ORDER BY", "LIMIT", "STARTS WITH", "IS NOT NULL", "AND"})
        CHECK(offers(completion, keyword));
}

TEST_CASE("labels, types and properties have their places", "[syntax][complete]") {
    CHECK(at_caret("MATCH (a:^").kinds == std::set{Completable::label});
    CHECK(at_caret("MATCH (a:App^").kinds == std::set{Completable::label});
    CHECK(at_caret("MATCH (a:A|^").kinds == std::set{Completable::label});
    CHECK(at_caret("MATCH (a)-[r:^").kinds == std::set{Completable::relationship_type});
    CHECK(at_caret("MATCH (a)-[:USES|^").kinds == std::set{Completable::relationship_type});
    CHECK(at_caret("MATCH (a {^").kinds == std::set{Completable::property});
    CHECK(at_caret("MATCH (a) WHERE a.^").kinds.contains(Completable::property));
}

TEST_CASE("where a value stands, variables, functions and what begins an expression are offered",
          "[syntax][complete]") {
    const Completion completion = at_caret("MATCH (approach:Approach)-[uses]->(b) WHERE ^");
    CHECK(completion.kinds.contains(Completable::variable));
    CHECK(completion.kinds.contains(Completable::function));
    CHECK(completion.variables == Words{"approach", "b", "uses"});
    CHECK(offers(completion, "NOT"));
    CHECK(offers(completion, "CASE"));
    CHECK(at_caret("MATCH (approach:Approach)-[uses]->(b) WHERE us^").variables == Words{"uses"});
}

TEST_CASE("strings, comments and questions get nothing", "[syntax][complete]") {
    for (const char* text : {"RETURN 'a^", "RETURN 1 // a^", "RETURN 1 /* a^", "which approaches ^"}) {
        const Completion completion = at_caret(text);
        CHECK(completion.keywords.empty());
        CHECK(completion.kinds.empty());
    }
}
