#pragma once
// components: what a thing is made of, as comparisons see it.
//
// Threads    pure functions on a snapshot.
#include <vector>

#include "comparison/roles.h"

namespace confer::engine::comparison {

// What things are compared by.
struct Basis {
    std::vector<TypeId> types;    // relationship types, from a thing to its components
    std::vector<LabelId> labels;  // of the components that count; none: any
    const Counted* counted = nullptr;
};

using Components = std::vector<NodeId>;  // ascending, each once
Components components_of(const PropertyGraph& graph, const Basis& basis, NodeId thing);

}  // namespace confer::engine::comparison
