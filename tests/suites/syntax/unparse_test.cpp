// unparse gives text that is understood as the same statement.
#include "syntax/unparse.h"
#include "ast_shape.h"

using confer::engine::syntax::unparse;
using confer::test::query_of;
using confer::test::Shape;

namespace {

std::string expr_text(const std::string& expr) {
    const confer::engine::ast::Query query = query_of("RETURN " + expr + " AS x");
    const auto& projection = std::get<confer::engine::ast::Projection>(query.parts[0].clauses[0].node);
    return unparse(*projection.items[0].expr);
}

}  // namespace

TEST_CASE("canonical text has one clause a line", "[syntax][unparse]") {
    CHECK(
        unparse(query_of("match(a:A:B)<-[r:R*2..]-() optional match (b) where b.x>1 with distinct a order by a.y desc "
                         "skip 1 limit 2 where a.z unwind [1] as x return a as `order`,count(*) union return 1")) ==
        "MATCH (a:A&B)<-[r:R*2..]-()\n"
        "OPTIONAL MATCH (b)\n"
        "WHERE b.x > 1\n"
        "WITH DISTINCT a\n"
        "ORDER BY a.y DESC\n"
        "SKIP 1\n"
        "LIMIT 2\n"
        "WHERE a.z\n"
        "UNWIND [1] AS x\n"
        "RETURN a AS `order`, count(*)\n"
        "UNION\n"
        "RETURN 1");
}

TEST_CASE("clauses that write have canonical text, too", "[syntax][unparse]") {
    CHECK(unparse(query_of("create(a:A:B{x:1})-[:R]->(b) set a.x=2,a:C:D,b+={y:1},(a).z.w=3,b=a remove a.x,b:C "
                           "detach delete a,b with a merge p=(a)-[:R]-(c) on match set c.x=1 on create set c.x=2,c.y=3 "
                           "delete p return p")) ==
          "CREATE (a:A&B {x: 1})-[:R]->(b)\n"
          "SET a.x = 2, a:C:D, b += {y: 1}, a.z.w = 3, b = a\n"
          "REMOVE a.x, b:C\n"
          "DETACH DELETE a, b\n"
          "WITH a\n"
          "MERGE p = (a)-[:R]-(c)\n"
          "ON MATCH SET c.x = 1\n"
          "ON CREATE SET c.x = 2, c.y = 3\n"
          "DELETE p\n"
          "RETURN p");
}

TEST_CASE("canonical text has parentheses only where they are needed", "[syntax][unparse]") {
    CHECK(expr_text("((a)) + ((b) * (c))") == "a + b * c");
    CHECK(expr_text("(a + b) * c") == "(a + b) * c");
    CHECK(expr_text("a - (b - c)") == "a - (b - c)");
    CHECK(expr_text("(a < b) = c") == "(a < b) = c");
    CHECK(expr_text("(-5) ^ 2") == "-5 ^ 2");
    CHECK(expr_text("(-5).x") == "(-5).x");
    CHECK(expr_text("NOT (a AND b)") == "NOT (a AND b)");
    CHECK(expr_text("(n:A|B).x") == "(n:(A|B)).x");
}

TEST_CASE("canonical text quotes strings and names as needed", "[syntax][unparse]") {
    CHECK(expr_text(R"("it's \"so\" \\ \n \u0001")") == R"('it\'s "so" \\ \n \u0001')");
    CHECK(expr_text("`a b`.`c`.`limit`") == "`a b`.c.limit");
    CHECK(expr_text("`limit` + `é` + `1a` + ``` ```") == "`limit` + é + `1a` + ``` ```");
    CHECK(expr_text("$`a` + $`b c`") == "$a + $`b c`");
}

TEST_CASE("canonical floats stay floats", "[syntax][unparse]") {
    CHECK(expr_text("1.0") == "1.0");
    CHECK(expr_text("1e300") == "1e+300");
    CHECK(expr_text(".1") == "0.1");
}

TEST_CASE("canonical text is understood as the statement that it stands for", "[syntax][unparse]") {
    const char* statement = GENERATE(
        "MATCH (a:Approach)-[:USES]->(t:Technique) WHERE a.year > 1950 RETURN a.name, count(t) AS n ORDER BY n DESC",
        "MATCH p = (a:A|B&!C {x: 1, `y z`: $p})<-[r:R|S*1..3 {z: 2} WHERE r.q]-(b WHERE b.x IS NOT NULL)--() RETURN p",
        "MATCH (s)((a)-[r:R]->(b)<--(c) WHERE a.x < b.x){1,3}(t)-->+(u)--*(v)-[q:Q]->{2}()-->{3,}() RETURN a",
        "MATCH ((a)-->(b)){2}((c)-->(d)){,2} WHERE (a)-->+(b) RETURN [p = (a)((b)-->(c))+(d) | p] AS x",
        "MATCH p = ANY SHORTEST (a)-->+(b) MATCH ALL SHORTEST (a)-->+(b) MATCH SHORTEST 3 ((a)-->*(b) WHERE a.x) "
        "RETURN 1",
        "MATCH ANY (a)-->+(b) MATCH ANY 2 PATHS (a)-->+(b) MATCH SHORTEST $k GROUP (a)-->+(b) RETURN 1",
        "MATCH p = shortestPath((a)-[*..15]-(b)), allShortestPaths((a)--(b)) RETURN shortestPath((a)-[:R*]->(b)) AS q",
        "MATCH (a IS A|B)-[r IS R]->() WHERE a IS LABELED A&!B AND r IS NOT LABELED S RETURN COLLECT { MATCH (b) "
        "RETURN b } AS c",
        "MATCH (a), (b) OPTIONAL MATCH (a)-->(b) WITH *, 1 AS one WHERE one = 1 RETURN DISTINCT a",
        "MATCH (:A:B|C) MATCH (:(A|B):C) MATCH (:A&B:C) MATCH ()-[:A|(B&C)|!%]->() RETURN 1",
        "UNWIND [1, 2.5, 'x', null, true, [], {}] AS x RETURN x UNION ALL RETURN 2 AS x UNION RETURN 3 AS x",
        "RETURN 1 OR 2 XOR 3 AND NOT 4 = 5 < 6 <> 7 + 8 - 9 * 10 / 11 % 12 ^ 13 ^ -14 AS x",
        "RETURN (((1 OR 2) XOR 3) AND NOT (4 = 5) < (6 <> 7)) + (8 - (9 * (10 / (11 % (12 ^ (13 ^ -14)))))) AS x",
        "RETURN a OR (b OR c) AS x, (a OR b) OR c AS y, a AND (b AND (c AND d)) AS z",
        "RETURN -(5) AS a, - -5 AS b, -(-a) AS c, +a AS d, -a.b AS e, (-5).x AS f, -5 AS g, -9223372036854775808 AS h",
        "RETURN a IS NULL IS NOT NULL AS a, (a = b) IS NULL AS b, a = (b IS NULL) AS c, NOT a IS NULL AS d",
        "RETURN a IN (b IN c) AS a, a IN b IN c AS b, a STARTS WITH b ENDS WITH c AS c, a =~ ('x' + 'y') AS d",
        "RETURN (NOT a) = b AS a, NOT (a = b) AS b, (NOT a) + 1 AS c",
        "RETURN xs[0] AS a, xs[1..] AS b, xs[..-1] AS c, xs[..] AS d, (xs + ys)[0] AS e, xs[0][1].y[2..3] AS f",
        "RETURN n:A AS a, n:A:B AS b, n:(A|B) AS c, (n:A):B AS d, (n:A).x AS e, NOT n:!A AS f",
        "RETURN [x IN xs WHERE x:A | x.y] AS a, [x IN xs] AS b, [(x IN xs)] AS c, [x IN xs WHERE x:A|B | x] AS d",
        "RETURN [(a)-->(b) | b.x] AS a, [p = (a)-[:R*]->(b) WHERE b.y | p] AS b, [(a)-->(b)] AS c",
        "RETURN all(x IN xs WHERE x > 1) AS a, any(x IN xs) AS b, none(x IN xs WHERE NOT x) AS c, single(x IN xs) AS d",
        "RETURN reduce(acc = 0, x IN xs | acc + x) AS a, CASE WHEN a THEN b ELSE c END AS b, CASE x WHEN 1 THEN 2 END "
        "AS c",
        "RETURN n {.name, .*, x, y: 1 + 2} AS a, n {} AS b, {a: 1, match: {b: 2}} AS c",
        "MATCH (n) WHERE (n)-->() AND NOT (n)<-[:R]-(:B {x: 1}) AND exists((n)--()) RETURN n",
        "MATCH (n) WHERE EXISTS { (n)-->(m) WHERE m.x } AND COUNT { MATCH (n)-->(m) RETURN m } > 3 RETURN n",
        "RETURN EXISTS { MATCH (n) RETURN 1 AS x UNION ALL MATCH (m) WITH m ORDER BY m.x LIMIT 1 RETURN 2 AS x } AS e",
        "RETURN count(*) AS a, count(DISTINCT x) AS b, a.b.c(1, 2) AS c, f() AS d, exists(n.x) AS e, `f g`(1) AS f",
        "RETURN $a, $1, $`a b`, `a b`, `limit`.x, n.`p q`, 'it\\'s', \"a\\\\b\\u00e9\"",
        "RETURN (a)-(b) AS x, (a) - -b AS y, (a)--(b) AS z, 1 - -1 AS w");
    const auto first = query_of(statement);
    const std::string text = unparse(first);
    INFO(text);
    CHECK(Shape::of(query_of(text)) == Shape::of(first));
    CHECK(unparse(query_of(text)) == text);
}

TEST_CASE("a long run of AND or OR is balanced and stays so", "[syntax][unparse]") {
    std::string text = "RETURN a0";
    for (int i = 1; i < 200; ++i) text += " OR a" + std::to_string(i);
    text += " AS x";
    const auto query = query_of(text);
    CHECK(unparse(query) == text);
    CHECK(Shape::of(query_of(unparse(query))) == Shape::of(query));
}
