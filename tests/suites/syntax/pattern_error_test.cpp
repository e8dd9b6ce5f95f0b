// Drawn patterns. Each message as a person sees it.
#include "ast_shape.h"

using confer::test::error_of;

TEST_CASE("arrows with too few or too many dashes", "[syntax][error]") {
    CHECK(error_of("MATCH (a)->(b) RETURN a") ==
          R"q(error[syntax]: an arrow has two dashes
 --> query:1:10
1 | MATCH (a)->(b) RETURN a
  |          ^^
hint: write `-->`, or `-[:TYPE]->`)q");
    CHECK(error_of("MATCH (a)-(b) RETURN a") ==
          R"q(error[syntax]: a relationship has two dashes
 --> query:1:10
1 | MATCH (a)-(b) RETURN a
  |          ^
hint: write `--`, `-->` or `-[:TYPE]->`)q");
    CHECK(error_of("MATCH (a)<-(b) RETURN a") ==
          R"q(error[syntax]: a relationship has two dashes
 --> query:1:10
1 | MATCH (a)<-(b) RETURN a
  |          ^^
hint: write `<--`, or `<-[:TYPE]-`)q");
    CHECK(error_of("MATCH (a)-[r](b) RETURN a") ==
          R"q(error[syntax]: the relationship isn't finished: a dash is missing after `]`
 --> query:1:14
1 | MATCH (a)-[r](b) RETURN a
  |              ^
hint: write `]->`, or `]-` if the direction doesn't matter)q");
    CHECK(error_of("MATCH (a)-[r]>(b) RETURN a") ==
          R"q(error[syntax]: the relationship isn't finished: a dash is missing after `]`
 --> query:1:14
1 | MATCH (a)-[r]>(b) RETURN a
  |              ^
hint: write `]->`, or `]-` if the direction doesn't matter)q");
    CHECK(error_of("MATCH (a)=>(b) RETURN a") ==
          R"q(error[syntax]: an arrow is drawn with dashes
 --> query:1:10
1 | MATCH (a)=>(b) RETURN a
  |          ^^
hint: write `-->` or `-[:TYPE]->`)q");
    CHECK(error_of("MATCH (a)[r](b) RETURN a") ==
          R"q(error[syntax]: a relationship needs dashes around its brackets
 --> query:1:10
1 | MATCH (a)[r](b) RETURN a
  |          ^
hint: write `-[ … ]->` or `<-[ … ]-`)q");
    CHECK(error_of("MATCH (a)--[r]->(b) RETURN a") ==
          R"q(error[syntax]: there is one dash on each side of a relationship's brackets
 --> query:1:12
1 | MATCH (a)--[r]->(b) RETURN a
  |            ^
hint: write `-[:TYPE]->`, `<-[:TYPE]-` or `-[:TYPE]-`)q");
    CHECK(error_of("MATCH (a)-[r]--(b) RETURN a") ==
          R"q(error[syntax]: there is one dash on each side of a relationship's brackets
 --> query:1:15
1 | MATCH (a)-[r]--(b) RETURN a
  |               ^
hint: write `-[:TYPE]->`, `<-[:TYPE]-` or `-[:TYPE]-`)q");
    CHECK(error_of("MATCH (a) WHERE (a)->(b) RETURN a") ==
          R"q(error[syntax]: an arrow has two dashes
 --> query:1:20
1 | MATCH (a) WHERE (a)->(b) RETURN a
  |                    ^^
hint: write `-->`, or `-[:TYPE]->`)q");
}

TEST_CASE("nodes without parentheses", "[syntax][error]") {
    CHECK(error_of("MATCH a RETURN a") ==
          R"q(error[syntax]: a node stands in parentheses
 --> query:1:7
1 | MATCH a RETURN a
  |       ^
hint: write `(a)`)q");
    CHECK(error_of("MATCH (a)-[:R]->b RETURN a") ==
          R"q(error[syntax]: a node stands in parentheses
 --> query:1:17
1 | MATCH (a)-[:R]->b RETURN a
  |                 ^
hint: write `(b)`)q");
}

TEST_CASE("labels and types without a colon, and colons without them", "[syntax][error]") {
    CHECK(error_of("MATCH (a Approach) RETURN a") ==
          R"q(error[syntax]: a label stands after a colon
 --> query:1:10
1 | MATCH (a Approach) RETURN a
  |          ^^^^^^^^
hint: write `:Approach`)q");
    CHECK(error_of("MATCH (a)-[r USES]->(b) RETURN a") ==
          R"q(error[syntax]: a relationship type stands after a colon
 --> query:1:14
1 | MATCH (a)-[r USES]->(b) RETURN a
  |              ^^^^
hint: write `:USES`)q");
    CHECK(error_of("MATCH (n:) RETURN n") ==
          R"q(error[syntax]: expected a label here
 --> query:1:10
1 | MATCH (n:) RETURN n
  |          ^
hint: labels follow a colon, as in `(a:Approach)`)q");
    CHECK(error_of("MATCH (n)-[:]->() RETURN n") ==
          R"q(error[syntax]: expected a relationship type here
 --> query:1:13
1 | MATCH (n)-[:]->() RETURN n
  |             ^
hint: types follow a colon, as in `-[:USES]->`)q");
}

TEST_CASE("numbers of steps", "[syntax][error]") {
    CHECK(error_of("MATCH (a)-[:R..]->(b) RETURN a") ==
          R"q(error[invalid-relationship-pattern]: the number of steps begins with `*`
 --> query:1:14
1 | MATCH (a)-[:R..]->(b) RETURN a
  |              ^^
hint: write for example `*1..3`)q");
    CHECK(error_of("MATCH (a)-[:R*-2]->(b) RETURN a") ==
          R"q(error[invalid-relationship-pattern]: a number of steps can't be negative
 --> query:1:15
1 | MATCH (a)-[:R*-2]->(b) RETURN a
  |               ^
hint: write for example `*1..3`)q");
    CHECK(error_of("MATCH (a)-[:R*1.3]->(b) RETURN a") ==
          R"q(error[invalid-relationship-pattern]: the numbers of steps are whole, with two dots between them
 --> query:1:15
1 | MATCH (a)-[:R*1.3]->(b) RETURN a
  |               ^^^
hint: write for example `*1..3`)q");
    CHECK(error_of("MATCH (a)-[:R 1..3]->(b) RETURN a") ==
          R"q(error[invalid-relationship-pattern]: the number of steps begins with `*`
 --> query:1:15
1 | MATCH (a)-[:R 1..3]->(b) RETURN a
  |               ^
hint: write for example `*1..3`)q");
}

TEST_CASE("relationships without brackets", "[syntax][error]") {
    CHECK(error_of("MATCH (a)-:USES->(b) RETURN a") ==
          R"q(error[syntax]: a relationship's name and type stand in square brackets
 --> query:1:11
1 | MATCH (a)-:USES->(b) RETURN a
  |           ^^^^^
hint: write `-[:USES]-`)q");
    CHECK(error_of("MATCH (a)-USES->(b) RETURN a") ==
          R"q(error[syntax]: a relationship's name and type stand in square brackets
 --> query:1:11
1 | MATCH (a)-USES->(b) RETURN a
  |           ^^^^
hint: write `-[:USES]-`)q");
    CHECK(error_of("MATCH (a)-r->(b) RETURN a") ==
          R"q(error[syntax]: a relationship's name and type stand in square brackets
 --> query:1:11
1 | MATCH (a)-r->(b) RETURN a
  |           ^
hint: write `-[r]-`)q");
}

TEST_CASE("nodes without parentheses keep their label", "[syntax][error]") {
    CHECK(error_of("MATCH a:Approach RETURN a") ==
          R"q(error[syntax]: a node stands in parentheses
 --> query:1:7
1 | MATCH a:Approach RETURN a
  |       ^^^^^^^^^^
hint: write `(a:Approach)`)q");
    CHECK(error_of("CREATE a:Approach") ==
          R"q(error[syntax]: a node stands in parentheses
 --> query:1:8
1 | CREATE a:Approach
  |        ^^^^^^^^^^
hint: write `(a:Approach)`)q");
    CHECK(error_of("MERGE a") ==
          R"q(error[syntax]: a node stands in parentheses
 --> query:1:7
1 | MERGE a
  |       ^
hint: write `(a)`)q");
}

TEST_CASE("labels and properties inside a node", "[syntax][error]") {
    CHECK(error_of("MATCH (a:Theory, Technique) RETURN a") ==
          R"q(error[syntax]: labels are joined by `|` where one is enough, by `&` where all are wanted
 --> query:1:16
1 | MATCH (a:Theory, Technique) RETURN a
  |                ^
hint: write for example `(a:Theory|Technique)`)q");
    CHECK(error_of("MATCH (a:Theory OR Technique) RETURN a") ==
          R"q(error[syntax]: labels are joined by `|` where one is enough, by `&` where all are wanted
 --> query:1:17
1 | MATCH (a:Theory OR Technique) RETURN a
  |                 ^^
hint: write for example `(a:Theory|Technique)`)q");
    CHECK(error_of("MATCH (:Approach a) RETURN a") ==
          R"q(error[syntax]: a node's variable comes before its label
 --> query:1:18
1 | MATCH (:Approach a) RETURN a
  |                  ^
hint: write `(a:Approach)`)q");
    CHECK(error_of("MATCH (a:Common Factor) RETURN a") ==
          R"q(error[syntax]: a label of several words stands between backticks
 --> query:1:10
1 | MATCH (a:Common Factor) RETURN a
  |          ^^^^^^^^^^^^^
hint: put backticks around it)q");
    CHECK(error_of("CREATE (a:Approach name: 'CBT')") ==
          R"q(error[syntax]: properties stand in braces
 --> query:1:20
1 | CREATE (a:Approach name: 'CBT')
  |                    ^^^^
hint: write for example `{name: …}`)q");
    CHECK(error_of("MATCH (a:Approach (name: 'CBT')) RETURN a") ==
          R"q(error[syntax]: properties stand in braces
 --> query:1:19
1 | MATCH (a:Approach (name: 'CBT')) RETURN a
  |                   ^
hint: write for example `{name: …}`)q");
    CHECK(error_of("CREATE (a:Approach, {name: 'CBT'})") ==
          R"q(error[syntax]: there is no comma before properties
 --> query:1:19
1 | CREATE (a:Approach, {name: 'CBT'})
  |                   ^
hint: leave it out)q");
}

TEST_CASE("what stands between paths and before nodes", "[syntax][error]") {
    CHECK(error_of("MATCH (a)-->(b) AND (b)-->(c) RETURN a") ==
          R"q(error[syntax]: paths are joined with a comma
 --> query:1:17
1 | MATCH (a)-->(b) AND (b)-->(c) RETURN a
  |                 ^^^
hint: write `,` in its place)q");
    CHECK(error_of("MATCH (a)-->(b) (b)-->(c) RETURN a") ==
          R"q(error[syntax]: nothing is drawn between two nodes
 --> query:1:17
1 | MATCH (a)-->(b) (b)-->(c) RETURN a
  |                 ^
hint: write `-->` or `-[:TYPE]->` between them, or a comma)q");
    CHECK(error_of("CREATE NODE (a)") ==
          R"q(error[syntax]: `NODE` can't stand before a node
 --> query:1:8
1 | CREATE NODE (a)
  |        ^^^^
hint: leave it out; to name the path, write `NODE = (…)`)q");
    CHECK(error_of("MATCH p: (a)-->(b) RETURN p") ==
          R"q(error[syntax]: a path is named with `=`
 --> query:1:8
1 | MATCH p: (a)-->(b) RETURN p
  |        ^
hint: write `p = (…)`)q");
    CHECK(error_of("MATCH p = shortestPath(a)-[*]-(b) RETURN p") ==
          R"q(error[syntax]: `shortestPath` has parentheses of its own around the whole path
 --> query:1:11
1 | MATCH p = shortestPath(a)-[*]-(b) RETURN p
  |           ^^^^^^^^^^^^
hint: write `shortestPath((a)-[*]-(b))`)q");
    CHECK(error_of("MATCH (a), (b) WHERE a-->b RETURN a") ==
          R"q(error[syntax]: a node stands in parentheses
 --> query:1:22
1 | MATCH (a), (b) WHERE a-->b RETURN a
  |                      ^
hint: write `(a)-->`)q");
}

TEST_CASE("how often to walk, and where it stands", "[syntax][error]") {
    CHECK(error_of("MATCH (a)-[:R{1,3}]->(b) RETURN a") ==
          R"q(error[syntax]: how often to walk stands behind the arrow
 --> query:1:14
1 | MATCH (a)-[:R{1,3}]->(b) RETURN a
  |              ^
hint: write `-[:TYPE]->{1,3}`, or `-[:TYPE*1..3]->`)q");
    CHECK(error_of("MATCH (a)-[:R]{1,3}->(b) RETURN a") ==
          R"q(error[syntax]: how often to walk stands behind the arrow
 --> query:1:15
1 | MATCH (a)-[:R]{1,3}->(b) RETURN a
  |               ^
hint: write `-[:TYPE]->{1,3}`, or `-[:TYPE*1..3]->`)q");
    CHECK(
        error_of("MATCH (a)-[:R*1,3]->(b) RETURN a") ==
        R"q(error[invalid-relationship-pattern]: the smallest and the largest number of steps have two dots between them
 --> query:1:16
1 | MATCH (a)-[:R*1,3]->(b) RETURN a
  |                ^
hint: write for example `*1..3`)q");
    CHECK(error_of("MATCH (a)-[:R->](b) RETURN a") ==
          R"q(error[syntax]: the bracket of the relationship isn't closed before its arrow
 --> query:1:14
1 | MATCH (a)-[:R->](b) RETURN a
  |              ^
hint: write `]` before it, as in `-[:TYPE]->`)q");
}
