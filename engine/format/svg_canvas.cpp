#include <charconv>
#include <cmath>

#include "format/markup_internal.h"
#include "format/svg_canvas_internal.h"
#include "picture/palette.h"

namespace confer::engine::format {

namespace {

struct Colours {
    std::string_view light, dark;
};
constexpr Colours page{"#ffffff", "#16181d"};
constexpr Colours strong{"#1d1d1f", "#ececee"};
constexpr Colours soft{"#55585f", "#b4b8c0"};

const Colours& of(Ink ink) {
    return ink == Ink::strong ? strong : soft;
}

std::string_view name_of(Ink ink) {
    return ink == Ink::strong ? "strong" : "soft";
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

std::string attribute(std::string_view name, double value) {
    return attribute(name, svg_number(value));
}

std::string point(Point at) {
    return svg_number(at.x) + "," + svg_number(at.y);
}

// What lines have in common; `fill` is what is inside, in the page's colour when it is not empty.
std::string line_attributes(const LineLook& look) {
    const std::string name =
        look.hue >= 0 ? "hue-line-" + std::to_string(look.hue) : "line-" + std::string(name_of(look.ink));
    const std::string_view colour =
        look.hue >= 0 ? picture::hues()[static_cast<std::size_t>(look.hue)].line : of(look.ink).light;
    std::string out =
        attribute("class", "confer-" + name) + attribute("stroke", colour) + attribute("stroke-width", look.width);
    if (!look.dashes.empty()) out += attribute("stroke-dasharray", look.dashes);
    return out;
}

// The head of an arrow: a triangle whose tip is the end of the curve, in the direction of its last tangent.
std::string arrow_head(const std::vector<Point>& points, const LineLook& look) {
    constexpr double length = 7, half_width = 3.2;
    const Point tip = points.back();
    Point from = points[points.size() - 2];
    for (std::size_t i = points.size() - 2; i-- > 0 && std::hypot(tip.x - from.x, tip.y - from.y) < 0.5;)
        from = points[i];
    const double distance = std::max(std::hypot(tip.x - from.x, tip.y - from.y), 0.001);
    const Point along{(tip.x - from.x) / distance, (tip.y - from.y) / distance};
    const Point foot{tip.x - along.x * length, tip.y - along.y * length};
    const Point left{foot.x - along.y * half_width, foot.y + along.x * half_width};
    const Point right{foot.x + along.y * half_width, foot.y - along.x * half_width};
    const std::string name =
        look.hue >= 0 ? "hue-text-" + std::to_string(look.hue) : "text-" + std::string(name_of(look.ink));
    const std::string_view colour =
        look.hue >= 0 ? picture::hues()[static_cast<std::size_t>(look.hue)].line : of(look.ink).light;
    return "<path" + attribute("class", "confer-" + name) + attribute("fill", colour) + " d=\"M" + point(tip) + "L" +
           point(left) + "L" + point(right) + "Z\"/>\n";
}

}  // namespace

std::string svg_number(double value) {
    char text[64];
    const auto end =
        std::to_chars(text, text + sizeof text, std::round(value * 10) / 10, std::chars_format::fixed, 1).ptr;
    std::string out(text, end);
    if (out.ends_with(".0")) out.resize(out.size() - 2);
    return out == "-0" ? "0" : out;
}

void SvgCanvas::text(Point at, const std::vector<std::string>& lines, const TextLook& look) {
    static constexpr std::string_view anchors[] = {"start", "middle", "end"};
    out_ += "<text" + attribute("class", "confer-text-" + std::string(name_of(look.ink))) +
            attribute("fill", of(look.ink).light) + attribute("font-size", look.size);
    if (look.weight == Weight::bold) out_ += attribute("font-weight", "bold");
    if (look.anchor != TextLook::Anchor::start)
        out_ += attribute("text-anchor", anchors[static_cast<std::size_t>(look.anchor)]);
    out_ += attribute("x", at.x) + attribute("y", at.y) + ">";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string escaped = xml_escaped(lines[i]);
        const std::string isolated = needs_isolation(lines[i]) ? attribute("unicode-bidi", "isolate") : "";
        if (i == 0 && isolated.empty()) {
            out_ += escaped;
        } else {
            out_ += "<tspan" + isolated +
                    (i == 0 ? "" : attribute("x", at.x) + attribute("dy", look.size * line_height)) + ">" + escaped +
                    "</tspan>";
        }
    }
    out_ += "</text>\n";
}

void SvgCanvas::text(Point at, std::string_view line, const TextLook& look) {
    text(at, std::vector<std::string>{std::string(line)}, look);
}

void SvgCanvas::box(Point corner, Size size, int hue, double radius, const LineLook& line) {
    const std::string name = hue < 0 ? "page" : "hue-" + std::to_string(hue);
    const picture::Hue* colours = hue < 0 ? nullptr : &picture::hues()[static_cast<std::size_t>(hue)];
    out_ += "<rect" +
            attribute("class",
                      "confer-" + name + (colours == nullptr ? " confer-line-" + std::string(name_of(line.ink)) : "")) +
            attribute("fill", colours == nullptr ? page.light : colours->fill) +
            attribute("stroke", colours == nullptr ? of(line.ink).light : colours->line) +
            attribute("stroke-width", line.width);
    if (!line.dashes.empty()) out_ += attribute("stroke-dasharray", line.dashes);
    out_ += attribute("x", corner.x) + attribute("y", corner.y) + attribute("width", size.width) +
            attribute("height", size.height);
    if (radius > 0) out_ += attribute("rx", radius);
    out_ += "/>\n";
}

void SvgCanvas::bar(Point corner, Size size, Ink ink) {
    out_ += "<rect" + attribute("class", "confer-text-" + std::string(name_of(ink))) +
            attribute("fill", of(ink).light) + attribute("x", corner.x) + attribute("y", corner.y) +
            attribute("width", size.width) + attribute("height", size.height) + "/>\n";
}

void SvgCanvas::blank(Point corner, Size size) {
    out_ += "<rect" + attribute("class", "confer-page") + attribute("fill", page.light) + attribute("x", corner.x) +
            attribute("y", corner.y) + attribute("width", size.width) + attribute("height", size.height) + "/>\n";
}

void SvgCanvas::circle(Point centre, double radius, bool filled, const LineLook& line) {
    out_ += "<circle";
    if (filled) {
        out_ +=
            attribute("class", "confer-text-" + std::string(name_of(line.ink))) + attribute("fill", of(line.ink).light);
    } else {
        out_ += attribute("class", "confer-page confer-line-" + std::string(name_of(line.ink))) +
                attribute("fill", page.light) + attribute("stroke", of(line.ink).light) +
                attribute("stroke-width", line.width);
        if (!line.dashes.empty()) out_ += attribute("stroke-dasharray", line.dashes);
    }
    out_ += attribute("cx", centre.x) + attribute("cy", centre.y) + attribute("r", radius) + "/>\n";
}

void SvgCanvas::line(Point from, Point to, const LineLook& look) {
    out_ += "<line" + line_attributes(look) + attribute("x1", from.x) + attribute("y1", from.y) +
            attribute("x2", to.x) + attribute("y2", to.y) + "/>\n";
}

void SvgCanvas::curve(const std::vector<Point>& points, const LineLook& look, bool arrow) {
    if (points.size() < 2) return;
    out_ += "<path" + line_attributes(look) + attribute("fill", "none") + " d=\"M" + point(points.front());
    for (std::size_t i = 1; i + 2 < points.size(); i += 3)
        out_ += "C" + point(points[i]) + " " + point(points[i + 1]) + " " + point(points[i + 2]);
    out_ += "\"/>\n";
    if (arrow) out_ += arrow_head(points, look);
}

void SvgCanvas::polyline(const std::vector<Point>& points, const LineLook& look) {
    out_ += "<path" + line_attributes(look) + attribute("fill", "none") + " d=\"";
    for (std::size_t i = 0; i < points.size(); ++i) out_ += (i == 0 ? "M" : "L") + point(points[i]);
    out_ += "\"/>\n";
}

void SvgCanvas::open(std::string_view title) {
    out_ += "<g><title>" + xml_escaped(title) + "</title>\n";
}

void SvgCanvas::open_moved(Point by) {
    out_ += "<g transform=\"translate(" + point(by) + ")\">\n";
}

void SvgCanvas::open_link(std::string_view url) {
    out_ += "<a href=\"" + xml_escaped(url) + "\">\n";
}

void SvgCanvas::close() {
    out_ += "</g>\n";
}

void SvgCanvas::close_link() {
    out_ += "</a>\n";
}

std::string dark_page_rules() {
    std::string out = "@media (prefers-color-scheme: dark) {\n";
    const auto rule = [&](std::string_view name, std::string_view property, std::string_view colour) {
        out += ".confer-" + std::string(name) + " { " + std::string(property) + ": " + std::string(colour) + " }\n";
    };
    rule("page", "fill", page.dark);
    for (const Ink ink : {Ink::strong, Ink::soft}) {
        rule("text-" + std::string(name_of(ink)), "fill", of(ink).dark);
        rule("line-" + std::string(name_of(ink)), "stroke", of(ink).dark);
    }
    for (std::size_t i = 0; i < picture::hues().size(); ++i) {
        const picture::Hue& hue = picture::hues()[i];
        const std::string number = std::to_string(i);
        out += ".confer-hue-" + number + " { fill: " + std::string(hue.dark_fill) +
               "; stroke: " + std::string(hue.dark_line) + " }\n";
        rule("hue-line-" + number, "stroke", hue.dark_line);
        rule("hue-text-" + number, "fill", hue.dark_line);
    }
    return out + "}\n";
}

std::string page_element(Size size) {
    return "<rect" + attribute("class", "confer-page") + attribute("fill", page.light) +
           attribute("width", size.width) + attribute("height", size.height) + "/>\n";
}

}  // namespace confer::engine::format
