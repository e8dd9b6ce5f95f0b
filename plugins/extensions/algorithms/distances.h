#pragma once
// distances_from: how far every vertex is from one.
//
// Cost       O(V + E) where each relationship counts 1, else O((V + E) log V).
// Source     breadth-first search; Dijkstra, "A note on two problems in connexion with graphs", 1959.
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <limits>

#include "algorithms/graph_call.h"

namespace confer::algorithms {

inline constexpr double unreached = std::numeric_limits<double>::infinity();

// Weights as Boost.Graph reads them.
struct WeightMap {
    using key_type = Edge;
    using value_type = double;
    using reference = double;
    using category = boost::readable_property_map_tag;

    const Weights* weights;
    friend double get(const WeightMap& map, const Edge& edge) {
        return map.weights->are_all_one() ? 1 : map.weights->numbers[edge.relationship];
    }
};

template <class T>
auto map_of(std::vector<T>& values) {
    return boost::make_iterator_property_map(values.begin(), boost::typed_identity_property_map<Vertex>());
}

// `distances`, and unless nullptr `before`, the vertex before each on a shortest path, one for each vertex.
template <class Graph>
void distances_from(const Graph& graph, Vertex from, const Weights& weights, std::vector<double>& distances,
                    std::vector<Vertex>* before) {
    std::vector<Vertex> unread;
    std::vector<Vertex>& tree = before != nullptr ? *before : unread;
    tree.resize(num_vertices(graph));
    for (Vertex vertex = 0; vertex < num_vertices(graph); ++vertex) tree[vertex] = vertex;
    distances.assign(num_vertices(graph), unreached);
    distances[from] = 0;
    if (weights.are_all_one()) {
        boost::breadth_first_search(graph, from,
                                    boost::visitor(boost::make_bfs_visitor(
                                        std::pair(boost::record_distances(map_of(distances), boost::on_tree_edge()),
                                                  boost::record_predecessors(map_of(tree), boost::on_tree_edge())))));
    } else {
        boost::dijkstra_shortest_paths(graph, from,
                                       boost::weight_map(WeightMap{&weights})
                                           .distance_map(map_of(distances))
                                           .predecessor_map(map_of(tree))
                                           .distance_inf(unreached));
    }
}

}  // namespace confer::algorithms
