// Parts, places from the left to the right, routes, and the parts put beside and below each other.
// Test: tests/suites/pictures/layout_test.cpp.
#include <algorithm>
#include <map>
#include <numeric>

#include "picture/layers_internal.h"

namespace confer::engine::picture {

namespace {

constexpr double row_gap = 14, layer_gap = 30, part_gap = 32, shelf_width = 760;
constexpr double loop_width = 28, loop_rise = 22;   // of the first loop at a node; each other rises as much again
constexpr double loop_room = 0.75 * loop_rise + 9;  // a curve stays at three quarters of its control points

// The nodes of one connected part, and the edges among them.
struct Part {
    std::vector<std::uint32_t> nodes, edges;
};

class Joined {
public:
    explicit Joined(std::size_t count) : up_(count) { std::iota(up_.begin(), up_.end(), 0U); }

    std::uint32_t root(std::uint32_t node) {
        while (up_[node] != node) node = up_[node] = up_[up_[node]];
        return node;
    }
    void join(std::uint32_t a, std::uint32_t b) { up_[std::max(root(a), root(b))] = std::min(root(a), root(b)); }

private:
    std::vector<std::uint32_t> up_;
};

// In the order of their first nodes; nodes that are joined to nothing come last.
std::vector<Part> parts_of(const LayoutInput& input) {
    Joined joined(input.nodes.size());
    for (const LayoutEdge& edge : input.edges) joined.join(edge.start, edge.end);
    std::map<std::uint32_t, Part> by_root;
    for (std::uint32_t node = 0; node < input.nodes.size(); ++node) by_root[joined.root(node)].nodes.push_back(node);
    for (std::uint32_t edge = 0; edge < input.edges.size(); ++edge)
        by_root[joined.root(input.edges[edge].start)].edges.push_back(edge);
    std::vector<Part> parts;
    for (auto& [root, part] : by_root) parts.push_back(std::move(part));
    std::stable_partition(parts.begin(), parts.end(), [](const Part& part) { return !part.edges.empty(); });
    return parts;
}

// One part by itself. Nodes with loops are given the room for them above and, to stay in the middle, below.
class PartLayout {
public:
    PartLayout(const LayoutInput& input, const Part& part) : input_(input), part_(part) {
        std::map<std::uint32_t, std::uint32_t> places;
        for (std::uint32_t i = 0; i < part.nodes.size(); ++i) {
            places[part.nodes[i]] = i;
            own_.nodes.push_back(input.nodes[part.nodes[i]]);
        }
        std::vector<std::size_t> loops(part.nodes.size());
        for (const std::uint32_t edge : part.edges) {
            const LayoutEdge& it = input.edges[edge];
            own_.edges.push_back({places[it.start], places[it.end], it.label});
            if (it.start != it.end) continue;
            Size& size = own_.nodes[places[it.start]];
            size.width = std::max(size.width, it.label.width);
            size.height += (++loops[places[it.start]] == 1 ? 2 * loop_room : 1.5 * loop_rise);
        }
        layers_ = make_layers(own_);
        reduce_crossings(layers_);
        assign_heights(layers_, row_gap);
        assign_columns();
        bring_to_corner();
    }

    Size size() const { return size_; }

    void put_at(Point corner, Layout& layout) const {
        for (std::uint32_t i = 0; i < part_.nodes.size(); ++i) {
            const Point centre = centre_of(i);
            layout.nodes[part_.nodes[i]] = {corner.x + centre.x, corner.y + centre.y};
        }
        std::map<std::uint32_t, std::size_t> loops;
        for (const Way& way : layers_.ways) {
            Route route = way.vertices.empty() ? loop(own_.edges[way.edge].start, ++loops[own_.edges[way.edge].start])
                                               : routed(way);
            for (Point& point : route.curve) point = {corner.x + point.x, corner.y + point.y};
            route.label = {corner.x + route.label.x, corner.y + route.label.y};
            layout.routes[part_.edges[way.edge]] = std::move(route);
        }
    }

private:
    struct Column {
        double left = 0, width = 0;
        double middle() const { return left + width / 2; }
        double right() const { return left + width; }
    };

    void assign_columns() {
        columns_.resize(layers_.layers.size());
        double x = 0;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            for (const std::uint32_t vertex : layers_.layers[i])
                columns_[i].width = std::max(columns_[i].width, layers_.vertices[vertex].size.width);
            columns_[i].left = x;
            x += columns_[i].width + layer_gap;
        }
        size_.width = x - layer_gap;
    }

    void bring_to_corner() {
        double top = layers_.vertices.front().y, foot = top;
        for (const Vertex& vertex : layers_.vertices) {
            top = std::min(top, vertex.y - vertex.size.height / 2);
            foot = std::max(foot, vertex.y + vertex.size.height / 2);
        }
        for (Vertex& vertex : layers_.vertices) vertex.y -= top;
        size_.height = foot - top;
    }

    Point centre_of(std::uint32_t vertex) const {
        return {columns_[layers_.vertices[vertex].layer].middle(), layers_.vertices[vertex].y};
    }

    // Where a line meets a side of a node: those of several are spread, in the order of where they lead.
    Point port(std::uint32_t node, bool at_right, std::uint32_t towards, std::uint32_t edge) const {
        std::vector<std::pair<double, std::uint32_t>> lines;
        for (const Way& way : layers_.ways) {
            if (way.vertices.empty()) continue;
            if (at_right && way.vertices.front() == node)
                lines.emplace_back(layers_.vertices[way.vertices[1]].y, way.edge);
            if (!at_right && way.vertices.back() == node)
                lines.emplace_back(layers_.vertices[way.vertices[way.vertices.size() - 2]].y, way.edge);
        }
        std::sort(lines.begin(), lines.end());
        const auto found = std::find(lines.begin(), lines.end(), std::pair(layers_.vertices[towards].y, edge));
        const Size& box = input_.nodes[part_.nodes[node]];
        const double spread = std::min(box.height * 0.6 / static_cast<double>(lines.size()), 10.0);
        const double place = static_cast<double>(found - lines.begin()) - static_cast<double>(lines.size() - 1) / 2;
        const Point centre = centre_of(node);
        return {centre.x + (at_right ? box.width : -box.width) / 2, centre.y + place * spread};
    }

    static void bend_to(std::vector<Point>& curve, Point to) {
        const Point from = curve.back();
        const double half = (to.x - from.x) / 2;
        curve.push_back({from.x + half, from.y});
        curve.push_back({to.x - half, to.y});
        curve.push_back(to);
    }

    Route routed(const Way& way) const {
        Route route;
        const std::vector<std::uint32_t>& on = way.vertices;
        route.curve.push_back(port(on.front(), true, on[1], way.edge));
        for (std::size_t i = 1; i + 1 < on.size(); ++i) {
            const Vertex& vertex = layers_.vertices[on[i]];
            bend_to(route.curve, {columns_[vertex.layer].left, vertex.y});
            bend_to(route.curve, {columns_[vertex.layer].right(), vertex.y});
        }
        bend_to(route.curve, port(on.back(), false, on[on.size() - 2], way.edge));
        if (way.label != no_edge) route.label = centre_of(way.label);
        if (way.turned) std::reverse(route.curve.begin(), route.curve.end());
        return route;
    }

    Route loop(std::uint32_t node, std::size_t which) const {
        const Point centre = centre_of(node);
        const double top = centre.y - input_.nodes[part_.nodes[node]].height / 2;
        const double rise = loop_rise * static_cast<double>(which), half = loop_width / 2;
        Route route;
        route.curve = {{centre.x - half, top},
                       {centre.x - half - 8, top - rise},
                       {centre.x + half + 8, top - rise},
                       {centre.x + half, top}};
        route.label = {centre.x, top - 0.75 * rise};
        return route;
    }

    const LayoutInput& input_;
    const Part& part_;
    LayoutInput own_;
    Layers layers_;
    std::vector<Column> columns_;
    Size size_;
};

}  // namespace

Layout layered_layout(const LayoutInput& input) {
    Layout layout;
    layout.nodes.resize(input.nodes.size());
    layout.routes.resize(input.edges.size());
    const std::vector<Part> parts = parts_of(input);
    std::vector<PartLayout> laid_out;
    double widest = shelf_width, widest_single = 0;
    for (const Part& part : parts) {
        laid_out.emplace_back(input, part);
        widest = std::max(widest, laid_out.back().size().width);
        if (part.edges.empty()) widest_single = std::max(widest_single, laid_out.back().size().width);
    }
    Point corner;
    double shelf_height = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool single = parts[i].edges.empty();  // these stand in columns
        const Size size = laid_out[i].size();
        const double width = single ? widest_single : size.width;
        if (corner.x > 0 && corner.x + width > widest)
            corner = {0, corner.y + shelf_height + (single ? row_gap : part_gap)};
        if (corner.x == 0) shelf_height = 0;
        laid_out[i].put_at({corner.x + (width - size.width) / 2, corner.y}, layout);
        shelf_height = std::max(shelf_height, size.height);
        layout.size.width = std::max(layout.size.width, corner.x + width);
        layout.size.height = std::max(layout.size.height, corner.y + size.height);
        corner.x += width + (single ? row_gap : part_gap);
    }
    return layout;
}

}  // namespace confer::engine::picture
