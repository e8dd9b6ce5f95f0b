#pragma once
// NumberRange: the numbers that `range` stands for, without a list of them.
//
// Errors     as the function's: invalid_range_argument, number_out_of_range.
#include <cstdint>
#include <span>

#include "base/result.h"
#include "value/value.h"

namespace confer::engine::builtin {

struct NumberRange {
    std::uint64_t size = 0;
    // Unsigned, where overflow wraps: products on the way to a number may not fit.
    std::uint64_t first = 0, step = 0;

    std::int64_t operator[](std::uint64_t at) const { return static_cast<std::int64_t>(first + at * step); }
};

// `arguments`: start, end and perhaps a step, none of them null.
Result<NumberRange> number_range(std::span<const Value> arguments);

}  // namespace confer::engine::builtin
