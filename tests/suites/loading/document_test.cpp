#include <catch2/catch.hpp>

#include "support/loaded.h"

using namespace confer::engine;
using Catch::Matchers::StartsWith;

TEST_CASE("a bare list of nodes and edges loads", "[loading]") {
    const auto graph = load_text(R"({"nodes": [{"id": "a", "label": "L"}, {"id": "b", "label": "L"}],
                                     "edges": [{"from": "a", "type": "T", "to": "b"}]})");
    REQUIRE(graph.has_value());
    CHECK(graph.value()->node_count() == 2);
    CHECK(graph.value()->edge_count() == 1);
}

TEST_CASE("an object without nodes is the empty graph", "[loading]") {
    const auto graph = load_text("{}");
    REQUIRE(graph.has_value());
    CHECK(graph.value()->node_count() == 0);
}

TEST_CASE("the head describes the graph", "[loading]") {
    const auto graph = load_text(R"({"confer": 1, "name": "N", "version": "2", "license": "L", "description": "D"})");
    REQUIRE(graph.has_value());
    CHECK(graph.value()->description().name == "N");
    CHECK(graph.value()->description().version == "2");
    CHECK(graph.value()->description().license == "L");
    CHECK(graph.value()->description().description == "D");
}

TEST_CASE("a byte order mark is passed over", "[loading]") {
    CHECK(load_text("\xEF\xBB\xBF{}").has_value());
}

TEST_CASE("empty files are refused", "[loading][error]") {
    CHECK_THAT(problems_in(""), StartsWith("graph.json:1 the file is empty"));
    CHECK_THAT(problems_in(" \n\n "), StartsWith("graph.json:3 the file is empty"));
}

TEST_CASE("broken JSON is refused with its line", "[loading][error]") {
    CHECK(problems_in("{\n\"nodes\": [\n{\"id\" \"a\"}]}") == "graph.json:3 /nodes/0 a `:` is missing after the key");
    CHECK(problems_in("{\n\"nodes\": [\n{\"id\": \"a\"\n\"label\": \"L\"}]}") ==
          "graph.json:4 /nodes/0 a `,` or `}` is missing here");
    CHECK(problems_in("{\"nodes\": [1\n2]}") ==
          "graph.json:1 /nodes/0 a node must be an object, not a number\ngraph.json:2 /nodes/1 a `,` or `]` is missing "
          "here");
    CHECK(problems_in("{\n\"nodes\": [],}") == "graph.json:2 a key in double quotes is missing here");
    CHECK(problems_in("{\"nodes\": nil}") == "graph.json:1 a value is missing here, or is none that JSON knows");
    CHECK(problems_in("{}\n{}") == "graph.json:2 something follows the end of the JSON document");
    CHECK(problems_in("{\"name\": \"a\nb\"}") == "graph.json:1 the string has no closing quote on its line");
    CHECK(problems_in("{\"name\": \"a\tb\"}") ==
          "graph.json:1 the string holds a control character, which must be escaped");
    CHECK(problems_in(R"({"name": "\x"})") == "graph.json:1 the string holds an unknown escape");
    CHECK(problems_in(R"({"name": "\u12g4"})") == "graph.json:1 `\\u` must be followed by four hexadecimal digits");
    CHECK(problems_in(R"({"name": "\ud800x"})") == "graph.json:1 a `\\u` escape holds half of a surrogate pair");
    CHECK(problems_in(R"({"confer": 1.})") == "graph.json:1 a digit is missing after the point of the number");
    CHECK(problems_in(R"({"confer": 1e})") == "graph.json:1 a digit is missing in the exponent of the number");
}

TEST_CASE("a file that stops too early is refused", "[loading][error]") {
    CHECK(problems_in("{\"nodes\": [\n{\"id\": \"a\"") == "graph.json:2 /nodes/0 the file ends before its JSON does");
    CHECK(problems_in("{\"name\": \"a") == "graph.json:1 the file ends before its JSON does");
}

TEST_CASE("a NUL byte is refused", "[loading][error]") {
    CHECK(problems_in(std::string("{}\n\0{}", 6)) == "graph.json:2 the file holds a NUL byte");
    CHECK(problems_in(std::string("{\"name\": \"\0\"}", 12)) == "graph.json:1 the file holds a NUL byte");
}

TEST_CASE("invalid UTF-8 is refused with its line", "[loading][error]") {
    const std::string bad =
        GENERATE(as<std::string>{}, "\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82");
    CHECK(problems_in("{\n\"name\": \"x" + bad + "\"}") ==
          "graph.json:2 the file is not valid UTF-8 here (save it with the encoding UTF-8)");
}

TEST_CASE("a file cut inside a character is refused", "[loading][error]") {
    CHECK_THAT(problems_in("{\"name\": \"x\xE2\x82"), StartsWith("graph.json:1 the file is not valid UTF-8 here"));
}

TEST_CASE("characters may lie across the reader's buffers", "[loading]") {
    for (std::size_t shift = 0; shift < 8; ++shift) {
        std::string name(65'536 - 20 + shift, 'x');
        for (int i = 0; i < 20'000; ++i) name += "\xE2\x82\xAC\xF0\x9F\x99\x82";
        const auto graph = load_text("{\"name\": \"" + name + "\"}");
        REQUIRE(graph.has_value());
        CHECK(graph.value()->description().name == name);
    }
}

TEST_CASE("escapes and numbers may lie across the reader's buffers", "[loading]") {
    for (std::size_t shift = 0; shift < 60; ++shift) {
        const auto graph = load_text("{\"nodes\": [" + std::string(65'480 + shift, ' ') +
                                     R"({"id": "a", "label": "L", "p": "x\n\"\u20AC\uD83D\uDE42y", "q": -12345.5}]})");
        INFO(shift << problems_of(graph));
        REQUIRE(graph.has_value());
        const auto property = [&](const char* key) {
            return graph.value()->property(0, *graph.value()->keys().find(key));
        };
        CHECK(property("p").as_string() == "x\n\"\xE2\x82\xAC\xF0\x9F\x99\x82y");
        CHECK(property("q").as_floating() == -12345.5);
    }
}

TEST_CASE("lines are counted across the reader's buffers", "[loading][error]") {
    std::string text = "{";
    for (int i = 0; i < 100'000; ++i) text += "\n";
    CHECK(problems_in(text + "x}") == "graph.json:100001 a key in double quotes is missing here");
}

TEST_CASE("what is nested more than 64 deep is refused", "[loading][error]") {
    const auto nested = [](std::size_t depth) {
        return "{\n\"name\": " + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
    };
    CHECK(problems_in(nested(64)) == "graph.json:2 /name `name` must be a string, not a list");
    std::string name = "/name";
    for (int i = 0; i < 62; ++i) name += "/0";
    CHECK(problems_in(nested(65)) == "graph.json:2 " + name + " objects and lists are nested more than 64 deep");
    CHECK(problems_in(nested(1'000'000)) == "graph.json:2 " + name + " objects and lists are nested more than 64 deep");
    CHECK(problems_in("{\"nodes\": [{\"id\": " + std::string(100'000, '[')) ==
          "graph.json:1 /nodes/0/id `id` must be a string, not a list\n"
          "graph.json:1 /nodes/0 objects and lists are nested more than 64 deep");
}

TEST_CASE("the document must be an object", "[loading][error]") {
    CHECK_THAT(problems_in("[]"), StartsWith("graph.json:1 a graph file must hold an object, not a list"));
    CHECK_THAT(problems_in("7"), StartsWith("graph.json:1 a graph file must hold an object, not a number"));
}

TEST_CASE("unknown keys are refused with the nearest name", "[loading][error]") {
    CHECK(problems_in("{\n\"node\": [{\"x\": [1]}]}") ==
          "graph.json:2 /node a graph file has no key `node` (did you mean `nodes`?)");
    CHECK(problems_in(R"({"a/b~c": 1})") == "graph.json:1 /a~1b~0c a graph file has no key `a/b~c`");
}

TEST_CASE("a key may stand once in an object", "[loading][error]") {
    CHECK(problems_in("{\"nodes\": [],\n\"nodes\": [{}]}") == "graph.json:2 /nodes the key `nodes` appears twice");
    CHECK(problems_in("{\"schema\": {\"labels\": {\"A\": {},\n\"A\": {\"x\": []}}}}") ==
          "graph.json:2 /schema/labels/A the key `A` appears twice in one object");
    CHECK(problems_in("{\"schema\": {\"labels\": {\"A\": {\"also\": [],\n\"also\": 1}}}}") ==
          "graph.json:2 /schema/labels/A/also the key `also` appears twice in one object");
}

TEST_CASE("the head's values have their kinds", "[loading][error]") {
    CHECK(problems_in(R"({"name": 1})") == "graph.json:1 /name `name` must be a string, not a number");
    CHECK(problems_in(R"({"license": {}})") == "graph.json:1 /license `license` must be a string, not an object");
    CHECK(problems_in(R"({"nodes": {}})") == "graph.json:1 /nodes `nodes` must be a list, not an object");
    CHECK(problems_in(R"({"edges": "x"})") == "graph.json:1 /edges `edges` must be a list, not a string");
    CHECK(problems_in(R"({"include": "x"})") == "graph.json:1 /include `include` must be a list, not a string");
    CHECK(problems_in(R"({"schema": []})") == "graph.json:1 /schema `schema` must be an object, not a list");
}

TEST_CASE("only version 1 of the format is known", "[loading][error]") {
    CHECK(problems_in(R"({"confer": 2})") ==
          "graph.json:1 /confer this is format `2` of graph files, and only `1` is known (write `\"confer\": 1`)");
    CHECK_THAT(problems_in(R"({"confer": "1"})"), StartsWith("graph.json:1 /confer this is format a string"));
}

TEST_CASE("all problems are reported, in order of lines", "[loading][error]") {
    CHECK(problems_in("{\"edges\": [\n{\"from\": \"a\", \"type\": \"T\", \"to\": \"nowhere\"}],\n\"nodes\": [{\"id\": "
                      "\"a\"}]}") ==
          "graph.json:2 /edges/0/to no node has the id `nowhere`\n"
          "graph.json:3 /nodes/0 the node `a` has no `label`");
}

TEST_CASE("at most 50 problems are listed, and the rest are counted", "[loading][error]") {
    std::string text = "{\"nodes\": [{}";
    for (int i = 1; i < 60; ++i) text += ",\n{\"id\": \"n" + std::to_string(i) + "\"}";
    const auto result = load_text(text + "]}");
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == ErrorCode::bad_data);
    CHECK(result.error().message == "`graph.json` has 61 problems and was not loaded; here are 50");
    CHECK(result.error().problems.size() == 50);
}

TEST_CASE("one problem is one problem", "[loading][error]") {
    const auto result = load_text("[]");
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().message == "`graph.json` has 1 problem and was not loaded");
}
