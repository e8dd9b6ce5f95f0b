#pragma once
// coverage: for what sources were looked through, node by node and group by group.
//
// A node's `coverage` lists the relationship types for which somebody went through a source about it. The types that
// count are its label's components and what it is for.
//
// Threads    safe from any number of threads at once.
// Cost       linear in the nodes whose label declares `coverage` and their relationships.
#include <string>
#include <vector>

#include "graph/property_graph.h"

namespace confer::engine::check {

struct CoverageOfNode {
    NodeId node = no_id;
    std::vector<NodeId> groups;
    std::vector<bool> covers;       // by Coverage::types
    std::size_t covered = 0;        // component types that are covered
    std::size_t coverable = 0;      // component types that there are
    std::size_t relationships = 0;  // that go out of it
    std::size_t weak = 0;           // of them: all sources are of low quality
    std::size_t mentions = 0;       // relationships that come from others of its label
};

struct CoverageOfGroup {
    NodeId group = no_id;  // no_id: those without a group
    std::size_t members = 0;
    std::vector<std::size_t> covered;  // members, by Coverage::types
    std::size_t relationships = 0, weak = 0;
};

struct Coverage {
    std::vector<const RelationshipSchema*> types;  // components first
    std::vector<CoverageOfNode> nodes;             // by title
    std::vector<CoverageOfGroup> groups;           // by members, most first; those without a group last

    // The nodes most worth adding to: the least covered of those that others speak of most, by
    // mentions x types that are not covered; at most so many, and none that nobody mentions.
    std::vector<const CoverageOfNode*> worth_adding_to(std::size_t most) const;
};

Coverage coverage(const PropertyGraph& graph);

}  // namespace confer::engine::check
