// Graphviz's units are points with y upwards, and inches for boxes; ours are the same size as points here.
// Source: graphviz.org/docs/outputs/json, docs/attr-types/splineType. Test: tests/suites/pictures/layout_test.cpp.
#include <rapidjson/document.h>

#include <charconv>
#include <cmath>

#include "picture/layout.h"

namespace confer::engine::picture {

namespace {

std::string number(double value) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 3).ptr};
}

// "12.5,7 30,8.25": numbers with commas and spaces between them, behind `at`.
std::optional<std::vector<double>> numbers_in(std::string_view text) {
    std::vector<double> numbers;
    while (!text.empty()) {
        double value = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (problem != std::errc() || !std::isfinite(value)) return std::nullopt;
        numbers.push_back(value);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (!text.empty()) text.remove_prefix(1);
    }
    return numbers;
}

std::optional<std::string_view> text_in(const rapidjson::Value& object, const char* key) {
    if (!object.IsObject()) return std::nullopt;
    const auto found = object.FindMember(key);
    if (found == object.MemberEnd() || !found->value.IsString()) return std::nullopt;
    return std::string_view(found->value.GetString(), found->value.GetStringLength());
}

// "n12" -> 12
std::optional<std::size_t> place_in(std::optional<std::string_view> name, std::size_t count) {
    if (!name || name->size() < 2) return std::nullopt;
    std::size_t place = 0;
    const auto [end, problem] = std::from_chars(name->data() + 1, name->data() + name->size(), place);
    if (problem != std::errc() || end != name->data() + name->size() || place >= count) return std::nullopt;
    return place;
}

class Answer {
public:
    Answer(const rapidjson::Document& document, const LayoutInput& input) : document_(document), input_(input) {}

    std::optional<Layout> layout() {
        if (!document_.IsObject()) return std::nullopt;
        const auto box = numbers("bb", document_);
        if (!box || box->size() != 4) return std::nullopt;
        out_.size = {(*box)[2], (*box)[3]};
        out_.nodes.resize(input_.nodes.size());
        out_.routes.resize(input_.edges.size());
        return nodes() && edges() ? std::optional(std::move(out_)) : std::nullopt;
    }

private:
    static std::optional<std::vector<double>> numbers(const char* key, const rapidjson::Value& object) {
        const auto text = text_in(object, key);
        return text ? numbers_in(*text) : std::nullopt;
    }

    Point point(double x, double y) const { return {x, out_.size.height - y}; }

    bool nodes() {
        const auto all = document_.FindMember("objects");
        if (all == document_.MemberEnd()) return input_.nodes.empty();
        if (!all->value.IsArray() || all->value.Size() != input_.nodes.size()) return false;
        for (const auto& node : all->value.GetArray()) {
            const auto place = place_in(text_in(node, "name"), input_.nodes.size());
            const auto centre = numbers("pos", node);
            if (!place || !centre || centre->size() != 2) return false;
            out_.nodes[*place] = point((*centre)[0], (*centre)[1]);
        }
        return true;
    }

    bool edges() {
        const auto all = document_.FindMember("edges");
        if (all == document_.MemberEnd()) return input_.edges.empty();
        if (!all->value.IsArray() || all->value.Size() != input_.edges.size()) return false;
        for (const auto& edge : all->value.GetArray()) {
            const auto place = place_in(text_in(edge, "id"), input_.edges.size());
            if (!place || !route(edge, out_.routes[*place])) return false;
            const auto label = numbers("lp", edge);
            if (label && label->size() == 2) out_.routes[*place].label = point((*label)[0], (*label)[1]);
        }
        return true;
    }

    // "e,x,y" in front is the tip of the arrow: the curve is led on to it.
    bool route(const rapidjson::Value& edge, Route& route) const {
        auto text = text_in(edge, "pos");
        if (!text) return false;
        const bool has_tip = text->starts_with("e,");
        if (has_tip) text->remove_prefix(2);
        const auto all = numbers_in(*text);
        if (!all || all->size() % 2 != 0) return false;
        std::vector<Point> points;
        for (std::size_t i = 0; i < all->size(); i += 2) points.push_back(point((*all)[i], (*all)[i + 1]));
        if (points.size() < (has_tip ? 5U : 4U) || (points.size() - (has_tip ? 1 : 0)) % 3 != 1) return false;
        route.curve.assign(points.begin() + (has_tip ? 1 : 0), points.end());
        if (!has_tip) return true;
        const Point from = route.curve.back(), tip = points.front();
        route.curve.insert(route.curve.end(), {from, tip, tip});
        return true;
    }

    const rapidjson::Document& document_;
    const LayoutInput& input_;
    Layout out_;
};

}  // namespace

std::string graphviz_request(const LayoutInput& input) {
    std::string out =
        "digraph { graph [rankdir=LR, nodesep=0.2, ranksep=0.45, margin=0, pad=0];\n"
        "node [shape=box, fixedsize=true, label=\"\"]; edge [arrowsize=0.7];\n";
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        out += "n" + std::to_string(i) + " [width=" + number(input.nodes[i].width / 72) +
               ", height=" + number(input.nodes[i].height / 72) + "];\n";
    }
    for (std::size_t i = 0; i < input.edges.size(); ++i) {
        const LayoutEdge& edge = input.edges[i];
        out += "n" + std::to_string(edge.start) + " -> n" + std::to_string(edge.end) + " [id=e" + std::to_string(i);
        if (edge.label.width > 0) {  // an empty table of the label's size
            out += ", label=<<table border=\"0\" cellborder=\"0\" fixedsize=\"true\" width=\"" +
                   std::to_string(static_cast<int>(std::ceil(edge.label.width))) + "\" height=\"" +
                   std::to_string(static_cast<int>(std::ceil(edge.label.height))) + "\"><tr><td></td></tr></table>>";
        }
        out += "];\n";
    }
    return out + "}\n";
}

std::optional<Layout> graphviz_layout(std::string_view json, const LayoutInput& input) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(json.data(), json.size());
    if (document.HasParseError()) return std::nullopt;
    return Answer(document, input).layout();
}

}  // namespace confer::engine::picture
