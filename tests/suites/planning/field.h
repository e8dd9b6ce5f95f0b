#pragma once
// The graph that the plans are for: 4 families, 10 techniques, 40 approaches, 1 condition. Every approach belongs to a
// family and uses two techniques; one treats the condition.
#include "support/run_text.h"

// Plans compare line by line, so that Catch shows both whole.
#define CHECK_PLAN(text, plan) CHECK("\n" + confer::test::explained(confer::test::field(), text) == std::string(plan))

namespace confer::test {

inline GraphPtr field() {
    static const GraphPtr graph = [] {
        std::string nodes = R"({"id": "c0", "label": "Condition"})",
                    edges = R"({"from": "a0", "type": "TREATS", "to": "c0"})";
        const auto node = [&](const std::string& id, const std::string& label, const std::string& more) {
            nodes += R"(, {"id": ")" + id + R"(", "label": ")" + label + "\"" + more + "}";
        };
        const auto edge = [&](const std::string& from, const std::string& type, const std::string& to) {
            edges += R"(, {"from": ")" + from + R"(", "type": ")" + type + R"(", "to": ")" + to + "\"}";
        };
        for (int i = 0; i < 4; ++i) node("f" + std::to_string(i), "Family", "");
        for (int i = 0; i < 10; ++i) node("t" + std::to_string(i), "Technique", "");
        for (int i = 0; i < 40; ++i) {
            const std::string id = "a" + std::to_string(i);
            node(id, "Approach",
                 R"(, "year": )" + std::to_string(1950 + i) + R"(, "name": "n)" + std::to_string(i) + "\"");
            edge(id, "BELONGS_TO", "f" + std::to_string(i % 4));
            edge(id, "USES", "t" + std::to_string(i % 10));
            edge(id, "USES", "t" + std::to_string((i + 3) % 10));
        }
        return graph_of(R"({"nodes": [)" + nodes + R"(], "edges": [)" + edges + "]}");
    }();
    return graph;
}

}  // namespace confer::test
