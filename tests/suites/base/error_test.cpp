#include <catch2/catch.hpp>

#include "base/error.h"

using namespace confer::engine;

namespace {

Error error_at(std::uint32_t begin, std::uint32_t end) {
    return {.code = ErrorCode::syntax, .message = "something is wrong", .span = SourceSpan{begin, end}};
}

}  // namespace

TEST_CASE("an error shows its line with carets under the span, and its hints", "[base][error]") {
    const Error error{.code = ErrorCode::unknown_name,
                      .message = "no approach, technique or theory is called `mindfullness`",
                      .span = SourceSpan{21, 33},
                      .hints = {"did you mean `mindfulness`?"}};
    CHECK(render(error, "which approaches use mindfullness and treat anxiety?") ==
          R"(error[unknown-name]: no approach, technique or theory is called `mindfullness`
 --> query:1:22
1 | which approaches use mindfullness and treat anxiety?
  |                      ^^^^^^^^^^^^
hint: did you mean `mindfulness`?)");
}

TEST_CASE("the gutter is as wide as the line number", "[base][error]") {
    const std::string source = "\n\n\n\n\n\n\n\n\nRETURN x";
    CHECK(render(error_at(16, 17), source, "file.cypher") ==
          R"(error[syntax]: something is wrong
  --> file.cypher:10:8
10 | RETURN x
   |        ^)");
}

TEST_CASE("a gap is one caret, also at the end of the statement", "[base][error]") {
    CHECK(render(error_at(6, 6), "RETURN") == R"(error[syntax]: something is wrong
 --> query:1:7
1 | RETURN
  |       ^)");
}

TEST_CASE("an empty statement still shows where it ends", "[base][error]") {
    CHECK(render(error_at(0, 0), "") == "error[syntax]: something is wrong\n --> query:1:1\n1 |\n  | ^");
}

TEST_CASE("a span over several lines shows its first line", "[base][error]") {
    CHECK(render(error_at(7, 12), "RETURN a\r\n, b") == R"(error[syntax]: something is wrong
 --> query:1:8
1 | RETURN a
  |        ^)");
}

TEST_CASE("a span beyond the source is clamped", "[base][error]") {
    CHECK(render(error_at(100, 200), "RETURN") == render(error_at(6, 6), "RETURN"));
}

TEST_CASE("of a long line only what is around the span is shown", "[base][error]") {
    const std::string left(300, 'a'), right(300, 'b');
    CHECK(render(error_at(300, 304), left + "here" + right) == R"(error[syntax]: something is wrong
 --> query:1:301
1 | …)" + std::string(40, 'a') + "here" + std::string(76, 'b') + "…\n  | " +
                                                                   std::string(41, ' ') + "^^^^");
    CHECK(render(error_at(0, 700), "é" + right) == "error[syntax]: something is wrong\n --> query:1:1\n1 | é" +
                                                       std::string(78, 'b') + "…\n  | " + std::string(79, '^'));
}

TEST_CASE("carets stand under display cells, whatever the letters' width", "[base][error]") {
    SECTION("wide letters take two cells") {
        CHECK(render(error_at(8, 14), "RETURN '漢字'") == R"(error[syntax]: something is wrong
 --> query:1:9
1 | RETURN '漢字'
  |         ^^^^)");
    }
    SECTION("combining marks take none") {
        CHECK(render(error_at(5, 6), "'e\xCC\x81' x") ==
              "error[syntax]: something is wrong\n --> query:1:5\n"
              "1 | 'e\xCC\x81' x\n  |    ^");
    }
    SECTION("tabs go to the next stop of four") {
        CHECK(render(error_at(3, 4), "a\t\tb") == R"(error[syntax]: something is wrong
 --> query:1:4
1 | a       b
  |         ^)");
    }
}

TEST_CASE("nothing in a source can disturb the terminal", "[base][error]") {
    CHECK(render(error_at(1, 2), "\x1B[31m\xFF") ==
          "error[syntax]: something is wrong\n --> query:1:2\n"
          "1 | \xEF\xBF\xBD[31m\xEF\xBF\xBD\n  |  ^");
}

TEST_CASE("a fault in a file shows the file, line and pointer", "[base][error]") {
    Error error{.code = ErrorCode::bad_data, .message = "the id `cbt` is used twice"};
    error.place = FilePlace{.file = "graph.json", .line = 12, .pointer = "/nodes/3/id"};
    CHECK(render(error, "") == "error[bad-data]: the id `cbt` is used twice\n --> graph.json:12 (/nodes/3/id)");
    error.place = FilePlace{.file = "graph.json", .line = 0, .pointer = ""};
    CHECK(render(error, "") == "error[bad-data]: the id `cbt` is used twice\n --> graph.json");
}

TEST_CASE("the parts of a summary follow, each after a blank line", "[base][error]") {
    const Error error{.code = ErrorCode::bad_data,
                      .message = "the graph has 2 problems",
                      .problems = {{.code = ErrorCode::bad_data, .message = "one"},
                                   {.code = ErrorCode::bad_data, .message = "two", .hints = {"mend it"}}}};
    CHECK(render(error, "") ==
          "error[bad-data]: the graph has 2 problems\n\nerror[bad-data]: one\n\nerror[bad-data]: two\nhint: mend it");
}
