#pragma once
// adapter: a plugin's C function as a FunctionSpec of the language.
//
// Ownership  the spec's `user` points at the ScalarFunction, which must outlive it.
// Threads    the function is called from any number of threads at once.
// Errors     plugin: what the plugin says itself, or a broken promise; invalid_argument_value: an argument of the
//            wrong kind. A C++ exception that a plugin lets out ends here.
#include <confer/plugin.h>

#include "function/function_spec.h"
#include "plugin/signature.h"

namespace confer::engine::plugin {

struct ScalarFunction {
    Signature signature;
    std::string doc;
    bool deterministic = false;
    confer_scalar_fn function = nullptr;
    void* user = nullptr;
};

FunctionSpec to_function_spec(const ScalarFunction& scalar);

}  // namespace confer::engine::plugin
