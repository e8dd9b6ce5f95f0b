#include <catch2/catch.hpp>

#include "suites/semantics/analysed.h"

using namespace confer::engine;

TEST_CASE("a variable that nothing defines is undefined", "[semantics][scope]") {
    const Fault f = fault("MATCH (approach) RETURN foo");
    CHECK(f.code == "undefined-variable");
    CHECK(f.at == "foo");
    CHECK(f.hint == "name it first in MATCH, UNWIND or WITH; or write 'foo' if it is text");
}

TEST_CASE("a misspelt variable gets the nearest names", "[semantics][scope]") {
    CHECK(fault("MATCH (approach) RETURN aproach").hint == "did you mean `approach`?");
}

TEST_CASE("what WITH leaves out is gone", "[semantics][scope]") {
    const Fault f = fault("MATCH (a)-->(b) WITH a RETURN b");
    CHECK(f.code == "undefined-variable");
    CHECK(f.at == "b");
    CHECK(f.hint == "`b` is defined elsewhere in the statement; every WITH in between must pass it on: `WITH b`");
}

TEST_CASE("a variable keeps its number through WITH, a renamed one gets a new one", "[semantics][scope]") {
    CHECK(meaning("MATCH (a) WITH a, a AS b RETURN a, b") ==
          "match (a#0)\n"
          "project items [a#0, b#1 = a#0]\n"
          "project items [a#0, b#1]\n"
          "columns a#0, b#1");
}

TEST_CASE("names can be exchanged in one WITH", "[semantics][scope]") {
    CHECK(meaning("MATCH (a)-->(b) WITH a AS b, b AS a RETURN a") ==
          "match (a#0) (b#2) a#0-[#1]->b#2\n"
          "project items [b#3 = a#0, a#4 = b#2]\n"
          "project items [a#4]\n"
          "columns a#4");
}

TEST_CASE("the star gives all variables by name, and further items after them", "[semantics][scope]") {
    CHECK(meaning("MATCH (z)-[r]->(a) RETURN *, 1 AS b") ==
          "match (z#0) (a#2) z#0-[r#1]->a#2\n"
          "project items [a#2, r#1, z#0, b#3 = 1]\n"
          "columns a#2, r#1, z#0, b#3");
}

TEST_CASE("RETURN * needs a variable", "[semantics][scope]") {
    const Fault f = fault("MATCH () RETURN *");
    CHECK(f.code == "no-variables-in-scope");
    CHECK(f.at == "RETURN *");
    CHECK(f.hint == "name what you match, as in `MATCH (a)`, or return expressions");
}

TEST_CASE("WITH * may pass on nothing", "[semantics][scope]") {
    CHECK(meaning("MATCH () WITH * RETURN 1") ==
          "match (#0)\n"
          "project items []\n"
          "project items [1#1 = 1]\n"
          "columns 1#1");
}

TEST_CASE("each part of a UNION has variables of its own", "[semantics][scope]") {
    CHECK(fault("MATCH (a) RETURN a UNION MATCH (b) RETURN a").code == "undefined-variable");
}

TEST_CASE("UNWIND can't reuse a name", "[semantics][scope]") {
    const Fault f = fault("MATCH (a) UNWIND [1] AS a RETURN a");
    CHECK(f.code == "variable-already-bound");
    CHECK(f.at == "a");
    CHECK(f.hint == "choose another name after AS");
}

TEST_CASE("a list comprehension's variable hides one of that name, inside it only", "[semantics][scope]") {
    CHECK(meaning("WITH 1 AS x RETURN [x IN [2] | x] AS l, x") ==
          "project items [x#0 = 1]\n"
          "project items [l#2 = [x#1 IN [2] | x#1], x#0]\n"
          "columns l#2, x#0");
    CHECK(fault("RETURN [y IN [2] | y] AS l, y").code == "undefined-variable");
}

TEST_CASE("quantifiers and reduce have variables of their own", "[semantics][scope]") {
    CHECK(meaning("RETURN any(x IN [1] WHERE x > 0) AS a, reduce(s = 0, x IN [1] | s + x) AS b") ==
          "project items [a#3 = any(x#0 IN [1] WHERE (x#0 > 0)), b#4 = reduce(s#1 = 0, x#2 IN [1] | (s#1 + x#2))]\n"
          "columns a#3, b#4");
}

TEST_CASE("a map projection takes properties, variables and entries", "[semantics][scope]") {
    CHECK(meaning("MATCH (n) WITH n, 1 AS x RETURN n{.name, .*, x, y: 2} AS m") ==
          "match (n#0)\n"
          "project items [n#0, x#1 = 1]\n"
          "project items [m#2 = n#0{.*, name: n#0.name, x: x#1, y: 2}]\n"
          "columns m#2");
}
