// Views of the graph, as procedures of plugins get them.
#include <catch2/catch.hpp>

#include "loaded.h"

using confer::engine::Value;
using confer::test::list;
using confer::test::text;

namespace {

const confer::engine::plugin::Plugin& viewer() {
    static const auto plugin = confer::test::load(confer::test::fixture("viewer")).value();
    return *plugin;
}

std::string rows(const std::string& name, const std::vector<Value>& arguments, confer::engine::Limits limits = {}) {
    return confer::test::rows(name, arguments, limits, viewer());
}

}  // namespace

TEST_CASE("a view of everything has every relationship on both sides", "[plugin][view]") {
    CHECK(rows("viewer.look", {Value(), Value()}) == "(#0) [#0] 1 (#1) [#0] 0 ");
    CHECK(rows("viewer.look", {Value(), list({text("USES")})}) == "(#0) [#0] 1 (#1) [#0] 0 ");
}

TEST_CASE("a view of some labels numbers its nodes anew, and knows who is outside", "[plugin][view]") {
    CHECK(rows("viewer.look", {list({text("Technique")}), Value()}) == "(#1) [#0] -1 ");
    CHECK(rows("viewer.look", {list({text("Technique"), text("School")}), Value()}) == "(#0) [#0] 1 (#1) [#0] 0 ");
}

TEST_CASE("names that nothing is called by stand for nothing", "[plugin][view]") {
    CHECK(rows("viewer.look", {Value(), list({text("TREATS")})}).empty());
    CHECK(rows("viewer.look", {list({text("None")}), Value()}).empty());
    CHECK(rows("viewer.look", {list({}), Value()}).empty());
}

TEST_CASE("labels and types are lists of texts", "[plugin][view]") {
    CHECK(rows("viewer.look", {text("Technique"), Value()}) ==
          "invalid-argument-value: labels and relationship types are a list of names, not a String");
    CHECK(rows("viewer.look", {list({Value(1)}), Value()}) ==
          "invalid-argument-value: a list of names holds a value of type Integer");
}

TEST_CASE("nodes are asked for labels one by one, and relationships for numbers", "[plugin][view]") {
    const Value chair = Value::node(1);
    CHECK(rows("viewer.ask", {chair, list({text("Technique")})}) == "1 1 true 1951.0 (#1) ['USES'] ");
    CHECK(rows("viewer.ask", {chair, list({text("School"), text("Approach")})}) == "1 1 false 1951.0 (#1) ['USES'] ");
    CHECK(rows("viewer.ask", {chair, Value()}) == "1 2 true 1951.0 (#1) ['USES'] ");
}

TEST_CASE("what there is not can't be answered with", "[plugin][view][error]") {
    for (const int how : {0, 1}) {
        CHECK(rows("viewer.misuse", {Value(how)}) == "plugin: `viewer.misuse` asks for node 99, which there is not");
    }
    for (const int how : {5, 6}) {
        CHECK(rows("viewer.misuse", {Value(how)}) ==
              "plugin: `viewer.misuse` asks for relationship 99, which there is not");
    }
}

TEST_CASE("a procedure's own memory and time are the statement's", "[plugin][view][limits]") {
    CHECK(rows("viewer.misuse", {Value(2)}, {.max_memory_bytes = 1000000}).rfind("memory-limit", 0) == 0);
    CHECK(rows("viewer.misuse", {Value(4)}, {.timeout_seconds = 0.01}).rfind("timeout", 0) == 0);
}

TEST_CASE("a procedure can turn down what it was given", "[plugin][view][error]") {
    CHECK(rows("viewer.misuse", {Value(3)}) == "invalid-argument-value: `viewer.misuse` takes no 3");
}

TEST_CASE("views are for procedures", "[plugin][view][error]") {
    const auto called = confer::test::call(viewer().functions, "viewer.scalar", {});
    REQUIRE_FALSE(called);
    CHECK(called.error().message == "`viewer.scalar` calls `view`, which is for procedures");
}

TEST_CASE("parameters at the end that take null may be left out of a procedure's call", "[plugin]") {
    for (const auto& procedure : viewer().procedures) {
        if (procedure->name != "viewer.ask") continue;
        CHECK_FALSE(procedure->inputs[0].otherwise.has_value());
        CHECK(procedure->inputs[1].otherwise.has_value());
    }
}
