// Searches against enumeration: on small random graphs, the selected paths are those that one would select by hand of
// all.
#include <catch2/catch.hpp>
#include <random>

#include "graphs.h"

using namespace confer::test;

namespace {

GraphPtr random_graph(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
    const unsigned nodes = 2 + below(5), edges = 1 + below(9);
    std::string json = R"({"nodes": [)";
    for (unsigned i = 0; i < nodes; ++i)
        json += std::string(i == 0 ? "" : ",") + R"({"id": ")" + std::to_string(i) + R"(", "label": "N", "v": )" +
                std::to_string(below(4)) + "}";
    json += R"(], "edges": [)";
    for (unsigned i = 0; i < edges; ++i)
        json += std::string(i == 0 ? "" : ",") + R"({"from": ")" + std::to_string(below(nodes)) + R"(", "type": ")" +
                (below(3) == 0 ? "S" : "R") + R"(", "to": ")" + std::to_string(below(nodes)) + R"(", "w": )" +
                std::to_string(below(3)) + "}";
    return graph_of(json + "]}");
}

// What stands between (a) and (b), and is walked several times.
const char* const walked[] = {
    "-[:R]->+",
    "-[:R]-+",
    "-->*",
    "--*",
    "-[r WHERE r.w > 0]->+",
    "<-[r WHERE r.w > 0]-*",
    "--{1,3}",
    "((x)-->(y) WHERE x.v <= y.v)+",
    "((x)--(y) WHERE x.v <= y.v)+",
    "((x)-[:R]->(y)<--(z))+",
    "((x)-[f]-(y)-[g]-(z) WHERE f.w <= g.w AND x.v <= z.v){1,2}",
    "-->{2,}",
};

// The same rows for every graph and every walk.
void check_same(const std::string& one, const std::string& other) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const GraphPtr graph = random_graph(seed);
        for (const std::string walk : walked) {
            const auto with_walk = [&](std::string text) {
                for (std::size_t at = text.find('~'); at != std::string::npos; at = text.find('~'))
                    text.replace(at, 1, walk);
                return text;
            };
            INFO("graph " << seed << ", walk " << walk);
            CHECK(rows(graph, with_walk(one)) == rows(graph, with_walk(other)));
        }
    }
}

}  // namespace

TEST_CASE("any shortest path is as short as the shortest", "[exec][shortest]") {
    const char* const by_hand = "MATCH p = (a)~(b) RETURN a, b, min(length(p))";
    check_same("MATCH p = ANY SHORTEST (a)~(b) RETURN a, b, length(p)", by_hand);
    check_same("MATCH (a), (b) WITH a, b MATCH p = ANY SHORTEST (a)~(b) RETURN a, b, length(p)", by_hand);
    check_same("MATCH (b) WITH b MATCH p = ANY SHORTEST (a)~(b) RETURN a, b, length(p)", by_hand);
}

TEST_CASE("how long a walk is does not depend on whether it is given", "[exec][shortest]") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const GraphPtr graph = random_graph(seed);
        for (const std::string walk : walked) {
            for (const char* const find : {"", "ANY SHORTEST ", "ALL SHORTEST ", "SHORTEST 2 "}) {
                const std::string text =
                    "MATCH (a), (b) WITH a, b MATCH p = " + (find + ("(a)" + walk)) + "(b) RETURN a, b, length(p)";
                INFO("graph " << seed << ", " << text);
                CHECK(rows(graph, text) == rows(graph, text, {.rules = plan::Rules().without(plan::Rule::lengths)}));
            }
        }
    }
}

TEST_CASE("all shortest paths are all that are as short", "[exec][shortest]") {
    const char* const by_hand =
        "MATCH p = (a)~(b) WITH a, b, collect(p) AS ps, min(length(p)) AS least UNWIND ps AS p "
        "WITH a, b, p, least WHERE length(p) = least RETURN a, b, [r IN relationships(p) | id(r)]";
    check_same("MATCH p = ALL SHORTEST (a)~(b) RETURN a, b, [r IN relationships(p) | id(r)]", by_hand);
    check_same("MATCH (a), (b) WITH a, b MATCH p = ALL SHORTEST (a)~(b) RETURN a, b, [r IN relationships(p) | id(r)]",
               by_hand);
}

TEST_CASE("the shortest few come in order of length", "[exec][shortest]") {
    check_same("MATCH p = SHORTEST 3 (a)~(b) RETURN a, b, length(p)",
               "MATCH p = (a)~(b) WITH a, b, length(p) AS l ORDER BY l WITH a, b, collect(l)[..3] AS ls UNWIND ls AS l "
               "RETURN a, b, l");
    check_same("MATCH p = SHORTEST 2 GROUPS (a)~(b) RETURN a, b, length(p)",
               "MATCH p = (a)~(b) WITH a, b, length(p) AS l ORDER BY l WITH a, b, collect(DISTINCT l)[..2] AS shortest "
               "MATCH p = (a)~(b) WITH a, b, shortest, length(p) AS l WHERE l IN shortest RETURN a, b, l");
}

TEST_CASE("one path for each pair is the same from wherever it is searched", "[exec][shortest]") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const GraphPtr graph = random_graph(seed);
        const char* const given = " RETURN a, b, [r IN relationships(p) | id(r)]";
        CHECK(rows(graph, std::string("MATCH (a) WITH a MATCH p = ANY SHORTEST (a)-->+(b) WHERE a <> b") + given) ==
              rows(graph,
                   std::string("MATCH (a), (b) WITH a, b WHERE a <> b MATCH p = ANY SHORTEST (a)-->+(b)") + given));
    }
}

TEST_CASE("ends once each are those of all walks", "[exec][reach]") {
    const char* const by_hand = "MATCH p = (a)~(b) WITH a, b, count(length(p)) AS n RETURN a, b";
    check_same("MATCH (a)~(b) RETURN DISTINCT a, b", by_hand);
    check_same("MATCH (a)~(b) WITH a, collect(DISTINCT b) AS bs UNWIND bs AS b RETURN a, b", by_hand);
    check_same("MATCH (a)-[s]->(m)~(b) RETURN DISTINCT s.w, b",
               "MATCH p = (a)-[s]->(m)~(b) WITH s.w AS w, b, count(length(p)) AS n RETURN DISTINCT w, b");
    check_same("MATCH (a), (b) WHERE EXISTS { (a)~(b) } RETURN a, b", by_hand);
}
