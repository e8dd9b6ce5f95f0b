// Names of labels and types become ids here; one that the graph does not have matches nothing.
#include "exec/lower_internal.h"
#include "exec/ops/endpoints.h"
#include "exec/ops/id_seek.h"
#include "exec/ops/scan.h"
#include "plan/expr_tree.h"

namespace confer::engine::exec {

using typed::Towards;
using typed::VarId;

std::vector<Leg> Lowering::legs(const typed::LabelTest* types, Towards towards) const {
    std::vector<Leg> legs;
    for (std::size_t i = 0; i < graph_.topology().type_count(); ++i) {
        const auto type = static_cast<TypeId>(i);
        if (types != nullptr && !plan::accepts(*types, graph_.types().name(type))) continue;
        if (towards != Towards::incoming) legs.push_back({type, Direction::outgoing});
        if (towards != Towards::outgoing) legs.push_back({type, Direction::incoming, towards == Towards::either});
    }
    return legs;
}

Result<Lowered> Lowering::lower_op(const plan::AllNodes& op, const plan::Node& node, const FrameLayout*) {
    Layout layout;
    const bool wanted = add_live(op.node, ColumnKind::node, node, layout) != Layout::absent;
    return Lowered{std::make_unique<NodeScan>(graph_.present_node_count(), wanted, scan_by_morsels()),
                   std::move(layout)};
}

Result<Lowered> Lowering::lower_op(const plan::LabelScan& op, const plan::Node& node, const FrameLayout*) {
    Layout layout;
    const bool wanted = add_live(op.node, ColumnKind::node, node, layout) != Layout::absent;
    const auto label = graph_.labels().find(op.label);
    const std::span<const NodeId> nodes = label ? graph_.nodes_with(*label) : std::span<const NodeId>();
    return Lowered{std::make_unique<NodeScan>(nodes, wanted, scan_by_morsels()), std::move(layout)};
}

Result<Lowered> Lowering::lower_op(const plan::IdSeek& op, const plan::Node& node, const FrameLayout* frame) {
    Lowered below;
    if (node.inputs.empty()) {
        below.op = std::make_unique<SingleRow>();
        frame = nullptr;
    } else {
        CONFER_TRY(below, input(node, frame));
    }
    CONFER_TRY(EvaluatorPtr id, compile_on(*op.id, below.layout));
    Carried carried = carry_live(below.layout, node, frame);
    IdSeek::Spec spec{
        .id = std::move(id), .any_of = op.any_of, .span = op.id->span, .node = {}, .carried = {}, .kinds = {}};
    spec.node = add_live(op.node, ColumnKind::node, node, carried.layout);
    spec.carried = std::move(carried.columns);
    spec.kinds = carried.layout.kinds();
    return Lowered{std::make_unique<IdSeek>(std::move(below.op), std::move(spec)), std::move(carried.layout)};
}

Result<Lowered> Lowering::lower_op(const plan::Expand& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    Carried carried = carry_live(below.layout, node, frame);
    ExpandSpec spec;
    spec.from = slot(op.from, below.layout);
    if (op.into) spec.to = slot(op.to, below.layout);
    spec.legs = legs(op.types.get(), op.towards);
    for (const VarId other : op.distinct_from) spec.distinct_from.push_back(slot(other, below.layout));
    spec.tag = tag_slot(below.layout, frame);
    if (!op.into) spec.new_node = add_live(op.to, ColumnKind::node, node, carried.layout);
    spec.relationship = add_live(op.relationship, ColumnKind::relationship, node, carried.layout);
    spec.carried = std::move(carried.columns);
    spec.kinds = carried.layout.kinds();
    if (op.into)
        below.op = std::make_unique<ExpandInto>(std::move(below.op), std::move(spec));
    else
        below.op = std::make_unique<Expand>(std::move(below.op), std::move(spec));
    below.layout = std::move(carried.layout);
    return below;
}

Result<Lowered> Lowering::lower_op(const plan::Endpoints& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    Carried carried = carry_live(below.layout, node, frame);
    Endpoints::Spec spec;
    spec.relationship = slot(op.relationship, below.layout);
    spec.is_list = op.hops.has_value();
    if (op.hops) {
        spec.least = op.hops->least;
        spec.most = op.hops->most.value_or(spec.most);
    }
    for (const std::string& name : graph_.types().names())
        spec.types.push_back(op.types == nullptr || plan::accepts(*op.types, name));
    spec.outgoing = op.towards != Towards::incoming;
    spec.incoming = op.towards != Towards::outgoing;
    spec.same_ends = op.from == op.to;
    if (op.from_bound) spec.from = slot(op.from, below.layout);
    if (op.to_bound && !spec.same_ends) spec.to = slot(op.to, below.layout);
    if (!op.from_bound) spec.new_from = add_live(op.from, ColumnKind::node, node, carried.layout);
    if (!op.to_bound) spec.new_to = add_live(op.to, ColumnKind::node, node, carried.layout);
    spec.carried = std::move(carried.columns);
    spec.kinds = carried.layout.kinds();
    return Lowered{std::make_unique<Endpoints>(std::move(below.op), std::move(spec)), std::move(carried.layout)};
}

}  // namespace confer::engine::exec
