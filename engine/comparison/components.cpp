// Test: tests/suites/comparison/components_test.cpp.
#include "comparison/components.h"

#include <algorithm>

namespace confer::engine::comparison {

Components components_of(const PropertyGraph& graph, const Basis& basis, NodeId thing) {
    Components out;
    for (const TypeId type : basis.types) {
        const Neighbours others = graph.topology().adjacency(type, Direction::outgoing)[thing];
        for (std::size_t i = 0; i < others.size(); ++i) {
            const NodeId other = others.nodes[i];
            const bool fits = basis.labels.empty() || std::ranges::any_of(basis.labels, [&](LabelId label) {
                                  return graph.has_label(other, label);
                              });
            if (fits && (basis.counted == nullptr || basis.counted->contains(others.edges[i]))) out.push_back(other);
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace confer::engine::comparison
