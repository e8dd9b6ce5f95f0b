#include <catch2/catch.hpp>
#include <random>

#include "graphs.h"

using namespace confer::test;

namespace {

// Few nodes, many relationships: loops, parallels, two types, two labels, nodes without either or with both; `parted`:
// each node has one of the labels.
GraphPtr tangle(unsigned seed, bool parted = false) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned bound) { return static_cast<unsigned>(random() % bound); };
    const unsigned nodes = 3 + below(6), relationships = below(22);
    const char* const labels[] = {R"(["A"])", R"(["B"])", R"(["A", "B"])", R"([])"};
    std::string text = R"({"nodes": [)";
    for (unsigned i = 0; i < nodes; ++i) {
        // Numbered against the order of their ids, so that neither stands for the other.
        text += (i == 0 ? "" : ", ") + (R"({"id": "n)" + std::to_string(nodes - i)) + R"(", "labels": )" +
                labels[below(parted ? 2 : 4)] + R"(, "x": )" + std::to_string(below(3)) + "}";
    }
    text += R"(], "edges": [)";
    for (unsigned i = 0; i < relationships; ++i) {
        text += (i == 0 ? "" : ", ") + (R"({"from": "n)" + std::to_string(1 + below(nodes))) + R"(", "type": ")" +
                (below(3) == 0 ? "S" : "R") + R"(", "to": "n)" + std::to_string(1 + below(nodes)) + "\"}";
    }
    return graph_of(text + "]}");
}

// The answer must not depend on the rules; without them every row is enumerated.
void check_counts(const char* text) {
    CAPTURE(text);
    const plan::Rules none = plan::Rules().without(plan::Rule::counts).without(plan::Rule::products);
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        const GraphPtr graph = tangle(seed);
        const Rows expected = rows(graph, text, {.rules = none});
        CAPTURE(explained(graph, text));
        REQUIRE(rows(graph, text) == expected);
        REQUIRE(rows(graph, text, {.rules = plan::Rules().without(plan::Rule::products)}) == expected);
        REQUIRE(rows(graph, text, {.rules = plan::Rules().without(plan::Rule::counts)}) == expected);
        const GraphPtr parted = tangle(seed, true);
        REQUIRE(rows(parted, text) == rows(parted, text, {.rules = none}));
    }
}

}  // namespace

TEST_CASE("leaves that are only counted are multiplied", "[exec][counts]") {
    for (const char* text : {
             "MATCH (a)-[:R]->(b) RETURN count(*)",
             "MATCH (a)-[:R]-(b) RETURN count(*)",
             "MATCH (a:A)-[:R]->(b:B) RETURN count(b)",
             "MATCH (a)-[:R|S]-(b:A|B) RETURN a.id, count(*)",
             "MATCH (a)-[r]->(b) RETURN a, count(r), count(b), count(DISTINCT a), min(a.x)",
             "MATCH (a)-->(b)-->(c) RETURN count(*)",
             "MATCH (a)-[:R]->(b)-[:S]->(c:A) RETURN a, count(*)",
             "MATCH (a)-[:R]->(b)-[:S]->(c)-[:R]->(d) RETURN count(*)",
             "MATCH (a)-[:S]->(b)-[:R]-(c)<-[:S]-(d) RETURN b.id, count(*)",
             "MATCH (a)-[:R]->(b), (b)-[:S]->(c), (b)<-[:S]-(d:B) RETURN count(*)",
             "MATCH (a)-[:R]->(b) WHERE a.x = 1 RETURN count(a.x), count(*)",
             "MATCH (a)-[:R]->(b), (c)-[:S]->(d) RETURN count(*)",
             "MATCH (a), (b)-[:R]->(c) WHERE a.x = c.x RETURN a, count(*)",
             "MATCH (a:B)-[:R]->(b)-[:R]->(c) RETURN c, count(*)",
             "MATCH (a)-[:R]->(a), (a)-[:S]-(b) RETURN a, count(*)",
             "MATCH (a)-[:R]->(b) RETURN max(b.x), count(*)",
             "MATCH (a)-[:R]->(b) RETURN collect(DISTINCT a.id), sum(DISTINCT a.x), count(*)",
             "MATCH (a)-[:R*1..2]->(b)-[:R]->(c) RETURN a, count(*)",
             "MATCH (a) WITH a MATCH (a)-[:R]->(b) RETURN a, count(b)",
             "MATCH (a)-[s:S]->(b) MATCH (b)-[:R]->(c) RETURN s, count(*)",
             "MATCH p = (a)-[:R]->(b) RETURN count(p)",
             "MATCH p = (a)-[:R]->(b) RETURN length(p), count(*)",
         })
        check_counts(text);
}

TEST_CASE("ways that exclude each other are taken off", "[exec][counts]") {
    for (const char* text : {
             "MATCH (a)-[:R]->(t)<-[:R]-(b) RETURN count(*)",
             "MATCH (a)-[:R]->(t)<-[:R]-(b) WHERE a <> b RETURN count(*)",
             "MATCH (a)-[:R]->(t)<-[:S]-(b) WHERE a <> b RETURN count(*)",
             "MATCH (a:A)-[:R]-(t)-[:R]-(b:B) RETURN count(*)",
             "MATCH (a)-[:R|S]-(t)-[:S]-(b) WHERE b <> a RETURN count(*)",
             "MATCH (a)-[:R]->(t)<-[:R]-(b), (t)<-[:R]-(c) RETURN count(*)",
             "MATCH (a)-[:R]->(t)<-[:R]-(b), (t)<-[:R]-(c) WHERE a <> c RETURN count(*)",
             "MATCH (a)-[:R]->(t)<-[:R]-(b), (t)-[:S]-(c) WHERE a <> c RETURN a, count(*)",
             "MATCH (a)-[:R]->(t)<-[:R]-(b) WHERE a <> b RETURN a, count(*)",
             "MATCH (a)-[:R]->(t)<-[:R]-(b) RETURN a, t, count(*)",
             "MATCH (a)-[:R]-(t)-[:R]-(b) WHERE a <> t AND t <> b RETURN a, count(*)",
             "MATCH (a)-[:R]->(b)-[:R]->(c)-[:R]->(d) RETURN count(*)",
             "MATCH (a)-->(b)--(c) WHERE a <> c RETURN b, count(*)",
             "MATCH (a)-[:R]->(t)<-[:R]-(b)-[:S]->(c) WHERE a <> b RETURN a.id, count(*)",
             "MATCH (z {x: 1}) MATCH (a)-[:R]->(t) WHERE t <> z RETURN z, a, count(*)",
             "OPTIONAL MATCH (z:Nobody) WITH z MATCH (a)-[:R]->(t) WHERE t <> z RETURN a, count(*)",
             "MATCH (a)-[r:R]->(t) MATCH (t)<-[:R]-(b) RETURN r, count(*)",
         })
        check_counts(text);
}

TEST_CASE("pairs over a middle are counted as a sparse product", "[exec][products]") {
    for (const char* text : {
             "MATCH (a)-[:R]->(t)<-[:R]-(b) RETURN a, b, count(*)",
             "MATCH (a)-[:R]->(t:A)<-[:S]-(b) RETURN a.id, b.id, count(t)",
             "MATCH (a)-[:R]-(t)-[:R]-(b) RETURN a, b, count(*)",
             "MATCH (a)-[:R|S]-(t)-[:R|S]->(b) RETURN a.id AS x, b.id AS y, count(*) AS n",
             "MATCH (a:A)-[:R]->(t)<-[:R]-(b:B) WHERE a.id < b.id RETURN a.id, b.id, count(*)",
             "MATCH (a)-[:R]->(t)<-[:R]-(b) WHERE a.id <= b.id RETURN a, b, count(*)",
             "MATCH (a)-[:R]-(t)-[:R]-(b) WHERE b.id <= a.id RETURN a, b, count(*)",
             "MATCH (a)-[:R]->(t)<-[:R]-(b) WHERE a.id > b.id AND a.x = 1 RETURN a, b, count(*)",
             "MATCH (a {id: 'n1'})-[:R|S]->(t)<-[:R|S]-(b) WHERE b.id <> 'n1' RETURN b.id, count(*)",
             "MATCH (a)-[:R]->(t)<-[:R]-(b) WHERE a.x = b.x RETURN a.x, count(*)",
             "MATCH (a)-[:R]->(t)<-[:R]-(b)-[:S]->(c) RETURN a, b, c, count(*)",
             "MATCH (a)-[:R]->(t)-[:S]->(b), (a)-[:S]->(b) RETURN a, count(*)",
             "MATCH (a)-[:R]->(t)-[:S]->(b)-[:R]->(u)-[:S]->(c) RETURN a, b, c, count(*)",
             "MATCH (a)-[:R]->(t)<-[:R]-(b) WITH a, b, count(*) AS n ORDER BY n DESC, a.id, b.id LIMIT 3 RETURN a, b, "
             "n",
             "MATCH (a)-[:R]->(t)<-[:R]-(b) RETURN a.id AS x, b.id AS y, count(*) AS n ORDER BY n DESC, x, y SKIP 2 "
             "LIMIT 3",
             "MATCH (a) WITH a MATCH (a)-[:R]->(t)<-[:R]-(b) RETURN a, b, count(*)",
         })
        check_counts(text);
}

TEST_CASE("the order of pairs and the highest counts are the same from many nodes", "[exec][products]") {
    // Enough nodes that the ends are found first, and workers help.
    std::string nodes, edges;
    std::mt19937 random(7);
    const auto edge = [&](const std::string& from, const std::string& to) {
        edges += (edges.empty() ? "" : ", ") + (R"({"type": "R", "from": ")" + from) + R"(", "to": ")" + to + "\"}";
    };
    for (int i = 0; i < 400; ++i) {
        const std::string id = std::to_string((i * 37) % 400);
        nodes +=
            (i == 0 ? "" : ", ") + (R"({"label": "A", "id": "a)" + id) + R"(", "x": )" + std::to_string(i % 5) + "}";
        for (int k = 0; k < 6; ++k) edge("a" + id, "t" + std::to_string(random() % 30));
    }
    for (int i = 0; i < 30; ++i) nodes += R"(, {"label": "T", "id": "t)" + std::to_string(i) + "\"}";
    const GraphPtr graph = graph_of(R"({"nodes": [)" + nodes + R"(], "edges": [)" + edges + "]}");
    const plan::Rules none = plan::Rules().without(plan::Rule::counts).without(plan::Rule::products);
    for (
        const char* text : {
            "MATCH (a:A)-[:R]->(t:T)<-[:R]-(b:A) WHERE a.id < b.id RETURN a.id AS x, b.id AS y, count(*) AS n ORDER BY "
            "n DESC, x, y SKIP 5 LIMIT 20",
            "MATCH (a:A)-[:R]->(t)<-[:R]-(b:A) WHERE a.id >= b.id AND a.x > 1 AND b.x < 3 RETURN a.id AS x, b.id AS y, "
            "count(*) AS n ORDER BY n DESC, x, y LIMIT 50",
            "MATCH (a:A)-[:R]->(t)<-[:R]-(b:A) RETURN a.id AS x, b.id AS y, count(*) AS n ORDER BY n, x, y",
        }) {
        CAPTURE(text, explained(graph, text));
        CHECK(ordered_rows(graph, text) == ordered_rows(graph, text, {.rules = none}));
    }
}

TEST_CASE("cycles are counted by intersection", "[exec][products]") {
    for (const char* text : {
             "MATCH (a)-[:R]->(b)-[:S]->(c)<-[:S]-(a) RETURN count(*)",
             "MATCH (a)-[:R]->(b)-[:R]->(c)-[:S]->(a) RETURN count(*)",
             "MATCH (a:A)-[:R]->(b)-[:S]->(c)<-[:S]-(a) RETURN a, count(*)",
             "MATCH (a)-[:R]-(b)-[:S]-(c)-[:S]-(a) RETURN b, count(*)",
             "MATCH (a)-[:R]->(b)-[:S]->(c)<-[:S]-(d)<-[:R]-(a) RETURN count(*)",
             "MATCH (a)-[:R]->(b), (a)-[:S]->(c:B), (b)-[:S]->(c) WHERE a <> b RETURN count(*)",
             "MATCH (a)-->(b)-->(c)-->(a) RETURN count(*)",
         })
        check_counts(text);
}

TEST_CASE("relationships between nodes of different labels are told apart by these", "[exec][counts][products]") {
    for (const char* text : {
             "MATCH (a:A)-[:R]->(b:B)-[:S]->(c:B)<-[:S]-(a) RETURN count(*)",
             "MATCH (a:A)-[:R]->(b:B)-[:R]->(c)<-[:R]-(a) RETURN count(*)",
             "MATCH (a:A)-[:R]->(t)<-[:R]-(b:B) RETURN a, b, count(*)",
             "MATCH (a:A)-[:R]-(b:B)-[:R]-(c:A) RETURN count(*)",
             "MATCH (a:A)-[:R]->(b:B), (c:B)-[:R]->(d:A) RETURN count(*)",
             "MATCH (a)-[:R]->(b:A)-[:R]->(c:B)-[:R]->(d) RETURN b, count(*)",
         })
        check_counts(text);
}

TEST_CASE("subqueries that count do not enumerate", "[exec][counts]") {
    for (const char* text : {
             "MATCH (a) RETURN a, COUNT { (a)-[:R]->() } AS n",
             "MATCH (a) RETURN a, COUNT { (a)-[:R]->(b)<-[:R]-(c) WHERE c <> a } AS n",
             "MATCH (a) WHERE COUNT { MATCH (a)-[:R]-(b:A) } > 1 RETURN a",
             "MATCH (a) RETURN a, size([(a)-[:R]->(b)-[:S]->(c) | c.id]) AS n",
             "MATCH (a) RETURN a, size([(a)-[r:R]-(b) WHERE b.x = 1 | r]) AS n",
             "MATCH (a) RETURN a, size(COLLECT { MATCH (a)-[:R]->(b) RETURN b.x }) AS n",
             "MATCH (a)-[r:R]->(b) RETURN r, COUNT { (b)<-[:R]-(c)-[:S]->(d) WHERE c <> a } AS n",
             "MATCH (a) RETURN a, COUNT { MATCH (a)-[:R]->(b) RETURN DISTINCT b } AS n",
         })
        check_counts(text);
}

TEST_CASE("a condition that few nodes meet is a start", "[exec][existence]") {
    for (const char* text : {
             "MATCH (a) WHERE (a)-[:R]->({id: 'n1'}) RETURN a",
             "MATCH (a:A) WHERE (a)-[:R]-({id: 'n1'}) AND NOT (a)-[:S]->() RETURN a",
             "MATCH (a:A)-[:R]->(b) WHERE (a)-[:S]-()-[:R]-({id: 'n2'}) RETURN a, b",
             "MATCH (a) WHERE EXISTS { (a)-[:R]->(x {id: 'n1'}) WHERE x.x < 2 } RETURN a, COUNT { (a)-->() }",
             "MATCH (a)-[:R]->(t)<-[:R]-(b) WHERE (b)-[:S]->({id: 'n1'}) RETURN a, b, count(*)",
             "MATCH (a) WHERE (a)-[:R]->({id: a.id}) RETURN a",
         }) {
        CAPTURE(text);
        for (unsigned seed = 1; seed <= 40; ++seed) {
            CAPTURE(seed, explained(tangle(seed), text));
            REQUIRE(rows(tangle(seed), text) ==
                    rows(tangle(seed), text, {.rules = plan::Rules().without(plan::Rule::existence)}));
        }
    }
}
