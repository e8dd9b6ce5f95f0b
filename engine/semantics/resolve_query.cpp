// MATCH, and the order of clauses; UNION.
#include <algorithm>

#include "semantics/conjunction.h"
#include "semantics/evidence_internal.h"

namespace confer::engine::semantics {

namespace {

Error misplaced_return(SourceSpan span) {
    return make_error(ErrorCode::invalid_clause_composition, span, "RETURN must be the last clause",
                      {"use WITH to go on with the rows"});
}

Error missing_return(const ast::SingleQuery& query) {
    const SourceSpan span = query.clauses.empty() ? query.span : query.clauses.back().span;
    return make_error(ErrorCode::invalid_clause_composition, {span.end, span.end}, "the statement returns nothing",
                      {"end it with RETURN, for instance `RETURN *`"});
}

// Between a clause that writes and one that reads again there is a WITH, so that people see where the graph changes.
Error missing_with(SourceSpan span) {
    return make_error(ErrorCode::invalid_clause_composition, {span.begin, span.begin},
                      "`WITH` has to stand between a clause that writes and one that reads",
                      {"write `WITH *` before it"});
}

// In a subquery the surroundings' variables can be read anywhere, so whatever a projection leaves out and a
// later clause reads is passed on. They are the same in all rows: a further key makes no further groups.
void pass_on(const Frame& frame, std::size_t index, typed::Projection& projection) {
    for (const auto& [variable, last] : frame.last_use) {
        const auto is_passed_on = [id = variable](const typed::Binding& binding) { return binding.variable == id; };
        const auto binding = [id = variable] {
            return typed::Binding{id, make_expr({}, ValueType::any(), typed::Variable{id})};
        };
        // Without keys there is one group even of no rows; a key would lose it.
        if (projection.aggregating && !projection.keys.empty() && last >= index &&
            std::none_of(projection.keys.begin(), projection.keys.end(), is_passed_on)) {
            projection.keys.push_back(binding());
        }
        if (last > index && std::none_of(projection.items.begin(), projection.items.end(), is_passed_on)) {
            projection.items.push_back(binding());
        }
    }
}

// What a statement writes rests on nothing yet, and what it deletes no longer does.
Error sources_of_changes(const ast::Query& query) {
    const std::uint32_t end = query.span.end;
    return make_error(ErrorCode::invalid_clause_composition, {end, end},
                      "`WITH SOURCES` can't stand in a statement that changes the graph",
                      {"ask for the sources in a statement of its own"});
}

class QueryResolver {
public:
    // `is_whole`: the query is all of the statement, not a part of a UNION and not inside another.
    QueryResolver(Analysis& in, bool is_whole, Gathering gathering)
        : in_(in), is_whole_(is_whole), gathering_(gathering) {}

    Result<typed::SingleQuery> resolve_single(const ast::SingleQuery& query, std::vector<typed::Column>& columns);

private:
    Analysis& in_;
    bool is_whole_;
    Gathering gathering_;
    Evidence evidence_;

    bool gathers() const { return gathering_ != Gathering::rows_alone; }
    Result<void> gather(const ast::Clause& clause, typed::Clause& resolved, typed::SingleQuery& query);
    void return_evidence(typed::SingleQuery& query);

    void begin_clause(const typed::SingleQuery& query) {
        if (in_.frame != nullptr) in_.frame->clause = query.clauses.size();
    }
    Result<typed::Clause> resolve_clause(const ast::Clause& clause, typed::SingleQuery& query,
                                         std::vector<typed::Column>& columns);
    Result<void> add_let(const ast::Clause& clause, typed::SingleQuery& query);
    Result<typed::SingleQuery> call_alone(const ast::Clause& clause, std::vector<typed::Column>& columns);
    Result<void> resolve_update(const ast::Clause& clause, typed::SingleQuery& query);
};

Result<typed::Clause> QueryResolver::resolve_clause(const ast::Clause& clause, typed::SingleQuery& query,
                                                    std::vector<typed::Column>& columns) {
    typed::Clause result{clause.span, {}};
    if (const auto* match = std::get_if<ast::Match>(&clause.node)) {
        CONFER_TRY(result.node, resolve_match(in_, *match));
    } else if (const auto* unwind = std::get_if<ast::Unwind>(&clause.node)) {
        CONFER_TRY(result.node, resolve_unwind(in_, *unwind));
    } else if (const auto* loop = std::get_if<ast::For>(&clause.node)) {
        CONFER_TRY(result.node, resolve_for(in_, *loop));
    } else if (const auto* filter = std::get_if<ast::Filter>(&clause.node)) {
        CONFER_TRY(result.node, resolve_filter(in_, *filter));
    } else if (const auto* call = std::get_if<ast::ProcedureCall>(&clause.node)) {
        CONFER_TRY(result.node, resolve_procedure_call(in_, *call, CallPlace::in_query));
    } else {
        const auto& projection = std::get<ast::Projection>(clause.node);
        CONFER_TRY(result.node, resolve_projection(in_, projection, clause.span, query, columns));
    }
    return result;
}

Result<void> QueryResolver::gather(const ast::Clause& clause, typed::Clause& resolved, typed::SingleQuery& query) {
    if (const auto* match = std::get_if<ast::Match>(&clause.node)) {
        return evidence_.add(in_, *match, std::get<typed::Match>(resolved.node));
    }
    auto* through = std::get_if<typed::Projection>(&resolved.node);
    if (through == nullptr) return {};
    const auto* projection = std::get_if<ast::Projection>(&clause.node);
    if (projection != nullptr && projection->is_return) {
        if (gathering_ == Gathering::evidence_alone) query.columns.clear();
        query.columns.push_back(evidence_.finish(in_, *through));
        return {};
    }
    evidence_.pass_through(in_, *through);
    const auto* filter = std::get_if<ast::Filter>(&clause.node);
    const ast::ExprPtr& condition = filter != nullptr ? filter->condition : projection->where;
    return condition == nullptr ? Result<void>() : evidence_.add_condition(in_, *condition);
}

// A subquery may end without RETURN.
void QueryResolver::return_evidence(typed::SingleQuery& query) {
    const VarId all = in_.variables.add_anonymous(ValueType::list_of(ValueType::any()), {});
    typed::Projection projection;
    projection.items.push_back({all, evidence_.take()});
    query.clauses.push_back({{}, std::move(projection)});
    query.columns = {all};
}

// One clause for each name, since a later one may use an earlier one.
Result<void> QueryResolver::add_let(const ast::Clause& clause, typed::SingleQuery& query) {
    for (const auto& [name, value] : std::get<ast::Let>(clause.node).bindings) {
        CONFER_CHECK(count_part(in_, name.span));
        begin_clause(query);
        CONFER_TRY(typed::Projection projection, resolve_let(in_, name, *value));
        if (gathers()) evidence_.pass_through(in_, projection);
        query.clauses.push_back({clause.span, std::move(projection)});
    }
    return {};
}

Result<typed::SingleQuery> QueryResolver::call_alone(const ast::Clause& clause, std::vector<typed::Column>& columns) {
    const auto& call = std::get<ast::ProcedureCall>(clause.node);
    CONFER_TRY(typed::ProcedureCall resolved, resolve_procedure_call(in_, call, CallPlace::alone));
    typed::SingleQuery result;
    for (const typed::ProcedureCall::Yield& yield : resolved.yields) {
        result.columns.push_back(yield.variable);
        columns.push_back({in_.variables[yield.variable].name, in_.variables[yield.variable].type});
    }
    result.clauses.push_back({clause.span, std::move(resolved)});
    return result;
}

// The clauses so far find the rows for which it changes the graph.
Result<void> QueryResolver::resolve_update(const ast::Clause& clause, typed::SingleQuery& query) {
    typed::Step step{std::exchange(query.clauses, {}), clause.span, {}};
    if (const auto* create = std::get_if<ast::Create>(&clause.node)) {
        CONFER_TRY(step.update, resolve_create(in_, *create));
    } else if (const auto* merge = std::get_if<ast::Merge>(&clause.node)) {
        CONFER_TRY(step.update, resolve_merge(in_, *merge));
    } else if (const auto* set = std::get_if<ast::Set>(&clause.node)) {
        CONFER_TRY(step.update, resolve_set(in_, *set));
    } else if (const auto* remove = std::get_if<ast::Remove>(&clause.node)) {
        CONFER_TRY(step.update, resolve_remove(in_, *remove));
    } else {
        CONFER_TRY(step.update, resolve_delete(in_, std::get<ast::Delete>(clause.node)));
    }
    query.steps.push_back(std::move(step));
    return {};
}

Result<typed::SingleQuery> QueryResolver::resolve_single(const ast::SingleQuery& query,
                                                         std::vector<typed::Column>& columns) {
    Scope scope(in_.scope);
    const Temporarily inner(in_.scope, &scope);
    if (is_whole_ && query.clauses.size() == 1 && std::holds_alternative<ast::ProcedureCall>(query.clauses[0].node)) {
        return call_alone(query.clauses[0], columns);
    }
    typed::SingleQuery result;
    bool returned = false;
    for (std::size_t i = 0; i < query.clauses.size(); ++i) {
        if (returned) return misplaced_return(query.clauses[i - 1].span);
        if (ast::writes(query.clauses[i])) {
            CONFER_CHECK(resolve_update(query.clauses[i], result));
            continue;
        }
        CONFER_CHECK(count_part(in_, query.clauses[i].span));
        const bool reads = !std::holds_alternative<ast::Projection>(query.clauses[i].node);
        if (reads && i > 0 && ast::writes(query.clauses[i - 1])) return missing_with(query.clauses[i].span);
        if (std::holds_alternative<ast::Let>(query.clauses[i].node)) {
            CONFER_CHECK(add_let(query.clauses[i], result));
            continue;
        }
        begin_clause(result);
        CONFER_TRY(typed::Clause clause, resolve_clause(query.clauses[i], result, columns));
        if (gathers()) CONFER_CHECK(gather(query.clauses[i], clause, result));
        result.clauses.push_back(std::move(clause));
        const auto* projection = std::get_if<ast::Projection>(&query.clauses[i].node);
        returned = projection != nullptr && projection->is_return;
    }
    const bool ends_writing = !query.clauses.empty() && ast::writes(query.clauses.back());
    if (!returned && !ends_writing && in_.frame == nullptr) return missing_return(query);
    if (gathering_ == Gathering::evidence_alone && !returned) return_evidence(result);
    if (in_.frame == nullptr) return result;
    for (std::size_t i = 0; i < result.clauses.size(); ++i) {
        if (auto* projection = std::get_if<typed::Projection>(&result.clauses[i].node)) {
            pass_on(*in_.frame, i, *projection);
        }
    }
    return result;
}

Result<void> check_unions(const ast::Query& query) {
    for (std::size_t i = 1; i < query.union_all.size(); ++i) {
        if (query.union_all[i] == query.union_all[0]) continue;
        return make_error(ErrorCode::invalid_clause_composition, query.parts[i + 1].span,
                          "UNION and UNION ALL can't be mixed in one statement",
                          {"use one of them throughout; UNION leaves out rows that occurred before"});
    }
    return {};
}

std::string names_of(const std::vector<typed::Column>& columns) {
    std::string text;
    for (const typed::Column& column : columns) text += (text.empty() ? "" : ", ") + tick(column.name);
    return text;
}

// Puts a later part's columns into the first one's order and widens the types.
Result<void> align_columns(typed::Query& query, typed::SingleQuery& part, const std::vector<typed::Column>& columns,
                           SourceSpan span) {
    std::vector<VarId> ordered;
    for (typed::Column& column : query.columns) {
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const typed::Column& other) { return other.name == column.name; });
        if (found == columns.end()) break;
        ordered.push_back(part.columns[static_cast<std::size_t>(found - columns.begin())]);
        column.type = column.type | found->type;
    }
    if (ordered.size() != query.columns.size() || ordered.size() != columns.size()) {
        return make_error(ErrorCode::different_columns_in_union, span,
                          "the parts of a UNION need the same columns: " + names_of(query.columns) + " before, " +
                              names_of(columns) + " here",
                          {"name them alike with AS"});
    }
    if (query.has_evidence) ordered.push_back(part.columns.back());
    part.columns = std::move(ordered);
    return {};
}

}  // namespace

Result<typed::Match> resolve_match(Analysis& in, const ast::Match& match) {
    typed::Match result;
    result.optional = match.optional;
    CONFER_TRY(result.pattern, resolve_pattern(in, match.patterns, NewVariables::allowed));
    if (match.where == nullptr) return result;
    const Temporarily aggregation(in.aggregation, AggregationPlace{nullptr, "WHERE"});
    CONFER_TRY(ExprPtr where, resolve_condition(in, *match.where, "WHERE"));
    typed::PatternGraph& pattern = result.pattern;
    typed::split_conjunction(std::move(where), pattern.selector ? pattern.after : pattern.conditions);
    return result;
}

Result<typed::Query> resolve_query(Analysis& in, const ast::Query& query) {
    if (query.with_sources && ast::writes(query)) return sources_of_changes(query);
    return resolve_query(in, query, query.with_sources ? Gathering::rows_and_evidence : Gathering::rows_alone);
}

Result<typed::Query> resolve_query(Analysis& in, const ast::Query& query, Gathering gathering) {
    CONFER_CHECK(check_unions(query));
    typed::Query result;
    result.has_evidence = gathering == Gathering::rows_and_evidence;
    result.union_all = query.union_all;
    const bool is_whole = query.parts.size() == 1 && in.frame == nullptr;
    for (const ast::SingleQuery& part : query.parts) {
        if (in.frame != nullptr) in.frame->clause = 0;
        std::vector<typed::Column> columns;
        CONFER_TRY(typed::SingleQuery resolved, QueryResolver(in, is_whole, gathering).resolve_single(part, columns));
        if (gathering == Gathering::evidence_alone) columns = {{"evidence", ValueType::any()}};
        if (result.parts.empty()) {
            result.columns = std::move(columns);
        } else {
            CONFER_CHECK(
                align_columns(result, resolved, columns, part.clauses.empty() ? part.span : part.clauses.back().span));
        }
        result.parts.push_back(std::move(resolved));
    }
    return result;
}

}  // namespace confer::engine::semantics
