// Calls of functions: the null rule, and one array of arguments for all rows.
// Tests: tests/suites/expressions/call_test.cpp, examples_test.cpp.
#include <algorithm>

#include "exec/expr/compile_internal.h"
#include "exec/expr/effort_internal.h"
#include "exec/expr/kernel_internal.h"
#include "exec/leftovers.h"

namespace confer::engine::exec {

namespace {

class Call final : public Evaluator {
public:
    Call(const FunctionSpec& function, std::vector<EvaluatorPtr> arguments, SourceSpan span)
        : Evaluator(span),
          function_(function),
          arguments_(std::move(arguments)),
          kind_(column_kind(function.returns)) {}
    ColumnKind kind() const override { return kind_; }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        auto work = std::make_unique<Work>(arguments_.size());
        Result<const Column*> done = compute(run, rows, *work, scratch);
        if (!done) leave(run, std::move(work));
        return done;
    }

private:
    struct Work {
        explicit Work(std::size_t arguments) : scratches(arguments) {}
        std::vector<Column> scratches;
        std::vector<Values> columns;
    };

    [[gnu::noinline]] Result<const Column*> compute(RunContext& run, const RowView& rows, Work& work,
                                                    Column& scratch) const {
        work.columns.reserve(arguments_.size());
        bool constant = function_.deterministic;
        for (std::size_t i = 0; i < arguments_.size(); ++i) {
            CONFER_TRY(const Column* const column, arguments_[i]->compute(run, rows, work.scratches[i]));
            work.columns.emplace_back(*column);
            constant = constant && column->is_constant();
        }
        return fill_column(scratch, kind_, rows, constant,
                           [&](const RowView& visited) { return fill(run, work.columns, visited, scratch); });
    }

    Result<void> fill(RunContext& run, std::vector<Values>& columns, const RowView& rows, Column& out) const {
        CallContext context{run.graph, function_.user, &run.limits};
        Effort effort(run.limits);
        std::vector<Value> arguments(columns.size());
        const bool skips_nulls = function_.nulls == NullRule::null_in_null_out;
        std::optional<Error> failure;
        bool gone_too_far = false;
        rows.for_each_row([&](RowIndex row) {
            if (failure || gone_too_far) return;
            bool any_null = false;
            std::size_t read = 0;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                arguments[i] = columns[i][row];
                any_null = any_null || arguments[i].is_null();
                read += extent(arguments[i]);
            }
            if (skips_nulls && any_null) return out.set_null(row);
            Result<Value> result = function_.call(context, arguments);
            if (!result.has_value()) {
                failure = at(span(), std::move(result).error());
            } else if (!out.accepts(result.value())) {
                failure = broken_promise(result.value());
            } else {
                const std::size_t made = is_shared(result.value(), arguments) ? 0 : result.value().heap_bytes();
                gone_too_far = !effort.hold(made) || !effort.spend(read + made);
                out.set(row, std::move(result).value());
            }
        });
        if (failure) return *std::move(failure);
        effort.leave_to(out);
        return effort.result();
    }

    // Whether a list is, or may be part of, one that was there before (head, coalesce): nothing new is held then.
    static bool is_shared(const Value& result, std::span<const Value> arguments) {
        if (!result.is(Kind::list)) return false;
        return std::any_of(arguments.begin(), arguments.end(), [&](const Value& argument) {
            return argument.is(Kind::list) &&
                   (argument.depth() > 1 || argument.as_list().data() == result.as_list().data());
        });
    }

    Error broken_promise(const Value& got) const {
        return runtime_error(ErrorCode::internal, span(),
                             "`" + function_.name + "` promises " + to_string(function_.returns) + " but gave " +
                                 with_article(got.kind()));
    }

    const FunctionSpec& function_;
    std::vector<EvaluatorPtr> arguments_;
    ColumnKind kind_;
};

// Whether the call may be made before the run. A function that makes lists may make long ones (range), which is
// for the run and its limits.
bool may_fold(const FunctionSpec& function) {
    return function.deterministic && !function.needs_graph && !function.returns.is(Kind::list);
}

}  // namespace

Compiled compile(const typed::Call& call, const typed::Expr& expr, const Scope& scope) {
    if (call.function->name == "coalesce") return compile_coalesce(call, expr, scope);
    CompiledParts arguments;
    for (const typed::ExprPtr& argument : call.arguments) arguments.add(compile_part(*argument, scope));
    const bool constant = arguments.constant && may_fold(*call.function);
    return {std::make_unique<Call>(*call.function, std::move(arguments.evaluators), expr.span), constant};
}

}  // namespace confer::engine::exec
