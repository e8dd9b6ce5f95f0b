// n:A|B&!C: a label expression, as a test of a node's label set or a relationship's type.
// Tests: tests/suites/expressions/labels_test.cpp.
#include "exec/expr/compile_internal.h"
#include "exec/expr/edge_types_internal.h"
#include "exec/expr/kernel_internal.h"
#include "exec/symbol_test.h"

namespace confer::engine::exec {

namespace {

class HasLabels final : public Predicate {
public:
    HasLabels(EvaluatorPtr object, const typed::LabelTest& test, const PropertyGraph& graph, SourceSpan span)
        : Predicate(span), object_(std::move(object)), labels_(settle(test, graph.labels())) {
        const SymbolTest types = settle(test, graph.types());
        for (std::size_t type = 0; type < graph.types().size(); ++type) {
            const auto id = static_cast<TypeId>(type);
            type_holds_.push_back(holds(types, {&id, 1}));
        }
    }

private:
    Result<void> test(RunContext& run, const RowView& rows, TruthSink& sink) const override {
        Column scratch;
        CONFER_TRY(const Column* const objects, object_->compute(run, rows, scratch));
        if (run.graph.is_unfinished()) return test_values(run.graph, *objects, rows, sink);
        if (objects->kind() == ColumnKind::node) return test_nodes(run.graph, *objects, rows, sink);
        if (objects->kind() == ColumnKind::relationship) return test_relationships(run.graph, *objects, rows, sink);
        return test_values(run.graph, *objects, rows, sink);
    }

    Result<void> test_nodes(const PropertyGraph& graph, const Column& nodes, const RowView& rows,
                            TruthSink& sink) const {
        if (labels_.op == typed::LabelTest::Op::name && labels_.symbol) {
            // Nodes of one label mostly follow each other: then their numbers tell, and no label set is looked at.
            const std::span<const NodeId> all = graph.nodes_with(*labels_.symbol);
            if (!all.empty() && all.back() - all.front() == all.size() - 1) {
                test_range(all.front(), all.size(), nodes, rows, sink);
                return {};
            }
        }
        sink.fill(rows, nodes.is_constant(), [&](const RowView& visited, auto& emit) {
            const Rows<std::uint32_t> ids(nodes.ids(), nodes);
            // Nodes share their label sets: most often this row's set is the last row's.
            const LabelId* last_set = nullptr;
            bool known = false, answer = false;
            visited.for_each_row([&](RowIndex row) {
                if (ids[row] == no_id) return emit.null(row);
                const std::span<const LabelId> set = graph.labels_of(ids[row]);
                if (!known || set.data() != last_set) {
                    last_set = set.data();
                    answer = holds(labels_, set);
                    known = !set.empty();
                }
                emit(row, answer);
            });
        });
        return {};
    }

    static void test_range(NodeId first, std::size_t count, const Column& nodes, const RowView& rows, TruthSink& sink) {
        sink.fill(rows, nodes.is_constant(), [&](const RowView& visited, auto& emit) {
            const Rows<std::uint32_t> ids(nodes.ids(), nodes);
            visited.for_each_row([&](RowIndex row) {
                if (ids[row] == no_id) return emit.null(row);
                emit(row, ids[row] - first < count);  // wraps below the first
            });
        });
    }

    Result<void> test_relationships(const PropertyGraph& graph, const Column& edges, const RowView& rows,
                                    TruthSink& sink) const {
        sink.fill(rows, edges.is_constant(), [&](const RowView& visited, auto& emit) {
            const Rows<std::uint32_t> ids(edges.ids(), edges);
            EdgeTypes types(graph.topology());
            visited.for_each_row([&](RowIndex row) {
                if (ids[row] == no_id) return emit.null(row);
                emit(row, type_holds_[types.type_of(ids[row])]);
            });
        });
        return {};
    }

    Result<void> test_values(const PropertyGraph& graph, const Column& objects, const RowView& rows,
                             TruthSink& sink) const {
        std::optional<Error> failure;
        sink.fill(rows, objects.is_constant(), [&](const RowView& visited, auto& emit) {
            Values values(objects);
            visited.for_each_row([&](RowIndex row) {
                const Value& value = values[row];
                if (!failure) failure = refuse_deleted(graph, value, span());
                if (failure) return emit.null(row);
                if (value.is(Kind::node)) return emit(row, holds(labels_, graph.labels_of(value.as_node())));
                if (value.is(Kind::relationship)) return emit(row, type_holds_[graph.type_of(value.as_relationship())]);
                if (!value.is_null() && !failure) failure = wrong_type(span(), "a Node or a Relationship", value);
                emit.null(row);
            });
        });
        if (failure) return *std::move(failure);
        return {};
    }

    EvaluatorPtr object_;
    SymbolTest labels_;
    std::vector<bool> type_holds_;  // by type
};

}  // namespace

Compiled compile(const typed::HasLabels& test, const typed::Expr& expr, const Scope& scope) {
    Compiled object = compile_part(*test.object, scope);
    return {std::make_unique<HasLabels>(std::move(object.evaluator), *test.test, scope.graph, expr.span), false};
}

}  // namespace confer::engine::exec
