// Walks of several relationships, and the paths made of them.
#include "exec/lower_internal.h"
#include "exec/ops/make_path.h"
#include "exec/ops/reach.h"
#include "exec/ops/select_paths.h"
#include "exec/ops/shortest_walk.h"
#include "exec/ops/turn_lists.h"
#include "exec/ops/var_expand.h"
#include "plan/expr_tree.h"

namespace confer::engine::exec {

using typed::VarId;

// Each step knows the columns of the input, and those of its turn so far.
Result<std::vector<WalkStep>> Lowering::turn(const std::vector<plan::WalkStep>& steps, const Layout& layout) const {
    struct Known {
        VarId variable;
        WalkStep::Past past;
    };
    std::vector<Known> known;
    Layout inside = layout;
    const auto add = [&](VarId variable, bool is_node, std::size_t position) {
        if (variable == typed::no_variable) return Layout::absent;
        const std::uint32_t column = inside.add(variable, is_node ? ColumnKind::node : ColumnKind::relationship);
        known.push_back({variable, {column, is_node, static_cast<std::uint32_t>(position)}});
        return column;
    };
    add(steps.front().from, true, 0);
    std::vector<WalkStep> turn;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::size_t before = known.size();
        WalkStep step;
        step.legs = legs(steps[i].types.get(), steps[i].towards);
        step.relationship = add(steps[i].relationship, false, i);
        step.node = add(steps[i].to, true, i + 1);
        step.kinds = inside.kinds();
        plan::VarSet needed;
        for (const typed::ExprPtr& condition : steps[i].conditions) {
            CONFER_TRY(EvaluatorPtr compiled, compile_on(*condition, inside));
            step.conditions.push_back(std::move(compiled));
            needed.insert(plan::free_variables(*condition));
        }
        for (std::size_t k = 0; k < known.size(); ++k) {
            if (needed.contains(known[k].variable) && k < before) step.past.push_back(known[k].past);
            needed.erase(known[k].variable);
        }
        for (const VarId variable : needed.to_vector()) step.read.push_back(layout.slot(variable));
        turn.push_back(std::move(step));
    }
    return turn;
}

Result<WalkSpec> Lowering::walk(const plan::Walk& op, const Layout& layout, const FrameLayout* frame) const {
    WalkSpec spec;
    spec.ends.from = slot(op.from, layout);
    if (op.into) spec.ends.to = slot(op.to, layout);
    spec.ends.tag = tag_slot(layout, frame);
    CONFER_TRY(spec.turn, turn(op.turn, layout));
    spec.least = op.hops.least;
    spec.most = op.hops.most.value_or(spec.most);
    spec.reversed = op.reversed;
    return spec;
}

Result<Lowered> Lowering::lower_op(const plan::VarExpand& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    CONFER_TRY(WalkSpec spec, walk(op.walk, below.layout, frame));
    Carried carried = carry_live(below.layout, node, frame);
    for (const VarId other : op.distinct_from) spec.ends.distinct_from.push_back(slot(other, below.layout));
    if (!op.walk.into) spec.ends.new_node = add_live(op.walk.to, ColumnKind::node, node, carried.layout);
    if (!op.reach_only)
        spec.ends.relationship = add_live(op.walk.relationships, ColumnKind::value, node, carried.layout);
    spec.length = add_live(op.walk.length, ColumnKind::integer, node, carried.layout);
    spec.ends.carried = std::move(carried.columns);
    spec.ends.kinds = carried.layout.kinds();
    if (op.reach_only)
        below.op = std::make_unique<Reach>(std::move(below.op), std::move(spec));
    else
        below.op = std::make_unique<VarExpand>(std::move(below.op), std::move(spec));
    below.layout = std::move(carried.layout);
    return below;
}

Result<Lowered> Lowering::lower_op(const plan::ShortestWalk& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    ShortestWalk::Spec spec;
    CONFER_TRY(spec.walk, walk(op.walk, below.layout, frame));
    CONFER_TRY(spec.backward, backward(op.walk, below.layout));
    CONFER_TRY(spec.count, row_count(op.selector.count.get(), "SHORTEST"));
    spec.groups = op.selector.groups;
    spec.ends_differ = op.selector.ends_differ;
    Carried carried = carry_live(below.layout, node, frame);
    ExpandSpec& ends = spec.walk.ends;
    if (!op.walk.into) ends.new_node = add_live(op.walk.to, ColumnKind::node, node, carried.layout);
    ends.relationship = add_live(op.walk.relationships, ColumnKind::value, node, carried.layout);
    spec.walk.length = add_live(op.walk.length, ColumnKind::integer, node, carried.layout);
    ends.carried = std::move(carried.columns);
    ends.kinds = carried.layout.kinds();
    below.op = std::make_unique<ShortestWalk>(std::move(below.op), std::move(spec));
    below.layout = std::move(carried.layout);
    return below;
}

// The only step of a turn, walked from its end.
Result<std::vector<WalkStep>> Lowering::backward(const plan::Walk& op, const Layout& layout) const {
    using typed::Towards;
    std::vector<plan::WalkStep> steps;
    for (std::size_t i = op.turn.size(); i-- > 0;) {
        const plan::WalkStep& step = op.turn[i];
        plan::WalkStep& turned = steps.emplace_back();
        turned.from = step.to;
        turned.relationship = step.relationship;
        turned.to = step.from;
        turned.towards = step.towards == Towards::either     ? Towards::either
                         : step.towards == Towards::outgoing ? Towards::incoming
                                                             : Towards::outgoing;
        turned.types = plan::clone_test(step.types.get());
        if (op.turn.size() > 1) continue;  // only for the distance, which conditions may lengthen
        for (const typed::ExprPtr& condition : step.conditions) turned.conditions.push_back(typed::clone(*condition));
    }
    return turn(steps, layout);
}

Result<Lowered> Lowering::lower_op(const plan::TurnLists& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    TurnLists::Spec spec{.from = below.layout.slot(op.from),
                         .relationships = below.layout.slot(op.relationships),
                         .steps = op.steps,
                         .lists = {},
                         .columns = 0};
    for (const typed::Turn::List& list : op.lists)
        spec.lists.push_back({below.layout.add(list.list, ColumnKind::value), list.of_nodes, list.position});
    spec.columns = below.layout.column_count();
    below.op = std::make_unique<TurnLists>(std::move(below.op), std::move(spec));
    return below;
}

Result<Lowered> Lowering::lower_op(const plan::MakePath& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    if (!is_live(op.path, node)) return below;
    std::vector<std::uint32_t> parts;
    for (const VarId part : op.parts) parts.push_back(below.layout.slot(part));
    below.layout.add(op.path, ColumnKind::value);
    below.op = std::make_unique<MakePath>(std::move(below.op), std::move(parts), below.layout.column_count());
    return below;
}

Result<Lowered> Lowering::lower_op(const plan::SelectPaths& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    SelectPaths::Spec spec;
    spec.path = below.layout.slot(op.path);
    if (frame != nullptr) spec.same.push_back(below.layout.slot(frame->tag));
    for (const VarId end : {op.from, op.to}) spec.same.push_back(below.layout.slot(end));
    CONFER_TRY(spec.count, row_count(op.selector.count.get(), "SHORTEST"));
    spec.groups = op.selector.groups;
    Carried carried = carry_live(below.layout, node, frame);
    spec.carried = std::move(carried.columns);
    spec.kinds = carried.layout.kinds();
    below.op = std::make_unique<SelectPaths>(std::move(below.op), std::move(spec));
    below.layout = std::move(carried.layout);
    return below;
}

}  // namespace confer::engine::exec
