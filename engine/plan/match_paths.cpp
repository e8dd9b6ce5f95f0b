// Walks of several relationships: their steps, the lists that their variables are outside, and the search for shortest
// ones, which takes place when everything else of the pattern is bound.
#include "function/registry.h"
#include "plan/pattern_build_internal.h"

namespace confer::engine::plan {

using typed::ExprPtr;
using typed::Op;

namespace {

// Ends with fewer candidates are found first, one search for each; a search finds more of them by itself.
constexpr double few_ends = 4;

ExprPtr call(const char* function, ValueType type, ExprPtr first, ExprPtr second = nullptr) {
    typed::Call node{builtin_functions().find(function), {}};
    const SourceSpan span = first->span;
    node.arguments.push_back(std::move(first));
    if (second) node.arguments.push_back(std::move(second));
    return make_expr(span, type, std::move(node));
}

ExprPtr integer(std::int64_t value) {
    return make_expr({}, Kind::integer, typed::Constant{Value(value)});
}

// all(each IN list WHERE condition)
ExprPtr all_of(VarId each, ExprPtr list, ExprPtr condition) {
    const SourceSpan span = condition->span;
    typed::Quantifier all{typed::Quantifier::Form::all, each, std::move(list), std::move(condition)};
    return make_expr(span, Kind::boolean, std::move(all));
}

// The list that holds what is at this place of every turn; a new one where the pattern names none.
template <class NewVariable>
VarId list_of(typed::Turn& turn, bool of_nodes, std::size_t position, NewVariable new_variable) {
    for (const typed::Turn::List& list : turn.lists)
        if (list.of_nodes == of_nodes && list.position == position) return list.list;
    const VarId list = new_variable(ValueType::list_of(of_nodes ? Kind::node : Kind::relationship));
    turn.lists.push_back({list, of_nodes, position});
    return list;
}

}  // namespace

// all(i IN range(0, size(as) - 1) WHERE all(a IN [as[i]] WHERE all(r IN [rs[i]] WHERE condition)))
ExprPtr Planner::for_each_turn(typed::Turn& turn, ExprPtr condition) {
    struct Part {
        VarId inside, list;
    };
    std::vector<Part> parts;
    const VarSet needs = free_variables(*condition);
    const auto add = [&](VarId inside, bool of_nodes, std::size_t position) {
        if (!needs.contains(inside)) return;
        parts.push_back(
            {inside, list_of(turn, of_nodes, position, [this](ValueType type) { return new_variable(type); })});
    };
    for (std::size_t i = 0; i < turn.nodes.size(); ++i) add(turn.nodes[i], true, i);
    for (std::size_t i = 0; i < turn.steps.size(); ++i) add(turn.steps[i].relationship, false, i);
    if (parts.empty()) add(turn.steps.front().relationship, false, 0);
    if (parts.empty()) return condition;
    if (parts.size() == 1) return all_of(parts.front().inside, read(parts.front().list), std::move(condition));

    const VarId index = new_variable(Kind::integer);
    for (const Part& part : parts) {
        typed::List one;
        one.items.push_back(make_operation(Op::index, type_of(part.list).element(), read(part.list),
                                           make_variable(index, Kind::integer)));
        ExprPtr list = make_expr({}, type_of(part.list), std::move(one));
        condition = all_of(part.inside, std::move(list), std::move(condition));
    }
    ExprPtr last =
        make_operation(Op::subtract, Kind::integer, call("size", Kind::integer, read(parts.front().list)), integer(1));
    ExprPtr turns = call("range", ValueType::list_of(Kind::integer), integer(0), std::move(last));
    return all_of(index, std::move(turns), std::move(condition));
}

Walk Planner::walk(Scope& scope, PatternBuild& build, std::size_t index, bool forward) {
    typed::PatternRelationship& relationship = build.pattern.relationships[index];
    Walk walk{.from = build.node_variable(forward ? relationship.from : relationship.to),
              .relationships = relationship.variable,
              .to = build.node_variable(forward ? relationship.to : relationship.from),
              .turn = {},
              .hops = *relationship.hops,
              .reversed = !forward};
    walk.into = scope.available.contains(walk.to) || walk.to == walk.from;
    const auto wait = [&](ExprPtr condition) {
        VarSet needs = free_variables(*condition);
        build.waiting.push_back({std::move(condition), std::move(needs)});
    };
    if (relationship.turn == nullptr) {
        WalkStep step{.relationship = relationship.each,
                      .towards = forward ? relationship.towards : turned(relationship.towards),
                      .types = clone_test(relationship.types.get()),
                      .conditions = {}};
        // Conditions that read what is not bound yet wait until the walk is complete.
        std::vector<ExprPtr> later;
        for (ExprPtr& condition : relationship.each_conditions) {
            VarSet needs = free_variables(*condition);
            needs.erase(relationship.each);
            (scope.available.includes(needs) ? step.conditions : later).push_back(std::move(condition));
        }
        if (!later.empty()) {
            const VarId each = step.conditions.empty() ? relationship.each : new_variable(Kind::relationship);
            if (each != relationship.each) {  // a number of its own for the second use
                for (ExprPtr& condition : later) rename_variable(*condition, relationship.each, each);
            }
            wait(for_each_relationship(each, Kind::relationship,
                                       make_variable(relationship.variable, ValueType::list_of(Kind::relationship)),
                                       std::move(later)));
        }
        walk.turn.push_back(std::move(step));
        return walk;
    }

    typed::Turn& turn = *relationship.turn;
    const std::size_t steps = turn.steps.size();
    VarSet read_inside;
    for (const ExprPtr& condition : turn.conditions) read_inside.insert(free_variables(*condition));
    const auto if_read = [&](VarId variable) { return read_inside.contains(variable) ? variable : typed::no_variable; };
    for (std::size_t i = 0; i < steps; ++i) {
        const std::size_t at = forward ? i : steps - 1 - i;
        const typed::Turn::Step& drawn = turn.steps[at];
        walk.turn.push_back({.from = if_read(turn.nodes[forward ? at : at + 1]),
                             .relationship = if_read(drawn.relationship),
                             .to = if_read(turn.nodes[forward ? at + 1 : at]),
                             .towards = forward ? drawn.towards : turned(drawn.towards),
                             .types = clone_test(drawn.types.get()),
                             .conditions = {}});
    }
    for (ExprPtr& condition : turn.conditions) {  // each as soon as what it reads is there
        VarSet known = scope.available;
        const VarSet needs = free_variables(*condition);
        for (WalkStep& step : walk.turn) {
            for (const VarId variable : {step.from, step.relationship, step.to}) known.insert(variable);
            if (!known.includes(needs)) continue;
            step.conditions.push_back(std::move(condition));
            break;
        }
    }
    return walk;
}

NodePtr Planner::turn_lists(NodePtr input, Scope& scope, const PatternBuild& build, std::size_t index) {
    const typed::PatternRelationship& relationship = build.pattern.relationships[index];
    if (relationship.turn == nullptr || relationship.turn->lists.empty()) return input;
    TurnLists lists{build.node_variable(relationship.from), relationship.variable, relationship.turn->steps.size(),
                    relationship.turn->lists};
    for (const typed::Turn::List& list : lists.lists) scope.available.insert(list.list);
    const double rows = input->rows;
    return make_node(rows, std::move(lists), std::move(input));
}

std::vector<bool> Planner::found_by_search(const Scope& scope, const PatternBuild& build) const {
    std::vector<bool> found(build.pattern.nodes.size());
    std::vector<double> candidates(build.pattern.nodes.size());
    std::vector<bool> alone(build.pattern.nodes.size());
    for (std::size_t i = 0; i < build.nodes.size(); ++i) {
        const std::size_t node = build.nodes[i].front();
        alone[node] = build.relationships[i].empty() && !scope.available.contains(build.node_variable(node));
        if (alone[node]) candidates[node] = join_graph(scope, build, i).vertices.front().rows;
    }
    for (const typed::PatternRelationship& relationship : build.pattern.relationships) {
        if (!relationship.selector) continue;
        const std::size_t a = relationship.from, b = relationship.to;
        if (a == b || found[a] || found[b]) continue;
        const bool later_b = alone[b] && (!alone[a] || candidates[b] >= candidates[a]);
        const std::size_t later = later_b ? b : a;
        found[later] = alone[later] && candidates[later] > few_ends;
    }
    return found;
}

NodePtr Planner::search(NodePtr input, Scope& scope, PatternBuild& build) {
    for (bool more = true; more;) {
        more = false;
        for (std::size_t i = 0; i < build.pattern.relationships.size(); ++i) {
            typed::PatternRelationship& relationship = build.pattern.relationships[i];
            if (!relationship.selector || scope.available.contains(relationship.variable)) continue;
            const bool forward = scope.available.contains(build.node_variable(relationship.from));
            if (!forward && !scope.available.contains(build.node_variable(relationship.to))) continue;
            ShortestWalk op{walk(scope, build, i, forward), std::move(*relationship.selector)};
            relationship.selector.emplace();
            const double ends = op.walk.into ? 1 : cardinality_.all_nodes();
            scope.available.insert(op.walk.relationships);
            scope.available.insert(op.walk.to);
            const double rows = input->rows * ends;
            input = make_node(rows, std::move(op), std::move(input));
            input = turn_lists(std::move(input), scope, build, i);
            input = place(std::move(input), scope, build.waiting);
            more = true;
        }
    }
    return input;
}

NodePtr Planner::select_paths(NodePtr input, Scope& scope, typed::PatternGraph pattern) {
    const typed::NamedPath& whole = pattern.paths.front();
    SelectPaths select{whole.variable, pattern.nodes[whole.nodes.front()].variable,
                       pattern.nodes[whole.nodes.back()].variable, std::move(*pattern.selector)};
    pattern.selector.reset();
    // Conditions on the ends alone choose among groups of paths, not within them: they may as well come first.
    VarSet ends = scope.available;
    ends.insert(select.from);
    ends.insert(select.to);
    std::vector<ExprPtr> after;
    for (ExprPtr& condition : pattern.after)
        (ends.includes(free_variables(*condition)) ? pattern.conditions : after).push_back(std::move(condition));
    pattern.after.clear();

    const VarId path = select.path;
    const bool each_row_once =
        std::holds_alternative<SingleRow>(input->op) || std::holds_alternative<Argument>(input->op);
    if (each_row_once) {
        input = match(std::move(input), scope, std::move(pattern));
        const double rows = input->rows;
        input = make_node(rows, std::move(select), std::move(input));
    } else {  // paths are selected for each row by itself
        VarSet added = added_by(pattern);
        added.erase(scope.available);
        Scope inner = inside(scope);
        NodePtr plan = match(argument(inner), inner, std::move(pattern));
        const double selected = plan->rows, rows = input->rows * selected;
        plan = make_node(selected, std::move(select), std::move(plan));
        scope.available.insert(added);
        input = make_node(rows, OptionalApply{added.to_vector()}, std::move(input), std::move(plan));
        input = filter(std::move(input), scope, make_operation(Op::is_not_null, Kind::boolean, read(path)));
    }
    for (ExprPtr& condition : after) input = filter(std::move(input), scope, std::move(condition));
    return input;
}

}  // namespace confer::engine::plan
