#pragma once
// Effort: keeps the limits inside of a batch, where one row may cost as much as a million others: a long text, a long
// list, a function that makes much of little.
//
// Cost       an addition a row; a look at the clock after each few hundred thousand bytes.
// Threads    one thread.
#include <optional>
#include <utility>

#include "exec/batch.h"
#include "value/value.h"

namespace confer::engine::exec {

// About how much there is to read in a value: the bytes of a text, of a list its own elements.
inline std::size_t extent(const Value& value) {
    if (value.is(Kind::string)) return value.as_string().size();
    return value.is(Kind::list) ? value.as_list().size() * sizeof(Value) : 0;
}

class Effort {
public:
    explicit Effort(RunLimits& limits) : limits_(limits) {}
    Effort(const Effort&) = delete;
    Effort& operator=(const Effort&) = delete;
    ~Effort() { limits_.release(held_); }

    // That many bytes more were read or written. False once a limit is reached: do no more then.
    bool spend(std::size_t bytes) {
        spent_ += bytes + bytes_of_a_row;
        if (spent_ < bytes_between_checks) return !failure_;
        spent_ = 0;
        return take(limits_.check());
    }
    // The batch holds that many bytes more, until this effort ends. False once a limit is reached.
    bool hold(std::size_t bytes) {
        waiting_ += bytes;
        return waiting_ < bytes_between_charges ? !failure_ : charge();
    }
    // The column has what is held, from here on.
    void leave_to(Column& column) {
        if (waiting_ != 0) charge();
        column.take_over(limits_, std::exchange(held_, 0));
    }
    // Errors: interrupted, timeout, memory_limit.
    Result<void> result() {
        if (failure_) return *std::exchange(failure_, std::nullopt);
        return {};
    }

private:
    static constexpr std::size_t bytes_of_a_row = 64;
    static constexpr std::size_t bytes_between_checks = std::size_t{1} << 19;
    static constexpr std::size_t bytes_between_charges = std::size_t{1} << 16;

    bool charge() {
        const std::size_t bytes = std::exchange(waiting_, 0);
        if (!take(limits_.charge(bytes))) return false;
        held_ += bytes;
        return true;
    }

    bool take(Result<void> limit) {
        if (!failure_ && !limit.has_value()) failure_ = std::move(limit).error();
        return !failure_;
    }

    RunLimits& limits_;
    std::size_t spent_ = 0, held_ = 0, waiting_ = 0;  // waiting_: not charged yet
    std::optional<Error> failure_;
};

}  // namespace confer::engine::exec
