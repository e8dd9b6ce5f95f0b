// Typed kernels against the general way, on random columns: the same expression over the same rows, once as typed
// columns and once as values, with and without a selection, has the same column, the same selection, the same error.
#include <cmath>
#include <cstdint>
#include <random>

#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

namespace {

using exec::Column;
using exec::ColumnKind;
using exec::RowBatch;
using typed::Op;

constexpr std::size_t row_count = 200;

typed::ExprPtr operation(Op op, std::size_t operands) {
    auto expr = std::make_unique<typed::Expr>();
    typed::Operation node{op, {}};
    for (std::size_t i = 0; i < operands; ++i) {
        node.operands.push_back(std::make_unique<typed::Expr>());
        node.operands.back()->node = typed::Variable{static_cast<typed::VarId>(i)};
    }
    expr->node = std::move(node);
    return expr;
}

class RandomColumns {
public:
    explicit RandomColumns(unsigned seed) : random_(seed) {}

    Value value(ColumnKind kind) {
        static constexpr std::int64_t integers[] = {0, 1, -1, 2, 7, 100, 9007199254740993, INT64_MAX, INT64_MIN};
        static constexpr double floats[] = {0.0, -0.0, 1.0, 1.5, -2.0, 1e300, 9007199254740992.0, 0x1p63, -0x1p63};
        switch (kind) {
            case ColumnKind::integer:
                return integers[below(std::size(integers))];
            case ColumnKind::floating:
                return below(12) == 0 ? Value(std::nan("")) : Value(floats[below(std::size(floats))]);
            case ColumnKind::boolean:
                return below(2) == 0;
            case ColumnKind::node:
                return Value::node(static_cast<NodeId>(below(4)));
            case ColumnKind::relationship:
                return Value::relationship(static_cast<EdgeId>(below(4)));
            case ColumnKind::value:
                return Value(std::string_view("abcb").substr(below(3), below(3)));
        }
        return {};
    }
    Column column(ColumnKind kind) {
        if (below(4) == 0) return Column::constant(kind, below(5) == 0 ? Value() : value(kind), row_count);
        Column made(kind, row_count);
        const bool nulls = below(2) == 0;
        for (std::size_t row = 0; row < row_count; ++row) made.set(row, nulls && below(4) == 0 ? Value() : value(kind));
        return made;
    }
    exec::Selection selection() {
        exec::Selection chosen;
        for (exec::RowIndex row = 0; row < row_count; ++row) {
            if (below(3) == 0) chosen.push_back(row);
        }
        return chosen;
    }
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

private:
    std::mt19937 random_;
};

struct Outcome {
    std::string values, chosen;
};

Outcome outcome(const typed::Expr& expr, const RowBatch& batch, bool boolean) {
    exec::Layout layout;
    for (typed::VarId id = 0; id < batch.columns.size(); ++id) layout.add(id, batch.columns[id].kind());
    const Parameters parameters;
    RunLimits limits;
    exec::RunContext run{*empty_graph(), parameters, limits};
    const exec::EvaluatorPtr evaluator = exec::compile_expr(expr, layout, *empty_graph()).value();
    Outcome result;
    Column out;
    const Result<void> done = evaluator->evaluate(run, batch, out);
    if (!done.has_value()) return {error_text(done.error()), ""};
    batch.for_each_row([&](exec::RowIndex row) { result.values += to_literal(out.get(row)) + ' '; });
    if (boolean) {
        const exec::Selection chosen = evaluator->select(run, batch).value();
        for (const exec::RowIndex row : chosen) result.chosen += std::to_string(row) + ' ';
    }
    return result;
}

void compare_ways(Op op, std::vector<ColumnKind> kinds, bool boolean) {
    RandomColumns random(static_cast<unsigned>(op) * 100 + static_cast<unsigned>(kinds.back()));
    const typed::ExprPtr expr = operation(op, kinds.size());
    for (int round = 0; round < 20; ++round) {
        RowBatch typed_batch;
        typed_batch.set_row_count(row_count);
        for (const ColumnKind kind : kinds) typed_batch.columns.push_back(random.column(kind));
        if (round % 2 == 1) typed_batch.select(random.selection());
        RowBatch value_batch = typed_batch;
        for (Column& column : value_batch.columns) column.widen_to_values();
        const Outcome typed_way = outcome(*expr, typed_batch, boolean),
                      value_way = outcome(*expr, value_batch, boolean);
        INFO("operation " << static_cast<int>(op) << " on column kinds " << static_cast<int>(kinds.front()) << " and "
                          << static_cast<int>(kinds.back()) << ", round " << round);
        CHECK(typed_way.values == value_way.values);
        CHECK(typed_way.chosen == value_way.chosen);
    }
}

}  // namespace

TEST_CASE("comparison kernels agree with value/compare.h", "[expr][kernel]") {
    const Op op = GENERATE(Op::equal, Op::not_equal, Op::less, Op::less_equal, Op::greater, Op::greater_equal);
    const auto kinds = {ColumnKind::integer, ColumnKind::floating,     ColumnKind::boolean,
                        ColumnKind::node,    ColumnKind::relationship, ColumnKind::value};
    for (const ColumnKind left : kinds) {
        for (const ColumnKind right : kinds) compare_ways(op, {left, right}, true);
    }
}

TEST_CASE("arithmetic kernels agree with value/arithmetic.h", "[expr][kernel]") {
    const Op op = GENERATE(Op::add, Op::subtract, Op::multiply, Op::divide, Op::remainder, Op::power);
    for (const ColumnKind left : {ColumnKind::integer, ColumnKind::floating}) {
        for (const ColumnKind right : {ColumnKind::integer, ColumnKind::floating})
            compare_ways(op, {left, right}, false);
    }
}

TEST_CASE("signs agree with value/arithmetic.h", "[expr][kernel]") {
    for (const ColumnKind kind : {ColumnKind::integer, ColumnKind::floating}) {
        compare_ways(Op::minus, {kind}, false);
        compare_ways(Op::plus, {kind}, false);
    }
}

TEST_CASE("logic kernels agree with logic on values", "[expr][kernel]") {
    for (const Op op : {Op::and_, Op::or_, Op::xor_})
        compare_ways(op, {ColumnKind::boolean, ColumnKind::boolean}, true);
    compare_ways(Op::not_, {ColumnKind::boolean}, true);
    for (const ColumnKind kind : {ColumnKind::integer, ColumnKind::boolean, ColumnKind::node, ColumnKind::value}) {
        compare_ways(Op::is_null, {kind}, true);
        compare_ways(Op::is_not_null, {kind}, true);
    }
}

TEST_CASE("a condition chooses the rows where its column is true", "[expr][kernel]") {
    RandomColumns random(42);
    for (const Op op : {Op::and_, Op::or_, Op::xor_, Op::equal}) {
        const typed::ExprPtr expr = operation(op, 2);
        for (int round = 0; round < 20; ++round) {
            RowBatch batch;
            batch.set_row_count(row_count);
            for (int i = 0; i < 2; ++i) batch.columns.push_back(random.column(ColumnKind::boolean));
            if (round % 2 == 1) batch.select(random.selection());
            exec::Layout layout;
            for (typed::VarId id = 0; id < 2; ++id) layout.add(id, ColumnKind::boolean);
            const Parameters parameters;
            RunLimits limits;
            exec::RunContext run{*empty_graph(), parameters, limits};
            const exec::EvaluatorPtr evaluator = exec::compile_expr(*expr, layout, *empty_graph()).value();
            Column out;
            REQUIRE(evaluator->evaluate(run, batch, out).has_value());
            exec::Selection expected;
            batch.for_each_row([&](exec::RowIndex row) {
                if (!out.is_null(row) && out.get(row).as_boolean()) expected.push_back(row);
            });
            CHECK(evaluator->select(run, batch).value() == expected);
        }
    }
}

}  // namespace confer::engine::expressions
