#include "function/builtin/number_range.h"

#include <algorithm>
#include <limits>

#include "function/builtin/argument_internal.h"

namespace confer::engine::builtin {

Result<NumberRange> number_range(std::span<const Value> arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i].is(Kind::integer)) continue;
        return wrong_argument("range", arguments, i, "an Integer", ErrorCode::invalid_range_argument,
                              {"convert it with `toInteger(…)`"});
    }
    const std::int64_t start = arguments[0].as_integer(), end = arguments[1].as_integer();
    const std::int64_t step = arguments.size() > 2 ? arguments[2].as_integer() : 1;
    if (step == 0) {
        return runtime_error(ErrorCode::number_out_of_range, "`range` can't go in steps of 0",
                             {"give a step of 1 or more, or of -1 or less"});
    }
    if (step > 0 ? start > end : start < end) return NumberRange();
    const auto from = static_cast<std::uint64_t>(start), to = static_cast<std::uint64_t>(end);
    const std::uint64_t distance = step > 0 ? to - from : from - to;
    const std::uint64_t stride = step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
    // All 2^64 numbers but one: nobody will get that far.
    const std::uint64_t last = std::min(distance / stride, std::numeric_limits<std::uint64_t>::max() - 1);
    return NumberRange{last + 1, from, static_cast<std::uint64_t>(step)};
}

}  // namespace confer::engine::builtin
