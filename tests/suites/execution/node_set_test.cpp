#include "exec/ops/node_set.h"

#include <catch2/catch.hpp>
#include <random>
#include <set>

using confer::engine::NodeId;
using confer::engine::exec::NodeSet;

TEST_CASE("a set has the nodes that were put into it", "[exec]") {
    constexpr NodeId all = 20'000;  // several pages
    NodeSet nodes(all);
    for (const NodeId most : {all, NodeId{5}, all}) {
        nodes.clear();
        std::set<NodeId> known;
        std::mt19937 random(most);
        for (int i = 0; i < 3000; ++i) {
            const NodeId node = static_cast<NodeId>(random()) % most;
            REQUIRE(nodes.insert(node) == known.insert(node).second);
        }
        for (NodeId node = 0; node < all; ++node) REQUIRE(nodes.contains(node) == known.contains(node));
    }
}
