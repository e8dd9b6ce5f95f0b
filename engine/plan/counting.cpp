// Patterns whose rows are only counted: a MATCH under aggregates, and what stands in COUNT { } and size([pattern | …]).
// What the rules `counts` and `products` take out of the pattern comes back as counts; the aggregates then add up
// their product instead of ones.
#include "function/registry.h"
#include "plan/liveness.h"
#include "plan/pattern_build_internal.h"
#include "plan/rules/counted_pattern_internal.h"
#include "semantics/children.h"

namespace confer::engine::plan {

using typed::ExprPtr;
using typed::Op;
using Fast = AggregateSpec::Fast;

namespace {

bool counts_rows(const typed::AggregateCall& call, const VarSet& bound) {
    if (call.distinct || (call.function->fast != Fast::count && call.function->fast != Fast::count_rows)) return false;
    return call.arguments.empty() || bound.contains(plain_variable(*call.arguments.front()));
}

bool is_deterministic(const typed::Expr& expr) {
    return !typed::any_part(expr, [](const typed::Expr& part) {
        const auto* call = std::get_if<typed::Call>(&part.node);
        return call != nullptr && !call->function->deterministic;
    });
}

// What the projection reads of each row; nothing if it must see each row as often as there are such.
std::optional<VarSet> needed_by(const typed::Projection& projection, const VarSet& bound) {
    VarSet needed;
    bool repeats = true;
    const auto need = [&](const typed::Expr& expr) {
        needed.insert(free_variables(expr));
        repeats = repeats && is_deterministic(expr);
    };
    for (const typed::Binding& key : projection.keys) need(*key.expr);
    for (const typed::AggregateCall& call : projection.aggregates) {
        if (counts_rows(call, bound)) continue;
        const Fast fast = call.function->fast;
        if (!call.distinct && fast != Fast::count && fast != Fast::min && fast != Fast::max) return std::nullopt;
        for (const ExprPtr& argument : call.arguments) need(*argument);
    }
    if (!repeats) return std::nullopt;
    return needed;
}

ExprPtr integer(std::int64_t number, SourceSpan span) {
    return make_expr(span, Kind::integer, typed::Constant{Value(number)});
}

// Makes the aggregates count each row `count` times (null: once), and read none of what is only counted.
void count_by(typed::Projection& projection, const VarSet& bound, const typed::Expr* count) {
    for (typed::AggregateCall& call : projection.aggregates) {
        const bool rows = counts_rows(call, bound);
        if (rows) call.arguments.clear();
        if (count == nullptr || (!rows && (call.distinct || call.function->fast != Fast::count))) continue;
        ExprPtr times = typed::clone(*count);
        if (!rows) {
            ExprPtr& argument = call.arguments.front();
            const SourceSpan span = argument->span;
            typed::Case choice;
            choice.branches.emplace_back(make_operation(Op::is_null, Kind::boolean, std::move(argument)),
                                         integer(0, span));
            choice.otherwise = std::move(times);
            times = make_expr(span, Kind::integer, std::move(choice));
        }
        call.function = builtin_functions().find_aggregate("sum");
        call.arguments.clear();
        call.arguments.push_back(std::move(times));
    }
}

}  // namespace

NodePtr Planner::counted_match(NodePtr input, Scope& scope, typed::PatternGraph pattern, VarSet needed,
                               ExprPtr& count) {
    if (pattern.selector) return match(std::move(input), scope, std::move(pattern));
    VarSet known = scope.available;
    known.insert(scope.frame);
    CountedPattern taking(pattern, std::move(needed), known, cardinality_, variables_);
    if (rules_.has(Rule::counts)) taking.take_leaves();
    if (rules_.has(Rule::products)) taking.take_middles();
    Counted counted = std::move(taking).finish();
    const std::vector<VarId> counts = counted.counts();
    input = match(std::move(input), scope, std::move(pattern), std::move(counted.through));
    for (const VarId one : counts) {
        ExprPtr factor = read(one);
        count = count ? make_operation(Op::multiply, Kind::integer, std::move(count), std::move(factor))
                      : std::move(factor);
    }
    for (CountWays& ways : counted.ways) {
        scope.available.insert(ways.count);
        const double rows = input->rows;
        NodePtr node = make_node(rows, std::move(ways));
        node->inputs.push_back(recall(std::move(input), scope, reads(*node)));
        input = std::move(node);
    }
    return input;
}

NodePtr Planner::aggregated_match(NodePtr input, Scope& scope, typed::PatternGraph pattern,
                                  typed::Projection& projection) {
    const VarSet bound = added_by(pattern);  // never null
    std::optional<VarSet> needed = needed_by(projection, bound);
    if (!needed) return match(std::move(input), scope, std::move(pattern));
    ExprPtr count;
    input = counted_match(std::move(input), scope, std::move(pattern), *std::move(needed), count);
    count_by(projection, bound, count.get());
    return input;
}

}  // namespace confer::engine::plan
