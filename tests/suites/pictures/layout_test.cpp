// Where things stand in pictures, by our own layout and by what Graphviz says.
#include "picture/layout.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace confer::engine::picture;

namespace {

struct Box {
    Point centre;
    Size size;
};

bool overlap(const Box& a, const Box& b) {
    constexpr double touch = 0.01;
    return std::abs(a.centre.x - b.centre.x) < (a.size.width + b.size.width) / 2 - touch &&
           std::abs(a.centre.y - b.centre.y) < (a.size.height + b.size.height) / 2 - touch;
}

std::vector<Box> boxes_of(const LayoutInput& input, const Layout& layout) {
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < input.nodes.size(); ++i) boxes.push_back({layout.nodes[i], input.nodes[i]});
    for (std::size_t i = 0; i < input.edges.size(); ++i) {
        if (input.edges[i].label.width > 0) boxes.push_back({layout.routes[i].label, input.edges[i].label});
    }
    return boxes;
}

std::size_t overlaps(const std::vector<Box>& boxes) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t k = i + 1; k < boxes.size(); ++k) count += overlap(boxes[i], boxes[k]) ? 1 : 0;
    }
    return count;
}

bool is_inside(const Box& box, Size picture) {
    return box.centre.x - box.size.width / 2 > -0.01 && box.centre.x + box.size.width / 2 < picture.width + 0.01 &&
           box.centre.y - box.size.height / 2 > -0.01 && box.centre.y + box.size.height / 2 < picture.height + 0.01;
}

LayoutInput random_input(unsigned seed) {
    std::mt19937 random(seed);
    const auto upto = [&](unsigned most) { return static_cast<unsigned>(random() % (most + 1)); };
    LayoutInput input;
    const unsigned nodes = 1 + upto(24);
    for (unsigned i = 0; i < nodes; ++i) input.nodes.push_back({40.0 + upto(120), 24.0 + upto(30)});
    for (unsigned i = upto(40); i > 0; --i) {
        const bool labelled = upto(3) > 0;
        input.edges.push_back({upto(nodes - 1), upto(nodes - 1), labelled ? Size{20.0 + upto(80), 15} : Size{}});
    }
    return input;
}

bool on_border(Point point, const Box& box) {
    const double x = std::abs(point.x - box.centre.x) - box.size.width / 2;
    const double y = std::abs(point.y - box.centre.y) - box.size.height / 2;
    return std::abs(std::max(x, y)) < 0.01;
}

}  // namespace

TEST_CASE("no two boxes or labels of a layout overlap, and none leaves the picture", "[picture][layout]") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const LayoutInput input = random_input(seed);
        const Layout layout = layered_layout(input);
        const std::vector<Box> boxes = boxes_of(input, layout);
        INFO("seed " << seed);
        CHECK(overlaps(boxes) == 0);
        CHECK(std::all_of(boxes.begin(), boxes.end(), [&](const Box& box) { return is_inside(box, layout.size); }));
    }
}

TEST_CASE("a route runs from the border of its start to the border of its end, in whole curves", "[picture][layout]") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        const LayoutInput input = random_input(seed);
        const Layout layout = layered_layout(input);
        for (std::size_t i = 0; i < input.edges.size(); ++i) {
            const LayoutEdge& edge = input.edges[i];
            const std::vector<Point>& curve = layout.routes[i].curve;
            INFO("seed " << seed << ", edge " << i);
            REQUIRE(curve.size() >= 4);
            CHECK(curve.size() % 3 == 1);
            CHECK(on_border(curve.front(), {layout.nodes[edge.start], input.nodes[edge.start]}));
            CHECK(on_border(curve.back(), {layout.nodes[edge.end], input.nodes[edge.end]}));
        }
    }
}

TEST_CASE("what leads to something stands at its left", "[picture][layout]") {
    const LayoutInput chain{{{60, 30}, {60, 30}, {60, 30}}, {{0, 1, {}}, {1, 2, {40, 15}}, {0, 2, {}}}};
    const Layout layout = layered_layout(chain);
    CHECK(layout.nodes[0].x < layout.nodes[1].x);
    CHECK(layout.nodes[1].x < layout.routes[1].label.x);
    CHECK(layout.routes[1].label.x < layout.nodes[2].x);
}

TEST_CASE("a circle is drawn with one relationship turned", "[picture][layout]") {
    const LayoutInput circle{{{60, 30}, {60, 30}, {60, 30}}, {{0, 1, {}}, {1, 2, {}}, {2, 0, {}}}};
    const Layout layout = layered_layout(circle);
    std::size_t backwards = 0;
    for (const Route& route : layout.routes) backwards += route.curve.front().x > route.curve.back().x ? 1 : 0;
    CHECK(backwards == 1);
}

TEST_CASE("two rows that can stand without a crossing do", "[picture][layout]") {
    LayoutInput pairs;
    for (int i = 0; i < 8; ++i) pairs.nodes.push_back({60, 30});
    pairs.nodes.push_back({60, 30});  // holds them together
    for (std::uint32_t i = 0; i < 4; ++i) pairs.edges.push_back({i, 7 - i, {}});
    for (std::uint32_t i = 0; i < 4; ++i) pairs.edges.push_back({8, i, {}});
    const Layout layout = layered_layout(pairs);
    for (std::uint32_t i = 0; i < 4; ++i) {
        for (std::uint32_t k = 0; k < i; ++k) {
            CHECK((layout.nodes[i].y < layout.nodes[k].y) == (layout.nodes[7 - i].y < layout.nodes[7 - k].y));
        }
    }
}

TEST_CASE("nothing at all has a layout", "[picture][layout]") {
    CHECK(layered_layout({}).size.width == 0);
}

TEST_CASE("Graphviz is asked with numbers only, and its answer read by number", "[picture][graphviz]") {
    const LayoutInput input{{{72, 36}, {144, 36}}, {{0, 1, {40, 15}}, {1, 0, {}}}};
    const std::string request = graphviz_request(input);
    CHECK(request.find("n1 [width=2.000, height=0.500];") != std::string::npos);
    CHECK(request.find("n0 -> n1 [id=e0, label=<") != std::string::npos);
    const auto layout = graphviz_layout(R"({"bb": "0,0,300,54",
        "objects": [{"name": "n1", "pos": "200,18"}, {"name": "n0", "pos": "36,18"}],
        "edges": [{"id": "e1", "pos": "130,10 110,10 90,10 72,10"},
                  {"id": "e0", "pos": "e,128,18 72,18 90,18 100,18 120,18", "lp": "100,30"}]})",
                                        input);
    REQUIRE(layout.has_value());
    CHECK(layout->size.width == 300);
    CHECK(layout->nodes[0].x == 36);
    CHECK(layout->nodes[1].y == 36);  // from the top
    CHECK(layout->routes[0].curve.size() == 7);
    CHECK(layout->routes[0].curve.back().x == 128);
    CHECK(layout->routes[0].label.y == 24);
    CHECK(layout->routes[1].curve.size() == 4);
}

TEST_CASE("what is no answer of Graphviz to that is no layout", "[picture][graphviz]") {
    const LayoutInput input{{{72, 36}}, {}};
    for (const char* json : {"", "[]", "{}", "null", R"({"bb": "0,0,1"})", R"({"bb": "0,0,9,9", "objects": []})",
                             R"({"bb": "0,0,9,9", "objects": [{"name": "n7", "pos": "1,1"}]})",
                             R"({"bb": "0,0,9,9", "objects": [{"name": "n0", "pos": "nan,1"}]})",
                             R"({"bb": "0,0,9,9", "objects": [3]})"}) {
        CHECK_FALSE(graphviz_layout(json, input).has_value());
    }
}
