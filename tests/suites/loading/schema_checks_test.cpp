#include <catch2/catch.hpp>

#include "support/loaded.h"

using namespace confer::engine;
using Catch::Matchers::StartsWith;

namespace {

const std::string schema = R"("schema": {"labels": {
  "Approach": {"properties": {"name": "string!", "year": "integer", "score": "float", "sources": "string[]", "any": "any"}},
  "Technique": {"properties": {"name": "string"}}},
  "relationships": {"USES": {"from": ["Approach"], "to": ["Technique"], "properties": {"sources": "string[]!", "weight": "float"}},
                    "KNOWS": {}}})";

// The data begins on the second line.
std::string with_schema(const std::string& data) {
    std::string one_line = schema;
    std::erase(one_line, '\n');
    return "{" + one_line + ",\n" + data + "}";
}

const std::string nodes =
    R"("nodes": [{"id": "a", "label": "Approach", "name": "A"}, {"id": "t", "label": "Technique"}])";

}  // namespace

TEST_CASE("data that fits its schema loads", "[loading][schema]") {
    const auto graph =
        load_text(with_schema(nodes + R"(, "edges": [{"from": "a", "type": "USES", "to": "t", "sources": []}])"));
    INFO(problems_of(graph));
    REQUIRE(graph.has_value());
    CHECK(graph.value()->labels().names() == std::vector<std::string>{"Approach", "Technique"});
    CHECK(graph.value()->schema().label("Approach")->properties.size() == 5);
    CHECK(graph.value()->schema().label("Approach")->properties[0].required);
    CHECK(graph.value()->schema().relationship("USES")->to == std::vector<std::string>{"Technique"});
}

TEST_CASE("a schema's words are kept as they are written", "[loading][schema]") {
    const auto graph = load_text(R"({"schema": {
        "labels": {"A": {"singular": "a", "plural": "as", "also": ["x", "y"]}},
        "relationships": {"R": {"verb": ["use", "uses"], "inverse": ["used by"], "component": true, "lineage": true}}}})");
    REQUIRE(graph.has_value());
    const LabelSchema& label = *graph.value()->schema().label("A");
    CHECK(label.singular == "a");
    CHECK(label.plural == "as");
    CHECK(label.also == std::vector<std::string>{"x", "y"});
    const RelationshipSchema& type = *graph.value()->schema().relationship("R");
    CHECK(type.verb == std::vector<std::string>{"use", "uses"});
    CHECK(type.inverse == std::vector<std::string>{"used by"});
    CHECK(type.component);
    CHECK(type.lineage);
}

TEST_CASE("unknown labels, types and properties are refused with the nearest name", "[loading][schema][error]") {
    CHECK(problems_in(with_schema("\"nodes\": [\n{\"id\": \"a\", \"label\": \"Aproach\", \"nmae\": 1}]")) ==
          "graph.json:3 /nodes/0/label the schema has no label `Aproach` (did you mean `Approach`?)");
    CHECK(problems_in(
              with_schema("\"nodes\": [\n{\"id\": \"a\", \"label\": \"Approach\",\n\"name\": \"A\",\n\"yaer\": 1}]")) ==
          "graph.json:5 /nodes/0/yaer `Approach` has no property `yaer` (did you mean `year`?)");
    CHECK(problems_in(with_schema(nodes + ",\n\"edges\": [{\"from\": \"a\", \"type\": \"USE\", \"to\": \"t\"}]")) ==
          "graph.json:3 /edges/0/type the schema has no relationship type `USE` (did you mean `USES`?)");
    CHECK(
        problems_in(with_schema(
            nodes +
            ",\n\"edges\": [{\"from\": \"a\", \"type\": \"USES\", \"to\": \"t\", \"sources\": [], \"wieght\": 1}]")) ==
        "graph.json:3 /edges/0/wieght `USES` has no property `wieght` (did you mean `weight`?)");
}

TEST_CASE("relationships must join the labels that the schema names", "[loading][schema][error]") {
    CHECK(problems_in(with_schema(
              nodes + ",\n\"edges\": [{\"from\": \"t\", \"type\": \"USES\", \"to\": \"a\", \"sources\": []}]")) ==
          "graph.json:3 /edges/0/from `USES` goes from `Approach`, but `t` is `Technique`\n"
          "graph.json:3 /edges/0/to `USES` goes to `Technique`, but `a` is `Approach`");
    CHECK(problems_in(with_schema(nodes + R"(, "edges": [{"from": "t", "type": "KNOWS", "to": "a"}])")) == "none");
}

TEST_CASE("ends are judged even when nodes come after edges", "[loading][schema][error]") {
    CHECK(problems_in(with_schema(
              "\"edges\": [\n{\"from\": \"t\", \"type\": \"USES\", \"to\": \"t\", \"sources\": []}],\n" + nodes)) ==
          "graph.json:3 /edges/0/from `USES` goes from `Approach`, but `t` is `Technique`");
}

TEST_CASE("required properties must be there", "[loading][schema][error]") {
    CHECK(problems_in(with_schema("\"nodes\": [{\"id\": \"x\", \"label\": \"Approach\"}, \n{\"id\": \"y\", \"label\": "
                                  "\"Approach\", \"name\": null}]")) ==
          "graph.json:2 /nodes/0 every `Approach` must have the property `name`\n"
          "graph.json:3 /nodes/1 every `Approach` must have the property `name`");
    CHECK(problems_in(with_schema(nodes + ",\n\"edges\": [{\"from\": \"a\", \"type\": \"USES\", \"to\": \"t\"}]")) ==
          "graph.json:3 /edges/0 every `USES` must have the property `sources`");
}

TEST_CASE("properties must have the schema's kind", "[loading][schema][error]") {
    const auto approach_with = [](const std::string& member) {
        return problems_in(
            with_schema("\"nodes\": [{\"id\": \"x\", \"label\": \"Approach\", \"name\": \"X\",\n" + member + "}]"));
    };
    CHECK(approach_with(R"("year": "1951")") ==
          "graph.json:3 /nodes/0/year `year` of `Approach` must be `integer`, not a string");
    CHECK(approach_with(R"("year": 1951.0)") ==
          "graph.json:3 /nodes/0/year `year` of `Approach` must be `integer`, not a float");
    CHECK(approach_with(R"("sources": "S1")") ==
          "graph.json:3 /nodes/0/sources `sources` of `Approach` must be `string[]`, not a string");
    CHECK(approach_with(R"("sources": ["S1", 2])") ==
          "graph.json:3 /nodes/0/sources `sources` of `Approach` must be `string[]`, not a list");
    CHECK(approach_with(R"("score": true)") ==
          "graph.json:3 /nodes/0/score `score` of `Approach` must be `float`, not a boolean");
    CHECK(approach_with(R"("any": [1, "x"])") == "none");
    CHECK(approach_with(R"("sources": [])") == "none");
}

TEST_CASE("an integer is taken as a float where the schema wants one", "[loading][schema]") {
    const auto graph =
        load_text(with_schema(R"("nodes": [{"id": "x", "label": "Approach", "name": "X", "score": 3}])"));
    REQUIRE(graph.has_value());
    CHECK(graph.value()->property(0, *graph.value()->keys().find("score")).is(Kind::floating));
}

TEST_CASE("a node with several labels has the properties of all", "[loading][schema]") {
    CHECK(problems_in(with_schema(
              R"("nodes": [{"id": "x", "labels": ["Technique", "Approach"], "name": "X", "year": 1}])")) == "none");
    CHECK(problems_in(
              with_schema(R"("nodes": [{"id": "x", "labels": ["Technique", "Approach"], "name": "X", "yar": 1}])")) ==
          "graph.json:2 /nodes/0/yar `Technique` and `Approach` has no property `yar` (did you mean `year`?)");
}

TEST_CASE("a schema counts wherever it stands", "[loading][schema][error]") {
    const std::string data = R"("nodes": [{"id": "x", "label": "Aproach"}])";
    const std::string problem = " /nodes/0/label the schema has no label `Aproach` (did you mean `Approach`?)";
    CHECK(problems_in("{" + data + ", " + schema + "}") == "graph.json:1" + problem);
    CHECK(problems_of(load_files({{"graph.json", "{\"include\": [\"data.json\", \"schema.json\"]}"},
                                  {"data.json", "{" + data + "}"},
                                  {"schema.json", "{" + schema + "}"}})) == "data.json:1" + problem);
    CHECK(problems_of(load_files({{"graph.json", "{\"include\": [\"schema.json\"], " + data + "}"},
                                  {"schema.json", "{" + schema + "}"}})) == "graph.json:1" + problem);
}

TEST_CASE("a late schema still numbers its labels first", "[loading][schema]") {
    const auto graph = load_text(R"({"nodes": [{"id": "t", "label": "Technique"}], )" + schema + "}");
    REQUIRE(graph.has_value());
    CHECK(graph.value()->labels().names() == std::vector<std::string>{"Approach", "Technique"});
}

TEST_CASE("half a schema checks that half", "[loading][schema]") {
    CHECK(problems_in(
              R"({"schema": {"relationships": {"R": {}}}, "nodes": [{"id": "x", "label": "Anything", "p": 1}]})") ==
          "none");
    CHECK(problems_in(R"({"schema": {"labels": {"L": {}}}, "nodes": [{"id": "x", "label": "L"}],
                          "edges": [{"from": "x", "type": "ANY", "to": "x", "p": 1}]})") == "none");
}

TEST_CASE("mistakes in the schema itself are refused", "[loading][schema][error]") {
    const auto problem = [](const std::string& parts) { return problems_in("{\"schema\": {" + parts + "}}"); };
    CHECK(problem(R"("label": {})") ==
          "graph.json:1 /schema/label `schema` has no key `label` (did you mean `labels`?)");
    CHECK(problem(R"("labels": [])") == "graph.json:1 /schema/labels `labels` must be an object, not a list");
    CHECK(problem(R"("labels": {"A": 1})") ==
          "graph.json:1 /schema/labels/A the label `A` must be an object, not a number");
    CHECK(problem(R"("labels": {"A": {"singluar": "a"}})") ==
          "graph.json:1 /schema/labels/A/singluar a label has no key `singluar` (did you mean `singular`?)");
    CHECK(problem(R"("labels": {"A": {"singular": 1}})") ==
          "graph.json:1 /schema/labels/A/singular `singular` must be a string, not a number");
    CHECK(problem(R"("labels": {"A": {"also": ["x", 1]}})") ==
          "graph.json:1 /schema/labels/A/also/1 `also` must hold strings, not a number");
    CHECK_THAT(
        problem(R"("labels": {"A": {"properties": {"p": "strng!"}}})"),
        StartsWith(
            "graph.json:1 /schema/labels/A/properties/p `strng!` is no kind of property (did you mean `string`"));
    CHECK(problem(R"("relationships": {"R": {"component": "yes"}})") ==
          "graph.json:1 /schema/relationships/R/component `component` must be true or false, not a string");
    CHECK(problem(R"("labels": {"Approach": {}}, "relationships": {"R": {"from": ["Approach", "Aproach"]}})") ==
          "graph.json:1 /schema/relationships/R/from/1 the schema declares no label `Aproach` (did you mean "
          "`Approach`?)");
}

TEST_CASE("a graph has one schema", "[loading][schema][error]") {
    CHECK(problems_of(load_files({{"graph.json", "{\n" + schema + ", \"include\": [\"more.json\"]}"},
                                  {"more.json", "{" + schema + "}"}})) ==
          "more.json:1 /schema a graph has one schema, and it stands already in `graph.json`, line 2");
}

namespace {

const std::string graded =
    R"({"schema": {"labels": {"A": {"properties": {"kind": {"type": "string", "values": ["herbal", "black"]}}}},
  "relationships": {"R": {"unique": true, "properties": {"grades": {"type": "string[]!", "values": ["strong", "mixed"]}}},
                    "S": {"max": 2}}},)"
    "\n"
    R"("nodes": [{"id": "a", "label": "A"}, {"id": "b", "label": "A"}, {"id": "c", "label": "A"}],)"
    "\n";

std::string with_edges(const std::string& edges) {
    return graded + "\"edges\": [\n" + edges + "]}";
}

}  // namespace

TEST_CASE("properties may allow only some values", "[loading][schema][error]") {
    CHECK(problems_in(with_edges(R"({"from": "a", "type": "R", "to": "b", "grades": ["mixed", "strong"]})")) == "none");
    CHECK(
        problems_in(with_edges(R"({"from": "a", "type": "R", "to": "b", "grades": ["mixed", "stong"]})")) ==
        "graph.json:6 /edges/0/grades `stong` is no value of `grades` of `R` (did you mean `strong`?) (its values are "
        "`strong`, `mixed`)");
    CHECK(problems_in(R"({"schema": {"labels": {"A": {"properties": {"kind": {"type": "string", "values": ["x"]}}}}},
"nodes": [{"id": "a", "label": "A", "kind": "green"}]})") ==
          "graph.json:2 /nodes/0/kind `green` is no value of `kind` of `A` (its values are `x`)");
}

TEST_CASE("a type may join two nodes only once", "[loading][schema][error]") {
    const std::string once = R"({"from": "a", "type": "R", "to": "b", "grades": []})";
    const std::string back = R"({"from": "b", "type": "R", "to": "a", "grades": []})";
    CHECK(problems_in(with_edges(once + ",\n" + back)) == "none");
    CHECK(problems_in(with_edges(once + ",\n" + once)) ==
          "graph.json:7 /edges/1 `R` joins the same two nodes once, and `a` and `b` are joined already (put what this "
          "one "
          "says into the other's lists)");
}

TEST_CASE("what is symmetric and unique is written in one direction only", "[loading][schema][error]") {
    const std::string schema = R"({"schema": {"relationships": {"R": {"symmetric": true, "unique": true}}},)"
                               "\n"
                               R"("nodes": [{"id": "a", "label": "A"}, {"id": "b", "label": "A"}], "edges": [)"
                               "\n";
    const std::string there = R"({"from": "a", "type": "R", "to": "b"})",
                      back = R"({"from": "b", "type": "R", "to": "a"})";
    CHECK(problems_in(schema + back + "]}") == "none");
    CHECK(problems_in(schema + there + ",\n" + back + "]}") ==
          "graph.json:4 /edges/1 `R` joins the same two nodes once, and `b` and `a` are joined already (put what this "
          "one "
          "says into the other's lists)");
}

TEST_CASE("a type may limit how many go out of a node", "[loading][schema][error]") {
    const auto from_a = [](const std::string& to) { return R"({"from": "a", "type": "S", "to": ")" + to + "\"}"; };
    CHECK(problems_in(with_edges(from_a("a") + ",\n" + from_a("b"))) == "none");
    CHECK(problems_in(with_edges(from_a("a") + ",\n" + from_a("b") + ",\n" + from_a("c"))) ==
          "graph.json:8 /edges/2 a node has at most 2 `S`, and `a` has more");
}

TEST_CASE("what a schema says of its relationships is kept", "[loading][schema]") {
    const auto graph = load_text(R"({"schema": {
        "labels": {"A": {"properties": {"p": {"type": "string[]!", "values": ["x", "y"]}}}},
        "relationships": {"R": {"from": ["A"], "to": ["A"], "symmetric": true, "transitive": true, "unique": true, "max": 4}}}})");
    INFO(problems_of(graph));
    REQUIRE(graph.has_value());
    const RelationshipSchema& type = *graph.value()->schema().relationship("R");
    CHECK(type.symmetric);
    CHECK(type.transitive);
    CHECK(type.unique);
    CHECK(type.max == 4);
    const PropertySchema& property = graph.value()->schema().label("A")->properties.at(0);
    CHECK(property.kind == PropertyKind::string_list);
    CHECK(property.required);
    CHECK(property.values == std::vector<std::string>{"x", "y"});
}

TEST_CASE("a schema must be able to mean what it says", "[loading][schema][error]") {
    const auto problem = [](const std::string& property) {
        return problems_in(R"({"schema": {"labels": {"B": {"properties": {"p": )" + property + "}}}}}");
    };
    CHECK(problem(R"({"values": ["x"]})") ==
          "graph.json:1 /schema/labels/B/properties/p the property `p` must say its `type`");
    CHECK(problem(R"({"type": "integer", "values": ["1"]})") ==
          "graph.json:1 /schema/labels/B/properties/p/values only strings and lists of strings can have `values`, and "
          "`p` is `integer`");
    CHECK(problems_in(R"({"schema": {"labels": {"A": {}, "B": {}},
"relationships": {"R": {"from": ["A"], "to": ["B"], "symmetric": true}}}})") ==
          "graph.json:2 /schema/relationships/R/symmetric a symmetric relationship must join the same labels, but `R` "
          "has others in `from` than in `to`");
    CHECK(problems_in(R"({"schema": {"labels": {"A": {}, "B": {}},
"relationships": {"R": {"from": ["A"], "to": ["B"], "transitive": true}}}})") ==
          "graph.json:2 /schema/relationships/R/transitive a transitive relationship must have a label in both `from` "
          "and `to`, but `R` has none");
    CHECK(problems_in(R"({"schema": {"relationships": {"R": {"max": 0}}}})") ==
          "graph.json:1 /schema/relationships/R/max `max` must be a whole number from 1");
    CHECK(problems_in(R"({"schema": {"relationships": {"R": {"max": "2"}}}})") ==
          "graph.json:1 /schema/relationships/R/max `max` must be a whole number from 1");
}
