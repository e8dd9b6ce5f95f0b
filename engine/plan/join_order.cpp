#include "plan/join_order.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace confer::engine::plan {

namespace {

struct Estimate {
    double cost = 0, rows = 1;
};

// What following `edge` adds, when `known` says which vertices are bound.
Estimate follow(const JoinGraph& graph, const std::vector<bool>& known, std::size_t index, bool from_a,
                Estimate before) {
    const JoinGraph::Edge& edge = graph.edges[index];
    if (edge.bound) return {before.cost + before.rows, before.rows};
    const std::size_t from = from_a ? edge.a : edge.b, to = from_a ? edge.b : edge.a;
    const JoinGraph::Vertex &source = graph.vertices[from], &target = graph.vertices[to];
    const double fan = edge.pairs / std::max(1.0, source.candidates);
    if (known[to]) {  // a binary search for each row
        const double rows = before.rows * std::min(fan / std::max(1.0, target.candidates), fan);
        return {before.cost + (1.5 + edge.check) * before.rows + rows, rows};
    }
    const double rows = before.rows * fan * (target.rows / std::max(1.0, target.candidates));
    const double looked_at = std::max(fan, edge.work / std::max(1.0, source.candidates));
    return {before.cost + before.rows * (1 + looked_at) + rows, rows};
}

bool known_end(const JoinGraph& graph, const std::vector<bool>& known, std::size_t edge, bool from_a) {
    return graph.edges[edge].bound || known[from_a ? graph.edges[edge].a : graph.edges[edge].b];
}

std::vector<bool> bound_vertices(const JoinGraph& graph) {
    std::vector<bool> known;
    for (const JoinGraph::Vertex& vertex : graph.vertices) known.push_back(vertex.bound);
    return known;
}

bool is_anchored(const JoinGraph& graph) {
    return std::any_of(graph.vertices.begin(), graph.vertices.end(), [](const auto& vertex) { return vertex.bound; }) ||
           std::any_of(graph.edges.begin(), graph.edges.end(), [](const auto& edge) { return edge.bound; });
}

std::size_t cheapest_start(const JoinGraph& graph) {
    const auto first = std::min_element(graph.vertices.begin(), graph.vertices.end(), [](const auto& a, const auto& b) {
        return a.start_cost + a.rows < b.start_cost + b.rows;
    });
    return static_cast<std::size_t>(first - graph.vertices.begin());
}

JoinOrder greedy(const JoinGraph& graph, bool anchored) {
    JoinOrder order;
    std::vector<bool> known = bound_vertices(graph), done(graph.edges.size());
    Estimate now;
    if (!anchored) {
        order.start = cheapest_start(graph);
        known[order.start] = true;
        now = {graph.vertices[order.start].start_cost, graph.vertices[order.start].rows};
    }
    while (order.steps.size() < graph.edges.size()) {
        JoinOrder::Step best{};
        Estimate best_after{std::numeric_limits<double>::infinity(), 0};
        for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
            for (const bool from_a : {true, false}) {
                if (done[edge] || !known_end(graph, known, edge, from_a)) continue;
                const Estimate after = follow(graph, known, edge, from_a, now);
                if (after.cost < best_after.cost) best = {edge, from_a, after.rows}, best_after = after;
            }
        }
        now = best_after;
        done[best.edge] = true;
        known[graph.edges[best.edge].a] = known[graph.edges[best.edge].b] = true;
        order.steps.push_back(best);
    }
    return order;
}

struct Entry {
    Estimate estimate{std::numeric_limits<double>::infinity(), 0};
    std::size_t start = no_vertex;
    std::size_t edge = 0;
    bool from_a = true;
};

// best[mask]: the cheapest way to have followed exactly the edges in `mask`.
JoinOrder exhaustive(const JoinGraph& graph, bool anchored) {
    const std::size_t count = graph.edges.size();
    std::vector<Entry> best(std::size_t{1} << count);
    const auto extend = [&](std::size_t mask, const std::vector<bool>& known, Estimate before, std::size_t start) {
        for (std::size_t edge = 0; edge < count; ++edge) {
            if ((mask >> edge & 1U) != 0) continue;
            for (const bool from_a : {true, false}) {
                if (!known_end(graph, known, edge, from_a)) continue;
                const Estimate after = follow(graph, known, edge, from_a, before);
                Entry& entry = best[mask | std::size_t{1} << edge];
                if (after.cost < entry.estimate.cost) entry = {after, start, edge, from_a};
            }
        }
    };

    std::vector<bool> known = bound_vertices(graph);
    if (anchored) {
        extend(0, known, Estimate{}, no_vertex);
    } else {
        for (std::size_t start = 0; start < graph.vertices.size(); ++start) {
            known[start] = true;
            extend(0, known, {graph.vertices[start].start_cost, graph.vertices[start].rows}, start);
            known[start] = false;
        }
    }
    for (std::size_t mask = 1; mask + 1 < best.size(); ++mask) {
        if (best[mask].estimate.cost == std::numeric_limits<double>::infinity()) continue;
        known = bound_vertices(graph);
        for (std::size_t edge = 0; edge < count; ++edge)
            if ((mask >> edge & 1U) != 0) known[graph.edges[edge].a] = known[graph.edges[edge].b] = true;
        extend(mask, known, best[mask].estimate, best[mask].start);
    }

    JoinOrder order;
    std::size_t mask = best.size() - 1;
    order.start = best[mask].start;
    while (mask != 0) {
        const Entry& entry = best[mask];
        order.steps.push_back({entry.edge, entry.from_a, entry.estimate.rows});
        mask &= ~(std::size_t{1} << entry.edge);
    }
    std::reverse(order.steps.begin(), order.steps.end());
    return order;
}

}  // namespace

JoinOrder order_joins(const JoinGraph& graph) {
    const bool anchored = is_anchored(graph);
    if (graph.edges.empty()) return {anchored ? no_vertex : cheapest_start(graph), {}};
    return graph.edges.size() <= exhaustive_joins ? exhaustive(graph, anchored) : greedy(graph, anchored);
}

}  // namespace confer::engine::plan
