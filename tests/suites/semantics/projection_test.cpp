#include <catch2/catch.hpp>

#include "suites/semantics/analysed.h"

using namespace confer::engine;

TEST_CASE("a column without alias is called as it was written", "[semantics][projection]") {
    const typed::Query query = analysed("MATCH (a) RETURN a.name,  1  +  2, a");
    REQUIRE(query.columns.size() == 3);
    CHECK(query.columns[0].name == "a.name");
    CHECK(query.columns[1].name == "1  +  2");
    CHECK(query.columns[2].name == "a");
}

TEST_CASE("two columns can't have one name", "[semantics][projection]") {
    const Fault f = fault("RETURN 1 AS a, 2 AS a");
    CHECK(f.code == "column-name-conflict");
    CHECK(f.at == "a");
    CHECK(f.hint == "give one of them another name with AS");
    CHECK(fault("MATCH (a) WITH a, 1 AS a RETURN a").code == "column-name-conflict");
    CHECK(fault("MATCH (a) RETURN *, 1 AS a").code == "column-name-conflict");
}

TEST_CASE("an expression in WITH needs a name", "[semantics][projection]") {
    const Fault f = fault("MATCH (a) WITH a, count(*) RETURN a");
    CHECK(f.code == "no-expression-alias");
    CHECK(f.at == "count(*)");
    CHECK(f.hint == "add one with AS: `count(*) AS name`");
}

TEST_CASE("ORDER BY sees the items first and then the input", "[semantics][projection]") {
    CHECK(meaning("MATCH (a) RETURN a.num AS n ORDER BY n, a.age DESC") ==
          "match (a#0)\n"
          "project items [n#1 = a#0.num] order by n#1, a#0.age desc\n"
          "columns n#1");
    CHECK(meaning("MATCH (n) RETURN n.num AS n ORDER BY n + 2") ==
          "match (n#0)\n"
          "project items [n#1 = n#0.num] order by (n#1 + 2)\n"
          "columns n#1");
}

TEST_CASE("after DISTINCT, what equals an item is that item", "[semantics][projection]") {
    CHECK(meaning("MATCH (a) RETURN DISTINCT a.name AS name ORDER BY a.name + 'C', name") ==
          "match (a#0)\n"
          "project distinct items [name#1 = a#0.name] order by (name#1 + 'C'), name#1\n"
          "columns name#1");
}

TEST_CASE("after DISTINCT, a renamed variable lives on under its new name", "[semantics][projection]") {
    CHECK(meaning("MATCH (a) RETURN DISTINCT a AS b ORDER BY a.name, COUNT { (a)-->() }") ==
          "match (a#0)\n"
          "project distinct items [b#1 = a#0] order by b#1.name, count(b#1) { match (.b#1) (#3) b#1-[#2]->#3 }\n"
          "columns b#1");
}

TEST_CASE("after DISTINCT, what is no item is gone", "[semantics][projection]") {
    const Fault f = fault("MATCH (a) RETURN DISTINCT a.name ORDER BY a.age");
    CHECK(f.code == "undefined-variable");
    CHECK(f.at == "a");
    CHECK(f.hint == "add what you need to the items of this WITH or RETURN, or sort and filter in a WITH before");
}

TEST_CASE("the WHERE of WITH sees what was there before and after", "[semantics][projection]") {
    CHECK(meaning("MATCH (a) WITH a.name AS name WHERE name = 'B' OR a.age = 3 RETURN *") ==
          "match (a#0)\n"
          "project items [name#1 = a#0.name] where ((name#1 = 'B') OR (a#0.age = 3))\n"
          "project items [name#1]\n"
          "columns name#1");
    CHECK(meaning("MATCH (a) WITH DISTINCT a.name AS name WHERE a.name = 'B' RETURN *") ==
          "match (a#0)\n"
          "project distinct items [name#1 = a#0.name] where (name#1 = 'B')\n"
          "project items [name#1]\n"
          "columns name#1");
}

TEST_CASE("SKIP and LIMIT don't depend on the row", "[semantics][projection]") {
    const Fault f = fault("MATCH (n) RETURN n SKIP n.count");
    CHECK(f.code == "non-constant-expression");
    CHECK(f.at == "n.count");
    CHECK(f.hint == "write a number or a parameter: `SKIP 10`");
    CHECK(fault("MATCH (n) RETURN n LIMIT COUNT { (n)-->() }").code == "non-constant-expression");
}

TEST_CASE("SKIP and LIMIT are whole numbers, not negative", "[semantics][projection]") {
    const Fault type = fault("MATCH (n) RETURN n LIMIT 1.5");
    CHECK(type.code == "invalid-row-count");
    CHECK(type.at == "1.5");
    CHECK(type.hint == "write `LIMIT 10`, or round with `toInteger(…)`");
    const Fault negative = fault("MATCH (n) RETURN n SKIP -1");
    CHECK(negative.code == "negative-integer-argument");
    CHECK(negative.at == "-1");
    CHECK(negative.hint == "write 0 or more");
}

TEST_CASE("LIMIT may be computed from constants, parameters and chance", "[semantics][projection]") {
    CHECK(meaning("MATCH (n) RETURN n LIMIT toInteger(rand() * 9) + $more") ==
          "match (n#0)\n"
          "project items [n#0] limit (toInteger((rand() * 9)) + $more)\n"
          "columns n#0");
}

TEST_CASE("the parts of a UNION have the same columns", "[semantics][union]") {
    const Fault f = fault("RETURN 1 AS a UNION RETURN 2 AS b");
    CHECK(f.code == "different-columns-in-union");
    CHECK(f.at == "RETURN 2 AS b");
    CHECK(f.message == "the parts of a UNION need the same columns: `a` before, `b` here");
    CHECK(f.hint == "name them alike with AS");
    CHECK(fault("RETURN 1 AS a UNION RETURN 2 AS a, 3 AS b").code == "different-columns-in-union");
}

TEST_CASE("the columns of a UNION are matched by name, their types joined", "[semantics][union]") {
    const typed::Query query = analysed("RETURN 1 AS a, 'x' AS b UNION ALL RETURN 2.5 AS b, 3 AS a");
    CHECK(describe(query) ==
          "project items [a#0 = 1, b#1 = 'x']\n"
          "columns a#0, b#1\n"
          "union all\n"
          "project items [b#2 = 2.5, a#3 = 3]\n"
          "columns a#3, b#2");
    CHECK(to_string(query.columns[0].type) == "Integer");
    CHECK(to_string(query.columns[1].type) == "Float or String");
}

TEST_CASE("UNION and UNION ALL don't mix", "[semantics][union]") {
    const Fault f = fault("RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a");
    CHECK(f.code == "invalid-clause-composition");
    CHECK(f.at == "RETURN 3 AS a");
    CHECK(f.hint == "use one of them throughout; UNION leaves out rows that occurred before");
}
