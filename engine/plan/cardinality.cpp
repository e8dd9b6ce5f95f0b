// Samples are taken at even strides, so that the same graph always gives the same plan.
#include "plan/cardinality.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "plan/expr_tree.h"
#include "value/compare.h"

namespace confer::engine::plan {

using namespace typed;

namespace {

constexpr std::size_t sample_size = 64;

constexpr double equality_guess = 0.1, range_guess = 0.3, text_guess = 0.1, other_guess = 0.5;

bool holds(const LabelTest& test, const PropertyGraph& graph, NodeId node) {
    switch (test.op) {
        case LabelTest::Op::name: {
            const auto label = graph.labels().find(test.name);
            return label && graph.has_label(node, *label);
        }
        case LabelTest::Op::any:
            return !graph.labels_of(node).empty();
        case LabelTest::Op::negation:
            return !holds(*test.parts.front(), graph, node);
        case LabelTest::Op::conjunction:
            return std::all_of(test.parts.begin(), test.parts.end(),
                               [&](const LabelTestPtr& part) { return holds(*part, graph, node); });
        case LabelTest::Op::disjunction:
            return std::any_of(test.parts.begin(), test.parts.end(),
                               [&](const LabelTestPtr& part) { return holds(*part, graph, node); });
    }
    return false;
}

bool is_constant(const Expr& expr) {
    return std::holds_alternative<Constant>(expr.node) || std::holds_alternative<Parameter>(expr.node);
}

}  // namespace

double Cardinality::nodes_with(std::string_view label) const {
    const auto id = graph_->labels().find(label);
    return id ? static_cast<double>(graph_->nodes_with(*id).size()) : 0;
}

double Cardinality::nodes_with(const LabelTest* test) const {
    if (test == nullptr) return all_nodes();
    const double all = all_nodes();
    if (all == 0) return 0;
    switch (test->op) {
        case LabelTest::Op::name:
            return nodes_with(test->name);
        case LabelTest::Op::any:
            return all;
        case LabelTest::Op::negation:
            return std::max(0.0, all - nodes_with(test->parts.front().get()));
        case LabelTest::Op::conjunction: {
            double rows = all;  // labels usually imply each other, so the rarest one decides
            for (const LabelTestPtr& part : test->parts) rows = std::min(rows, nodes_with(part.get()));
            return rows;
        }
        case LabelTest::Op::disjunction: {
            double rows = 0;
            for (const LabelTestPtr& part : test->parts) rows += nodes_with(part.get());
            return std::min(rows, all);
        }
    }
    return all;
}

double Cardinality::relationships(const LabelTest* types, Towards towards, const LabelTest* from,
                                  const LabelTest* to) const {
    const Topology& topology = graph_->topology();
    double total = 0;
    for (std::size_t type = 0; type < topology.type_count(); ++type) {
        if (types != nullptr && !accepts(*types, graph_->types().name(static_cast<TypeId>(type)))) continue;
        const EdgeId first = topology.first_edge(type), last = topology.first_edge(type + 1);
        if (first == last) continue;
        const double count = last - first;
        if (from == nullptr && to == nullptr) {
            total += towards == Towards::either ? 2 * count : count;
            continue;
        }
        const std::size_t samples = std::min<std::size_t>(sample_size, last - first);
        double forward = 0, backward = 0;
        for (std::size_t i = 0; i < samples; ++i) {
            const EdgeEnds ends = topology.ends(first + static_cast<EdgeId>(i * (last - first) / samples));
            const auto fits = [&](NodeId start, NodeId end) {
                return (from == nullptr || holds(*from, *graph_, start)) && (to == nullptr || holds(*to, *graph_, end));
            };
            if (towards != Towards::incoming && fits(ends.source, ends.target)) forward += 1;
            if (towards != Towards::outgoing && fits(ends.target, ends.source)) backward += 1;
        }
        // Nothing seen is not nothing there, unless everything was seen.
        const double unseen = samples == last - first ? 0 : 0.5;
        total += count * std::max(forward + backward, unseen) / static_cast<double>(samples);
    }
    return total;
}

double Cardinality::equality_selectivity(const Expr& a, const Expr& b) const {
    const Expr& object = is_constant(a) ? b : a;
    const auto* property = std::get_if<Property>(&object.node);
    if (property == nullptr || !property->object->type.is(Kind::node)) return equality_guess;
    if (property->key == "id") return 1 / std::max(1.0, all_nodes());
    const auto key = graph_->keys().find(property->key);
    const PropertyColumn* column = key ? graph_->node_column(*key) : nullptr;
    if (column == nullptr || column->present_count() == 0) return equality_guess;
    std::vector<Value> seen;
    const std::size_t stride = std::max<std::size_t>(1, column->size() / sample_size);
    std::size_t taken = 0;
    for (std::size_t row = 0; row < column->size() && taken < sample_size; row += stride) {
        if (!column->has(row)) continue;
        ++taken;
        Value value = column->get(row);
        if (std::none_of(seen.begin(), seen.end(), [&](const Value& other) { return equivalent(other, value); }))
            seen.push_back(std::move(value));
    }
    if (taken == 0) return equality_guess;
    // All different in the sample: probably all different everywhere.
    const bool unique = seen.size() == taken && taken > 8;
    return 1 / static_cast<double>(unique ? column->present_count() : seen.size());
}

double Cardinality::selectivity(const Expr& condition) const {
    if (std::holds_alternative<HasLabels>(condition.node)) return 1;  // counted by nodes_with and relationships
    const auto* operation = std::get_if<Operation>(&condition.node);
    if (operation == nullptr) return other_guess;
    const auto part = [&](std::size_t i) { return selectivity(*operation->operands[i]); };
    switch (operation->op) {
        case Op::and_: {
            double share = 1;
            for (std::size_t i = 0; i < operation->operands.size(); ++i) share *= part(i);
            return share;
        }
        case Op::or_: {
            double none = 1;
            for (std::size_t i = 0; i < operation->operands.size(); ++i) none *= 1 - part(i);
            return std::max(1 - none, 1e-6);
        }
        case Op::not_:
            return std::clamp(1 - part(0), 0.05, 1.0);
        case Op::equal:
            return equality_selectivity(*operation->operands[0], *operation->operands[1]);
        case Op::not_equal:
        case Op::is_not_null:
            return 0.9;
        case Op::is_null:
            return equality_guess;
        case Op::less:
        case Op::less_equal:
        case Op::greater:
        case Op::greater_equal:
            return range_guess;
        case Op::in: {
            const auto* list = std::get_if<List>(&operation->operands[1]->node);
            const double items = list == nullptr ? 5 : static_cast<double>(list->items.size());
            const double each = equality_selectivity(*operation->operands[0], *operation->operands[1]);
            return std::clamp(items * each, 1e-9, 0.9);
        }
        case Op::starts_with:
        case Op::ends_with:
        case Op::contains:
        case Op::matches:
            return text_guess;
        default:
            return other_guess;
    }
}

bool Cardinality::types_overlap(const LabelTest* a, const LabelTest* b) const {
    const auto fits = [](const LabelTest* test, std::string_view name) {
        return test == nullptr || accepts(*test, name);
    };
    const auto& names = graph_->types().names();
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return fits(a, name) && fits(b, name); });
}

namespace {

// Whether two ascending lists may have a node in common: from one to the other in long steps, but not without end.
bool may_meet(std::span<const NodeId> a, std::span<const NodeId> b) {
    constexpr int most_steps = 4096;
    for (int step = 0; step < most_steps && !a.empty() && !b.empty(); ++step) {
        if (a.front() == b.front()) return true;
        if (b.front() < a.front()) std::swap(a, b);
        a = {std::lower_bound(a.begin(), a.end(), b.front()), a.end()};
    }
    return !a.empty() && !b.empty();
}

}  // namespace

bool Cardinality::may_be_same_node(const LabelTest* a, const LabelTest* b) const {
    if (a == nullptr || b == nullptr) return true;
    if (a->op == LabelTest::Op::conjunction)
        return std::all_of(a->parts.begin(), a->parts.end(),
                           [&](const LabelTestPtr& part) { return may_be_same_node(part.get(), b); });
    if (b->op == LabelTest::Op::conjunction) return may_be_same_node(b, a);
    if (a->op != LabelTest::Op::name || b->op != LabelTest::Op::name || a->name == b->name) return true;
    const auto one = graph_->labels().find(a->name), other = graph_->labels().find(b->name);
    return one && other && may_meet(graph_->nodes_with(*one), graph_->nodes_with(*other));
}

}  // namespace confer::engine::plan
