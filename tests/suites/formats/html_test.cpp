// Fragments of pages.
#include <catch2/catch.hpp>

#include "answers.h"

using namespace confer::test;
using format::Format;

TEST_CASE("HTML is a table with headings that say what they head", "[format][html]") {
    CHECK(rendered("RETURN 'a' AS text, 1 AS n", Format::html) ==
          "<div class=\"confer\">\n"
          "<table>\n"
          "<caption>RETURN &#39;a&#39; AS text, 1 AS n</caption>\n"
          "<thead>\n"
          "<tr><th scope=\"col\">text</th><th scope=\"col\" class=\"confer-number\">n</th></tr>\n"
          "</thead>\n"
          "<tbody>\n"
          "<tr><th scope=\"row\">a</th><td class=\"confer-number\">1</td></tr>\n"
          "</tbody>\n"
          "</table>\n"
          "</div>\n");
}

TEST_CASE("HTML links each claim to its sources", "[format][html][footnotes]") {
    const std::string html = format::render(cited_answer(), Format::html);
    const std::string anchor = "confer-e2bad798-";
    CHECK(html.find("<th scope=\"row\">claim<sup><a href=\"#" + anchor + "1\">[1]</a> <a href=\"#" + anchor +
                    "2\">[2]</a> <a href=\"#" + anchor + "3\">[3*]</a></sup></th>") != std::string::npos);
    CHECK(html.find("<ol class=\"confer-sources\">\n"
                    "<li id=\"" +
                    anchor +
                    "1\">One. Press, 1999 <a href=\"https://one.example\">https://one.example"
                    "</a></li>\n"
                    "<li id=\"" +
                    anchor +
                    "2\">Two? Ann</li>\n"
                    "<li id=\"" +
                    anchor +
                    "3\">Three (graded weak *)</li>\n"
                    "</ol>\n") != std::string::npos);
    CHECK(format::render(cited_answer(), Format::html, {.sources = false}).find("confer-sources") == std::string::npos);
}

TEST_CASE("HTML takes no text for markup", "[format][html]") {
    const std::string escaped =
        "<bdi>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; a|b ]] {{c}} &#39;&#39;d&#39;&#39; ~~~~ __TOC__ "
        "\u202Eabc<br>next tab</bdi>";
    const std::string html = format::render(hostile_answer(), Format::html);
    CHECK(html.find("<th scope=\"col\">" + escaped + "</th>") != std::string::npos);
    CHECK(html.find("<th scope=\"row\">" + escaped + "<sup>") != std::string::npos);
    CHECK(html.find("<p class=\"confer-notice\">" + escaped + "</p>") != std::string::npos);
    CHECK(html.find("href=\"https://one.example/&quot;|]&lt;b&gt;\"") != std::string::npos);
    CHECK(html.find("javascript") == std::string::npos);
    CHECK(html.find("<script") == std::string::npos);
}

TEST_CASE("HTML has no control characters", "[format][html]") {
    CHECK(rendered("RETURN 'a\\u0000b\\u001bc' AS x", Format::html).find("a\uFFFDb\uFFFDc</th>") != std::string::npos);
}

TEST_CASE("HTML draws a matrix in groups, with its counts and what its marks mean", "[format][html][matrix]") {
    const std::string html = format::render(matrix_answer(), Format::html);
    CHECK(html.find("<tr><th scope=\"col\">component</th><th scope=\"col\"><abbr title=\"Behavior therapy\">BT</abbr>"
                    "</th><th scope=\"col\">CBT</th></tr>") != std::string::npos);
    CHECK(html.find("<tbody>\n<tr class=\"confer-group\"><th scope=\"rowgroup\" colspan=\"3\">draws on</th></tr>\n"
                    "<tr><th scope=\"row\">Learning theory</th><td class=\"confer-not-recorded\">· not recorded</td>"
                    "<td class=\"confer-yes\">✓ yes<sup>") != std::string::npos);
    CHECK(html.find("<tfoot>\n<tr><th scope=\"row\">✓ yes</th><td>1</td><td>2</td></tr>\n") != std::string::npos);
    CHECK(html.find("<li>? unknown: nobody looked: not a no</li>") != std::string::npos);
}

TEST_CASE("a file of its own needs a page around HTML and nothing around the others", "[format][html]") {
    for (const std::string& name : format::format_names()) {
        const format::Frame frame = format::frame_of(*format::format_called(name));
        CHECK(frame.before.starts_with("<!DOCTYPE html>") == (name == "html"));
        CHECK(frame.after.ends_with("</html>\n") == (name == "html"));
    }
}
