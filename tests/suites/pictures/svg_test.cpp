// Pictures of answers, and which kind an answer gets.
#include <catch2/catch.hpp>

#include "format/render.h"
#include "pictured.h"

using namespace confer::test;
using format::Format;

namespace {

std::string svg(std::string_view statement, const format::RenderOptions& options = {}) {
    return format::render(asked(statement), Format::svg, options);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a picture says what it shows to those who can't see it", "[format][svg]") {
    const std::string text = svg("which dishes contain tomato?");
    CHECK(has(text, "role=\"img\""));
    CHECK(has(text, "<title id=\"confer-"));
    CHECK(has(text, ">which dishes contain tomato?</title>"));
    CHECK(has(text, ">A graph of 2 nodes and 1 relationship. Pizza contains Tomato.</desc>"));
}

TEST_CASE("a graph has boxes, verbs with footnotes, a legend and its sources", "[format][svg]") {
    const std::string text = svg("which dishes contain tomato?");
    CHECK(has(text, ">Pizza</text>"));
    CHECK(has(text, ">contains [1]</text>"));
    CHECK(has(text, ">dish</text>"));
    CHECK(has(text, ">1 A cookbook</text>"));
    CHECK(has(text, "@media (prefers-color-scheme: dark)"));
    const std::string bare = svg("which dishes contain tomato?", {.sources = false});
    CHECK(has(bare, ">contains</text>"));
    CHECK_FALSE(has(bare, "cookbook"));
}

TEST_CASE("what denies is dashed", "[format][svg]") {
    CHECK(has(svg("MATCH (a)-[r:LACKS]->(b) RETURN r"), "stroke-dasharray=\"5 3\""));
    CHECK_FALSE(has(svg("MATCH (a)-[r:COMES_FROM]->(b) RETURN r"), "stroke-dasharray"));
}

TEST_CASE("the layout may come from elsewhere", "[format][svg]") {
    bool called = false;
    const picture::Layouter none = [&](const picture::LayoutInput&) {
        called = true;
        return std::nullopt;
    };
    const std::string own = svg("which dishes contain tomato?");
    CHECK(svg("which dishes contain tomato?", {.layout = none}) == own);
    CHECK(called);
}

TEST_CASE("a comparison is a matrix whose cells differ in shape", "[format][svg][matrix]") {
    const std::string text = svg("compare pizza, focaccia");
    CHECK(has(text, "<title>Pizza, Tomato: yes</title>"));
    CHECK(has(text, "<title>Focaccia, Tomato: rejected</title>"));
    CHECK(has(text, "<desc id="));
    CHECK(has(text, "A comparison of 2 columns"));
}

TEST_CASE("what is shared is drawn as sets", "[format][svg][sets]") {
    const std::string text = svg("what do pizza and calzone share?");
    CHECK(has(text, "<title>Pizza, Calzone: Dough</title>"));
    CHECK(has(text, "<title>only Pizza: Tomato</title>"));
    CHECK(has(text, "Sets and their overlaps. Pizza has 2. Calzone has 1. Shared by just Pizza, Calzone: Dough."));
}

TEST_CASE("a lineage stands on an axis of years, and says where none is known", "[format][svg][lineage]") {
    const std::string text = svg("lineage of pizza");
    CHECK(has(text, "<title>Pizza, 1889</title>"));
    CHECK(has(text, "<title>Focaccia, year not recorded</title>"));
    CHECK(has(text, ">1890</text>"));
}

TEST_CASE("what is no graph is a table", "[format][svg]") {
    const std::string text = svg("UNWIND [1, 2] AS n RETURN n, 'x' AS text");
    CHECK(has(text, ">n</text>"));
    CHECK(has(text, ">2</text>"));
    CHECK(has(text, "A table of 2 rows."));
}

TEST_CASE("a large graph is cut, and says so", "[format][svg]") {
    Database database;
    asked("UNWIND range(1, 300) AS n CREATE ({id: 'n' + toString(n)})", database);
    const std::string text = format::render(asked("MATCH (n) RETURN n", database), Format::svg);
    CHECK(has(text, "120 of 300 nodes are drawn"));
}

TEST_CASE("Mermaid has a name for each node and quotes every text", "[format][mermaid]") {
    CHECK(format::render(asked("MATCH (a)-[r:LACKS]->(b) RETURN r"), Format::mermaid) ==
          "flowchart LR\n"
          "  n1[\"Focaccia\"]\n"
          "  n2[\"Tomato\"]\n"
          "  n1 -. \"lacks\" .-> n2\n"
          "  classDef hue0 fill:#e3eefb,stroke:#1f5fa8,color:#1d1d1f\n"
          "  classDef hue1 fill:#fbe9d3,stroke:#a85200,color:#1d1d1f\n"
          "  class n1 hue0\n"
          "  class n2 hue1\n");
    Database database;
    const std::string text =
        format::render(asked("CREATE (n {name: 'a \"b\" #c; %%{d}'}) RETURN n", database), Format::mermaid);
    CHECK(has(text, "n1[\"a #34;b#34; #35;c#59; #37;#37;#123;d#125;\"]"));
}

TEST_CASE("DOT has ids, names, verbs and colours", "[format][dot]") {
    const std::string text = format::render(asked("MATCH (a)-[r:LACKS]->(b) RETURN r"), Format::dot);
    CHECK(has(text, "\"focaccia\" [label=\"Focaccia\", tooltip=\"Dish\", fillcolor=\"#e3eefb\", color=\"#1f5fa8\"];"));
    CHECK(has(text, "\"focaccia\" -> \"tomato\" [label=\"lacks\", style=dashed];"));
}
