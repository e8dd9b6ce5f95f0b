#include <catch2/catch.hpp>

#include "suites/semantics/analysed.h"

using namespace confer::engine;

TEST_CASE("literals and operators have types", "[semantics][types]") {
    CHECK(type_of("1 + 2") == "Integer");
    CHECK(type_of("1 + 2.0") == "Float");
    CHECK(type_of("2 ^ 2") == "Float");
    CHECK(type_of("'a' + 1") == "String");
    CHECK(type_of("[1] + 'a'") == "List<Integer or String>");
    CHECK(type_of("1 + null") == "Null");
    CHECK(type_of("-1.5") == "Float");
    CHECK(type_of("1 < 2") == "Boolean");
    CHECK(type_of("$p") == "Any");
}

TEST_CASE("elements keep their type through lists", "[semantics][types]") {
    CHECK(type_of("[1, 'a']") == "List<Integer or String>");
    CHECK(type_of("[1, 2][0]") == "Integer");
    CHECK(type_of("[1, 2][0..1]") == "List<Integer>");
    CHECK(type_of("[x IN [1, 2] | x + 0.5]") == "List<Float>");
    CHECK(type_of("[x IN ['a'] WHERE x > 'b']") == "List<String>");
    CHECK(type_of("head(['a'])") == "String");
    CHECK(type_of("coalesce(1, 'a')") == "Integer or String");
    CHECK(to_string(analysed("UNWIND [1, 2] AS x RETURN x").columns[0].type) == "Integer");
    CHECK(to_string(analysed("MATCH (n) WITH collect(n) AS ns UNWIND ns AS m RETURN m").columns[0].type) == "Node");
}

TEST_CASE("a CASE has the types of its branches", "[semantics][types]") {
    CHECK(type_of("CASE WHEN true THEN 1 ELSE 'a' END") == "Integer or String");
    CHECK(type_of("CASE 1 WHEN 2 THEN 1.5 END") == "Float");
}

TEST_CASE("aggregates have types", "[semantics][types]") {
    CHECK(type_of("count(*)") == "Integer");
    CHECK(type_of("collect(1)") == "List<Integer>");
    CHECK(type_of("max('a')") == "String");
}

TEST_CASE("logic is for true and false", "[semantics][types]") {
    const Fault f = fault("RETURN true AND 'foo'");
    CHECK(f.code == "invalid-argument-type");
    CHECK(f.at == "'foo'");
    CHECK(f.message == "`AND` needs true or false, and this is a String");
    CHECK(f.hint == "compare it with something (`… = …`), or ask `… IS NOT NULL`");
    CHECK(fault("RETURN [true] OR true").at == "[true]");
    CHECK(fault("RETURN 123 XOR true").at == "123");
    CHECK(fault("RETURN NOT {}").at == "{}");
    CHECK(fault("MATCH (n) WHERE (n) RETURN n").code == "invalid-argument-type");
    CHECK(fault("RETURN CASE WHEN 1 THEN 2 END").at == "1");
    CHECK(type_of("null AND $p") == "Boolean");
}

TEST_CASE("arithmetic is for numbers", "[semantics][types]") {
    const Fault f = fault("RETURN 'a' * 2");
    CHECK(f.code == "invalid-argument-type");
    CHECK(f.at == "*");
    CHECK(f.message == "`*` can't combine a String and an Integer");
    CHECK(f.hint == "use numbers on both sides");
    CHECK(fault("RETURN true + 1").hint == "`+` adds numbers, joins text and joins lists");
    CHECK(fault("RETURN none(x IN ['Clara'] WHERE x % 2 = 0)").at == "%");
    CHECK(fault("RETURN -'a'").at == "'a'");
}

TEST_CASE("a list of several types is left to run time", "[semantics][types]") {
    CHECK(type_of("none(x IN ['Clara', 2] WHERE x % 2 = 0)") == "Boolean");
    CHECK(type_of("[x IN [true, 1] | toBoolean(x)]").substr(0, 4) == "List");
    CHECK(type_of("[] = [x IN [] WHERE x % 2 = 0]") == "Boolean");
}

TEST_CASE("IN, UNWIND, quantifiers and comprehensions need lists", "[semantics][types]") {
    const Fault f = fault("RETURN 1 IN 'foo'");
    CHECK(f.code == "invalid-argument-type");
    CHECK(f.at == "'foo'");
    CHECK(f.hint == "put it in brackets to make a list of it: `[…]`");
    CHECK(fault("UNWIND 1 AS x RETURN x").at == "1");
    CHECK(fault("RETURN any(x IN 1 WHERE x)").at == "1");
    CHECK(fault("RETURN [x IN 'a' | x]").at == "'a'");
    CHECK(fault("RETURN reduce(s = 0, x IN 'a' | s)").at == "'a'");
}

TEST_CASE("a path has no properties", "[semantics][types]") {
    const Fault f = fault("MATCH p = ()-->() WHERE p.name = 'a' RETURN p");
    CHECK(f.code == "invalid-argument-type");
    CHECK(f.at == "p");
    CHECK(f.hint == "take a part of the path first: `nodes(p)` or `relationships(p)`");
}

TEST_CASE("numbers, text and lists have no properties", "[semantics][types]") {
    const Fault f = fault("WITH 123 AS n RETURN n.num");
    CHECK(f.code == "no-properties");
    CHECK(f.at == "n");
    CHECK(f.message == "only nodes, relationships and maps have properties; this is an Integer");
    CHECK(fault("WITH [1] AS n RETURN n.num").code == "no-properties");
    CHECK(fault("WITH 1 AS n RETURN n{.num}").code == "invalid-argument-type");
}

TEST_CASE("what has no labels can't be tested for them", "[semantics][types]") {
    const Fault f = fault("WITH 1 AS n RETURN n:Label");
    CHECK(f.code == "invalid-argument-type");
    CHECK(f.at == "n");
    CHECK(f.hint == "test a variable of a MATCH: `MATCH (a) WHERE a:Label`");
}

TEST_CASE("text operators give null for what is no text, so nothing is refused", "[semantics][types]") {
    CHECK(type_of("1 STARTS WITH true") == "Boolean");
    CHECK(type_of("1 < 'a'") == "Boolean");
}

TEST_CASE("a chained comparison is a conjunction", "[semantics][types]") {
    CHECK(meaning("WITH 1 AS a RETURN 0 < a <= 2 AS x") ==
          "project items [a#0 = 1]\n"
          "project items [x#1 = ((0 < a#0) AND (a#0 <= 2))]\n"
          "columns x#1");
}

TEST_CASE("a map has each key once", "[semantics][types]") {
    const Fault f = fault("RETURN {a: 1, a: 2}");
    CHECK(f.code == "invalid-argument-value");
    CHECK(f.at == "a");
    CHECK(f.hint == "keep one of the entries, or rename the key");
}
