// Which nodes matter. Tests: tests/suites/algorithms.
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/page_rank.hpp>
#include <cmath>
#include <numeric>

#include "algorithms/distances.h"
#include "algorithms/procedures.h"

namespace confer::algorithms {

namespace {

void put_scores(const GraphCall& calling, const std::vector<double>& scores) {
    for (Vertex vertex = 0; vertex < scores.size(); ++vertex) {
        calling.put(vertex).put_float(scores[vertex]);
        calling.end_row();
    }
}

template <class Graph>
void betweenness_of(const Graph& graph, const Weights& weights, std::vector<double>& scores) {
    if (weights.are_all_one()) {
        boost::brandes_betweenness_centrality(graph, map_of(scores));
    } else {
        boost::brandes_betweenness_centrality(graph,
                                              boost::centrality_map(map_of(scores)).weight_map(WeightMap{&weights}));
    }
}

// How near the vertex is to those that it reaches, times the share of all others that it reaches.
double closeness_from(const std::vector<double>& distances) {
    double sum = 0, reached = -1;  // itself
    for (const double distance : distances) {
        if (distance == unreached) continue;
        sum += distance;
        ++reached;
    }
    const double others = static_cast<double>(distances.size()) - 1;
    return sum > 0 ? reached / sum * (reached / others) : 0;
}

template <class Graph>
void closeness_of(const Graph& graph, const Weights& weights, std::vector<double>& scores) {
    std::vector<double> distances;
    for (Vertex vertex = 0; vertex < scores.size(); ++vertex) {
        distances_from(graph, vertex, weights, distances, nullptr);
        scores[vertex] = closeness_from(distances);
    }
}

// Ends the iteration when it changes next to nothing, or has lasted too long.
class Settled {
public:
    Settled(const GraphCall& calling, double tolerance, double iterations)
        : before_(calling.array(calling.node_count(), 0.0)), tolerance_(tolerance), left_(iterations) {}

    template <class Ranks, class Graph>
    bool operator()(const Ranks& ranks, const Graph& graph) {
        double change = 0, sum = 0;
        for (Vertex vertex = 0; vertex < num_vertices(graph); ++vertex) {
            const double rank = get(ranks, vertex);
            change += std::abs(rank - before_[vertex]);
            sum += rank;
            before_[vertex] = rank;
        }
        return change <= tolerance_ * sum || left_-- < 1;
    }

private:
    std::vector<double> before_;
    double tolerance_, left_;
};

}  // namespace

void betweenness(const confer_host_v1* host, confer_call* call) {
    const GraphCall calling(host, call, 0, {"weight", "undirected"});
    const Weights weights = calling.weights(0, true);
    std::vector<double> scores = calling.array(calling.node_count(), 0.0);
    if (calling.flag("undirected")) {
        betweenness_of(calling.both_ways(), weights, scores);
    } else {
        betweenness_of(calling.along(), weights, scores);
    }
    put_scores(calling, scores);
}

void closeness(const confer_host_v1* host, confer_call* call) {
    const GraphCall calling(host, call, 0, {"weight", "undirected"});
    const Weights weights = calling.weights(0, false);
    std::vector<double> scores = calling.array(calling.node_count(), 0.0);
    if (calling.flag("undirected")) {
        closeness_of(calling.both_ways(), weights, scores);
    } else {
        closeness_of(calling.along(), weights, scores);
    }
    put_scores(calling, scores);
}

void page_rank(const confer_host_v1* host, confer_call* call) {
    const GraphCall calling(host, call, 0, {"damping", "iterations", "tolerance"});
    const double damping = calling.number("damping", 0.85), iterations = calling.number("iterations", 100);
    if (!(damping >= 0 && damping < 1)) calling.reject("takes a damping from 0 to below 1", "0.85 is usual");
    if (!(iterations >= 1)) calling.reject("takes at least one iteration", "100 are usual");
    if (calling.node_count() == 0) return;
    std::vector<double> ranks = calling.array(calling.node_count(), 0.0);
    std::vector<double> next = calling.array(calling.node_count(), 0.0);
    boost::graph::page_rank(calling.along(), map_of(ranks),
                            Settled(calling, calling.number("tolerance", 1e-9), iterations), damping,
                            static_cast<Vertex>(calling.node_count()), map_of(next));
    // Boost lets go what dead ends hold. Given back to all nodes alike, it would raise all ranks by the same factor.
    const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
    for (double& rank : ranks) rank /= sum;
    put_scores(calling, ranks);
}

}  // namespace confer::algorithms
