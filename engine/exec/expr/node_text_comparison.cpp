// Comparisons of nodes' texts (`a.id = $id`, `a.id < b.id`): pooled texts are equal when their ids are, so equality
// reads no text at all; where a text belongs to one node alone, it is that node that is compared.
// Tests: tests/suites/expressions/text_test.cpp.
#include "exec/expr/comparison_internal.h"
#include "exec/expr/node_text_internal.h"

namespace confer::engine::exec {

namespace {

using typed::Op;

bool is_equality(Op op) {
    return op == Op::equal || op == Op::not_equal;
}

bool holds(Op op, std::string_view a, std::string_view b) {
    switch (op) {
        case Op::less:
            return a < b;
        case Op::less_equal:
            return a <= b;
        case Op::greater:
            return a > b;
        default:
            return a >= b;
    }
}

// Whether each node has a text there that no other node has.
bool is_key(const PropertyColumn& texts, const PropertyGraph& graph) {
    const auto id = graph.keys().find("id");
    return id && graph.node_column(*id) == &texts && graph.statistics().ids_are_keys();
}

class NodeTextComparison final : public Predicate {
public:
    NodeTextComparison(Op op, EvaluatorPtr left, EvaluatorPtr right, SourceSpan span)
        : Predicate(span),
          op_(op),
          left_(std::move(left)),
          right_(std::move(right)),
          left_texts_(*node_texts(*left_)),
          right_texts_(node_texts(*right_)) {}

private:
    Result<void> test(RunContext& run, const RowView& rows, TruthSink& sink) const override {
        return right_texts_ ? test_pairs(run, rows, sink) : test_mixed(run, rows, sink);
    }

    Result<void> test_pairs(RunContext& run, const RowView& rows, TruthSink& sink) const {
        Column left_scratch, right_scratch;
        CONFER_TRY(const Column* const left, left_texts_.nodes->compute(run, rows, left_scratch));
        CONFER_TRY(const Column* const right, right_texts_->nodes->compute(run, rows, right_scratch));
        sink.fill(rows, left->is_constant() && right->is_constant(), [&](const RowView& visited, auto& emit) {
            const NodeTextRows a(*left_texts_.column, *left), b(*right_texts_->column, *right);
            visited.for_each_row([&](RowIndex row) {
                if (!a.has(row) || !b.has(row)) return emit.null(row);
                if (is_equality(op_)) return emit(row, (a.id(row) == b.id(row)) == (op_ == Op::equal));
                emit(row, holds(op_, a[row], b[row]));
            });
        });
        return {};
    }

    // The right side is known to be the same text in all rows only now; if it is not, the general way it is.
    Result<void> test_mixed(RunContext& run, const RowView& rows, TruthSink& sink) const {
        Column left_scratch, right_scratch;
        CONFER_TRY(const Column* const right, right_->compute(run, rows, right_scratch));
        const Value text = right->is_constant() ? right->get(0) : Value();
        if (!text.is(Kind::string)) {
            CONFER_TRY(const Column* const left, left_->compute(run, rows, left_scratch));
            Effort effort(run.limits);
            compare_columns(op_, *left, *right, rows, sink, effort);
            return effort.result();
        }
        CONFER_TRY(const Column* const nodes, left_texts_.nodes->compute(run, rows, left_scratch));
        if (is_equality(op_) && is_key(*left_texts_.column, run.graph)) {
            const NodeId wanted = run.graph.find(text.as_string()).value_or(no_id);
            sink.fill(rows, nodes->is_constant(), [&](const RowView& visited, auto& emit) {
                const Rows<NodeId> ids(nodes->ids(), *nodes);
                visited.for_each_row([&](RowIndex row) {
                    if (ids[row] == no_id) return emit.null(row);
                    emit(row, (ids[row] == wanted) == (op_ == Op::equal));
                });
            });
            return {};
        }
        const StringId wanted = left_texts_.column->pool().find(text.as_string());
        sink.fill(rows, nodes->is_constant(), [&](const RowView& visited, auto& emit) {
            const NodeTextRows texts(*left_texts_.column, *nodes);
            visited.for_each_row([&](RowIndex row) {
                if (!texts.has(row)) return emit.null(row);
                if (is_equality(op_)) return emit(row, (texts.id(row) == wanted) == (op_ == Op::equal));
                emit(row, holds(op_, texts[row], text.as_string()));
            });
        });
        return {};
    }

    Op op_;
    EvaluatorPtr left_, right_;
    NodeTexts left_texts_;
    std::optional<NodeTexts> right_texts_;
};

}  // namespace

EvaluatorPtr make_node_text_comparison(Op op, EvaluatorPtr& left, EvaluatorPtr& right, SourceSpan span) {
    if (!node_texts(*left)) return nullptr;
    return std::make_unique<NodeTextComparison>(op, std::move(left), std::move(right), span);
}

}  // namespace confer::engine::exec
