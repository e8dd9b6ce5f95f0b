#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "support/loaded.h"
#include "value/compare.h"

using namespace confer::engine;
using Catch::Matchers::StartsWith;

namespace {

// A node `a` with these members besides id and label.
std::string node_with(const std::string& members) {
    return "{\"nodes\": [\n{\"id\": \"a\", \"label\": \"L\"" + (members.empty() ? "" : ",\n" + members) + "}]}";
}

Value property(const std::string& json) {
    const auto graph = load_text(node_with("\"p\": " + json));
    INFO(problems_of(graph));
    REQUIRE(graph.has_value());
    const Value value = graph.value()->property(0, *graph.value()->keys().find("p"));
    // Texts are borrowed from the graph, which ends here.
    if (value.is(Kind::string)) return Value(value.as_string());
    if (!value.is(Kind::list)) return value;
    ValueList copy;
    for (const Value& one : value.as_list()) copy.push_back(one.is(Kind::string) ? Value(one.as_string()) : one);
    return Value(std::move(copy));
}

// Nodes a and b, and these edges, each on a line from 3.
std::string edges(const std::string& edges) {
    return "{\"nodes\": [{\"id\": \"a\", \"label\": \"L\"}, {\"id\": \"b\", \"label\": \"L\"}],\n\"edges\": [\n" +
           edges + "]}";
}

}  // namespace

TEST_CASE("properties are booleans, integers, floats, strings and lists of these", "[loading]") {
    CHECK(property("true").as_boolean());
    CHECK(property("7").is(Kind::integer));
    CHECK(property("-0").is(Kind::integer));
    CHECK(property("7.0").is(Kind::floating));
    CHECK(property("7e2").as_floating() == 700.0);
    CHECK(property("9223372036854775807").as_integer() == std::numeric_limits<std::int64_t>::max());
    CHECK(property("-9223372036854775808").as_integer() == std::numeric_limits<std::int64_t>::min());
    CHECK(property("0.1").as_floating() == 0.1);
    CHECK(property("1.7976931348623157e308").as_floating() == std::numeric_limits<double>::max());
    CHECK(property(R"("a\u00e9\ud83d\ude42\n")").as_string() == "aé🙂\n");
    CHECK(property("[]").as_list().empty());
    CHECK(property(R"(["x", "y"])").as_list()[1].as_string() == "y");
    CHECK(property(R"([1, "x", true, 0.5])").as_list().size() == 4);
}

TEST_CASE("a null property is an absent one", "[loading]") {
    const auto graph = load_text(node_with("\"p\": null, \"q\": 1"));
    REQUIRE(graph.has_value());
    CHECK(graph.value()->node_keys(0).size() == 2);  // id and q
}

TEST_CASE("an id is a property, too", "[loading]") {
    const auto graph = load_text(node_with(""));
    REQUIRE(graph.has_value());
    CHECK(graph.value()->property(0, *graph.value()->keys().find("id")).as_string() == "a");
}

TEST_CASE("a node may have several labels or none", "[loading]") {
    const auto graph = load_text(R"({"nodes": [{"id": "a", "labels": ["K", "L"]}, {"id": "b", "labels": []}]})");
    REQUIRE(graph.has_value());
    CHECK(graph.value()->labels_of(0).size() == 2);
    CHECK(graph.value()->labels_of(1).empty());
}

TEST_CASE("members may come in any order", "[loading]") {
    const auto graph = load_text(
        R"({"edges": [{"n": 1, "to": "b", "tags": ["x"], "from": "a", "type": "T"}],
            "nodes": [{"year": 1951, "label": "L", "id": "a"}, {"label": "L", "id": "b"}]})");
    REQUIRE(graph.has_value());
    const PropertyGraph& g = *graph.value();
    CHECK(g.property(*g.find("a"), *g.keys().find("year")).as_integer() == 1951);
    CHECK(g.ends(0).source == *g.find("a"));
    CHECK(g.ends(0).target == *g.find("b"));
    CHECK(g.edge_property(0, *g.keys().find("tags")).as_list()[0].as_string() == "x");
}

TEST_CASE("parallel edges and self-loops load", "[loading]") {
    const auto graph = load_text(edges(R"({"from": "a", "type": "T", "to": "b"}, {"from": "a", "type": "T", "to": "b"},
                                          {"from": "a", "type": "T", "to": "a"})"));
    REQUIRE(graph.has_value());
    CHECK(graph.value()->edge_count() == 3);
}

TEST_CASE("nodes and edges must be objects", "[loading][error]") {
    CHECK(problems_in("{\"nodes\": [\n\"a\",\n[{\"id\": 1}], null, true]}") ==
          "graph.json:2 /nodes/0 a node must be an object, not a string\n"
          "graph.json:3 /nodes/1 a node must be an object, not a list\n"
          "graph.json:3 /nodes/2 a node must be an object, not null\n"
          "graph.json:3 /nodes/3 a node must be an object, not a boolean");
    CHECK(problems_in("{\"edges\": [7]}") == "graph.json:1 /edges/0 an edge must be an object, not a number");
}

TEST_CASE("a node must have id and label", "[loading][error]") {
    CHECK(problems_in("{\"nodes\": [\n{\"label\": \"L\"},\n{\"id\": \"x\"},\n{}]}") ==
          "graph.json:2 /nodes/0 this node has no `id`\n"
          "graph.json:3 /nodes/1 the node `x` has no `label`\n"
          "graph.json:4 /nodes/2 this node has no `id`\n"
          "graph.json:4 /nodes/2 this node has no `label`");
}

TEST_CASE("an edge must have from, type and to", "[loading][error]") {
    CHECK(problems_in(edges("{\"type\": \"T\", \"to\": \"b\"},\n{\"from\": \"a\", \"to\": \"b\"},\n{\"from\": \"a\", "
                            "\"type\": \"T\"}")) ==
          "graph.json:3 /edges/0 this edge has no `from`\n"
          "graph.json:4 /edges/1 this edge has no `type`\n"
          "graph.json:5 /edges/2 this edge has no `to`");
}

TEST_CASE("known keys must have their kinds", "[loading][error]") {
    CHECK(problems_in(R"({"nodes": [{"id": 7, "label": "L"}]})") ==
          "graph.json:1 /nodes/0/id `id` must be a string, not a number");
    CHECK(problems_in(R"({"nodes": [{"id": null, "label": "L"}]})") ==
          "graph.json:1 /nodes/0/id `id` must be a string, not null");
    CHECK(problems_in(R"({"nodes": [{"id": "", "label": "L"}]})") == "graph.json:1 /nodes/0/id `id` must not be empty");
    CHECK(problems_in(R"({"nodes": [{"id": "a", "label": ["L", {}]}]})") ==
          "graph.json:1 /nodes/0/label `label` must be a string, not a list (several labels go into `labels`)");
    CHECK(problems_in(R"({"nodes": [{"id": "a", "labels": "L"}]})") ==
          "graph.json:1 /nodes/0/labels `labels` must be a list of strings, not a string (a single label goes into "
          "`label`)");
    CHECK(problems_in(R"({"nodes": [{"id": "a", "labels": ["L", 1]}]})") ==
          "graph.json:1 /nodes/0/labels `labels` must hold strings, not a number");
    CHECK(problems_in(edges(R"({"from": true, "type": {"x": []}, "to": 1.5})")) ==
          "graph.json:3 /edges/0/from `from` must be a string, not a boolean\n"
          "graph.json:3 /edges/0/type `type` must be a string, not an object\n"
          "graph.json:3 /edges/0/to `to` must be a string, not a number");
}

TEST_CASE("a node has label or labels, not both", "[loading][error]") {
    CHECK(problems_in(R"({"nodes": [{"id": "a", "label": "L", "labels": ["K"]}]})") ==
          "graph.json:1 /nodes/0 a node has `label` or `labels`, not both");
}

TEST_CASE("a key may stand once in a node or edge", "[loading][error]") {
    CHECK(problems_in(node_with("\"p\": 1,\n\"p\": [2]")) ==
          "graph.json:4 /nodes/0/p the key `p` appears twice in one node");
    CHECK(problems_in(node_with("\"id\": \"b\"")) == "graph.json:3 /nodes/0/id the key `id` appears twice in one node");
    CHECK(problems_in(node_with("\"p\": null, \"p\": 1")) ==
          "graph.json:3 /nodes/0/p the key `p` appears twice in one node");
    CHECK(problems_in(edges(R"({"from": "a", "type": "T", "to": "b", "to": "a"})")) ==
          "graph.json:3 /edges/0/to the key `to` appears twice in one edge");
}

TEST_CASE("an id may be given once, and the message says where it was first", "[loading][error]") {
    CHECK(problems_in("{\"nodes\": [{\"id\": \"a\", \"label\": \"L\"},\n{\"id\": \"a\", \"label\": \"K\"}]}") ==
          "graph.json:2 /nodes/1/id the id `a` is taken by the node in `graph.json`, line 1");
}

TEST_CASE("an edge to nowhere is refused with the nearest ids", "[loading][error]") {
    CHECK(problems_in("{\"nodes\": [{\"id\": \"gestalt\", \"label\": \"L\"}],\n\"edges\": [\n"
                      "{\"from\": \"gestallt\", \"type\": \"T\", \"to\": \"xyz\"}]}") ==
          "graph.json:3 /edges/0/from no node has the id `gestallt` (did you mean `gestalt`?)\n"
          "graph.json:3 /edges/0/to no node has the id `xyz`");
}

TEST_CASE("objects and lists of lists are no property values", "[loading][error]") {
    CHECK_THAT(problems_in(node_with("\"p\": {\"q\": [1, {}]}, \"r\": 1")),
               StartsWith("graph.json:3 /nodes/0/p a property must not be an object"));
    CHECK(problems_in(node_with("\"p\": [1,\n[2, [3]], 4]")) ==
          "graph.json:4 /nodes/0/p/1 a list must not hold a list");
    CHECK(problems_in(node_with("\"p\": [1, {\"x\": 1}]")) ==
          "graph.json:3 /nodes/0/p/1 a list must not hold an object");
    CHECK(problems_in(node_with("\"p\": [1, null]")) == "graph.json:3 /nodes/0/p/1 a list must not hold null");
}

TEST_CASE("floats are the nearest to what is written", "[loading]") {
    for (const char* text : {"0.1", "-2.675", "0.000000000000001", "123456789012345.6", "99999999999999.9", "4.35",
                             "9007199254740993.0", "0.30000000000000004", "1.7976931348623157e308", "5e-324", "-0.0"}) {
        INFO(text);
        const double value = property(text).as_floating();
        CHECK(value == std::strtod(text, nullptr));
        CHECK(std::signbit(value) == (*text == '-'));
    }
}

TEST_CASE("numbers that do not fit are refused", "[loading][error]") {
    CHECK_THAT(problems_in(node_with("\"p\": 9223372036854775808")),
               StartsWith("graph.json:3 /nodes/0/p `9223372036854775808` does not fit into a 64-bit integer"));
    CHECK_THAT(problems_in(node_with("\"p\": [-9223372036854775809]")),
               StartsWith("graph.json:3 /nodes/0/p/0 `-9223372036854775809` does not fit into a 64-bit integer"));
    CHECK_THAT(problems_in(node_with("\"p\": 123456789012345678901234567890")),
               StartsWith("graph.json:3 /nodes/0/p `1234567"));
    CHECK_THAT(problems_in(node_with("\"p\": 1e309")), StartsWith("graph.json:3 "));
    CHECK_THAT(problems_in(node_with("\"p\": 1e309")), Catch::Matchers::Contains("does not fit into a 64-bit float"));
}

TEST_CASE("a broken node leaves no trail of edges to nowhere", "[loading][error]") {
    CHECK(problems_in(
              "{\"nodes\": [{\"id\": \"a\"}],\n\"edges\": [{\"from\": \"a\", \"type\": \"T\", \"to\": \"a\"}]}") ==
          "graph.json:1 /nodes/0 the node `a` has no `label`");
    CHECK(
        problems_in("{\"edges\": [{\"from\": \"a\", \"type\": \"T\", \"to\": \"a\"}],\n\"nodes\": [{\"id\": \"a\" x") ==
        "graph.json:2 /nodes/0 a `,` or `}` is missing here");
}

TEST_CASE("names of members may need escapes in a pointer", "[loading][error]") {
    CHECK_THAT(problems_in(node_with("\"a/b~c\": {}")), StartsWith("graph.json:3 /nodes/0/a~1b~0c a property"));
}
