// MATCH: conditions are taken apart and wait until their variables are bound; the pattern falls into connected
// components. Those that touch the rows so far grow on them; the others are planned alone and joined.
#include <numeric>

#include "plan/pattern_build_internal.h"
#include "semantics/conjunction.h"

namespace confer::engine::plan {

using typed::ExprPtr;
using typed::Op;

namespace {

// Numbers the connected components of the pattern.
std::vector<std::size_t> components_of(const typed::PatternGraph& pattern) {
    std::vector<std::size_t> parent(pattern.nodes.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t node) {
        while (parent[node] != node) node = parent[node];
        return node;
    };
    for (const auto& relationship : pattern.relationships)
        if (!relationship.selector) parent[root(relationship.from)] = root(relationship.to);
    std::vector<std::size_t> number(pattern.nodes.size(), no_vertex);
    std::size_t next = 0;
    for (std::size_t node = 0; node < parent.size(); ++node)
        if (number[root(node)] == no_vertex) number[root(node)] = next++;
    for (std::size_t node = 0; node < parent.size(); ++node) number[node] = number[root(node)];
    return number;
}

void split_labels(const typed::LabelTest* test, const typed::PatternNode& node, SourceSpan span,
                  std::vector<Conjunct>& waiting) {
    if (test == nullptr) return;
    if (test->op == typed::LabelTest::Op::conjunction) {
        for (const auto& part : test->parts) split_labels(part.get(), node, span, waiting);
        return;
    }
    typed::HasLabels has{make_variable(node.variable, Kind::node, span), clone_test(test)};
    waiting.push_back({make_expr(span, Kind::boolean, std::move(has)), VarSet{node.variable}});
}

// WHERE n:Label says the same as (n:Label); the estimates look only there.
void note_label(typed::PatternGraph& pattern, const typed::Expr& condition) {
    const auto* has = std::get_if<typed::HasLabels>(&condition.node);
    if (has == nullptr) return;
    const VarId variable = plain_variable(*has->object);
    for (typed::PatternNode& node : pattern.nodes) {
        if (node.variable != variable || variable == typed::no_variable) continue;
        auto both = std::make_unique<typed::LabelTest>();
        both->op = typed::LabelTest::Op::conjunction;
        if (node.labels) both->parts.push_back(std::move(node.labels));
        both->parts.push_back(clone_test(has->test.get()));
        node.labels = std::move(both);
    }
}

VarSet mentioned_in(const typed::PatternGraph& pattern) {
    VarSet mentioned;
    for (const auto& node : pattern.nodes) mentioned.insert(node.variable);
    for (const auto& relationship : pattern.relationships) {
        mentioned.insert(relationship.variable);
        for (const ExprPtr& condition : relationship.each_conditions) mentioned.insert(free_variables(*condition));
        if (relationship.turn == nullptr) continue;
        for (const ExprPtr& condition : relationship.turn->conditions) mentioned.insert(free_variables(*condition));
    }
    for (const ExprPtr& condition : pattern.conditions) mentioned.insert(free_variables(*condition));
    for (const ExprPtr& condition : pattern.after) mentioned.insert(free_variables(*condition));
    return mentioned;
}

// Whether the component is one node, from or to which shortest paths are searched for.
bool is_end_of_search(const PatternBuild& build, std::size_t component) {
    if (!build.relationships[component].empty() || build.nodes[component].size() != 1) return false;
    const std::size_t node = build.nodes[component].front();
    return std::any_of(build.pattern.relationships.begin(), build.pattern.relationships.end(),
                       [&](const typed::PatternRelationship& relationship) {
                           return relationship.selector && (relationship.from == node || relationship.to == node);
                       });
}

}  // namespace

VarSet added_by(const typed::PatternGraph& pattern) {
    VarSet added;
    for (const auto& node : pattern.nodes) added.insert(node.variable);
    for (const auto& relationship : pattern.relationships) {
        added.insert(relationship.variable);
        if (relationship.turn == nullptr) continue;
        for (const typed::Turn::List& list : relationship.turn->lists) added.insert(list.list);
    }
    for (const auto& path : pattern.paths) added.insert(path.variable);
    return added;
}

NodePtr Planner::match(NodePtr input, Scope& scope, typed::PatternGraph pattern, std::map<VarId, Through> through) {
    input = recall(std::move(input), scope, mentioned_in(pattern));
    if (pattern.selector) return select_paths(std::move(input), scope, std::move(pattern));

    PatternBuild build;
    build.through = std::move(through);
    const std::vector<std::size_t> number = components_of(pattern);
    const std::size_t count = number.empty() ? 0 : *std::max_element(number.begin(), number.end()) + 1;
    build.nodes.resize(count);
    build.relationships.resize(count);
    for (std::size_t node = 0; node < pattern.nodes.size(); ++node) build.nodes[number[node]].push_back(node);
    for (std::size_t i = 0; i < pattern.relationships.size(); ++i)
        if (!pattern.relationships[i].selector) build.relationships[number[pattern.relationships[i].from]].push_back(i);
    build.told_apart.assign(pattern.relationships.size(), std::vector<bool>(pattern.relationships.size()));
    build.kept_distinct.assign(pattern.relationships.size(), false);
    for (const typed::PatternNode& node : pattern.nodes) split_labels(node.labels.get(), node, {}, build.waiting);

    std::vector<ExprPtr> conditions;
    for (ExprPtr& condition : pattern.conditions) typed::split_conjunction(std::move(condition), conditions);
    for (ExprPtr& condition : conditions) {
        note_label(pattern, *condition);
        VarSet needs = free_variables(*condition);
        build.waiting.push_back({std::move(condition), std::move(needs)});
    }
    for (typed::PatternRelationship& relationship : pattern.relationships) {
        std::vector<ExprPtr>& each = relationship.each_conditions;
        if (std::none_of(each.begin(), each.end(), [](const ExprPtr& part) { return contains_subquery(*part); }))
            continue;
        ExprPtr all =
            for_each_relationship(relationship.each, Kind::relationship, read(relationship.variable), std::move(each));
        each.clear();
        VarSet needs = free_variables(*all);
        build.waiting.push_back({std::move(all), std::move(needs)});
    }
    for (typed::PatternRelationship& relationship : pattern.relationships) {
        if (relationship.turn == nullptr) continue;
        std::vector<ExprPtr> simple;
        for (ExprPtr& condition : relationship.turn->conditions) {
            if (!contains_subquery(*condition)) {
                simple.push_back(std::move(condition));
                continue;
            }
            ExprPtr all = for_each_turn(*relationship.turn, std::move(condition));
            VarSet needs = free_variables(*all);
            build.waiting.push_back({std::move(all), std::move(needs)});
        }
        relationship.turn->conditions = std::move(simple);
    }
    // A node that is bound already and stands alone: null matches nothing.
    for (std::size_t i = 0; i < count; ++i) {
        const typed::PatternNode& node = pattern.nodes[build.nodes[i].front()];
        if (!build.relationships[i].empty() || node.labels || !scope.available.contains(node.variable)) continue;
        build.waiting.push_back({make_operation(Op::is_not_null, Kind::boolean, read(node.variable)), {node.variable}});
    }
    build.pattern = std::move(pattern);
    for (std::size_t i = 0; i < build.pattern.relationships.size(); ++i)
        for (std::size_t other = 0; build.is_through(i) && other < build.pattern.relationships.size(); ++other)
            build.tell_apart(i, other);

    input = place(std::move(input), scope, build.waiting);
    input = keep_distinct(std::move(input), scope, build);

    // Components that touch what is bound, then those that can be sought with it, then the rest.
    const std::vector<bool> searched = found_by_search(scope, build);
    std::vector<std::size_t> apart;
    for (std::size_t i = 0; i < count; ++i) {
        if (searched[build.nodes[i].front()]) continue;
        const bool touches =
            std::any_of(build.nodes[i].begin(), build.nodes[i].end(),
                        [&](std::size_t node) { return scope.available.contains(build.node_variable(node)); }) ||
            std::any_of(build.relationships[i].begin(), build.relationships[i].end(), [&](std::size_t relationship) {
                return scope.available.contains(build.pattern.relationships[relationship].variable);
            });
        if (touches) {
            input = component(std::move(input), scope, build, i);
        } else {
            apart.push_back(i);
        }
    }
    std::erase_if(apart, [&](std::size_t i) {
        for (const std::size_t node : build.nodes[i]) {
            const auto seek = find_seek(build.waiting, build.node_variable(node), scope.available);
            if (seek && !seek->any_of && is_end_of_search(build, i)) {
                const bool first = std::holds_alternative<SingleRow>(input->op);
                input = find_start(first ? nullptr : std::move(input), scope, build, node);
                input = place(std::move(input), scope, build.waiting);
                return true;
            }
            if (!seek || build.waiting[seek->conjunct].needs.to_vector().size() < 2) continue;  // needs only the node
            input = find_start(std::move(input), scope, build, node);
            input = component(std::move(input), scope, build, i);
            return true;
        }
        return false;
    });
    std::vector<std::pair<NodePtr, Scope>> alone;
    for (const std::size_t i : apart) {
        if (!goes_on()) break;
        Scope own;
        NodePtr plan = component(nullptr, own, build, i);
        alone.emplace_back(std::move(plan), std::move(own));
    }
    // The smaller side of a join is the one that is kept in memory, so the largest comes first; then whatever an
    // equation joins to it.
    std::stable_sort(alone.begin(), alone.end(),
                     [](const auto& a, const auto& b) { return a.first->rows > b.first->rows; });
    while (!alone.empty() && goes_on()) {
        auto next = std::find_if(alone.begin(), alone.end(),
                                 [&](const auto& one) { return !join_keys(scope, one.second, build).left.empty(); });
        if (next == alone.end()) next = alone.begin();
        input = join(std::move(input), scope, std::move(next->first), next->second, build);
        for (std::size_t i = 0; i < build.kept_distinct.size();
             ++i) {  // among themselves, not yet from the left side's
            if (next->second.available.contains(build.pattern.relationships[i].variable))
                build.kept_distinct[i] = false;
        }
        alone.erase(next);
        input = keep_distinct(std::move(input), scope, build);
        input = place(std::move(input), scope, build.waiting);
    }

    input = search(std::move(input), scope, build);
    for (const typed::NamedPath& path : build.pattern.paths) {
        MakePath make{path.variable, {}};
        for (std::size_t i = 0; i < path.nodes.size(); ++i) {
            make.parts.push_back(build.node_variable(path.nodes[i]));
            if (i < path.relationships.size())
                make.parts.push_back(build.pattern.relationships[path.relationships[i]].variable);
        }
        const double rows = input->rows;
        input = make_node(rows, std::move(make), std::move(input));
        scope.available.insert(path.variable);
    }
    input = place(std::move(input), scope, build.waiting);
    for (typed::PatternNode& node : build.pattern.nodes)
        if (node.labels) labels_[node.variable] = std::move(node.labels);
    return input;
}

NodePtr Planner::optional_match(NodePtr input, Scope& scope, typed::PatternGraph pattern) {
    input = recall(std::move(input), scope, mentioned_in(pattern));
    VarSet added = added_by(pattern);
    added.erase(scope.available);

    Scope inner = inside(scope);
    NodePtr plan = match(argument(inner), inner, std::move(pattern));
    scope.available.insert(added);
    const double rows = input->rows * std::max(1.0, plan->rows);
    return make_node(rows, OptionalApply{added.to_vector()}, std::move(input), std::move(plan));
}

NodePtr Planner::place(NodePtr input, Scope& scope, std::vector<Conjunct>& waiting) {
    for (const bool subqueries : {false, true}) {  // cheap ones first
        std::vector<Conjunct> later;
        for (Conjunct& conjunct : waiting) {
            if (!scope.available.includes(conjunct.needs) || contains_subquery(*conjunct.expr) != subqueries) {
                later.push_back(std::move(conjunct));
                continue;
            }
            input = filter(std::move(input), scope, std::move(conjunct.expr));
        }
        waiting = std::move(later);
    }
    return input;
}

}  // namespace confer::engine::plan
