#pragma once
// FileIds: the ids by which files know a graph's nodes.
//
// Threads    reads the graph only.
// Cost       O(1) for each node.
#include <string>

#include "base/result.h"
#include "graph/property_graph.h"

namespace confer::engine::load {

class FileIds {
public:
    explicit FileIds(const PropertyGraph& graph);

    // Errors: cannot_write, when an `id` is no string, is empty, or is that of another node, too.
    Result<void> check() const;

    // The id that the node has; else `node-7`, or `node-7-2` where that is taken.
    std::string of(NodeId node) const;

private:
    const PropertyGraph& graph_;
    const PropertyColumn* ids_ = nullptr;
};

}  // namespace confer::engine::load
