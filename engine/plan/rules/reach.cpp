// A walk of distinct relationships from a to b with at least one and at most m of them exists exactly when b is within
// m steps of a, since a shortest walk repeats nothing. So where only the pairs (a, b) count, a breadth-first search
// finds them all; relationships that other parts of the pattern have, it leaves aside, as the walk must. That fails for
// a least length above one, and for turns of several steps, in which the shortest walk may come back to a relationship
// at another step. Nor can a walk that leads back to its start be put together from two halves, as Reach does without
// directions, when conditions ask which end is which.
#include <algorithm>

#include "plan/rewrite.h"

namespace confer::engine::plan {

namespace {

// Whether a row given twice changes what the aggregate gives.
bool counts_rows(const typed::AggregateCall& call) {
    using Fast = AggregateSpec::Fast;
    return !call.distinct && call.function->fast != Fast::min && call.function->fast != Fast::max;
}

// `repeats`: whether the number of equal rows that the node gives matters.
void visit(Node& node, bool repeats) {
    if (auto* expand = std::get_if<VarExpand>(&node.op)) {
        const Walk& walk = expand->walk;
        const bool list_needed = std::find(node.live.begin(), node.live.end(), walk.relationships) != node.live.end();
        const bool length_needed = walk.length != typed::no_variable;
        expand->reach_only =
            !repeats && !list_needed && !length_needed && walk.hops.least <= 1 && walk.turn.size() == 1;
    }
    bool first = repeats, second = repeats;
    if (std::holds_alternative<Distinct>(node.op)) first = false;
    if (const auto* aggregate = std::get_if<Aggregate>(&node.op))
        first = std::any_of(aggregate->aggregates.begin(), aggregate->aggregates.end(), counts_rows);
    if (std::holds_alternative<Top>(node.op) || std::holds_alternative<Skip>(node.op) ||
        std::holds_alternative<Limit>(node.op))
        first = true;
    if (std::holds_alternative<SemiApply>(node.op)) second = false;
    if (const auto* subquery = std::get_if<SubqueryApply>(&node.op))
        second = subquery->form != typed::Subquery::Form::exists;
    if (std::holds_alternative<Fold>(node.op)) second = true;
    for (std::size_t i = 0; i < node.inputs.size(); ++i)
        visit(*node.inputs[i], i == 0 || std::holds_alternative<Union>(node.op) ? first : second);
}

}  // namespace

void reach_where_walks_do_not_matter(Plan& plan) {
    visit(*plan.root, true);
}

}  // namespace confer::engine::plan
