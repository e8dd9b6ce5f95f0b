#include "plan/liveness.h"

#include "base/overloaded.h"
#include "plan/expr_tree.h"

namespace confer::engine::plan {

namespace {

VarSet of_expr(const typed::ExprPtr& expr) {
    return expr ? free_variables(*expr) : VarSet{};
}

VarSet of_exprs(const std::vector<typed::ExprPtr>& exprs) {
    VarSet set;
    for (const typed::ExprPtr& expr : exprs) set.insert(of_expr(expr));
    return set;
}

VarSet of_list(std::vector<VarId> variables) {
    VarSet set;
    set.insert(std::span<const VarId>(variables));
    return set;
}

VarSet of_keys(const std::vector<typed::SortKey>& keys) {
    VarSet set;
    for (const typed::SortKey& key : keys) set.insert(of_expr(key.expr));
    return set;
}

VarSet walk_reads(const Walk& walk) {
    VarSet set, inside;
    for (const WalkStep& step : walk.turn) {
        set.insert(of_exprs(step.conditions));
        for (const VarId variable : {step.from, step.relationship, step.to}) inside.insert(variable);
    }
    set.erase(inside);
    set.insert(walk.from);
    if (walk.into) set.insert(walk.to);
    return set;
}

VarSet walk_adds(const Walk& walk) {
    VarSet set{walk.relationships, walk.length};
    if (!walk.into) set.insert(walk.to);
    return set;
}

VarSet of_ways(const Ways& ways) {
    VarSet set;
    for (const WayOn& way : ways.each) {
        set.insert(of_list(way.distinct_from));
        set.insert(of_list(way.unequal));
        set.insert(of_ways(way.further));
    }
    return set;
}

bool has_subplan(const Node& node) {
    return std::holds_alternative<OptionalApply>(node.op) || std::holds_alternative<SemiApply>(node.op) ||
           std::holds_alternative<SubqueryApply>(node.op) || std::holds_alternative<Fold>(node.op);
}

// Sets `live` in the whole tree; `frame` collects what its Arguments and Recalls take from the enclosing rows.
void fill(Node& node, VarSet live, VarSet& frame) {
    node.live = live.to_vector();
    const VarSet added = adds(node);

    if (auto* argument = std::get_if<Argument>(&node.op)) {
        live.keep_only(of_list(argument->variables));
        argument->variables = live.to_vector();
        frame.insert(live);
        return;
    }
    if (auto* recall = std::get_if<Recall>(&node.op)) {
        VarSet recalled = of_list(recall->variables);
        recalled.keep_only(live);
        recall->variables = recalled.to_vector();
        frame.insert(recalled);
    }
    if (auto* unioned = std::get_if<Union>(&node.op)) {
        for (std::size_t i = 0; i < node.inputs.size(); ++i) {
            VarSet needed;
            for (std::size_t column = 0; column < unioned->to.size(); ++column)
                if (live.contains(unioned->to[column])) needed.insert(unioned->from[i][column]);
            fill(*node.inputs[i], std::move(needed), frame);
        }
        return;
    }
    if (has_subplan(node)) {
        VarSet inner = added;
        if (std::holds_alternative<OptionalApply>(node.op)) inner.keep_only(live);
        if (const auto* subquery = std::get_if<SubqueryApply>(&node.op)) inner = of_expr(subquery->result);
        if (const auto* fold = std::get_if<Fold>(&node.op)) inner = {fold->body};
        if (std::holds_alternative<SemiApply>(node.op)) inner = {};
        VarSet outer;
        fill(*node.inputs[1], std::move(inner), outer);
        if (const auto* fold = std::get_if<Fold>(&node.op)) {
            outer.erase(fold->accumulator);
            outer.erase(fold->variable);
        }
        live.erase(added);
        live.insert(reads(node));
        live.insert(outer);
        fill(*node.inputs[0], std::move(live), frame);
        return;
    }
    if (const auto* aggregate = std::get_if<Aggregate>(&node.op)) {
        (void)aggregate;
        fill(*node.inputs[0], reads(node), frame);
        return;
    }
    if (auto* lists = std::get_if<TurnLists>(&node.op))
        std::erase_if(lists->lists, [&](const typed::Turn::List& list) { return !live.contains(list.list); });
    if (auto* compute = std::get_if<Compute>(&node.op)) {
        std::erase_if(compute->bindings,
                      [&](const typed::Binding& binding) { return !live.contains(binding.variable); });
        // A binding's name may stand for its own input: a new value under the name that was passed through.
        live.erase(added);
        live.insert(reads(node));
        fill(*node.inputs[0], std::move(live), frame);
        return;
    }
    live.erase(added);
    live.insert(reads(node));
    if (const auto* through = std::get_if<CountThrough>(&node.op)) {
        fill(*node.inputs[0], std::move(live), frame);
        if (node.inputs.size() > 1) fill(*node.inputs[1], {through->to}, frame);
        return;
    }
    for (const NodePtr& input : node.inputs) fill(*input, live, frame);
}

}  // namespace

VarSet reads(const Node& node) {
    const auto expand = [](const auto& op) {
        VarSet set{op.from};
        if (op.into) set.insert(op.to);
        set.insert(std::span<const VarId>(op.distinct_from));
        return set;
    };
    return std::visit(Overloaded{
                          [](const IdSeek& op) { return of_expr(op.id); },
                          [&](const Expand& op) { return expand(op); },
                          [&](const VarExpand& op) {
                              VarSet set = walk_reads(op.walk);
                              set.insert(std::span<const VarId>(op.distinct_from));
                              return set;
                          },
                          [&](const ShortestWalk& op) { return walk_reads(op.walk); },
                          [](const TurnLists& op) {
                              return VarSet{op.from, op.relationships};
                          },
                          [](const SelectPaths& op) {
                              return VarSet{op.path, op.from, op.to};
                          },
                          [](const CountWays& op) {
                              VarSet set = of_ways(op.ways);
                              set.insert(op.from);
                              return set;
                          },
                          [](const CountThrough& op) {
                              return op.into ? VarSet{op.from, op.to} : VarSet{op.from};
                          },
                          [](const Endpoints& op) {
                              VarSet set{op.relationship};
                              if (op.from_bound) set.insert(op.from);
                              if (op.to_bound && op.to != op.from) set.insert(op.to);
                              return set;
                          },
                          [](const MakePath& op) { return of_list(op.parts); },
                          [](const Filter& op) { return of_expr(op.condition); },
                          [](const Compute& op) {
                              VarSet set;
                              for (const typed::Binding& binding : op.bindings) set.insert(of_expr(binding.expr));
                              return set;
                          },
                          [](const Aggregate& op) {
                              VarSet set;
                              for (const typed::Binding& key : op.keys) set.insert(of_expr(key.expr));
                              for (const typed::AggregateCall& call : op.aggregates)
                                  set.insert(of_exprs(call.arguments));
                              return set;
                          },
                          [](const Distinct& op) { return of_list(op.variables); },
                          [](const Sort& op) { return of_keys(op.keys); },
                          [](const Top& op) { return of_keys(op.keys); },
                          [](const Unwind& op) { return of_expr(op.list); },
                          [](const ProcedureCall& op) { return of_exprs(op.arguments); },
                          [](const Fold& op) {
                              VarSet set = of_expr(op.initial);
                              set.insert(of_expr(op.list));
                              return set;
                          },
                          [](const HashJoin& op) {
                              VarSet set = of_exprs(op.left);
                              set.insert(of_exprs(op.right));
                              return set;
                          },
                          [](const auto&) { return VarSet{}; },
                      },
                      node.op);
}

VarSet adds(const Node& node) {
    return std::visit(
        Overloaded{
            [](const Rows& op) { return of_list(op.variables); },
            [](const AllNodes& op) { return VarSet{op.node}; },
            [](const LabelScan& op) { return VarSet{op.node}; },
            [](const IdSeek& op) { return VarSet{op.node}; },
            [](const Expand& op) {
                return op.into ? VarSet{op.relationship} : VarSet{op.relationship, op.to};
            },
            [](const VarExpand& op) { return walk_adds(op.walk); },
            [](const ShortestWalk& op) { return walk_adds(op.walk); },
            [](const TurnLists& op) {
                VarSet set;
                for (const typed::Turn::List& list : op.lists) set.insert(list.list);
                return set;
            },
            [](const CountWays& op) { return VarSet{op.count}; },
            [](const CountThrough& op) {
                return op.into ? VarSet{op.count} : VarSet{op.count, op.to};
            },
            [](const Endpoints& op) {
                VarSet set;
                if (!op.from_bound) set.insert(op.from);
                if (!op.to_bound) set.insert(op.to);
                return set;
            },
            [](const MakePath& op) { return VarSet{op.path}; },
            [](const Compute& op) {
                VarSet set;
                for (const typed::Binding& binding : op.bindings) set.insert(binding.variable);
                return set;
            },
            [](const Recall& op) { return of_list(op.variables); },
            [](const Aggregate& op) {
                VarSet set;
                for (const typed::Binding& key : op.keys) set.insert(key.variable);
                for (const typed::AggregateCall& call : op.aggregates) set.insert(call.variable);
                return set;
            },
            [](const Unwind& op) {
                return op.position == typed::no_variable ? VarSet{op.variable} : VarSet{op.variable, op.position};
            },
            [](const ProcedureCall& op) {
                VarSet set;
                for (const auto& yield : op.yields) set.insert(yield.variable);
                return set;
            },
            [](const OptionalApply& op) { return of_list(op.nulls); },
            [](const SubqueryApply& op) { return VarSet{op.out}; },
            [](const Fold& op) { return VarSet{op.out}; },
            [](const Union& op) { return of_list(op.to); },
            [](const auto&) { return VarSet{}; },
        },
        node.op);
}

void fill_live(Plan& plan) {
    VarSet live, frame;
    live.insert(std::span<const VarId>(plan.columns));
    fill(*plan.root, std::move(live), frame);
}

}  // namespace confer::engine::plan
