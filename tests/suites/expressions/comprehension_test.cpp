#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("a list comprehension filters and maps", "[expr][comprehension]") {
    expect({
        {"[x IN [1, 2, 3] | x * 2]", "[2, 4, 6]"},
        {"[x IN [1, 2, 3] WHERE x > 1]", "[2, 3]"},
        {"[x IN [1, 2, 3] WHERE x > 1 | x * x]", "[4, 9]"},
        {"[x IN [] | x]", "[]"},
        {"[x IN null | x]", "null"},
        {"[x IN [1, null, 3] WHERE x > 1]", "[3]"},
        {"[x IN [1, null] | x IS NULL]", "[false, true]"},
        {"[x IN ['a', 1] | x]", "['a', 1]"},
        {"[x IN [1, 2] | 0]", "[0, 0]"},
        {"[x IN range(1, 3000) WHERE x % 1000 = 0]", "[1000, 2000, 3000]"},
    });
}

TEST_CASE("comprehensions nest and see what is around them", "[expr][comprehension]") {
    expect({
        {"[x IN [1, 2] | [y IN [10, 20] | x + y]]", "[[11, 21], [12, 22]]"},
        {"[x IN [1, 2] | [x IN [5] | x]]", "[[5], [5]]"},
        {"[x IN [[1, 2], [3]] | size(x)]", "[2, 1]"},
        {"[x IN [[1], null, []] | [y IN x | y + 1]]", "[[2], null, []]"},
    });
    expect_over_graph({
        {"[x IN [0, 1] | n.year + x]", "[1976, 1977]; [1951, 1952]; [1976, 1977]; [null, null]"},
        {"[k IN keys(r) WHERE r[k] > 5 | k]", "[]; []; ['weight', 'since']; null"},
        {"[x IN n.aliases | x + '!']", "null; ['GT!', 'Gestalt!']; null; null"},
        {"[x IN [n, m] | x.year]", "[1976, null]; [1951, null]; [1976, null]; [null, null]"},
        {"[x IN [n, m] WHERE x:Approach | x.year]", "[1976]; [1951]; [1976]; []"},
    });
}

TEST_CASE("a comprehension refuses what is no list", "[expr][comprehension][error]") {
    const Parameters parameters{{"p", Value(1)}};
    CHECK(evaluate("[x IN $p | x]", parameters) == "error: invalid-argument-type");
    CHECK(evaluate("[x IN [1, 2] WHERE $p | x]", parameters) == "error: invalid-argument-type");
    CHECK(evaluate("[x IN [2, 0] | 1 / x]") == "error: division-by-zero");
}

TEST_CASE("a comprehension that would hold too much memory stops", "[expr][comprehension][error]") {
    const Result<Analysed> item = analysed("RETURN [x IN range(1, 1000) | [y IN range(1, 1000) | x]] AS x");
    const Parameters parameters;
    RunLimits limits(Limits{.max_memory_bytes = 1'000'000});
    exec::RunContext run{*empty_graph(), parameters, limits};
    const Result<Value> value = exec::evaluate_constant(*item.value().expr, run);
    REQUIRE_FALSE(value.has_value());
    CHECK(value.error().code == ErrorCode::memory_limit);
    CHECK(limits.charged() == 0);
}
}  // namespace confer::engine::expressions
