#include <catch2/catch.hpp>

#include "suites/semantics/analysed.h"

using namespace confer::engine;

namespace {

// One statement for every kind of expression.
const std::vector<std::string> expressions = {
    "1",
    "$p",
    "n",
    "n.x",
    "-n.x + 2 ^ 3",
    "n.x IS NULL",
    "n.l[0]",
    "n.l[1..]",
    "n.l[..2]",
    "n:A&(B|!C)",
    "toUpper('a')",
    "[1, n, 'x']",
    "{a: 1, b: n}",
    "CASE n.x WHEN 1 THEN 2 ELSE 3 END",
    "CASE WHEN n.x > 1 THEN 2 END",
    "[x IN n.l WHERE x > 1 | x * 2]",
    "all(x IN n.l WHERE x > 1)",
    "reduce(s = 0, x IN n.l | s + x)",
    "n{.a, .*, b: 2}",
    "[p = (n)-[r:R {w: 1}]->(m:B) WHERE m.x > 1 | p]",
    "[(n)-[r:R*1..3 {w: 1}]->(m) | r]",
    "[(n)((a)-[r:R]->(b:B)<--(c) WHERE a.x < b.x){1,3}(m) | [a, r, c]]",
    "EXISTS { MATCH p = SHORTEST 2 GROUPS (n)-->+(m)-->(l) WHERE length(p) > 2 }",
    "EXISTS { MATCH ALL SHORTEST (n)-->+(m) }",
    "EXISTS { MATCH (n)-->(m) WITH m, count(*) AS c ORDER BY c DESC SKIP 1 LIMIT 2 WHERE c > 1 RETURN m }",
    "COUNT { UNWIND [1, 2] AS x RETURN DISTINCT x UNION ALL RETURN 3 AS x }",
};

// The expression as the first and the second of two columns.
typed::Query twice(const std::string& a, const std::string& b) {
    return analysed("MATCH (n) RETURN " + a + " AS first, " + b + " AS second");
}

const typed::Expr& item(const typed::Query& query, std::size_t index) {
    return *std::get<typed::Projection>(query.parts[0].clauses[1].node).items[index].expr;
}

}  // namespace

TEST_CASE("a clone reads as its original does", "[semantics][tree]") {
    for (const std::string& text : expressions) {
        INFO(text);
        const typed::Query query = twice(text, "1");
        const typed::Expr& original = item(query, 0);
        const typed::ExprPtr copy = typed::clone(original);
        CHECK(describe(*copy, query.variables) == describe(original, query.variables));
        CHECK(copy->type == original.type);
        CHECK(same(*copy, original));
    }
}

TEST_CASE("an expression written twice is the same, whatever its own variables are numbered", "[semantics][tree]") {
    for (const std::string& text : expressions) {
        INFO(text);
        const typed::Query query = twice(text, text);
        CHECK(same(item(query, 0), item(query, 1)));
    }
}

TEST_CASE("different expressions are not the same", "[semantics][tree]") {
    for (const std::string& a : expressions) {
        for (const std::string& b : expressions) {
            if (a == b) continue;
            INFO(a << " and " << b);
            const typed::Query query = twice(a, b);
            CHECK_FALSE(same(item(query, 0), item(query, 1)));
        }
    }
}

TEST_CASE("own variables must play the same parts", "[semantics][tree]") {
    const auto alike = [](const std::string& a, const std::string& b) {
        const typed::Query query = twice(a, b);
        return same(item(query, 0), item(query, 1));
    };
    CHECK(alike("[x IN n.l | [y IN n.l | x]]", "[a IN n.l | [b IN n.l | a]]"));
    CHECK_FALSE(alike("[x IN n.l | [y IN n.l | x]]", "[x IN n.l | [y IN n.l | y]]"));
    CHECK_FALSE(alike("[x IN n.l | x]", "[x IN n.l | n]"));
    CHECK_FALSE(alike("[(n)-->(m) | m]", "[(m)-->(n) | m]"));
    CHECK_FALSE(alike("1", "1.0"));
}
