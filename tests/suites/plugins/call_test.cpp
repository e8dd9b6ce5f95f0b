// What a plugin's function reads, answers, and may not do.
#include <catch2/catch.hpp>

#include "loaded.h"

using confer::engine::Value;
using confer::test::answer;
using confer::test::call;
using confer::test::list;
using confer::test::map;
using confer::test::probe;
using confer::test::rows;
using confer::test::text;

namespace {

const Value node = Value::node(0), technique = Value::node(1), relationship = Value::relationship(0);
const Value path(confer::engine::PathValue{{0, 1}, {0}});

}  // namespace

TEST_CASE("a plugin sees each kind of value", "[plugin][call]") {
    CHECK(answer("probe.kind", {Value()}) == "0");
    CHECK(answer("probe.kind", {Value(true)}) == "1");
    CHECK(answer("probe.kind", {Value(1)}) == "2");
    CHECK(answer("probe.kind", {Value(1.0)}) == "3");
    CHECK(answer("probe.kind", {text("")}) == "4");
    CHECK(answer("probe.kind", {list()}) == "5");
    CHECK(answer("probe.kind", {map()}) == "6");
    CHECK(answer("probe.kind", {node}) == "7");
    CHECK(answer("probe.kind", {relationship}) == "8");
    CHECK(answer("probe.kind", {path}) == "9");
}

TEST_CASE("what a plugin takes apart and puts together again is the same", "[plugin][call]") {
    for (const Value& value : confer::test::tricky_values()) {
        if (value.is(confer::engine::Kind::path)) continue;
        CHECK(answer("probe.rebuilt", {value}) == confer::engine::to_literal(value));
        CHECK(answer("probe.echo", {value}) == confer::engine::to_literal(value));
    }
}

TEST_CASE("a path reads as its nodes and relationships by turns", "[plugin][call]") {
    CHECK(answer("probe.rebuilt", {path}) == "[(#0), [#0], (#1)]");
}

TEST_CASE("a plugin reads properties of nodes, relationships and maps", "[plugin][call]") {
    CHECK(answer("probe.property", {node, text("name")}) == "'Gestalt'");
    CHECK(answer("probe.property", {node, text("id")}) == "'gestalt'");
    CHECK(answer("probe.property", {technique, text("name")}) == "null");
    CHECK(answer("probe.property", {node, text("no such key")}) == "null");
    CHECK(answer("probe.property", {relationship, text("since")}) == "1951");
    CHECK(answer("probe.property", {map({{"a", Value(1)}}), text("a")}) == "1");
    CHECK(answer("probe.property", {map(), text("a")}) == "null");
    CHECK(answer("probe.properties", {node}) == "{id: 'gestalt', name: 'Gestalt'}");
    CHECK(answer("probe.properties", {relationship}) == "{since: 1951}");
}

TEST_CASE("a plugin reads what nodes and relationships are", "[plugin][call]") {
    CHECK(answer("probe.describeNode", {node}) == "[0, ['Approach', 'School']]");
    CHECK(answer("probe.describeRelationship", {relationship}) == "['USES', (#0), (#1)]");
}

TEST_CASE("a plugin can put values in order, and make sets of lists", "[plugin][call]") {
    CHECK(answer("probe.order", {Value(1), Value(2)}) == "-1");
    CHECK(answer("probe.order", {Value(1), Value(1.0)}) == "0");
    CHECK(answer("probe.order", {Value(), Value()}) == "0");
    CHECK(answer("probe.order", {Value(), text("a")}) == "1");
    CHECK(answer("probe.distinct", {list({Value(3), Value(1), Value(), Value(3), Value()})}) == "[1, 3, null]");
}

TEST_CASE("a null argument is the answer, unless the parameter takes it", "[plugin][call]") {
    CHECK(answer("probe.countArguments", {Value(), Value(1)}) == "2");
    CHECK(answer("probe.countArguments", {Value(1), Value()}) == "null");
}

TEST_CASE("a function is given what it was added with", "[plugin][call]") {
    CHECK(answer("probe.user") == "'user'");
}

TEST_CASE("what is past the end, and no value at all, reads as null", "[plugin][call]") {
    CHECK(answer("probe.pastTheEnd", {list({Value(1)})}) == "[null, null, null]");
}

TEST_CASE("no answer is null, and an integer will do for a float", "[plugin][call]") {
    CHECK(answer("probe.noAnswer") == "null");
    CHECK(answer("probe.integerForFloat") == "1.0");
}

TEST_CASE("an argument of the wrong kind is an error before the call", "[plugin][call][error]") {
    CHECK(answer("probe.onlyFloats", {Value(1)}) == "2.0");
    CHECK(answer("probe.onlyFloats", {text("1")}) ==
          "invalid-argument-value: `probe.onlyFloats` takes Integer or Float as `x`, not a String");
}

TEST_CASE("what is read wrongly fails the call, though the plugin goes on", "[plugin][call][error]") {
    CHECK(answer("probe.doubled", {Value(2)}) == "4.0");
    CHECK(answer("probe.doubled", {text("two")}) ==
          "invalid-argument-value: `probe.doubled` needs an Integer or a Float as `x`, not a String");
    CHECK(answer("probe.doubled", {Value()}) ==
          "invalid-argument-value: `probe.doubled` needs an Integer or a Float as `x`, not null");
    CHECK(answer("probe.property", {Value(1), text("a")}) ==
          "invalid-argument-value: `probe.property` needs a Map, a Node or a Relationship as `holder`, not an Integer");
}

TEST_CASE("a plugin that fails is quoted on one line", "[plugin][call][error]") {
    CHECK(answer("probe.misbehave", {text("says why")}) == "plugin: `probe.misbehave` says: the moon is full");
    CHECK(answer("probe.misbehave", {text("says why in no language")}) ==
          "plugin: `probe.misbehave` says: (a text that is not UTF-8)");
    CHECK(answer("probe.misbehave", {text("status alone")}) ==
          "plugin: `probe.misbehave` failed without saying why (status 42)");
}

TEST_CASE("the first failure is the one that counts", "[plugin][call][error]") {
    CHECK(answer("probe.misbehave", {text("failure forgotten")}) == "plugin: `probe.misbehave` says: first");
}

TEST_CASE("an answer that is put together wrongly is an error", "[plugin][call][error]") {
    const auto misbehave = [](std::string_view how) { return answer("probe.misbehave", {text(how)}); };
    CHECK(misbehave("answers twice") == "plugin: `probe.misbehave` answers twice");
    CHECK(misbehave("bad text") == "plugin: `probe.misbehave` answers with a text that is not UTF-8");
    CHECK(misbehave("open list") == "plugin: `probe.misbehave` does not end its list");
    CHECK(misbehave("open map") == "plugin: `probe.misbehave` does not end its map");
    CHECK(misbehave("nothing to end") == "plugin: `probe.misbehave` calls `end_list` without a list to end");
    CHECK(misbehave("key outside") == "plugin: `probe.misbehave` calls `put_key` outside of a map");
    CHECK(misbehave("no key") == "plugin: `probe.misbehave` puts a value into a map without `put_key` before it");
    CHECK(misbehave("two keys") == "plugin: `probe.misbehave` puts two keys in a row");
    CHECK(misbehave("same key") == "plugin: `probe.misbehave` puts the key `k` into a map twice");
    CHECK(misbehave("too deep") == "nesting-too-deep: `probe.misbehave` nests lists and maps deeper than 1000");
}

TEST_CASE("an answer of another type than promised is an error", "[plugin][call][error]") {
    CHECK(answer("probe.wrongKind") == "plugin: `probe.wrongKind` promises Integer and answers with a String");
    CHECK(answer("probe.wrongElements") ==
          "plugin: `probe.wrongElements` promises List<String> and answers with a List of something else");
}

TEST_CASE("a plugin can't introduce itself anew while it is called", "[plugin][call][error]") {
    CHECK(answer("probe.misbehave", {text("late")}) == "null");
}

TEST_CASE("an exception that a function lets out is an error", "[plugin][call][error]") {
    const auto plugin = confer::test::load(confer::test::fixture("throws_when_called")).value();
    const auto result = call(plugin->functions, "test.throws", {});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == confer::engine::ErrorCode::plugin);
    CHECK(result.error().message == "`test.throws` lets an exception out, which a plugin may not");
}

TEST_CASE("a procedure gives rows, and an integer will do for a float", "[plugin][call][procedure]") {
    CHECK(rows("probe.count", {Value(5)}) == "0.0 [0] 1.0 [1] 2.0 [2] 3.0 [3] 4.0 [4] ");
    CHECK(rows("probe.count", {Value(0)}) == "");
    CHECK(rows("probe.nothing", {Value(1)}) == "");
}

TEST_CASE("a null argument gives no row, unless the procedure wants to see it", "[plugin][call][procedure]") {
    CHECK(rows("probe.count", {Value()}) == "");
    CHECK(rows("probe.nothing", {Value()}) == "");
}

TEST_CASE("what a procedure does wrong is said with its name", "[plugin][call][procedure][error]") {
    const auto misbehave = [](const char* how) { return rows("probe.misbehaveInRows", {text(how)}); };
    CHECK(misbehave("too few") ==
          "plugin: `probe.misbehaveInRows` ends a row of 0 values, and its signature has 1 outputs");
    CHECK(misbehave("too many") ==
          "plugin: `probe.misbehaveInRows` ends a row of 2 values, and its signature has 1 outputs");
    CHECK(misbehave("wrong type") ==
          "plugin: `probe.misbehaveInRows` promises Integer as `x` and answers with a String");
    CHECK(misbehave("open list") == "plugin: `probe.misbehaveInRows` does not end its list");
    CHECK(misbehave("nothing to end") == "plugin: `probe.misbehaveInRows` calls `end_list` without a list to end");
    CHECK(misbehave("row not ended") == "plugin: `probe.misbehaveInRows` does not end its last row with `end_row`");
    CHECK(rows("probe.count", {text("5")}) ==
          "invalid-argument-value: `probe.count` takes Integer as `n`, not a String");
    CHECK(answer("probe.endsARow") == "plugin: `probe.endsARow` calls `end_row`, which is for procedures");
}

TEST_CASE("a procedure's rows count against the statement's memory", "[plugin][call][procedure]") {
    CHECK_THAT(rows("probe.count", {Value(1000000)}, {.max_memory_bytes = 100000}),
               Catch::Matchers::StartsWith("memory-limit: "));
}
