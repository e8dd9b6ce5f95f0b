#include "session/catalogue.h"

namespace confer::engine {

namespace {

struct Registries {
    const FunctionRegistry* functions;
    const ProcedureRegistry* procedures;
};

// "substring(text :: String, start :: Integer, length :: Integer?) :: String"
std::string function_signature(const std::string& name, const std::vector<ParameterSpec>& parameters,
                               ValueType returns) {
    std::string text = name + "(";
    for (const ParameterSpec& parameter : parameters) {
        text += (&parameter == &parameters.front() ? "" : ", ") + parameter.name + " :: " + to_string(parameter.type) +
                (parameter.optional ? "?" : "");
    }
    return text + ") :: " + to_string(returns);
}

Result<ProcedureRowsPtr> functions(ProcedureContext& context, std::span<const Value>) {
    const FunctionRegistry& registry = *static_cast<const Registries*>(context.user)->functions;
    std::vector<ValueList> rows;
    for (const std::string& name : registry.names()) {
        const FunctionSpec* const function = registry.find(name);
        const AggregateSpec* const aggregate = registry.find_aggregate(name);
        const std::string signature = function != nullptr
                                          ? function_signature(name, function->parameters, function->returns)
                                          : function_signature(name, aggregate->parameters, aggregate->returns);
        rows.push_back({Value(name), Value(signature), Value(function != nullptr ? function->doc : aggregate->doc),
                        Value(aggregate != nullptr)});
    }
    return ready_rows(std::move(rows));
}

Result<ProcedureRowsPtr> procedures(ProcedureContext& context, std::span<const Value>) {
    std::vector<ValueList> rows;
    for (const ProcedurePtr& procedure : static_cast<const Registries*>(context.user)->procedures->all())
        rows.push_back({Value(procedure->name), Value(signature_of(*procedure)), Value(procedure->doc)});
    return ready_rows(std::move(rows));
}

}  // namespace

std::vector<ProcedureSpec> catalogue_procedures(const FunctionRegistry& functions_,
                                                const ProcedureRegistry& procedures_) {
    const auto registries = std::make_shared<const Registries>(Registries{&functions_, &procedures_});
    return {
        {.name = "confer.functions",
         .doc = "The functions that expressions can call, with their signatures, in alphabetical order.",
         .outputs = {{"name", Kind::string},
                     {"signature", Kind::string},
                     {"description", Kind::string},
                     {"aggregating", Kind::boolean}},
         .call = functions,
         .user = registries},
        {.name = "confer.procedures",
         .doc = "The procedures that `CALL` can call, with their signatures, in alphabetical order.",
         .outputs = {{"name", Kind::string}, {"signature", Kind::string}, {"description", Kind::string}},
         .call = procedures,
         .user = registries},
    };
}

}  // namespace confer::engine
