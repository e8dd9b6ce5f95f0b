// Operators with two inputs. The right side of a join stands on its own, so it is lowered without the frame.
#include <algorithm>

#include "exec/lower_internal.h"
#include "exec/ops/apply.h"
#include "exec/ops/join.h"

namespace confer::engine::exec {

using typed::VarId;

Result<Lowered> Lowering::lower_op(const plan::OptionalApply&, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered outer, input(node, frame));
    const FrameLayout inner_frame = frame_around(outer.layout);
    CONFER_TRY(Lowered inner, lower(*node.inputs[1], &inner_frame));
    Carried carried = carry_live(outer.layout, node, frame);
    OptionalApply::Spec spec;
    spec.inner = carry_more(inner.layout, node, carried.layout);
    spec.outer = std::move(carried.columns);
    spec.kinds = carried.layout.kinds();
    outer.op = std::make_unique<OptionalApply>(std::move(outer.op), std::move(inner.op), std::move(spec));
    outer.layout = std::move(carried.layout);
    return outer;
}

Result<Lowered> Lowering::lower_op(const plan::SemiApply& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered outer, input(node, frame));
    const FrameLayout inner_frame = frame_around(outer.layout);
    CONFER_TRY(Lowered inner, lower(*node.inputs[1], &inner_frame));
    outer.op = std::make_unique<SemiApply>(std::move(outer.op), std::move(inner.op), op.anti);
    return outer;
}

Result<Lowered> Lowering::lower_op(const plan::SubqueryApply& op, const plan::Node& node, const FrameLayout* frame) {
    using Form = typed::Subquery::Form;
    CONFER_TRY(Lowered outer, input(node, frame));
    const FrameLayout inner_frame = frame_around(outer.layout);
    CONFER_TRY(Lowered inner, lower(*node.inputs[1], &inner_frame));
    SubqueryApply::Spec spec{.form = op.form, .result = nullptr, .out = {}, .span = {}};
    ColumnKind kind = op.form == Form::exists ? ColumnKind::boolean : ColumnKind::integer;
    if (op.result) {
        CONFER_TRY(spec.result, compile_on(*op.result, inner.layout));
        spec.span = op.result->span;
    }
    if (op.form == Form::collect) kind = ColumnKind::value;
    spec.out = outer.layout.add(op.out, kind);
    outer.op = std::make_unique<SubqueryApply>(std::move(outer.op), std::move(inner.op), std::move(spec));
    return outer;
}

Result<Lowered> Lowering::lower_op(const plan::Fold& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered outer, input(node, frame));
    Fold::Spec spec{
        .initial = nullptr, .list = nullptr, .accumulator = {}, .element = {}, .body = {}, .span = op.list->span};
    CONFER_TRY(spec.initial, compile_on(*op.initial, outer.layout));
    CONFER_TRY(spec.list, compile_on(*op.list, outer.layout));
    spec.accumulator = outer.layout.add(op.accumulator, ColumnKind::value);
    spec.element = outer.layout.add(op.variable, ColumnKind::value);
    const FrameLayout inner_frame = frame_around(outer.layout);
    CONFER_TRY(Lowered inner, lower(*node.inputs[1], &inner_frame));
    spec.body = inner.layout.slot(op.body);
    outer.op = std::make_unique<Fold>(std::move(outer.op), std::move(inner.op), std::move(spec));
    outer.layout.alias(op.out, op.accumulator);
    return outer;
}

namespace {

// What both joins share: the columns of both sides.
JoinSpec join_columns(Carried& carried, std::vector<Carry> right) {
    JoinSpec spec;
    spec.left = std::move(carried.columns);
    spec.right = std::move(right);
    for (const Carry& carry : spec.right) spec.right_kinds.push_back(carried.layout.kind(carry.to));
    spec.kinds = carried.layout.kinds();
    return spec;
}

}  // namespace

Result<Lowered> Lowering::lower_op(const plan::HashJoin& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered left, input(node, frame));
    CONFER_TRY(Lowered right, lower(*node.inputs[1], nullptr));
    Carried carried = carry_live(left.layout, node, frame);
    std::vector<Carry> from_right = carry_more(right.layout, node, carried.layout);
    JoinSpec spec = join_columns(carried, std::move(from_right));
    spec.tag = tag_slot(left.layout, frame);
    for (std::size_t i = 0; i < op.left.size(); ++i) {
        CONFER_TRY(EvaluatorPtr left_key, compile_on(*op.left[i], left.layout));
        CONFER_TRY(EvaluatorPtr right_key, compile_on(*op.right[i], right.layout));
        spec.left_keys.push_back(std::move(left_key));
        spec.right_keys.push_back(std::move(right_key));
    }
    left.op = std::make_unique<HashJoin>(std::move(left.op), std::move(right.op), std::move(spec));
    left.layout = std::move(carried.layout);
    return left;
}

Result<Lowered> Lowering::lower_op(const plan::CrossProduct&, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered left, input(node, frame));
    CONFER_TRY(Lowered right, lower(*node.inputs[1], nullptr));
    Carried carried = carry_live(left.layout, node, frame);
    std::vector<Carry> from_right = carry_more(right.layout, node, carried.layout);
    JoinSpec spec = join_columns(carried, std::move(from_right));
    spec.tag = tag_slot(left.layout, frame);
    left.op = std::make_unique<CrossProduct>(std::move(left.op), std::move(right.op), std::move(spec));
    left.layout = std::move(carried.layout);
    return left;
}

Result<Lowered> Lowering::lower_op(const plan::Union& op, const plan::Node& node, const FrameLayout* frame) {
    std::vector<Lowered> parts;
    for (const plan::NodePtr& part : node.inputs) {
        CONFER_TRY(Lowered lowered, lower(*part, frame));
        parts.push_back(std::move(lowered));
    }
    Layout layout;
    if (frame != nullptr) layout.add(frame->tag, ColumnKind::node);
    std::vector<std::vector<Carry>> carried(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (frame != nullptr) carried[i].push_back({parts[i].layout.slot(frame->tag), 0});
    for (std::size_t column = 0; column < op.to.size(); ++column) {
        if (!is_live(op.to[column], node)) continue;
        const auto from = [&](std::size_t i) { return parts[i].layout.slot(op.from[i][column]); };
        ColumnKind kind = parts[0].layout.kind(from(0));
        for (std::size_t i = 1; i < parts.size(); ++i)
            if (parts[i].layout.kind(from(i)) != kind) kind = ColumnKind::value;
        const std::uint32_t to = layout.add(op.to[column], kind);
        for (std::size_t i = 0; i < parts.size(); ++i) carried[i].push_back({from(i), to});
    }
    std::vector<Union::Part> inputs;
    for (std::size_t i = 0; i < parts.size(); ++i) inputs.push_back({std::move(parts[i].op), std::move(carried[i])});
    auto unioned = std::make_unique<Union>(std::move(inputs), layout.kinds());
    return Lowered{std::move(unioned), std::move(layout)};
}

}  // namespace confer::engine::exec
