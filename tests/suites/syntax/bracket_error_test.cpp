// Brackets, quotes and comments that aren't closed, and characters that mean nothing. Each message as a person sees it.
#include "ast_shape.h"

using confer::test::error_of;

TEST_CASE("an unclosed string, name or comment is shown where it opens", "[syntax][error]") {
    CHECK(error_of("RETURN 'abc") ==
          R"q(error[syntax]: the string that begins here is never closed
 --> query:1:8
1 | RETURN 'abc
  |        ^
hint: add a closing `'`)q");
    CHECK(error_of(R"q(RETURN "abc AS x)q") ==
          R"q(error[syntax]: the string that begins here is never closed
 --> query:1:8
1 | RETURN "abc AS x
  |        ^
hint: add a closing `"`)q");
    CHECK(error_of("RETURN `abc") ==
          R"q(error[syntax]: the name that begins here is never closed
 --> query:1:8
1 | RETURN `abc
  |        ^
hint: add a closing backtick)q");
    CHECK(error_of("RETURN 1 /* never closed") ==
          R"q(error[syntax]: the comment that begins here is never closed
 --> query:1:10
1 | RETURN 1 /* never closed
  |          ^^
hint: add a closing `*/`)q");
    CHECK(error_of("RETURN $`a") ==
          R"q(error[syntax]: the name that begins here is never closed
 --> query:1:9
1 | RETURN $`a
  |         ^
hint: add a closing backtick)q");
}

TEST_CASE("an unclosed bracket is shown where it opens", "[syntax][error]") {
    CHECK(error_of("MATCH (a RETURN a") ==
          R"q(error[syntax]: this `(` is never closed
 --> query:1:7
1 | MATCH (a RETURN a
  |       ^
hint: add `)`)q");
    CHECK(error_of("MATCH (a)-[r->(b) RETURN a") ==
          R"q(error[syntax]: this `[` is never closed
 --> query:1:11
1 | MATCH (a)-[r->(b) RETURN a
  |           ^
hint: add `]`)q");
    CHECK(error_of("MATCH (a:Approach {name: 'x') RETURN a") ==
          R"q(error[syntax]: this `{` is never closed
 --> query:1:19
1 | MATCH (a:Approach {name: 'x') RETURN a
  |                   ^
hint: add `}` before `)`)q");
    CHECK(error_of("RETURN [1, 2 AS x") ==
          R"q(error[syntax]: this `[` is never closed
 --> query:1:8
1 | RETURN [1, 2 AS x
  |        ^
hint: add `]`)q");
    CHECK(error_of("RETURN (1 + 2") ==
          R"q(error[syntax]: this `(` is never closed
 --> query:1:8
1 | RETURN (1 + 2
  |        ^
hint: add `)`)q");
    CHECK(error_of("MATCH (a), (b RETURN a") ==
          R"q(error[syntax]: this `(` is never closed
 --> query:1:12
1 | MATCH (a), (b RETURN a
  |            ^
hint: add `)`)q");
    CHECK(error_of("RETURN [[[]] AS literal") ==
          R"q(error[syntax]: this `[` is never closed
 --> query:1:8
1 | RETURN [[[]] AS literal
  |        ^
hint: add `]`)q");
    CHECK(error_of("RETURN CASE WHEN a THEN b") ==
          R"q(error[syntax]: this `CASE` is never closed
 --> query:1:8
1 | RETURN CASE WHEN a THEN b
  |        ^^^^
hint: add `END`)q");
}

TEST_CASE("a closer without an opener is shown itself", "[syntax][error]") {
    CHECK(error_of("RETURN 1)") ==
          R"q(error[syntax]: this `)` closes nothing
 --> query:1:9
1 | RETURN 1)
  |         ^
hint: leave it out, or open it before)q");
    CHECK(error_of("MATCH (a)] RETURN a") ==
          R"q(error[syntax]: this `]` closes nothing
 --> query:1:10
1 | MATCH (a)] RETURN a
  |          ^
hint: leave it out, or open it before)q");
}

TEST_CASE("an error before the bracket is told first", "[syntax][error]") {
    CHECK(error_of("MATCH (a) WHERE a.x == 3 AND (b RETURN a") ==
          R"q(error[syntax]: equality is written `=`, not `==`
 --> query:1:21
1 | MATCH (a) WHERE a.x == 3 AND (b RETURN a
  |                     ^^
hint: write `=`)q");
}

TEST_CASE("signs that aren't of the language are named", "[syntax][error]") {
    CHECK(error_of("RETURN 42 — 41") ==
          R"q(error[invalid-unicode-character]: `—` (U+2014) is not a sign of the language
 --> query:1:11
1 | RETURN 42 — 41
  |           ^
hint: write the plain hyphen `-`)q");
    CHECK(error_of("RETURN “abc”") ==
          R"q(error[invalid-unicode-character]: `“` (U+201C) is not a sign of the language
 --> query:1:8
1 | RETURN “abc”
  |        ^
hint: put text between plain quotes, as in 'text')q");
    CHECK(error_of("RETURN 1 § 2") ==
          R"q(error[invalid-unicode-character]: `§` (U+00A7) is not a sign of the language
 --> query:1:10
1 | RETURN 1 § 2
  |          ^
hint: leave it out, or put it into a string or between backticks)q");
    CHECK(error_of("RETURN a?") ==
          R"q(error[syntax]: `?` has no meaning here
 --> query:1:9
1 | RETURN a?
  |         ^
hint: leave it out; parameters are written `$name`, choices `CASE WHEN … THEN … ELSE … END`)q");
    CHECK(error_of("RETURN $") ==
          R"q(error[syntax]: a parameter needs a name
 --> query:1:8
1 | RETURN $
  |        ^
hint: write it right after the sign, as in `$name`)q");
    CHECK(error_of("RETURN 1 # one") ==
          R"q(error[syntax]: `#` has no meaning here
 --> query:1:10
1 | RETURN 1 # one
  |          ^
hint: a comment begins with `//`)q");
}

TEST_CASE("an unclosed node after a drawn one", "[syntax][error]") {
    CHECK(error_of("MATCH (a)-[:R]->(b RETURN a") ==
          R"q(error[syntax]: this `(` is never closed
 --> query:1:17
1 | MATCH (a)-[:R]->(b RETURN a
  |                 ^
hint: add `)`)q");
}

TEST_CASE("signs of mathematics", "[syntax][error]") {
    CHECK(error_of("MATCH (a)→(b) RETURN a") ==
          R"q(error[invalid-unicode-character]: `→` (U+2192) is not a sign of the language
 --> query:1:10
1 | MATCH (a)→(b) RETURN a
  |          ^
hint: write `->`)q");
    CHECK(error_of("RETURN 1 ≤ 2") ==
          R"q(error[invalid-unicode-character]: `≤` (U+2264) is not a sign of the language
 --> query:1:10
1 | RETURN 1 ≤ 2
  |          ^
hint: write `<=`)q");
}
