#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

namespace {

exec::EvaluatorPtr compiled(const Analysed& item) {
    return exec::compile_expr(*item.expr, exec::Layout(), *empty_graph()).value();
}

}  // namespace

TEST_CASE("constant parts are computed once, when the expression is compiled", "[expr][fold]") {
    const Analysed item = analysed("RETURN 1 + 2 * 3 AS x").value();
    const exec::EvaluatorPtr evaluator = compiled(item);
    const Parameters parameters;
    RunLimits limits;
    exec::RunContext run{*empty_graph(), parameters, limits};
    const exec::RowBatch batch = [] {
        exec::RowBatch rows;
        rows.set_row_count(5);
        return rows;
    }();
    exec::Column scratch;
    const exec::Column* const column = evaluator->view(run, batch, scratch).value();
    CHECK(column != &scratch);
    CHECK(column->is_constant());
    CHECK(column->get(4).as_integer() == 7);
    exec::Column out;
    REQUIRE(evaluator->evaluate(run, batch, out).has_value());
    CHECK(out.size() == 5);
}

TEST_CASE("a constant part that fails fails only when a row needs it", "[expr][fold]") {
    const Analysed item = analysed("RETURN 1 / 0 AS x").value();
    const exec::EvaluatorPtr evaluator = compiled(item);
    const Parameters parameters;
    RunLimits limits;
    exec::RunContext run{*empty_graph(), parameters, limits};
    exec::RowBatch batch;
    batch.set_row_count(3);
    batch.select({});
    exec::Column out;
    CHECK(evaluator->evaluate(run, batch, out).has_value());
    batch.select_all();
    const Result<void> failed = evaluator->evaluate(run, batch, out);
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().code == ErrorCode::division_by_zero);
}

TEST_CASE("expressions a thousand levels deep are evaluated", "[expr][depth]") {
    const auto nested = [](int levels, const std::string& open, const std::string& inner, const std::string& close) {
        std::string text;
        for (int i = 0; i < levels; ++i) text += open;
        text += inner;
        for (int i = 0; i < levels; ++i) text += close;
        return text;
    };
    const Parameters parameters{{"p", Value(1)}, {"yes", Value(true)}, {"list", Value(ValueList{})}};
    CHECK(evaluate(nested(900, "(", "$p", " + 1)"), parameters) == "901");
    CHECK(evaluate(nested(900, "(1 + ", "$p", ")"), parameters) == "901");
    CHECK(evaluate(nested(900, "NOT (", "$yes", ")"), parameters) == "true");
    CHECK(evaluate(nested(900, "(true AND ", "$yes", ")"), parameters) == "true");
    CHECK(evaluate(nested(900, "coalesce(null, ", "$p", ")"), parameters) == "1");
    CHECK(evaluate(nested(900, "abs(", "$p", ")"), parameters) == "1");
    CHECK(evaluate(nested(450, "[", "$p", "][0]"), parameters) == "1");
    CHECK(evaluate(nested(450, "{a: ", "$p", "}.a"), parameters) == "1");
    CHECK(evaluate(nested(900, "CASE WHEN true THEN ", "$p", " END"), parameters) == "1");
    CHECK(evaluate(nested(450, "[x IN [1] | ", "$p", "][0]"), parameters) == "1");
    CHECK(evaluate(nested(900, "reduce(s = 0, x IN [1] | ", "$p", ")"), parameters) == "1");
    CHECK(evaluate(nested(900, "any(x IN [1] WHERE ", "$yes", ")"), parameters) == "true");
}
}  // namespace confer::engine::expressions
