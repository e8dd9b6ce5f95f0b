// Rule `existence`: where a node is only asked to have a certain pattern, `(a)-[:USES]->({id: 'x'})`, and that pattern
// leads back from a node with an id to few others, these are the start, each once, rather than all nodes that `a`
// may be. The condition is then met by all of them.
#include "plan/pattern_build_internal.h"

namespace confer::engine::plan {

using typed::Op;

namespace {

// Whether the condition says that some other node has a certain id.
bool names_another(const typed::Expr& condition, VarId node) {
    const auto* operation = std::get_if<typed::Operation>(&condition.node);
    if (operation == nullptr) return false;
    if (operation->op == Op::and_)
        return std::any_of(operation->operands.begin(), operation->operands.end(),
                           [&](const typed::ExprPtr& part) { return names_another(*part, node); });
    if (operation->op != Op::equal) return false;
    for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
        const auto* property = std::get_if<typed::Property>(&operation->operands[side]->node);
        if (property == nullptr || property->key != "id") continue;
        const VarId named = plain_variable(*property->object);
        if (named != typed::no_variable && named != node && free_variables(*operation->operands[1 - side]).empty())
            return true;
    }
    return false;
}

}  // namespace

NodePtr Planner::start_from_existence(PatternBuild& build, VarId node, double otherwise) {
    std::optional<std::size_t> best;
    NodePtr start;
    for (std::size_t i = 0; i < build.waiting.size(); ++i) {
        const Conjunct& conjunct = build.waiting[i];
        const auto* asked = std::get_if<typed::Subquery>(&conjunct.expr->node);
        if (asked == nullptr || asked->form != typed::Subquery::Form::exists || asked->pattern == nullptr) continue;
        const std::vector<typed::ExprPtr>& conditions = asked->pattern->conditions;
        if (asked->pattern->selector || conjunct.needs.to_vector() != std::vector{node}) continue;
        if (std::none_of(conditions.begin(), conditions.end(),
                         [&](const typed::ExprPtr& condition) { return names_another(*condition, node); }))
            continue;
        const typed::ExprPtr copy = typed::clone(*conjunct.expr);
        auto& subquery = std::get<typed::Subquery>(copy->node);
        if (subquery.where) subquery.pattern->conditions.push_back(std::move(subquery.where));
        Scope own;
        NodePtr found = match(make_node(1, SingleRow{}), own, std::move(*subquery.pattern));
        if (2 * found->rows >= (start ? 2 * start->rows : otherwise)) continue;
        best = i;
        start = std::move(found);
    }
    if (!best) return nullptr;
    build.waiting.erase(build.waiting.begin() + static_cast<std::ptrdiff_t>(*best));
    const double rows = start->rows;
    return make_node(rows, Distinct{{node}}, std::move(start));
}

}  // namespace confer::engine::plan
