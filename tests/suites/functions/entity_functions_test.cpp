#include <catch2/catch.hpp>

#include "suites/functions/call.h"

using namespace confer::test;

namespace {

const Value gestalt = Value::node(0), chair = Value::node(1), nobody = Value::node(2), uses = Value::relationship(0);
const Value path(PathValue{{0, 1}, {0}});

}  // namespace

TEST_CASE("ids are numbers, or texts of them", "[functions][entities]") {
    CHECK(answer("id", {chair}) == "1");
    CHECK(answer("id", {uses}) == "0");
    CHECK(answer("elementId", {chair}) == "'1'");
    CHECK(answer("id", {Value(1)}) == "invalid-argument-value");
}

TEST_CASE("labels, also none", "[functions][entities]") {
    CHECK(answer("labels", {gestalt}) == "['Approach', 'School']");
    CHECK(answer("labels", {nobody}) == "[]");
    CHECK(answer("labels", {Value()}) == "null");
    CHECK(answer("labels", {path}) == "invalid-argument-value");
}

TEST_CASE("a relationship has a type and two ends", "[functions][entities]") {
    CHECK(answer("type", {uses}) == "'USES'");
    CHECK(answer("startNode", {uses}) == "(#0)");
    CHECK(answer("endNode", {uses}) == "(#1)");
    CHECK(answer("type", {gestalt}) == "invalid-argument-value");
    CHECK(answer("startNode", {gestalt}) == "invalid-argument-value");
    CHECK(answer("endNode", {text("x")}) == "invalid-argument-value");
}

TEST_CASE("keys and properties of nodes, relationships and maps", "[functions][entities]") {
    CHECK(answer("properties", {gestalt}) == "{id: 'gestalt', name: 'Gestalt therapy', year: 1951}");
    CHECK(answer("properties", {uses}) == "{since: 1951}");
    CHECK(answer("properties", {nobody}) == "{}");
    CHECK(answer("properties", {map({{"a", Value()}})}) == "{a: null}");
    CHECK(answer("keys", {uses}) == "['since']");
    CHECK(answer("keys", {nobody}) == "[]");
    CHECK(answer("keys", {map({{"l", Value(1)}, {"k", Value()}})}) == "['k', 'l']");
    CHECK(answer("keys", {list()}) == "invalid-argument-value");
    CHECK(answer("properties", {Value(1)}) == "invalid-argument-value");
}

TEST_CASE("keys of a node are those that it has", "[functions][entities]") {
    const auto keys = call("keys", {chair});
    CHECK(shown(keys) == "['id']");
    CHECK(call("keys", {gestalt}).value().as_list().size() == 3);
}

TEST_CASE("a path has a length, nodes and relationships", "[functions][entities]") {
    CHECK(answer("length", {path}) == "1");
    CHECK(answer("nodes", {path}) == "[(#0), (#1)]");
    CHECK(answer("relationships", {path}) == "[[#0]]");
    CHECK(answer("length", {Value(PathValue{{2}, {}})}) == "0");
    CHECK(answer("nodes", {Value(PathValue{{2}, {}})}) == "[(#2)]");
    CHECK(answer("relationships", {Value(PathValue{{2}, {}})}) == "[]");
    CHECK(answer("length", {text("abc")}) == "invalid-argument-value");
    CHECK(answer("nodes", {list()}) == "invalid-argument-value");
    CHECK(answer("relationships", {gestalt}) == "invalid-argument-value");
}
