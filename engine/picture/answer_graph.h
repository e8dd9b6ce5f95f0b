#pragma once
// AnswerGraph: the nodes and relationships that an answer's rows hold or rest on, as something to draw.
//
// Rows hold what their values are made of, at any depth: nodes, relationships with both ends, paths, and these in lists
// and maps. They rest on their evidence (session/answer.h): the relationships and nodes that their citations come from,
// which is what the rows of questions, made of names, are drawn by. Evidence is only there where the statement was run
// with sources.
//
// Shapes     nodes and relationships in the order in which the rows first have them, what a row holds before what it
//            rests on; each once. `start` and `end` are places in `nodes`.
// Ownership  texts of its own, so it outlives the answer; `node` and `edge` mean something in the answer's graph only.
// Threads    a plain value; collect_graph() is safe from any number of threads.
// Cost       linear in what the rows hold and rest on, whatever the limits are.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "session/answer.h"

namespace confer::engine::picture {

struct ShownNode {
    NodeId node = no_id;
    std::string id;    // its `id`; of a node without one, or with one that another here has, "#" and its number
    std::string name;  // what a person would call it
    std::vector<std::string> labels;
    bool held = false;  // by the rows themselves; else they only rest on it
};

struct ShownRelationship {
    EdgeId edge = no_id;
    std::string type;                  // "USES"
    std::string verb;                  // "uses": the schema's, from start to end; else the type in lower case
    std::uint32_t start = 0, end = 0;  // in nodes
    std::vector<std::string> sources;  // ids, as its property `sources` lists them
    bool component = false;            // as the schema says of its type: the end is a component of the start
    bool denies = false;               // it says that the start does without the end, or should not serve it
    bool lineage = false;              // the start descends from the end
};

struct AnswerGraph {
    std::vector<ShownNode> nodes;
    std::vector<ShownRelationship> relationships;
    std::size_t all_nodes = 0, all_relationships = 0;  // how many there are, those left out included

    bool empty() const { return nodes.empty(); }
    bool is_cut() const { return nodes.size() < all_nodes || relationships.size() < all_relationships; }
    // "60 of 412 nodes and 80 of 2103 relationships are shown; …", for people; empty when nothing was left out.
    std::string notice() const;
};

struct GraphLimits {
    std::size_t nodes = 1000;
    std::size_t relationships = 4000;
};

// The first nodes that fit, and the first relationships between them. Elements that the statement deleted are no part
// of the graph any more, and left out.
AnswerGraph collect_graph(const Answer& answer, const GraphLimits& limits = {});

}  // namespace confer::engine::picture
