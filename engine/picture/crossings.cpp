// Crossing reduction by barycentres. Test: tests/suites/pictures/layout_test.cpp.
#include <algorithm>

#include "picture/layers_internal.h"

namespace confer::engine::picture {

namespace {

// Of the lines between a layer and the next: pairs whose ends stand in another order than their starts. They are
// walked in the order of their starts; a tree of counts says how many before them end below.
std::size_t crossings_after(const Layers& layers, std::size_t layer) {
    const std::size_t width = layers.layers[layer + 1].size();
    std::vector<std::size_t> tree(width + 1);
    std::size_t crossings = 0, seen = 0;
    for (const std::uint32_t from : layers.layers[layer]) {
        std::vector<std::uint32_t> ends;
        for (const std::uint32_t to : layers.vertices[from].after) ends.push_back(layers.vertices[to].place);
        std::sort(ends.begin(), ends.end());
        for (const std::uint32_t end : ends) {
            std::size_t not_below = 0;
            for (std::size_t i = end + 1; i > 0; i &= i - 1) not_below += tree[i];
            crossings += seen - not_below;
        }
        for (const std::uint32_t end : ends) {
            for (std::size_t i = end + 1; i <= width; i += i & (~i + 1)) ++tree[i];
            ++seen;
        }
    }
    return crossings;
}

std::size_t crossings(const Layers& layers) {
    std::size_t all = 0;
    for (std::size_t layer = 0; layer + 1 < layers.layers.size(); ++layer) all += crossings_after(layers, layer);
    return all;
}

// Each vertex goes to the mean place of its neighbours at one side; those without any keep theirs.
void order_by_barycentre(Layers& layers, std::size_t layer, bool from_left) {
    std::vector<std::uint32_t>& order = layers.layers[layer];
    std::vector<std::pair<double, std::uint32_t>> keys;
    for (const std::uint32_t at : order) {
        const Vertex& vertex = layers.vertices[at];
        const auto& neighbours = from_left ? vertex.before : vertex.after;
        double sum = 0;
        for (const std::uint32_t neighbour : neighbours) sum += layers.vertices[neighbour].place;
        keys.emplace_back(neighbours.empty() ? vertex.place : sum / static_cast<double>(neighbours.size()), at);
    }
    std::stable_sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        order[place] = keys[place].second;
        layers.vertices[order[place]].place = place;
    }
}

void restore(Layers& layers, const std::vector<std::vector<std::uint32_t>>& orders) {
    layers.layers = orders;
    for (const auto& order : orders) {
        for (std::uint32_t place = 0; place < order.size(); ++place) layers.vertices[order[place]].place = place;
    }
}

}  // namespace

void reduce_crossings(Layers& layers) {
    constexpr int sweeps = 24;
    std::size_t fewest = crossings(layers);
    auto best = layers.layers;
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
        const std::size_t count = layers.layers.size();
        for (std::size_t i = 1; i < count; ++i) {
            sweep % 2 == 0 ? order_by_barycentre(layers, i, true) : order_by_barycentre(layers, count - 1 - i, false);
        }
        const std::size_t now = crossings(layers);
        if (now >= fewest) continue;
        fewest = now;
        best = layers.layers;
    }
    restore(layers, best);
}

}  // namespace confer::engine::picture
