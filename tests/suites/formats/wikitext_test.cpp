// Tables for MediaWiki.
#include <catch2/catch.hpp>

#include "answers.h"

using namespace confer::test;
using format::Format;

TEST_CASE("wikitext is a table with headings that say what they head", "[format][wikitext]") {
    CHECK(rendered("RETURN 'a' AS text, 1 AS n", Format::wikitext) ==
          "{| class=\"wikitable\"\n"
          "|+ RETURN &#39;a&#39; AS text, 1 AS n\n"
          "|-\n"
          "! scope=\"col\" | text\n"
          "! scope=\"col\" | n\n"
          "|-\n"
          "! scope=\"row\" | a\n"
          "| style=\"text-align: right\" | 1\n"
          "|}\n");
}

TEST_CASE("wikitext describes a source once and then refers to it", "[format][wikitext][footnotes]") {
    Answer answer = cited_answer();
    answer.rows.push_back({answer.rows[0].begin(), answer.rows[0].end()});
    answer.citations = {{2, 0}, {0, 1}};
    CHECK(format::render(answer, Format::wikitext) ==
          "{| class=\"wikitable\"\n"
          "|+ RETURN &#39;claim&#39; AS text\n"
          "|-\n"
          "! scope=\"col\" | text\n"
          "|-\n"
          "! scope=\"row\" | claim<ref name=\"confer-e2bad798-1\">[https://one.example One. Press, 1999]</ref>"
          "<ref name=\"confer-e2bad798-3\">Three (graded weak)</ref>\n"
          "|-\n"
          "! scope=\"row\" | claim<ref name=\"confer-e2bad798-1\" />"
          "<ref name=\"confer-e2bad798-2\">Two? Ann</ref>\n"
          "|}\n"
          "\n<references />\n");
}

TEST_CASE("wikitext takes no text for markup", "[format][wikitext]") {
    const std::string escaped =
        "<bdi>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; a&#124;b &#93;&#93; &#123;&#123;c&#125;&#125; "
        "&#39;&#39;d&#39;&#39; &#126;&#126;&#126;&#126; &#95;&#95;TOC&#95;&#95; \u202Eabc<br>next tab</bdi>";
    const std::string text = format::render(hostile_answer(), Format::wikitext);
    CHECK(text.find("! scope=\"col\" | " + escaped + "\n") != std::string::npos);
    CHECK(text.find("! scope=\"row\" | " + escaped + "<ref") != std::string::npos);
    CHECK(text.find("[https://one.example/%22%7C%5D%3Cb%3E " + escaped.substr(0, escaped.size() - 6)) !=
          std::string::npos);
    CHECK(text.find("javascript") == std::string::npos);
    CHECK(text.find("|+ RETURN &#39;&#124;&#39;\n") != std::string::npos);
}

TEST_CASE("wikitext links no address in a text", "[format][wikitext]") {
    CHECK(rendered("RETURN 'http://x.example !! y' AS x", Format::wikitext)
              .find("! scope=\"row\" | http&#58;//x.example &#33;&#33; y\n") != std::string::npos);
}

TEST_CASE("wikitext draws a matrix in groups, with its counts and what its marks mean", "[format][wikitext][matrix]") {
    const std::string text = format::render(matrix_answer(), Format::wikitext);
    CHECK(text.find("! scope=\"col\" | component\n"
                    "! scope=\"col\" | <abbr title=\"Behavior therapy\">BT</abbr>\n"
                    "! scope=\"col\" | CBT\n"
                    "|-\n"
                    "! scope=\"rowgroup\" colspan=\"3\" | uses\n"
                    "|-\n"
                    "! scope=\"row\" | Homework\n"
                    "| ✓ yes<ref name=") != std::string::npos);
    CHECK(text.find("|-\n! scope=\"row\" | ✗ rejected\n| 1\n| 0\n") != std::string::npos);
    CHECK(text.find("* ✗ rejected: a source denies it\n") != std::string::npos);
}
