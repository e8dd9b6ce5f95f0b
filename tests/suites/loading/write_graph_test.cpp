#include "load/write_graph.h"

#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "graph/graph_builder.h"
#include "load/builtin_graph.h"
#include "support/loaded.h"
#include "value/compare.h"

using namespace confer::engine;
using Catch::Matchers::Contains;

namespace {

std::string written(const PropertyGraph& graph) {
    const auto text = load::write_graph(graph);
    INFO((text.has_value() ? "" : text.error().message));
    REQUIRE(text.has_value());
    return text.value();
}

GraphPtr reread(const std::string& text) {
    const auto graph = load_text(text);
    INFO(problems_of(graph));
    REQUIRE(graph.has_value());
    return graph.value();
}

bool same(const Value& a, const Value& b) {
    if (a.kind() != b.kind()) return false;  // 1 is not 1.0 here
    if (!a.is(Kind::list)) return equivalent(a, b);
    if (a.as_list().size() != b.as_list().size()) return false;
    for (std::size_t i = 0; i < a.as_list().size(); ++i) {
        if (!same(a.as_list()[i], b.as_list()[i])) return false;
    }
    return true;
}

std::vector<std::string> label_names(const PropertyGraph& graph, NodeId node) {
    std::vector<std::string> names;
    for (const LabelId label : graph.labels_of(node)) names.push_back(graph.labels().name(label));
    std::sort(names.begin(), names.end());
    return names;
}

void check_same(const PropertyGraph& a, const PropertyGraph& b) {
    REQUIRE(a.node_count() == b.node_count());
    REQUIRE(a.edge_count() == b.edge_count());
    for (NodeId node = 0; node < a.node_count(); ++node) {
        CHECK(label_names(a, node) == label_names(b, node));
        CHECK(a.node_keys(node).size() == b.node_keys(node).size());
        for (const KeyId key : a.node_keys(node)) {
            CHECK(same(a.property(node, key), b.property(node, *b.keys().find(a.keys().name(key)))));
        }
    }
    for (EdgeId edge = 0; edge < a.edge_count(); ++edge) {
        CHECK(a.ends(edge).source == b.ends(edge).source);
        CHECK(a.ends(edge).target == b.ends(edge).target);
        CHECK(a.types().name(a.type_of(edge)) == b.types().name(b.type_of(edge)));
        CHECK(a.edge_keys(edge).size() == b.edge_keys(edge).size());
        for (const KeyId key : a.edge_keys(edge)) {
            CHECK(same(a.edge_property(edge, key), b.edge_property(edge, *b.keys().find(a.keys().name(key)))));
        }
    }
}

class RandomGraph {
public:
    explicit RandomGraph(unsigned seed) : random_(seed) {}

    GraphPtr make() {
        GraphBuilder builder;
        const unsigned nodes = 1 + below(20), edges = below(40);
        for (unsigned i = 0; i < nodes; ++i) {
            const NodeId node = builder.reference("n" + std::to_string(i) + text());
            std::vector<LabelId> labels;
            for (unsigned label = below(4); label > 0; --label)
                labels.push_back(*builder.label("L" + std::to_string(below(5))));
            builder.declare(node, labels);
            for (unsigned p = below(4); p > 0; --p) builder.set_node_property(node, *builder.key(key()), value(true));
        }
        for (unsigned i = 0; i < edges; ++i) {
            const auto edge =
                builder.add_edge(below(nodes), *builder.type("T" + std::to_string(below(4))), below(nodes));
            for (unsigned p = below(3); p > 0; --p) builder.set_edge_property(edge, *builder.key(key()), value(true));
        }
        return std::move(builder).finish();
    }

private:
    unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }
    std::string key() { return std::vector<std::string>{"name", "p", "q", "a \"b\"", "é"}[below(5)]; }
    std::string text() {
        std::string text;
        for (unsigned i = below(6); i > 0; --i) {
            text += std::vector<std::string>{"a", "\"", "\\", "\n", "\x01", "é", "🙂", "/", "\x7f", " "}[below(10)];
        }
        return text;
    }
    Value value(bool list_too) {
        switch (below(list_too ? 6 : 5)) {
            case 0:
                return Value(below(2) == 1);
            case 1:
                return Value(static_cast<std::int64_t>(random_() * (below(2) == 1 ? 1 : ~0ULL)));
            case 2:
                return Value(static_cast<double>(below(1000)));
            case 3:
                return Value(static_cast<double>(random_()) / 1e300 * (below(2) == 1 ? 1e-10 : 1e290));
            case 4:
                return Value(std::string_view(text()));
            default: {
                ValueList list;
                const bool texts = below(2) == 1;
                for (unsigned i = below(4); i > 0; --i)
                    list.push_back(texts ? Value(std::string_view(text())) : value(false));
                return Value(std::move(list));
            }
        }
    }

    std::mt19937_64 random_;
};

GraphPtr with_node_property(std::string_view key, const Value& value) {
    GraphBuilder builder;
    const NodeId node = builder.add_anonymous_node({});
    builder.set_node_property(node, *builder.key("id"), Value(std::string_view("a")));
    builder.set_node_property(node, *builder.key(key), value);
    return std::move(builder).finish();
}

std::string refusal(const PropertyGraph& graph) {
    const auto text = load::write_graph(graph);
    REQUIRE_FALSE(text.has_value());
    CHECK(text.error().code == ErrorCode::cannot_write);
    return text.error().message;
}

}  // namespace

TEST_CASE("a graph is written with one node and one edge a line, keys in a fixed order", "[loading][write]") {
    const GraphPtr graph =
        reread(R"({"name": "N", "nodes": [{"year": 1951, "label": "L", "aliases": ["x"], "name": "A", "id": "a"},
        {"labels": ["K", "B"], "id": "b", "score": 1.0}], "edges": [{"note": "\u0001\"", "to": "b", "type": "T", "from": "a"}]})");
    CHECK(written(*graph) ==
          "{\n"
          "\"confer\": 1,\n"
          "\"name\": \"N\",\n"
          "\"nodes\": [\n"
          "{\"id\": \"a\", \"label\": \"L\", \"name\": \"A\", \"aliases\": [\"x\"], \"year\": 1951},\n"
          "{\"id\": \"b\", \"labels\": [\"B\", \"K\"], \"score\": 1.0}\n"
          "],\n"
          "\"edges\": [\n"
          "{\"from\": \"a\", \"type\": \"T\", \"to\": \"b\", \"note\": \"\\u0001\\\"\"}\n"
          "]\n"
          "}\n");
}

TEST_CASE("keys after `name` follow the schema's order where there is one", "[loading][write]") {
    const std::string text =
        R"({"schema": {"labels": {"L": {"properties": {"year": "integer", "name": "string!", "aka": "string[]"}}}},
        "nodes": [{"id": "a", "label": "L", "aka": [], "name": "A", "year": 1}]})";
    CHECK_THAT(written(*reread(text)), Contains(R"({"id": "a", "label": "L", "name": "A", "year": 1, "aka": []})"));
}

TEST_CASE("writing and reading gives the same graph and the same text", "[loading][write][random]") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        const GraphPtr graph = RandomGraph(seed).make();
        const std::string text = written(*graph);
        const GraphPtr again = reread(text);
        check_same(*graph, *again);
        CHECK(written(*again) == text);
    }
}

TEST_CASE("the built-in graph survives writing and reading", "[loading][write][builtin]") {
    const auto graph = load::read_graph(load::builtin_files(), "graph.json");
    REQUIRE(graph.has_value());
    const std::string text = written(*graph.value());
    const GraphPtr again = reread(text);
    check_same(*graph.value(), *again);
    CHECK(written(*again) == text);
    CHECK(again->description().license == graph.value()->description().license);
    CHECK(again->schema().relationships.size() == graph.value()->schema().relationships.size());
}

TEST_CASE("a schema is written with all that it says", "[loading][write][schema]") {
    const std::string schema =
        R"("A": {"properties": {"p": {"type": "string[]!", "values": ["x", "y"]}}})"
        "\n},\n\"relationships\": {\n"
        R"("R": {"from": ["A"], "to": ["A"], "symmetric": true, "transitive": true, "unique": true, "max": 4})";
    const GraphPtr graph = reread("{\"schema\": {\"labels\": {\n" + schema + "\n}}}");
    CHECK_THAT(written(*graph), Contains(schema));
}

TEST_CASE("a node without id is given one that is free", "[loading][write]") {
    GraphBuilder builder;
    builder.declare(builder.reference("node-1"), {});
    builder.add_anonymous_node({});
    builder.add_anonymous_node({});
    const GraphPtr graph = reread(written(*std::move(builder).finish()));
    CHECK(graph->find("node-1") == NodeId{0});
    CHECK(graph->find("node-1-2") == NodeId{1});
    CHECK(graph->find("node-2") == NodeId{2});
}

TEST_CASE("what graph JSON cannot say is refused, not bent", "[loading][write][error]") {
    CHECK(refusal(*with_node_property("x", Value(std::numeric_limits<double>::infinity()))) ==
          "`x` of `a` is no number that JSON can hold");
    CHECK(refusal(*with_node_property("x", Value(ValueList{Value(std::numeric_limits<double>::quiet_NaN())}))) ==
          "`x` of `a` is no number that JSON can hold");
    CHECK(refusal(*with_node_property("label", Value(1))) ==
          "`a` has a property `label`, which graph files keep for labels");
    CHECK(refusal(*with_node_property("id", Value(7))) ==
          "a node's `id` must be a string that is not empty to be saved, and 7 is not");

    GraphBuilder twins;
    for (int i = 0; i < 2; ++i) {
        twins.set_node_property(twins.add_anonymous_node({}), *twins.key("id"), Value(std::string_view("a")));
    }
    CHECK(refusal(*std::move(twins).finish()) == "two nodes have the id `a`");

    GraphBuilder edge;
    edge.declare(edge.reference("a"), {});
    edge.set_edge_property(edge.add_edge(0, *edge.type("T"), 0), *edge.key("from"), Value(1));
    CHECK(refusal(*std::move(edge).finish()) ==
          "`T` from `a` has a property `from`, which graph files keep for the edge itself");
}
