// = <> < <= > >= and IS NULL: typed kernels for numbers, booleans, texts and ids, chosen once a batch; anything else
// by value/compare.h.
// Tests: tests/suites/expressions/comparison_test.cpp, kernels_test.cpp.
#include "exec/expr/comparison_internal.h"

#include <algorithm>
#include <cmath>

#include "exec/expr/compile_internal.h"
#include "exec/expr/node_text_internal.h"

namespace confer::engine::exec {

namespace {

using typed::Op;

// 64-bit integers and floats in one exact order: an integer never loses digits.
Ordering compare_numbers(std::int64_t a, double b) {
    if (std::isnan(b)) return Ordering::unordered;
    if (b >= 0x1p63) return Ordering::less;
    if (b < -0x1p63) return Ordering::greater;
    const auto whole = static_cast<std::int64_t>(b);
    if (a != whole) return a < whole ? Ordering::less : Ordering::greater;
    const double part = b - static_cast<double>(whole);
    return part > 0 ? Ordering::less : part < 0 ? Ordering::greater : Ordering::equal;
}

// Answers for one operator, by the types it may meet.
template <Op op>
struct Compare {
    static bool holds(Ordering ordering) {
        switch (op) {
            case Op::equal:
                return ordering == Ordering::equal;
            case Op::not_equal:
                return ordering != Ordering::equal;
            case Op::less:
                return ordering == Ordering::less;
            case Op::less_equal:
                return ordering == Ordering::less || ordering == Ordering::equal;
            case Op::greater:
                return ordering == Ordering::greater;
            default:
                return ordering == Ordering::greater || ordering == Ordering::equal;
        }
    }
    template <class T>
    bool operator()(T a, T b) const {
        switch (op) {
            case Op::equal:
                return a == b;
            case Op::not_equal:
                return a != b;
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
    bool operator()(std::int64_t a, double b) const { return holds(compare_numbers(a, b)); }
    Ternary operator()(const Value& a, const Value& b) const {
        if (a.is(Kind::string) && b.is(Kind::string)) return (*this)(a.as_string(), b.as_string());
        if (op == Op::equal || op == Op::not_equal) {
            const Ternary same = equals(a, b);
            if (!same) return same;
            return *same == (op == Op::equal);
        }
        const std::optional<Ordering> ordering = compare(a, b);
        if (!ordering) return std::nullopt;
        return holds(*ordering);
    }
};

// a OP b is b SWAPPED a.
Op swapped(Op op) {
    switch (op) {
        case Op::less:
            return Op::greater;
        case Op::less_equal:
            return Op::greater_equal;
        case Op::greater:
            return Op::less;
        case Op::greater_equal:
            return Op::less_equal;
        default:
            return op;
    }
}

template <Op op, class A, class B>
void compare_rows(const Rows<A>& a, const Rows<B>& b, const Column& left, const Column& right, const RowView& rows,
                  TruthSink& sink) {
    sink.fill(rows, left.is_constant() && right.is_constant(), [&](const RowView& visited, auto& emit) {
        const Nulls no_left(left), no_right(right);
        const Compare<op> holds;
        if (!no_left.any() && !no_right.any()) {
            visited.for_each_row([&](RowIndex row) { emit(row, holds(a[row], b[row])); });
        } else {
            visited.for_each_row([&](RowIndex row) {
                if (no_left[row] || no_right[row]) return emit.null(row);
                emit(row, holds(a[row], b[row]));
            });
        }
    });
}

// Columns that mark null by a value of their own: ids and booleans.
template <Op op, class T>
void compare_marked(const Rows<T>& a, const Rows<T>& b, T null, bool constant, const RowView& rows, TruthSink& sink) {
    sink.fill(rows, constant, [&](const RowView& visited, auto& emit) {
        const Compare<op> holds;
        visited.for_each_row([&](RowIndex row) {
            if (a[row] == null || b[row] == null) return emit.null(row);
            emit(row, holds(a[row], b[row]));
        });
    });
}

template <Op op>
void compare_values(const Column& left, const Column& right, const RowView& rows, TruthSink& sink, Effort& effort) {
    sink.fill(rows, left.is_constant() && right.is_constant(), [&](const RowView& visited, auto& emit) {
        Values a(left), b(right);
        const Compare<op> holds;
        visited.for_each_row([&](RowIndex row) {
            if (!effort.spend(std::min(extent(a[row]), extent(b[row])))) return emit.null(row);
            emit_ternary(emit, row, holds(a[row], b[row]));
        });
    });
}

constexpr bool is_equality(Op op) {
    return op == Op::equal || op == Op::not_equal;
}

template <Op op>
void compare_columns(const Column& left, const Column& right, const RowView& rows, TruthSink& sink, Effort& effort) {
    const ColumnKind a = left.kind(), b = right.kind();
    const bool constant = left.is_constant() && right.is_constant();
    if (a == ColumnKind::integer && b == ColumnKind::integer) {
        compare_rows<op>(Rows(left.integers(), left), Rows(right.integers(), right), left, right, rows, sink);
    } else if (a == ColumnKind::floating && b == ColumnKind::floating) {
        compare_rows<op>(Rows(left.floats(), left), Rows(right.floats(), right), left, right, rows, sink);
    } else if (a == ColumnKind::integer && b == ColumnKind::floating) {
        compare_rows<op>(Rows(left.integers(), left), Rows(right.floats(), right), left, right, rows, sink);
    } else if (a == ColumnKind::boolean && b == ColumnKind::boolean) {
        compare_marked<op>(Rows(left.booleans(), left), Rows(right.booleans(), right), Column::null_boolean, constant,
                           rows, sink);
    } else if (is_equality(op) && a == b && (a == ColumnKind::node || a == ColumnKind::relationship)) {
        compare_marked<op>(Rows(left.ids(), left), Rows(right.ids(), right), no_id, constant, rows, sink);
    } else {
        compare_values<op>(left, right, rows, sink, effort);
    }
}

// A constant value column (a parameter, say) as a typed one, so that it meets a typed kernel.
const Column& narrowed(const Column& column, Column& scratch) {
    if (!column.is_constant() || column.kind() != ColumnKind::value) return column;
    scratch = Column::constant(column.values()[0], column.size());
    return scratch;
}

class Comparison final : public Predicate {
public:
    Comparison(Op op, EvaluatorPtr left, EvaluatorPtr right, SourceSpan span)
        : Predicate(span), op_(op), left_(std::move(left)), right_(std::move(right)) {}

private:
    Result<void> test(RunContext& run, const RowView& rows, TruthSink& sink) const override {
        Column left_scratch, right_scratch;
        CONFER_TRY(const Column* const left, left_->compute(run, rows, left_scratch));
        CONFER_TRY(const Column* const right, right_->compute(run, rows, right_scratch));
        return compare(run, *left, *right, rows, sink);
    }
    [[gnu::noinline]] Result<void> compare(RunContext& run, const Column& left, const Column& right,
                                           const RowView& rows, TruthSink& sink) const {
        Effort effort(run.limits);
        exec::compare_columns(op_, left, right, rows, sink, effort);
        return effort.result();
    }

    Op op_;
    EvaluatorPtr left_, right_;
};

class NullTest final : public Predicate {
public:
    NullTest(EvaluatorPtr part, bool wanted, SourceSpan span)
        : Predicate(span), part_(std::move(part)), wanted_(wanted) {}

private:
    Result<void> test(RunContext& run, const RowView& rows, TruthSink& sink) const override {
        Column scratch;
        CONFER_TRY(const Column* const column, part_->compute(run, rows, scratch));
        sink.fill(rows, column->is_constant(), [&](const RowView& visited, auto& emit) {
            visited.for_each_row([&](RowIndex row) { emit(row, column->is_null(row) == wanted_); });
        });
        return {};
    }

    EvaluatorPtr part_;
    bool wanted_;
};

}  // namespace

void compare_columns(Op op, const Column& given_left, const Column& given_right, const RowView& rows, TruthSink& sink,
                     Effort& effort) {
    Column left_scratch, right_scratch;
    const Column& left = narrowed(given_left, left_scratch);
    const Column& right = narrowed(given_right, right_scratch);
    if (left.kind() == ColumnKind::floating && right.kind() == ColumnKind::integer)
        return compare_columns(swapped(op), right, left, rows, sink, effort);
    switch (op) {
        case Op::equal:
            return compare_columns<Op::equal>(left, right, rows, sink, effort);
        case Op::not_equal:
            return compare_columns<Op::not_equal>(left, right, rows, sink, effort);
        case Op::less:
            return compare_columns<Op::less>(left, right, rows, sink, effort);
        case Op::less_equal:
            return compare_columns<Op::less_equal>(left, right, rows, sink, effort);
        case Op::greater:
            return compare_columns<Op::greater>(left, right, rows, sink, effort);
        default:
            return compare_columns<Op::greater_equal>(left, right, rows, sink, effort);
    }
}

Compiled compile_comparison(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope) {
    Compiled left = compile_part(*operation.operands[0], scope);
    Compiled right = compile_part(*operation.operands[1], scope);
    EvaluatorPtr comparison = make_node_text_comparison(operation.op, left.evaluator, right.evaluator, expr.span);
    if (comparison == nullptr) {
        const Op other = swapped(operation.op);
        comparison = make_node_text_comparison(other, right.evaluator, left.evaluator, expr.span);
    }
    if (comparison == nullptr) {
        comparison = std::make_unique<Comparison>(operation.op, std::move(left.evaluator), std::move(right.evaluator),
                                                  expr.span);
    }
    return {std::move(comparison), left.constant && right.constant};
}

Compiled compile_null_test(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope) {
    Compiled part = compile_part(*operation.operands[0], scope);
    return {std::make_unique<NullTest>(std::move(part.evaluator), operation.op == Op::is_null, expr.span),
            part.constant};
}

}  // namespace confer::engine::exec
