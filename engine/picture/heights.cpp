// Brandes and Köpf's coordinates, turned by a quarter: layers stand beside each other, and vertices get heights.
//
// Four times, from either side and towards either end, vertices are put in line with the median of their neighbours,
// where such lines don't cross; lines are then moved together as far as the room between vertices allows. The balanced
// height is the mean of the two in the middle. Lines are compacted over the graph of which stands below which, by
// longest paths, not by classes: it needs no special cases.
// Test: tests/suites/pictures/layout_test.cpp.
#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "picture/layers_internal.h"

namespace confer::engine::picture {

namespace {

using Order = std::vector<std::vector<std::uint32_t>>;

class Run {
public:
    // `order` and the places in it are the run's own: mirrored runs go through mirrored orders.
    Run(const Layers& layers, Order order, bool from_right, double gap,
        const std::set<std::pair<std::uint32_t, std::uint32_t>>& barred)
        : layers_(layers), order_(std::move(order)), from_right_(from_right), gap_(gap), barred_(barred) {
        const std::size_t count = layers.vertices.size();
        place_.resize(count);
        root_.resize(count);
        next_.resize(count);
        for (std::uint32_t vertex = 0; vertex < count; ++vertex) root_[vertex] = next_[vertex] = vertex;
        for (const auto& layer : order_) {
            for (std::uint32_t place = 0; place < layer.size(); ++place) place_[layer[place]] = place;
        }
    }

    std::vector<double> heights() {
        align();
        compact();
        return y_;
    }

private:
    void align() {
        const std::size_t count = order_.size();
        for (std::size_t i = 1; i < count; ++i) {
            const auto& layer = order_[from_right_ ? count - 1 - i : i];
            std::int64_t last = -1;  // the place up to which the layer before is taken
            for (const std::uint32_t vertex : layer) {
                std::vector<std::uint32_t> neighbours =
                    from_right_ ? layers_.vertices[vertex].after : layers_.vertices[vertex].before;
                if (neighbours.empty()) continue;
                std::sort(neighbours.begin(), neighbours.end(),
                          [&](std::uint32_t a, std::uint32_t b) { return place_[a] < place_[b]; });
                const std::size_t middle = (neighbours.size() - 1) / 2;
                for (const std::size_t at : {middle, neighbours.size() / 2}) {
                    const std::uint32_t neighbour = neighbours[at];
                    if (next_[vertex] != vertex || last >= place_[neighbour]) continue;
                    if (barred_.contains(std::minmax(vertex, neighbour))) continue;
                    next_[neighbour] = vertex;
                    root_[vertex] = root_[neighbour];
                    next_[vertex] = root_[vertex];
                    last = place_[neighbour];
                }
            }
        }
    }

    double apart(std::uint32_t upper, std::uint32_t lower) const {
        const Vertex &a = layers_.vertices[upper], &b = layers_.vertices[lower];
        return (a.size.height + b.size.height) / 2 + (a.is_bend() && b.is_bend() ? gap_ / 2 : gap_);
    }

    // Lines as high as the vertices above them allow; then as low as those below do, where there are such.
    void compact() {
        const std::size_t count = layers_.vertices.size();
        struct Below {
            std::uint32_t line;
            double apart;
        };
        std::vector<std::vector<Below>> below(count);
        std::vector<std::uint32_t> waiting(count), sorted;
        for (const auto& layer : order_) {
            for (std::size_t i = 1; i < layer.size(); ++i) {
                below[root_[layer[i - 1]]].push_back({root_[layer[i]], apart(layer[i - 1], layer[i])});
                ++waiting[root_[layer[i]]];
            }
        }
        for (std::uint32_t line = 0; line < count; ++line) {
            if (root_[line] == line && waiting[line] == 0) sorted.push_back(line);
        }
        std::vector<double> top(count, 0);
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            for (const Below& next : below[sorted[i]]) {
                top[next.line] = std::max(top[next.line], top[sorted[i]] + next.apart);
                if (--waiting[next.line] == 0) sorted.push_back(next.line);
            }
        }
        for (std::size_t i = sorted.size(); i-- > 0;) {
            if (below[sorted[i]].empty()) continue;
            double lowest = std::numeric_limits<double>::max();
            for (const Below& next : below[sorted[i]]) lowest = std::min(lowest, top[next.line] - next.apart);
            top[sorted[i]] = std::max(top[sorted[i]], lowest);
        }
        y_.resize(count);
        for (std::uint32_t vertex = 0; vertex < count; ++vertex) y_[vertex] = top[root_[vertex]];
    }

    const Layers& layers_;
    Order order_;
    bool from_right_;
    double gap_;
    const std::set<std::pair<std::uint32_t, std::uint32_t>>& barred_;
    std::vector<std::int64_t> place_;
    std::vector<std::uint32_t> root_, next_;  // the line of a vertex, as a ring
    std::vector<double> y_;
};

// Lines that cross an inner one (both of its ends lie inside a long relationship) are not to be straight: it is.
std::set<std::pair<std::uint32_t, std::uint32_t>> barred_lines(const Layers& layers) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> barred;
    const auto inner_start = [&](std::uint32_t vertex) -> const Vertex* {
        const Vertex& it = layers.vertices[vertex];
        if (it.is_node() || it.before.size() != 1) return nullptr;
        const Vertex& before = layers.vertices[it.before.front()];
        return before.is_node() ? nullptr : &before;
    };
    for (std::size_t layer = 1; layer < layers.layers.size(); ++layer) {
        for (const std::uint32_t vertex : layers.layers[layer]) {
            const Vertex* start = inner_start(vertex);
            if (start == nullptr) continue;
            const std::uint32_t place = layers.vertices[vertex].place;
            for (const std::uint32_t other : layers.layers[layer]) {
                if (other == vertex || inner_start(other) != nullptr) continue;
                for (const std::uint32_t before : layers.vertices[other].before) {
                    const bool crosses =
                        (layers.vertices[before].place < start->place) != (layers.vertices[other].place < place);
                    if (crosses) barred.insert(std::minmax(before, other));
                }
            }
        }
    }
    return barred;
}

}  // namespace

void assign_heights(Layers& layers, double gap) {
    const auto barred = barred_lines(layers);
    Order mirrored = layers.layers;
    for (auto& layer : mirrored) std::reverse(layer.begin(), layer.end());
    const std::size_t count = layers.vertices.size();
    std::array<std::vector<double>, 4> runs;
    std::array<double, 4> least{}, most{};
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const bool upside_down = i >= 2;
        runs[i] = Run(layers, upside_down ? mirrored : layers.layers, i % 2 == 1, gap, barred).heights();
        if (upside_down) {
            for (double& y : runs[i]) y = -y;
        }
        least[i] = std::numeric_limits<double>::max();
        most[i] = std::numeric_limits<double>::lowest();
        for (std::size_t vertex = 0; vertex < count; ++vertex) {
            least[i] = std::min(least[i], runs[i][vertex] - layers.vertices[vertex].size.height / 2);
            most[i] = std::max(most[i], runs[i][vertex] + layers.vertices[vertex].size.height / 2);
        }
    }
    // All are moved to the one that takes least room: at its top, or, when upside down, at its foot.
    std::size_t smallest = 0;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        if (most[i] - least[i] < most[smallest] - least[smallest]) smallest = i;
    }
    for (std::size_t vertex = 0; vertex < count; ++vertex) {
        std::array<double, 4> y{};
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const double shift = i < 2 ? least[smallest] - least[i] : most[smallest] - most[i];
            y[i] = runs[i][vertex] + shift;
        }
        std::sort(y.begin(), y.end());
        layers.vertices[vertex].y = (y[1] + y[2]) / 2;
    }
}

}  // namespace confer::engine::picture
