#include "function/builtin/builtin_internal.h"

namespace confer::engine::builtin {

namespace {

Result<Value> coalesce(CallContext&, std::span<const Value> values) {
    for (const Value& value : values) {
        if (!value.is_null()) return value;
    }
    return Value();
}

Result<Value> exists(CallContext&, std::span<const Value> values) {
    return Value(!values[0].is_null());
}

}  // namespace

std::vector<FunctionSpec> scalar_functions() {
    return {
        {.name = "coalesce",
         .doc = "The first of the values that isn't null; null when all are.",
         .parameters = {{"value", ValueType::any()}},
         .variadic = true,
         .nulls = NullRule::sees_nulls,
         .examples = {{"coalesce(null, 'unknown')", "'unknown'"}, {"coalesce(null, null)", "null"}},
         .call = coalesce},
        {.name = "exists",
         .doc = "Whether a property is there, that is, not null.",
         .parameters = {{"property", ValueType::any()}},
         .returns = Kind::boolean,
         .nulls = NullRule::sees_nulls,
         .examples = {{"exists({year: 1951}.year)", "true"}, {"exists({year: 1951}.name)", "false"}},
         .call = exists},
    };
}

}  // namespace confer::engine::builtin
