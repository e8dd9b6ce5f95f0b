// Variables by name, and the errors that several files raise.
#include <algorithm>

#include "base/suggest.h"
#include "semantics/resolve_internal.h"
#include "semantics/schema_names.h"

namespace confer::engine::semantics {

std::string tick(std::string_view name) {
    return '`' + std::string(name) + '`';
}

std::string with_article(ValueType type) {
    const std::string text = to_string(type);
    return (std::string_view("AEIOU").find(text.front()) != std::string_view::npos ? "an " : "a ") + text;
}

Error make_error(ErrorCode code, SourceSpan span, std::string message, std::vector<std::string> hints) {
    return Error{code, std::move(message), span, std::move(hints)};
}

namespace {

// WHERE name = 'CBT': the variable of the one node whose property is meant; empty when there is none, or several.
std::string owner_of_property(const Analysis& in, std::string_view key) {
    if (in.context.schema.empty() || !check_node_property(in.context.schema, {}, key, {})) return {};
    std::string owner;
    for (const auto& [name, variable] : in.scope->visible()) {
        if (!in.variables[variable].type.is(Kind::node)) continue;
        if (!owner.empty()) return {};
        owner = name;
    }
    return owner;
}

}  // namespace

Error undefined_variable(const Analysis& in, std::string_view name, SourceSpan span) {
    std::vector<std::string> visible;
    for (const auto& [known, variable] : in.scope->visible()) visible.push_back(known);
    std::string nearest = did_you_mean(nearest_names(name, visible));
    std::vector<std::string> hints;
    for (const ProcedurePtr& procedure : in.unyielded) {
        const auto is_meant = [name](const ProcedureOutput& output) { return output.name == name; };
        if (std::none_of(procedure->outputs.begin(), procedure->outputs.end(), is_meant)) continue;
        hints.push_back(tick(procedure->name) + " gives it when asked: `CALL " + procedure->name + "(…) YIELD " +
                        std::string(name) + "`");
    }
    if (!hints.empty())
        return make_error(ErrorCode::undefined_variable, span, "there is no variable " + tick(name) + " here",
                          std::move(hints));
    const typed::VariableInfo* named = in.variables.ever_named(name);
    if (named != nullptr && named->span.begin > span.begin) {
        hints.push_back(tick(name) + " is named further on only: put what names it before");
    } else if (named != nullptr) {
        hints.push_back(tick(name) +
                        " is defined elsewhere in the statement; every WITH in between must pass it on: `WITH " +
                        std::string(name) + "`");
    } else if (!nearest.empty()) {
        hints.push_back(std::move(nearest));
    } else if (const std::string owner = owner_of_property(in, name); !owner.empty()) {
        hints.push_back("write " + tick(owner + "." + std::string(name)) + " for its property");
    } else {
        hints.push_back("name it first in MATCH, UNWIND or WITH; or write '" + std::string(name) + "' if it is text");
    }
    return make_error(ErrorCode::undefined_variable, span, "there is no variable " + tick(name) + " here",
                      std::move(hints));
}

Result<VarId> find_variable(Analysis& in, std::string_view name, SourceSpan span) {
    const std::optional<VarId> variable = in.scope->find(name);
    if (!variable) return undefined_variable(in, name, span);
    note_use(in, *variable);
    return *variable;
}

void note_use(Analysis& in, VarId variable) {
    // Frames further out began earlier, so a frame's own variables are also theirs.
    for (Frame* frame = in.frame; frame != nullptr && variable < frame->first_own; frame = frame->surrounding) {
        frame->last_use[variable] = frame->clause;
    }
}

bool is_outer(const Analysis& in, VarId variable) {
    return in.frame != nullptr && variable < in.frame->first_own;
}

ExprPtr make_variable(Analysis& in, VarId variable, SourceSpan span) {
    return make_expr(span, in.variables[variable].type, typed::Variable{variable});
}

Error nested_too_deeply(SourceSpan span, std::string_view what) {
    return make_error(ErrorCode::nesting_too_deep, span, std::string(what) + " are nested too deeply",
                      {"split the statement with WITH: name a part and use the name"});
}

Result<void> count_part(Analysis& in, SourceSpan span) {
    constexpr std::size_t most_parts = 4000;
    if (++in.parts > most_parts) {
        return make_error(ErrorCode::statement_too_large, span,
                          "a statement can't read with more than 4,000 clauses, nodes, relationships and labels",
                          {"put what differs from one to the next into a list, and run over it with `UNWIND`"});
    }
    return in.context.limits == nullptr ? Result<void>() : in.context.limits->check();
}

Error misplaced_aggregate(std::string_view function, std::string_view place, SourceSpan span) {
    return make_error(ErrorCode::invalid_aggregation, span,
                      "the aggregate " + tick(function) + " can't stand in " + std::string(place),
                      {"aggregate in WITH or RETURN, give the result a name and use that: `WITH " +
                       std::string(function) + "(…) AS value`"});
}

}  // namespace confer::engine::semantics
