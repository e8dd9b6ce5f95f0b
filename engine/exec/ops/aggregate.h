#pragma once
// Aggregate: groups all rows by keys and computes aggregates; Distinct: keeps one row of each combination.
//
// Shapes     Aggregate: a row for each group, in order of first appearance; without keys one row, even of no rows (in a
//            subplan: one for each row of the frame). Distinct narrows the selection.
// Errors     those of the expressions and aggregates; memory_limit.
// Cost       a hash a row; memory: the keys, and what the aggregates hold.
#include "exec/ops/aggregate_column.h"
#include "exec/ops/group_table.h"
#include "exec/ops/rows.h"

namespace confer::engine::exec {

class Aggregate final : public Operator {
public:
    struct Key {
        EvaluatorPtr expr;
        std::uint32_t out = Layout::absent;  // column of the output, if wanted
    };
    struct Call {
        const AggregateSpec* function;
        bool distinct = false;
        std::vector<EvaluatorPtr> arguments;
        SourceSpan span;
        std::uint32_t out = Layout::absent;
    };
    struct Spec {
        std::vector<Key> keys;  // in a subplan the first is the tag
        std::vector<Call> calls;
        bool tagged = false;
        bool has_keys = true;  // besides the tag
        std::vector<ColumnKind> kinds;
    };
    Aggregate(OperatorPtr input, Spec spec) : input_(std::move(input)), spec_(std::move(spec)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    Spec spec_;
};

class Distinct final : public Operator {
public:
    // `columns`: with the tag, in a subplan. `kinds`: of these columns.
    Distinct(OperatorPtr input, std::vector<std::uint32_t> columns, std::vector<ColumnKind> kinds)
        : input_(std::move(input)), columns_(std::move(columns)), kinds_(std::move(kinds)) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr input_;
    std::vector<std::uint32_t> columns_;
    std::vector<ColumnKind> kinds_;
};

// The rows that are the first of their group, when group numbers from `known` on are new. REQUIRES: groups as
// GroupTable::add gave them.
Selection first_of_groups(const RowBatch& rows, std::span<const std::uint32_t> groups, std::uint32_t known);

}  // namespace confer::engine::exec
