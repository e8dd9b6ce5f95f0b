// Text in lines that fit.
#include "picture/text_box.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "picture/palette.h"
#include "pictured.h"

using namespace confer::engine::picture;
using Lines = std::vector<std::string>;

TEST_CASE("text is broken at white space, and no line is wider than asked for", "[picture][text]") {
    CHECK(wrapped("one two", 1000, 10, 3) == Lines{"one two"});
    CHECK(wrapped("one  two\nthree", 45, 10, 5) == Lines{"one two", "three"});
    for (const std::string& line : wrapped("a rather long text of many short words", 60, 10, 20))
        CHECK(text_width(line, 10) <= 60);
}

TEST_CASE("words that are too wide are broken after hyphens, or anywhere", "[picture][text]") {
    CHECK(wrapped("mindfulness-based", 90, 10, 5) == Lines{"mindfulness-", "based"});
    CHECK(wrapped("aaaaaaaa", 26, 10, 5) == Lines{"aaaa", "aaaa"});
    CHECK(wrapped("漢字漢字", 20, 10, 5) == Lines{"漢字", "漢字"});
}

TEST_CASE("the last line says that there is more", "[picture][text]") {
    const Lines lines = wrapped("one two three four", 45, 10, 2);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1] == "three…");
    CHECK(wrapped("ééééééé", 40, 10, 1) == Lines{"ééé…"});
}

TEST_CASE("an empty text is an empty line", "[picture][text]") {
    CHECK(wrapped("", 10, 10, 3) == Lines{""});
    CHECK(wrapped(" \n ", 10, 10, 3) == Lines{""});
}

TEST_CASE("bold text is wider, marks that stand on letters take no room", "[picture][text]") {
    CHECK(text_width("abc", 10, Weight::bold) > text_width("abc", 10));
    CHECK(text_width("e\u0301", 10) == text_width("e", 10));
}

namespace {

double channel(std::string_view colour, std::size_t at) {
    const double value = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

// WCAG 2.2: relative luminance and contrast ratio.
double contrast(std::string_view a, std::string_view b) {
    const auto luminance = [](std::string_view colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    };
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}  // namespace

TEST_CASE("names can be read on every colour of a label, and its border seen on the page", "[picture][palette]") {
    for (const Hue& hue : hues()) {
        INFO(hue.line);
        CHECK(contrast("#1d1d1f", hue.fill) >= 7);
        CHECK(contrast("#ececee", hue.dark_fill) >= 7);
        CHECK(contrast(hue.line, "#ffffff") >= 4.5);
        CHECK(contrast(hue.dark_line, "#16181d") >= 4.5);
    }
}

TEST_CASE("a label has the colour of its place in the schema", "[picture][palette]") {
    const auto graph = confer::test::kitchen().graph();
    CHECK(hue_of(*graph, "Dish") == 0);
    CHECK(hue_of(*graph, "Ingredient") == 1);
}
