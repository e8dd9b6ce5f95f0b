// Things side by side: on terminals of several widths, in Markdown, and for other programs.
#include <catch2/catch.hpp>

#include "answers.h"

using namespace confer::test;
using format::Format;

TEST_CASE("a matrix has a line for each group, marks with their sources, and counts at its foot", "[format][matrix]") {
    CHECK(format::render(matrix_answer(), Format::table) ==
          " component          │ BT             │ CBT\n"
          "────────────────────┼────────────────┼───────────────\n"
          " uses               │                │\n"
          "   Homework         │ ✓ yes [1]      │ ✓ yes [2, 3*]\n"
          "   Free association │ ✗ rejected [2] │ ? unknown\n"
          " draws on           │                │\n"
          "   Learning theory  │ · not recorded │ ✓ yes [1]\n"
          "────────────────────┼────────────────┼───────────────\n"
          " ✓ yes              │ 1              │ 2\n"
          " ✗ rejected         │ 1              │ 0\n"
          " · not recorded     │ 1              │ 0\n"
          " ? unknown          │ 0              │ 1\n"
          "\n"
          " ✓ yes: a source says so\n"
          " ✗ rejected: a source denies it\n"
          " · not recorded: looked for, and not found\n"
          " ? unknown: nobody looked: not a no\n"
          "\n"
          " [1] One. Press, 1999. https://one.example\n"
          " [2] Two? Ann\n"
          " [3*] Three\n"
          " * a source graded weak: no claim should rest on it alone\n");
}

TEST_CASE("a matrix without room for words has symbols", "[format][matrix]") {
    const std::string text = format::render(matrix_answer(), Format::table, {.width = 44});
    CHECK(text.substr(0, text.find("\n\n")) ==
          " component          │ BT    │ CBT\n"
          "────────────────────┼───────┼───────────\n"
          " uses               │       │\n"
          "   Homework         │ ✓ [1] │ ✓ [2, 3*]\n"
          "   Free association │ ✗ [2] │ ?\n"
          " draws on           │       │\n"
          "   Learning theory  │ ·     │ ✓ [1]\n"
          "────────────────────┼───────┼───────────\n"
          " ✓ yes              │ 1     │ 2\n"
          " ✗ rejected         │ 1     │ 0\n"
          " · not recorded     │ 1     │ 0\n"
          " ? unknown          │ 0     │ 1");
}

TEST_CASE("a matrix of more things than fit goes on below", "[format][matrix]") {
    const std::string text = format::render(matrix_answer(), Format::table, {.width = 36, .sources = false});
    CHECK(text.find("\n\n component          │ CBT\n") != std::string::npos);
    CHECK(text.find(" component          │ BT\n") == 0);
}

TEST_CASE("a matrix without rows has nothing at its foot", "[format][matrix]") {
    Answer answer = matrix_answer();
    answer.rows.clear();
    answer.citations.clear();
    answer.cell_citations.clear();
    CHECK(format::render(answer, Format::table) ==
          " component │ BT │ CBT\n"
          "───────────┼────┼─────\n");
}

TEST_CASE("colours of a matrix are only for those who want them", "[format][matrix]") {
    CHECK(format::render(matrix_answer(), Format::table).find('\x1b') == std::string::npos);
    CHECK(format::render(matrix_answer(), Format::table, {.color = true}).find("\x1b[31m✗ rejected [2]\x1b[0m") !=
          std::string::npos);
}

TEST_CASE("Markdown has the counts of a matrix as its last rows", "[format][matrix][markdown]") {
    const std::string text = format::render(matrix_answer(), Format::markdown);
    CHECK(
        text.starts_with("| relation | component | BT | CBT |\n"
                         "| --- | --- | --- | --- |\n"
                         "| uses | Homework | ✓ yes[^1] | ✓ yes[^2][^3] |\n"));
    CHECK(text.find("| | **✓ yes** | **1** | **2** |\n") != std::string::npos);
    CHECK(text.find("\n- ✗ rejected: a source denies it\n") != std::string::npos);
}

TEST_CASE("other programs get the words of a matrix and nothing at its foot", "[format][matrix][csv][json]") {
    CHECK(format::render(matrix_answer(), Format::csv) ==
          "relation,component,BT,CBT\r\n"
          "uses,Homework,yes,yes\r\n"
          "uses,Free association,rejected,unknown\r\n"
          "draws on,Learning theory,not recorded,yes\r\n");
    const std::string json = format::render(matrix_answer(), Format::json);
    CHECK(json.find(R"("rows":[["uses","Homework","yes","yes"],)") != std::string::npos);
    CHECK(json.find(R"("cell_citations":[[[],[],["S1"],["S2","S3"]],[[],[],["S2"],[]],[[],[],[],["S1"]]])") !=
          std::string::npos);
    CHECK(format::render(matrix_answer(), Format::jsonl)
              .starts_with(R"({"relation":"uses","component":"Homework","BT":"yes","CBT":"yes",)"
                           R"("$sources":["S1","S2","S3"],"$cell_sources":{"BT":["S1"],"CBT":["S2","S3"]}})"));
}

TEST_CASE("a list keeps its rows apart, whatever their texts hold", "[format][list]") {
    const std::string text = format::render(hostile_answer(), Format::list, {.sources = false});
    CHECK(text == "- <script>alert(\"1\")</script> a|b ]] {{c}} ''d'' ~~~~ __TOC__ abc\n  next tab\n");
}

TEST_CASE("a table takes nothing that turns the rest of its line", "[format][table]") {
    CHECK(format::render(hostile_answer(), Format::table).find("\u202E") == std::string::npos);
}
