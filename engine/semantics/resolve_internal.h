#pragma once
// Resolving: from the AST to the typed tree, one function a noun; what they share is in Analysis.
//
// Errors     Result<T>; after an error an Analysis is of no further use.
// Threads    an Analysis belongs to one call of analyse().
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "semantics/analyse.h"
#include "semantics/scope.h"

namespace confer::engine::semantics {

using typed::ExprPtr;

// A subquery that is being resolved. Variables below `first_own` belong to its surroundings.
struct Frame {
    Frame* surrounding = nullptr;
    VarId first_own = 0;
    std::size_t clause = 0;                 // which of its clauses is being resolved
    std::map<VarId, std::size_t> last_use;  // variables of the surroundings: the last clause to read them
};

// What aggregates may do where an expression stands.
struct AggregationPlace {
    typed::Projection* projection = nullptr;  // takes the aggregates up; null: there may be none
    std::string_view name;                    // "WHERE": of a place where there may be none
    bool inside_aggregate = false;            // among the arguments of one
    bool met = false;                         // set by every aggregate that was taken up
};

struct Analysis {
    const AnalyseContext& context;
    Variables variables = {};
    Scope* scope = nullptr;
    Frame* frame = nullptr;
    AggregationPlace aggregation = {};
    std::vector<std::string> parameters = {};
    std::vector<ProcedurePtr> unyielded = {};  // called without YIELD, for hints
    unsigned depth = 0;                        // of nested expressions
    unsigned subquery_depth = 0;
    unsigned chain_depth = 0;  // of chained comparisons inside the middle of others
    unsigned steps = 0;        // since the limits were looked at
    std::size_t parts = 0;     // see count_part
};

// Sets a variable for as long as it lives.
template <class T>
class Temporarily {
public:
    Temporarily(T& target, T value) : target_(target), before_(std::exchange(target, std::move(value))) {}
    ~Temporarily() { target_ = std::move(before_); }
    Temporarily(const Temporarily&) = delete;
    Temporarily& operator=(const Temporarily&) = delete;

private:
    T& target_;
    T before_;
};

// ---- names and errors (names.cpp)
std::string tick(std::string_view name);
// "an Integer", "a String or List": types as messages speak of them.
std::string with_article(ValueType type);
Error make_error(ErrorCode code, SourceSpan span, std::string message, std::vector<std::string> hints = {});
// The variable called that, marked as used.
Result<VarId> find_variable(Analysis& in, std::string_view name, SourceSpan span);
Error undefined_variable(const Analysis& in, std::string_view name, SourceSpan span);
// Notes that a subquery reads a variable of its surroundings.
void note_use(Analysis& in, VarId variable);
bool is_outer(const Analysis& in, VarId variable);
ExprPtr make_variable(Analysis& in, VarId variable, SourceSpan span);
Error nested_too_deeply(SourceSpan span, std::string_view what);
// Counts the clauses that read and what their patterns are drawn of. Each is a step of the plan below the next one, so
// that there is a limit to their number. Errors: statement_too_large, interrupted, timeout.
Result<void> count_part(Analysis& in, SourceSpan span);
Error misplaced_aggregate(std::string_view function, std::string_view place, SourceSpan span);

template <class Node>
ExprPtr make_expr(SourceSpan span, ValueType type, Node node) {
    auto expr = std::make_unique<typed::Expr>();
    expr->span = span;
    expr->type = type;
    expr->node = std::move(node);
    return expr;
}

// ---- expressions (resolve_expr.cpp, resolve_operator.cpp, resolve_call.cpp, resolve_collection.cpp)
Result<ExprPtr> resolve(Analysis& in, const ast::Expr& expr);
// One that `who` ("WHERE", "AND") takes for true or false; a pattern may stand for its existence.
Result<ExprPtr> resolve_condition(Analysis& in, const ast::Expr& expr, std::string_view who);
Result<ExprPtr> resolve_chained_comparison(Analysis& in, const ast::Comparison& comparison);
Result<ExprPtr> resolve_binary(Analysis& in, const ast::Expr& expr);
Result<ExprPtr> resolve_chain(Analysis& in, const ast::Expr& expr, const ast::Chain& chain);
Result<ExprPtr> resolve_unary(Analysis& in, const ast::Expr& expr, const ast::Unary& unary);
Result<ExprPtr> resolve_call(Analysis& in, const ast::Expr& expr, const ast::FunctionCall& call);
Result<ExprPtr> resolve_count_star(Analysis& in, const ast::Expr& expr);
// Whether the key may be read from the object.
Result<void> check_property_access(Analysis& in, const typed::Expr& object, std::string_view key, SourceSpan key_span);

// ---- labels (resolve_labels.cpp)
enum class Labelled : std::uint8_t { node, relationship, either };
Result<typed::LabelTestPtr> resolve_labels(Analysis& in, const ast::LabelExpr& labels, Labelled what);
// The names of which something that passes the test has at least one; none: it may have any.
std::vector<std::string> implied_names(const typed::LabelTest& test);
typed::LabelTestPtr both(typed::LabelTestPtr a, typed::LabelTestPtr b);  // either may be null

// ---- patterns and subqueries (resolve_pattern.cpp, resolve_subquery.cpp)
enum class NewVariables : std::uint8_t { allowed, refused };
Result<typed::PatternGraph> resolve_pattern(Analysis& in, std::span<const ast::PathPattern> paths, NewVariables rule);
// A single path whose name stands elsewhere: [p = (a)-->(b) | p]
Result<typed::PatternGraph> resolve_pattern(Analysis& in, const ast::PathPattern& path,
                                            const std::optional<ast::Name>& path_name);
Result<ExprPtr> resolve_pattern_predicate(Analysis& in, const ast::Expr& expr, const ast::PatternPredicate& predicate);
Result<ExprPtr> resolve_pattern_comprehension(Analysis& in, const ast::Expr& expr,
                                              const ast::PatternComprehension& comprehension);
// shortestPath((a)-[*]-(b)): the path or null; allShortestPaths(…): a list of paths.
Result<ExprPtr> resolve_shortest_path(Analysis& in, const ast::Expr& expr, const ast::ShortestPath& shortest);
Result<ExprPtr> resolve_query_expression(Analysis& in, const ast::Expr& expr, const ast::Subquery& subquery);

// ---- clauses (resolve_projection.cpp, resolve_rows.cpp, resolve_procedure.cpp, resolve_query.cpp)
// Afterwards the scope holds the items alone. RETURN fills in the query's columns.
Result<typed::Projection> resolve_projection(Analysis& in, const ast::Projection& projection, SourceSpan span,
                                             typed::SingleQuery& query, std::vector<typed::Column>& columns);
Result<typed::Match> resolve_match(Analysis& in, const ast::Match& match);
Result<typed::Unwind> resolve_unwind(Analysis& in, const ast::Unwind& unwind);
Result<typed::Unwind> resolve_for(Analysis& in, const ast::For& loop);
Result<typed::Projection> resolve_filter(Analysis& in, const ast::Filter& filter);
// One name of a LET, which all after it can use.
Result<typed::Projection> resolve_let(Analysis& in, const ast::Name& name, const ast::Expr& value);
// Standing alone, a call is a whole statement: then its outputs are the columns, all of them without YIELD.
enum class CallPlace : std::uint8_t { alone, in_query };
Result<typed::ProcedureCall> resolve_procedure_call(Analysis& in, const ast::ProcedureCall& call, CallPlace place);
Result<typed::Query> resolve_query(Analysis& in, const ast::Query& query);

// ---- clauses that write (resolve_update.cpp)
Result<typed::Create> resolve_create(Analysis& in, const ast::Create& create);
Result<typed::Merge> resolve_merge(Analysis& in, const ast::Merge& merge);
Result<typed::Set> resolve_set(Analysis& in, const ast::Set& set);
Result<typed::Set> resolve_remove(Analysis& in, const ast::Remove& remove);
Result<typed::Delete> resolve_delete(Analysis& in, const ast::Delete& clause);

}  // namespace confer::engine::semantics
