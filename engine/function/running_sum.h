#pragma once
// RunningSum: a sum of integers and floats that is still growing.
//
// Integers are added in 128 bits, so that only the final sum has to fit; floats with Neumaier's compensation, so that
// the result hardly depends on the order of the rows.
//
// Errors     integer_overflow, from total(), without span.
// Source     Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974.
#include <cmath>
#include <cstdint>
#include <limits>

#include "base/result.h"
#include "value/value.h"

namespace confer::engine {

class RunningSum {
public:
    __extension__ using WideInteger = __int128;

    void add(std::int64_t number) { add(number, 1); }
    // Several integers at once, of which the sum is known.
    void add(WideInteger sum, std::int64_t count) {
        integers_ += sum;
        count_ += count;
    }
    void add(double number) {
        const double sum = floats_ + number;
        lost_ += std::fabs(floats_) >= std::fabs(number) ? (floats_ - sum) + number : (number - sum) + floats_;
        floats_ = sum;
        has_floats_ = true;
        ++count_;
    }

    std::int64_t count() const { return count_; }

    // An integer when all were; 0 of none.
    Result<Value> total() const {
        if (has_floats_) return Value(floating());
        if (integers_ < std::numeric_limits<std::int64_t>::min() ||
            integers_ > std::numeric_limits<std::int64_t>::max())
            return Error{.code = ErrorCode::integer_overflow,
                         .message = "the sum doesn't fit into a 64-bit integer",
                         .hints = {"add floats: `sum(toFloat(…))`"},
                         .phase = Phase::runtime};
        return Value(static_cast<std::int64_t>(integers_));
    }

    // A float; null of none.
    Value mean() const { return count_ == 0 ? Value() : Value(floating() / static_cast<double>(count_)); }

private:
    // The compensation of an infinity would be NaN.
    double floating() const {
        return static_cast<double>(integers_) + (std::isfinite(floats_) ? floats_ + lost_ : floats_);
    }

    WideInteger integers_ = 0;
    double floats_ = 0, lost_ = 0;
    bool has_floats_ = false;
    std::int64_t count_ = 0;
};

}  // namespace confer::engine
