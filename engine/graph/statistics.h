#pragma once
// Statistics: facts about a snapshot that hold without exception, each found out when it is first asked for.
//
// Ownership  belongs to its graph and refers to it.
// Threads    safe from any number of threads; who asks first waits for the count.
// Cost       a type: one pass over its relationships, once; id_ranks(): sorting all ids, once. After that O(1).
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "graph/symbols.h"
#include "graph/topology.h"

namespace confer::engine {

class PropertyGraph;

class Statistics {
public:
    explicit Statistics(const PropertyGraph& graph);
    ~Statistics();

    // Whether two relationships of the type lead from the same node to the same node.
    bool has_parallel(TypeId type) const { return of(type).parallel; }
    // Relationships of the type that lead, followed in this direction, to a node with the label.
    std::uint32_t reaching(TypeId type, Direction direction, LabelId label) const {
        return of(type).reaching[direction == Direction::outgoing ? 0 : 1][label];
    }
    // Whether following the type in this direction always leads to a node with the label.
    bool always_reaches(TypeId type, Direction direction, LabelId label) const;

    // By node: its place among all texts that are some node's `id`, in ascending order (equal texts share one); no_id
    // for nodes whose `id` is not a text. Empty when a node has something else than a text as `id`.
    std::span<const std::uint32_t> id_ranks() const;
    // Whether every node has an `id`, a text that no other node has.
    bool ids_are_keys() const;

private:
    struct OfType {
        std::once_flag once;
        bool parallel = false;
        std::vector<std::uint32_t> reaching[2];  // by direction, then label
    };
    const OfType& of(TypeId type) const;
    void count(TypeId type, OfType& counts) const;
    void rank_ids() const;

    const PropertyGraph* graph_;
    std::unique_ptr<OfType[]> types_;
    mutable std::once_flag ranked_;
    mutable std::vector<std::uint32_t> id_ranks_;
};

}  // namespace confer::engine
