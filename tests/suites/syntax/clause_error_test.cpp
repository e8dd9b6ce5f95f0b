// Clauses that are missing, misplaced, or would write. Each message as a person sees it.
#include "ast_shape.h"

using confer::test::error_of;

TEST_CASE("a statement without RETURN", "[syntax][error]") {
    CHECK(error_of("MATCH (a)") ==
          R"q(error[syntax]: the statement says what to find, but not what to return
 --> query:1:10
1 | MATCH (a)
  |          ^
hint: end it with `RETURN` and what you want to see, for example `RETURN *`)q");
    CHECK(error_of("MATCH (a) WHERE a.x = 1;") ==
          R"q(error[syntax]: the statement says what to find, but not what to return
 --> query:1:24
1 | MATCH (a) WHERE a.x = 1;
  |                        ^
hint: end it with `RETURN` and what you want to see, for example `RETURN *`)q");
    CHECK(error_of("MATCH (a) UNION MATCH (b) RETURN b") ==
          R"q(error[syntax]: the statement says what to find, but not what to return
 --> query:1:10
1 | MATCH (a) UNION MATCH (b) RETURN b
  |          ^
hint: end it with `RETURN` and what you want to see, for example `RETURN *`)q");
}

TEST_CASE("WHERE in the wrong place", "[syntax][error]") {
    CHECK(error_of("WHERE a.x = 1 RETURN a") ==
          R"q(error[syntax]: `WHERE` comes after `MATCH`
 --> query:1:1
1 | WHERE a.x = 1 RETURN a
  | ^^^^^
hint: begin with `MATCH` and a pattern, then `WHERE`)q");
    CHECK(error_of("WHERE a.x = 1 MATCH (a) RETURN a") ==
          R"q(error[syntax]: `WHERE` comes after `MATCH`
 --> query:1:1
1 | WHERE a.x = 1 MATCH (a) RETURN a
  | ^^^^^
hint: begin with `MATCH` and a pattern, then `WHERE`)q");
    CHECK(error_of("MATCH (a) RETURN a WHERE a.x = 1") ==
          R"q(error[syntax]: `WHERE` comes before `RETURN`
 --> query:1:20
1 | MATCH (a) RETURN a WHERE a.x = 1
  |                    ^^^^^
hint: move it after the pattern; to filter what is computed, write `WITH … WHERE …` and then `RETURN`)q");
    CHECK(error_of("MATCH (a) WHERE a.x WHERE a.y RETURN a") ==
          R"q(error[syntax]: there is a `WHERE` here already
 --> query:1:21
1 | MATCH (a) WHERE a.x WHERE a.y RETURN a
  |                     ^^^^^
hint: join the conditions with `AND`)q");
    CHECK(error_of("UNWIND [1] AS x WHERE x > 1 RETURN x") ==
          R"q(error[syntax]: `WHERE` belongs to `MATCH` or `WITH`
 --> query:1:17
1 | UNWIND [1] AS x WHERE x > 1 RETURN x
  |                 ^^^^^
hint: write `FILTER` in its place)q");
}

TEST_CASE("clauses in the wrong order", "[syntax][error]") {
    CHECK(error_of("MATCH (a) RETURN a LIMIT 1 ORDER BY a.x") ==
          R"q(error[syntax]: `ORDER BY` comes before `LIMIT`
 --> query:1:28
1 | MATCH (a) RETURN a LIMIT 1 ORDER BY a.x
  |                            ^^^^^
hint: the order is `ORDER BY`, `SKIP`, `LIMIT`)q");
    CHECK(error_of("MATCH (a) RETURN a LIMIT 1 LIMIT 2") ==
          R"q(error[syntax]: there is a `LIMIT` here already
 --> query:1:28
1 | MATCH (a) RETURN a LIMIT 1 LIMIT 2
  |                            ^^^^^
hint: the order is `ORDER BY`, `SKIP`, `LIMIT`)q");
    CHECK(error_of("MATCH (a) LIMIT 3 RETURN a") ==
          R"q(error[syntax]: `LIMIT` comes after `RETURN`
 --> query:1:11
1 | MATCH (a) LIMIT 3 RETURN a
  |           ^^^^^
hint: add `RETURN` and what you want to see before it)q");
    CHECK(error_of("MATCH (a) RETURN a MATCH (b) RETURN b") ==
          R"q(error[syntax]: nothing but `UNION` can follow `RETURN`
 --> query:1:20
1 | MATCH (a) RETURN a MATCH (b) RETURN b
  |                    ^^^^^
hint: write `WITH` in its place to go on with what is found so far)q");
}

TEST_CASE("clauses of other languages that write are named, with what to write instead", "[syntax][error]") {
    CHECK(error_of("MATCH (a) INSERT (b)") ==
          R"q(error[syntax]: there is no `INSERT`
 --> query:1:11
1 | MATCH (a) INSERT (b)
  |           ^^^^^^
hint: write `CREATE (:Label {key: value})`)q");
    CHECK(error_of("FOREACH (x IN [1] | SET x.y = 1)") ==
          R"q(error[syntax]: there is no `FOREACH`
 --> query:1:1
1 | FOREACH (x IN [1] | SET x.y = 1)
  | ^^^^^^^
hint: write `UNWIND list AS x` and then `CREATE` or `SET`)q");
    CHECK(error_of("MATCH (a) UPDATE a") ==
          R"q(error[syntax]: there is no `UPDATE`
 --> query:1:11
1 | MATCH (a) UPDATE a
  |           ^^^^^^
hint: write `MATCH (a) WHERE … SET a.key = value`)q");
    CHECK(error_of("MATCH (a) DROP a") ==
          R"q(error[syntax]: there is no `DROP`
 --> query:1:11
1 | MATCH (a) DROP a
  |           ^^^^
hint: write `MATCH (a) WHERE … DETACH DELETE a`)q");
}

TEST_CASE("clauses that write stand before RETURN, and WHERE before them", "[syntax][error]") {
    CHECK(error_of("MATCH (a) RETURN a SET a.x = 1") ==
          R"q(error[syntax]: nothing but `UNION` can follow `RETURN`
 --> query:1:20
1 | MATCH (a) RETURN a SET a.x = 1
  |                    ^^^
hint: write `WITH` in its place to go on with what is found so far)q");
    CHECK(error_of("MATCH (a) SET a.x = 1 WHERE a.y = 2") ==
          R"q(error[syntax]: `WHERE` belongs to `MATCH` or `WITH`
 --> query:1:23
1 | MATCH (a) SET a.x = 1 WHERE a.y = 2
  |                       ^^^^^
hint: write `WITH * WHERE …` before `SET`)q");
}

TEST_CASE("MERGE's actions are ON CREATE SET and ON MATCH SET", "[syntax][error]") {
    CHECK(error_of("MERGE (a:A) ON CREATE a.x = 1") ==
          R"q(error[syntax]: expected `SET` here
 --> query:1:23
1 | MERGE (a:A) ON CREATE a.x = 1
  |                       ^
hint: write `SET` here)q");
}

TEST_CASE("CALL without a procedure", "[syntax][error]") {
    CHECK(error_of("CALL RETURN 1") ==
          R"q(error[syntax]: expected a procedure such as `db.labels` here
 --> query:1:6
1 | CALL RETURN 1
  |      ^^^^^^
hint: `CALL confer.procedures()` lists them all)q");
    CHECK(error_of("MATCH (a) CALL (a) { RETURN 1 } RETURN a") ==
          R"q(error[syntax]: `CALL` is followed by the name of a procedure
 --> query:1:16
1 | MATCH (a) CALL (a) { RETURN 1 } RETURN a
  |                ^
hint: a query inside another stands in an expression: `EXISTS { … }` or `COUNT { … }`)q");
}

TEST_CASE("FOR without its list", "[syntax][error]") {
    CHECK(error_of("MATCH (a) FOR x a.aliases RETURN x") ==
          R"q(error[syntax]: expected `IN` here
 --> query:1:17
1 | MATCH (a) FOR x a.aliases RETURN x
  |                 ^
hint: write `IN` here)q");
}

TEST_CASE("one statement at a time", "[syntax][error]") {
    CHECK(error_of("MATCH (a) RETURN a; MATCH (b) RETURN b") ==
          R"q(error[syntax]: there is a second statement after the semicolon
 --> query:1:21
1 | MATCH (a) RETURN a; MATCH (b) RETURN b
  |                     ^^^^^
hint: send one statement at a time)q");
}

TEST_CASE("nothing to read", "[syntax][error]") {
    CHECK(error_of("") ==
          R"q(error[syntax]: there is no statement here
 --> query:1:1
1 |
  | ^
hint: ask a question such as `what treats insomnia?`, or write `MATCH (a) RETURN a`)q");
    CHECK(error_of("  // only a comment") ==
          R"q(error[syntax]: there is no statement here
 --> query:1:20
1 |   // only a comment
  |                    ^
hint: ask a question such as `what treats insomnia?`, or write `MATCH (a) RETURN a`)q");
    CHECK(error_of("EXPLAIN") ==
          R"q(error[syntax]: there is nothing after `EXPLAIN` or `PROFILE`
 --> query:1:8
1 | EXPLAIN
  |        ^
hint: ask a question such as `what treats insomnia?`, or write `MATCH (a) RETURN a`)q");
    CHECK(error_of(";") ==
          R"q(error[syntax]: there is no statement here
 --> query:1:1
1 | ;
  | ^
hint: ask a question such as `what treats insomnia?`, or write `MATCH (a) RETURN a`)q");
}

TEST_CASE("a statement that begins with a pattern", "[syntax][error]") {
    CHECK(error_of("(a)-->(b)") ==
          R"q(error[syntax]: a statement begins with a clause, not with a pattern
 --> query:1:1
1 | (a)-->(b)
  | ^
hint: write `MATCH` before it)q");
}

TEST_CASE("a clause without what belongs to it", "[syntax][error]") {
    CHECK(error_of("RETURN") ==
          R"q(error[syntax]: expected an expression, `DISTINCT` or `*` before the end of the statement
 --> query:1:7
1 | RETURN
  |       ^
hint: an expression is a value such as `a.name`, `'text'`, `42` or `count(*)`)q");
    CHECK(error_of("MATCH") ==
          R"q(error[syntax]: expected a pattern such as `(a)-[r]->(b)` before the end of the statement
 --> query:1:6
1 | MATCH
  |      ^
hint: nodes stand in parentheses, as in `(a:Approach)`)q");
    CHECK(error_of("MATCH (a) WHERE") ==
          R"q(error[syntax]: expected an expression before the end of the statement
 --> query:1:16
1 | MATCH (a) WHERE
  |                ^
hint: an expression is a value such as `a.name`, `'text'`, `42` or `count(*)`)q");
    CHECK(error_of("MATCH (a) WHERE RETURN a") ==
          R"q(error[syntax]: expected an expression here
 --> query:1:17
1 | MATCH (a) WHERE RETURN a
  |                 ^^^^^^
hint: an expression is a value such as `a.name`, `'text'`, `42` or `count(*)`)q");
    CHECK(error_of("OPTIONAL (a) RETURN a") ==
          R"q(error[syntax]: expected `MATCH` here
 --> query:1:10
1 | OPTIONAL (a) RETURN a
  |          ^
hint: write `MATCH` here)q");
    CHECK(error_of("UNWIND [1] RETURN 1") ==
          R"q(error[syntax]: expected an operator or `AS` here
 --> query:1:12
1 | UNWIND [1] RETURN 1
  |            ^^^^^^
hint: give the elements a name, as in `UNWIND [1, 2] AS x`)q");
    CHECK(error_of("MATCH (a) RETURN a ORDER a.x") ==
          R"q(error[syntax]: expected `BY` here
 --> query:1:26
1 | MATCH (a) RETURN a ORDER a.x
  |                          ^
hint: write `BY` here)q");
    CHECK(error_of("RETURN 1 AS") ==
          R"q(error[syntax]: expected a variable before the end of the statement
 --> query:1:12
1 | RETURN 1 AS
  |            ^
hint: a variable is a name of your choice, as in `AS total`)q");
    CHECK(error_of("RETURN 1 UNION") ==
          R"q(error[syntax]: expected `RETURN`, `DISTINCT` or `ALL` before the end of the statement
 --> query:1:15
1 | RETURN 1 UNION
  |               ^
hint: write another query after `UNION`)q");
    CHECK(error_of("RETURN 1 +") ==
          R"q(error[syntax]: expected an expression before the end of the statement
 --> query:1:11
1 | RETURN 1 +
  |           ^
hint: an expression is a value such as `a.name`, `'text'`, `42` or `count(*)`)q");
}

TEST_CASE("queries inside expressions only read", "[syntax][error]") {
    CHECK(error_of("MATCH (a) WHERE EXISTS { MATCH (a)-->(b) SET b.x = 1 } RETURN a") ==
          R"q(error[invalid-clause-composition]: `SET` can't stand in `EXISTS { … }`, which only reads
 --> query:1:42
1 | MATCH (a) WHERE EXISTS { MATCH (a)-->(b) SET b.x = 1 } RETURN a
  |                                          ^^^
hint: end the query inside before it, and write `SET` after the braces)q");
    CHECK(error_of("MATCH (a) WHERE COUNT { CREATE (b) RETURN b } > 1 RETURN a") ==
          R"q(error[invalid-clause-composition]: `CREATE` can't stand in `COUNT { … }`, which only reads
 --> query:1:25
1 | MATCH (a) WHERE COUNT { CREATE (b) RETURN b } > 1 RETURN a
  |                         ^^^^^^
hint: end the query inside before it, and write `CREATE` after the braces)q");
    CHECK(error_of("RETURN COLLECT { MATCH (a) DETACH DELETE a RETURN 1 AS x } AS l") ==
          R"q(error[invalid-clause-composition]: `DETACH` can't stand in `COLLECT { … }`, which only reads
 --> query:1:28
1 | RETURN COLLECT { MATCH (a) DETACH DELETE a RETURN 1 AS x } AS l
  |                            ^^^^^^
hint: end the query inside before it, and write `DETACH` after the braces)q");
}

TEST_CASE("LIMIT takes one number, and SKIP stands before it", "[syntax][error]") {
    CHECK(error_of("RETURN 1 AS x LIMIT") ==
          R"q(error[syntax]: expected an expression before the end of the statement
 --> query:1:20
1 | RETURN 1 AS x LIMIT
  |                    ^
hint: write how many rows, as in `LIMIT 10`)q");
    CHECK(error_of("RETURN 1 AS x LIMIT 10, 20") ==
          R"q(error[syntax]: `LIMIT` takes one number
 --> query:1:23
1 | RETURN 1 AS x LIMIT 10, 20
  |                       ^
hint: to leave rows out, write `SKIP 10 LIMIT 20`)q");
    CHECK(error_of("RETURN 1 AS x LIMIT 10 OFFSET 20") ==
          R"q(error[syntax]: rows are left out with `SKIP`, not `OFFSET`
 --> query:1:24
1 | RETURN 1 AS x LIMIT 10 OFFSET 20
  |                        ^^^^^^
hint: write `SKIP` and the number, before `LIMIT`)q");
}

TEST_CASE("MERGE takes one path", "[syntax][error]") {
    CHECK(error_of("MERGE (a:A), (b:B)") ==
          R"q(error[syntax]: `MERGE` takes one path
 --> query:1:12
1 | MERGE (a:A), (b:B)
  |            ^
hint: write another `MERGE` for the next one)q");
}

TEST_CASE("REMOVE takes away what a node has", "[syntax][error]") {
    CHECK(error_of("MATCH (a) REMOVE a") ==
          R"q(error[syntax]: `REMOVE` takes away properties and labels
 --> query:1:18
1 | MATCH (a) REMOVE a
  |                  ^
hint: write `REMOVE a.key` or `REMOVE a:Label`; `DELETE a` deletes it)q");
}

TEST_CASE("DETACH stands before DELETE", "[syntax][error]") {
    CHECK(error_of("MATCH (a) DELETE DETACH a") ==
          R"q(error[syntax]: `DETACH` stands before `DELETE`
 --> query:1:11
1 | MATCH (a) DELETE DETACH a
  |           ^^^^^^^^^^^^^
hint: write `DETACH DELETE`)q");
}

TEST_CASE("SET with what it can't do", "[syntax][error]") {
    CHECK(error_of("MATCH (a) SET a.x += 1") ==
          R"q(error[syntax]: `+=` adds properties to a node or relationship
 --> query:1:19
1 | MATCH (a) SET a.x += 1
  |                   ^^
hint: to calculate, write `a.key = a.key + 1`)q");
    CHECK(error_of("MATCH (a) SET a.x = 1 a.y = 2") ==
          R"q(error[syntax]: expected an operator, `RETURN`, `,` or the end of the statement here
 --> query:1:23
1 | MATCH (a) SET a.x = 1 a.y = 2
  |                       ^
hint: put a comma between two changes)q");
}

TEST_CASE("RETURN left out", "[syntax][error]") {
    CHECK(error_of("MATCH (a:Approach) a.name") ==
          R"q(error[syntax]: expected a relationship such as `-[r]->`, `WHERE`, `RETURN` or `,` here
 --> query:1:20
1 | MATCH (a:Approach) a.name
  |                    ^
hint: to see it, write `RETURN` before `a`)q");
    CHECK(error_of("MATCH (a) WHERE a.x = 1 WITH a count(*)") ==
          R"q(error[syntax]: expected an operator, `WHERE`, `RETURN`, `AS` or `,` here
 --> query:1:32
1 | MATCH (a) WHERE a.x = 1 WITH a count(*)
  |                                ^^^^^
hint: to see it, write `RETURN` before `count`)q");
}
