// Rule `late`: a node stands for what is read of it, until that is given out. Where no two nodes have the same `id`,
// rows are grouped by a node rather than by its id; and the first rows in an order are found before properties of
// their nodes become columns. Reading a property of a node never fails, so rows that go may go unread.
#include <algorithm>

#include "graph/property_graph.h"
#include "plan/expr_tree.h"
#include "plan/rewrite.h"

namespace confer::engine::plan {

namespace {

// The node that a property is read of, or no_variable.
VarId node_read_by(const typed::Expr& expr) {
    const auto* property = std::get_if<typed::Property>(&expr.node);
    if (property == nullptr || !property->object->type.is(Kind::node)) return typed::no_variable;
    return plain_variable(*property->object);
}

void compute_above(NodePtr& node, std::vector<typed::Binding> bindings) {
    auto above = std::make_unique<Node>();
    above->op = Compute{std::move(bindings)};
    above->rows = node->rows;
    above->inputs.push_back(std::move(node));
    node = std::move(above);
}

// `taken`: variables that come back above the grouping.
void group_by_nodes(NodePtr& node, const VarSet& taken) {
    std::vector<typed::Binding>& keys = std::get<Aggregate>(node->op).keys;
    std::vector<typed::Binding> ids, others;
    for (typed::Binding& key : keys) {
        const VarId variable = node_read_by(*key.expr);
        const bool is_id = variable != typed::no_variable && std::get<typed::Property>(key.expr->node).key == "id";
        const auto has_name = [&](const typed::Binding& other) { return other.variable == variable; };
        const bool named = std::any_of(keys.begin(), keys.end(), has_name);
        if (!is_id || named || taken.contains(variable)) {
            others.push_back(std::move(key));
            continue;
        }
        if (std::none_of(others.begin(), others.end(), has_name))
            others.push_back({variable, typed::clone(*std::get<typed::Property>(key.expr->node).object)});
        if (std::binary_search(node->live.begin(), node->live.end(), key.variable)) ids.push_back(std::move(key));
    }
    keys = std::move(others);
    if (!ids.empty()) compute_above(node, std::move(ids));
}

// Whether the keys read it as it is, or not at all.
bool may_wait(const typed::Binding& binding, const std::vector<typed::SortKey>& keys) {
    const VarId node = node_read_by(*binding.expr);
    if (node == typed::no_variable || node == binding.variable) return false;
    return std::all_of(keys.begin(), keys.end(), [&](const typed::SortKey& key) {
        return plain_variable(*key.expr) == binding.variable || !free_variables(*key.expr).contains(binding.variable);
    });
}

void order_before_reading(NodePtr& node) {
    Top& top = std::get<Top>(node->op);
    auto* compute = std::get_if<Compute>(&node->inputs[0]->op);
    if (compute == nullptr) return;
    const auto waiting =
        std::stable_partition(compute->bindings.begin(), compute->bindings.end(),
                              [&](const typed::Binding& binding) { return !may_wait(binding, top.keys); });
    std::vector<typed::Binding> late(std::make_move_iterator(waiting),
                                     std::make_move_iterator(compute->bindings.end()));
    compute->bindings.erase(waiting, compute->bindings.end());
    if (compute->bindings.empty()) node->inputs[0] = NodePtr(std::move(node->inputs[0]->inputs[0]));
    if (late.empty()) return;
    for (typed::SortKey& key : top.keys)
        for (const typed::Binding& binding : late)
            if (plain_variable(*key.expr) == binding.variable) {
                key.expr = typed::clone(*binding.expr);
                break;
            }
    compute_above(node, std::move(late));
}

void visit(NodePtr& node, bool ids_are_keys, VarSet taken) {
    if (const auto* recall = std::get_if<Recall>(&node->op)) taken.insert(std::span<const VarId>(recall->variables));
    for (NodePtr& input : node->inputs) visit(input, ids_are_keys, taken);
    if (ids_are_keys && std::holds_alternative<Aggregate>(node->op)) {
        group_by_nodes(node, taken);
    } else if (std::holds_alternative<Top>(node->op)) {
        order_before_reading(node);
    }
}

}  // namespace

void read_properties_late(Plan& plan, const PropertyGraph& graph) {
    visit(plan.root, graph.statistics().ids_are_keys(), {});
}

}  // namespace confer::engine::plan
