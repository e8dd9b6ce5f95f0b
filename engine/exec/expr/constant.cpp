// Constants, parameters and variables: columns that are there already.
#include <limits>

#include "exec/expr/compile_internal.h"
#include "exec/expr/kernel_internal.h"

namespace confer::engine::exec {

namespace {

class ConstantColumn final : public Evaluator {
public:
    ConstantColumn(Column column, SourceSpan span)
        : Evaluator(span), value_(column.get(0)), column_(std::move(column)) {
        column_.repeat(std::numeric_limits<RowIndex>::max());  // enough for every batch
    }
    ColumnKind kind() const override { return column_.kind(); }
    Result<const Column*> compute(RunContext&, const RowView&, Column&) const override { return &column_; }
    const Value& value() const { return value_; }

private:
    Value value_;
    Column column_;
};

class ParameterColumn final : public Evaluator {
public:
    // `kind` holds every value that the parameter's type allows.
    ParameterColumn(std::string name, ColumnKind kind, SourceSpan span)
        : Evaluator(span), name_(std::move(name)), kind_(kind) {}
    ColumnKind kind() const override { return kind_; }
    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override;

private:
    std::string name_;
    ColumnKind kind_;
};

Result<const Column*> ParameterColumn::compute(RunContext& run, const RowView& rows, Column& scratch) const {
    const auto found = run.parameters.find(name_);
    if (found == run.parameters.end()) {
        return runtime_error(ErrorCode::missing_parameter, span(), "the parameter `$" + name_ + "` has no value",
                             {"give it one, for example `-p " + name_ + "=1`"});
    }
    scratch.reset(kind_, 1);
    scratch.set(0, found->second);
    scratch.repeat(rows.row_count());
    return &scratch;
}

class VariableColumn final : public Evaluator {
public:
    VariableColumn(std::uint32_t slot, ColumnKind kind, SourceSpan span) : Evaluator(span), slot_(slot), kind_(kind) {}
    ColumnKind kind() const override { return kind_; }
    Result<const Column*> compute(RunContext&, const RowView& rows, Column&) const override {
        return &rows.column(slot_);
    }

private:
    std::uint32_t slot_;
    ColumnKind kind_;
};

}  // namespace

EvaluatorPtr make_constant(Value value, SourceSpan span) {
    return make_constant(Column::constant(std::move(value), 1), span);
}

EvaluatorPtr make_constant(Column column, SourceSpan span) {
    return std::make_unique<ConstantColumn>(std::move(column), span);
}

const Value* constant_value(const Evaluator& evaluator) {
    const auto* constant = dynamic_cast<const ConstantColumn*>(&evaluator);
    return constant == nullptr ? nullptr : &constant->value();
}

Compiled compile(const typed::Constant& constant, const typed::Expr& expr, const Scope&) {
    return {make_constant(constant.value, expr.span), true};
}

Compiled compile(const typed::Parameter& parameter, const typed::Expr& expr, const Scope&) {
    return {std::make_unique<ParameterColumn>(parameter.name, column_kind(expr.type), expr.span), false};
}

Compiled compile(const typed::Variable& variable, const typed::Expr& expr, const Scope& scope) {
    assert(scope.layout.has(variable.id));
    const std::uint32_t slot = scope.layout.slot(variable.id);
    return {std::make_unique<VariableColumn>(slot, scope.layout.kind(slot), expr.span), false};
}

}  // namespace confer::engine::exec
