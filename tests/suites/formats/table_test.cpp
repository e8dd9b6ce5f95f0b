#include <catch2/catch.hpp>

#include "answers.h"

using namespace confer::test;
using format::Format;

namespace {

std::string table(std::string_view statement, format::RenderOptions options = {}) {
    return rendered(statement, Format::table, options);
}

}  // namespace

TEST_CASE("a table has a column for each column, numbers at the right", "[format][table]") {
    CHECK(table("UNWIND [1, 20] AS n RETURN n, 'x' AS text") ==
          "  n │ text\n"
          "────┼──────\n"
          "  1 │ x\n"
          " 20 │ x\n");
}

TEST_CASE("wide characters take two cells, combining ones none", "[format][table]") {
    CHECK(table("UNWIND ['心理', 'ab', 'e\\u0301'] AS word RETURN word, 1 AS one") ==
          " word │ one\n"
          "──────┼─────\n"
          " 心理 │   1\n"
          " ab   │   1\n"
          " e\u0301    │   1\n");
}

TEST_CASE("a text of several lines makes a row of several lines", "[format][table]") {
    CHECK(table("RETURN 'one\\ntwo' AS text, 1 AS n") ==
          " text │ n\n"
          "──────┼───\n"
          " one  │ 1\n"
          " two  │\n");
}

TEST_CASE("what would move the cursor is shown as a space", "[format][table]") {
    CHECK(table("RETURN 'a\\tb\\r\\u001b[2Jc' AS text") ==
          " text\n"
          "───────────\n"
          " a b  [2Jc\n");
}

TEST_CASE("a table that is wider than its place wraps between words", "[format][table]") {
    CHECK(table("RETURN 'several words in a row' AS text, 1 AS n", {.width = 18}) ==
          " text         │ n\n"
          "──────────────┼───\n"
          " several      │ 1\n"
          " words in a   │\n"
          " row          │\n");
}

TEST_CASE("lists inside of values have brackets, and empty elements their commas", "[format][table]") {
    CHECK(table("RETURN [[1, 2], [3]] AS lists, {a: [1, [2]]} AS map, ['', 'x'] AS texts") ==
          " lists       │ map           │ texts\n"
          "─────────────┼───────────────┼───────\n"
          " [1, 2], [3] │ {a: [1, [2]]} │ , x\n");
}

TEST_CASE("null is a dash, an empty text nothing", "[format][table]") {
    CHECK(table("RETURN null AS a, '' AS b, 'c' AS c") ==
          " a │ b │ c\n"
          "───┼───┼───\n"
          " — │   │ c\n");
}

TEST_CASE("an answer without rows is a header", "[format][table]") {
    CHECK(table("UNWIND [] AS n RETURN n, n AS other") ==
          " n │ other\n"
          "───┼───────\n");
}

TEST_CASE("nodes are shown by name, relationships and paths as they are drawn", "[format][table]") {
    CHECK(table("MATCH p = (a {id: 'b'})<-[r:R]-() RETURN a, r, p") ==
          " a        │ r                      │ p\n"
          "──────────┼────────────────────────┼────────────────────────\n"
          " Bo | <b> │ (Ann)-[:R]->(Bo | <b>) │ (Bo | <b>)<-[:R]-(Ann)\n");
}

TEST_CASE("a table lists what its rows rest on", "[format][table][footnotes]") {
    CHECK(format::render(cited_answer(), Format::table) ==
          " text  │ sources\n"
          "───────┼──────────\n"
          " claim │ 1, 2, 3*\n"
          "\n"
          " [1] One. Press, 1999. https://one.example\n"
          " [2] Two? Ann\n"
          " [3*] Three\n"
          " * a source graded weak: no claim should rest on it alone\n");
    CHECK(format::render(cited_answer(), Format::table, {.sources = false}) ==
          " text\n"
          "───────\n"
          " claim\n");
}
