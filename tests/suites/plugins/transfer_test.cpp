// Exporters and importers: what they see, what they may do, and what a graph's files say when something is wrong.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "load/write_graph.h"
#include "loaded.h"

using namespace confer::engine;

namespace {

const plugin::Plugin& tally() {
    static const auto loaded = confer::test::load(confer::test::fixture("tally")).value();
    return *loaded;
}

std::string described(const Error& error) {
    std::string text = std::string(info(error.code).name) + ": " + error.message;
    for (const Error& problem : error.problems)
        text += "\n" + std::to_string(problem.place->line) + " " + problem.message;
    return text;
}

struct Folder {
    std::string path = std::filesystem::temp_directory_path() / "confer_transfer_test";
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string operator/(const std::string& name) const { return path + "/" + name; }
};

std::string content(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

GraphPtr imported(const std::string& text, std::string& error, std::vector<std::string>& notes) {
    const Folder folder;
    std::ofstream(folder / "x.tally") << text;
    auto graph = plugin::import_graph(tally().importers.at(0), folder / "x.tally", nullptr, notes);
    if (graph) return std::move(graph).value();
    error = described(graph.error());
    const std::size_t at = error.find(folder.path);
    if (at != std::string::npos) error.erase(at, folder.path.size() + 1);
    return nullptr;
}

std::string error_of(const std::string& text) {
    std::string error;
    std::vector<std::string> notes;
    imported(text, error, notes);
    return error;
}

// As graph JSON, without the head.
std::string read(const std::string& text) {
    std::string error;
    std::vector<std::string> notes;
    const GraphPtr graph = imported(text, error, notes);
    return graph == nullptr ? error : load::write_graph(*graph).value();
}

const GraphPtr& nothing() {
    static const GraphPtr graph = GraphBuilder().finish();
    return graph;
}

}  // namespace

TEST_CASE("an exporter sees the head, the keys and each element, as often as it wants", "[plugin][transfer]") {
    const Folder folder;
    std::vector<std::string> notes;
    const auto& exporter = tally().exporters.at(0);
    REQUIRE(plugin::export_graph(exporter, confer::test::two_nodes(), folder / "x.tally", nullptr, notes));
    const std::string nodes = "node gestalt Approach id=gestalt name=Gestalt\nnode chair Technique id=chair\n";
    CHECK(content(folder / "x.tally") == "{\"confer\": 1} id:STRING name:STRING\n since:INTEGER\n" + nodes + nodes +
                                             "edge gestalt USES chair since=2\n");
    CHECK(notes.empty());
}

TEST_CASE("an exporter that fails leaves no file behind", "[plugin][transfer][error]") {
    const Folder folder;
    std::vector<std::string> notes;
    const auto done = plugin::export_graph(tally().exporters.at(0), *nothing(), folder / "x.tally", nullptr, notes);
    REQUIRE_FALSE(done);
    CHECK(described(done.error()) == "cannot-write: `tally` can't be written: there is nothing to tally");
    CHECK(std::filesystem::is_empty(folder.path));
}

TEST_CASE("a format of several files has each of them beside the others", "[plugin][transfer]") {
    const Folder folder;
    std::vector<std::string> notes;
    const auto& exporter = tally().exporters.at(1);
    REQUIRE(plugin::export_graph(exporter, confer::test::two_nodes(), folder / "x.n", nullptr, notes));
    REQUIRE(plugin::export_graph(exporter, confer::test::two_nodes(), folder / "in/", nullptr, notes));
    CHECK(content(folder / "x.nodes.n") + content(folder / "x.edges.n") == "2\n1\n");
    CHECK(content(folder / "in/nodes.n") + content(folder / "in/edges.n") == "2\n1\n");
}

TEST_CASE("a part is opened before it is written, and is one that was named", "[plugin][transfer][error]") {
    const Folder folder;
    std::vector<std::string> notes;
    const auto& exporter = tally().exporters.at(1);
    CHECK(described(plugin::export_graph(exporter, *nothing(), folder / "x.n", nullptr, notes).error()) ==
          "plugin: `n` writes before it has opened a part");
    GraphBuilder builder;
    builder.declare(builder.reference("a"), {});
    const GraphPtr one = std::move(builder).finish();
    CHECK(described(plugin::export_graph(exporter, *one, folder / "x.n", nullptr, notes).error()) ==
          "plugin: `n` opens the part `paths.n`, which it did not name when it was added");
    CHECK(std::filesystem::is_empty(folder.path));
}

TEST_CASE("an importer hands over nodes and relationships in any order", "[plugin][transfer]") {
    CHECK(read("edge a T b n 1\nnode a A l [1,'a'] s text\nnode b B s null\n") ==
          "{\n\"confer\": 1,\n\"nodes\": [\n{\"id\": \"a\", \"label\": \"A\", \"l\": [1, \"a\"], \"s\": \"text\"},\n"
          "{\"id\": \"b\", \"label\": \"B\"}\n],\n\"edges\": [\n{\"from\": \"a\", \"type\": \"T\", \"to\": \"b\", "
          "\"n\": 1}\n]\n}\n");
}

TEST_CASE("what an importer hands over is checked like graph JSON", "[plugin][transfer][error]") {
    CHECK(error_of("node a A\nnode a A\nedge a T c\nwhat\n") ==
          "bad-data: `x.tally` has 3 problems and was not loaded\n"
          "2 the id `a` is taken by the node in `" +
              Folder().path +
              "/x.tally`, line 1\n"
              "3 no node has the id `c`\n"
              "4 a line says `node` or `edge`");
}

TEST_CASE("a head brings the schema, which then holds", "[plugin][transfer][error]") {
    const std::string head = R"(head x y {"confer": 1, "schema": {"labels": {"A": {"properties": {"n": "integer"}}}}})";
    CHECK(read("node a A n text\n").find("\"n\": \"text\"") != std::string::npos);
    CHECK(error_of(head + "\nnode a A n 1\nnode b B\nnode c A n text\n") ==
          "bad-data: `x.tally` has 2 problems and was not loaded\n"
          "3 the schema has no label `B`\n4 `n` of `A` must be `integer`, not a string");
}

TEST_CASE("what is no property is a problem of the file", "[plugin][transfer][error]") {
    CHECK(error_of("do map\ndo lists\ndo bytes\n") ==
          "bad-data: `x.tally` has 3 problems and was not loaded\n"
          "1 a property must not be an object\n2 a list must not hold a list or an object\n"
          "3 the text is not valid UTF-8");
}

TEST_CASE("an importer that breaks the rules is told so", "[plugin][transfer][error]") {
    CHECK(error_of("do nest\n") == "plugin: `tally` begins a node inside of another element");
    CHECK(error_of("do label\n") == "plugin: `tally` calls `put_label` outside of a node");
    CHECK(error_of("do key\n") == "plugin: `tally` calls `put_key` outside of an element");
    CHECK(error_of("do value\n") == "plugin: `tally` puts a value without `put_key` before it");
    CHECK(error_of("do end\n") == "plugin: `tally` ends an element that it has not begun");
    CHECK(error_of("do leave\n") == "plugin: `tally` does not end its last element");
    CHECK(error_of("do write\n") == "plugin: `tally` calls `write`, which is for exporters");
    CHECK(error_of("do part\n") == "plugin: `tally` opens the part `nodes.n`, which it did not name when it was added");
    CHECK(error_of("node a A\ndo head\n") == "plugin: `tally` calls `put_head` after the first element");
    CHECK(error_of("do fail\n") == "plugin: `tally` says: I give up");
}
