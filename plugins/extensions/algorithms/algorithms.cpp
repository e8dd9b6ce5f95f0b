// algorithms: Boost.Graph's algorithms as procedures, on the whole graph or on a view of some labels and relationship
// types. Described here; done by theme in the other files. Tests: tests/suites/algorithms.
#include <string>

#include "algorithms/graph_call.h"
#include "algorithms/procedures.h"

namespace confer::algorithms {

namespace {

using extensions::run;

constexpr std::string_view view =
    " `options` may hold `labels` and `types`: lists of those that the nodes and relationships looked at have.";
constexpr std::string_view weight = " `weight` names a property of relationships; what lacks it counts 1.";
constexpr std::string_view undirected = " With `undirected: true`, relationships lead both ways.";

struct Added {
    std::string_view signature, doc;
    std::string_view options[2];
    std::string_view cost;
    confer_procedure_fn function;
};

constexpr Added all[] = {
    {"graph.shortestPaths(from :: NODE, options :: MAP?) :: (node :: NODE, distance :: FLOAT, path :: LIST OF NODE)",
     "The nodes that can be reached from one, how far each is, and the nodes on a shortest path to it; with the option "
     "`to`, this one only.",
     {weight, undirected},
     "O(V + E), with weights, which are at least 0, O((V + E) log V). Breadth-first search; Dijkstra, 1959.",
     run<shortest_paths>},
    {"graph.components(options :: MAP?) :: (node :: NODE, component :: INTEGER)",
     "Which nodes hang together, whichever way their relationships lead: those of one component share its number, "
     "counted from 0.",
     {},
     "O(V + E). Depth-first search.",
     run<components>},
    {"graph.strongComponents(options :: MAP?) :: (node :: NODE, component :: INTEGER)",
     "Which nodes can be reached from each other along relationships: those of one component share its number, counted "
     "from 0.",
     {},
     "O(V + E). Tarjan, \"Depth-first search and linear graph algorithms\", 1972.",
     run<strong_components>},
    {"graph.betweenness(options :: MAP?) :: (node :: NODE, score :: FLOAT)",
     "How many shortest paths between two other nodes lead through each node; of several equally short ones each "
     "counts "
     "for its share.",
     {weight, undirected},
     "O(V E), with weights, which are above 0, O(V E + V² log V). Brandes, \"A faster algorithm for betweenness "
     "centrality\", 2001.",
     run<betweenness>},
    {"graph.closeness(options :: MAP?) :: (node :: NODE, score :: FLOAT)",
     "How near each node is to those that it can reach: one over the mean distance, times the share of all other nodes "
     "that it reaches.",
     {weight, undirected},
     "O(V (V + E)), with weights, which are at least 0, O(V (V + E) log V). Freeman, \"Centrality in social "
     "networks\", "
     "1979, in the form of Wasserman and Faust, \"Social Network Analysis\", 1994.",
     run<closeness>},
    {"graph.pageRank(options :: MAP?) :: (node :: NODE, score :: FLOAT)",
     "How often a walker comes by each node who follows relationships at random, and starts anew anywhere with the "
     "probability 1 - `damping` (0.85) and at dead ends; the scores sum to 1. It ends after `iterations` (100), or "
     "when "
     "they change by less than `tolerance` (1e-9).",
     {},
     "O(V + E) for each iteration. Page, Brin, Motwani, Winograd, \"The PageRank citation ranking\", 1999.",
     run<page_rank>},
    {"graph.coreNumbers(options :: MAP?) :: (node :: NODE, core :: INTEGER)",
     "The greatest k for which each node is part of a k-core: of nodes with at least k relationships among each other, "
     "whichever way they lead.",
     {},
     "O(V + E). Batagelj and Zaveršnik, \"An O(m) algorithm for cores decomposition of networks\", 2003.",
     run<core_numbers>},
    {"graph.topologicalOrder(options :: MAP?) :: (node :: NODE, position :: INTEGER)",
     "The nodes in an order in which every relationship leads from an earlier to a later one, counted from 0. An error "
     "where relationships lead in a circle.",
     {},
     "O(V + E). Tarjan, \"Edge-disjoint spanning trees and depth-first search\", 1976.",
     run<topological_order>},
    {"graph.minimumSpanningTree(options :: MAP?) :: (relationship :: RELATIONSHIP, weight :: FLOAT)",
     "The relationships that keep together what hangs together with the least sum of weights, whichever way they lead: "
     "a tree for each component.",
     {weight},
     "O(E log E). Kruskal, \"On the shortest spanning subtree of a graph\", 1956.",
     run<spanning_tree>},
    {"graph.bridges(options :: MAP?) :: (relationship :: RELATIONSHIP)",
     "The relationships without which something would no longer hang together, whichever way they lead.",
     {},
     "O(V + E). Hopcroft and Tarjan, \"Efficient algorithms for graph manipulation\", 1973.",
     run<bridges>},
    {"graph.articulationPoints(options :: MAP?) :: (node :: NODE)",
     "The nodes without which something would no longer hang together, whichever way relationships lead.",
     {},
     "O(V + E). Hopcroft and Tarjan, \"Efficient algorithms for graph manipulation\", 1973.",
     run<articulation_points>},
};

std::string doc_of(const Added& added) {
    std::string doc(added.doc);
    doc += view;
    for (const std::string_view option : added.options) doc += option;
    return doc.append(" ").append(added.cost);
}

}  // namespace

}  // namespace confer::algorithms

extern "C" std::int32_t confer_plugin_init_v1(const confer_host_v1* host) {
    using namespace confer::algorithms;
    if (!CONFER_HAS(host, reject)) return host->refuse(confer_text("this needs version 1.3 of the plugin door"));
    try {
        host->describe(confer_text("algorithms"), confer_text("1.0"),
                       confer_text("Boost.Graph's algorithms: paths, components, centrality, cores, trees."));
        for (const Added& added : all) {
            if (host->add_procedure(text(added.signature), text(doc_of(added)), CONFER_DETERMINISTIC, added.function,
                                    nullptr) != 0)
                return 1;
        }
    } catch (const std::bad_alloc&) {
        return host->refuse(confer_text("the machine has no memory left"));
    }
    return 0;
}
