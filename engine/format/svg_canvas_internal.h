#pragma once
// SvgCanvas: shapes and text as SVG elements, with their looks on a light and on a dark page.
//
// Looks are classes; what they mean on a light page also stands in each element's attributes, so that a page that
// allows no styles shows the picture all the same.
#include <string>
#include <string_view>
#include <vector>

#include "picture/layout.h"
#include "picture/text_box.h"

namespace confer::engine::format {

using picture::Point;
using picture::Size;
using picture::Weight;

enum class Ink : unsigned char { strong, soft };  // of text and of lines

struct TextLook {
    double size = 13;
    Weight weight = Weight::normal;
    Ink ink = Ink::strong;
    enum class Anchor : unsigned char { start, middle, end } anchor = Anchor::start;
};

inline constexpr double line_height = 1.3;  // of a line of text, by its font size

struct LineLook {
    Ink ink = Ink::soft;
    double width = 1.2;
    std::string_view dashes = {};  // "5 3"; empty: none
    int hue = -1;                  // of the palette's, instead of the ink
};

class SvgCanvas {
public:
    // Lines of text below each other; (x, y) is the base line of the first.
    void text(Point at, const std::vector<std::string>& lines, const TextLook& look);
    void text(Point at, std::string_view line, const TextLook& look);
    // A box with round corners in a hue of the palette; -1: in that of the page.
    void box(Point corner, Size size, int hue, double radius = 6, const LineLook& line = {});
    void bar(Point corner, Size size, Ink ink);
    // Hides what was drawn there before.
    void blank(Point corner, Size size);
    void circle(Point centre, double radius, bool filled, const LineLook& line = {});
    void line(Point from, Point to, const LineLook& look = {});
    // A chain of Bézier curves, with an arrow's head at its end.
    void curve(const std::vector<Point>& points, const LineLook& look, bool arrow);
    void polyline(const std::vector<Point>& points, const LineLook& look);
    // What is drawn until close() belongs together, and has this name for pointers and readers.
    void open(std::string_view title);
    void open_moved(Point by);
    // REQUIRES: is_linkable(url)
    void open_link(std::string_view url);
    void close();
    void close_link();
    // What another canvas has drawn.
    void add(const SvgCanvas& other) { out_ += other.out_; }

    const std::string& elements() const { return out_; }

private:
    std::string out_;
};

// The looks' rules for a dark page, as the content of a <style>.
std::string dark_page_rules();
// A rectangle in the page's colour behind everything.
std::string page_element(Size size);
// A number as SVG has it, with one digit after the point.
std::string svg_number(double value);

}  // namespace confer::engine::format
