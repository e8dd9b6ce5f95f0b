// Tables for DokuWiki.
#include <catch2/catch.hpp>

#include "answers.h"

using namespace confer::test;
using format::Format;

TEST_CASE("DokuWiki has headings in carets, and numbers at the right", "[format][dokuwiki]") {
    CHECK(rendered("RETURN 'a' AS text, 1 AS n", Format::dokuwiki) ==
          "^ text ^ n ^\n"
          "^ a |  1 |\n");
}

TEST_CASE("DokuWiki cites with footnotes", "[format][dokuwiki][footnotes]") {
    CHECK(
        format::render(cited_answer(), Format::dokuwiki) ==
        "^ text ^\n"
        "^ claim((One. Press, 1999 [[https://one.example]]))((<nowiki>Two? Ann</nowiki>))((Three (graded weak) )) |\n");
}

TEST_CASE("DokuWiki reads no markup in texts", "[format][dokuwiki]") {
    CHECK(rendered("RETURN '**a** | b' AS x, 'one\\ntwo' AS y, '</nowiki>[[z]]' AS z", Format::dokuwiki) ==
          "^ x ^ y ^ z ^\n"
          "^ <nowiki>**a** | b</nowiki> | one\\\\ two | <nowiki></now</nowiki><nowiki>iki>[[z]]</nowiki> |\n");
}

TEST_CASE("DokuWiki has groups, counts and a legend of a matrix", "[format][dokuwiki][matrix]") {
    const std::string text = format::render(matrix_answer(), Format::dokuwiki, {.sources = false});
    CHECK(text ==
          "^ component ^ Behavior therapy ^ CBT ^\n"
          "^ uses ^^^\n"
          "^ Homework | ✓ yes | ✓ yes |\n"
          "^ Free association | ✗ rejected | <nowiki>? unknown</nowiki> |\n"
          "^ draws on ^^^\n"
          "^ Learning theory | · not recorded | ✓ yes |\n"
          "^ ✓ yes |  1 |  2 |\n"
          "^ ✗ rejected |  1 |  0 |\n"
          "^ · not recorded |  1 |  0 |\n"
          "^ <nowiki>? unknown</nowiki> |  0 |  1 |\n"
          "\n"
          "  * <nowiki>✓ yes: a source says so</nowiki>\n"
          "  * <nowiki>✗ rejected: a source denies it</nowiki>\n"
          "  * <nowiki>· not recorded: looked for, and not found</nowiki>\n"
          "  * <nowiki>? unknown: nobody looked: not a no</nowiki>\n");
}
