#pragma once
// Sketch: a small graph as the oracle makes it up and takes it apart again: what its graph JSON says.
//
// Shapes     every node has an id of its own; an edge names its ends by their place in `nodes`. Values of properties
//            are written as JSON.
#include <map>
#include <string>
#include <vector>

#include "graph/property_graph.h"
#include "random.h"

namespace confer::oracle {

struct Sketch {
    using Properties = std::map<std::string, std::string>;
    struct Node {
        std::string id;
        std::vector<std::string> labels;
        Properties properties;
    };
    struct Edge {
        std::size_t from, to;
        std::string type;
        Properties properties;
    };
    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

// Up to 8 nodes labelled A, B, C, or several of these, and up to 14 edges of the types R, S, T, with parallel ones and
// loops. Properties: `k`, a small integer; `s`, a text; `v`, anything; each may be missing. `w` is the edges' `k`.
Sketch random_sketch(Random& random);

std::string to_json(const Sketch& sketch);
engine::GraphPtr build(const Sketch& sketch);

}  // namespace confer::oracle
