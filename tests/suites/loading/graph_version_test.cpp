// A short name for what a graph holds.
#include "load/graph_version.h"

#include <catch2/catch.hpp>

#include "load/write_graph.h"
#include "support/loaded.h"

using namespace confer::engine;

namespace {

std::string version_of(const std::string& json) {
    return load::graph_version(*load_text(json).value());
}

}  // namespace

TEST_CASE("the version of a graph is the same for the same content", "[load][version]") {
    const std::string version = version_of(R"({"nodes": [{"id": "a", "label": "A", "x": 1}], "edges": []})");
    CHECK(version.size() == 16);
    CHECK(version.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(version_of(R"({"edges": [], "nodes": [ {"x": 1, "label": "A",   "id": "a"} ]})") == version);
}

TEST_CASE("saving and loading keeps the version", "[load][version]") {
    const GraphPtr graph = load_text(R"({"name": "G", "nodes": [{"id": "b", "label": "B"}, {"id": "a", "label": "A"}],
                                         "edges": [{"from": "a", "type": "R", "to": "b", "w": 1.5}]})")
                               .value();
    CHECK(version_of(load::write_graph(*graph).value()) == load::graph_version(*graph));
}

TEST_CASE("whatever differs gives another version", "[load][version]") {
    const std::string one = version_of(R"({"nodes": [{"id": "a", "label": "A", "x": 1}], "edges": []})");
    CHECK(version_of(R"({"nodes": [{"id": "a", "label": "A", "x": 2}], "edges": []})") != one);
    CHECK(version_of(R"({"nodes": [{"id": "a", "label": "B", "x": 1}], "edges": []})") != one);
    CHECK(version_of(R"({"name": "G", "nodes": [{"id": "a", "label": "A", "x": 1}], "edges": []})") != one);
    CHECK(version_of(R"({"nodes": [{"id": "a", "label": "A", "x": 1}],
                         "edges": [{"from": "a", "type": "R", "to": "a"}]})") != one);
}
