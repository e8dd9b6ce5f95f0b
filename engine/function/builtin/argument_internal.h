#pragma once
// argument: a function's arguments by kind, or the error that says which one is wrong.
//
// Errors     invalid_argument_value: the analyser let the call pass, so only the value turned out wrong.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "function/function_spec.h"
#include "value/value.h"

namespace confer::engine::builtin {

using Arguments = std::span<const Value>;

// "`left` takes a String as its second argument, not an Integer"; code and hints as given.
Error wrong_argument(std::string_view function, Arguments arguments, std::size_t index, std::string_view wanted,
                     ErrorCode code = ErrorCode::invalid_argument_value, std::vector<std::string> hints = {});

Error runtime_error(ErrorCode code, std::string message, std::vector<std::string> hints = {});

// "an Integer", "null"
std::string described(const Value& value);

Result<std::string_view> string_argument(std::string_view function, Arguments arguments, std::size_t index);
Result<std::int64_t> integer_argument(std::string_view function, Arguments arguments, std::size_t index);
Result<double> number_argument(std::string_view function, Arguments arguments, std::size_t index);
Result<std::span<const Value>> list_argument(std::string_view function, Arguments arguments, std::size_t index);
// Errors besides: number_out_of_range.
Result<std::size_t> count_argument(std::string_view function, Arguments arguments, std::size_t index);

// Whether the run's limits allow an answer of that many bytes. Errors: memory_limit, timeout, interrupted.
Result<void> check_room(const CallContext& context, std::size_t bytes);

}  // namespace confer::engine::builtin
