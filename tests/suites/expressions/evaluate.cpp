#include "suites/expressions/evaluate.h"

#include <vector>

#include "function/registry.h"
#include "graph/graph_builder.h"
#include "semantics/analyse.h"
#include "semantics/children.h"
#include "syntax/parse.h"

namespace confer::engine::expressions {

GraphPtr empty_graph() {
    static const GraphPtr graph = GraphBuilder().finish();
    return graph;
}

GraphPtr small_graph() {
    static const GraphPtr graph = [] {
        GraphBuilder builder;
        const auto node = [&](std::string_view id, std::vector<LabelId> labels) {
            const NodeId made = builder.reference(id);
            builder.declare(made, labels);
            return made;
        };
        const auto set = [&](NodeId made, std::string_view key, const Value& value) {
            builder.set_node_property(made, *builder.key(key), value);
        };
        const LabelId approach = *builder.label("Approach"), technique = *builder.label("Technique"),
                      person = *builder.label("Person"), living = *builder.label("Living");
        const NodeId cbt = node("cbt", {approach}), gestalt = node("gestalt", {approach}),
                     exposure = node("exposure", {technique}), ann = node("ann", {person, living});
        set(cbt, "name", Value(std::string_view("Cognitive behavioural therapy")));
        set(gestalt, "name", Value(std::string_view("Gestalt therapy")));
        set(exposure, "name", Value(std::string_view("Exposure")));
        set(cbt, "year", Value(1976));
        set(gestalt, "year", Value(1951));
        set(cbt, "score", Value(0.5));
        set(cbt, "manual", Value(true));
        set(exposure, "manual", Value(false));
        set(gestalt, "aliases", Value(ValueList{Value(std::string_view("GT")), Value(std::string_view("Gestalt"))}));
        set(cbt, "mixed", Value(1));
        set(gestalt, "mixed", Value(std::string_view("one")));
        const auto edge = [&](NodeId from, std::string_view type, NodeId to, int weight) {
            const std::uint32_t made = builder.add_edge(from, *builder.type(type), to);
            if (weight != 0) builder.set_edge_property(made, *builder.key("weight"), Value(weight));
            return made;
        };
        edge(cbt, "USES", exposure, 3);
        edge(gestalt, "USES", exposure, 0);
        const std::uint32_t made_by = edge(cbt, "MADE_BY", ann, 7);
        builder.set_edge_property(made_by, *builder.key("since"), Value(1976));
        return std::move(builder).finish();
    }();
    return graph;
}

Result<Analysed> analysed(const std::string& statement) {
    CONFER_TRY(const ast::Statement parsed, syntax::parse(statement));
    const Schema no_schema;
    const semantics::AnalyseContext context{no_schema, builtin_functions()};
    CONFER_TRY(typed::Query query, semantics::analyse(std::get<ast::Query>(parsed.body), context));
    Analysed result{std::move(query), nullptr};
    const typed::Clause& last = result.query.parts.front().clauses.back();
    result.expr = std::get<typed::Projection>(last.node).items.front().expr.get();
    return result;
}

std::string error_text(const Error& error) {
    return "error: " + std::string(info(error.code).name);
}

namespace {

std::string literal(const Result<Value>& result) {
    return result.has_value() ? to_literal(result.value()) : error_text(result.error());
}

// Replaces each literal by a variable whose column holds it.
void lift(typed::ExprPtr& expr, std::vector<Value>& literals, typed::VarId first) {
    if (const auto* const constant = std::get_if<typed::Constant>(&expr->node)) {
        literals.push_back(constant->value);
        expr->node = typed::Variable{first + static_cast<typed::VarId>(literals.size() - 1)};
        return;
    }
    typed::each_child(*expr, [&](typed::ExprPtr& child) { lift(child, literals, first); });
}

Result<Value> evaluate_lifted(const typed::Expr& expr, const Parameters& parameters, bool typed_columns) {
    typed::ExprPtr lifted = typed::clone(expr);
    std::vector<Value> literals;
    constexpr typed::VarId first = 1000;
    lift(lifted, literals, first);
    exec::Layout layout;
    exec::RowBatch batch;
    for (std::size_t i = 0; i < literals.size(); ++i) {
        const exec::ColumnKind narrow = exec::Column::constant(literals[i], 1).kind();
        const exec::ColumnKind kind = typed_columns ? narrow : exec::ColumnKind::value;
        exec::Column column(kind, 3);
        column.set(0, literals[i]);
        column.set_null(1);
        column.set(2, literals[i]);
        layout.add(first + static_cast<typed::VarId>(i), kind);
        batch.columns.push_back(std::move(column));
    }
    batch.set_row_count(3);
    batch.select({0, 2});
    RunLimits limits;
    exec::RunContext run{*empty_graph(), parameters, limits};
    CONFER_TRY(const exec::EvaluatorPtr evaluator, exec::compile_expr(*lifted, layout, *empty_graph()));
    exec::Column out;
    CONFER_CHECK(evaluator->evaluate(run, batch, out));
    if (to_literal(out.get(0)) != to_literal(out.get(2))) {
        return Error{.code = ErrorCode::internal, .message = "two equal rows gave different values"};
    }
    return out.get(2);
}

}  // namespace

std::string evaluate(const std::string& expression, const Parameters& parameters) {
    const Result<Analysed> item = analysed("RETURN " + expression + " AS x");
    if (!item.has_value()) return error_text(item.error());
    RunLimits limits;
    exec::RunContext run{*empty_graph(), parameters, limits};
    const typed::Expr& expr = *item.value().expr;
    const std::string folded = literal(exec::evaluate_constant(expr, run));
    for (const bool typed_columns : {true, false}) {
        const std::string lifted = literal(evaluate_lifted(expr, parameters, typed_columns));
        if (lifted != folded) return folded + " folded, but " + lifted + (typed_columns ? " typed" : " by value");
    }
    return folded;
}

std::string over_graph(const std::string& expression) {
    const GraphPtr graph = small_graph();
    const Result<Analysed> item = analysed("MATCH (n)-[r]->(m) RETURN " + expression + " AS x");
    if (!item.has_value()) return error_text(item.error());
    std::string answers[2];
    for (const bool typed_columns : {true, false}) {
        exec::Layout layout;
        exec::RowBatch batch;
        const auto& variables = item.value().query.variables;
        for (typed::VarId id = 0; id < variables.size(); ++id) {
            const std::string& name = variables[id].name;
            if (name != "n" && name != "r" && name != "m") continue;
            using exec::ColumnKind;
            exec::Column column(name == "r" ? ColumnKind::relationship : ColumnKind::node);
            for (EdgeId edge = 0; edge < graph->edge_count(); ++edge) {
                const EdgeEnds ends = graph->ends(edge);
                column.ids().push_back(name == "r" ? edge : name == "n" ? ends.source : ends.target);
            }
            column.ids().push_back(no_id);
            if (!typed_columns) column.widen_to_values();
            layout.add(id, column.kind());
            batch.columns.push_back(std::move(column));
        }
        batch.set_row_count(graph->edge_count() + std::size_t{1});
        const Parameters parameters;
        RunLimits limits;
        exec::RunContext run{*graph, parameters, limits};
        const auto evaluator = exec::compile_expr(*item.value().expr, layout, *graph);
        exec::Column out;
        const Result<void> done = evaluator.value()->evaluate(run, batch, out);
        std::string& answer = answers[typed_columns ? 0 : 1];
        if (!done.has_value()) answer = error_text(done.error());
        for (std::size_t row = 0; done.has_value() && row < batch.row_count(); ++row)
            answer += (row == 0 ? "" : "; ") + to_literal(out.get(row));
    }
    return answers[0] == answers[1] ? answers[0] : answers[0] + " typed, but " + answers[1] + " by value";
}

void expect(Table table) {
    for (const auto& [expression, value] : table) {
        INFO(expression);
        CHECK(evaluate(expression) == value);
    }
}
void expect_over_graph(Table table) {
    for (const auto& [expression, values] : table) {
        INFO(expression);
        CHECK(over_graph(expression) == values);
    }
}

}  // namespace confer::engine::expressions
