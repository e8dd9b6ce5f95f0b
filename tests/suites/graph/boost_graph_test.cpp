#include "graph/boost_graph.h"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <catch2/catch.hpp>
#include <limits>
#include <map>
#include <queue>
#include <set>
#include <vector>

#include "support/small_graph.h"

using namespace confer::engine;

namespace {

template <class G>
struct ModelsAllConcepts {
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, NodeId, boost::vertex_index_t>));
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, GraphEdge, boost::edge_index_t>));
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<EdgeWeightMap, GraphEdge>));
    static constexpr bool value = true;
};
static_assert(ModelsAllConcepts<PropertyGraph>::value);
static_assert(ModelsAllConcepts<GraphView>::value);
static_assert(ModelsAllConcepts<UndirectedView>::value);

// By vertex index; the graph's own vectors go straight into Boost's algorithms.
template <class T, class G>
auto by_index(std::vector<T>& values, const G& graph) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

template <class G>
std::vector<int> hops(const G& graph, NodeId from) {
    std::vector<int> hops(num_vertices(graph), -1);
    hops[get(boost::vertex_index, graph, from)] = 0;
    boost::breadth_first_search(
        graph, from,
        boost::visitor(boost::make_bfs_visitor(boost::record_distances(by_index(hops, graph), boost::on_tree_edge()))));
    return hops;
}

template <class G>
std::vector<int> components(const G& graph) {
    std::vector<int> component(num_vertices(graph));
    boost::connected_components(graph, by_index(component, graph));
    return component;
}

template <class G>
std::vector<double> distances(const G& graph, const PropertyGraph& whole, NodeId from) {
    std::vector<double> distance(num_vertices(graph));
    boost::dijkstra_shortest_paths(graph, from,
                                   boost::distance_map(by_index(distance, graph))
                                       .weight_map(EdgeWeightMap(whole, *whole.keys().find("weight")))
                                       .distance_inf(std::numeric_limits<double>::infinity()));
    return distance;
}

template <class G>
std::vector<double> betweenness(const G& graph) {
    std::vector<double> centrality(num_vertices(graph));
    boost::brandes_betweenness_centrality(graph, by_index(centrality, graph));
    return centrality;
}

// ---- the same answers from a plain list of edges

struct Plain {
    struct Step {
        std::size_t to;
        double weight;
    };
    std::vector<std::vector<Step>> steps;  // by index

    template <class G>
    explicit Plain(const G& graph, const PropertyGraph& whole, bool undirected) : steps(num_vertices(graph)) {
        const KeyId weight = *whole.keys().find("weight");
        const auto [begin, end] = edges(graph);
        for (auto at = begin; at != end; ++at) {
            const std::size_t from = get(boost::vertex_index, graph, whole.ends((*at).id).source);
            const std::size_t to = get(boost::vertex_index, graph, whole.ends((*at).id).target);
            const double w = whole.edge_property((*at).id, weight).as_number();
            steps[from].push_back({to, w});
            if (undirected) steps[to].push_back({from, w});
        }
    }

    std::vector<int> hops(std::size_t from) const {
        std::vector<int> hops(steps.size(), -1);
        std::queue<std::size_t> queue({from});
        hops[from] = 0;
        for (; !queue.empty(); queue.pop()) {
            for (const Step& step : steps[queue.front()]) {
                if (hops[step.to] != -1) continue;
                hops[step.to] = hops[queue.front()] + 1;
                queue.push(step.to);
            }
        }
        return hops;
    }

    // Bellman and Ford.
    std::vector<double> distances(std::size_t from) const {
        std::vector<double> distance(steps.size(), std::numeric_limits<double>::infinity());
        distance[from] = 0;
        for (std::size_t round = 0; round < steps.size(); ++round) {
            for (std::size_t node = 0; node < steps.size(); ++node) {
                for (const Step& step : steps[node]) {
                    distance[step.to] = std::min(distance[step.to], distance[node] + step.weight);
                }
            }
        }
        return distance;
    }

    // Shortest paths counted for each pair; parallel edges are paths of their own.
    std::vector<double> betweenness() const {
        const std::size_t n = steps.size();
        std::vector<std::vector<int>> hop(n);
        std::vector<std::vector<double>> paths(n, std::vector<double>(n, 0));
        for (std::size_t s = 0; s < n; ++s) {
            hop[s] = hops(s);
            std::vector<std::size_t> nodes;
            for (std::size_t v = 0; v < n; ++v) {
                if (hop[s][v] >= 0) nodes.push_back(v);
            }
            std::ranges::stable_sort(nodes, {}, [&](std::size_t v) { return hop[s][v]; });
            paths[s][s] = 1;
            for (const std::size_t v : nodes) {
                for (const Step& step : steps[v]) {
                    if (hop[s][step.to] == hop[s][v] + 1) paths[s][step.to] += paths[s][v];
                }
            }
        }
        std::vector<double> centrality(n, 0);
        for (std::size_t s = 0; s < n; ++s) {
            for (std::size_t t = 0; t < n; ++t) {
                for (std::size_t v = 0; v < n; ++v) {
                    if (s == t || v == s || v == t || hop[s][t] < 0 || hop[s][v] < 0 || hop[v][t] < 0) continue;
                    if (hop[s][v] + hop[v][t] == hop[s][t]) centrality[v] += paths[s][v] * paths[v][t] / paths[s][t];
                }
            }
        }
        return centrality;
    }
};

void check_close(const std::vector<double>& actual, const std::vector<double>& expected) {
    REQUIRE(actual.size() == expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) CHECK(actual[i] == Approx(expected[i]).margin(1e-9));
}

GraphPtr diamond() {  // a -> b -> d, a -> c -> d, and e by itself; c -> d is a Y
    return small_graph({{"a", "X", "b", 1}, {"a", "X", "c", 4}, {"b", "X", "d", 5}, {"c", "Y", "d", 1}},
                       {"a", "b", "c", "d", "e"});
}

}  // namespace

TEST_CASE("breadth-first search runs on a property graph", "[graph][boost]") {
    const GraphPtr graph = diamond();
    CHECK(hops(*graph, 0) == std::vector<int>{0, 1, 1, 2, -1});
}

TEST_CASE("a view by type walks only its types", "[graph][boost]") {
    const GraphPtr graph = diamond();
    const GraphView only_y(*graph, {.types = std::vector{*graph->types().find("Y")}});
    CHECK(num_edges(only_y) == 1);
    CHECK(hops(only_y, 0) == std::vector<int>{0, -1, -1, -1, -1});
    CHECK(hops(only_y, 2) == std::vector<int>{-1, -1, 0, 1, -1});

    const GraphView nothing(*graph, {.types = std::vector<TypeId>{}});
    CHECK(num_edges(nothing) == 0);
    CHECK(num_vertices(nothing) == 5);
    CHECK(out_degree(0, nothing) == 0);
}

TEST_CASE("a view by label keeps relationships between its nodes, with dense indexes", "[graph][boost]") {
    const GraphPtr graph =
        small_graph({{"A1", "X", "B1"}, {"A1", "X", "A2"}, {"A2", "X", "A3"}, {"B1", "X", "A3"}, {"B1", "X", "B2"}},
                    {"B1", "A1", "A2", "B2", "A3"});
    const GraphView of_a(*graph, {.labels = std::vector{*graph->labels().find("A")}});
    CHECK(num_vertices(of_a) == 3);
    CHECK(num_edges(of_a) == 2);
    CHECK(hops(of_a, 1) == std::vector<int>{0, 1, 2});
    CHECK(get(boost::vertex_index, of_a, NodeId{4}) == 2);
    CHECK(out_degree(NodeId{1}, of_a) == 1);
    CHECK(in_degree(NodeId{4}, of_a) == 1);
    CHECK(of_a.has(4));
    CHECK_FALSE(of_a.has(0));

    const GraphView of_nobody(*graph, {.labels = std::vector<LabelId>{}});
    CHECK(num_vertices(of_nobody) == 0);
    CHECK(num_edges(of_nobody) == 0);
}

TEST_CASE("a copied view outlives the one it was copied from", "[graph][boost]") {
    const GraphPtr graph = diamond();
    auto first =
        std::make_unique<GraphView>(*graph, GraphView::Selection{.types = std::vector{*graph->types().find("X")}});
    const GraphView second = *first;
    first.reset();
    CHECK(num_edges(second) == 3);
    CHECK(hops(second, 0) == std::vector<int>{0, 1, 1, 2, -1});
}

TEST_CASE("edges lead from source to target, seen from either end", "[graph][boost]") {
    const GraphPtr graph = diamond();
    const auto [out_begin, out_end] = out_edges(NodeId{0}, *graph);
    REQUIRE(std::distance(out_begin, out_end) == 2);
    CHECK(source(*out_begin, *graph) == 0);
    CHECK(target(*out_begin, *graph) == 1);
    const auto [in_begin, in_end] = in_edges(NodeId{3}, *graph);
    REQUIRE(std::distance(in_begin, in_end) == 2);
    CHECK(source(*in_begin, *graph) == 1);
    CHECK(target(*in_begin, *graph) == 3);
    CHECK(degree(NodeId{1}, *graph) == 2);
    CHECK(*std::next(adjacent_vertices(NodeId{0}, *graph).first) == 2);
}

TEST_CASE("an undirected view leads both ways", "[graph][boost]") {
    const GraphPtr graph = diamond();
    const UndirectedView view{GraphView(*graph)};
    CHECK(num_edges(view) == 4);
    CHECK(degree(NodeId{3}, view) == 2);
    CHECK(hops(view, 3) == std::vector<int>{2, 1, 1, 0, -1});
    for (const NodeId node : {0U, 1U, 2U, 3U}) {
        for (auto [at, end] = out_edges(node, view); at != end; ++at) CHECK(source(*at, view) == node);
        for (auto [at, end] = in_edges(node, view); at != end; ++at) CHECK(target(*at, view) == node);
    }
}

TEST_CASE("a self-loop counts twice for its node in an undirected view", "[graph][boost]") {
    const GraphPtr graph = small_graph({{"a", "X", "a"}, {"a", "X", "b"}});
    CHECK(degree(NodeId{0}, UndirectedView{GraphView(*graph)}) == 3);
    CHECK(out_degree(NodeId{0}, *graph) == 2);
}

TEST_CASE("connected components of an undirected view", "[graph][boost]") {
    const GraphPtr graph = diamond();
    CHECK(components(UndirectedView{GraphView(*graph)}) == std::vector<int>{0, 0, 0, 0, 1});
    const GraphView only_y(*graph, {.types = std::vector{*graph->types().find("Y")}});
    CHECK(components(UndirectedView{only_y}) == std::vector<int>{0, 1, 2, 2, 3});
}

TEST_CASE("Dijkstra's shortest paths weigh by a numeric property", "[graph][boost]") {
    const GraphPtr graph = diamond();
    const double never = std::numeric_limits<double>::infinity();
    CHECK(distances(*graph, *graph, 0) == std::vector<double>{0, 1, 4, 5, never});
}

TEST_CASE("relationships without a number weigh what the caller says", "[graph][boost]") {
    GraphBuilder builder;
    for (const char* id : {"a", "b", "c", "d"}) builder.declare(builder.reference(id), {});
    const TypeId x = *builder.type("X"), y = *builder.type("Y");
    const KeyId cost = *builder.key("cost");
    builder.set_edge_property(builder.add_edge(0, x, 1), cost, Value(3));
    builder.add_edge(0, x, 2);
    builder.set_edge_property(builder.add_edge(0, x, 3), cost, Value(std::string_view("much")));
    builder.add_edge(1, y, 2);
    const GraphPtr graph = std::move(builder).finish();
    const EdgeWeightMap weight(*graph, cost, 0.5);
    std::vector<double> weights;
    for (auto [at, end] = edges(*graph); at != end; ++at) weights.push_back(get(weight, *at));
    CHECK(weights == std::vector<double>{3, 0.5, 0.5, 0.5});
}

TEST_CASE("betweenness centrality of a path is highest in its middle", "[graph][boost]") {
    const GraphPtr graph = small_graph({{"a", "X", "b"}, {"b", "X", "c"}, {"c", "X", "d"}});
    CHECK(betweenness(*graph) == std::vector<double>{0, 2, 2, 0});
    CHECK(betweenness(UndirectedView{GraphView(*graph)}) == std::vector<double>{0, 2, 2, 0});
    const GraphPtr shared = diamond();  // two shortest paths from a to d
    CHECK(betweenness(*shared) == std::vector<double>{0, 0.5, 0.5, 0, 0});
}

TEST_CASE("other algorithms of Boost.Graph run as well", "[graph][boost]") {
    const GraphPtr graph = small_graph({{"a", "X", "b"}, {"b", "X", "c"}, {"c", "X", "a"}, {"c", "X", "d"}});
    std::vector<int> component(graph->node_count());
    CHECK(boost::strong_components(*graph, by_index(component, *graph)) == 2);
    CHECK(component[0] == component[2]);
    CHECK(component[0] != component[3]);

    std::vector<NodeId> order;
    const GraphPtr acyclic = diamond();
    boost::topological_sort(*acyclic, std::back_inserter(order));
    CHECK(std::ranges::find(order, 3U) < std::ranges::find(order, 0U));
}

TEST_CASE("Boost.Graph and plain implementations agree on random graphs and views", "[graph][boost][random]") {
    for (unsigned seed = 0; seed < 30; ++seed) {
        CAPTURE(seed);
        const GraphPtr graph = random_graph(seed, 3 + seed % 15, seed * 2);
        GraphView::Selection selection;
        if (seed % 3 == 1) selection.types = std::vector{*graph->types().find("Y")};
        if (seed % 3 == 2) selection.labels = std::vector{*graph->labels().find("A")};
        const GraphView view(*graph, selection);
        const UndirectedView undirected(view);
        if (num_vertices(view) == 0) continue;
        const NodeId start = *vertices(view).first;
        const Plain plain(view, *graph, false), plain_undirected(view, *graph, true);

        CHECK(hops(view, start) == plain.hops(0));
        CHECK(hops(undirected, start) == plain_undirected.hops(0));
        CHECK(distances(view, *graph, start) == plain.distances(0));
        CHECK(distances(undirected, *graph, start) == plain_undirected.distances(0));
        check_close(betweenness(view), plain.betweenness());
        std::vector<double> halved = plain_undirected.betweenness();
        for (double& one : halved) one /= 2;  // Boost counts each pair of an undirected graph once
        check_close(betweenness(undirected), halved);

        const auto component = components(undirected);
        const auto reached = plain_undirected.hops(0);
        for (std::size_t i = 0; i < component.size(); ++i) CHECK((component[i] == component[0]) == (reached[i] >= 0));
    }
}

TEST_CASE("degrees and edges of a view add up", "[graph][boost][random]") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const GraphPtr graph = random_graph(seed, 12, 60);
        for (const bool by_label : {false, true}) {
            GraphView::Selection selection;
            if (by_label) selection.labels = std::vector{*graph->labels().find("B")};
            const GraphView view(*graph, selection);
            const UndirectedView undirected(view);
            std::size_t out = 0, in = 0, both = 0;
            std::set<EdgeId> met;
            for (auto [at, end] = vertices(view); at != end; ++at) {
                out += out_degree(*at, view);
                in += in_degree(*at, view);
                both += degree(*at, undirected);
                for (auto [edge, last] = out_edges(*at, view); edge != last; ++edge) met.insert((*edge).id);
            }
            CHECK(out == num_edges(view));
            CHECK(in == num_edges(view));
            CHECK(both == 2 * num_edges(view));
            CHECK(met.size() == num_edges(view));
            CHECK(static_cast<std::size_t>(std::distance(edges(view).first, edges(view).second)) == met.size());
        }
    }
}
