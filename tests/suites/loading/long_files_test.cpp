// Files long enough to be built by a second thread while they are parsed.
#include <catch2/catch.hpp>

#include "load/graph_version.h"
#include "support/loaded.h"

using namespace confer::engine;

namespace {

constexpr int count = 30'000;

std::string node(int i) {
    const std::string number = std::to_string(i);
    return R"({"id":"n)" + number + R"(","label":")" + (i % 3 == 0 ? "A" : "B") + R"(","name":"node \")" + number +
           R"(\"","odd":)" + (i % 2 == 0 ? "false" : "true") + R"(,"tags":["t)" + std::to_string(i % 7) +
           R"(","u"],"none":null})";
}

std::string edge(int i) {
    return R"({"from":"n)" + std::to_string(i) + R"(","to":"n)" + std::to_string(i * 7 % count) +
           R"(","type":"T","weight":)" + std::to_string(i % 1000) + R"(.25,"number":)" + std::to_string(i) + "}";
}

// Each on a line of its own, in a list of its own.
template <class Element>
std::string list(int from, int to, Element element) {
    std::string text = "[";
    for (int i = from; i < to; ++i) text += (i > from ? ",\n" : "\n") + element(i);
    return text + "]";
}

// Nodes stand on lines 2 to 30,001, edges on 30,003 to 60,002.
std::string long_text(const std::string& more = "") {
    return "{\"nodes\": " + list(0, count, node) + ",\n\"edges\": " + list(0, count, edge) + more + "}";
}

}  // namespace

TEST_CASE("a long file gives the same graph as short ones", "[loading][long]") {
    constexpr int parts = 6, size = count / parts;
    TestFiles files{{"graph.json", ""}};
    std::string names;
    const auto add = [&](const std::string& what, int part, const std::string& elements) {
        REQUIRE(elements.size() < 1'000'000);
        files.emplace_back(what + std::to_string(part) + ".json", "{\"" + what + "\": " + elements + "}");
        names += (names.empty() ? "\"" : ", \"") + files.back().first + "\"";
    };
    for (int part = 0; part < parts; ++part) add("nodes", part, list(part * size, (part + 1) * size, node));
    for (int part = 0; part < parts; ++part) add("edges", part, list(part * size, (part + 1) * size, edge));
    files.front().second = "{\"include\": [" + names + "]}";
    const auto in_parts = load_files(files), whole = load_text(long_text());
    REQUIRE(problems_of(in_parts) == "none");
    REQUIRE(problems_of(whole) == "none");
    CHECK(whole.value()->node_count() == count);
    CHECK(load::graph_version(*whole.value()) == load::graph_version(*in_parts.value()));
}

TEST_CASE("problems of a long file have their lines and their order", "[loading][long][error]") {
    const std::string wrong =
        ",\n{\"from\":\"n1\",\"to\":\"nowhere\",\"type\":\"T\"},\n7,\n{\"from\":\"n1\",\n\"to\":3,\"type\":\"T\"}],"
        "\n\"bogus\": 1";
    std::string text = long_text();
    text.replace(text.size() - 2, 2, wrong + "}");
    CHECK(problems_in(text) ==
          "graph.json:60003 /edges/30000/to no node has the id `nowhere`\n"
          "graph.json:60004 /edges/30001 an edge must be an object, not a number\n"
          "graph.json:60006 /edges/30002/to `to` must be a string, not a number\n"
          "graph.json:60007 /bogus a graph file has no key `bogus`");
}

TEST_CASE("a long file may break off, and its problems are told nevertheless", "[loading][long][error]") {
    std::string text = long_text();
    text.replace(text.find("\"label\":\"A\"", text.find("\"n29000\"")), 11, "\"label\":17 ");
    text.resize(text.size() - 3);
    CHECK(problems_in(text) ==
          "graph.json:29003 /nodes/29001/label `label` must be a string, not a number\n"
          "graph.json:60002 /edges/29999 the file ends before its JSON does");
}

TEST_CASE("a schema may come at the end of a long file", "[loading][long][schema][error]") {
    const auto graph =
        load_text(long_text(",\n\"schema\": {\"labels\": {\"A\": {\"properties\": {\"name\": \"string\", \"odd\": "
                            "\"boolean\", \"tags\": \"string[]\"}}}}"));
    CHECK(problems_of(graph).starts_with("graph.json:3 /nodes/1/label the schema has no label `B`"));
    CHECK(graph.error().problems.size() == 50);
}
