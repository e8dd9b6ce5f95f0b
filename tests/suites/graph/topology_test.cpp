#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <tuple>
#include <vector>

#include "graph/topology.h"

using namespace confer::engine;

namespace {

std::vector<NodeId> listed(std::span<const NodeId> nodes) {
    return {nodes.begin(), nodes.end()};
}

}  // namespace

TEST_CASE("an empty topology has no nodes and no relationships", "[graph][topology]") {
    const Topology empty;
    CHECK(empty.node_count() == 0);
    CHECK(empty.edge_count() == 0);
    CHECK(empty.type_count() == 0);
}

TEST_CASE("relationships are numbered by type, then source, then target", "[graph][topology]") {
    std::vector<std::uint32_t> order;
    const Topology topology(4, 2, {{2, 1}, {0, 3}, {0, 1}, {3, 0}, {0, 2}}, {0, 0, 0, 1, 1}, order);

    CHECK(order == std::vector<std::uint32_t>{2, 1, 0, 4, 3});
    CHECK(topology.first_edge(0) == 0);
    CHECK(topology.first_edge(1) == 3);
    CHECK(topology.first_edge(2) == 5);
    CHECK(topology.ends(0).target == 1);
    CHECK(topology.ends(1).target == 3);
    CHECK(topology.type_of(2) == 0);
    CHECK(topology.type_of(3) == 1);
}

TEST_CASE("neighbours are sorted in both directions", "[graph][topology]") {
    std::vector<std::uint32_t> order;
    const Topology topology(4, 1, {{2, 1}, {0, 3}, {0, 1}, {3, 1}, {0, 2}}, {0, 0, 0, 0, 0}, order);

    CHECK(listed(topology.adjacency(0, Direction::outgoing)[0].nodes) == std::vector<NodeId>{1, 2, 3});
    CHECK(listed(topology.adjacency(0, Direction::incoming)[1].nodes) == std::vector<NodeId>{0, 2, 3});
    CHECK(topology.adjacency(0, Direction::outgoing)[1].empty());
    CHECK(topology.adjacency(0, Direction::incoming)[0].empty());
}

TEST_CASE("parallel relationships keep the order in which they were added", "[graph][topology]") {
    std::vector<std::uint32_t> order;
    const Topology topology(2, 1, {{0, 1}, {1, 0}, {0, 1}, {0, 1}}, {0, 0, 0, 0}, order);

    CHECK(order == std::vector<std::uint32_t>{0, 2, 3, 1});
    CHECK(topology.adjacency(0, Direction::outgoing)[0].size() == 3);
    CHECK(listed(topology.adjacency(0, Direction::incoming)[1].edges) == std::vector<EdgeId>{0, 1, 2});
}

TEST_CASE("a type without relationships lies between others without harm", "[graph][topology]") {
    std::vector<std::uint32_t> order;
    const Topology topology(3, 4, {{0, 1}, {1, 2}}, {1, 3}, order);

    CHECK(topology.type_of(0) == 1);
    CHECK(topology.type_of(1) == 3);
    CHECK(topology.adjacency(0, Direction::outgoing)[0].empty());
    CHECK(topology.adjacency(2, Direction::incoming)[2].empty());
    CHECK(topology.adjacency(1, Direction::outgoing).degree(0) == 1);
}

TEST_CASE("nodes outside a type's range have no neighbours", "[graph][topology]") {
    std::vector<std::uint32_t> order;
    const Topology topology(100, 1, {{40, 41}, {42, 43}}, {0, 0}, order);
    const Adjacency& out = topology.adjacency(0, Direction::outgoing);

    CHECK(out.first_node() == 40);
    CHECK(out.end_node() == 43);
    CHECK(out[0].empty());
    CHECK(out[41].empty());
    CHECK(out[99].empty());
    CHECK(out.degree(99) == 0);
}

TEST_CASE("a topology agrees with sorting the relationships by hand", "[graph][topology][random]") {
    std::mt19937 random(7);
    for (int round = 0; round < 50; ++round) {
        const NodeId nodes = 1 + random() % 30;
        const std::size_t types = 1 + random() % 4;
        std::vector<EdgeEnds> ends(random() % 200);
        std::vector<TypeId> type_of(ends.size());
        for (std::size_t i = 0; i < ends.size(); ++i) {
            ends[i] = {static_cast<NodeId>(random() % nodes), static_cast<NodeId>(random() % nodes)};
            type_of[i] = static_cast<TypeId>(random() % types);
        }
        std::vector<std::uint32_t> expected(ends.size());
        for (std::uint32_t i = 0; i < expected.size(); ++i) expected[i] = i;
        std::ranges::stable_sort(
            expected, {}, [&](std::uint32_t i) { return std::tuple(type_of[i], ends[i].source, ends[i].target); });

        std::vector<std::uint32_t> order;
        const Topology topology(nodes, types, ends, type_of, order);
        REQUIRE(order == expected);
        std::size_t incoming = 0;
        for (EdgeId edge = 0; edge < topology.edge_count(); ++edge) {
            CHECK(topology.type_of(edge) == type_of[order[edge]]);
            CHECK(topology.ends(edge).source == ends[order[edge]].source);
            CHECK(topology.ends(edge).target == ends[order[edge]].target);
        }
        for (TypeId type = 0; type < types; ++type) {
            for (NodeId node = 0; node < nodes; ++node) {
                const Neighbours in = topology.adjacency(type, Direction::incoming)[node];
                incoming += in.size();
                for (std::size_t i = 0; i < in.size(); ++i) {
                    CHECK(topology.ends(in.edges[i]).target == node);
                    CHECK(topology.ends(in.edges[i]).source == in.nodes[i]);
                    if (i > 0)
                        CHECK(std::tuple(in.nodes[i - 1], in.edges[i - 1]) < std::tuple(in.nodes[i], in.edges[i]));
                }
            }
        }
        CHECK(incoming == ends.size());
    }
}
