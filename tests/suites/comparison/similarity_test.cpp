// How alike two things are: worked out by hand, and by the definitions on random graphs.
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "comparison/similarity.h"
#include "support/small_graph.h"

using namespace confer::engine;
using namespace confer::engine::comparison;

namespace {

Basis by(const PropertyGraph& graph, std::initializer_list<const char*> types,
         std::initializer_list<const char*> labels, std::initializer_list<const char*> among) {
    Basis basis;
    for (const char* type : types) basis.types.push_back(*graph.types().find(type));
    for (const char* label : labels) basis.labels.push_back(*graph.labels().find(label));
    for (const char* label : among) basis.among.push_back(*graph.labels().find(label));
    return basis;
}

NodeId node(const PropertyGraph& graph, const char* id) {
    return *graph.find(id);
}

// A1 has c d e, A2 has d e f, A3 has e, A4 nothing; e is joined to A1 twice.
GraphPtr example() {
    return small_graph({{"A1", "X", "C"},
                        {"A1", "X", "D"},
                        {"A1", "X", "E"},
                        {"A1", "Y", "E"},
                        {"A2", "X", "D"},
                        {"A2", "Y", "E"},
                        {"A2", "X", "F"},
                        {"A3", "X", "E"},
                        {"B1", "X", "F"}},
                       {"A4"});
}

}  // namespace

TEST_CASE("coefficients of two sets, worked out by hand", "[comparison][similarity]") {
    const GraphPtr graph = example();
    const Basis basis = by(*graph, {"X", "Y"}, {}, {"A"});
    Rarity rarity(*graph, basis);
    const Similarity both = similarity(components_of(*graph, basis, node(*graph, "A1")),
                                       components_of(*graph, basis, node(*graph, "A2")), rarity);
    CHECK(both.size == 3);
    CHECK(both.other_size == 3);
    CHECK(both.shared == 2);
    CHECK(*both.jaccard() == Approx(2.0 / 4));
    CHECK(*both.overlap() == Approx(2.0 / 3));
    CHECK(*both.cosine() == Approx(2.0 / 3));
    // Of four things one has C, two D, three E, one F.
    const double c = std::log(5), d = std::log(3), e = std::log(1 + 4.0 / 3), f = std::log(5);
    CHECK(*both.weighted() == Approx((d + e) / (c + d + e + f)));
}

TEST_CASE("things without components have no coefficients", "[comparison][similarity]") {
    const GraphPtr graph = example();
    const Basis basis = by(*graph, {"X", "Y"}, {}, {"A"});
    Rarity rarity(*graph, basis);
    const Components none = components_of(*graph, basis, node(*graph, "A4"));
    const Components some = components_of(*graph, basis, node(*graph, "A1"));
    const Similarity nothing = similarity(none, none, rarity);
    CHECK_FALSE(nothing.jaccard().has_value());
    CHECK_FALSE(nothing.weighted().has_value());
    const Similarity half = similarity(none, some, rarity);
    CHECK(half.jaccard() == 0.0);
    CHECK_FALSE(half.overlap().has_value());
    CHECK_FALSE(half.cosine().has_value());
}

TEST_CASE("components are those with a label, where labels are given", "[comparison][similarity]") {
    const GraphPtr graph = example();
    const Basis basis = by(*graph, {"X"}, {"D", "E"}, {"A"});
    CHECK(components_of(*graph, basis, node(*graph, "A1")) == Components{node(*graph, "D"), node(*graph, "E")});
}

TEST_CASE("rarity counts only things to compare among", "[comparison][similarity]") {
    const GraphPtr graph = example();
    const Basis basis = by(*graph, {"X", "Y"}, {}, {"A"});
    CHECK(Rarity(*graph, basis).wholes_of(node(*graph, "F")) == Components{node(*graph, "A2")});
}

TEST_CASE("the most alike come first, with the rarest that they share first", "[comparison][similarity]") {
    const GraphPtr graph = example();
    const Basis basis = by(*graph, {"X", "Y"}, {}, {"A"});
    const auto alike = most_alike(*graph, basis, node(*graph, "A1"), RunLimits());
    REQUIRE(alike);
    REQUIRE(alike.value().size() == 2);
    CHECK(alike.value()[0].thing == node(*graph, "A2"));
    CHECK(alike.value()[0].shared == Components{node(*graph, "D"), node(*graph, "E")});
    CHECK(alike.value()[1].thing == node(*graph, "A3"));
}

TEST_CASE("a thing asked about that is not among those compared has no part in the rarity",
          "[comparison][similarity]") {
    const GraphPtr graph = example();
    const Basis basis = by(*graph, {"X", "Y"}, {}, {"A"});
    const auto alike = most_alike(*graph, basis, node(*graph, "B1"), RunLimits());
    REQUIRE(alike);
    REQUIRE(alike.value().size() == 1);
    CHECK(alike.value()[0].thing == node(*graph, "A2"));
    CHECK(alike.value()[0].similarity.size == 1);
    CHECK(alike.value()[0].similarity.other_size == 3);
}

TEST_CASE("ranking agrees with the definitions on random graphs", "[comparison][similarity]") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        const GraphPtr graph = random_graph(seed, 3 + seed % 9, 4 + seed % 40);
        const auto x = graph->types().find("X"), y = graph->types().find("Y");
        const auto a = graph->labels().find("A");
        if (!x || !y || !a || graph->nodes_with(*a).empty()) continue;
        const Basis basis{{*x, *y}, {}, {*a}};
        const auto has = [&](NodeId thing) {
            std::set<NodeId> out;
            for (EdgeId edge = 0; edge < graph->edge_count(); ++edge) {
                if (graph->ends(edge).source == thing) out.insert(graph->ends(edge).target);
            }
            return out;
        };
        const auto weight = [&](const std::set<NodeId>& components) {
            double sum = 0;
            for (const NodeId component : components) {
                double wholes = 0;
                for (const NodeId thing : graph->nodes_with(*a)) wholes += has(thing).count(component);
                sum += std::log(1 + static_cast<double>(graph->nodes_with(*a).size()) / std::max(1.0, wholes));
            }
            return sum;
        };
        const NodeId thing = graph->nodes_with(*a).front();
        const auto alike = most_alike(*graph, basis, thing, RunLimits());
        REQUIRE(alike);
        std::set<NodeId> ranked;
        double before = 1;
        for (const Alike& each : alike.value()) {
            const std::set<NodeId> own = has(thing), other = has(each.thing);
            std::set<NodeId> shared, either = own;
            either.insert(other.begin(), other.end());
            for (const NodeId component : own) {
                if (other.count(component) > 0) shared.insert(component);
            }
            CAPTURE(seed, each.thing);
            CHECK(each.similarity.shared == shared.size());
            CHECK(each.similarity.size == own.size());
            CHECK(each.similarity.other_size == other.size());
            CHECK(*each.similarity.weighted() == Approx(weight(shared) / weight(either)));
            CHECK(*each.similarity.weighted() <= before + 1e-12);
            before = *each.similarity.weighted();
            CHECK(std::set<NodeId>(each.shared.begin(), each.shared.end()) == shared);
            ranked.insert(each.thing);
        }
        for (const NodeId other : graph->nodes_with(*a)) {
            bool shares = false;
            for (const NodeId component : has(thing)) shares = shares || has(other).count(component) > 0;
            CHECK((ranked.count(other) > 0) == (other != thing && shares));
        }
    }
}
