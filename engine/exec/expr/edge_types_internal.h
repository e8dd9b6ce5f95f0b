#pragma once
// EdgeTypes: the types of many relationships, one after the other; remembers the range of ids of the last type,
// as neighbouring rows mostly share it.
//
// Threads    one thread.
// Cost       two comparisons, or O(log types) where the type changes.
#include "graph/topology.h"

namespace confer::engine::exec {

class EdgeTypes {
public:
    explicit EdgeTypes(const Topology& topology) : topology_(topology) {}

    // REQUIRES: edge < edge_count().
    TypeId type_of(EdgeId edge) {
        if (edge < first_ || edge >= end_) {
            type_ = topology_.type_of(edge);
            first_ = topology_.first_edge(type_);
            end_ = topology_.first_edge(type_ + std::size_t{1});
        }
        return type_;
    }
    // The first id of the type found last.
    EdgeId first_edge() const { return first_; }

private:
    const Topology& topology_;
    TypeId type_ = 0;
    EdgeId first_ = 0, end_ = 0;
};

}  // namespace confer::engine::exec
