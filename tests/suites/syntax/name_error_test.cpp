// Commas, names and texts. Each message as a person sees it.
#include "ast_shape.h"

using confer::test::error_of;

TEST_CASE("a comma too many", "[syntax][error]") {
    CHECK(error_of("RETURN 1, 2,") ==
          R"q(error[syntax]: there is nothing after this comma
 --> query:1:12
1 | RETURN 1, 2,
  |            ^
hint: leave it out, or go on after it)q");
    CHECK(error_of("RETURN [1, 2,]") ==
          R"q(error[syntax]: there is nothing after this comma
 --> query:1:13
1 | RETURN [1, 2,]
  |             ^
hint: leave it out, or go on after it)q");
    CHECK(error_of("RETURN [, ]") ==
          R"q(error[syntax]: there is nothing before this comma
 --> query:1:9
1 | RETURN [, ]
  |         ^
hint: leave it out, or write a value before it)q");
    CHECK(error_of("RETURN f(1,)") ==
          R"q(error[syntax]: there is nothing after this comma
 --> query:1:11
1 | RETURN f(1,)
  |           ^
hint: leave it out, or go on after it)q");
    CHECK(error_of("MATCH (a), RETURN a") ==
          R"q(error[syntax]: there is nothing after this comma
 --> query:1:10
1 | MATCH (a), RETURN a
  |          ^
hint: leave it out, or go on after it)q");
}

TEST_CASE("quotes around a name", "[syntax][error]") {
    CHECK(error_of(R"q(MATCH (a) RETURN a AS "x")q") ==
          R"q(error[syntax]: a name stands here, and quotes are for texts
 --> query:1:23
1 | MATCH (a) RETURN a AS "x"
  |                       ^^^
hint: write it without quotes, or between backticks when it holds spaces)q");
    CHECK(error_of(R"q(MATCH (a:"Approach") RETURN a)q") ==
          R"q(error[syntax]: a name stands here, and quotes are for texts
 --> query:1:10
1 | MATCH (a:"Approach") RETURN a
  |          ^^^^^^^^^^
hint: write it without quotes, or between backticks when it holds spaces)q");
    CHECK(error_of(R"q(MATCH (a) RETURN a."name")q") ==
          R"q(error[syntax]: a name stands here, and quotes are for texts
 --> query:1:20
1 | MATCH (a) RETURN a."name"
  |                    ^^^^^^
hint: write it without quotes, or between backticks when it holds spaces)q");
    CHECK(error_of(R"q(RETURN {"name": 1})q") ==
          R"q(error[syntax]: a name stands here, and quotes are for texts
 --> query:1:9
1 | RETURN {"name": 1}
  |         ^^^^^^
hint: write it without quotes, or between backticks when it holds spaces)q");
}

TEST_CASE("a text without quotes", "[syntax][error]") {
    CHECK(error_of("MATCH (a {name: Gestalt therapy}) RETURN a") ==
          R"q(error[syntax]: text stands between quotes
 --> query:1:17
1 | MATCH (a {name: Gestalt therapy}) RETURN a
  |                 ^^^^^^^^^^^^^^^
hint: write 'Gestalt therapy')q");
    CHECK(error_of("MATCH (a) WHERE a.name = Gestalt therapy RETURN a") ==
          R"q(error[syntax]: text stands between quotes
 --> query:1:26
1 | MATCH (a) WHERE a.name = Gestalt therapy RETURN a
  |                          ^^^^^^^^^^^^^^^
hint: write 'Gestalt therapy')q");
}

TEST_CASE("a doubled quotation mark", "[syntax][error]") {
    CHECK(error_of("MATCH (a {name: 'it''s'}) RETURN a") ==
          R"q(error[syntax]: a quotation mark inside a text is not doubled
 --> query:1:21
1 | MATCH (a {name: 'it''s'}) RETURN a
  |                     ^^^
hint: write `\'` for `'`, or put the text between double quotes)q");
}

TEST_CASE("a reserved word as a name", "[syntax][error]") {
    CHECK(error_of("MATCH (a) RETURN a AS order") ==
          R"q(error[syntax]: `order` is a reserved word, so it can't stand as a name
 --> query:1:23
1 | MATCH (a) RETURN a AS order
  |                       ^^^^^
hint: put it between backticks, or choose another name)q");
    CHECK(error_of("MATCH (limit) RETURN 1") ==
          R"q(error[syntax]: `limit` is a reserved word, so it can't stand as a name
 --> query:1:8
1 | MATCH (limit) RETURN 1
  |        ^^^^^
hint: put it between backticks, or choose another name)q");
    CHECK(error_of("RETURN limit") ==
          R"q(error[syntax]: `limit` is a reserved word, so it can't stand as a name
 --> query:1:8
1 | RETURN limit
  |        ^^^^^
hint: put it between backticks, or choose another name)q");
    CHECK(error_of("RETURN match, 1") ==
          R"q(error[syntax]: `match` is a reserved word, so it can't stand as a name
 --> query:1:8
1 | RETURN match, 1
  |        ^^^^^
hint: put it between backticks, or choose another name)q");
}

TEST_CASE("two values without a comma", "[syntax][error]") {
    CHECK(error_of("MATCH (a) RETURN a b") ==
          R"q(error[syntax]: expected an operator, `AS`, `,` or the end of the statement here
 --> query:1:20
1 | MATCH (a) RETURN a b
  |                    ^
hint: write `AS b` to name the column, or put a comma between two columns)q");
    CHECK(error_of("RETURN {a 1}") ==
          R"q(error[syntax]: expected `:` here
 --> query:1:11
1 | RETURN {a 1}
  |           ^
hint: write `:` here)q");
}

TEST_CASE("a list that is neither of values nor from a list or pattern", "[syntax][error]") {
    CHECK(error_of("RETURN [x | y]") ==
          R"q(error[syntax]: a list with `WHERE` or `|` is made from another list or from a pattern
 --> query:1:9
1 | RETURN [x | y]
  |         ^
hint: write `[x IN list WHERE … | …]` or `[(a)-->(b) WHERE … | …]`; labels joined by `|` need parentheses, as in `n:(A|B)`)q");
    CHECK(error_of("RETURN [(a)-->(b) WHERE b.x]") ==
          R"q(error[syntax]: the list of what the pattern matches needs a value for each match
 --> query:1:9
1 | RETURN [(a)-->(b) WHERE b.x]
  |         ^^^^^^^^^
hint: add it after a bar, as in `[(a)-->(b) | b.name]`)q");
    CHECK(error_of("RETURN [n:A|B]") ==
          R"q(error[syntax]: a list with `WHERE` or `|` is made from another list or from a pattern
 --> query:1:9
1 | RETURN [n:A|B]
  |         ^^^
hint: write `[x IN list WHERE … | …]` or `[(a)-->(b) WHERE … | …]`; labels joined by `|` need parentheses, as in `n:(A|B)`)q");
}

TEST_CASE("a column's name of several words", "[syntax][error]") {
    CHECK(error_of("MATCH (a) RETURN a.name AS the name") ==
          R"q(error[syntax]: a name of several words stands between backticks
 --> query:1:28
1 | MATCH (a) RETURN a.name AS the name
  |                            ^^^^^^^^
hint: put backticks around it, or join its words with `_`)q");
}

TEST_CASE("entries of maps", "[syntax][error]") {
    CHECK(error_of("MATCH (a {name: 'CBT' year: 1960}) RETURN a") ==
          R"q(error[syntax]: a comma is missing before `year`
 --> query:1:23
1 | MATCH (a {name: 'CBT' year: 1960}) RETURN a
  |                       ^^^^
hint: put a comma between two entries)q");
    CHECK(error_of("MATCH (a) RETURN {name: a.name, a.year}") ==
          R"q(error[syntax]: each entry of a map has a name, and then its value
 --> query:1:33
1 | MATCH (a) RETURN {name: a.name, a.year}
  |                                 ^^^^^^
hint: write `year: a.year`)q");
    CHECK(error_of("MATCH (a) RETURN a.*") ==
          R"q(error[syntax]: there is no `.*` of all properties
 --> query:1:19
1 | MATCH (a) RETURN a.*
  |                   ^^
hint: write `a` for the whole of it, or `a {.*}` for a map)q");
}

TEST_CASE("a comma between conditions", "[syntax][error]") {
    CHECK(error_of("MATCH (a) WHERE a.x = 1, a.y = 2 RETURN a") ==
          R"q(error[syntax]: conditions have no comma between them
 --> query:1:24
1 | MATCH (a) WHERE a.x = 1, a.y = 2 RETURN a
  |                        ^
hint: join them with `AND`, or with `OR` when one is enough)q");
}

TEST_CASE("a property follows a point", "[syntax][error]") {
    CHECK(error_of("MATCH (a) WHERE a->name = 'CBT' RETURN a") ==
          R"q(error[syntax]: a property follows a point
 --> query:1:18
1 | MATCH (a) WHERE a->name = 'CBT' RETURN a
  |                  ^^
hint: write `a.name`)q");
}

TEST_CASE("END as a name", "[syntax][error]") {
    CHECK(error_of("WITH 1 AS end RETURN 1") ==
          R"q(error[syntax]: `end` is a reserved word, so it can't stand as a name
 --> query:1:11
1 | WITH 1 AS end RETURN 1
  |           ^^^
hint: put it between backticks, or choose another name)q");
}

TEST_CASE("two dots outside brackets of their own", "[syntax][error]") {
    CHECK(error_of("WITH [1, 2] AS l RETURN [l[0]..l[1]]") ==
          R"q(error[syntax]: expected an operator, `WHERE`, `]` or `,` here
 --> query:1:30
1 | WITH [1, 2] AS l RETURN [l[0]..l[1]]
  |                              ^^
hint: put a comma between two values)q");
}

TEST_CASE("values without a comma, lists without brackets", "[syntax][error]") {
    CHECK(error_of("RETURN [1 2 3]") ==
          R"q(error[syntax]: expected an operator, `WHERE`, `]` or `,` here
 --> query:1:11
1 | RETURN [1 2 3]
  |           ^
hint: put a comma between two values)q");
    CHECK(error_of("UNWIND (1, 2) AS x RETURN x") ==
          R"q(error[syntax]: a list stands in square brackets
 --> query:1:8
1 | UNWIND (1, 2) AS x RETURN x
  |        ^
hint: write `[…, …]`)q");
}
