#include <chrono>

#include "function/builtin/builtin_internal.h"
#include "value/compare.h"

namespace confer::engine::builtin {

namespace {

Result<Value> coalesce(CallContext&, std::span<const Value> values) {
    for (const Value& value : values) {
        if (!value.is_null()) return value;
    }
    return Value();
}

Result<Value> null_if(CallContext&, std::span<const Value> values) {
    return equals(values[0], values[1]) == true ? Value() : values[0];
}

Result<Value> exists(CallContext&, std::span<const Value> values) {
    return Value(!values[0].is_null());
}

Result<Value> timestamp(CallContext& context, std::span<const Value>) {
    using std::chrono::system_clock;
    const auto now = context.limits != nullptr ? context.limits->began() : system_clock::now();
    return Value(std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count());
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
        {.name = "nullIf",
         .doc = "The first value; null when it equals the second.",
         .parameters = {{"value", ValueType::any()}, {"other", ValueType::any()}},
         .nulls = NullRule::sees_nulls,
         .examples = {{"nullIf('unknown', 'unknown')", "null"}, {"nullIf(1, 2)", "1"}},
         .call = null_if},
        {.name = "exists",
         .doc = "Whether a property is there, that is, not null.",
         .parameters = {{"property", ValueType::any()}},
         .returns = Kind::boolean,
         .nulls = NullRule::sees_nulls,
         .examples = {{"exists({year: 1951}.year)", "true"}, {"exists({year: 1951}.name)", "false"}},
         .call = exists},
        {.name = "timestamp",
         .doc = "The milliseconds since the beginning of 1970, UTC, when the statement began: the same in all of it.",
         .returns = Kind::integer,
         .deterministic = false,
         .examples = {{"timestamp() > 1700000000000", "true"}, {"timestamp() = timestamp()", "true"}},
         .call = timestamp},
    };
}

}  // namespace confer::engine::builtin
