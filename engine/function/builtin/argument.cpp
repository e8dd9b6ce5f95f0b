#include "function/builtin/argument_internal.h"

namespace confer::engine::builtin {

namespace {

constexpr std::string_view places[] = {"first", "second", "third"};

}  // namespace

std::string described(const Value& value) {
    if (value.is_null()) return "null";
    const std::string name = kind_name(value.kind());
    return (value.is(Kind::integer) ? "an " : "a ") + name;
}

Error runtime_error(ErrorCode code, std::string message, std::vector<std::string> hints) {
    return {.code = code, .message = std::move(message), .hints = std::move(hints), .phase = Phase::runtime};
}

Error wrong_argument(std::string_view function, Arguments arguments, std::size_t index, std::string_view wanted,
                     ErrorCode code, std::vector<std::string> hints) {
    std::string message = "`" + std::string(function) + "` takes " + std::string(wanted);
    if (arguments.size() > 1 && index < std::size(places)) {
        message += " as its " + std::string(places[index]) + " argument";
    }
    return runtime_error(code, message + ", not " + described(arguments[index]), std::move(hints));
}

Result<std::string_view> string_argument(std::string_view function, Arguments arguments, std::size_t index) {
    if (arguments[index].is(Kind::string)) return arguments[index].as_string();
    return wrong_argument(function, arguments, index, "a String");
}

Result<std::int64_t> integer_argument(std::string_view function, Arguments arguments, std::size_t index) {
    if (arguments[index].is(Kind::integer)) return arguments[index].as_integer();
    return wrong_argument(function, arguments, index, "an Integer");
}

Result<double> number_argument(std::string_view function, Arguments arguments, std::size_t index) {
    if (arguments[index].is_number()) return arguments[index].as_number();
    return wrong_argument(function, arguments, index, "a number");
}

Result<std::span<const Value>> list_argument(std::string_view function, Arguments arguments, std::size_t index) {
    if (arguments[index].is(Kind::list)) return arguments[index].as_list();
    return wrong_argument(function, arguments, index, "a List");
}

Result<std::size_t> count_argument(std::string_view function, Arguments arguments, std::size_t index) {
    CONFER_TRY(const std::int64_t number, integer_argument(function, arguments, index));
    if (number >= 0) return static_cast<std::size_t>(number);
    return runtime_error(ErrorCode::number_out_of_range,
                         "`" + std::string(function) + "` can't take the negative number " + std::to_string(number));
}

Result<void> check_room(const CallContext& context, std::size_t bytes) {
    if (context.limits == nullptr) return {};
    CONFER_CHECK(context.limits->charge(bytes));
    context.limits->release(bytes);  // whoever keeps the answer charges for it
    return context.limits->check();
}

}  // namespace confer::engine::builtin
