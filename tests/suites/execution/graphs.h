#pragma once
// The graphs that the execution tests ask.
#include "support/run_text.h"

namespace confer::test {

// Six approaches (one of them joined to nothing), three techniques, two conditions.
inline GraphPtr approaches() {
    static const GraphPtr graph = graph_of(R"({"nodes": [
        {"id": "cbt", "label": "Approach", "year": 1976}, {"id": "act", "label": "Approach", "year": 1986},
        {"id": "dbt", "label": "Approach", "year": 1993}, {"id": "gestalt", "label": "Approach", "year": 1951},
        {"id": "rebt", "label": "Approach", "year": 1955}, {"id": "loner", "label": "Approach"},
        {"id": "exposure", "label": "Technique"}, {"id": "mindfulness", "label": "Technique"},
        {"id": "chair", "label": "Technique"},
        {"id": "anxiety", "label": "Condition"}, {"id": "insomnia", "label": "Condition"}],
    "edges": [
        {"from": "cbt", "type": "USES", "to": "exposure", "weight": 3},
        {"from": "cbt", "type": "USES", "to": "mindfulness", "weight": 1},
        {"from": "act", "type": "USES", "to": "mindfulness", "weight": 5},
        {"from": "dbt", "type": "USES", "to": "mindfulness"},
        {"from": "gestalt", "type": "USES", "to": "chair", "weight": 2},
        {"from": "dbt", "type": "DERIVES_FROM", "to": "cbt"}, {"from": "act", "type": "DERIVES_FROM", "to": "cbt"},
        {"from": "cbt", "type": "DERIVES_FROM", "to": "rebt"},
        {"from": "cbt", "type": "TREATS", "to": "anxiety"}, {"from": "cbt", "type": "TREATS", "to": "insomnia"},
        {"from": "act", "type": "TREATS", "to": "anxiety"}]})");
    return graph;
}

// A ring of three, a parallel relationship, a loop, and a tail: a -> b -> c -> a, a -> b again, c -> c, c -> d.
inline GraphPtr ring() {
    static const GraphPtr graph = graph_of(R"({"nodes": [
        {"id": "a", "label": "N"}, {"id": "b", "label": "N"}, {"id": "c", "label": "N"}, {"id": "d", "label": "N"}],
    "edges": [
        {"from": "a", "type": "R", "to": "b", "n": 1}, {"from": "a", "type": "R", "to": "b", "n": 2},
        {"from": "b", "type": "R", "to": "c", "n": 3}, {"from": "c", "type": "R", "to": "a", "n": 4},
        {"from": "c", "type": "R", "to": "c", "n": 5}, {"from": "c", "type": "R", "to": "d", "n": 6}]})");
    return graph;
}

inline GraphPtr nothing() {
    static const GraphPtr graph = graph_of(R"({"nodes": [], "edges": []})");
    return graph;
}

}  // namespace confer::test
