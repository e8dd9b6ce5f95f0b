// CALL: which procedure, with which arguments, and what is yielded under which names.
#include <algorithm>

#include "base/suggest.h"
#include "semantics/callee_internal.h"
#include "semantics/conjunction.h"

namespace confer::engine::semantics {

namespace {

// "in `db.schema` there are `db.schema.nodeTypeProperties` and …"; empty where nothing begins alike.
std::string beside_it(std::string_view name, const std::vector<std::string>& names) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return {};
    std::string listed;
    for (const std::string& known : names) {
        if (known.starts_with(name.substr(0, dot + 1))) listed += (listed.empty() ? "" : ", ") + tick(known);
    }
    return listed.empty() ? listed : "in " + tick(name.substr(0, dot)) + " there are " + listed;
}

Error unknown_procedure(const Analysis& in, const ast::Name& name) {
    const std::string message = "there is no procedure " + tick(name.text);
    const auto error = [&](std::string hint) {
        return make_error(ErrorCode::unknown_procedure, name.span, message, {std::move(hint)});
    };
    if (in.context.functions.find(name.text) != nullptr) {
        return error(tick(name.text) + " is a function, called inside an expression: `RETURN " + name.text + "(…)`");
    }
    const std::vector<std::string> names =
        in.context.procedures == nullptr ? std::vector<std::string>() : in.context.procedures->names();
    std::string nearest = did_you_mean(nearest_names(name.text, names));
    if (!nearest.empty()) return error(std::move(nearest));
    std::string beside = beside_it(name.text, names);
    return error(beside.empty() ? "`CALL confer.procedures()` lists them all" : std::move(beside));
}

std::vector<ParameterSpec> parameters_of(const ProcedureSpec& procedure) {
    std::vector<ParameterSpec> parameters;
    for (const ProcedureInput& input : procedure.inputs) {
        parameters.push_back({input.name, input.type, input.otherwise.has_value()});
    }
    return parameters;
}

ExprPtr default_of(const ProcedureInput& input, SourceSpan span) {
    const ValueType type = input.otherwise->is_null() ? ValueType::null() : ValueType(input.otherwise->kind());
    return make_expr(span, type, typed::Constant{*input.otherwise});
}

// CALL procedure, without parentheses: each input takes the parameter of its name.
Result<std::vector<ExprPtr>> implicit_arguments(Analysis& in, const ProcedureSpec& procedure, SourceSpan span) {
    std::vector<ExprPtr> arguments;
    for (const ProcedureInput& input : procedure.inputs) {
        const auto* given = in.context.parameters;
        if (given != nullptr && !given->contains(input.name)) {
            if (input.otherwise) {
                arguments.push_back(default_of(input, span));
                continue;
            }
            return make_error(ErrorCode::missing_parameter, span,
                              tick(procedure.name) + " takes " + tick(input.name) + ", and there is no parameter " +
                                  tick("$" + input.name),
                              {"give the parameter a value, or write the arguments in parentheses"});
        }
        ast::Expr parameter;
        parameter.span = span;
        parameter.node = ast::Parameter{input.name};
        CONFER_TRY(ExprPtr argument, resolve(in, parameter));
        arguments.push_back(std::move(argument));
    }
    return arguments;
}

Result<std::vector<ExprPtr>> arguments_of(Analysis& in, const ast::ProcedureCall& call, const ProcedureSpec& procedure,
                                          CallPlace place) {
    const SourceSpan span = call.procedure.span;
    const std::vector<ParameterSpec> parameters = parameters_of(procedure);
    const Callee callee{procedure.name, parameters};
    const Temporarily aggregation(in.aggregation, AggregationPlace{nullptr, "CALL"});
    std::vector<ExprPtr> arguments;
    if (call.arguments) {
        CONFER_CHECK(check_count(callee, call.arguments->size(), span));
        CONFER_TRY(arguments, resolve_arguments(in, *call.arguments));
    } else if (place == CallPlace::alone) {
        CONFER_TRY(arguments, implicit_arguments(in, procedure, span));
    } else {
        return make_error(ErrorCode::invalid_argument_passing_mode, span,
                          "inside a longer statement " + tick(procedure.name) + " needs its arguments in parentheses",
                          {"write " + tick(procedure.name + (procedure.inputs.empty() ? "()" : "(…)"))});
    }
    CONFER_CHECK(check_types(callee, arguments));
    while (arguments.size() < procedure.inputs.size()) {
        arguments.push_back(default_of(procedure.inputs[arguments.size()], span));
    }
    return arguments;
}

std::string outputs_of(const ProcedureSpec& procedure) {
    std::string text;
    for (const ProcedureOutput& output : procedure.outputs) text += (text.empty() ? "" : ", ") + tick(output.name);
    return text;
}

Result<std::size_t> find_output(const ProcedureSpec& procedure, const ast::Name& name) {
    std::vector<std::string> names;
    for (const ProcedureOutput& output : procedure.outputs) {
        if (output.name == name.text) return names.size();
        names.push_back(output.name);
    }
    std::string nearest = did_you_mean(nearest_names(name.text, names));
    if (nearest.empty())
        nearest = names.empty() ? "it yields nothing: leave `YIELD` out" : "it yields " + outputs_of(procedure);
    return make_error(ErrorCode::undefined_variable, name.span,
                      tick(procedure.name) + " yields nothing called " + tick(name.text), {std::move(nearest)});
}

Result<void> yield(Analysis& in, typed::ProcedureCall& call, std::size_t output, const ast::Name& name) {
    if (in.scope->find(name.text)) {
        return make_error(ErrorCode::variable_already_bound, name.span, tick(name.text) + " is already in use",
                          {"give what is yielded another name: `" + call.procedure->outputs[output].name + " AS …`"});
    }
    const VarId variable = in.variables.add(name.text, call.procedure->outputs[output].type, name.span);
    in.scope->bind(name.text, variable);
    call.yields.push_back({output, variable});
    return {};
}

}  // namespace

Result<typed::ProcedureCall> resolve_procedure_call(Analysis& in, const ast::ProcedureCall& call, CallPlace place) {
    typed::ProcedureCall result;
    if (in.context.procedures != nullptr) result.procedure = in.context.procedures->find(call.procedure.text);
    if (result.procedure == nullptr) return unknown_procedure(in, call.procedure);
    const ProcedureSpec& procedure = *result.procedure;
    result.span = call.procedure.span;
    CONFER_TRY(result.arguments, arguments_of(in, call, procedure, place));
    if (call.yields_all && place == CallPlace::in_query) {
        return make_error(
            ErrorCode::syntax, *call.yields_all, "`YIELD *` is for a `CALL` that stands alone",
            {procedure.outputs.empty() ? "it yields nothing: leave `YIELD` out"
                                       : "name what the statement goes on with: " + outputs_of(procedure)});
    }
    if (call.yields) {
        for (const ast::YieldItem& item : *call.yields) {
            CONFER_TRY(const std::size_t output, find_output(procedure, item.output));
            CONFER_CHECK(yield(in, result, output, item.alias ? *item.alias : item.output));
        }
    } else if (place == CallPlace::alone) {
        for (std::size_t i = 0; i < procedure.outputs.size(); ++i) {
            CONFER_CHECK(yield(in, result, i, {procedure.outputs[i].name, call.procedure.span}));
        }
    } else {
        in.unyielded.push_back(result.procedure);
    }
    if (call.where == nullptr) return result;
    const Temporarily aggregation(in.aggregation, AggregationPlace{nullptr, "WHERE"});
    CONFER_TRY(ExprPtr where, resolve_condition(in, *call.where, "WHERE"));
    typed::split_conjunction(std::move(where), result.conditions);
    return result;
}

}  // namespace confer::engine::semantics
