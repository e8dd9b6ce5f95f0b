#pragma once
// MergeMatcher: finds the walks in a graph that is being edited which a MERGE would otherwise make.
//
// Without a node that is given, the search begins with the nodes that have the labels and properties of one that is
// drawn. For more than a few rows these are found in a hash index, which the clause keeps up to date as it writes.
//
// Threads    one thread.
// Cost       a row: its candidates and their relationships; building the index: the nodes of the rarest label.
#include <unordered_map>

#include "exec/update/drawn_internal.h"

namespace confer::engine::exec {

struct MergeMatch {
    std::vector<NodeId> nodes;  // by node and relationship of the drawing
    std::vector<EdgeId> edges;
};

class MergeMatcher {
public:
    // `walk`: the drawing's nodes in the path's order. Refers to `drawn` and `edit`. `rows`: how many will be asked
    // for.
    MergeMatcher(const Drawn& drawn, std::vector<std::size_t> walk, const GraphEdit& edit, std::size_t rows);

    // `bound`: the given nodes, others no_id; `wanted`: values of each node's, then each relationship's properties.
    std::vector<MergeMatch> find(const std::vector<NodeId>& bound, const std::vector<std::vector<Value>>& wanted);

    // The node is new, or its labels or properties are others.
    void note(NodeId node);

private:
    struct Search {
        const std::vector<std::vector<Value>>& wanted;
        MergeMatch match;
        std::vector<MergeMatch> found;
    };
    void extend(Search& search, std::size_t left, std::size_t right) const;
    void follow(Search& search, std::size_t relationship, std::size_t from, std::size_t to, std::size_t left,
                std::size_t right) const;
    void follow_one(Search& search, std::size_t relationship, Direction direction, std::size_t from, std::size_t to,
                    std::size_t left, std::size_t right) const;
    bool fits(std::size_t drawn_node, NodeId node, const std::vector<Value>& wanted) const;
    bool fits_relationship(std::size_t relationship, EdgeId edge, const Search& search) const;
    std::size_t start() const;
    std::span<const NodeId> by_label(std::size_t drawn_node);
    void build_index();
    std::optional<std::size_t> key_of(NodeId node) const;

    const Drawn& drawn_;
    std::vector<std::size_t> walk_;
    const GraphEdit& edit_;
    bool uses_index_, has_index_ = false;
    std::size_t start_ = 0;                                       // position in walk_ when nothing is given
    std::unordered_map<std::size_t, std::vector<NodeId>> index_;  // by the hash of the start's values
    std::vector<NodeId> all_;
};

}  // namespace confer::engine::exec
