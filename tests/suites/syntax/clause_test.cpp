// How clauses and patterns are understood.
#include "ast_shape.h"

using confer::engine::SourceSpan;
namespace ast = confer::engine::ast;
using confer::test::query_of;
using confer::test::shape;

TEST_CASE("MATCH, OPTIONAL MATCH, UNWIND, WITH and RETURN", "[syntax][clause]") {
    CHECK(shape("MATCH (a), p = (b)-->(c) WHERE a.x OPTIONAL MATCH (d) UNWIND xs AS x WITH a WHERE x RETURN *") ==
          "(match <a> p=<b>-[]-><c> where (. a x)) (optional-match <d>) (unwind xs as x) (with a \"a\" where x) "
          "(return *)");
}

TEST_CASE("CALL names a procedure, arguments and what it yields", "[syntax][clause]") {
    CHECK(shape("CALL a") == "(call a implicit)");
    CHECK(shape("CALL a . b.c() YIELD *") == "(call a.b.c yield *)");
    CHECK(shape("MATCH (a) CALL b(1, a.x) YIELD c, d AS e WHERE c CALL f() RETURN 1") ==
          "(match <a>) (call b 1 (. a x) yield c d as e where c) (call f) (return 1 \"1\")");
}

TEST_CASE("FILTER, LET and FOR", "[syntax][clause]") {
    CHECK(shape("MATCH (a) FILTER a.x FILTER WHERE a.y RETURN a") ==
          "(match <a>) (filter (. a x)) (filter (. a y)) (return a \"a\")");
    CHECK(shape("LET x = 1, y = x RETURN y") == "(let x 1 y x) (return y \"y\")");
    CHECK(shape("FOR x IN xs FOR y IN ys WITH ORDINALITY i FOR z IN zs WITH OFFSET o RETURN 1") ==
          "(for x xs) (for y ys from-one i) (for z zs from-zero o) (return 1 \"1\")");
}

TEST_CASE("the words of CALL, FILTER, LET and FOR may be names", "[syntax][clause]") {
    CHECK(
        shape("MATCH (call) WITH call AS filter, 1 AS let FOR for IN [offset] RETURN yield(for)") ==
        "(match <call>) (with call as filter 1 as let) (for for (list offset)) (return (yield() for) \"yield(for)\")");
    CHECK(shape("FOR x IN [1] WITH ordinality AS y RETURN y") ==
          "(for x (list 1)) (with ordinality as y) (return y \"y\")");
}

TEST_CASE("RETURN sorts, skips and limits", "[syntax][clause]") {
    CHECK(shape("RETURN DISTINCT a AS b, c.d ORDER BY b DESC, c ASCENDING SKIP 1 LIMIT $n") ==
          "(return distinct a as b (. c d) \"c.d\" down b up c skip 1 limit $n)");
    CHECK(shape("WITH *, 1 AS x ORDER BY x LIMIT 1 WHERE x RETURN x") ==
          "(with * 1 as x up x limit 1 where x) (return x \"x\")");
}

TEST_CASE("UNION joins queries", "[syntax][clause]") {
    CHECK(shape("RETURN 1 AS x UNION RETURN 2 AS x UNION ALL RETURN 3 AS x") ==
          "(return 1 as x) union (return 2 as x) union-all (return 3 as x)");
}

TEST_CASE("a column without an alias is named by its text as written", "[syntax][clause]") {
    CHECK(shape("RETURN  count( * ),a . b") == "(return (count *) \"count( * )\" (. a b) \"a . b\")");
    CHECK(shape("RETURN (1+2)*3") == "(return (* (+ 1 2) 3) \"(1+2)*3\")");
    CHECK(shape("RETURN 'é' + n.ü") == "(return (+ \"é\" (. n ü)) \"'é' + n.ü\")");
}

TEST_CASE("keywords are understood in any case", "[syntax][clause]") {
    CHECK(shape("match (a) Where a.x return a Order By a.y Desc") ==
          "(match <a> where (. a x)) (return a \"a\" down (. a y))");
}

TEST_CASE("comments and any white space separate words", "[syntax][clause]") {
    CHECK(shape("// first\nMATCH/* a * b */(a)\r\n\tRETURN a // last") == "(match <a>) (return a \"a\")");
    CHECK(shape("\xEF\xBB\xBF RETURN\xC2\xA0"
                "1 AS x") == "(return 1 as x)");
    CHECK(shape("RETURN 1 AS x;") == "(return 1 as x)");
    CHECK(shape("RETURN 1 AS x ; ; // the end") == "(return 1 as x)");
}

TEST_CASE("relationships point right, left or either way", "[syntax][pattern]") {
    CHECK(shape("MATCH (a)-->(b)<--(c)--(d)<-->(e) RETURN a") ==
          "(match <a>-[]-><b><-[]-<c>-[]-<d>-[]-<e>) (return a \"a\")");
    CHECK(shape("MATCH (a) - [r] - > (b) RETURN a") == "(match <a>-[r]-><b>) (return a \"a\")");
}

TEST_CASE("relationships take types, steps, properties and WHERE", "[syntax][pattern]") {
    CHECK(shape("MATCH ()-[r:A|:B|C*1..3 {x: 1} WHERE r.y]->() RETURN r") ==
          "(match <>-[r :(| A B C) hops 1 3 (map x: 1) where (. r y)]-><>) (return r \"r\")");
    CHECK(shape("MATCH ()-[*]-()-[*2]-()-[*2..]-()-[*..4]-()-[*..]-() RETURN 1") ==
          "(match <>-[ hops _ _]-<>-[ hops 2 2]-<>-[ hops 2 _]-<>-[ hops _ 4]-<>-[ hops _ _]-<>) (return 1 \"1\")");
    CHECK(shape("MATCH ()-[:!A&!B]->() RETURN 1") == "(match <>-[ :(& (! A) (! B))]-><>) (return 1 \"1\")");
}

TEST_CASE("quantifiers stand behind relationships and paths in parentheses", "[syntax][pattern]") {
    CHECK(shape("MATCH (a)-[r:R]->{1,3}(b)--+(c)-->*(d) RETURN 1") ==
          "(match <a>-[r :R]->{ 1 3}<b>-[]-{ 1 _}<c>-[]->{ 0 _}<d>) (return 1 \"1\")");
    CHECK(shape("MATCH (s)((a)-->(b) WHERE a.x){,2}(t) RETURN 1") ==
          "(match <s>(<a>-[]-><b> where (. a x)){ 0 2}<t>) (return 1 \"1\")");
    CHECK(shape("MATCH (s) WHERE (s)((a)-->(b)){2}(t) RETURN 1") ==
          shape("MATCH (s) WHERE (s) ( (a) --> (b) ) {2,2} (t) RETURN 1"));
}

TEST_CASE("an empty node stands where quantified paths meet or end", "[syntax][pattern]") {
    CHECK(shape("MATCH ((a)-->(b)){2}((c)<--(d))+ RETURN 1") ==
          shape("MATCH ()((a)-->(b)){2}()((c)<--(d))+() RETURN 1"));
}

TEST_CASE("selectors stand before a path", "[syntax][pattern]") {
    CHECK(shape("MATCH p = ANY SHORTEST (a)-->+(b) RETURN 1") ==
          "(match p=any-shortest <a>-[]->{ 1 _}<b>) (return 1 \"1\")");
    CHECK(shape("MATCH SHORTEST 2 PATH GROUPS (a)-->+(b) RETURN 1") ==
          "(match shortest-groups 2 <a>-[]->{ 1 _}<b>) (return 1 \"1\")");
    CHECK(shape("MATCH ALL PATHS (a)-->(b) RETURN 1") == shape("MATCH (a)-->(b) RETURN 1"));
    CHECK(shape("MATCH ANY ((a)-->+(b) WHERE a.x) RETURN 1") ==
          "(match any <a>-[]->{ 1 _}<b> where (. a x)) (return 1 \"1\")");
    CHECK(shape("MATCH p = shortestPath((a)-[*..3]-(b)) RETURN allshortestpaths((a)-[*]-(b)) AS q") ==
          "(match p=shortestPath <a>-[ hops _ 3]-<b>) (return allShortestPaths <a>-[ hops _ _]-<b> as q)");
}

TEST_CASE("IS stands for the colon", "[syntax][pattern]") {
    CHECK(shape("MATCH (a IS A)-[IS R]->() WHERE a IS LABELED B RETURN 1") ==
          shape("MATCH (a:A)-[:R]->() WHERE a:B RETURN 1"));
    CHECK(shape("MATCH (a) WHERE a IS NOT LABELED A|B RETURN 1") == shape("MATCH (a) WHERE NOT a:A|B RETURN 1"));
}

TEST_CASE("the words of selectors stay names", "[syntax][pattern]") {
    CHECK(shape("MATCH path = (shortest)-->(group) RETURN paths, shortest(groups) AS any") ==
          "(match path=<shortest>-[]-><group>) (return paths \"paths\" (shortest() groups) as any)");
}

TEST_CASE("nodes take label expressions, properties and WHERE", "[syntax][pattern]") {
    CHECK(shape("MATCH (a:A:B {x: 1} WHERE a.y) RETURN a") ==
          "(match <a :(& A B) (map x: 1) where (. a y)>) (return a \"a\")");
    CHECK(shape("MATCH (:A|B&!C) RETURN 1") == "(match < :(| A (& B (! C)))>) (return 1 \"1\")");
    CHECK(shape("MATCH (:(A|B)&%) RETURN 1") == "(match < :(& (| A B) %)>) (return 1 \"1\")");
    CHECK(shape("MATCH (a $properties) RETURN 1") == "(match <a $properties>) (return 1 \"1\")");
    CHECK(shape("MATCH ((a)-->(b)) RETURN 1") == "(match <a>-[]-><b>) (return 1 \"1\")");
}

TEST_CASE("clauses that write stand between those that read", "[syntax][clause]") {
    CHECK(shape("CREATE (a:A {x: 1}), (a)-[:R]->(b)") == "(create <a :A (map x: 1)> <a>-[ :R]-><b>)");
    CHECK(shape("MATCH (a) SET a.b.c = 1, a += $m, a = b, a:X:Y RETURN a") ==
          "(match <a>) (set (. a b).c 1 a add $m a all b a :X :Y) (return a \"a\")");
    CHECK(shape("MATCH (a) REMOVE a.x, (a).y, a:X") == "(match <a>) (remove a.x a.y a :X)");
    CHECK(shape("MATCH (a) DETACH DELETE a, b[0] DELETE c") == "(match <a>) (detach-delete a (at b 0)) (delete c)");
    CHECK(shape("MERGE p = (a)-[:R]-(b) ON MATCH SET a.x = 1 ON CREATE SET a:X, b.y = 2 SET b.z = 3") ==
          "(merge p=<a>-[ :R]-<b> on-match a.x 1 on-create a :X b.y 2) (set b.z 3)");
}

TEST_CASE("spans are byte offsets into the whole statement", "[syntax][span]") {
    const std::string text = "EXPLAIN MATCH (é:Ü) RETURN é.name";
    const ast::Query query = query_of(text);
    const auto slice = [&](SourceSpan span) { return text.substr(span.begin, span.end - span.begin); };
    CHECK(slice(query.span) == "MATCH (é:Ü) RETURN é.name");
    CHECK(slice(query.parts[0].clauses[0].span) == "MATCH (é:Ü)");
    const auto& item = std::get<ast::Projection>(query.parts[0].clauses[1].node).items[0];
    CHECK(slice(item.expr->span) == "é.name");
    CHECK(slice(std::get<ast::Property>(item.expr->node).key.span) == "name");
}

TEST_CASE("EXPLAIN and PROFILE set the mode of any statement", "[syntax]") {
    using confer::engine::syntax::parse;
    CHECK(parse("RETURN 1").value().mode == ast::Mode::run);
    CHECK(parse("explain RETURN 1").value().mode == ast::Mode::explain);
    CHECK(parse("PROFILE /* it */ MATCH (a) RETURN a").value().mode == ast::Mode::profile);
}
