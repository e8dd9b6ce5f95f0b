// Misspelt words, and words of other languages. Each message as a person sees it.
#include "ast_shape.h"

using confer::test::error_of;

TEST_CASE("a misspelt clause at the beginning is recognised", "[syntax][error]") {
    CHECK(error_of("MTACH (a) RETURN a") ==
          R"q(error[syntax]: no statement begins with `MTACH`
 --> query:1:1
1 | MTACH (a) RETURN a
  | ^^^^^
hint: did you mean `MATCH`?)q");
    CHECK(error_of("RETRUN 1") ==
          R"q(error[syntax]: no statement begins with `RETRUN`
 --> query:1:1
1 | RETRUN 1
  | ^^^^^^
hint: did you mean `RETURN`?)q");
    CHECK(error_of("OPTIONLA MATCH (a) RETURN a") ==
          R"q(error[syntax]: no statement begins with `OPTIONLA`
 --> query:1:1
1 | OPTIONLA MATCH (a) RETURN a
  | ^^^^^^^^
hint: did you mean `OPTIONAL`?)q");
}

TEST_CASE("a misspelt keyword gets the nearest one that fits there", "[syntax][error]") {
    CHECK(error_of("MATCH (a) RETRUN a") ==
          R"q(error[syntax]: `RETRUN` is not a keyword
 --> query:1:11
1 | MATCH (a) RETRUN a
  |           ^^^^^^
hint: did you mean `RETURN`?)q");
    CHECK(error_of("MATCH (a) WHER a.x = 1 RETURN a") ==
          R"q(error[syntax]: `WHER` is not a keyword
 --> query:1:11
1 | MATCH (a) WHER a.x = 1 RETURN a
  |           ^^^^
hint: did you mean `WHERE`?)q");
    CHECK(error_of("MATCH (a) RETURN a ODER BY a.x") ==
          R"q(error[syntax]: `ODER` is not a keyword
 --> query:1:20
1 | MATCH (a) RETURN a ODER BY a.x
  |                    ^^^^
hint: did you mean `ORDER`?)q");
    CHECK(error_of("MATCH (a) RETURN DISTNCT a") ==
          R"q(error[syntax]: `DISTNCT` is not a keyword
 --> query:1:18
1 | MATCH (a) RETURN DISTNCT a
  |                  ^^^^^^^
hint: did you mean `DISTINCT`?)q");
    CHECK(error_of("MATCH (a) WHERE a.x STRATS WITH 'b' RETURN a") ==
          R"q(error[syntax]: `STRATS` is not a keyword
 --> query:1:21
1 | MATCH (a) WHERE a.x STRATS WITH 'b' RETURN a
  |                     ^^^^^^
hint: did you mean `STARTS`?)q");
    CHECK(error_of("MATCH (a) RETURN a ORDER BY a.x DECS") ==
          R"q(error[syntax]: `DECS` is not a keyword
 --> query:1:33
1 | MATCH (a) RETURN a ORDER BY a.x DECS
  |                                 ^^^^
hint: did you mean `DESC`?)q");
}

TEST_CASE("operators of other languages are translated", "[syntax][error]") {
    CHECK(error_of("MATCH (a) WHERE a.x == 1 RETURN a") ==
          R"q(error[syntax]: equality is written `=`, not `==`
 --> query:1:21
1 | MATCH (a) WHERE a.x == 1 RETURN a
  |                     ^^
hint: write `=`)q");
    CHECK(error_of("MATCH (a) WHERE a.x != 1 RETURN a") ==
          R"q(error[syntax]: inequality is written `<>`, not `!=`
 --> query:1:21
1 | MATCH (a) WHERE a.x != 1 RETURN a
  |                     ^^
hint: write `<>`)q");
    CHECK(error_of("MATCH (a) WHERE a.x => 1 RETURN a") ==
          R"q(error[syntax]: "greater than or equal" is written `>=`, not `=>`
 --> query:1:21
1 | MATCH (a) WHERE a.x => 1 RETURN a
  |                     ^^
hint: write `>=`)q");
    CHECK(error_of("MATCH (a) WHERE a.x =< 1 RETURN a") ==
          R"q(error[syntax]: "less than or equal" is written `<=`, not `=<`
 --> query:1:21
1 | MATCH (a) WHERE a.x =< 1 RETURN a
  |                     ^^
hint: write `<=`)q");
    CHECK(error_of("MATCH (a) WHERE a.x && a.y RETURN a") ==
          R"q(error[syntax]: "and" is written `AND`, not `&&`
 --> query:1:21
1 | MATCH (a) WHERE a.x && a.y RETURN a
  |                     ^^
hint: write `AND`)q");
    CHECK(error_of("MATCH (a) WHERE a.x || a.y RETURN a") ==
          R"q(error[syntax]: "or" is written `OR`, not `||`
 --> query:1:21
1 | MATCH (a) WHERE a.x || a.y RETURN a
  |                     ^^
hint: write `OR`)q");
    CHECK(error_of("MATCH (a) WHERE !a.x RETURN a") ==
          R"q(error[syntax]: "not" is written `NOT`, not `!`
 --> query:1:17
1 | MATCH (a) WHERE !a.x RETURN a
  |                 ^
hint: write `NOT`)q");
    CHECK(error_of("MATCH (a) WHERE a.x NOT IN [1] RETURN a") ==
          R"q(error[syntax]: `NOT` comes before what it denies
 --> query:1:21
1 | MATCH (a) WHERE a.x NOT IN [1] RETURN a
  |                     ^^^^^^
hint: write `NOT x IN list` instead of `x NOT IN list`)q");
}

TEST_CASE("words of SQL are translated", "[syntax][error]") {
    CHECK(error_of("SELECT name FROM Approach") ==
          R"q(error[syntax]: no statement begins with `SELECT`
 --> query:1:1
1 | SELECT name FROM Approach
  | ^^^^^^
hint: write `MATCH (a:Approach) RETURN a.name` instead of SQL's SELECT)q");
    CHECK(error_of("SELECT * FROM Approach WHERE x = 1") ==
          R"q(error[syntax]: no statement begins with `SELECT`
 --> query:1:1
1 | SELECT * FROM Approach WHERE x = 1
  | ^^^^^^
hint: write `MATCH (a:Approach) RETURN a.name` instead of SQL's SELECT)q");
    CHECK(error_of("MATCH (a) RETURN a.name, count(*) GROUP BY a.name") ==
          R"q(error[syntax]: there is no `GROUP BY`: rows are grouped by the columns that aren't aggregated
 --> query:1:35
1 | MATCH (a) RETURN a.name, count(*) GROUP BY a.name
  |                                   ^^^^^
hint: write for example `RETURN a.name, count(*)`)q");
    CHECK(error_of("MATCH (a) WITH a, count(*) AS n HAVING n > 1 RETURN a") ==
          R"q(error[syntax]: there is no `HAVING`
 --> query:1:33
1 | MATCH (a) WITH a, count(*) AS n HAVING n > 1 RETURN a
  |                                 ^^^^^^
hint: write `WITH … count(*) AS n WHERE n > 1`, then `RETURN`)q");
    CHECK(error_of("MATCH (a) WHERE a.name LIKE '%x' RETURN a") ==
          R"q(error[syntax]: there is no `LIKE`
 --> query:1:24
1 | MATCH (a) WHERE a.name LIKE '%x' RETURN a
  |                        ^^^^
hint: write `CONTAINS`, `STARTS WITH`, `ENDS WITH`, or `=~` for a regular expression)q");
    CHECK(error_of("MATCH (a) WHERE a.x BETWEEN 1 AND 3 RETURN a") ==
          R"q(error[syntax]: there is no `BETWEEN`
 --> query:1:21
1 | MATCH (a) WHERE a.x BETWEEN 1 AND 3 RETURN a
  |                     ^^^^^^^
hint: write `1 <= x <= 5`)q");
    CHECK(error_of("RETURN a FROM b") ==
          R"q(error[syntax]: there is no `FROM`: what to look at is drawn as a pattern
 --> query:1:10
1 | RETURN a FROM b
  |          ^^^^
hint: begin with `MATCH`, as in `MATCH (a:Approach)-[:USES]->(t) RETURN a, t`)q");
}

TEST_CASE("keywords of two words", "[syntax][error]") {
    CHECK(error_of("MATCH (a) WHERE a.name STARTSWITH 'C' RETURN a") ==
          R"q(error[syntax]: `STARTSWITH` is not a keyword
 --> query:1:24
1 | MATCH (a) WHERE a.name STARTSWITH 'C' RETURN a
  |                        ^^^^^^^^^^
hint: did you mean `STARTS WITH`?)q");
    CHECK(error_of("MATCH (a) RETURN a.name ORDERBY a.name") ==
          R"q(error[syntax]: `ORDERBY` is not a keyword
 --> query:1:25
1 | MATCH (a) RETURN a.name ORDERBY a.name
  |                         ^^^^^^^
hint: did you mean `ORDER BY`?)q");
}

TEST_CASE("NOT stands before what it denies, IS before NULL", "[syntax][error]") {
    CHECK(error_of("MATCH (a) WHERE a.name NOT STARTS WITH 'C' RETURN a") ==
          R"q(error[syntax]: `NOT` comes before what it denies
 --> query:1:24
1 | MATCH (a) WHERE a.name NOT STARTS WITH 'C' RETURN a
  |                        ^^^^^^^^^^
hint: write `NOT x STARTS WITH text` instead of `x NOT STARTS WITH text`)q");
    CHECK(error_of("MATCH (a) WHERE a.name NOT LIKE 'C%' RETURN a") ==
          R"q(error[syntax]: there is no `NOT LIKE`
 --> query:1:24
1 | MATCH (a) WHERE a.name NOT LIKE 'C%' RETURN a
  |                        ^^^^^^^^
hint: write for example `NOT x CONTAINS text`)q");
    CHECK(error_of("MATCH (a) WHERE a.x NOT BETWEEN 1 AND 3 RETURN a") ==
          R"q(error[syntax]: there is no `NOT BETWEEN`
 --> query:1:21
1 | MATCH (a) WHERE a.x NOT BETWEEN 1 AND 3 RETURN a
  |                     ^^^^^^^^^^^
hint: write `NOT 1 <= x <= 5`)q");
    CHECK(error_of("MATCH (a) WHERE a.x NOT NULL RETURN a") ==
          R"q(error[syntax]: `NOT NULL` needs `IS` before it
 --> query:1:21
1 | MATCH (a) WHERE a.x NOT NULL RETURN a
  |                     ^^^^^^^^
hint: write `IS NOT NULL`)q");
    CHECK(error_of("MATCH (a) WHERE a.x IS NOTNULL RETURN a") ==
          R"q(error[syntax]: `NOT NULL` is two words
 --> query:1:24
1 | MATCH (a) WHERE a.x IS NOTNULL RETURN a
  |                        ^^^^^^^
hint: write `IS NOT NULL`)q");
    CHECK(error_of("MATCH (a) WHERE a.x IS NOT RETURN a") ==
          R"q(error[syntax]: expected `NULL` after `IS NOT`
 --> query:1:28
1 | MATCH (a) WHERE a.x IS NOT RETURN a
  |                            ^^^^^^
hint: write `IS NOT NULL`, or `<>` to compare with a value)q");
    CHECK(error_of("MATCH (a) WHERE a.x IS 'C' RETURN a") ==
          R"q(error[syntax]: `IS` asks for null or for labels
 --> query:1:21
1 | MATCH (a) WHERE a.x IS 'C' RETURN a
  |                     ^^
hint: write `=` to compare with a value)q");
    CHECK(error_of("MATCH (a) WHERE a.x ISNULL RETURN a") ==
          R"q(error[syntax]: there is no `ISNULL`
 --> query:1:21
1 | MATCH (a) WHERE a.x ISNULL RETURN a
  |                     ^^^^^^
hint: write `IS NULL`)q");
}

TEST_CASE("more words of SQL", "[syntax][error]") {
    CHECK(error_of("MATCH (a) SELECT a.name") ==
          R"q(error[syntax]: there is no `SELECT`
 --> query:1:11
1 | MATCH (a) SELECT a.name
  |           ^^^^^^
hint: write `RETURN` and what you want to see)q");
    CHECK(error_of("MATCH (a) WHERE a.name ILIKE 'c' RETURN a") ==
          R"q(error[syntax]: there is no `ILIKE`
 --> query:1:24
1 | MATCH (a) WHERE a.name ILIKE 'c' RETURN a
  |                        ^^^^^
hint: write `toLower(…) CONTAINS 'text'`, or `=~ '(?i)…'` for a regular expression)q");
    CHECK(error_of("MATCH (a) WHERE a.id IN ('x', 'y') RETURN a") ==
          R"q(error[syntax]: a list stands in square brackets
 --> query:1:25
1 | MATCH (a) WHERE a.id IN ('x', 'y') RETURN a
  |                         ^
hint: write `[…, …]`)q");
    CHECK(error_of("MATCH (a) RETURN COUNT DISTINCT a.name") ==
          R"q(error[syntax]: `DISTINCT` stands inside the parentheses
 --> query:1:18
1 | MATCH (a) RETURN COUNT DISTINCT a.name
  |                  ^^^^^^^^^^^^^^
hint: write `count(DISTINCT …)`)q");
    CHECK(error_of("MATCH (a) RETURN a.name, DISTINCT a.year") ==
          R"q(error[syntax]: `DISTINCT` is about whole rows and stands before the first column
 --> query:1:26
1 | MATCH (a) RETURN a.name, DISTINCT a.year
  |                          ^^^^^^^^
hint: write `RETURN DISTINCT` and all columns)q");
    CHECK(error_of("MATCH (a) RETURN a.name SORT BY a.name") ==
          R"q(error[syntax]: there is no `SORT BY`
 --> query:1:25
1 | MATCH (a) RETURN a.name SORT BY a.name
  |                         ^^^^
hint: write `ORDER BY`)q");
    CHECK(error_of("MATCH (a) RETURN a.name FETCH FIRST 10 ROWS ONLY") ==
          R"q(error[syntax]: there is no `FETCH FIRST`
 --> query:1:25
1 | MATCH (a) RETURN a.name FETCH FIRST 10 ROWS ONLY
  |                         ^^^^^
hint: write `LIMIT` and the number, at the end)q");
    CHECK(error_of("RETURN TOP 10 a.name") ==
          R"q(error[syntax]: there is no `TOP`
 --> query:1:8
1 | RETURN TOP 10 a.name
  |        ^^^
hint: write `LIMIT 10` at the end)q");
}

TEST_CASE("words of programming languages", "[syntax][error]") {
    CHECK(error_of("MATCH (a) IF a.x > 1 RETURN a") ==
          R"q(error[syntax]: there is no `IF`
 --> query:1:11
1 | MATCH (a) IF a.x > 1 RETURN a
  |           ^^
hint: write `WHERE` to choose rows, or `CASE WHEN … THEN … ELSE … END` to choose a value)q");
    CHECK(error_of("RETURN CASE 1 > 2 THEN 'a' ELSE 'b' END") ==
          R"q(error[syntax]: a condition after `CASE` begins with `WHEN`
 --> query:1:19
1 | RETURN CASE 1 > 2 THEN 'a' ELSE 'b' END
  |                   ^^^^
hint: write `CASE WHEN … THEN … ELSE … END`)q");
    CHECK(error_of("RETURN 1 > 2 ? 'a' : 'b'") ==
          R"q(error[syntax]: `?` has no meaning here
 --> query:1:14
1 | RETURN 1 > 2 ? 'a' : 'b'
  |              ^
hint: leave it out; parameters are written `$name`, choices `CASE WHEN … THEN … ELSE … END`)q");
    CHECK(error_of("MATCH (a) WHERE EXISTS a.name RETURN a") ==
          R"q(error[syntax]: `EXISTS` is followed by a pattern in braces
 --> query:1:17
1 | MATCH (a) WHERE EXISTS a.name RETURN a
  |                 ^^^^^^
hint: write `EXISTS { (a)-[:USES]->() }`; to ask for a property, `… IS NOT NULL`)q");
    CHECK(error_of("-- everything") ==
          R"q(error[syntax]: no statement begins with `-`
 --> query:1:1
1 | -- everything
  | ^
hint: a comment begins with `//`)q");
}

TEST_CASE("functions stand before parentheses", "[syntax][error]") {
    CHECK(error_of("MATCH (a) RETURN sum a.year") ==
          R"q(error[syntax]: `sum` takes its argument in parentheses
 --> query:1:18
1 | MATCH (a) RETURN sum a.year
  |                  ^^^
hint: write `sum(…)`)q");
    CHECK(error_of("RETURN 'a'.toUpper()") ==
          R"q(error[syntax]: a function stands before what it works on
 --> query:1:12
1 | RETURN 'a'.toUpper()
  |            ^^^^^^^
hint: write `toUpper(…)`)q");
}

TEST_CASE("more operators of other languages", "[syntax][error]") {
    CHECK(error_of("RETURN 'a' || 'b'") ==
          R"q(error[syntax]: texts are joined with `+`, not `||`
 --> query:1:12
1 | RETURN 'a' || 'b'
  |            ^^
hint: write `+`)q");
    CHECK(error_of("RETURN 2 ** 3") ==
          R"q(error[syntax]: a power is written `^`, not `**`
 --> query:1:10
1 | RETURN 2 ** 3
  |          ^^
hint: write `^`)q");
    CHECK(error_of("RETURN 10 mod 3") ==
          R"q(error[syntax]: there is no `MOD`
 --> query:1:11
1 | RETURN 10 mod 3
  |           ^^^
hint: write `%`)q");
    CHECK(error_of("RETURN 10 DIV 3") ==
          R"q(error[syntax]: there is no `DIV`
 --> query:1:11
1 | RETURN 10 DIV 3
  |           ^^^
hint: write `/`, which gives an integer for integers)q");
    CHECK(error_of("RETURN IF 1 > 2 THEN 'a' ELSE 'b'") ==
          R"q(error[syntax]: there is no `IF`
 --> query:1:8
1 | RETURN IF 1 > 2 THEN 'a' ELSE 'b'
  |        ^^
hint: write `CASE WHEN … THEN … ELSE … END`)q");
}
