#pragma once
// Grouping: what is left of a projection's input once its rows were grouped or made distinct, and
// expressions put in terms of that.
//
// Errors     undefined_variable, ambiguous_aggregation: something that is gone is asked for.
// Source     openCypher 9 reference, "Aggregation"; CIP2013-06-20 "Order by".
#include <set>

#include "semantics/resolve_internal.h"

namespace confer::engine::semantics {

class Grouping {
public:
    // Variables below `first_new` come from the input.
    Grouping(Analysis& in, VarId first_new) : in_(in), first_new_(first_new) {}

    // `variable` holds what `expr`, an expression over the input, gives.
    void add(const typed::Expr& expr, VarId variable);
    // `variable` holds an aggregate's result or something made of one.
    void add_aggregated(VarId variable) { aggregated_.insert(variable); }

    // An expression without aggregates: any part that equals an added expression becomes its variable.
    Result<void> ground(ExprPtr& expr) const;
    // One with aggregates: its other parts must be grouping keys, or constant. `what` says whose rules hold.
    enum class Mixed : std::uint8_t { item, sort_key };
    Result<void> ground_mixed(ExprPtr& expr, Mixed what) const;
    // An argument of an aggregate that came up after the items: it is computed over the input again.
    Result<void> ground_argument(ExprPtr& argument) const;

private:
    struct Rule {
        bool only_simple = false;  // only variables and their properties may stand for a key
        bool ambiguous = false;    // how to call what is gone
        bool over_input = false;   // keys are put back into terms of the input
    };

    Analysis& in_;
    VarId first_new_;
    std::vector<std::pair<const typed::Expr*, VarId>> known_;
    std::set<VarId> passed_on_, aggregated_;

    const std::pair<const typed::Expr*, VarId>* find(const typed::Expr& expr) const;
    const typed::Expr* source_of(VarId variable) const;
    Result<void> ground(ExprPtr& expr, Rule rule) const;
    Result<void> ground_variable(ExprPtr& expr, VarId variable, Rule rule) const;
    Result<void> check(VarId variable, SourceSpan span, bool ambiguous) const;
};

}  // namespace confer::engine::semantics
