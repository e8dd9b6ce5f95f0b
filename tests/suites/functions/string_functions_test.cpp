#include <catch2/catch.hpp>

#include "suites/functions/call.h"

using namespace confer::test;

TEST_CASE("left, right and substring count characters, not bytes", "[functions][strings]") {
    CHECK(answer("left", {text("naïveté"), Value(4)}) == "'naïv'");
    CHECK(answer("left", {text("ab"), Value(9)}) == "'ab'");
    CHECK(answer("left", {text("ab"), Value(0)}) == "''");
    CHECK(answer("right", {text("naïveté"), Value(2)}) == "'té'");
    CHECK(answer("right", {text("ab"), Value(9)}) == "'ab'");
    CHECK(answer("substring", {text("0123456789"), Value(1)}) == "'123456789'");
    CHECK(answer("substring", {text("naïveté"), Value(2), Value(2)}) == "'ïv'");
    CHECK(answer("substring", {text("ab"), Value(7)}) == "''");
    CHECK(answer("substring", {text("ab"), Value(1), Value(7)}) == "'b'");
}

TEST_CASE("a negative length or place is out of range", "[functions][strings]") {
    CHECK(answer("left", {text("ab"), Value(-1)}) == "number-out-of-range");
    CHECK(answer("right", {text("ab"), Value(-1)}) == "number-out-of-range");
    CHECK(answer("substring", {text("ab"), Value(-1)}) == "number-out-of-range");
    CHECK(answer("substring", {text("ab"), Value(0), Value(-1)}) == "number-out-of-range");
}

TEST_CASE("trimming takes blanks of every script", "[functions][strings]") {
    CHECK(answer("trim", {text(" \t\n a b \xE3\x80\x80\xC2\xA0")}) == "'a b'");
    CHECK(answer("ltrim", {text("  a ")}) == "'a '");
    CHECK(answer("rtrim", {text("  a ")}) == "'  a'");
    CHECK(answer("trim", {text("   ")}) == "''");
    CHECK(answer("ltrim", {text("   ")}) == "''");
    CHECK(answer("trim", {text("")}) == "''");
}

TEST_CASE("replace changes every place, without overlaps", "[functions][strings]") {
    CHECK(answer("replace", {text("aXbXc"), text("X"), text("--")}) == "'a--b--c'");
    CHECK(answer("replace", {text("aaa"), text("aa"), text("b")}) == "'ba'");
    CHECK(answer("replace", {text("abc"), text("x"), text("y")}) == "'abc'");
    CHECK(answer("replace", {text("abc"), text(""), text("y")}) == "'abc'");
}

TEST_CASE("split keeps empty parts, and joins back", "[functions][strings]") {
    CHECK(answer("split", {text("one1two"), text("1")}) == "['one', 'two']");
    CHECK(answer("split", {text(",a,,b,"), text(",")}) == "['', 'a', '', 'b', '']");
    CHECK(answer("split", {text(""), text(",")}) == "['']");
    CHECK(answer("split", {text("naï"), text("")}) == "['n', 'a', 'ï']");
}

TEST_CASE("case changes beyond ASCII", "[functions][strings]") {
    CHECK(answer("toUpper", {text("größe Ñandú")}) == "'GRÖßE ÑANDÚ'");
    CHECK(answer("toLower", {text("GRÖSSE ÑANDÚ")}) == "'grösse ñandú'");
    CHECK(answer("upper", {text("a")}) == answer("toUpper", {text("a")}));
    CHECK(answer("lower", {text("A")}) == answer("toLower", {text("A")}));
}

TEST_CASE("lengths of texts are in characters", "[functions][strings]") {
    CHECK(answer("char_length", {text("漢字😀")}) == "3");
    CHECK(answer("character_length", {text("")}) == "0");
}

TEST_CASE("a text function refuses anything else, and says where", "[functions][strings]") {
    CHECK(answer("toUpper", {Value(1)}) == "invalid-argument-value");
    CHECK(call("left", {text("ab"), text("c")}).error().message ==
          "`left` takes an Integer as its second argument, not a String");
    CHECK(call("trim", {Value(1.5)}).error().message == "`trim` takes a String, not a Float");
    CHECK(call("trim", {Value(1.5)}).error().phase == confer::engine::Phase::runtime);
}

TEST_CASE("a text function of null is null", "[functions][strings]") {
    CHECK(answer("toUpper", {Value()}) == "null");
    CHECK(answer("substring", {text("ab"), Value()}) == "null");
}
