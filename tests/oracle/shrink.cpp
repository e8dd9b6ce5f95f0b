#include "shrink.h"

#include <algorithm>

namespace confer::oracle {
namespace {

bool shrink_statement(Case& wrong, const std::function<bool(const Case&)>& is_wrong) {
    bool any = false;
    for (std::size_t which = 0;;) {
        Case shorter = wrong;
        shorter.statement = simpler(wrong.statement, which);
        if (shorter.statement.empty()) return any;
        if (shorter.statement != wrong.statement && is_wrong(shorter)) {
            wrong = std::move(shorter);
            any = true;
        } else {
            ++which;
        }
    }
}

void remove_node(Sketch& sketch, std::size_t node) {
    sketch.nodes.erase(sketch.nodes.begin() + static_cast<std::ptrdiff_t>(node));
    std::erase_if(sketch.edges, [&](const Sketch::Edge& edge) { return edge.from == node || edge.to == node; });
    for (Sketch::Edge& edge : sketch.edges) {
        edge.from -= edge.from > node ? 1 : 0;
        edge.to -= edge.to > node ? 1 : 0;
    }
}

// All graphs that lack one thing.
std::vector<Sketch> smaller(const Sketch& sketch) {
    std::vector<Sketch> all;
    const auto without = [&](const auto& leave_out) {
        all.push_back(sketch);
        leave_out(all.back());
    };
    for (std::size_t i = 0; i < sketch.nodes.size(); ++i) without([&](Sketch& less) { remove_node(less, i); });
    for (std::size_t i = 0; i < sketch.edges.size(); ++i)
        without([&](Sketch& less) { less.edges.erase(less.edges.begin() + static_cast<std::ptrdiff_t>(i)); });
    for (std::size_t i = 0; i < sketch.nodes.size(); ++i) {
        for (const auto& property : sketch.nodes[i].properties)
            without([&](Sketch& less) { less.nodes[i].properties.erase(property.first); });
        if (sketch.nodes[i].labels.size() > 1) without([&](Sketch& less) { less.nodes[i].labels.pop_back(); });
    }
    for (std::size_t i = 0; i < sketch.edges.size(); ++i) {
        for (const auto& property : sketch.edges[i].properties)
            without([&](Sketch& less) { less.edges[i].properties.erase(property.first); });
    }
    return all;
}

bool shrink_graph(Case& wrong, const std::function<bool(const Case&)>& is_wrong) {
    bool any = false;
    for (bool found = true; found;) {
        found = false;
        for (Sketch& less : smaller(wrong.sketch)) {
            Case candidate{std::move(less), wrong.statement};
            if (!is_wrong(candidate)) continue;
            wrong = std::move(candidate);
            found = any = true;
            break;
        }
    }
    return any;
}

}  // namespace

Case shrink(Case wrong, const std::function<bool(const Case&)>& is_wrong) {
    while (shrink_statement(wrong, is_wrong) || shrink_graph(wrong, is_wrong)) {
    }
    return wrong;
}

}  // namespace confer::oracle
