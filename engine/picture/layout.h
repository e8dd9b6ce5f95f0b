#pragma once
// layout: where the nodes of a picture stand, and how the relationships between them run.
//
// Shapes     boxes and labels of given sizes; places are those of their centres, x to the right, y down, in a picture
//            whose upper left corner is (0, 0). A route is a chain of cubic Bézier curves: its first point, then three
//            for each curve; it runs from the start's box to the end's.
// Units      the picture's own.
// Threads    plain values.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace confer::engine::picture {

struct Size {
    double width = 0, height = 0;
};

struct Point {
    double x = 0, y = 0;
};

struct LayoutEdge {
    std::uint32_t start = 0, end = 0;  // in `nodes`
    Size label;                        // no width: it has none
};

struct LayoutInput {
    std::vector<Size> nodes;
    std::vector<LayoutEdge> edges;
};

struct Route {
    std::vector<Point> curve;
    Point label;
};

struct Layout {
    Size size;
    std::vector<Point> nodes;   // by node of the input
    std::vector<Route> routes;  // by edge of the input
};

// Some way to lay out; nothing when it can't, and layered_layout() then does it.
using Layouter = std::function<std::optional<Layout>(const LayoutInput&)>;

// In layers from the left to the right: no two boxes or labels overlap. The same input gives the same layout anywhere.
// Each connected part is laid out by itself: relationships that close a circle are turned (Gansner, Koutsofios, North,
// Vo, "A technique for drawing directed graphs", IEEE TSE 19(3), 1993); nodes get layers by longest paths; those that
// pass a layer, and labels, get places of their own in it; orders inside the layers come from barycentres (Sugiyama,
// Tagawa, Toda, "Methods for visual understanding of hierarchical system structures", IEEE SMC 11(2), 1981), the best
// by the number of crossings (Barth, Jünger, Mutzel, "Simple and efficient bilayer cross counting", GD 2002); heights
// are those of Brandes and Köpf ("Fast and simple horizontal coordinate assignment", GD 2001), balanced out of four.
// Cost: about O(V·E) for the few hundred elements that a picture can show; it is not meant for more.
Layout layered_layout(const LayoutInput& input);

// The same by Graphviz's `dot`: what `dot -Tjson0` is to be given, and the layout in what it writes. The text holds
// sizes and numbers only, nothing of the data. Nothing when that is not the answer to this input.
std::string graphviz_request(const LayoutInput& input);
std::optional<Layout> graphviz_layout(std::string_view json, const LayoutInput& input);

}  // namespace confer::engine::picture
