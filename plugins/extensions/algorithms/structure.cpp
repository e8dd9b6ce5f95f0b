// How a graph hangs together. Tests: tests/suites/algorithms.
#include <algorithm>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include "algorithms/distances.h"
#include "algorithms/procedures.h"

namespace confer::algorithms {

namespace {

// Components are numbered anew, from 0 in the order of their first nodes.
void put_components(const GraphCall& calling, const std::vector<Vertex>& component_of) {
    std::vector<Vertex> numbers = calling.array<Vertex>(component_of.size(), CONFER_NOWHERE);
    Vertex next = 0;
    for (Vertex vertex = 0; vertex < component_of.size(); ++vertex) {
        Vertex& number = numbers[component_of[vertex]];
        if (number == CONFER_NOWHERE) number = next++;
        calling.put(vertex).put_integer(number);
        calling.end_row();
    }
}

// A number for each relationship, as Boost.Graph writes it.
struct EdgeNumbers {
    using key_type = Edge;
    using value_type = std::uint32_t;
    using reference = std::uint32_t&;
    using category = boost::lvalue_property_map_tag;

    std::vector<std::uint32_t>* numbers;
    std::uint32_t& operator[](const Edge& edge) const { return (*numbers)[edge.relationship]; }
    friend void put(const EdgeNumbers& map, const Edge& edge, std::size_t number) {
        map[edge] = static_cast<std::uint32_t>(number);
    }
};

std::size_t count_between(const UndirectedGraph& graph, Vertex one, Vertex other) {
    const auto [begin, end] = out_edges(one, graph);
    return static_cast<std::size_t>(std::count_if(begin, end, [&](const Edge& edge) { return edge.target == other; }));
}

}  // namespace

void components(const confer_host_v1* host, confer_call* call) {
    const GraphCall calling(host, call, 0, {});
    std::vector<Vertex> component_of = calling.array<Vertex>(calling.node_count(), 0);
    const UndirectedGraph graph = calling.both_ways();
    boost::connected_components(graph, map_of(component_of));
    put_components(calling, component_of);
}

void strong_components(const confer_host_v1* host, confer_call* call) {
    const GraphCall calling(host, call, 0, {});
    std::vector<Vertex> component_of = calling.array<Vertex>(calling.node_count(), 0);
    const DirectedGraph graph = calling.along();
    boost::strong_components(graph, map_of(component_of));
    put_components(calling, component_of);
}

void core_numbers(const confer_host_v1* host, confer_call* call) {
    const GraphCall calling(host, call, 0, {});
    std::vector<std::size_t> cores = calling.array<std::size_t>(calling.node_count(), 0);
    const UndirectedGraph graph = calling.both_ways();
    if (!cores.empty()) boost::core_numbers(graph, map_of(cores));
    for (Vertex vertex = 0; vertex < cores.size(); ++vertex) {
        calling.put(vertex).put_integer(static_cast<std::int64_t>(cores[vertex]));
        calling.end_row();
    }
}

void topological_order(const confer_host_v1* host, confer_call* call) {
    const GraphCall calling(host, call, 0, {});
    const DirectedGraph graph = calling.along();
    std::vector<Vertex> order;
    calling.charge(calling.node_count() * sizeof(Vertex));
    try {
        boost::topological_sort(graph, std::back_inserter(order));
    } catch (const boost::not_a_dag&) {
        calling.reject("finds no order: some relationships lead in a circle",
                       "`graph.strongComponents` shows which nodes lie on circles");
    }
    for (std::size_t position = 0; position < order.size(); ++position) {
        calling.put(order[order.size() - 1 - position]).put_integer(static_cast<std::int64_t>(position));
        calling.end_row();
    }
}

// A bridge is a biconnected component of its own: one relationship, with none beside it.
void bridges(const confer_host_v1* host, confer_call* call) {
    const GraphCall calling(host, call, 0, {});
    const UndirectedGraph graph = calling.both_ways();
    std::vector<std::uint32_t> component_of =
        calling.array<std::uint32_t>(calling.relationship_limit(), CONFER_NOWHERE);
    const std::size_t count = boost::biconnected_components(graph, EdgeNumbers{&component_of});
    std::vector<std::uint32_t> size = calling.array<std::uint32_t>(count, 0);
    for (const std::uint32_t component : component_of) {
        if (component != CONFER_NOWHERE) ++size[component];
    }
    const DirectedGraph along = calling.along();
    for (auto [at, end] = edges(along); at != end; ++at) {
        const Edge edge = *at;
        const std::uint32_t component = component_of[edge.relationship];
        if (component == CONFER_NOWHERE || size[component] != 1) continue;
        if (count_between(graph, edge.source, edge.target) != 1) continue;
        calling.put(edge);
        calling.end_row();
    }
}

void articulation_points(const confer_host_v1* host, confer_call* call) {
    const GraphCall calling(host, call, 0, {});
    const UndirectedGraph graph = calling.both_ways();
    std::vector<Vertex> points;
    boost::articulation_points(graph, std::back_inserter(points));
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    for (const Vertex point : points) {
        calling.put(point);
        calling.end_row();
    }
}

}  // namespace confer::algorithms
