#include <catch2/catch.hpp>

#include "suites/semantics/analysed.h"

using namespace confer::engine;

TEST_CASE("a pattern in a condition asks whether it exists", "[semantics][subquery]") {
    CHECK(meaning("MATCH (n), (m) WHERE NOT (n)-[:R]->(m) AND (n)-->() RETURN n") ==
          "match (n#0) (m#1) where (NOT exists(n#0, m#1) { (.n#0) (.m#1) n#0-[#2:R]->m#1 }), "
          "exists(n#0) { (.n#0) (#4) n#0-[#3]->#4 }\n"
          "project items [n#0]\n"
          "columns n#0");
}

TEST_CASE("a pattern in a condition names nothing new", "[semantics][subquery]") {
    const Fault f = fault("MATCH (n) WHERE (n)-[r]->() RETURN n");
    CHECK(f.code == "undefined-variable");
    CHECK(f.at == "r");
    CHECK(fault("MATCH (n) WHERE (n)-->(a {num: 5}) RETURN n").at == "a");
}

TEST_CASE("a pattern has no value", "[semantics][subquery]") {
    const Fault f = fault("MATCH (n) RETURN (n)-->()");
    CHECK(f.code == "syntax");
    CHECK(f.at == "(n)-->()");
    CHECK(fault("MATCH (n) WITH (n)-->() AS x RETURN x").code == "syntax");
    CHECK(fault("MATCH (n) RETURN size((n)-->())").code == "syntax");
}

TEST_CASE("a pattern comprehension collects; what it names stays inside", "[semantics][subquery]") {
    CHECK(meaning("MATCH (n) RETURN [p = (n)-[r]->(m) WHERE m.x > n.x | p] AS l") ==
          "match (n#0)\n"
          "project items [l#4 = collect(n#0) { (.n#0) (m#2) n#0-[r#1]->m#2 p#3 = path of n#0, m#2 by r#1 "
          "where (m#2.x > n#0.x) | p#3 }]\n"
          "columns l#4");
    CHECK(fault("MATCH (n) RETURN [(n)-->(m) | m] AS l, m").code == "undefined-variable");
}

TEST_CASE("EXISTS and COUNT read the variables around them", "[semantics][subquery]") {
    CHECK(
        meaning("MATCH (n) WHERE EXISTS { (n)-->(m) WHERE n.x = m.x } RETURN COUNT { MATCH (n)--() RETURN 1 } AS c") ==
        "match (n#0) where exists(n#0) { match (.n#0) (m#2) n#0-[#1]->m#2 where (n#0.x = m#2.x) }\n"
        "project items [c#6 = count(n#0) { match (.n#0) (#4) n#0-[#3]-#4; project items [1#5 = 1]; columns 1#5 }]\n"
        "columns c#6");
}

TEST_CASE("a subquery's projection passes on what later clauses read from around it", "[semantics][subquery]") {
    CHECK(meaning("MATCH (n) WHERE EXISTS { MATCH (m) WITH m ORDER BY m.x WHERE (n)-->(m) RETURN 1 } RETURN n") ==
          "match (n#0) where exists(n#0) { match (m#1); project items [m#1] order by m#1.x "
          "where exists(n#0, m#1) { (.n#0) (.m#1) n#0-[#2]->m#1 }; project items [1#3 = 1]; columns 1#3 }\n"
          "project items [n#0]\n"
          "columns n#0");
    CHECK(meaning("MATCH (n) WHERE EXISTS { MATCH (m) WITH m, count(*) AS c MATCH (n)-->(m) } RETURN n") ==
          "match (n#0) where exists(n#0) { match (m#1); project keys [m#1, n#0] aggregates [c#2 = count()] "
          "items [m#1, c#2, n#0]; match (.n#0) (.m#1) n#0-[#3]->m#1 }\n"
          "project items [n#0]\n"
          "columns n#0");
}

TEST_CASE("a subquery inside a subquery reads through it", "[semantics][subquery]") {
    CHECK(meaning("MATCH (n) WHERE EXISTS { MATCH (m) WHERE EXISTS { (n)-->(m) } } RETURN n") ==
          "match (n#0) where exists(n#0) { match (m#1) where exists(n#0, m#1) { match (.n#0) (.m#1) n#0-[#2]->m#1 } }\n"
          "project items [n#0]\n"
          "columns n#0");
}

TEST_CASE("a subquery may read a list expression's variable", "[semantics][subquery]") {
    CHECK(meaning("MATCH p = (a)-->(b) RETURN [x IN nodes(p) WHERE (x)-->() | x] AS l") ==
          "match (a#0) (b#2) a#0-[#1]->b#2 p#3 = path of a#0, b#2 by #1\n"
          "project items [l#7 = [x#4 IN nodes(p#3) WHERE exists(x#4) { (.x#4) (#6) x#4-[#5]->#6 } | x#4]]\n"
          "columns l#7");
}

TEST_CASE("exists() takes a property or a pattern", "[semantics][subquery]") {
    CHECK(meaning("MATCH (a) WHERE exists(a.x) AND exists((a)-->()) RETURN a") ==
          "match (a#0) where (a#0.x IS NOT NULL), exists(a#0) { (.a#0) (#2) a#0-[#1]->#2 }\n"
          "project items [a#0]\n"
          "columns a#0");
}
