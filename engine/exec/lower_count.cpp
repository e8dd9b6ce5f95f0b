// Operators that count, and what an exact knowledge of the graph spares: tests of labels that a relationship's ends
// always have, and grouping where each row is a group of its own.
#include "exec/lower_internal.h"
#include "exec/ops/count_common.h"
#include "exec/ops/count_ways.h"
#include "exec/ops/filter.h"
#include "exec/ops/sparse_product.h"
#include "plan/expr_tree.h"
#include "plan/liveness.h"

namespace confer::engine::exec {

using typed::VarId;

// ---- labels

bool Lowering::always_reach(std::span<const Leg> legs, const typed::LabelTest& labels) const {
    using Op = typed::LabelTest::Op;
    if (labels.op == Op::conjunction)
        return std::all_of(labels.parts.begin(), labels.parts.end(),
                           [&](const typed::LabelTestPtr& part) { return always_reach(legs, *part); });
    if (labels.op != Op::name) return false;
    const auto label = graph_.labels().find(labels.name);
    return label && std::all_of(legs.begin(), legs.end(), [&](const Leg& leg) {
               return graph_.statistics().always_reaches(leg.type, leg.direction, *label);
           });
}

bool Lowering::is_implied(const typed::Expr& condition, const plan::Node& below) const {
    const auto* has = std::get_if<typed::HasLabels>(&condition.node);
    const VarId variable = has == nullptr ? typed::no_variable : plan::plain_variable(*has->object);
    if (variable == typed::no_variable) return false;
    const plan::Node* node = &below;
    while (!plan::adds(*node).contains(variable)) {
        if (node->inputs.empty()) return false;
        node = node->inputs[0].get();
    }
    if (const auto* expand = std::get_if<plan::Expand>(&node->op))
        return always_reach(legs(expand->types.get(), expand->towards), *has->test);
    if (const auto* through = std::get_if<plan::CountThrough>(&node->op))
        return always_reach(legs(through->through.second_types.get(), through->through.second_towards), *has->test);
    return false;
}

std::optional<SymbolTest> Lowering::test_unless_implied(const typed::LabelTest* labels,
                                                        std::span<const Leg> legs) const {
    if (labels == nullptr || always_reach(legs, *labels)) return std::nullopt;
    return settle(*labels, graph_.labels());
}

// ---- operators

WaysSpec Lowering::lower_ways(const plan::Ways& ways, const Layout& layout, std::size_t& memories) const {
    WaysSpec lowered;
    lowered.apart = ways.apart;
    for (const plan::WayOn& way : ways.each) {
        WaySpec& spec = lowered.each.emplace_back();
        spec.legs = legs(way.types.get(), way.towards);
        spec.labels = test_unless_implied(way.labels.get(), spec.legs);
        for (const VarId other : way.distinct_from) spec.distinct_from.push_back(slot(other, layout));
        for (const VarId other : way.unequal) spec.unequal.push_back(slot(other, layout));
        spec.further = lower_ways(way.further, layout, memories);
        if (!spec.further.each.empty()) spec.memory = memories++;
    }
    return lowered;
}

Result<Lowered> Lowering::lower_op(const plan::CountWays& op, const plan::Node& node, const FrameLayout* frame) {
    CONFER_TRY(Lowered below, input(node, frame));
    CountWays::Spec spec;
    spec.from = slot(op.from, below.layout);
    spec.ways = lower_ways(op.ways, below.layout, spec.memories);
    spec.count = below.layout.add(op.count, ColumnKind::integer);
    below.op = std::make_unique<CountWays>(std::move(below.op), std::move(spec));
    return below;
}

Result<Lowered> Lowering::lower_op(const plan::CountThrough& op, const plan::Node& node, const FrameLayout* frame) {
    const std::optional<WantedTop> top = std::exchange(wanted_top_, std::nullopt);
    CONFER_TRY(Lowered below, input(node, frame));
    ThroughSpec through;
    through.first = legs(op.through.first_types.get(), op.through.first_towards);
    through.second = legs(op.through.second_types.get(), op.through.second_towards);
    std::vector<Leg> back = through.second;
    for (Leg& leg : back) leg.direction = reverse(leg.direction);
    through.labels = test_unless_implied(op.through.labels.get(), through.first);
    if (through.labels && always_reach(back, *op.through.labels)) through.labels.reset();
    through.distinct = op.through.distinct;
    if (op.into) {
        CountCommon::Spec spec{slot(op.from, below.layout), slot(op.to, below.layout), std::move(through), {}};
        spec.count = below.layout.add(op.count, ColumnKind::integer);
        below.op = std::make_unique<CountCommon>(std::move(below.op), std::move(spec));
        return below;
    }

    Carried carried = carry_live(below.layout, node, frame);
    SparseProduct::Spec spec;
    spec.from = slot(op.from, below.layout);
    spec.through = std::move(through);
    if (node.inputs.size() > 1) {
        CONFER_TRY(Lowered ends, lower(*node.inputs[1], nullptr));
        spec.end = slot(op.to, ends.layout);
        spec.ends = std::move(ends.op);
    }
    spec.order = op.order;
    if (top && top->variable == op.count) {
        CONFER_TRY(RowCount limit, row_count(top->limit, "LIMIT"));
        CONFER_TRY(RowCount skip, row_count(top->skip, "SKIP"));
        spec.most.emplace(std::move(limit), std::move(skip));
    }
    spec.tag = tag_slot(below.layout, frame);
    spec.new_node = add_live(op.to, ColumnKind::node, node, carried.layout);
    spec.count = add_live(op.count, ColumnKind::integer, node, carried.layout);
    spec.carried = std::move(carried.columns);
    spec.kinds = carried.layout.kinds();
    below.op = std::make_unique<SparseProduct>(std::move(below.op), std::move(spec));
    below.layout = std::move(carried.layout);
    return below;
}

// ---- groups of one row

// Variables that no two rows have in common all together; nothing when not known.
std::optional<plan::VarSet> Lowering::identity_of(const plan::Node& node) const {
    const auto of_input = [&] { return identity_of(*node.inputs[0]); };
    const auto with = [](std::optional<plan::VarSet> set, VarId variable) {
        if (set) set->insert(variable);
        return set;
    };
    if (std::holds_alternative<plan::SingleRow>(node.op)) return plan::VarSet{};
    if (const auto* all = std::get_if<plan::AllNodes>(&node.op)) return plan::VarSet{all->node};
    if (const auto* scan = std::get_if<plan::LabelScan>(&node.op)) return plan::VarSet{scan->node};
    if (std::holds_alternative<plan::Filter>(node.op) || std::holds_alternative<plan::CountWays>(node.op))
        return of_input();
    if (const auto* distinct = std::get_if<plan::Distinct>(&node.op)) {
        plan::VarSet set;
        set.insert(std::span<const VarId>(distinct->variables));
        return set;
    }
    if (const auto* seek = std::get_if<plan::IdSeek>(&node.op)) {
        std::optional<plan::VarSet> set = node.inputs.empty() ? plan::VarSet{} : of_input();
        return seek->any_of || graph_.ids_repeat() ? with(std::move(set), seek->node) : set;
    }
    if (const auto* through = std::get_if<plan::CountThrough>(&node.op))
        return through->into ? of_input() : with(of_input(), through->to);
    if (const auto* expand = std::get_if<plan::Expand>(&node.op)) {
        const std::vector<Leg> ways = legs(expand->types.get(), expand->towards);
        if (ways.size() != 1 || graph_.statistics().has_parallel(ways.front().type))
            return with(of_input(), expand->relationship);
        return expand->into ? of_input() : with(of_input(), expand->to);
    }
    if (std::holds_alternative<plan::CrossProduct>(node.op)) {
        std::optional<plan::VarSet> left = of_input(), right = identity_of(*node.inputs[1]);
        if (!left || !right) return std::nullopt;
        left->insert(*right);
        return left;
    }
    return std::nullopt;
}

// Whether the expression is a count that an operator below adds, or a product of such.
bool Lowering::is_count(const typed::Expr& expr, const plan::Node& below) const {
    if (const auto* operation = std::get_if<typed::Operation>(&expr.node)) {
        return operation->op == typed::Op::multiply &&
               std::all_of(operation->operands.begin(), operation->operands.end(),
                           [&](const typed::ExprPtr& part) { return is_count(*part, below); });
    }
    const VarId variable = plan::plain_variable(expr);
    for (const plan::Node* node = &below; variable != typed::no_variable; node = node->inputs[0].get()) {
        if (const auto* ways = std::get_if<plan::CountWays>(&node->op); ways != nullptr && ways->count == variable)
            return true;
        if (const auto* over = std::get_if<plan::CountThrough>(&node->op); over != nullptr && over->count == variable)
            return true;
        if (node->inputs.empty()) return false;
    }
    return false;
}

bool Lowering::groups_are_rows(const plan::Aggregate& op, const plan::Node& node) const {
    if (op.keys.empty()) return false;
    for (const typed::AggregateCall& call : op.aggregates)
        if (call.distinct || call.function->fast != AggregateSpec::Fast::sum ||
            !is_count(*call.arguments.front(), *node.inputs[0]))
            return false;
    plan::VarSet keys;
    for (const typed::Binding& key : op.keys) keys.insert(plan::plain_variable(*key.expr));
    const std::optional<plan::VarSet> identity = identity_of(*node.inputs[0]);
    return identity && keys.includes(*identity);
}

Result<Lowered> Lowering::lower_rows_as_groups(const plan::Aggregate& op, const plan::Node& node) {
    if (wanted_top_) {
        const VarId wanted = wanted_top_->variable;
        const auto call = std::find_if(op.aggregates.begin(), op.aggregates.end(),
                                       [&](const typed::AggregateCall& one) { return one.variable == wanted; });
        wanted_top_->variable =
            call == op.aggregates.end() ? typed::no_variable : plan::plain_variable(*call->arguments.front());
    }
    CONFER_TRY(Lowered below, input(node, nullptr));
    Layout layout = below.layout;
    std::vector<Compute::Item> items;
    const auto compute = [&](VarId variable, const typed::Expr& expr) -> Result<void> {
        if (!is_live(variable, node)) return {};
        const VarId same = plan::plain_variable(expr);
        if (same == variable) return {};
        if (same != typed::no_variable) {
            layout.alias(variable, same);
            return {};
        }
        CONFER_TRY(EvaluatorPtr compiled, compile_on(expr, below.layout));
        const std::uint32_t column = layout.add(variable, compiled->kind());
        items.push_back({std::move(compiled), column});
        return {};
    };
    for (const typed::Binding& key : op.keys) CONFER_CHECK(compute(key.variable, *key.expr));
    for (const typed::AggregateCall& call : op.aggregates)
        CONFER_CHECK(compute(call.variable, *call.arguments.front()));
    if (!items.empty())
        below.op = std::make_unique<Compute>(std::move(below.op), std::move(items), layout.column_count());
    below.layout = std::move(layout);
    return below;
}

// ---- the highest counts

namespace {

bool can_fail(const typed::Expr& expr) {
    if (const auto* property = std::get_if<typed::Property>(&expr.node))
        return !property->object->type.is(Kind::node) || plan::plain_variable(*property->object) == typed::no_variable;
    return plan::plain_variable(expr) == typed::no_variable && !std::holds_alternative<typed::Constant>(expr.node);
}

}  // namespace

// Rows that can't be among the first need not be found: if the first key is a count, whoever counts may know.
void Lowering::want_top(const plan::Top& op) {
    const VarId variable = plan::plain_variable(*op.keys.front().expr);
    if (!op.keys.front().descending || variable == typed::no_variable) return;
    if (std::any_of(op.keys.begin(), op.keys.end(), [](const typed::SortKey& key) { return can_fail(*key.expr); }))
        return;
    wanted_top_ = WantedTop{variable, op.limit.get(), op.skip.get()};
}

void Lowering::want_top_through(const plan::Compute& op) {
    if (!wanted_top_) return;
    for (const typed::Binding& binding : op.bindings) {
        if (can_fail(*binding.expr)) {
            wanted_top_.reset();
            return;
        }
        if (binding.variable == wanted_top_->variable) wanted_top_->variable = plan::plain_variable(*binding.expr);
    }
}

}  // namespace confer::engine::exec
