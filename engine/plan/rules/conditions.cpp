// A condition after a WITH that neither groups, cuts nor renames what the condition reads could as well have been
// written in the MATCH before, where it can choose the plan's start.
#include <algorithm>

#include "plan/expr_tree.h"
#include "plan/rewrite.h"
#include "semantics/conjunction.h"

namespace confer::engine::plan {

namespace {

VarSet passed_through(const typed::Projection& projection) {
    VarSet passed;
    for (const typed::Binding& item : projection.items)
        if (plain_variable(*item.expr) == item.variable) passed.insert(item.variable);
    return passed;
}

}  // namespace

void move_conditions_before_projections(typed::SingleQuery& query) {
    for (std::size_t i = 1; i < query.clauses.size(); ++i) {
        auto* match = std::get_if<typed::Match>(&query.clauses[i - 1].node);
        auto* projection = std::get_if<typed::Projection>(&query.clauses[i].node);
        if (match == nullptr || match->optional || projection == nullptr || !projection->where) continue;
        if (projection->aggregating || projection->skip || projection->limit) continue;
        const VarSet passed = passed_through(*projection);
        std::vector<typed::ExprPtr> conjuncts, stay;
        typed::split_conjunction(std::move(projection->where), conjuncts);
        for (typed::ExprPtr& conjunct : conjuncts) {
            const bool moves = passed.includes(free_variables(*conjunct));
            (moves ? match->pattern.conditions : stay).push_back(std::move(conjunct));
        }
        projection->where = nullptr;
        for (typed::ExprPtr& conjunct : stay)
            projection->where = projection->where ? make_operation(typed::Op::and_, Kind::boolean,
                                                                   std::move(projection->where), std::move(conjunct))
                                                  : std::move(conjunct);
    }
}

}  // namespace confer::engine::plan
