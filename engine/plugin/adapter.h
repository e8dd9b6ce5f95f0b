#pragma once
// adapter: a plugin's C function as a FunctionSpec or a ProcedureSpec of the language.
//
// Ownership  a FunctionSpec's `user` points at the ScalarFunction, which must outlive it; a ProcedureSpec holds what it
//            needs.
// Threads    the function is called from any number of threads at once.
// Errors     plugin: what the plugin says itself, or a broken promise; invalid_argument_value: an argument of the
//            wrong kind. A C++ exception that a plugin lets out ends here.
#include <confer/plugin.h>

#include "function/function_spec.h"
#include "function/procedure_spec.h"
#include "function/signature.h"

namespace confer::engine::plugin {

struct ScalarFunction {
    Signature signature;
    std::string doc;
    bool deterministic = false;
    confer_scalar_fn function = nullptr;
    void* user = nullptr;
};

struct Procedure {
    ProcedureSignature signature;
    std::string doc;
    bool deterministic = false;
    confer_procedure_fn function = nullptr;
    void* user = nullptr;
};

FunctionSpec to_function_spec(const ScalarFunction& scalar);
// All rows of a call are gathered before the first is given.
ProcedureSpec to_procedure_spec(Procedure procedure);

}  // namespace confer::engine::plugin
