// Shortest paths and spanning trees. Tests: tests/suites/algorithms.
#include <algorithm>
#include <boost/graph/kruskal_min_spanning_tree.hpp>

#include "algorithms/distances.h"
#include "algorithms/procedures.h"

namespace confer::algorithms {

namespace {

// The nodes from the beginning to `last`. REQUIRES: it was reached.
void put_path(const GraphCall& calling, const std::vector<Vertex>& before, Vertex last) {
    std::vector<Vertex> path{last};
    while (before[path.back()] != path.back()) path.push_back(before[path.back()]);
    (void)calling.host().begin_list(calling.call());
    for (auto vertex = path.rbegin(); vertex != path.rend(); ++vertex) calling.put(*vertex);
    (void)calling.host().end_list(calling.call());
}

}  // namespace

void shortest_paths(const confer_host_v1* host, confer_call* call) {
    const GraphCall calling(host, call, 1, {"to", "weight", "undirected"});
    const Vertex from = calling.vertex(host->argument(call, 0), "from");
    const confer_value* const to = calling.option("to");
    const Weights weights = calling.weights(0, false);
    std::vector<double> distances = calling.array(calling.node_count(), unreached);
    std::vector<Vertex> before = calling.array<Vertex>(calling.node_count(), 0);
    if (calling.flag("undirected")) {
        distances_from(calling.both_ways(), from, weights, distances, &before);
    } else {
        distances_from(calling.along(), from, weights, distances, &before);
    }
    const auto put = [&](Vertex vertex) {
        if (distances[vertex] == unreached) return;
        calling.put(vertex).put_float(distances[vertex]);
        put_path(calling, before, vertex);
        calling.end_row();
    };
    if (host->kind(call, to) != CONFER_NULL) return put(calling.vertex(to, "to"));
    for (Vertex vertex = 0; vertex < distances.size(); ++vertex) put(vertex);
}

void spanning_tree(const confer_host_v1* host, confer_call* call) {
    const GraphCall calling(host, call, 0, {"weight"});
    const Weights weights = calling.weights(-unreached, false);
    const DirectedGraph graph = calling.along();  // Kruskal's algorithm looks at edges, and not which way they lead
    const WeightMap weight{&weights};
    calling.charge(num_edges(graph) * sizeof(Edge));
    std::vector<Edge> tree;
    boost::kruskal_minimum_spanning_tree(graph, std::back_inserter(tree), boost::weight_map(weight));
    for (const Edge& edge : tree) {
        calling.put(edge).put_float(get(weight, edge));
        calling.end_row();
    }
}

}  // namespace confer::algorithms
