#include <catch2/catch.hpp>

#include "suites/semantics/analysed.h"

using namespace confer::engine;

TEST_CASE("what is no aggregate is grouped by", "[semantics][aggregation]") {
    CHECK(meaning("MATCH (a)-->(b) RETURN a, b.name AS name, count(*) AS n, collect(DISTINCT b) AS bs") ==
          "match (a#0) (b#2) a#0-[#1]->b#2\n"
          "project keys [a#0, name#5 = b#2.name] aggregates [n#3 = count(), bs#4 = collect(distinct b#2)] "
          "items [a#0, name#5, n#3, bs#4]\n"
          "columns a#0, name#5, n#3, bs#4");
}

TEST_CASE("a renamed key can still be read under its old number", "[semantics][aggregation]") {
    CHECK(meaning("MATCH (a) RETURN a AS b, count(*) AS n ORDER BY a.name, b.name") ==
          "match (a#0)\n"
          "project keys [a#0] aggregates [n#1 = count()] items [b#2 = a#0, n#1] order by a#0.name, b#2.name\n"
          "columns b#2, n#1");
}

TEST_CASE("an item may compute with aggregates and keys", "[semantics][aggregation]") {
    CHECK(meaning("MATCH (me)-->(you) RETURN me.age AS age, me.age + count(you.age) / 2 AS x") ==
          "match (me#0) (you#2) me#0-[#1]->you#2\n"
          "project keys [age#4 = me#0.age] aggregates [#3 = count(you#2.age)] "
          "items [age#4, x#5 = (age#4 + (#3 / 2))]\n"
          "columns age#4, x#5");
}

TEST_CASE("the same aggregate twice is computed once", "[semantics][aggregation]") {
    CHECK(meaning("MATCH (a) RETURN count(*) AS n, count(*) * 2 AS m ORDER BY count(*)") ==
          "match (a#0)\n"
          "project keys [] aggregates [n#1 = count()] items [n#1, m#2 = (n#1 * 2)] order by n#1\n"
          "columns n#1, m#2");
}

TEST_CASE("grouped rows are distinct already", "[semantics][aggregation]") {
    CHECK(meaning("MATCH (a) RETURN DISTINCT a.color AS c, count(*) AS n") ==
          "match (a#0)\n"
          "project keys [c#2 = a#0.color] aggregates [n#1 = count()] items [c#2, n#1]\n"
          "columns c#2, n#1");
}

TEST_CASE("a variable beside an aggregate must be grouped by", "[semantics][aggregation]") {
    const Fault f = fault("MATCH (me)-->(you) RETURN me.age + count(you)");
    CHECK(f.code == "ambiguous-aggregation");
    CHECK(f.at == "me");
    CHECK(f.hint == "make it (or its property) an item of its own, or compute the whole in two steps with WITH");
}

TEST_CASE("a compound key does not stand for itself beside an aggregate", "[semantics][aggregation]") {
    CHECK(fault("MATCH (a)-->(b) RETURN a.x + b.x, a.x + b.x + count(*)").code == "ambiguous-aggregation");
    CHECK(fault("MATCH (a)-->(b) RETURN a.x + b.x AS s, count(*) AS n ORDER BY a.x + b.x + count(*)").code ==
          "ambiguous-aggregation");
}

TEST_CASE("beside an aggregate, a subquery may only read what is grouped by", "[semantics][aggregation]") {
    CHECK(fault("MATCH (a)-->(b) RETURN COUNT { (a)-->() } + count(b)").code == "ambiguous-aggregation");
    CHECK(meaning("MATCH (a)-->(b) RETURN a, COUNT { (a)-->() } + count(b) AS n") ==
          "match (a#0) (b#2) a#0-[#1]->b#2\n"
          "project keys [a#0] aggregates [#5 = count(b#2)] "
          "items [a#0, n#6 = (count(a#0) { match (.a#0) (#4) a#0-[#3]->#4 } + #5)]\n"
          "columns a#0, n#6");
}

TEST_CASE("after grouping, ORDER BY sees keys and items", "[semantics][aggregation]") {
    CHECK(meaning("MATCH (a) RETURN a.div AS d, count(*) AS n ORDER BY a.div + 'x', n") ==
          "match (a#0)\n"
          "project keys [d#2 = a#0.div] aggregates [n#1 = count()] items [d#2, n#1] order by (d#2 + 'x'), n#1\n"
          "columns d#2, n#1");
    const Fault f = fault("MATCH (a) RETURN a.div AS d, count(*) AS n ORDER BY a.age");
    CHECK(f.code == "undefined-variable");
    CHECK(f.at == "a");
}

TEST_CASE("ORDER BY may aggregate anew over what is grouped by", "[semantics][aggregation]") {
    CHECK(meaning("MATCH (a)-->(b) RETURN a, count(b) AS n ORDER BY sum(a.x)") ==
          "match (a#0) (b#2) a#0-[#1]->b#2\n"
          "project keys [a#0] aggregates [n#3 = count(b#2), #4 = sum(a#0.x)] items [a#0, n#3] order by #4\n"
          "columns a#0, n#3");
    CHECK(meaning("MATCH (a) RETURN a.x AS x, count(*) AS n ORDER BY sum(x)") ==
          "match (a#0)\n"
          "project keys [x#2 = a#0.x] aggregates [n#1 = count(), #3 = sum(a#0.x)] items [x#2, n#1] order by #3\n"
          "columns x#2, n#1");
    CHECK(fault("MATCH (a) RETURN a.x AS x, count(*) AS n ORDER BY sum(a.y)").code == "undefined-variable");
    CHECK(fault("MATCH (a) RETURN a.x AS x, count(*) AS n ORDER BY sum(n)").code == "nested-aggregation");
}

TEST_CASE("without an aggregate among the items, ORDER BY can't aggregate", "[semantics][aggregation]") {
    const Fault f = fault("MATCH (n) RETURN n.num ORDER BY max(n.num)");
    CHECK(f.code == "invalid-aggregation");
    CHECK(f.at == "max(n.num)");
    CHECK(f.message == "the aggregate `max` can't stand in ORDER BY");
    CHECK(f.hint == "aggregate in WITH or RETURN, give the result a name and use that: `WITH max(…) AS value`");
}

TEST_CASE("aggregates stand in WITH and RETURN only", "[semantics][aggregation]") {
    CHECK(fault("MATCH (a) WHERE count(a) > 10 RETURN a").message == "the aggregate `count` can't stand in WHERE");
    CHECK(fault("MATCH (a) WITH a, count(*) AS n WHERE count(*) > 1 RETURN a").code == "invalid-aggregation");
    CHECK(fault("MATCH (a) UNWIND collect(a) AS b RETURN b").code == "invalid-aggregation");
    CHECK(fault("MATCH (a {x: count(*)}) RETURN a").code == "invalid-aggregation");
    CHECK(fault("MATCH (a) RETURN a LIMIT count(*)").code == "invalid-aggregation");
    CHECK(fault("MATCH (a) RETURN [x IN [1] | count(*)]").code == "invalid-aggregation");
    CHECK(fault("MATCH (a) RETURN [(a)-->(b) | count(b)]").code == "invalid-aggregation");
}

TEST_CASE("a list comprehension may run over an aggregate", "[semantics][aggregation]") {
    CHECK(meaning("MATCH (a) RETURN [x IN collect(a) | x.name] AS names") ==
          "match (a#0)\n"
          "project keys [] aggregates [#1 = collect(a#0)] items [names#3 = [x#2 IN #1 | x#2.name]]\n"
          "columns names#3");
}

TEST_CASE("aggregates don't nest", "[semantics][aggregation]") {
    const Fault f = fault("RETURN count(count(*))");
    CHECK(f.code == "nested-aggregation");
    CHECK(f.at == "count(*)");
    CHECK(f.hint == "compute the inner one in a WITH first: `WITH …, count(…) AS inner`, then aggregate `inner`");
}

TEST_CASE("an aggregate can't take in chance", "[semantics][aggregation]") {
    const Fault f = fault("RETURN count(rand())");
    CHECK(f.code == "non-constant-expression");
    CHECK(f.at == "rand()");
    CHECK(f.hint == "draw the values in a WITH first, and aggregate the result");
}

TEST_CASE("only aggregates take DISTINCT", "[semantics][aggregation]") {
    const Fault f = fault("RETURN size(DISTINCT 'x')");
    CHECK(f.code == "invalid-aggregation");
    CHECK(f.at == "size");
    CHECK(f.hint == "leave DISTINCT out, or write `WITH DISTINCT` before");
}
