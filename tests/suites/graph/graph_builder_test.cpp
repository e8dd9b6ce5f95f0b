#include <catch2/catch.hpp>

#include "graph/graph_builder.h"
#include "support/small_graph.h"
#include "value/compare.h"

using namespace confer::engine;

TEST_CASE("an empty builder makes the empty graph", "[graph][builder]") {
    const GraphPtr graph = GraphBuilder().finish();
    CHECK(graph->node_count() == 0);
    CHECK(graph->edge_count() == 0);
    CHECK_FALSE(graph->find("x").has_value());
    CHECK(graph->heap_bytes() > 0);
}

TEST_CASE("a node may be referred to before it is declared", "[graph][builder]") {
    GraphBuilder builder;
    const NodeId later = builder.reference("later");
    CHECK_FALSE(builder.is_declared(later));
    CHECK(builder.labels_of(later).empty());
    CHECK(builder.id_of(later) == "later");
    builder.declare(later, std::vector{*builder.label("L")});
    CHECK(builder.is_declared(later));
    CHECK(builder.reference("later") == later);
    const GraphPtr graph = std::move(builder).finish();
    CHECK(graph->find("later") == later);
    CHECK(graph->property(later, *graph->keys().find("id")).as_string() == "later");
}

TEST_CASE("nodes are listed by label, ascending, and know all their labels", "[graph][builder]") {
    GraphBuilder builder;
    const LabelId a = *builder.label("A"), b = *builder.label("B"), unused = *builder.label("C");
    builder.declare(builder.reference("x"), std::vector{b, a, b});
    builder.declare(builder.reference("y"), std::vector{a});
    builder.declare(builder.reference("z"), {});
    const GraphPtr graph = std::move(builder).finish();
    CHECK(std::vector(graph->nodes_with(a).begin(), graph->nodes_with(a).end()) == std::vector<NodeId>{0, 1});
    CHECK(graph->nodes_with(b).size() == 1);
    CHECK(graph->nodes_with(unused).empty());
    CHECK(std::vector(graph->labels_of(0).begin(), graph->labels_of(0).end()) == std::vector<LabelId>{a, b});
    CHECK(graph->has_label(0, b));
    CHECK_FALSE(graph->has_label(1, b));
    CHECK(graph->labels_of(2).empty());
}

TEST_CASE("edge properties follow their edges into the final order", "[graph][builder]") {
    GraphBuilder builder;
    for (const char* id : {"a", "b", "c"}) builder.declare(builder.reference(id), {});
    const TypeId x = *builder.type("X"), y = *builder.type("Y");
    const KeyId label = *builder.key("label"), tags = *builder.key("tags");
    struct Added {
        NodeId from;
        TypeId type;
        NodeId to;
        const char* name;
    };
    const std::vector<Added> added{
        {2, y, 0, "y20"}, {1, x, 2, "x12"}, {0, x, 2, "x02"}, {1, y, 0, "y10"}, {0, x, 1, "x01"}};
    for (const Added& one : added) {
        const auto edge = builder.add_edge(one.from, one.type, one.to);
        builder.set_edge_property(edge, label, Value(std::string_view(one.name)));
        if (one.to == 0) builder.set_edge_property(edge, tags, Value(ValueList{Value(std::string_view(one.name))}));
    }
    const GraphPtr graph = std::move(builder).finish();
    for (EdgeId edge = 0; edge < graph->edge_count(); ++edge) {
        const EdgeEnds ends = graph->ends(edge);
        const std::string name = std::string(graph->type_of(edge) == x ? "x" : "y") + std::to_string(ends.source) +
                                 std::to_string(ends.target);
        CHECK(graph->edge_property(edge, label).as_string() == name);
        CHECK(graph->edge_property(edge, tags).is_null() == (ends.target != 0));
        if (ends.target == 0) CHECK(graph->edge_property(edge, tags).as_list()[0].as_string() == name);
    }
    CHECK(graph->edge_keys(0) == std::vector<KeyId>{label});
    CHECK(graph->edge_column(x, tags) == nullptr);
}

TEST_CASE("properties may be set after other nodes and edges were added", "[graph][builder]") {
    GraphBuilder builder;
    builder.declare(builder.reference("a"), {});
    builder.declare(builder.reference("b"), {});
    const TypeId x = *builder.type("X");
    const auto first = builder.add_edge(1, x, 0), second = builder.add_edge(0, x, 1);
    builder.set_edge_property(second, *builder.key("n"), Value(2));
    builder.set_edge_property(first, *builder.key("n"), Value(1));
    builder.set_node_property(1, *builder.key("year"), Value(1951));
    builder.set_node_property(0, *builder.key("year"), Value());
    const GraphPtr graph = std::move(builder).finish();
    CHECK(graph->edge_property(0, *graph->keys().find("n")).as_integer() == 2);
    CHECK(graph->edge_property(1, *graph->keys().find("n")).as_integer() == 1);
    CHECK(graph->property(0, *graph->keys().find("year")).is_null());
    CHECK(graph->property(1, *graph->keys().find("year")).as_integer() == 1951);
}

TEST_CASE("an anonymous node has an id only when one is set, and any value will do", "[graph][builder]") {
    GraphBuilder builder;
    const KeyId id = *builder.key("id");
    builder.add_anonymous_node({});
    builder.set_node_property(builder.add_anonymous_node({}), id, Value(7));
    builder.set_node_property(builder.add_anonymous_node({}), id, Value(std::string_view("twin")));
    builder.set_node_property(builder.add_anonymous_node({}), id, Value(std::string_view("twin")));
    const GraphPtr graph = std::move(builder).finish();
    CHECK(graph->property(0, id).is_null());
    CHECK(graph->property(1, id).as_integer() == 7);
    CHECK(graph->find("twin") == NodeId{2});
    CHECK(graph->names().find("twin") == std::vector<NodeId>{2, 3});
}

TEST_CASE("a node is titled by its name, else its id, else its number", "[graph][builder]") {
    GraphBuilder builder;
    const NodeId named = builder.reference("act");
    builder.declare(named, {});
    builder.set_node_property(named, *builder.key("name"),
                              Value(std::string_view("Acceptance and commitment therapy")));
    builder.declare(builder.reference("dbt"), {});
    builder.add_anonymous_node({});
    const GraphPtr graph = std::move(builder).finish();
    CHECK(graph->title(0) == "Acceptance and commitment therapy");
    CHECK(graph->title(1) == "dbt");
    CHECK(graph->title(2) == "(#2)");
}

TEST_CASE("id, name and aliases feed the name index", "[graph][builder][names]") {
    GraphBuilder builder;
    const NodeId node = builder.reference("dbt");
    builder.declare(node, {});
    builder.set_node_property(node, *builder.key("name"), Value(std::string_view("Dialectical behavior therapy")));
    builder.set_node_property(node, *builder.key("aliases"),
                              Value(ValueList{Value(std::string_view("Linehan's therapy"))}));
    const GraphPtr graph = std::move(builder).finish();
    CHECK(graph->names().find("DBT") == std::vector<NodeId>{node});
    CHECK(graph->names().find("dialectical behaviour therapy") == std::vector<NodeId>{node});
    CHECK(graph->names().find("linehans therapy") == std::vector<NodeId>{node});
}

TEST_CASE("a schema's labels and types are numbered in its order", "[graph][builder][schema]") {
    GraphBuilder builder;
    Schema schema;
    schema.labels.resize(2);
    schema.labels[0].name = "Approach";
    schema.labels[1].name = "Technique";
    schema.relationships.resize(1);
    schema.relationships[0].name = "USES";
    schema.relationships[0].properties.push_back({"notes", PropertyKind::string_list, false, {}});
    builder.set_schema(schema);
    CHECK(builder.label("Technique") == LabelId{1});
    CHECK(builder.type("USES") == TypeId{0});
    const GraphPtr graph = std::move(builder).finish();
    CHECK(graph->labels().names() == std::vector<std::string>{"Approach", "Technique"});
    CHECK(graph->schema().has_property("notes"));
    CHECK(graph->schema().has_property("id"));
    CHECK_FALSE(graph->schema().has_property("nmae"));
    CHECK(graph->schema().relationship("USES") != nullptr);
    CHECK(graph->schema().label("USES") == nullptr);
}

TEST_CASE("kinds of properties have names that lead back to them", "[graph][schema]") {
    for (const char* name :
         {"boolean", "integer", "float", "string", "boolean[]", "integer[]", "float[]", "string[]", "any"}) {
        const auto kind = property_kind(name);
        REQUIRE(kind.has_value());
        CHECK(to_string(*kind) == name);
    }
    CHECK_FALSE(property_kind("text").has_value());
}

TEST_CASE("there are at most 65,535 symbols of a kind", "[graph][symbols]") {
    Symbols symbols;
    for (int i = 0; i < 65'535; ++i) REQUIRE(symbols.intern("s" + std::to_string(i)).has_value());
    CHECK_FALSE(symbols.intern("one too many").has_value());
    CHECK(symbols.intern("s7") == SymbolId{7});
}

TEST_CASE("a graph's memory is estimated from its parts", "[graph][builder]") {
    const GraphPtr small = random_graph(1, 10, 10), large = random_graph(1, 10, 10'000);
    CHECK(large->heap_bytes() > small->heap_bytes() + 10'000 * 24);
    CHECK(large->heap_bytes() < small->heap_bytes() + 10'000 * 64);
}
