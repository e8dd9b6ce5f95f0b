#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("labels are tested as a set", "[expr][labels]") {
    expect_over_graph({
        {"n:Approach", "true; true; true; null"},
        {"m:Technique", "true; true; false; null"},
        {"m:Person:Living", "false; false; true; null"},
        {"m:Technique|Person", "true; true; true; null"},
        {"m:Person&!Living", "false; false; false; null"},
        {"m:!Person", "true; true; false; null"},
        {"m:%", "true; true; true; null"},
        {"m:Unheard", "false; false; false; null"},
        {"m:!Unheard", "true; true; true; null"},
    });
}

TEST_CASE("a relationship's type is tested like a label", "[expr][labels]") {
    expect_over_graph({
        {"r:USES", "true; true; false; null"},
        {"r:USES|MADE_BY", "true; true; true; null"},
        {"r:!USES", "false; false; true; null"},
    });
}

TEST_CASE("only nodes and relationships have labels", "[expr][labels][error]") {
    CHECK(evaluate("[x IN [$p] WHERE x:Approach]", {{"p", Value(1)}}) == "error: invalid-argument-type");
}
}  // namespace confer::engine::expressions
