// Where several workers run at once: under operators that read all of their input, over a scan followed by steps that
// look at one row at a time.
#include "exec/lower_internal.h"
#include "exec/ops/gather.h"

namespace confer::engine::exec {

namespace {

// As many estimated rows along the way are about a millisecond.
constexpr double rows_for_workers = 200'000;

bool is_scan(const plan::Node& node) {
    return std::holds_alternative<plan::LabelScan>(node.op) || std::holds_alternative<plan::AllNodes>(node.op);
}

bool is_step(const plan::Node& node) {
    const auto* through = std::get_if<plan::CountThrough>(&node.op);
    return std::holds_alternative<plan::Filter>(node.op) || std::holds_alternative<plan::Compute>(node.op) ||
           std::holds_alternative<plan::Expand>(node.op) || std::holds_alternative<plan::VarExpand>(node.op) ||
           std::holds_alternative<plan::CountWays>(node.op) || (through != nullptr && through->into);
}

}  // namespace

// The relationships that a node has on average, seen from where the legs begin or from where they lead.
double Lowering::mean_degree(std::span<const Leg> legs, bool from_far_end) const {
    double degree = 0;
    for (const Leg& leg : legs) {
        const Direction direction = from_far_end ? reverse(leg.direction) : leg.direction;
        const Adjacency& adjacency = graph_.topology().adjacency(leg.type, direction);
        const NodeId nodes = adjacency.end_node() - adjacency.first_node();
        if (nodes > 0) degree += static_cast<double>(adjacency.size()) / nodes;
    }
    return degree;
}

// What a step looks at for each row of its input: for an intersection, the shorter list.
double Lowering::work_a_row(const plan::Node& step) const {
    const auto* common = std::get_if<plan::CountThrough>(&step.op);
    if (common == nullptr) return 1;
    const plan::Through& over = common->through;
    return 1 + std::min(mean_degree(legs(over.first_types.get(), over.first_towards), false),
                        mean_degree(legs(over.second_types.get(), over.second_towards), true));
}

Result<Lowered> Lowering::whole_input(const plan::Node& node, const FrameLayout* frame) {
    double rows = 0;
    const plan::Node* scan = node.inputs[0].get();
    for (; is_step(*scan); scan = scan->inputs[0].get()) rows += scan->inputs[0]->rows * work_a_row(*scan);
    if (frame != nullptr || !is_scan(*scan) || rows < rows_for_workers) return input(node, frame);

    std::size_t nodes = graph_.present_node_count();
    if (const auto* labelled = std::get_if<plan::LabelScan>(&scan->op)) {
        const auto label = graph_.labels().find(labelled->label);
        nodes = label ? graph_.nodes_with(*label).size() : 0;
    }
    wanted_top_.reset();
    scan_by_morsels_ = true;
    CONFER_TRY(Lowered below, input(node, frame));
    below.op = std::make_unique<Gather>(std::move(below.op), nodes);
    return below;
}

}  // namespace confer::engine::exec
