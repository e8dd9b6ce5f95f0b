// What things are made of, as comparisons see it.
#include "comparison/components.h"

#include <catch2/catch.hpp>

#include "support/small_graph.h"

using namespace confer::engine;
using namespace confer::engine::comparison;

namespace {

// A1 has c d e, A3 has e, A4 nothing; e is joined to A1 twice.
GraphPtr example() {
    return small_graph(
        {{"A1", "X", "C"}, {"A1", "X", "D"}, {"A1", "X", "E"}, {"A1", "Y", "E"}, {"A3", "X", "E"}, {"A3", "Z", "D"}},
        {"A4"});
}

NodeId node(const PropertyGraph& graph, const char* id) {
    return *graph.find(id);
}

Basis by(const PropertyGraph& graph, std::initializer_list<const char*> labels) {
    Basis basis{{*graph.types().find("X"), *graph.types().find("Y")}, {}};
    for (const char* label : labels) basis.labels.push_back(*graph.labels().find(label));
    return basis;
}

}  // namespace

TEST_CASE("a component counts once, however it is joined", "[comparison][components]") {
    const GraphPtr graph = example();
    CHECK(components_of(*graph, by(*graph, {}), node(*graph, "A1")).size() == 3);
    CHECK(components_of(*graph, by(*graph, {}), node(*graph, "A3")) == Components{node(*graph, "E")});
    CHECK(components_of(*graph, by(*graph, {}), node(*graph, "A4")).empty());
}

TEST_CASE("components are those with a label, where labels are given", "[comparison][components]") {
    const GraphPtr graph = example();
    CHECK(components_of(*graph, by(*graph, {"D", "E"}), node(*graph, "A1")) ==
          Components{node(*graph, "D"), node(*graph, "E")});
}
