#pragma once
// Names: texts that stand for the nodes and relationships of a world, so that values of two worlds can be compared.
//
// Source     colour refinement: Weisfeiler, Leman, "The reduction of a graph to canonical form", 1968. Nodes that it
//            can't tell apart get one name, so that a few differences stay unseen, and nothing is called different
//            that isn't.
#include <string>
#include <vector>

#include "naive.h"

namespace confer::oracle {

struct Names {
    std::vector<std::string> nodes, edges;  // by number; past the end: deleted

    std::string of(engine::NodeId node) const { return node < nodes.size() ? nodes[node] : "(deleted)"; }
    std::string of_edge(engine::EdgeId edge) const { return edge < edges.size() ? edges[edge] : "[deleted]"; }
};

// By number: for worlds that nobody changed.
Names by_number(const World& world);
// By what they hold and what is around them: for worlds that were changed, where numbers differ.
Names by_content(const World& world);

// All that is in a world, in an order of its own.
std::string to_text(const World& world);

}  // namespace confer::oracle
