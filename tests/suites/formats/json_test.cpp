#include <catch2/catch.hpp>

#include "answers.h"
#include "format/json_value.h"

using namespace confer::test;

namespace {

std::string json(std::string_view expression) {
    const Answer answer = answer_to("RETURN " + std::string(expression) + " AS x");
    return format::to_json(answer.rows[0][0], *answer.graph);
}

std::string there_and_back(const std::string& text) {
    const auto value = format::value_from_json(text);
    return value ? format::to_json(value.value(), *small_database().graph()) : "error: " + value.error().message;
}

}  // namespace

TEST_CASE("JSON's own values stand for themselves", "[format][json]") {
    CHECK(json("[null, true, -1, 'text', [], {b: 1, a: 2}]") == R"([null,true,-1,"text",[],{"a":2,"b":1}])");
}

TEST_CASE("an integer stays one, and so does a float", "[format][json]") {
    CHECK(json("[1, 1.0, 1e100, 9223372036854775807]") == "[1,1.0,1e+100,9223372036854775807]");
    CHECK(there_and_back("[1,1.0,-9223372036854775808]") == "[1,1.0,-9223372036854775808]");
}

TEST_CASE("numbers that JSON does not have are written as objects", "[format][json]") {
    CHECK(json("[0.0 / 0.0, 1 / 0.0, -1 / 0.0]") ==
          R"([{"$float":"NaN"},{"$float":"Infinity"},{"$float":"-Infinity"}])");
    CHECK(there_and_back(R"([{"$float":"NaN"},{"$float":"-Infinity"}])") ==
          R"([{"$float":"NaN"},{"$float":"-Infinity"}])");
}

TEST_CASE("texts are escaped where JSON asks for it", "[format][json]") {
    CHECK(json(R"('a"b\\c\nd\u0001é心')") == R"("a\"b\\c\nd\u0001é心")");
    CHECK(there_and_back(R"("\ud83d\ude00")") == "\"😀\"");
}

TEST_CASE("nodes, relationships and paths are objects with a dollar", "[format][json]") {
    const Answer answer = answer_to("MATCH p = (a {id: 'a'})-[r:R]->(b) RETURN a, r, p");
    const auto cell = [&](std::size_t column) { return format::to_json(answer.rows[0][column], *answer.graph); };
    const std::string a = R"({"$node":{"id":0,"labels":["A"],"properties":{"id":"a","name":"Ann"}}})";
    const std::string b = R"({"$node":{"id":1,"labels":["B"],"properties":{"id":"b","name":"Bo | <b>"}}})";
    const std::string r = R"({"$rel":{"id":0,"type":"R","start":0,"end":1,"properties":{"weight":1.5}}})";
    CHECK(cell(0) == a);
    CHECK(cell(1) == r);
    CHECK(cell(2) == R"({"$path":[)" + a + "," + r + "," + b + "]}");
}

TEST_CASE("a map that looks like one of these says that it is a map", "[format][json]") {
    CHECK(json("{`$node`: 1}") == R"({"$map":{"$node":1}})");
    CHECK(there_and_back(R"({"$map":{"$node":1}})") == R"({"$map":{"$node":1}})");
}

TEST_CASE("what is no value is refused", "[format][json]") {
    for (const char* text :
         {"", "[1", "1 2", R"({"$what":1})", R"({"$float":"x"})", "1e999", "NaN", R"("\ud800")", "[1,]"}) {
        INFO(text);
        CHECK_FALSE(format::value_from_json(text).has_value());
    }
}

TEST_CASE("values nest a thousand levels deep and no deeper", "[format][json]") {
    const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
    CHECK(format::value_from_json(nested(1000)).has_value());
    for (const std::size_t levels : {1001U, 1'000'000U}) {
        const auto refused = format::value_from_json(nested(levels));
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == ErrorCode::nesting_too_deep);
    }
    CHECK(format::value_from_json('"' + std::string(5000, '[') + '"').has_value());
}

TEST_CASE("parameters are an object", "[format][json]") {
    CHECK(format::parameters_from_json(R"({"a": 1, "b": [null]})").value().size() == 2);
    CHECK_FALSE(format::parameters_from_json("[1]").has_value());
}

TEST_CASE("an answer as JSON has its rows, its sources and what was asked", "[format][json][footnotes]") {
    const std::string text = format::render(cited_answer(), format::Format::json);
    CHECK(text.find(R"("columns":["text"],"rows":[["claim"]])") != std::string::npos);
    CHECK(text.find(R"("citations":[["S3","S1","S2"]])") != std::string::npos);
    CHECK(text.find(R"("S3":{"title":"Three","quality":"low","weak":true})") != std::string::npos);
    CHECK(text.find(R"("statement":"RETURN 'claim' AS text")") != std::string::npos);
    const std::string bare = format::render(cited_answer(), format::Format::json, {.sources = false});
    CHECK(bare.find(R"("sources":{})") != std::string::npos);
}
