#include <catch2/catch.hpp>

#include "suites/semantics/analysed.h"

using namespace confer::engine;

TEST_CASE("a node variable that occurs twice is one node, with all its labels", "[semantics][pattern]") {
    CHECK(meaning("MATCH (a:A)-[r:R]->(b)<-[:S|T]-(a:B) RETURN b") ==
          "match (a#0:(A&B)) (b#2) a#0-[r#1:R]->b#2 b#2<-[#3:(S|T)]-a#0\n"
          "project items [b#2]\n"
          "columns b#2");
}

TEST_CASE("a variable of an earlier clause is bound", "[semantics][pattern]") {
    CHECK(meaning("MATCH (a)-[r]-(b) OPTIONAL MATCH (b)-[r]-(c:C) RETURN c") ==
          "match (a#0) (b#2) a#0-[r#1]-b#2\n"
          "optional match (.b#2) (c#3:C) b#2-[.r#1]-c#3\n"
          "project items [c#3]\n"
          "columns c#3");
}

TEST_CASE("properties and WHERE become conditions", "[semantics][pattern]") {
    CHECK(meaning("MATCH (a {x: 1} WHERE a.y > 2)-[r {z: a.x} WHERE r.w]->() WHERE a.v AND r.u RETURN a") ==
          "match (a#0) (#2) a#0-[r#1]->#2 where (a#0.x = 1), (a#0.y > 2), (r#1.z = a#0.x), r#1.w, a#0.v, r#1.u\n"
          "project items [a#0]\n"
          "columns a#0");
}

TEST_CASE("a condition may read any part of its pattern", "[semantics][pattern]") {
    CHECK(meaning("MATCH (a {x: b.x}), (b) RETURN a") ==
          "match (a#0) (b#1) where (a#0.x = b#1.x)\n"
          "project items [a#0]\n"
          "columns a#0");
}

TEST_CASE("conditions on a variable-length relationship hold for each hop", "[semantics][pattern]") {
    CHECK(meaning("MATCH (a)-[rs:R*2..3 {x: 1} WHERE rs.y > 0]->(b) RETURN rs") ==
          "match (a#0) (b#2) a#0-[rs#1:R*2..3 each #3 where (#3.x = 1), (#3.y > 0)]->b#2\n"
          "project items [rs#1]\n"
          "columns rs#1");
    CHECK(meaning("MATCH ()-[*]->() RETURN 1 AS x") ==
          "match (#0) (#2) #0-[#1*1..]->#2\n"
          "project items [x#3 = 1]\n"
          "columns x#3");
}

TEST_CASE("a named path lists its parts in order", "[semantics][pattern]") {
    CHECK(meaning("MATCH p = (a)-->(b)-[*]-(a), q = (c) RETURN p, q") ==
          "match (a#0) (b#2) (c#5) a#0-[#1]->b#2 b#2-[#3*1..]-a#0 p#4 = path of a#0, b#2, a#0 by #1, #3 "
          "q#6 = path of c#5\n"
          "project items [p#4, q#6]\n"
          "columns p#4, q#6");
}

TEST_CASE("a relationship or a path is no node", "[semantics][pattern]") {
    const Fault f = fault("MATCH ()-[r]->() MATCH (r) RETURN r");
    CHECK(f.code == "variable-type-conflict");
    CHECK(f.at == "r");
    CHECK(f.message == "`r` is a relationship, so it can't be a node here");
    CHECK(f.hint == "choose another name for one of them");
    CHECK(fault("MATCH ()-[r]-(r) RETURN r").code == "variable-type-conflict");
    CHECK(fault("MATCH ()-[r*]-()-[]-(r) RETURN r").code == "variable-type-conflict");
    CHECK(fault("MATCH r = ()-[]-(), (r) RETURN r").code == "variable-type-conflict");
    CHECK(fault("MATCH (r)-[r]-() RETURN r").code == "variable-type-conflict");
}

TEST_CASE("a value is neither node nor relationship", "[semantics][pattern]") {
    CHECK(fault("WITH 123 AS n MATCH (n) RETURN n").code == "variable-type-conflict");
    CHECK(fault("WITH [10] AS n MATCH (n) RETURN n").code == "variable-type-conflict");
    CHECK(fault("WITH 'x' AS r MATCH ()-[r]->() RETURN r").code == "variable-type-conflict");
    CHECK(fault("MATCH (n) WITH [n] AS users MATCH (users)-->(m) RETURN m").code == "variable-type-conflict");
}

TEST_CASE("a list of relationships can be matched again, hop by hop", "[semantics][pattern]") {
    CHECK(meaning("MATCH ()-[a]->()-[b]->() WITH [a, b] AS rs MATCH (x)-[rs*]->(y) RETURN x") ==
          "match (#0) (#2) (#4) #0-[a#1]->#2 #2-[b#3]->#4\n"
          "project items [rs#5 = [a#1, b#3]]\n"
          "match (x#6) (y#7) x#6-[.rs#5*1..]->y#7\n"
          "project items [x#6]\n"
          "columns x#6");
}

TEST_CASE("a relationship variable occurs once in a pattern", "[semantics][pattern]") {
    const Fault f = fault("MATCH (a)-[r]->()-[r]->(a) RETURN r");
    CHECK(f.code == "relationship-uniqueness");
    CHECK(f.at == "r");
    CHECK(f.hint == "each relationship is matched at most once: give the second one a name of its own");
}

TEST_CASE("a path needs a new name", "[semantics][pattern]") {
    const Fault f = fault("MATCH (p) MATCH p = ()-->() RETURN p");
    CHECK(f.code == "variable-already-bound");
    CHECK(f.at == "p");
    CHECK(f.hint == "choose another name for the path");
    CHECK(fault("MATCH p = (p)-->() RETURN p").code == "variable-already-bound");
}

TEST_CASE("a pattern's properties are named one by one", "[semantics][pattern]") {
    const Fault f = fault("MATCH (n $param) RETURN n");
    CHECK(f.code == "invalid-parameter-use");
    CHECK(f.at == "$param");
    CHECK(f.hint == "name the properties: `{name: $value.name}`");
}

TEST_CASE("label expressions keep their structure", "[semantics][pattern]") {
    CHECK(meaning("MATCH (a:A&(B|!C)), (b:%) WHERE a:D:E RETURN a") ==
          "match (a#0:(A&(B|!(C)))) (b#1:%) where (a#0:(D&E))\n"
          "project items [a#0]\n"
          "columns a#0");
}
