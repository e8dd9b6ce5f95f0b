#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("IN asks for equality", "[expr][in]") {
    expect({
        {"1 IN [1, 2]", "true"},
        {"3 IN [1, 2]", "false"},
        {"1 IN [1.0]", "true"},
        {"1.0 IN [1]", "true"},
        {"'a' IN ['a', 1]", "true"},
        {"'1' IN [1]", "false"},
        {"[1] IN [[1], 2]", "true"},
        {"1 IN [[1]]", "false"},
        {"{a: 1} IN [{a: 1}]", "true"},
        {"0.0 / 0.0 IN [0.0 / 0.0]", "false"},
    });
}

TEST_CASE("IN is null when only a null could answer", "[expr][in]") {
    expect({
        {"null IN [1]", "null"},
        {"null IN []", "false"},
        {"null IN [null]", "null"},
        {"1 IN [null, 1]", "true"},
        {"1 IN [null, 2]", "null"},
        {"1 IN null", "null"},
        {"[1, null] IN [[1, 2]]", "null"},
        {"[1, null] IN [[2, 2]]", "false"},
        {"[1, 2] IN [[1, null], [1, 2]]", "true"},
        {"[1, 2] IN [null]", "null"},
        {"1 IN [[null]]", "false"},
        {"0.0 / 0.0 IN [1, null]", "null"},
    });
}

TEST_CASE("the list may differ from row to row, or be the same for all", "[expr][in]") {
    expect_over_graph({
        {"n.year IN [1976, 2000]", "true; false; true; null"},
        {"n.year IN [n.year]", "true; true; true; null"},
        {"'GT' IN n.aliases", "null; true; null; null"},
        {"n IN [n]", "true; true; true; null"},
        {"n IN [m, n]", "true; true; true; null"},
        {"m IN nodes(null)", "null; null; null; null"},
    });
}

TEST_CASE("a parameter's list answers many rows", "[expr][in]") {
    exec::Layout layout;
    layout.add(0, exec::ColumnKind::integer);
    exec::RowBatch batch;
    batch.columns.emplace_back(exec::ColumnKind::integer, 100);
    for (std::size_t row = 0; row < 100; ++row) batch.columns[0].set(row, Value(static_cast<int>(row)));
    batch.set_row_count(100);
    typed::Expr in;
    typed::Operation operation{typed::Op::in, {}};
    for (int i = 0; i < 2; ++i) operation.operands.push_back(std::make_unique<typed::Expr>());
    operation.operands[0]->node = typed::Variable{0};
    operation.operands[1]->node = typed::Parameter{"list"};
    in.node = std::move(operation);
    const auto evaluator = exec::compile_expr(in, layout, *empty_graph());
    const Parameters with_null{{"list", Value(ValueList{Value(7), Value(), Value(93.0)})}};
    RunLimits limits;
    exec::RunContext run{*empty_graph(), with_null, limits};
    CHECK(evaluator.value()->select(run, batch).value() == exec::Selection{7, 93});
    exec::Column answers;
    REQUIRE(evaluator.value()->evaluate(run, batch, answers).has_value());
    CHECK(answers.get(93).as_boolean());
    CHECK(answers.is_null(8));
}

TEST_CASE("IN refuses what is no list", "[expr][in][error]") {
    CHECK(evaluate("1 IN $p", {{"p", Value(1)}}) == "error: invalid-argument-type");
}
}  // namespace confer::engine::expressions
