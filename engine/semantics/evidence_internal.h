#pragma once
// Evidence: what the rows of a statement WITH SOURCES rest on, gathered clause by clause while it is resolved.
//
// A row rests on the relationships that each MATCH went through for it, and on those of the patterns that its
// conditions assert: in WHERE and FILTER, alone or joined by AND and OR. Where there are none of either, it rests on
// the nodes that MATCH found. A row of a group, or one that DISTINCT or UNION keeps of several, rests on all that they
// rest on.
//
// Shapes     a value of evidence is a relationship, a node, null, or a list of such values.
// Test       tests/suites/sources.
#include <vector>

#include "semantics/resolve_internal.h"

namespace confer::engine::semantics {

class Evidence {
public:
    // To be told of each clause right after it was resolved.
    Result<void> add(Analysis& in, const ast::Match& match, const typed::Match& resolved);
    Result<void> add_condition(Analysis& in, const ast::Expr& condition);

    // Carries what was gathered so far through a projection, of which it becomes further items.
    void pass_through(Analysis& in, typed::Projection& projection);

    // Makes one more item of the last projection, RETURN: all that its rows rest on.
    VarId finish(Analysis& in, typed::Projection& projection);
    // The relationships as a list, where nothing is returned.
    ExprPtr take();

private:
    VarId carry(Analysis& in, std::vector<ExprPtr>& gathered, typed::Projection& projection);

    // Over the variables of the clause before.
    std::vector<ExprPtr> relationships_, nodes_;
};

// Which columns a query gets besides its own: none, what its rows rest on, or that in place of its own.
enum class Gathering : std::uint8_t { rows_alone, rows_and_evidence, evidence_alone };
Result<typed::Query> resolve_query(Analysis& in, const ast::Query& query, Gathering gathering);

// A list of the relationships that the pattern, or the query inside EXISTS { }, goes through.
Result<ExprPtr> resolve_evidence(Analysis& in, const ast::Expr& expr, const ast::PatternPredicate& predicate);
Result<ExprPtr> resolve_evidence(Analysis& in, const ast::Expr& expr, const ast::Subquery& exists);

}  // namespace confer::engine::semantics
