#pragma once
// order_joins: in which order to follow the relationships of one connected pattern.
//
// Only left-deep orders: every step follows one relationship from a node that is bound already. A step costs the
// rows that it touches plus the rows that it gives.
//
// Cost       dynamic programming over sets of relationships up to `exhaustive_joins`, O(2^n n); greedy beyond, O(n^2).
// Source     Selinger et al., "Access path selection in a relational database management system", SIGMOD 1979.
#include <cstddef>
#include <vector>

namespace confer::engine::plan {

inline constexpr std::size_t exhaustive_joins = 10;
inline constexpr std::size_t no_vertex = static_cast<std::size_t>(-1);

// Of an intersection of two lists, besides reading the shorter one; in nodes read.
inline constexpr double intersection_cost = 8;

struct JoinGraph {
    struct Vertex {
        bool bound = false;     // every input row has it
        double candidates = 1;  // nodes that carry its labels
        double rows = 1;        // those that meet its conditions too; 1 when bound
        double start_cost = 1;  // of finding them without any other vertex
    };
    struct Edge {
        std::size_t a, b;
        // Pairs (a, b) that it joins, out of candidates(a) x candidates(b).
        double pairs = 0;
        // What is looked at on the way: to find all pairs, and to check one; where that is more than the pairs.
        double work = 0, check = 0;
        // Its own ends tell nothing: the relationship comes from outside, and gives both.
        bool bound = false;
    };
    std::vector<Vertex> vertices;
    std::vector<Edge> edges;  // connected, and at least one vertex
};

struct JoinOrder {
    struct Step {
        std::size_t edge;
        bool from_a;  // followed from a to b
        double rows;  // after this step, for each input row
    };
    std::size_t start = no_vertex;  // no_vertex: something was bound
    std::vector<Step> steps;        // all edges
};

JoinOrder order_joins(const JoinGraph& graph);

}  // namespace confer::engine::plan
