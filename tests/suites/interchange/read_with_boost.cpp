// Reads GraphML from standard input with Boost.Graph's own reader and tells what it found: nodes with labels and year,
// edges with type and since.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <iostream>

namespace {

struct Node {
    std::string labels;
    long year = 0;
};
struct Edge {
    std::string type;
    long since = 0;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Node, Edge>;

// Where Boost puts what nobody asked for.
boost::shared_ptr<boost::dynamic_property_map> ignore(const std::string&, const boost::any&, const boost::any&) {
    return {};
}

}  // namespace

int main() {
    Graph graph;
    boost::dynamic_properties properties(ignore);
    properties.property("labels", boost::get(&Node::labels, graph));
    properties.property("year", boost::get(&Node::year, graph));
    properties.property("type", boost::get(&Edge::type, graph));
    properties.property("since", boost::get(&Edge::since, graph));
    boost::read_graphml(std::cin, graph, properties);
    for (const auto node : boost::make_iterator_range(boost::vertices(graph))) {
        std::cout << "node " << graph[node].labels;
        if (graph[node].year != 0) std::cout << ' ' << graph[node].year;
        std::cout << '\n';
    }
    for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
        std::cout << "edge " << boost::source(edge, graph) << ' ' << graph[edge].type << ' '
                  << boost::target(edge, graph);
        if (graph[edge].since != 0) std::cout << ' ' << graph[edge].since;
        std::cout << '\n';
    }
}
