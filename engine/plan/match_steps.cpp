// The steps of one MATCH: where to start, which relationship to follow next, how to join what is apart.
#include <cmath>

#include "plan/pattern_build_internal.h"

namespace confer::engine::plan {

using typed::ExprPtr;
using typed::Op;
using typed::Towards;

namespace {

bool is_id_of(const typed::Expr& expr, VarId node) {
    const auto* property = std::get_if<typed::Property>(&expr.node);
    return property != nullptr && property->key == "id" && plain_variable(*property->object) == node;
}

// How many walks of the given lengths one node starts, when each step has `degree` ways on.
double walks(double degree, const typed::PatternRelationship::Hops& hops) {
    constexpr std::uint32_t furthest = 6;  // estimates further out mean nothing
    const std::uint32_t most = std::min(hops.most.value_or(hops.least + furthest), hops.least + furthest);
    double total = 0;
    for (std::uint32_t length = hops.least; length <= most; ++length) total += std::pow(degree, length);
    return total;
}

// From as many rows on, a look at all nodes at the other end pays.
constexpr double many_rows = 64;

ExprPtr relationship_variable(const typed::PatternRelationship& relationship) {
    return make_variable(relationship.variable,
                         relationship.hops ? ValueType::list_of(Kind::relationship) : ValueType(Kind::relationship));
}

}  // namespace

Towards turned(Towards towards) {
    if (towards == Towards::either) return towards;
    return towards == Towards::outgoing ? Towards::incoming : Towards::outgoing;
}

std::optional<Seek> find_seek(const std::vector<Conjunct>& waiting, VarId node, const VarSet& available) {
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        const auto* operation = std::get_if<typed::Operation>(&waiting[i].expr->node);
        if (operation == nullptr || (operation->op != Op::equal && operation->op != Op::in)) continue;
        const bool any_of = operation->op == Op::in;
        for (std::size_t operand = any_of ? 1 : 0; operand < 2; ++operand) {
            const typed::Expr& sought = *operation->operands[operand];
            if (!is_id_of(*operation->operands[1 - operand], node) || contains_subquery(sought)) continue;
            if (!sought.type.may_be(any_of ? Kind::list : Kind::string)) continue;
            if (available.includes(free_variables(sought)) && !free_variables(sought).contains(node))
                return Seek{i, operand, any_of};
        }
    }
    return std::nullopt;
}

const std::string* single_label(const typed::Expr& condition, VarId node) {
    const auto* has = std::get_if<typed::HasLabels>(&condition.node);
    if (has == nullptr || plain_variable(*has->object) != node) return nullptr;
    return has->test->op == typed::LabelTest::Op::name ? &has->test->name : nullptr;
}

std::optional<std::size_t> find_label(const std::vector<Conjunct>& waiting, VarId node,
                                      const Cardinality& cardinality) {
    std::optional<std::size_t> best;
    double fewest = 0;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        const std::string* label = single_label(*waiting[i].expr, node);
        if (label == nullptr) continue;
        const double count = cardinality.nodes_with(*label);
        if (!best || count < fewest) best = i, fewest = count;
    }
    return best;
}

ExprPtr for_each_relationship(VarId each, ValueType each_type, ExprPtr list, std::vector<ExprPtr> conditions) {
    const SourceSpan span = conditions.front()->span;
    ExprPtr where;
    for (ExprPtr& condition : conditions)
        where = where ? make_operation(Op::and_, Kind::boolean, std::move(where), std::move(condition))
                      : std::move(condition);
    list->type = ValueType::list_of(each_type);
    typed::Quantifier all{typed::Quantifier::Form::all, each, std::move(list), std::move(where)};
    return make_expr(span, Kind::boolean, std::move(all));
}

const typed::LabelTest* Planner::known_labels(const typed::PatternNode& node) const {
    if (node.labels) return node.labels.get();
    const auto known = labels_.find(node.variable);
    return known == labels_.end() ? nullptr : known->second.get();
}

double Planner::turn_degree(const typed::PatternRelationship& relationship, const typed::LabelTest* from,
                            double from_count) const {
    if (relationship.turn == nullptr || relationship.turn->steps.size() == 1) {
        const double pairs = cardinality_.relationships(relationship.types.get(), relationship.towards, from, nullptr);
        return pairs / std::max(1.0, from_count);
    }
    double degree = 1;
    for (const typed::Turn::Step& step : relationship.turn->steps)
        degree *= cardinality_.relationships(step.types.get(), step.towards, nullptr, nullptr) /
                  std::max(1.0, cardinality_.all_nodes());
    return degree;
}

JoinGraph Planner::join_graph(const Scope& scope, const PatternBuild& build, std::size_t index) const {
    JoinGraph graph;
    std::vector<std::size_t> vertex_of(build.pattern.nodes.size(), no_vertex);
    for (const std::size_t i : build.nodes[index]) {
        const typed::PatternNode& node = build.pattern.nodes[i];
        JoinGraph::Vertex vertex;
        vertex.bound = scope.available.contains(node.variable);
        vertex.candidates = std::max(1.0, cardinality_.nodes_with(known_labels(node)));
        if (!vertex.bound) {
            vertex.rows = vertex.candidates;
            for (const Conjunct& conjunct : build.waiting) {
                VarSet others = conjunct.needs;
                others.erase(node.variable);
                others.erase(scope.available);
                if (conjunct.needs.contains(node.variable) && others.empty())
                    vertex.rows *= cardinality_.selectivity(*conjunct.expr);
            }
            const auto label = find_label(build.waiting, node.variable, cardinality_);
            vertex.start_cost = find_seek(build.waiting, node.variable, scope.available) ? 1
                                : label
                                    ? cardinality_.nodes_with(*single_label(*build.waiting[*label].expr, node.variable))
                                    : cardinality_.all_nodes();
        }
        vertex_of[i] = graph.vertices.size();
        graph.vertices.push_back(vertex);
    }
    for (const std::size_t i : build.relationships[index]) {
        const typed::PatternRelationship& relationship = build.pattern.relationships[i];
        const std::size_t a = vertex_of[relationship.from], b = vertex_of[relationship.to];
        JoinGraph::Edge edge{a, b};
        edge.bound = scope.available.contains(relationship.variable);
        const auto* from = known_labels(build.pattern.nodes[relationship.from]);
        const auto* to = known_labels(build.pattern.nodes[relationship.to]);
        const double from_count = graph.vertices[a].candidates, to_count = graph.vertices[b].candidates;
        if (const auto over = build.through.find(relationship.variable); over != build.through.end()) {
            const Through& middle = over->second;
            const double middles = std::max(1.0, cardinality_.nodes_with(middle.labels.get()));
            const double first =
                cardinality_.relationships(middle.first_types.get(), middle.first_towards, from, middle.labels.get());
            const double second =
                cardinality_.relationships(middle.second_types.get(), middle.second_towards, middle.labels.get(), to);
            edge.work = first * second / middles;
            edge.pairs = std::min(edge.work, from_count * to_count);
            edge.check = intersection_cost + std::min(first / from_count, second / to_count);
        } else if (relationship.hops) {
            const double degree = turn_degree(relationship, from, from_count);
            edge.pairs =
                from_count * walks(degree, *relationship.hops) * to_count / std::max(1.0, cardinality_.all_nodes());
        } else {
            edge.pairs = cardinality_.relationships(relationship.types.get(), relationship.towards, from, to);
        }
        graph.edges.push_back(edge);
    }
    return graph;
}

NodePtr Planner::component(NodePtr input, Scope& scope, PatternBuild& build, std::size_t index) {
    // A node with an id is one row at most: to have it first turns expansions towards it into look-ups.
    for (const std::size_t node : build.nodes[index]) {
        if (scope.available.contains(build.node_variable(node))) continue;
        const auto seek = find_seek(build.waiting, build.node_variable(node), scope.available);
        if (!seek || seek->any_of) continue;
        input = find_start(std::move(input), scope, build, node);
        input = place(std::move(input), scope, build.waiting);
    }
    const JoinGraph graph = join_graph(scope, build, index);
    const JoinOrder order = order_joins(graph);
    const double base = input ? input->rows : 1;
    if (order.start != no_vertex) {
        input = find_start(std::move(input), scope, build, build.nodes[index][order.start]);
        input = place(std::move(input), scope, build.waiting);
    }
    for (const JoinOrder::Step& step : order.steps) {
        if (!goes_on()) break;
        input = follow(std::move(input), scope, build, build.relationships[index][step.edge], step.from_a,
                       base * step.rows);
        input = keep_distinct(std::move(input), scope, build);
        input = place(std::move(input), scope, build.waiting);
        input->rows = base * step.rows;
    }
    return input;
}

NodePtr Planner::find_start(NodePtr input, Scope& scope, PatternBuild& build, std::size_t node) {
    const VarId variable = build.node_variable(node);
    const auto take = [&](std::size_t i) {
        ExprPtr expr = std::move(build.waiting[i].expr);
        build.waiting.erase(build.waiting.begin() + static_cast<std::ptrdiff_t>(i));
        return expr;
    };
    const auto seek = find_seek(build.waiting, variable, scope.available);
    scope.available.insert(variable);
    if (seek) {
        ExprPtr condition = take(seek->conjunct);
        ExprPtr& sought = std::get<typed::Operation>(condition->node).operands[seek->operand];
        const auto* list = std::get_if<typed::List>(&sought->node);
        const double each = !seek->any_of ? 1 : list == nullptr ? 5 : static_cast<double>(list->items.size());
        IdSeek op{variable, std::move(sought), seek->any_of};
        if (!input) return make_node(each, std::move(op));
        const double rows = input->rows * each;
        return make_node(rows, std::move(op), std::move(input));
    }
    const auto label = find_label(build.waiting, variable, cardinality_);
    if (!input && rules_.has(Rule::existence)) {
        const double nodes = label ? cardinality_.nodes_with(*single_label(*build.waiting[*label].expr, variable))
                                   : cardinality_.all_nodes();
        if (NodePtr found = start_from_existence(build, variable, nodes)) return found;
    }
    if (label) {
        const ExprPtr condition = take(*label);
        const std::string name = *single_label(*condition, variable);
        return make_node(cardinality_.nodes_with(name), LabelScan{variable, name});
    }
    return make_node(cardinality_.all_nodes(), AllNodes{variable});
}

std::vector<VarId> Planner::must_differ(const Scope& scope, PatternBuild& build, std::size_t relationship) const {
    std::vector<VarId> others;
    for (std::size_t i = 0; i < build.pattern.relationships.size(); ++i) {
        const typed::PatternRelationship& other = build.pattern.relationships[i];
        if (i == relationship || other.selector || build.told_apart[relationship][i] ||
            !scope.available.contains(other.variable))
            continue;
        build.tell_apart(relationship, i);
        if (cardinality_.types_overlap(build.pattern.relationships[relationship].types.get(), other.types.get()))
            others.push_back(other.variable);
    }
    return others;
}

NodePtr Planner::follow(NodePtr input, Scope& scope, PatternBuild& build, std::size_t index, bool forward,
                        double rows) {
    typed::PatternRelationship& relationship = build.pattern.relationships[index];
    const VarId from = build.node_variable(forward ? relationship.from : relationship.to);
    const VarId to = build.node_variable(forward ? relationship.to : relationship.from);
    const Towards towards = forward ? relationship.towards : turned(relationship.towards);
    const bool into = scope.available.contains(to);
    rows = std::max(rows, 0.0);
    if (build.is_through(index)) return follow_through(std::move(input), scope, build, index, forward, rows);

    if (scope.available.contains(relationship.variable)) {
        Endpoints op{
            relationship.variable, build.node_variable(relationship.from), build.node_variable(relationship.to),
            relationship.towards,  clone_test(relationship.types.get()),   relationship.hops};
        op.from_bound = scope.available.contains(op.from);
        op.to_bound = scope.available.contains(op.to) || op.to == op.from;
        scope.available.insert(op.from);
        scope.available.insert(op.to);
        if (!relationship.each_conditions.empty()) {
            ExprPtr all =
                for_each_relationship(relationship.each, Kind::relationship, relationship_variable(relationship),
                                      std::move(relationship.each_conditions));
            VarSet needs = free_variables(*all);
            build.waiting.push_back({std::move(all), std::move(needs)});
        }
        return make_node(rows, std::move(op), std::move(input));
    }

    std::vector<VarId> others = must_differ(scope, build, index);
    if (!relationship.hops) {
        Expand op{from, relationship.variable, to, towards, clone_test(relationship.types.get()),
                  into, std::move(others)};
        scope.available.insert(relationship.variable);
        scope.available.insert(to);
        return make_node(rows, std::move(op), std::move(input));
    }

    VarExpand op{.walk = walk(scope, build, index, forward), .distinct_from = std::move(others)};
    scope.available.insert(relationship.variable);
    scope.available.insert(to);
    input = make_node(rows, std::move(op), std::move(input));
    return turn_lists(std::move(input), scope, build, index);
}

namespace {

// `a.id < b.id` and the like, seen from `a`.
std::optional<Op> order_of_ids(const typed::Expr& condition, VarId a, VarId b) {
    const auto* operation = std::get_if<typed::Operation>(&condition.node);
    if (operation == nullptr || operation->operands.size() != 2) return std::nullopt;
    const auto ids_of = [&](VarId left, VarId right) {
        return is_id_of(*operation->operands[0], left) && is_id_of(*operation->operands[1], right);
    };
    switch (operation->op) {
        case Op::less:
            return ids_of(a, b) ? std::optional(Op::less) : ids_of(b, a) ? std::optional(Op::greater) : std::nullopt;
        case Op::less_equal:
            return ids_of(a, b)   ? std::optional(Op::less_equal)
                   : ids_of(b, a) ? std::optional(Op::greater_equal)
                                  : std::nullopt;
        case Op::greater:
            return ids_of(a, b) ? std::optional(Op::greater) : ids_of(b, a) ? std::optional(Op::less) : std::nullopt;
        case Op::greater_equal:
            return ids_of(a, b)   ? std::optional(Op::greater_equal)
                   : ids_of(b, a) ? std::optional(Op::less_equal)
                                  : std::nullopt;
        default:
            return std::nullopt;
    }
}

Through seen_from(Through over, bool forward) {
    if (forward) return over;
    std::swap(over.first, over.second);
    std::swap(over.first_types, over.second_types);
    std::swap(over.first_towards, over.second_towards);
    over.first_towards = turned(over.first_towards);
    over.second_towards = turned(over.second_towards);
    return over;
}

}  // namespace

// From few nodes, the pairs are found first and the conditions on the other end come after; from many, the nodes that
// meet the conditions are found first, so that no other is ever counted.
NodePtr Planner::follow_through(NodePtr input, Scope& scope, PatternBuild& build, std::size_t index, bool forward,
                                double rows) {
    const typed::PatternRelationship& relationship = build.pattern.relationships[index];
    const std::size_t to_node = forward ? relationship.to : relationship.from;
    CountThrough op{.from = build.node_variable(forward ? relationship.from : relationship.to),
                    .to = build.node_variable(to_node),
                    .count = relationship.variable,
                    .through = seen_from(std::move(build.through.at(relationship.variable)), forward),
                    .into = scope.available.contains(build.node_variable(to_node)),
                    .order = std::nullopt};
    NodePtr ends;
    if (!op.into && input->rows >= many_rows) {
        Scope own;
        ends = find_start(nullptr, own, build, to_node);
        ends = place(std::move(ends), own, build.waiting);
        for (std::size_t i = 0; i < build.waiting.size() && !op.order; ++i) {
            op.order = order_of_ids(*build.waiting[i].expr, op.from, op.to);
            if (op.order) build.waiting.erase(build.waiting.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
    scope.available.insert(op.count);
    scope.available.insert(op.to);
    NodePtr node = make_node(rows, std::move(op), std::move(input));
    if (ends) node->inputs.push_back(std::move(ends));
    return node;
}

HashJoin Planner::join_keys(const Scope& left, const Scope& right, const PatternBuild& build) {
    HashJoin hash;
    for (const Conjunct& conjunct : build.waiting) {
        const auto* operation = std::get_if<typed::Operation>(&conjunct.expr->node);
        if (operation == nullptr || operation->op != Op::equal || contains_subquery(*conjunct.expr)) continue;
        for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
            const VarSet ours = free_variables(*operation->operands[side]);
            const VarSet theirs = free_variables(*operation->operands[1 - side]);
            if (ours.empty() || theirs.empty() || !left.available.includes(ours) || !right.available.includes(theirs))
                continue;
            hash.left.push_back(typed::clone(*operation->operands[side]));
            hash.right.push_back(typed::clone(*operation->operands[1 - side]));
            break;
        }
    }
    return hash;
}

NodePtr Planner::join(NodePtr left, Scope& scope, NodePtr right, const Scope& right_scope, const PatternBuild& build) {
    HashJoin hash = join_keys(scope, right_scope, build);
    scope.available.insert(right_scope.available);
    if (std::holds_alternative<SingleRow>(left->op)) return right;
    const double pairs = left->rows * right->rows;
    if (hash.left.empty()) return make_node(pairs, CrossProduct{}, std::move(left), std::move(right));
    const double rows = std::max(left->rows, right->rows);
    return make_node(std::min(pairs, rows), std::move(hash), std::move(left), std::move(right));
}

NodePtr Planner::keep_distinct(NodePtr input, Scope& scope, PatternBuild& build) {
    const auto& relationships = build.pattern.relationships;
    const auto is_bound = [&](std::size_t i) {
        return !relationships[i].selector && scope.available.contains(relationships[i].variable);
    };
    for (std::size_t added = 0; added < relationships.size(); ++added) {
        if (build.kept_distinct[added] || !is_bound(added)) continue;
        build.kept_distinct[added] = true;
        std::vector<std::size_t> others;
        for (std::size_t other = 0; other < relationships.size(); ++other) {
            if (other == added || build.told_apart[added][other] || !is_bound(other)) continue;
            build.tell_apart(added, other);
            const auto &one = relationships[added], &two = relationships[other];
            if (cardinality_.types_overlap(one.types.get(), two.types.get())) others.push_back(other);
        }
        input = tell_apart(std::move(input), scope, relationships, added, others);
    }
    return input;
}

// Of many others those that are single ones are put into one list: a condition for each pair would make a plan as deep
// as there are pairs.
NodePtr Planner::tell_apart(NodePtr input, Scope& scope, const std::vector<typed::PatternRelationship>& relationships,
                            std::size_t added, std::vector<std::size_t> others) {
    constexpr std::size_t few = 4;
    if (!relationships[added].hops && others.size() > few) {
        typed::List list;
        std::erase_if(others, [&](std::size_t other) {
            if (relationships[other].hops) return false;
            list.items.push_back(relationship_variable(relationships[other]));
            return true;
        });
        ExprPtr among = make_expr({}, ValueType::list_of(Kind::relationship), std::move(list));
        ExprPtr meets =
            make_operation(Op::in, Kind::boolean, relationship_variable(relationships[added]), std::move(among));
        input = filter(std::move(input), scope, make_operation(Op::not_, Kind::boolean, std::move(meets)));
    }
    for (const std::size_t other : others) {
        input = filter(std::move(input), scope,
                       differ(relationships[std::min(added, other)], relationships[std::max(added, other)]));
    }
    return input;
}

ExprPtr Planner::differ(const typed::PatternRelationship& one, const typed::PatternRelationship& other) {
    if (!one.hops && !other.hops) {
        return make_operation(Op::not_equal, Kind::boolean, relationship_variable(one), relationship_variable(other));
    }
    if (one.hops && other.hops) {
        const VarId each = new_variable(Kind::relationship);
        ExprPtr meets = make_operation(Op::in, Kind::boolean, read(each), relationship_variable(other));
        return make_expr(
            {}, Kind::boolean,
            typed::Quantifier{typed::Quantifier::Form::none, each, relationship_variable(one), std::move(meets)});
    }
    const auto &single = one.hops ? other : one, &list = one.hops ? one : other;
    return make_operation(
        Op::not_, Kind::boolean,
        make_operation(Op::in, Kind::boolean, relationship_variable(single), relationship_variable(list)));
}

}  // namespace confer::engine::plan
