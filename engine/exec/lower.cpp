// The door, the parts that all lowering shares, and the operators on rows; the others are in lower_graph.cpp and
// lower_apply.cpp.
#include <algorithm>

#include "exec/lower_internal.h"
#include "exec/ops/aggregate.h"
#include "exec/ops/filter.h"
#include "exec/ops/procedure_call.h"
#include "exec/ops/recall.h"
#include "exec/ops/row_source.h"
#include "exec/ops/scan.h"
#include "exec/ops/sort.h"
#include "exec/ops/top.h"
#include "exec/ops/unwind.h"
#include "exec/row_set.h"
#include "plan/expr_tree.h"

namespace confer::engine::exec {

using typed::VarId;

Result<Lowered> Lowering::lower(const plan::Node& node, const FrameLayout* frame) {
    if (!std::holds_alternative<plan::Compute>(node.op) && !std::holds_alternative<plan::Aggregate>(node.op) &&
        !std::holds_alternative<plan::CountThrough>(node.op))
        wanted_top_.reset();
    auto lowered = std::visit([&](const auto& op) { return lower_op(op, node, frame); }, node.op);
    if (profile_ != nullptr && lowered.has_value()) {
        OperatorPtr& op = lowered.value().op;
        op = std::make_unique<Profiled>(std::move(op), profile_->of(node));
    }
    return lowered;
}

// ---- parts

bool Lowering::is_live(VarId variable, const plan::Node& node) {
    return std::binary_search(node.live.begin(), node.live.end(), variable);
}

std::uint32_t Lowering::add_live(VarId variable, ColumnKind kind, const plan::Node& node, Layout& layout) {
    return is_live(variable, node) ? layout.add(variable, kind) : Layout::absent;
}

std::vector<Carry> Lowering::carry_more(const Layout& from, const plan::Node& node, Layout& to) {
    std::vector<Carry> carried;
    std::vector<VarId> first_name(from.column_count(), typed::no_variable);
    for (const VarId variable : node.live) {
        if (!from.has(variable) || to.has(variable)) continue;
        VarId& first = first_name[from.slot(variable)];
        if (first != typed::no_variable) {  // a second name of the same column
            to.alias(variable, first);
            continue;
        }
        first = variable;
        carried.push_back({from.slot(variable), to.add(variable, from.kind(from.slot(variable)))});
    }
    return carried;
}

Carried Lowering::carry_live(const Layout& from, const plan::Node& node, const FrameLayout* frame) {
    Carried carried;
    if (frame != nullptr) {
        carried.layout.add(frame->tag, ColumnKind::node);
        carried.columns.push_back({from.slot(frame->tag), 0});
    }
    const std::vector<Carry> more = carry_more(from, node, carried.layout);
    carried.columns.insert(carried.columns.end(), more.begin(), more.end());
    return carried;
}

Slot Lowering::slot(VarId variable, const Layout& layout) const {
    const typed::VariableInfo& info = plan_.variables[variable];
    return {layout.slot(variable), info.name, info.span};
}

Result<EvaluatorPtr> Lowering::read(VarId variable, ValueType type, const Layout& layout) const {
    return compile_on(*plan::make_variable(variable, type), layout);
}

Result<RowCount> Lowering::row_count(const typed::Expr* count, const char* clause) const {
    if (count == nullptr) return RowCount();
    CONFER_TRY(EvaluatorPtr expr, compile_on(*count, Layout()));
    return RowCount(std::move(expr), clause, count->span);
}

// ---- operators

Result<Lowered> Lowering::lower_op(const plan::SingleRow&, const plan::Node&, const FrameLayout*) {
    return Lowered{std::make_unique<SingleRow>(), {}};
}

Result<Lowered> Lowering::lower_op(const plan::Argument& op, const plan::Node& node, const FrameLayout* frame) {
    Layout layout;
    layout.add(frame->tag, ColumnKind::node);
    std::vector<Carry> carried = carry_more(*frame->outer, node, layout);
    (void)op;  // its variables are those that are live
    auto argument = std::make_unique<Argument>(layout.kinds(), std::move(carried));
    return Lowered{std::move(argument), std::move(layout)};
}

Result<Lowered> Lowering::lower_op(const plan::Rows& op, const plan::Node& node, const FrameLayout*) {
    const RowSet& source = (*sources_)[op.source];
    Layout layout;
    std::vector<Carry> carried = carry_more(source.layout(), node, layout);
    auto rows = std::make_unique<RowSource>(source.batches, std::move(carried), layout.kinds());
    return Lowered{std::move(rows), std::move(layout)};
}

Result<Lowered> Lowering::lower_op(const plan::Filter& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    if (is_implied(*op.condition, *node.inputs[0])) return below;
    CONFER_TRY(EvaluatorPtr condition, compile_on(*op.condition, below.layout));
    below.op = std::make_unique<Filter>(std::move(below.op), std::move(condition));
    return below;
}

Result<Lowered> Lowering::lower_op(const plan::Compute& op, const plan::Node& node, const FrameLayout* frame) {
    want_top_through(op);
    CONFER_TRY(Lowered below, input(node, frame));
    Layout layout = below.layout;
    std::vector<Compute::Item> items;
    for (const typed::Binding& binding : op.bindings) {
        const VarId same = plan::plain_variable(*binding.expr);
        if (same != typed::no_variable) {
            layout.alias(binding.variable, same);
            continue;
        }
        CONFER_TRY(EvaluatorPtr expr, compile_on(*binding.expr, below.layout));
        const std::uint32_t column = layout.add(binding.variable, expr->kind());
        items.push_back({std::move(expr), column});
    }
    if (!items.empty())
        below.op = std::make_unique<Compute>(std::move(below.op), std::move(items), layout.column_count());
    below.layout = std::move(layout);
    return below;
}

Result<Lowered> Lowering::lower_op(const plan::Recall& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    Recall::Spec spec{.tag = tag_slot(below.layout, frame), .carried = {}, .kinds = {}};
    for (const VarId variable : op.variables) {
        const std::uint32_t from = frame->outer->slot(variable);
        spec.carried.push_back({from, below.layout.add(variable, frame->outer->kind(from))});
    }
    spec.kinds = below.layout.kinds();
    below.op = std::make_unique<Recall>(std::move(below.op), std::move(spec));
    return below;
}

Result<Lowered> Lowering::lower_op(const plan::Aggregate& op, const plan::Node& node, const FrameLayout* frame) {
    if (frame == nullptr && groups_are_rows(op, node)) return lower_rows_as_groups(op, node);
    wanted_top_.reset();
    CONFER_TRY(Lowered below, whole_input(node, frame));
    Aggregate::Spec spec;
    Layout layout;
    spec.tagged = frame != nullptr;
    spec.has_keys = !op.keys.empty();
    if (frame != nullptr) {
        CONFER_TRY(EvaluatorPtr tag, read(frame->tag, Kind::node, below.layout));
        spec.keys.push_back({std::move(tag), layout.add(frame->tag, ColumnKind::node)});
    }
    for (const typed::Binding& key : op.keys) {
        CONFER_TRY(EvaluatorPtr expr, compile_on(*key.expr, below.layout));
        const std::uint32_t column = add_live(key.variable, expr->kind(), node, layout);
        spec.keys.push_back({std::move(expr), column});
    }
    for (const typed::AggregateCall& call : op.aggregates) {
        Aggregate::Call lowered{.function = call.function, .distinct = call.distinct, .arguments = {}, .span = {}};
        if (!call.arguments.empty()) lowered.span = call.arguments.front()->span;
        std::vector<ColumnKind> kinds;
        for (const typed::ExprPtr& argument : call.arguments) {
            CONFER_TRY(EvaluatorPtr expr, compile_on(*argument, below.layout));
            kinds.push_back(expr->kind());
            lowered.arguments.push_back(std::move(expr));
        }
        lowered.out = add_live(call.variable, aggregate_kind(*call.function, kinds), node, layout);
        spec.calls.push_back(std::move(lowered));
    }
    spec.kinds = layout.kinds();
    below.op = std::make_unique<Aggregate>(std::move(below.op), std::move(spec));
    below.layout = std::move(layout);
    return below;
}

Result<Lowered> Lowering::lower_op(const plan::Distinct& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, whole_input(node, frame));
    std::vector<std::uint32_t> columns;
    if (frame != nullptr) columns.push_back(below.layout.slot(frame->tag));
    for (const VarId variable : op.variables) {
        const std::uint32_t column = below.layout.slot(variable);
        if (std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
    }
    std::vector<ColumnKind> kinds;
    kinds.reserve(columns.size());
    for (const std::uint32_t column : columns) kinds.push_back(below.layout.kind(column));
    below.op = std::make_unique<Distinct>(std::move(below.op), std::move(columns), std::move(kinds));
    return below;
}

namespace {

std::vector<KeptColumn> kept_columns(const Carried& carried) {
    std::vector<KeptColumn> kept;
    for (const Carry& carry : carried.columns) kept.push_back({carry.from, carried.layout.kind(carry.to)});
    return kept;
}

}  // namespace

Result<Lowered> Lowering::lower_op(const plan::Sort& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, whole_input(node, frame));
    Carried carried = carry_live(below.layout, node, frame);
    CONFER_TRY(std::vector<OrderKey> keys, order_keys(op.keys, below.layout, frame));
    below.op = std::make_unique<Sort>(std::move(below.op), std::move(keys), kept_columns(carried));
    below.layout = std::move(carried.layout);
    return below;
}

Result<std::vector<OrderKey>> Lowering::order_keys(const std::vector<typed::SortKey>& keys, const Layout& layout,
                                                   const FrameLayout* frame) const {
    std::vector<OrderKey> order;
    if (frame != nullptr) {
        CONFER_TRY(EvaluatorPtr tag, read(frame->tag, Kind::node, layout));
        order.push_back({std::move(tag), false});
    }
    for (const typed::SortKey& key : keys) {
        CONFER_TRY(EvaluatorPtr expr, compile_on(*key.expr, layout));
        order.push_back({std::move(expr), key.descending});
    }
    return order;
}

Result<Lowered> Lowering::lower_op(const plan::Top& op, const plan::Node& node, const FrameLayout* frame) {
    if (frame == nullptr) want_top(op);
    CONFER_TRY(Lowered below, whole_input(node, frame));
    Carried carried = carry_live(below.layout, node, frame);
    CONFER_TRY(std::vector<OrderKey> keys, order_keys(op.keys, below.layout, frame));
    CONFER_TRY(RowCount skip, row_count(op.skip.get(), "SKIP"));
    CONFER_TRY(RowCount limit, row_count(op.limit.get(), "LIMIT"));
    if (frame == nullptr) {
        std::vector<KeptColumn> held = kept_columns(carried);
        const std::size_t given = held.size();
        plan::VarSet read;
        for (const typed::SortKey& key : op.keys) read.insert(plan::free_variables(*key.expr));
        for (const VarId variable : read.to_vector()) {
            const std::uint32_t column = below.layout.slot(variable);
            const auto is_it = [&](const KeptColumn& other) { return other.from == column; };
            if (std::none_of(held.begin(), held.end(), is_it)) held.push_back({column, below.layout.kind(column)});
        }
        below.op = std::make_unique<Top>(
            std::move(below.op), Top::Spec{std::move(keys), std::move(held), given, std::move(skip), std::move(limit)});
    } else {
        below.op = std::make_unique<Sort>(std::move(below.op), std::move(keys), kept_columns(carried));
        below.op = std::make_unique<Cut>(std::move(below.op), std::move(skip), std::move(limit),
                                         tag_slot(carried.layout, frame));
    }
    below.layout = std::move(carried.layout);
    return below;
}

Result<Lowered> Lowering::lower_op(const plan::Skip& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    CONFER_TRY(RowCount skip, row_count(op.count.get(), "SKIP"));
    below.op = std::make_unique<Cut>(std::move(below.op), std::move(skip), RowCount(), tag_slot(below.layout, frame));
    return below;
}

Result<Lowered> Lowering::lower_op(const plan::Limit& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    CONFER_TRY(RowCount limit, row_count(op.count.get(), "LIMIT"));
    below.op = std::make_unique<Cut>(std::move(below.op), RowCount(), std::move(limit), tag_slot(below.layout, frame));
    return below;
}

Result<Lowered> Lowering::lower_op(const plan::Unwind& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    Unwind::Spec spec{.list = nullptr, .range = {}, .span = op.list->span, .carried = {}, .kinds = {}};
    if (const auto* call = std::get_if<typed::Call>(&op.list->node);
        call != nullptr && call->function->name == "range") {
        for (const typed::ExprPtr& argument : call->arguments) {
            CONFER_TRY(EvaluatorPtr value, compile_on(*argument, below.layout));
            spec.range.push_back(std::move(value));
        }
    } else {
        CONFER_TRY(spec.list, compile_on(*op.list, below.layout));
    }
    Carried carried = carry_live(below.layout, node, frame);
    const ColumnKind kind = column_kind(plan_.variables[op.variable].type);
    spec.tag = tag_slot(below.layout, frame);
    spec.element = add_live(op.variable, kind, node, carried.layout);
    spec.position = add_live(op.position, ColumnKind::integer, node, carried.layout);
    spec.first = op.first;
    spec.carried = std::move(carried.columns);
    spec.kinds = carried.layout.kinds();
    return Lowered{std::make_unique<Unwind>(std::move(below.op), std::move(spec)), std::move(carried.layout)};
}

Result<Lowered> Lowering::lower_op(const plan::ProcedureCall& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    ProcedureCall::Spec spec;
    spec.procedure = op.procedure;
    spec.span = op.span;
    for (const typed::ExprPtr& argument : op.arguments) {
        CONFER_TRY(EvaluatorPtr expr, compile_on(*argument, below.layout));
        spec.arguments.push_back({std::move(expr), argument->span});
    }
    Carried carried = carry_live(below.layout, node, frame);
    spec.tag = tag_slot(below.layout, frame);
    for (const auto& yield : op.yields) {
        const ColumnKind kind = column_kind(plan_.variables[yield.variable].type);
        const std::uint32_t column = add_live(yield.variable, kind, node, carried.layout);
        if (column != Layout::absent) spec.yields.push_back({yield.output, column});
    }
    spec.carried = std::move(carried.columns);
    spec.kinds = carried.layout.kinds();
    return Lowered{std::make_unique<ProcedureCall>(std::move(below.op), std::move(spec)), std::move(carried.layout)};
}

}  // namespace confer::engine::exec
