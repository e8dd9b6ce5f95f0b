#include <catch2/catch.hpp>

#include "graphs.h"

using namespace confer::test;

TEST_CASE("a variable-length relationship gives a row for each walk", "[exec][var-expand]") {
    CHECK(rows(approaches(), "MATCH (a {id: 'dbt'})-[:DERIVES_FROM*]->(b) RETURN b") == Rows{"(cbt)", "(rebt)"});
    CHECK(rows(approaches(), "MATCH (a {id: 'rebt'})<-[rs:DERIVES_FROM*]-(b) RETURN b, size(rs)") ==
          Rows{"(act) | 2", "(cbt) | 1", "(dbt) | 2"});
    CHECK(rows(ring(), "MATCH (a {id: 'a'})-[rs*]->(d {id: 'd'}) RETURN [r IN rs | r.n]") ==
          Rows{"[1, 3, 5, 6]", "[1, 3, 6]", "[2, 3, 5, 6]", "[2, 3, 6]"});
}

TEST_CASE("bounds count relationships", "[exec][var-expand]") {
    CHECK(rows(ring(), "MATCH (a {id: 'a'})-[rs*2]->(x) RETURN x") == Rows{"(c)", "(c)"});
    CHECK(rows(ring(), "MATCH (a {id: 'a'})-[rs*2..3]->(x) RETURN DISTINCT x, size(rs)") ==
          Rows{"(a) | 3", "(c) | 2", "(c) | 3", "(d) | 3"});
    CHECK(rows(ring(), "MATCH (a {id: 'a'})-[*..1]->(x) RETURN x") == Rows{"(b)", "(b)"});
    CHECK(rows(ring(), "MATCH (a {id: 'd'})-[*]->(x) RETURN x").empty());
}

TEST_CASE("length zero is the node itself", "[exec][var-expand]") {
    CHECK(rows(ring(), "MATCH (a {id: 'd'})-[rs*0..]->(x) RETURN x, rs") == Rows{"(d) | []"});
    CHECK(rows(ring(), "MATCH (a {id: 'a'})-[rs*0..1]->(x) RETURN x, size(rs)") ==
          Rows{"(a) | 0", "(b) | 1", "(b) | 1"});
    CHECK(rows(approaches(), "MATCH (a {id: 'dbt'})-[:DERIVES_FROM*0]->(x) RETURN x") == Rows{"(dbt)"});
    CHECK(rows(ring(), "MATCH p = (a {id: 'd'})-[*0..]->(x) RETURN p") == Rows{"(d)"});
}

TEST_CASE("no walk uses a relationship twice, but it may meet a node again", "[exec][var-expand][uniqueness]") {
    // All six relationships: out by one parallel, round, out by the other, round is not possible: 3 would be used
    // twice.
    CHECK(rows(ring(), "MATCH (a {id: 'a'})-[rs*]->(a) RETURN [r IN rs | r.n]") ==
          Rows{"[1, 3, 4]", "[1, 3, 5, 4]", "[2, 3, 4]", "[2, 3, 5, 4]"});
    CHECK(rows(ring(), "MATCH (a {id: 'a'})-[rs*2]-(a) RETURN [r IN rs | r.n]") == Rows{"[1, 2]", "[2, 1]"});
    CHECK(rows(ring(), "MATCH (a {id: 'a'})-[rs*2]-(a), (a)-[s]->(b) RETURN rs, s").empty());
    CHECK(rows(ring(), "MATCH (c {id: 'c'})-[s {n: 5}]->(c), (c)-[rs*1..2]->(d {id: 'd'}) RETURN size(rs)") ==
          Rows{"1"});
}

TEST_CASE("the list of a walk is in the order of the pattern, from whichever end it was found", "[exec][var-expand]") {
    CHECK(rows(ring(), "MATCH (x)-[rs*3]->(d {id: 'd'}) RETURN x, [r IN rs | r.n]") ==
          Rows{"(a) | [1, 3, 6]", "(a) | [2, 3, 6]", "(b) | [3, 5, 6]"});
}

TEST_CASE("conditions on each relationship of a walk", "[exec][var-expand]") {
    CHECK(rows(approaches(), "MATCH (a)-[rs:USES*1..2 {weight: 5}]->(t) RETURN a, t") == Rows{"(act) | (mindfulness)"});
    CHECK(rows(ring(), "UNWIND [1, 3] AS n MATCH (x)-[rs* {n: n}]->(y) RETURN n, x, y") ==
          Rows{"1 | (a) | (b)", "3 | (b) | (c)"});
}

TEST_CASE("a bound list of relationships is matched as a walk", "[exec][endpoints]") {
    CHECK(rows(ring(), "MATCH ()-[r {n: 3}]->()-[s {n: 6}]->() WITH [r, s] AS rs MATCH (x)-[rs*]->(y) RETURN x, y") ==
          Rows{"(b) | (d)"});
    CHECK(rows(ring(), "MATCH ()-[r {n: 3}]->()-[s {n: 6}]->() WITH [s, r] AS rs MATCH (x)-[rs*]->(y) RETURN x, y")
              .empty());
    CHECK(rows(ring(), "MATCH ()-[r {n: 3}]->()-[s {n: 6}]->() WITH [s, r] AS rs MATCH (x)<-[rs*]-(y) RETURN x, y") ==
          Rows{"(d) | (b)"});
    CHECK(rows(ring(),
               "MATCH (x {id: 'b'})-[r {n: 3}]->()-[s {n: 6}]->(y) WITH x, y, [r, s] AS rs MATCH (x)-[rs*]->(y) RETURN "
               "1") == Rows{"1"});
}

TEST_CASE("where only ends count, each is found once, and the same as by walks", "[exec][reach]") {
    for (const std::string hops : {"*", "*0..", "*1..1", "*..2", "*0..2", "*0..0", "*1..3"}) {
        for (const auto& [left, right] : {std::pair{"-", "->"}, std::pair{"<-", "-"}, std::pair{"-", "-"}}) {
            const std::string pattern = std::string("(x)") + left + "[rs" + hops + "]" + right + "(y)";
            CAPTURE(pattern);
            // size(rs) keeps the list alive, so that the second statement enumerates walks.
            CHECK(rows(ring(), "MATCH " + pattern + " RETURN DISTINCT x, y") ==
                  rows(ring(), "MATCH " + pattern + " WITH x, y, min(size(rs)) AS least RETURN x, y"));
            CHECK(rows(ring(), "MATCH (x), (y) MATCH " + pattern + " RETURN DISTINCT x, y") ==
                  rows(ring(), "MATCH " + pattern + " WITH x, y, min(size(rs)) AS least RETURN x, y"));
        }
    }
}

TEST_CASE("a search without direction comes back to its start only by another way", "[exec][reach]") {
    const GraphPtr tree =
        graph_of(R"({"nodes": [{"id": "a", "label": "N"}, {"id": "b", "label": "N"}, {"id": "c", "label": "N"}],
        "edges": [{"from": "a", "type": "R", "to": "b"}, {"from": "b", "type": "R", "to": "c"}]})");
    CHECK(rows(tree, "MATCH (a {id: 'a'})-[*]-(x) RETURN DISTINCT x") == Rows{"(b)", "(c)"});
    CHECK(rows(tree, "MATCH (a {id: 'b'})-[*]-(x) RETURN DISTINCT x") == Rows{"(a)", "(c)"});
    CHECK(rows(tree, "MATCH (a {id: 'a'})-[*0..1]-(x) RETURN DISTINCT x") == Rows{"(a)", "(b)"});
}
