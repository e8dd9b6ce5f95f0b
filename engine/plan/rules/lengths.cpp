// Rule `lengths`: of p = (a)-[*]->(b) often only length(p) is read: how many relationships the walk has, which it knows
// without a list of them, let alone a path. A shortest walk need not even be found for that, only how far its ends are
// from each other. Where something else reads the path, all stays as it was.
#include <algorithm>
#include <map>

#include "function/registry.h"
#include "plan/expr_tree.h"
#include "plan/liveness.h"
#include "plan/rewrite.h"
#include "semantics/children.h"

namespace confer::engine::plan {

namespace {

using Lengths = std::map<VarId, VarId>;  // of paths

Walk* walk_of(Node& node) {
    if (auto* expand = std::get_if<VarExpand>(&node.op)) return &expand->walk;
    if (auto* shortest = std::get_if<ShortestWalk>(&node.op)) return &shortest->walk;
    return nullptr;
}

// The walk below that gives the list, where its rows come up with nothing but more columns and conditions.
Walk* walk_that_gives(VarId relationships, Node& node) {
    Walk* const walk = walk_of(node);
    if (walk != nullptr && walk->relationships == relationships) return walk;
    const bool passes = walk != nullptr || std::holds_alternative<MakePath>(node.op) ||
                        std::holds_alternative<Filter>(node.op) || std::holds_alternative<Expand>(node.op) ||
                        std::holds_alternative<IdSeek>(node.op) || std::holds_alternative<TurnLists>(node.op);
    return passes && node.inputs.size() == 1 ? walk_that_gives(relationships, *node.inputs[0]) : nullptr;
}

bool is_live(VarId variable, const Node& node) {
    return std::binary_search(node.live.begin(), node.live.end(), variable);
}

class LengthsRule {
public:
    explicit LengthsRule(Plan& plan) : plan_(plan) {}

    // Reads of lengths in the tree become variables. Gives the paths of the node's rows whose lengths are there, too.
    Lengths visit(NodePtr& node) {
        std::vector<Lengths> below;
        for (NodePtr& input : node->inputs) below.push_back(visit(input));
        const bool passes = node->inputs.size() == 1 || is_apply(*node);
        Lengths known = passes ? std::move(below.front()) : Lengths();
        read_in(*node, known);
        if (const auto* path = std::get_if<MakePath>(&node->op)) add(*path, *node->inputs[0], known);
        if (std::holds_alternative<Aggregate>(node->op) || std::holds_alternative<Distinct>(node->op)) return {};
        if (std::holds_alternative<Compute>(node->op))
            std::erase_if(known, [added = adds(*node)](const auto& path) { return added.contains(path.first); });
        return known;
    }

    // Takes that back for paths that are read all the same. REQUIRES: expressions are where they were.
    void restore(Node& node) {
        const auto* path = std::get_if<MakePath>(&node.op);
        if (path != nullptr && is_live(path->path, node)) {
            for (Replaced& one : replaced_)
                if (one.path == path->path) std::swap(*one.place, one.original);
        }
        for (const NodePtr& input : node.inputs) restore(*input);
    }

private:
    struct Replaced {
        VarId path;
        typed::ExprPtr* place;
        typed::ExprPtr original;
    };

    static bool is_apply(const Node& node) {
        return std::holds_alternative<OptionalApply>(node.op) || std::holds_alternative<SemiApply>(node.op) ||
               std::holds_alternative<SubqueryApply>(node.op);
    }

    void add(const MakePath& path, Node& below, Lengths& known) {
        if (path.parts.size() != 3) return;
        Walk* const walk = walk_that_gives(path.parts[1], below);
        if (walk == nullptr) return;
        if (walk->length == typed::no_variable) {
            walk->length = static_cast<VarId>(plan_.variables.size());
            plan_.variables.push_back({"", Kind::integer, {}});
        }
        known[path.path] = walk->length;
    }

    void read_in(Node& node, const Lengths& known) {
        if (known.empty()) return;
        if (auto* filter = std::get_if<Filter>(&node.op)) read_in(filter->condition, known);
        if (auto* compute = std::get_if<Compute>(&node.op))
            for (typed::Binding& binding : compute->bindings) read_in(binding.expr, known);
        if (auto* aggregate = std::get_if<Aggregate>(&node.op)) {
            for (typed::Binding& key : aggregate->keys) read_in(key.expr, known);
            for (typed::AggregateCall& call : aggregate->aggregates)
                for (typed::ExprPtr& argument : call.arguments) read_in(argument, known);
        }
        if (auto* sort = std::get_if<Sort>(&node.op))
            for (typed::SortKey& key : sort->keys) read_in(key.expr, known);
        if (auto* top = std::get_if<Top>(&node.op))
            for (typed::SortKey& key : top->keys) read_in(key.expr, known);
    }
    void read_in(typed::ExprPtr& expr, const Lengths& known) {
        const auto* call = std::get_if<typed::Call>(&expr->node);
        if (call != nullptr && call->function == length_) {
            const auto found = known.find(plain_variable(*call->arguments.front()));
            if (found == known.end()) return;
            typed::ExprPtr length = make_variable(found->second, Kind::integer, expr->span);
            std::swap(expr, length);
            replaced_.push_back({found->first, &expr, std::move(length)});
            return;
        }
        typed::each_child(*expr, [&](typed::ExprPtr& part) { read_in(part, known); });
    }

    Plan& plan_;
    const FunctionSpec* const length_ = builtin_functions().find("length");
    std::vector<Replaced> replaced_;
};

// Paths and lengths that nobody reads.
void drop_unread(NodePtr& node) {
    if (const auto* path = std::get_if<MakePath>(&node->op); path != nullptr && !is_live(path->path, *node)) {
        node = NodePtr(std::move(node->inputs[0]));
        return drop_unread(node);
    }
    if (Walk* const walk = walk_of(*node); walk != nullptr && !is_live(walk->length, *node))
        walk->length = typed::no_variable;
    for (NodePtr& input : node->inputs) drop_unread(input);
}

}  // namespace

void take_lengths_from_walks(Plan& plan) {
    LengthsRule rule(plan);
    rule.visit(plan.root);
    fill_live(plan);
    rule.restore(*plan.root);
    fill_live(plan);
    drop_unread(plan.root);
}

}  // namespace confer::engine::plan
