// The clauses that write: what they bind, and what is wrong with them before they run.
#include <catch2/catch.hpp>

#include "suites/semantics/analysed.h"

using namespace confer::engine;

namespace {

std::string code_of(const char* statement) {
    return fault(statement).code;
}

}  // namespace

TEST_CASE("what exists can't be made again", "[semantics][update]") {
    CHECK(code_of("MATCH (a) CREATE (a)") == "variable-already-bound");
    CHECK(code_of("MATCH (a) CREATE (a:A)-[:R]->()") == "variable-already-bound");
    CHECK(code_of("MATCH (a) CREATE (a {x: 1})-[:R]->()") == "variable-already-bound");
    CHECK(code_of("MATCH ()-[r]->() CREATE ()-[r:R]->()") == "variable-already-bound");
    CHECK(code_of("MATCH (p) CREATE p = ()") == "variable-already-bound");
    CHECK(code_of("CREATE (n:A)-[:R]->(), (n:B)") == "variable-already-bound");
    CHECK(code_of("MATCH (a) MERGE (a)") == "variable-already-bound");
    const Fault f = fault("MATCH (a) CREATE (a:A)-[:R]->()");
    CHECK(f.at == "a");
}

TEST_CASE("a node that is there may be drawn bare, and beside itself", "[semantics][update]") {
    CHECK_NOTHROW(analysed("MATCH (a) CREATE (a)-[:R]->(b), (b)-[:S]->(a) RETURN b"));
    CHECK_NOTHROW(analysed("CREATE (a)-[:R]->(a)"));
    CHECK(code_of("MATCH ()-[r]->() CREATE (r)-[:R]->()") == "variable-type-conflict");
}

TEST_CASE("a new relationship has one type, and one direction unless it is merged", "[semantics][update]") {
    CHECK(code_of("CREATE ()-->()") == "no-single-relationship-type");
    CHECK(code_of("CREATE ()-[:A|B]->()") == "no-single-relationship-type");
    CHECK(code_of("CREATE ()-[:!A]->()") == "no-single-relationship-type");
    CHECK(code_of("CREATE ()-[:A]-()") == "requires-directed-relationship");
    CHECK(code_of("CREATE ()<-[:A]->()") == "requires-directed-relationship");
    CHECK(code_of("CREATE ()-[:A*2]->()") == "creating-var-length");
    CHECK(code_of("MERGE (a) MERGE (b) MERGE (a)-[:A*]->(b)") == "creating-var-length");
    CHECK(code_of("MERGE ()-->()") == "no-single-relationship-type");
    CHECK_NOTHROW(analysed("MERGE ()-[:A]-()"));
}

TEST_CASE("properties of what is made read what is there before it", "[semantics][update]") {
    CHECK(code_of("CREATE (a {y: b.x}), (b {x: 1})") == "undefined-variable");
    CHECK_NOTHROW(analysed("CREATE (a {x: 1}), (b {y: a.x})"));
    CHECK(code_of("MERGE (a {x: a.y})") == "undefined-variable");
    CHECK_NOTHROW(analysed("CREATE (a {x: 1}) CREATE (b {y: a.x})"));
    CHECK(code_of("CREATE ({x: count(*)})") == "invalid-aggregation");
    CHECK(code_of("MERGE ($map)") == "invalid-parameter-use");
}

TEST_CASE("SET and REMOVE change nodes and relationships", "[semantics][update]") {
    CHECK(code_of("MATCH (a) SET b.x = 1") == "undefined-variable");
    CHECK(code_of("MATCH p = () SET p.x = 1") == "invalid-argument-type");
    CHECK(code_of("MATCH ()-[r]->() SET r:A") == "invalid-argument-type");
    CHECK(code_of("MATCH (a) SET a = 1") == "invalid-argument-type");
    CHECK(code_of("MATCH (a) SET a.x = sum(a.y)") == "invalid-aggregation");
    CHECK(code_of("MERGE (a) ON CREATE SET b.x = 1") == "undefined-variable");
}

TEST_CASE("DELETE deletes nodes, relationships and paths", "[semantics][update]") {
    CHECK(code_of("MATCH (a) DELETE a:A") == "invalid-delete");
    CHECK(code_of("MATCH (a) DELETE 1 + 1") == "invalid-argument-type");
    CHECK(code_of("MATCH (a) DELETE b") == "undefined-variable");
    CHECK_NOTHROW(analysed("MATCH p = ()-[r]->() WITH p, r, [r] AS list DELETE p, r, list[0]"));
}

TEST_CASE("a clause that reads stands behind WITH when one before it writes", "[semantics][update]") {
    CHECK(code_of("CREATE (a) MATCH (b) RETURN b") == "invalid-clause-composition");
    CHECK(code_of("CREATE (a) UNWIND [1] AS x RETURN x") == "invalid-clause-composition");
    CHECK_NOTHROW(analysed("CREATE (a) WITH a MATCH (b) SET b.x = 1 RETURN a"));
}

TEST_CASE("a clause that writes comes after those that find its rows", "[semantics][update]") {
    CHECK(meaning("MATCH (a) CREATE (a)-[r:R]->(b) SET b.x = 1 RETURN b") ==
          "match (a#0)\n"
          "then CREATE binds b#1, r#2\n"
          "then SET\n"
          "project items [b#1]\n"
          "columns b#1");
}

TEST_CASE("what a clause that writes binds can be read after it", "[semantics][update]") {
    CHECK_NOTHROW(analysed("CREATE p = (a)-[r:R]->(b) RETURN a, r, b, p"));
    CHECK_NOTHROW(analysed("MERGE p = (a)-[r:R]->(b) ON CREATE SET r.x = a.y RETURN a, r, b, p"));
    CHECK(code_of("CREATE (a) RETURN a UNION CREATE (b) RETURN b") == "different-columns-in-union");
}
