#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "load/builtin_graph.h"
#include "support/loaded.h"

using namespace confer::engine;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

std::string include_problem(const std::string& list) {
    return problems_of(load_files({{"graph.json", "{\"include\":\n[" + list + "]}"}, {"a.json", "{}"}}));
}

// A folder that is removed at the end.
struct Folder {
    std::filesystem::path path;
    Folder() : path(std::filesystem::temp_directory_path() / ("confer-loading-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << text;
    }
};

}  // namespace

TEST_CASE("included files add their nodes and edges", "[loading][include]") {
    const auto graph = load_files({{"graph.json", R"({"include": ["edges.json", "more/nodes.json"]})"},
                                   {"edges.json", R"({"edges": [{"from": "a", "type": "T", "to": "a"}]})"},
                                   {"more/nodes.json", R"({"nodes": [{"id": "a", "label": "L"}]})"}});
    INFO(problems_of(graph));
    REQUIRE(graph.has_value());
    CHECK(graph.value()->node_count() == 1);
    CHECK(graph.value()->edge_count() == 1);
}

TEST_CASE("problems name the file that they are in, in order of files", "[loading][include][error]") {
    CHECK(problems_of(load_files({{"graph.json", R"({"include": ["b.json", "a.json"]})"},
                                  {"a.json", R"({"nodes": [{"id": "x", "label": "L"}, {"id": "y"}]})"},
                                  {"b.json",
                                   "{\n\"nodes\": [{\"id\": \"x\", \"label\": \"L\"}],\n\"edges\": [{\"from\": \"x\", "
                                   "\"type\": \"T\", \"to\": \"z\"}]}"}})) ==
          "b.json:3 /edges/0/to no node has the id `z` (did you mean `x` or `y`?)\n"
          "a.json:1 /nodes/0/id the id `x` is taken by the node in `b.json`, line 2\n"
          "a.json:1 /nodes/1 the node `y` has no `label`");
}

TEST_CASE("includes stay inside the graph's folder", "[loading][include][error]") {
    for (const char* path : {"../a.json", "/etc/passwd", "x/../../a.json", "..", "x\\\\a.json"}) {
        CAPTURE(path);
        CHECK_THAT(include_problem("\"" + std::string(path) + "\""), Contains("is not inside the graph's folder"));
    }
    CHECK(include_problem("\"x/../a.json\"") == "none");
    CHECK(include_problem("\"./a.json\"") == "none");
}

TEST_CASE("a file is included once, and never the main file", "[loading][include][error]") {
    CHECK(include_problem("\"a.json\", \"./a.json\"") == "graph.json:2 /include/1 `./a.json` is included twice");
    CHECK(include_problem("\"graph.json\"") == "graph.json:2 /include/0 the graph's main file includes itself");
}

TEST_CASE("only the main file includes others", "[loading][include][error]") {
    CHECK_THAT(problems_of(load_files(
                   {{"graph.json", R"({"include": ["a.json"]})"}, {"a.json", R"({"include": ["graph.json"]})"}})),
               StartsWith("a.json:1 /include `include` belongs into the graph's main file"));
}

TEST_CASE("includes are names of files that can be read", "[loading][include][error]") {
    CHECK(include_problem("7") == "graph.json:2 /include/0 `include` must hold the names of files, not a number");
    CHECK(include_problem("\"\"") == "graph.json:2 /include/0 `include` must hold the names of files");
    CHECK(include_problem("\"b.json\"") == "graph.json:2 /include/0 `b.json` cannot be read: there is no such file");
}

TEST_CASE("a broken file does not make edges of others lead nowhere", "[loading][include][error]") {
    CHECK(problems_of(load_files({{"graph.json", R"({"include": ["a.json", "b.json"]})"},
                                  {"a.json", "{\"nodes\": ["},
                                  {"b.json", R"({"edges": [{"from": "x", "type": "T", "to": "y"}]})"}})) ==
          "a.json:1 /nodes/0 the file ends before its JSON does");
}

TEST_CASE("a path is a file, or a folder with graph.json", "[loading][disk]") {
    const Folder folder;
    folder.write("graph.json", R"({"include": ["parts/nodes.json"]})");
    folder.write("parts/nodes.json", R"({"nodes": [{"id": "a", "label": "L"}]})");
    for (const std::string& path :
         {folder.path.string(), folder.path.string() + "/", (folder.path / "graph.json").string()}) {
        const auto graph = load::read_graph(path);
        INFO(problems_of(graph));
        REQUIRE(graph.has_value());
        CHECK(graph.value()->node_count() == 1);
    }
    folder.write("parts/nodes.json", "{\n]");
    const auto broken = load::read_graph(folder.path.string());
    CHECK(problems_of(broken) ==
          (folder.path / "parts/nodes.json").string() + ":2 a key in double quotes is missing here");
}

TEST_CASE("a file that cannot be read is refused with its name", "[loading][disk][error]") {
    const Folder folder;
    const auto missing = load::read_graph((folder.path / "nowhere.json").string());
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == ErrorCode::cannot_read);
    CHECK(missing.error().message ==
          "`" + (folder.path / "nowhere.json").string() + "` cannot be read: No such file or directory");
    CHECK(missing.error().place->file == (folder.path / "nowhere.json").string());
    CHECK_FALSE(load::read_graph(folder.path.string()).has_value());

    std::filesystem::create_directories(folder.path / "graph.json");
    CHECK_THAT(problems_of(load::read_graph(folder.path.string())), Contains("cannot be read: Is a directory"));
}

TEST_CASE("the built-in graph loads", "[loading][builtin]") {
    const auto graph = load::read_graph(load::builtin_files(), "graph.json");
    INFO(problems_of(graph));
    REQUIRE(graph.has_value());
    CHECK(graph.value()->node_count() > 100);
    CHECK(load::builtin_files().display_name("graph.json") == "builtin:graph.json");
}
