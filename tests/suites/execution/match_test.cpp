#include <catch2/catch.hpp>

#include "graphs.h"

using namespace confer::test;

TEST_CASE("match finds nodes by label, by id and by condition", "[exec][match]") {
    CHECK(rows(approaches(), "MATCH (t:Technique) RETURN t.id") == Rows{"'chair'", "'exposure'", "'mindfulness'"});
    CHECK(rows(approaches(), "MATCH (n {id: 'cbt'}) RETURN n") == Rows{"(cbt)"});
    CHECK(rows(approaches(), "MATCH (n:Technique {id: 'cbt'}) RETURN n").empty());
    CHECK(rows(approaches(), "MATCH (n) WHERE n.id IN ['act', 'cbt', 'act', null, 'nobody'] RETURN n") ==
          Rows{"(act)", "(cbt)"});
    CHECK(rows(approaches(), "MATCH (a:Approach) WHERE a.year < 1970 RETURN a") == Rows{"(gestalt)", "(rebt)"});
    CHECK(rows(approaches(), "MATCH (n) RETURN count(*)") == Rows{"11"});
}

TEST_CASE("a label, a type or a property that the graph does not have matches nothing", "[exec][match]") {
    CHECK(rows(approaches(), "MATCH (n:Nobody) RETURN n").empty());
    CHECK(rows(approaches(), "MATCH (a)-[:NOTHING]->(b) RETURN a").empty());
    CHECK(rows(approaches(), "MATCH (n) WHERE n.nothing = 1 RETURN n").empty());
    CHECK(rows(nothing(), "MATCH (n) RETURN n").empty());
    CHECK(rows(nothing(), "MATCH (n) RETURN count(n)") == Rows{"0"});
}

TEST_CASE("a relationship is followed in the direction that it is drawn in", "[exec][expand]") {
    CHECK(rows(approaches(), "MATCH (a {id: 'cbt'})-[:DERIVES_FROM]->(b) RETURN b") == Rows{"(rebt)"});
    CHECK(rows(approaches(), "MATCH (a {id: 'cbt'})<-[:DERIVES_FROM]-(b) RETURN b") == Rows{"(act)", "(dbt)"});
    CHECK(rows(approaches(), "MATCH (a {id: 'cbt'})-[:DERIVES_FROM]-(b) RETURN b") == Rows{"(act)", "(dbt)", "(rebt)"});
    CHECK(rows(approaches(), "MATCH (a {id: 'act'})-[r]->(b) RETURN type(r), b") ==
          Rows{"'DERIVES_FROM' | (cbt)", "'TREATS' | (anxiety)", "'USES' | (mindfulness)"});
    CHECK(rows(approaches(), "MATCH (a {id: 'act'})-[:USES|TREATS]->(b) RETURN b") ==
          Rows{"(anxiety)", "(mindfulness)"});
}

TEST_CASE("a relationship from a node to itself is found once, whatever the direction", "[exec][expand]") {
    CHECK(rows(ring(), "MATCH (c {id: 'c'})-[r]->(c) RETURN r.n") == Rows{"5"});
    CHECK(rows(ring(), "MATCH (c {id: 'c'})-[r]-(c) RETURN r.n") == Rows{"5"});
    CHECK(rows(ring(), "MATCH (c {id: 'c'})-[r]-(x) RETURN r.n") == Rows{"3", "4", "5", "6"});
}

TEST_CASE("parallel relationships are rows of their own", "[exec][expand]") {
    CHECK(rows(ring(), "MATCH (a {id: 'a'})-[r]->(b {id: 'b'}) RETURN r.n") == Rows{"1", "2"});
    CHECK(rows(ring(), "MATCH (a {id: 'a'}), (b {id: 'b'}) MATCH (b)-[r]-(a) RETURN r.n") == Rows{"1", "2"});
}

TEST_CASE("the relationships of one match are all different", "[exec][uniqueness]") {
    // Two steps between a and b and back need both of the parallel relationships.
    CHECK(rows(ring(), "MATCH (a {id: 'a'})-[r]->(b)<-[s]-(a) RETURN r.n, s.n") == Rows{"1 | 2", "2 | 1"});
    CHECK(rows(approaches(), "MATCH (a)-[:DERIVES_FROM]->({id: 'rebt'})<-[:DERIVES_FROM]-(b) RETURN a, b").empty());
    CHECK(rows(approaches(), "MATCH (a)-[:TREATS]->()<-[:TREATS]-(b) RETURN a, b") ==
          Rows{"(act) | (cbt)", "(cbt) | (act)"});
    CHECK(rows(approaches(), "MATCH (a)-[r:TREATS]->({id: 'insomnia'}), (b)-[s:TREATS]->({id: 'insomnia'}) RETURN a, b")
              .empty());
}

TEST_CASE("relationships of different matches may be the same", "[exec][uniqueness]") {
    CHECK(rows(approaches(),
               "MATCH (a)-[r:TREATS]->({id: 'insomnia'}) MATCH (b)-[s:TREATS]->({id: 'insomnia'}) RETURN a, b") ==
          Rows{"(cbt) | (cbt)"});
}

TEST_CASE("patterns that share a variable join on it", "[exec][match]") {
    CHECK(rows(approaches(), "MATCH (a)-[:USES]->(t), (a)-[:TREATS]->(c {id: 'anxiety'}) RETURN a, t") ==
          Rows{"(act) | (mindfulness)", "(cbt) | (exposure)", "(cbt) | (mindfulness)"});
    CHECK(rows(ring(), "MATCH (x)-[]->(y)-[]->(z)-[]->(x) WHERE x.id = 'a' RETURN y, z") ==
          Rows{"(b) | (c)", "(b) | (c)"});
}

TEST_CASE("patterns that share nothing give every pair", "[exec][cross-product]") {
    CHECK(rows(approaches(), "MATCH (c:Condition), (t:Technique) RETURN count(*)") == Rows{"6"});
    CHECK(rows(approaches(), "MATCH (c:Condition), (t:Technique), (n:Nobody) RETURN count(*)") == Rows{"0"});
    CHECK(rows(approaches(), "UNWIND [1, 2] AS x MATCH (c:Condition) RETURN x, c") ==
          Rows{"1 | (anxiety)", "1 | (insomnia)", "2 | (anxiety)", "2 | (insomnia)"});
}

TEST_CASE("an equation between patterns joins them", "[exec][hash-join]") {
    const GraphPtr graph = graph_of(R"({"nodes": [
        {"id": "1", "label": "A", "x": 1}, {"id": "2", "label": "A", "x": 2.0}, {"id": "3", "label": "A"},
        {"id": "4", "label": "B", "x": 2}, {"id": "5", "label": "B", "x": 2}, {"id": "6", "label": "B"}], "edges": []})");
    CHECK(rows(graph, "MATCH (a:A), (b:B) WHERE a.x = b.x RETURN a, b") == Rows{"(2) | (4)", "(2) | (5)"});
    CHECK(rows(graph, "UNWIND [2, 3, null] AS x MATCH (b:B) WHERE b.x = x RETURN x, b") == Rows{"2 | (4)", "2 | (5)"});
}

TEST_CASE("a node sought by what each row says", "[exec][id-seek]") {
    CHECK(ordered_rows(approaches(),
                       "UNWIND ['act', 'nobody', null, 'cbt', 7] AS id MATCH (a {id: id}) RETURN id, a.year") ==
          Rows{"'act' | 1986", "'cbt' | 1976"});
    CHECK(rows(approaches(), "MATCH (a {id: $id}) RETURN a",
               {.parameters = {{"id", Value(std::string_view("dbt"))}}}) == Rows{"(dbt)"});
    CHECK(rows(approaches(), "MATCH (a {id: $id}) RETURN a", {.parameters = {{"id", Value(7)}}}).empty());
}

TEST_CASE("a bound relationship gives its ends", "[exec][endpoints]") {
    CHECK(rows(approaches(), "MATCH ()-[r:TREATS]->({id: 'insomnia'}) MATCH (a)-[r]->(b) RETURN a, b") ==
          Rows{"(cbt) | (insomnia)"});
    CHECK(rows(approaches(), "MATCH ()-[r:TREATS]->({id: 'insomnia'}) MATCH (a)<-[r]-(b) RETURN a, b") ==
          Rows{"(insomnia) | (cbt)"});
    CHECK(rows(approaches(), "MATCH ()-[r:TREATS]->({id: 'insomnia'}) MATCH (a)-[r]-(b) RETURN a, b") ==
          Rows{"(cbt) | (insomnia)", "(insomnia) | (cbt)"});
    CHECK(rows(approaches(), "MATCH (x)-[r:TREATS]->({id: 'insomnia'}) MATCH (x)-[r:USES]->(b) RETURN b").empty());
    CHECK(rows(ring(), "MATCH (x)-[r {n: 5}]->() MATCH (x)-[r]-(x) RETURN x") == Rows{"(c)"});
    CHECK(rows(ring(), "MATCH ()-[r {n: 5}]-() MATCH (x)-[r]-(y) RETURN x, y") == Rows{"(c) | (c)"});
}

TEST_CASE("a null node matches nothing", "[exec][match][null]") {
    CHECK(rows(approaches(), "OPTIONAL MATCH (a:Nobody) WITH a MATCH (a)-[]->(b) RETURN b").empty());
    CHECK(rows(approaches(), "OPTIONAL MATCH (a:Nobody) WITH a MATCH (a) RETURN a").empty());
}

TEST_CASE("a value that is no node can't be followed", "[exec][error]") {
    CHECK(rows(approaches(), "UNWIND $list AS a MATCH (a)-[]->(b) RETURN b", {.parameters = {{"list", Value(3)}}}) ==
          Rows{"error: invalid-argument-type: a"});
    CHECK(rows(approaches(), "UNWIND $list AS a MATCH p = (a) RETURN p", {.parameters = {{"list", Value(3)}}}) ==
          Rows{"error: invalid-argument-type"});
}

TEST_CASE("a named path holds its nodes and relationships in the order of the pattern", "[exec][path]") {
    CHECK(rows(approaches(), "MATCH p = (a)-[:TREATS]->({id: 'insomnia'}) RETURN p") ==
          Rows{"(cbt)-[:TREATS]->(insomnia)"});
    CHECK(rows(approaches(), "MATCH p = ({id: 'insomnia'})<-[:TREATS]-(a)-[:DERIVES_FROM]->(b) RETURN p, length(p)") ==
          Rows{"(insomnia)<-[:TREATS]-(cbt)-[:DERIVES_FROM]->(rebt) | 2"});
    CHECK(rows(approaches(), "MATCH p = (a {id: 'loner'}) RETURN p") == Rows{"(loner)"});
    CHECK(rows(approaches(), "MATCH p = ({id: 'rebt'})<-[:DERIVES_FROM*2]-(a) RETURN p") ==
          Rows{"(rebt)<-[:DERIVES_FROM]-(cbt)<-[:DERIVES_FROM]-(act)",
               "(rebt)<-[:DERIVES_FROM]-(cbt)<-[:DERIVES_FROM]-(dbt)"});
}

TEST_CASE("rows past one batch are all there", "[exec][batch]") {
    CHECK(rows(nothing(), "UNWIND range(1, 5000) AS x WITH x WHERE x % 2 = 0 RETURN count(*), sum(x)") ==
          Rows{"2500 | 6252500"});
    CHECK(rows(approaches(), "UNWIND range(1, 3000) AS x MATCH (a:Approach)-[:USES]->(t) RETURN count(*)") ==
          Rows{"15000"});
    CHECK(rows(approaches(), "UNWIND range(1, 700) AS x MATCH (a:Approach), (b:Approach) RETURN count(*)") ==
          Rows{"25200"});
}
