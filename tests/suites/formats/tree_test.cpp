// Answers that are trees, such as a lineage, in the formats that people read.
#include <catch2/catch.hpp>

#include "answers.h"

using namespace confer::test;
using format::Format;

namespace {

std::string family(Format format) {
    Answer answer = answer_to(
        "UNWIND [[-1, 'Gran'], [0, 'Ann'], [1, 'Bo'], [2, 'Cy']] AS one "
        "RETURN one[0] AS depth, one[1] AS who");
    answer.tree = Tree{.text = 1, .depth = 0};
    return format::render(answer, format, {.sources = false});
}

}  // namespace

TEST_CASE("a table draws what hangs above and under", "[format][tree]") {
    CHECK(family(Format::table) ==
          " depth │ who\n"
          "───────┼──────────\n"
          "    -1 │ ┌─ Gran\n"
          "     0 │ Ann\n"
          "     1 │ └─ Bo\n"
          "     2 │    └─ Cy\n");
}

TEST_CASE("a list hangs its rows", "[format][tree]") {
    CHECK(family(Format::list) ==
          "┌─ Gran · depth: -1\n"
          "- Ann · depth: 0\n"
          "└─ Bo · depth: 1\n"
          "   └─ Cy · depth: 2\n");
}

TEST_CASE("documents keep the places before a branch", "[format][tree]") {
    CHECK(family(Format::markdown).find("| \u00A0\u00A0\u00A0└─\u00A0Cy |") != std::string::npos);
    CHECK(family(Format::wikitext).find("| &nbsp;&nbsp;&nbsp;└─&nbsp;Cy") != std::string::npos);
    CHECK(family(Format::html).find("<span class=\"confer-branch\" aria-hidden=\"true\">└─\u00A0</span>Bo") !=
          std::string::npos);
}

TEST_CASE("programs get the depth alone", "[format][tree]") {
    CHECK(family(Format::csv) == "depth,who\r\n-1,Gran\r\n0,Ann\r\n1,Bo\r\n2,Cy\r\n");
}
