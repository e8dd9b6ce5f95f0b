#include <catch2/catch.hpp>

#include "field.h"

using namespace confer::test;

TEST_CASE("both ends bound: the relationship between them is looked up", "[plan][order]") {
    CHECK_PLAN(
        "MATCH (a:Approach)-[:USES]->(t {id: 't1'}), (a)-[:BELONGS_TO]->(f {id: 'f0'}), (a)-[:TREATS]->(c) RETURN a",
        R"(
ExpandInto (a)-[:USES]->(t)          0
  Expand (a)-[:TREATS]->(c)          0
    Filter a:Approach                1
      Expand (f)<-[:BELONGS_TO]-(a)  1
        IdSeek f.id = 'f0'           1
          IdSeek t.id = 't1'         1)");
    CHECK_PLAN("MATCH (a {id: 'a0'}), (c {id: 'c0'}) MATCH (a)-[r]-(c) RETURN r",
               R"(
ExpandInto (a)-[r]-(c)  0
  CrossProduct          1
    IdSeek a.id = 'a0'  1
    IdSeek c.id = 'c0'  1)");
}

TEST_CASE("planning ends when the run is interrupted", "[plan][limits]") {
    const ast::Statement statement = syntax::parse("MATCH (a), (b), (c) RETURN a").value();
    const semantics::AnalyseContext context{field()->schema(), builtin_functions()};
    typed::Query query = semantics::analyse(std::get<ast::Query>(statement.body), context).value();
    CancelToken cancelled;
    cancelled.request();
    const RunLimits limits({}, &cancelled);
    const Result<plan::Plan> plan = plan::build(std::move(query), *field(), {}, &limits);
    REQUIRE_FALSE(plan.has_value());
    CHECK(plan.error().code == ErrorCode::interrupted);
}

TEST_CASE("a plan that is too deep to go through is refused", "[plan][limits]") {
    std::string text = "MATCH ()-[*1..2]->()";
    for (int i = 0; i < 120; ++i) text += ", ()-[*1..2]->()";  // told apart from each other, pair by pair
    const Result<plan::Plan> plan = plan_of(*field(), text + " RETURN 1");
    REQUIRE_FALSE(plan.has_value());
    CHECK(plan.error().code == ErrorCode::statement_too_large);
}

TEST_CASE("relationships that could be the same are told apart, others need not be", "[plan][uniqueness]") {
    CHECK_PLAN("MATCH (a)-[r:USES]->(t)<-[s:USES]-(b), (a)-[:TREATS]->(c) RETURN a, b",
               R"(
Expand (t)<-[s:USES]-(b) distinct from r   2
  Expand (a)-[r:USES]->(t)                 1
    Expand (a)-[:TREATS]->(c)              1
      AllNodes (a)                        55)");
    CHECK_PLAN("MATCH (a)-[r:USES]->({id: 't1'}), (b)-[s:USES]->({id: 't2'}) RETURN a, b",
               R"(
Filter r <> s                2
  CrossProduct               2
    Expand ()<-[r:USES]-(a)  1
      IdSeek _2.id = 't1'    1
    Expand ()<-[s:USES]-(b)  1
      IdSeek _5.id = 't2'    1)");
}

TEST_CASE("patterns without a common variable are joined by an equation, or paired", "[plan][order]") {
    CHECK_PLAN("MATCH (a:Approach), (b:Approach) WHERE a.year = b.year + 10 RETURN a.name",
               R"(
Compute a.name                      1
  Filter a.year = b.year + 10       1
    HashJoin a.year = b.year + 10  40
      LabelScan (a:Approach)       40
      LabelScan (b:Approach)       40)");
    CHECK_PLAN("MATCH (f:Family), (c:Condition) RETURN f, c",
               R"(
CrossProduct               4
  LabelScan (f:Family)     4
  LabelScan (c:Condition)  1)");
}
