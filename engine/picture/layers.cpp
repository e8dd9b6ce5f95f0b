// Cycle removal and layering. Test: tests/suites/pictures/layout_test.cpp.
#include <algorithm>

#include "picture/layers_internal.h"

namespace confer::engine::picture {

namespace {

using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// A depth-first walk that begins where nothing leads to: relationships to a node that is still open close a circle.
class CircleFinder {
public:
    explicit CircleFinder(const LayoutInput& part)
        : part_(part), out_(part.nodes.size()), state_(part.nodes.size()), turned_(part.edges.size()) {
        std::vector<bool> led_to(part.nodes.size());
        for (std::uint32_t edge = 0; edge < part.edges.size(); ++edge) {
            const LayoutEdge& it = part.edges[edge];
            if (it.start == it.end) continue;
            out_[it.start].push_back(edge);
            led_to[it.end] = true;
        }
        for (std::uint32_t node = 0; node < part.nodes.size(); ++node) {
            if (!led_to[node]) walk(node);
        }
        for (std::uint32_t node = 0; node < part.nodes.size(); ++node) walk(node);
    }

    const std::vector<bool>& turned() const { return turned_; }

private:
    enum class State : char { unseen, open, done };
    struct Step {
        std::uint32_t node;
        std::size_t next;
    };

    void walk(std::uint32_t root) {
        if (state_[root] != State::unseen) return;
        std::vector<Step> way{{root, 0}};
        state_[root] = State::open;
        while (!way.empty()) {
            Step& step = way.back();
            if (step.next == out_[step.node].size()) {
                state_[step.node] = State::done;
                way.pop_back();
                continue;
            }
            const std::uint32_t edge = out_[step.node][step.next++], to = part_.edges[edge].end;
            if (state_[to] == State::open) turned_[edge] = true;
            if (state_[to] != State::unseen) continue;
            state_[to] = State::open;
            way.push_back({to, 0});
        }
    }

    const LayoutInput& part_;
    std::vector<std::vector<std::uint32_t>> out_;
    std::vector<State> state_;
    std::vector<bool> turned_;
};

// Longest paths from the left; then each node that nothing leads to stands right before the first that it leads to.
std::vector<std::uint32_t> layer_numbers(std::size_t nodes, const Edges& edges) {
    std::vector<std::vector<std::uint32_t>> out(nodes);
    std::vector<std::uint32_t> waiting(nodes), layer(nodes), ready, before(nodes);
    for (const auto& [start, end] : edges) {
        out[start].push_back(end);
        ++waiting[end];
    }
    before = waiting;
    for (std::uint32_t node = 0; node < nodes; ++node) {
        if (waiting[node] == 0) ready.push_back(node);
    }
    for (std::size_t i = 0; i < ready.size(); ++i) {
        for (const std::uint32_t to : out[ready[i]]) {
            layer[to] = std::max(layer[to], layer[ready[i]] + 1);
            if (--waiting[to] == 0) ready.push_back(to);
        }
    }
    for (std::uint32_t node = 0; node < nodes; ++node) {
        if (before[node] > 0 || out[node].empty()) continue;
        std::uint32_t first = layer[out[node].front()];
        for (const std::uint32_t to : out[node]) first = std::min(first, layer[to]);
        layer[node] = first - 1;
    }
    return layer;
}

void join(Layers& layers, std::uint32_t from, std::uint32_t to) {
    layers.vertices[from].after.push_back(to);
    layers.vertices[to].before.push_back(from);
}

}  // namespace

Layers make_layers(const LayoutInput& part) {
    const CircleFinder circles(part);
    Edges edges;
    bool labelled = false;
    for (std::uint32_t edge = 0; edge < part.edges.size(); ++edge) {
        const LayoutEdge& it = part.edges[edge];
        if (it.start == it.end) continue;
        labelled = labelled || it.label.width > 0;
        circles.turned()[edge] ? edges.emplace_back(it.end, it.start) : edges.emplace_back(it.start, it.end);
    }
    const std::vector<std::uint32_t> numbers = layer_numbers(part.nodes.size(), edges);

    Layers out;
    const std::uint32_t apart = labelled ? 2 : 1;  // labels stand in layers of their own
    for (std::size_t node = 0; node < part.nodes.size(); ++node) {
        Vertex vertex;
        vertex.size = part.nodes[node];
        vertex.layer = numbers[node] * apart;
        out.vertices.push_back(std::move(vertex));
    }
    for (std::uint32_t edge = 0; edge < part.edges.size(); ++edge) {
        const LayoutEdge& it = part.edges[edge];
        Way way{.edge = edge, .turned = circles.turned()[edge], .vertices = {}};
        if (it.start == it.end) {
            out.ways.push_back(std::move(way));
            continue;
        }
        const std::uint32_t from = way.turned ? it.end : it.start, to = way.turned ? it.start : it.end;
        const std::uint32_t first = out.vertices[from].layer, last = out.vertices[to].layer;
        const std::uint32_t middle = first + ((last - first) / 2 | 1U);  // odd distances are those of labels
        way.vertices.push_back(from);
        for (std::uint32_t layer = first + 1; layer < last; ++layer) {
            Vertex vertex;
            vertex.layer = layer;
            vertex.edge = edge;
            if (layer == middle && it.label.width > 0) {
                vertex.size = it.label;
                way.label = static_cast<std::uint32_t>(out.vertices.size());
            }
            way.vertices.push_back(static_cast<std::uint32_t>(out.vertices.size()));
            out.vertices.push_back(std::move(vertex));
        }
        way.vertices.push_back(to);
        for (std::size_t i = 1; i < way.vertices.size(); ++i) join(out, way.vertices[i - 1], way.vertices[i]);
        out.ways.push_back(std::move(way));
    }

    std::uint32_t count = 0;
    for (const Vertex& vertex : out.vertices) count = std::max(count, vertex.layer + 1);
    out.layers.resize(count);
    // In the order of a depth-first walk, so that what belongs together begins together.
    std::vector<bool> seen(out.vertices.size());
    std::vector<std::uint32_t> stack;
    for (std::uint32_t root = 0; root < out.vertices.size(); ++root) {
        if (!out.vertices[root].before.empty()) continue;
        stack.push_back(root);
        while (!stack.empty()) {
            const std::uint32_t at = stack.back();
            stack.pop_back();
            if (seen[at]) continue;
            seen[at] = true;
            Vertex& vertex = out.vertices[at];
            vertex.place = static_cast<std::uint32_t>(out.layers[vertex.layer].size());
            out.layers[vertex.layer].push_back(at);
            stack.insert(stack.end(), vertex.after.rbegin(), vertex.after.rend());
        }
    }
    return out;
}

}  // namespace confer::engine::picture
