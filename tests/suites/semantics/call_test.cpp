#include <catch2/catch.hpp>

#include "suites/semantics/analysed.h"

using namespace confer::engine;

TEST_CASE("functions are found in any case", "[semantics][calls]") {
    CHECK(meaning("RETURN TOUPPER('a') AS x") == "project items [x#0 = toUpper('a')]\ncolumns x#0");
}

TEST_CASE("an unknown function gets the nearest names", "[semantics][calls]") {
    const Fault f = fault("RETURN toUper('a')");
    CHECK(f.code == "unknown-function");
    CHECK(f.at == "toUper");
    CHECK(f.hint.find("`toUpper`") != std::string::npos);
    CHECK(fault("RETURN zzqx(1)").hint == "`:help functions` lists them all");
}

TEST_CASE("a call has the right number of arguments", "[semantics][calls]") {
    const Fault f = fault("RETURN size()");
    CHECK(f.code == "invalid-number-of-arguments");
    CHECK(f.at == "size()");
    CHECK(f.message == "`size` takes 1 argument, not 0");
    CHECK(f.hint == "write it as `size(value)`");
    CHECK(fault("RETURN count(1, 2)").code == "invalid-number-of-arguments");
}

TEST_CASE("an argument that can't have the right type is refused", "[semantics][calls]") {
    const Fault f = fault("MATCH p = (a) RETURN labels(p)");
    CHECK(f.code == "invalid-argument-type");
    CHECK(f.at == "p");
    CHECK(f.message.find("and this is a Path") != std::string::npos);
    CHECK(fault("MATCH (n) RETURN length(n)").code == "invalid-argument-type");
    CHECK(fault("MATCH (n) RETURN type(n)").code == "invalid-argument-type");
    CHECK(fault("RETURN properties(1)").code == "invalid-argument-type");
}

TEST_CASE("an argument that may have the right type is left to run time", "[semantics][calls]") {
    CHECK_NOTHROW(analysed("MATCH (a) WITH [a, 1] AS list RETURN labels(list[1]) AS l"));
    CHECK_NOTHROW(analysed("RETURN size($list), properties(null)"));
}

TEST_CASE("parameters are listed in the order of their first use", "[semantics][parameters]") {
    const typed::Query query = analysed("MATCH (a {x: $b}) WHERE a.y = $a RETURN $b, $c");
    CHECK(query.parameters == std::vector<std::string>{"b", "a", "c"});
}

TEST_CASE("a parameter without a value is missing, where values are known", "[semantics][parameters]") {
    const ParameterTypes known{{"a", Kind::integer}};
    const Fault f = fault("RETURN $a, $b", no_schema(), &known);
    CHECK(f.code == "missing-parameter");
    CHECK(f.at == "$b");
    CHECK(f.hint ==
          "give it one: `-p 'b=VALUE'` on the command line, `:param b=VALUE` in the shell, elsewhere in `params`");
}

TEST_CASE("a parameter's known type counts", "[semantics][parameters]") {
    const ParameterTypes known{{"a", Kind::string}};
    CHECK(fault("RETURN $a AND true", no_schema(), &known).code == "invalid-argument-type");
}

TEST_CASE("a quantifier says what it tests", "[semantics][calls]") {
    const Fault f = fault("RETURN any(x IN [true])");
    CHECK(f.code == "syntax");
    CHECK(f.hint == "write `any(x IN … WHERE …)`");
}
