// + - * / % ^ and the signs: kernels for integers (checked) and floats; everything else, and the wording of every
// error, by value/arithmetic.h.
// Tests: tests/suites/expressions/arithmetic_test.cpp, kernels_test.cpp.
#include "value/arithmetic.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "exec/expr/compile_internal.h"
#include "exec/expr/effort_internal.h"
#include "exec/expr/kernel_internal.h"
#include "exec/memory_charge.h"

namespace confer::engine::exec {

namespace {

using typed::Op;
using BinaryFunction = Result<Value> (*)(const Value&, const Value&);

BinaryFunction function_of(Op op) {
    switch (op) {
        case Op::add:
            return add;
        case Op::subtract:
            return subtract;
        case Op::multiply:
            return multiply;
        case Op::divide:
            return divide;
        case Op::remainder:
            return remainder;
        default:
            return power;
    }
}

// One integer step; false when the result does not exist or does not fit.
template <Op op>
bool step(std::int64_t a, std::int64_t b, std::int64_t& out) {
    switch (op) {
        case Op::add:
            return !__builtin_add_overflow(a, b, &out);
        case Op::subtract:
            return !__builtin_sub_overflow(a, b, &out);
        case Op::multiply:
            return !__builtin_mul_overflow(a, b, &out);
        case Op::divide:
            if (b == 0 || (b == -1 && a == std::numeric_limits<std::int64_t>::min())) return false;
            out = a / b;
            return true;
        default:
            if (b == 0) return false;
            out = b == -1 ? 0 : a % b;
            return true;
    }
}

template <Op op>
double step(double a, double b) {
    switch (op) {
        case Op::add:
            return a + b;
        case Op::subtract:
            return a - b;
        case Op::multiply:
            return a * b;
        case Op::divide:
            return a / b;
        case Op::remainder:
            return std::fmod(a, b);
        default:
            return std::pow(a, b);
    }
}

// Marks the rows of `out` where either side is null.
void merge_nulls(const Column& left, const Column& right, const RowView& rows, Column& out) {
    const Nulls a(left), b(right);
    if (!a.any() && !b.any()) return;
    rows.for_each_row([&](RowIndex row) {
        if (a[row] || b[row]) out.set_null(row);
    });
}

// Returns the first row whose result does not exist, or nothing.
template <Op op>
std::optional<RowIndex> integers(const Column& left, const Column& right, const RowView& rows, Column& out) {
    const Rows<std::int64_t> a(left.integers(), left), b(right.integers(), right);
    const Nulls no_left(left), no_right(right);
    std::int64_t* const results = out.integers().data();
    std::optional<RowIndex> failed;
    if (!no_left.any() && !no_right.any()) {
        rows.for_each_row([&](RowIndex row) {
            if (!step<op>(a[row], b[row], results[row])) failed = failed.value_or(row);
        });
    } else {
        rows.for_each_row([&](RowIndex row) {
            if (no_left[row] || no_right[row]) {
                out.set_null(row);
            } else if (!step<op>(a[row], b[row], results[row])) {
                failed = failed.value_or(row);
            }
        });
    }
    return failed;
}

std::optional<RowIndex> integers(Op op, const Column& left, const Column& right, const RowView& rows, Column& out) {
    switch (op) {
        case Op::add:
            return integers<Op::add>(left, right, rows, out);
        case Op::subtract:
            return integers<Op::subtract>(left, right, rows, out);
        case Op::multiply:
            return integers<Op::multiply>(left, right, rows, out);
        case Op::divide:
            return integers<Op::divide>(left, right, rows, out);
        default:
            return integers<Op::remainder>(left, right, rows, out);
    }
}

// An integer or floating column's rows, as floats.
class Floats {
public:
    explicit Floats(const Column& column)
        : integers_(column.integers(), column),
          floats_(column.floats(), column),
          whole_(column.kind() == ColumnKind::integer) {}
    double operator[](std::size_t row) const { return whole_ ? static_cast<double>(integers_[row]) : floats_[row]; }

private:
    Rows<std::int64_t> integers_;
    Rows<double> floats_;
    bool whole_;
};

template <Op op>
void floats(const Column& left, const Column& right, const RowView& rows, Column& out) {
    const Floats a(left), b(right);
    double* const results = out.floats().data();
    rows.for_each_row([&](RowIndex row) { results[row] = step<op>(a[row], b[row]); });
    merge_nulls(left, right, rows, out);
}

void floats(Op op, const Column& left, const Column& right, const RowView& rows, Column& out) {
    switch (op) {
        case Op::add:
            return floats<Op::add>(left, right, rows, out);
        case Op::subtract:
            return floats<Op::subtract>(left, right, rows, out);
        case Op::multiply:
            return floats<Op::multiply>(left, right, rows, out);
        case Op::divide:
            return floats<Op::divide>(left, right, rows, out);
        case Op::remainder:
            return floats<Op::remainder>(left, right, rows, out);
        default:
            return floats<Op::power>(left, right, rows, out);
    }
}

bool is_number(ColumnKind kind) {
    return kind == ColumnKind::integer || kind == ColumnKind::floating;
}

ColumnKind result_kind(Op op, ColumnKind left, ColumnKind right) {
    if (!is_number(left) || !is_number(right)) return ColumnKind::value;
    const bool whole = op != Op::power && left == ColumnKind::integer && right == ColumnKind::integer;
    return whole ? ColumnKind::integer : ColumnKind::floating;
}

// One operator, applied to two columns.
class Operation {
public:
    Operation(Op op, ColumnKind left, ColumnKind right, SourceSpan span)
        : op_(op), kind_(result_kind(op, left, right)), span_(span) {}
    ColumnKind kind() const { return kind_; }

    Result<const Column*> apply(RunContext& run, const Column& left, const Column& right, const RowView& rows,
                                Column& scratch) const {
        return fill_column(scratch, kind_, rows, left.is_constant() && right.is_constant(),
                           [&](const RowView& visited) { return fill(run, left, right, visited, scratch); });
    }

private:
    Result<void> fill(RunContext& run, const Column& left, const Column& right, const RowView& rows,
                      Column& out) const {
        if (kind_ == ColumnKind::value) return fill_values(run, left, right, rows, out);
        if (kind_ == ColumnKind::floating) {
            floats(op_, left, right, rows, out);
            return {};
        }
        const std::optional<RowIndex> failed = integers(op_, left, right, rows, out);
        if (!failed) return {};
        return at(span_, function_of(op_)(left.get(*failed), right.get(*failed)).error());
    }

    // Of two long lists that hold no lists, bit by bit, so that the deadline can be asked for in between.
    static Result<Value> join_lists(const Value& a, const Value& b, Effort& effort) {
        constexpr std::size_t elements_at_once = 65536;
        ValueList joined;
        joined.reserve(a.as_list().size() + b.as_list().size());
        for (std::span<const Value> rest : {a.as_list(), b.as_list()}) {
            while (!rest.empty()) {
                const auto some = rest.first(std::min(rest.size(), elements_at_once));
                if (!effort.spend(some.size_bytes())) return Value();
                joined.insert(joined.end(), some.begin(), some.end());
                rest = rest.subspan(some.size());
            }
        }
        return Value(std::move(joined));
    }

    Result<Value> combine(BinaryFunction function, const Value& a, const Value& b, std::size_t bytes,
                          Effort& effort) const {
        const bool are_lists = op_ == Op::add && a.depth() == 1 && b.depth() == 1;
        if (bytes < long_bytes || !are_lists || !a.is(Kind::list) || !b.is(Kind::list)) return function(a, b);
        return join_lists(a, b, effort);
    }

    Result<void> fill_values(RunContext& run, const Column& left, const Column& right, const RowView& rows,
                             Column& out) const {
        Values a(left), b(right);
        const BinaryFunction function = function_of(op_);
        Effort effort(run.limits);
        std::optional<Error> failure;
        rows.for_each_row([&](RowIndex row) {
            if (failure) return;
            // What `+` joins is as long as both together.
            const std::size_t bytes = extent(a[row]) + extent(b[row]);
            if (!effort.hold(bytes) || !effort.spend(bytes)) return;
            // A long text is put together before it becomes a value.
            MemoryCharge twice(run.limits);
            if (bytes > long_bytes && !a[row].is(Kind::list) && !b[row].is(Kind::list)) {
                if (Result<void> room = twice.hold(bytes); !room) {
                    failure = std::move(room).error();
                    return;
                }
            }
            Result<Value> result = combine(function, a[row], b[row], bytes, effort);
            if (result.has_value()) {
                out.values()[row] = std::move(result).value();
            } else {
                failure = at(span_, std::move(result).error());
            }
        });
        if (failure) return *std::move(failure);
        effort.leave_to(out);
        return effort.result();
    }

    static constexpr std::size_t long_bytes = std::size_t{1} << 20;

    Op op_;
    ColumnKind kind_;
    SourceSpan span_;
};

class Arithmetic final : public Evaluator {
public:
    Arithmetic(Op op, EvaluatorPtr left, EvaluatorPtr right, SourceSpan span)
        : Evaluator(span),
          operation_(op, left->kind(), right->kind(), span),
          left_(std::move(left)),
          right_(std::move(right)) {}
    ColumnKind kind() const override { return operation_.kind(); }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        Column left_scratch, right_scratch;
        CONFER_TRY(const Column* const left, left_->compute(run, rows, left_scratch));
        CONFER_TRY(const Column* const right, right_->compute(run, rows, right_scratch));
        return operation_.apply(run, *left, *right, rows, scratch);
    }

private:
    Operation operation_;
    EvaluatorPtr left_, right_;
};

// Operators one after the other, from the left, with no stack for each of them.
class ArithmeticChain final : public Evaluator {
public:
    ArithmeticChain(EvaluatorPtr first, SourceSpan span) : Evaluator(span), first_(std::move(first)) {}
    void add(Op op, EvaluatorPtr right, SourceSpan right_span) {
        const SourceSpan so_far{span().begin, right_span.end};
        steps_.push_back({Operation(op, kind(), right->kind(), so_far), std::move(right)});
    }
    ColumnKind kind() const override { return steps_.empty() ? first_->kind() : steps_.back().operation.kind(); }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        Column left_scratch, right_scratch, result;
        CONFER_TRY(const Column* left, first_->compute(run, rows, left_scratch));
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            if (i % steps_between_checks == 0) CONFER_CHECK(run.limits.check());
            CONFER_TRY(const Column* const right, steps_[i].right->compute(run, rows, right_scratch));
            CONFER_TRY(left, steps_[i].operation.apply(run, *left, *right, rows, result));
            std::swap(left_scratch, result);
            left = &left_scratch;
        }
        std::swap(scratch, left_scratch);
        return &scratch;
    }

private:
    static constexpr std::size_t steps_between_checks = 256;
    struct Step {
        Operation operation;
        EvaluatorPtr right;
    };

    EvaluatorPtr first_;
    std::vector<Step> steps_;
};

class Sign final : public Evaluator {
public:
    Sign(bool negative, EvaluatorPtr part, SourceSpan span)
        : Evaluator(span), negative_(negative), part_(std::move(part)) {}
    ColumnKind kind() const override { return is_number(part_->kind()) ? part_->kind() : ColumnKind::value; }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        if (!negative_ && is_number(part_->kind())) return part_->compute(run, rows, scratch);
        Column part_scratch;
        CONFER_TRY(const Column* const part, part_->compute(run, rows, part_scratch));
        return fill_column(scratch, kind(), rows, part->is_constant(), [&](const RowView& visited) -> Result<void> {
            if (kind() != ColumnKind::floating) return fill(*part, visited, scratch);
            const Rows<double> floats(part->floats(), *part);
            visited.for_each_row([&](RowIndex row) { scratch.floats()[row] = -floats[row]; });
            merge_nulls(*part, *part, visited, scratch);
            return {};
        });
    }

private:
    Result<void> fill(const Column& part, const RowView& rows, Column& out) const {
        Values values(part);
        std::optional<Error> failure;
        rows.for_each_row([&](RowIndex row) {
            if (failure) return;
            const Value& value = values[row];
            if (!negative_ && (value.is_null() || value.is_number())) return out.set(row, value);
            Result<Value> result = negate(value);
            if (!result.has_value()) {
                failure = at(span(), std::move(result).error());
            } else if (negative_) {
                out.set(row, std::move(result).value());
            }
        });
        if (failure) return *std::move(failure);
        return {};
    }

    bool negative_;
    EvaluatorPtr part_;
};

}  // namespace

Compiled compile_arithmetic(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope) {
    Compiled left = compile_part(*operation.operands[0], scope);
    if (operation.op == Op::minus || operation.op == Op::plus) {
        const bool negative = operation.op == Op::minus;
        return {std::make_unique<Sign>(negative, std::move(left.evaluator), expr.span), left.constant};
    }
    Compiled right = compile_part(*operation.operands[1], scope);
    return {
        std::make_unique<Arithmetic>(operation.op, std::move(left.evaluator), std::move(right.evaluator), expr.span),
        left.constant && right.constant};
}

Compiled compile(const typed::Chain& chain, const typed::Expr& expr, const Scope& scope) {
    Compiled first = compile_part(*chain.operands.front(), scope);
    bool constant = first.constant;
    auto evaluator = std::make_unique<ArithmeticChain>(std::move(first.evaluator), expr.span);
    for (std::size_t i = 0; i < chain.ops.size(); ++i) {
        Compiled right = compile_part(*chain.operands[i + 1], scope);
        constant = constant && right.constant;
        evaluator->add(chain.ops[i], std::move(right.evaluator), chain.operands[i + 1]->span);
    }
    return {std::move(evaluator), constant};
}

}  // namespace confer::engine::exec
