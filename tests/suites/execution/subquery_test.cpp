#include <catch2/catch.hpp>

#include "graphs.h"

using namespace confer::test;

TEST_CASE("a pattern as a condition asks whether it is there", "[exec][semi-apply]") {
    CHECK(rows(approaches(), "MATCH (a:Approach) WHERE (a)-[:TREATS]->() RETURN a") == Rows{"(act)", "(cbt)"});
    CHECK(rows(approaches(), "MATCH (a:Approach) WHERE NOT (a)-[:TREATS]->() RETURN a") ==
          Rows{"(dbt)", "(gestalt)", "(loner)", "(rebt)"});
    CHECK(rows(approaches(),
               "MATCH (a:Approach) WHERE (a)-[:TREATS]->() AND NOT (a)-[:DERIVES_FROM]->({id: 'rebt'}) RETURN a") ==
          Rows{"(act)"});
    CHECK(rows(approaches(),
               "MATCH (a:Approach), (c:Condition) WHERE NOT (a)-[:TREATS]->(c) AND a.year > 1970 RETURN a, c") ==
          Rows{"(act) | (insomnia)", "(dbt) | (anxiety)", "(dbt) | (insomnia)"});
}

TEST_CASE("a pattern inside a larger condition or an item is a truth value", "[exec][subquery]") {
    CHECK(rows(approaches(), "MATCH (a:Approach) WHERE (a)-[:TREATS]->() OR a.year < 1952 RETURN a") ==
          Rows{"(act)", "(cbt)", "(gestalt)"});
    CHECK(
        rows(approaches(), "MATCH (a:Approach) WHERE a.year > 1970 RETURN a, exists { (a)-[:TREATS]->() } AS treats") ==
        Rows{"(act) | true", "(cbt) | true", "(dbt) | false"});
}

TEST_CASE("exists and count of whole queries", "[exec][subquery]") {
    CHECK(rows(approaches(),
               "MATCH (a:Approach) WHERE EXISTS { MATCH (a)-[:USES]->(t) WHERE t.id STARTS WITH 'm' } RETURN a") ==
          Rows{"(act)", "(cbt)", "(dbt)"});
    CHECK(rows(approaches(), "MATCH (a:Approach) RETURN a, COUNT { MATCH (a)-[:USES]->(t) RETURN t } AS n") ==
          Rows{"(act) | 1", "(cbt) | 2", "(dbt) | 1", "(gestalt) | 1", "(loner) | 0", "(rebt) | 0"});
    CHECK(rows(approaches(), "MATCH (a:Approach) WHERE COUNT { (a)--() } > 4 RETURN a") == Rows{"(cbt)"});
}

TEST_CASE("grouping, ordering and cutting inside a subquery are for each outer row on its own", "[exec][subquery]") {
    CHECK(rows(approaches(),
               "MATCH (t:Technique) WHERE EXISTS { MATCH (a)-[:USES]->(t) WITH count(a) AS n WHERE n > 1 RETURN n } "
               "RETURN t") == Rows{"(mindfulness)"});
    CHECK(rows(approaches(),
               "MATCH (a:Approach) WHERE EXISTS { MATCH (a)-[:USES]->(t) WITH count(t) AS n WHERE n = 0 RETURN n } "
               "RETURN a") == Rows{"(loner)", "(rebt)"});
    CHECK(rows(approaches(), "MATCH (a:Approach) RETURN a, COUNT { MATCH (a)-[]->(x) RETURN x LIMIT 2 } AS n") ==
          Rows{"(act) | 2", "(cbt) | 2", "(dbt) | 2", "(gestalt) | 1", "(loner) | 0", "(rebt) | 0"});
    CHECK(rows(approaches(),
               "MATCH (a:Approach) RETURN a, COUNT { MATCH (a)-[]->(x) RETURN x ORDER BY x.id SKIP 1 } AS n") ==
          Rows{"(act) | 2", "(cbt) | 4", "(dbt) | 1", "(gestalt) | 0", "(loner) | 0", "(rebt) | 0"});
    CHECK(
        rows(approaches(), "MATCH (a:Approach) RETURN a, COUNT { MATCH (a)-[]->(x) RETURN DISTINCT labels(x) } AS n") ==
        Rows{"(act) | 3", "(cbt) | 3", "(dbt) | 2", "(gestalt) | 1", "(loner) | 0", "(rebt) | 0"});
    CHECK(rows(approaches(),
               "MATCH (a:Approach) WHERE a.year > 1970 RETURN a, COUNT { MATCH (a)-[:USES]->(x) RETURN x UNION "
               "MATCH (a)-[:TREATS]->(x) RETURN x } AS n") == Rows{"(act) | 2", "(cbt) | 4", "(dbt) | 1"});
}

TEST_CASE("a subquery may read outer variables after its own WITH", "[exec][subquery][recall]") {
    CHECK(rows(approaches(),
               "MATCH (a:Approach) WHERE EXISTS { MATCH (a)-[:USES]->(t) WITH count(t) AS n MATCH (a)-[:TREATS]->(c) "
               "WHERE n = 1 RETURN c } RETURN a") == Rows{"(act)"});
}

TEST_CASE("a pattern comprehension is a list for each row", "[exec][subquery]") {
    CHECK(ordered_rows(
              approaches(),
              "MATCH (a:Approach) WHERE a.year > 1970 RETURN a.id, [(a)-[:USES]->(t) | t.id] AS ts ORDER BY a.year") ==
          Rows{"'cbt' | ['exposure', 'mindfulness']", "'act' | ['mindfulness']", "'dbt' | ['mindfulness']"});
    CHECK(rows(approaches(), "MATCH (a {id: 'rebt'}) RETURN [(a)-[:USES]->(t) WHERE t.id > 'a' | t] AS ts") ==
          Rows{"[]"});
    CHECK(rows(approaches(),
               "MATCH (a {id: 'act'}) RETURN size([p = (a)-[*]->() | p]) AS n, [p = (a)-[:DERIVES_FROM*2]->() | p][0] "
               "AS p") == rows(approaches(),
                               "MATCH (a {id: 'act'}) MATCH (a)-[rs*]->() WITH a, count(rs) AS n "
                               "MATCH p = (a)-[:DERIVES_FROM*2]->() RETURN n, p"));
}

TEST_CASE("patterns inside comprehensions read the comprehension's variable", "[exec][subquery]") {
    CHECK(rows(approaches(),
               "MATCH (a:Approach)-[:USES]->(t) WITH t, collect(a) AS users WHERE size(users) > 1 "
               "RETURN [a IN users WHERE (a)-[:TREATS]->() | a.id] AS ids") == Rows{"['cbt', 'act']"});
    CHECK(rows(approaches(),
               "MATCH (a:Approach) WHERE a.year > 1970 WITH collect(a) AS them ORDER BY 1 "
               "RETURN any(a IN them WHERE (a)-[:TREATS]->({id: 'insomnia'})) AS some, "
               "all(a IN them WHERE (a)-[:USES]->()) AS every, none(a IN them WHERE (a)-->(a)) AS loops") ==
          Rows{"true | true | true"});
    CHECK(
        rows(approaches(),
             "MATCH (a:Approach) WHERE a.year > 1980 WITH a ORDER BY a.id WITH collect(a) AS them "
             "RETURN [a IN them | size([(a)-[:USES]->(t) | [x IN [1] WHERE (t)<-[:USES]-({id: 'cbt'}) | x]])] AS n") ==
        Rows{"[1, 1]"});
    CHECK(rows(nothing(), "WITH $none AS xs RETURN [x IN xs WHERE EXISTS { MATCH (n) WHERE n.x = x } | x] AS ys",
               {.parameters = {{"none", Value()}}}) == Rows{"null"});
}

TEST_CASE("a reduce may ask the graph at each step", "[exec][subquery][fold]") {
    CHECK(rows(approaches(),
               "MATCH (a:Approach) WITH a ORDER BY a.id WITH collect(a) AS them "
               "RETURN reduce(n = 0, a IN them | n + size([(a)-[:TREATS]->(c) | c])) AS n") == Rows{"3"});
    CHECK(
        rows(approaches(),
             "UNWIND [[], ['cbt', 'rebt'], null, ['dbt']] AS ids "
             "RETURN ids, reduce(n = 1, id IN ids | n * 10 + COUNT { MATCH (x {id: id})-[:DERIVES_FROM]->() }) AS n") ==
        Rows{"['cbt', 'rebt'] | 110", "['dbt'] | 11", "[] | 1", "null | null"});
    // The step before decides what the next one asks.
    CHECK(rows(approaches(),
               "RETURN reduce(id = 'dbt', step IN [1, 2, 3] | coalesce([(x {id: id})-[:DERIVES_FROM]->(y) | y.id][0], "
               "id)) AS id") == Rows{"'rebt'"});
}

TEST_CASE("subqueries run for many batches of rows", "[exec][subquery][batch]") {
    CHECK(rows(approaches(),
               "UNWIND range(1, 3000) AS x MATCH (a {id: 'cbt'}) WHERE EXISTS { (a)-[:USES]->(t) WHERE x % 3 = 0 } "
               "RETURN count(*)") == Rows{"1000"});
    CHECK(rows(approaches(),
               "UNWIND range(1, 3000) AS x MATCH (a {id: 'cbt'}) RETURN sum(COUNT { (a)-[:USES]->() WHERE x % 2 = 0 }) "
               "AS n") == Rows{"3000"});
}
