// Tests: tests/suites/plugins/adapter_test.cpp.
#include "plugin/adapter.h"

#include "plugin/call_internal.h"

namespace confer::engine::plugin {

namespace {

// The call's failure: this one, if it is the first.
Error failure(confer_call& call, Error reason) {
    call.fail(std::move(reason));
    return *std::move(call.error);
}

// Whether a null argument settles the answer; an argument of the wrong kind is an error.
Result<bool> check_arguments(confer_call& call) {
    bool null = false;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const SignatureParameter& parameter = call.parameters[i];
        const Value& argument = call.arguments[i];
        if (argument.is_null()) {
            null = null || !parameter.nullable;
        } else if (!parameter.type.may_be(argument.kind())) {
            return failure(call, {.code = ErrorCode::invalid_argument_value,
                                  .message = "takes " + to_string(parameter.type) + " as `" + parameter.name +
                                             "`, not " + with_article(argument)});
        }
    }
    return null;
}

Result<Value> call_scalar(CallContext& context, std::span<const Value> arguments) {
    const ScalarFunction& scalar = *static_cast<const ScalarFunction*>(context.user);
    confer_call call(scalar.signature.name, scalar.signature.parameters, context.graph, arguments);
    CONFER_TRY(const bool null, check_arguments(call));
    if (null) return Value();

    enter(call, scalar.function, scalar.user);
    if (call.error) return *std::move(call.error);
    Result<Value> taken = call.answer.take();
    if (!taken) return failure(call, std::move(taken).error());
    Value answer = std::move(taken).value();
    const ValueType promised = scalar.signature.returns;
    if (promised.is(Kind::floating) && answer.is(Kind::integer)) return Value(answer.as_number());
    if (fits(answer, promised)) return answer;
    return failure(call, broken_promise("", promised, answer));
}

Result<ProcedureRowsPtr> call_procedure(ProcedureContext& context, std::span<const Value> arguments) {
    const Procedure& procedure = *static_cast<const Procedure*>(context.user);
    const ProcedureSignature& signature = procedure.signature;
    GatheredRows rows(signature.outputs, context.limits);
    confer_call call(signature.name, signature.parameters, context.graph, arguments, &rows);
    CONFER_TRY(const bool null, check_arguments(call));
    if (null) return ready_rows({});

    enter(call, procedure.function, procedure.user);
    if (call.error) return *std::move(call.error);
    Result<ValueList> left = call.answer.take_row();
    if (!left) return failure(call, std::move(left).error());
    if (!left.value().empty()) {
        call.fail_promise("does not end its last row with `end_row`");
        return *std::move(call.error);
    }
    return ready_rows(rows.take());
}

}  // namespace

FunctionSpec to_function_spec(const ScalarFunction& scalar) {
    FunctionSpec spec;
    spec.name = scalar.signature.name;
    spec.doc = scalar.doc;
    spec.nulls = NullRule::null_in_null_out;
    for (const SignatureParameter& parameter : scalar.signature.parameters) {
        spec.parameters.push_back({parameter.name, parameter.type});
        if (parameter.nullable) spec.nulls = NullRule::sees_nulls;
    }
    spec.returns = scalar.signature.returns;
    spec.deterministic = scalar.deterministic;
    spec.needs_graph = true;  // foreign code runs with the statement and its limits, never while one is compiled
    spec.user = &scalar;
    spec.call = call_scalar;
    return spec;
}

ProcedureSpec to_procedure_spec(Procedure procedure) {
    ProcedureSpec spec;
    spec.name = procedure.signature.name;
    spec.doc = procedure.doc;
    for (const SignatureParameter& parameter : procedure.signature.parameters)
        spec.inputs.push_back({parameter.name, parameter.type});
    for (std::size_t i = spec.inputs.size(); i-- > 0 && procedure.signature.parameters[i].nullable;)
        spec.inputs[i].otherwise = Value();
    for (const SignatureParameter& output : procedure.signature.outputs)
        spec.outputs.push_back({output.name, output.type});
    spec.deterministic = procedure.deterministic;
    spec.user = std::make_shared<const Procedure>(std::move(procedure));
    spec.call = call_procedure;
    return spec;
}

}  // namespace confer::engine::plugin
