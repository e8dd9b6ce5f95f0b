// CSV, Markdown and lists.
#include <catch2/catch.hpp>

#include "answers.h"

using namespace confer::test;
using format::Format;

TEST_CASE("CSV quotes what it has to and nothing else", "[format][csv]") {
    CHECK(rendered("RETURN 'plain text' AS a, 'a,b' AS b, 'say \"so\"' AS c, 'two\\nlines' AS d, '; |' AS e",
                   Format::csv) ==
          "a,b,c,d,e\r\n"
          "plain text,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",; |\r\n");
}

TEST_CASE("CSV quotes the names of columns", "[format][csv]") {
    CHECK(rendered("RETURN 1 AS `a,b`, 2 AS `\"c\"`", Format::csv) == "\"a,b\",\"\"\"c\"\"\"\r\n1,2\r\n");
}

TEST_CASE("CSV joins lists, draws paths and leaves null empty", "[format][csv]") {
    CHECK(rendered("MATCH p = ({id: 'a'})-[:S]->() RETURN [1, 'b', [2]] AS list, null AS nothing, p", Format::csv) ==
          "list,nothing,p\r\n1; b; [2],,(Ann)-[:S]->(Ann)\r\n");
}

TEST_CASE("a CSV row of one empty field is not an empty line", "[format][csv]") {
    CHECK(rendered("UNWIND [null, '', 'x'] AS a RETURN a", Format::csv) == "a\r\n\"\"\r\n\"\"\r\nx\r\n");
}

TEST_CASE("Markdown keeps to its table and takes no text for markup", "[format][markdown]") {
    CHECK(rendered("RETURN 'a|b' AS a, '<b>*x*</b> & `c`' AS b, 'one\\ntwo' AS c, 1 AS n", Format::markdown) ==
          "| a | b | c | n |\n"
          "| --- | --- | --- | ---: |\n"
          "| a\\|b | &lt;b&gt;\\*x\\*&lt;/b&gt; &amp; \\`c\\` | one<br>two | 1 |\n");
}

TEST_CASE("Markdown cites with footnotes", "[format][markdown][footnotes]") {
    CHECK(format::render(cited_answer(), Format::markdown) ==
          "| text |\n"
          "| --- |\n"
          "| claim[^1][^2][^3] |\n"
          "\n"
          "[^1]: One. Press, 1999 <https://one.example>\n"
          "[^2]: Two? Ann\n"
          "[^3]: Three (graded weak)\n");
}

TEST_CASE("formats are found by name", "[format]") {
    for (const std::string& name : format::format_names()) CHECK(format::format_called(name).has_value());
    CHECK(format::format_called("papyrus") == std::nullopt);
}
