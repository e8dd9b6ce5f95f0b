// x IN list. A list that is the same for all rows becomes a hash set once a batch; one that is known when the
// expression is compiled, once for all.
// Tests: tests/suites/expressions/membership_test.cpp.
#include <cmath>
#include <unordered_set>

#include "exec/expr/compile_internal.h"
#include "exec/expr/effort_internal.h"
#include "exec/expr/kernel_internal.h"

namespace confer::engine::exec {

namespace {

// Equality and equivalence differ only in null and NaN, so among all other scalars a hash finds what `=` would.
bool is_plain(const Value& value) {
    switch (value.kind()) {
        case Kind::null:
        case Kind::list:
        case Kind::map:
            return false;
        case Kind::floating:
            return !std::isnan(value.as_floating());
        default:
            return true;
    }
}

Ternary contains_slowly(std::span<const Value> list, const Value& wanted) {
    bool found_null = false;
    for (const Value& element : list) {
        const Ternary same = equals(wanted, element);
        if (same == true) return true;
        found_null = found_null || !same;
    }
    if (found_null) return std::nullopt;
    return false;
}

// A list made ready for many questions.
class Members {
public:
    explicit Members(Value list) : list_(std::move(list)) {
        for (const Value& element : list_.as_list()) {
            if (is_plain(element)) {
                plain_.insert(element);
            } else if (element.is_null()) {
                has_null_ = true;
            }
        }
    }

    Ternary contains(const Value& wanted) const {
        if (list_.as_list().empty()) return false;
        if (!is_plain(wanted)) return contains_slowly(list_.as_list(), wanted);
        if (plain_.contains(wanted)) return true;
        if (has_null_) return std::nullopt;
        return false;  // a plain value never equals a list or map, and never leaves it open
    }

private:
    Value list_;
    std::unordered_set<Value, ValueHash, ValueEquivalent> plain_;
    bool has_null_ = false;
};

class Membership final : public Predicate {
public:
    Membership(EvaluatorPtr wanted, EvaluatorPtr list, SourceSpan list_span, SourceSpan span)
        : Predicate(span), wanted_(std::move(wanted)), list_(std::move(list)), list_span_(list_span) {
        const Value* const known = constant_value(*list_);
        if (known != nullptr && known->is(Kind::list)) members_.emplace(*known);
    }

private:
    // From how many questions on a set pays for itself.
    static constexpr std::size_t worth_hashing = 8;

    Result<void> test(RunContext& run, const RowView& rows, TruthSink& sink) const override {
        Column wanted_scratch, list_scratch;
        CONFER_TRY(const Column* const wanted, wanted_->compute(run, rows, wanted_scratch));
        CONFER_TRY(const Column* const lists, list_->compute(run, rows, list_scratch));
        if (members_) {
            ask(*members_, *wanted, rows, sink);
            return {};
        }
        if (lists->is_constant() && rows.selected_count() >= worth_hashing) {
            const Value list = lists->get(0);
            if (list.is(Kind::list)) {
                ask(Members(list), *wanted, rows, sink);
                return {};
            }
        }
        return search(run, *wanted, *lists, rows, sink);
    }

    static void ask(const Members& members, const Column& wanted, const RowView& rows, TruthSink& sink) {
        sink.fill(rows, wanted.is_constant(), [&](const RowView& visited, auto& emit) {
            Values values(wanted);
            visited.for_each_row([&](RowIndex row) { emit_ternary(emit, row, members.contains(values[row])); });
        });
    }

    Result<void> search(RunContext& run, const Column& wanted, const Column& lists, const RowView& rows,
                        TruthSink& sink) const {
        std::optional<Error> failure;
        Effort effort(run.limits);
        sink.fill(rows, wanted.is_constant() && lists.is_constant(), [&](const RowView& visited, auto& emit) {
            Values values(wanted), list_values(lists);
            visited.for_each_row([&](RowIndex row) {
                const Value& list = list_values[row];
                if (!effort.spend(extent(list))) return emit.null(row);
                if (list.is(Kind::list)) return emit_ternary(emit, row, contains_slowly(list.as_list(), values[row]));
                if (!list.is_null() && !failure) failure = wrong_type(list_span_, "a List", list);
                emit.null(row);
            });
        });
        if (failure) return *std::move(failure);
        return effort.result();
    }

    EvaluatorPtr wanted_, list_;
    SourceSpan list_span_;
    std::optional<Members> members_;
};

}  // namespace

Compiled compile_membership(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope) {
    Compiled wanted = compile_part(*operation.operands[0], scope);
    Compiled list = compile_part(*operation.operands[1], scope);
    return {std::make_unique<Membership>(std::move(wanted.evaluator), std::move(list.evaluator),
                                         operation.operands[1]->span, expr.span),
            wanted.constant && list.constant};
}

}  // namespace confer::engine::exec
