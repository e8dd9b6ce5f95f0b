#include "plugin/call_internal.h"

namespace confer::engine::plugin {

std::string with_article(const Value& value) {
    if (value.is_null()) return "null";
    return (value.is(Kind::integer) ? "an " : "a ") + std::string(kind_name(value.kind()));
}

}  // namespace confer::engine::plugin

void confer_call::fail(Error reason) {
    if (error) return;
    reason.message = "`" + scalar.signature.name + "` " + reason.message;
    reason.phase = confer::engine::Phase::runtime;
    error = std::move(reason);
}

void confer_call::fail_kind(const Value& value, const char* wanted) {
    const Value* const first = arguments.data();
    std::string message = "needs " + std::string(wanted);
    if (&value >= first && &value < first + arguments.size()) {
        message += " as `" + scalar.signature.parameters[static_cast<std::size_t>(&value - first)].name + "`, not ";
    } else {
        message += " inside its arguments, where it finds ";
    }
    fail({.code = confer::engine::ErrorCode::invalid_argument_value,
          .message = message + confer::engine::plugin::with_article(value)});
}
