#pragma once
// MemoryCharge: what one operator holds of the run's memory budget; given back when it goes.
#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/cancel.h"

namespace confer::engine::exec {

class MemoryCharge {
public:
    explicit MemoryCharge(RunLimits& limits) : limits_(&limits) {}
    MemoryCharge(const MemoryCharge&) = delete;
    MemoryCharge& operator=(const MemoryCharge&) = delete;
    ~MemoryCharge() { limits_->release(held_); }

    // Says how much is held now, all in all. Errors: memory_limit.
    Result<void> hold(std::size_t bytes) {
        if (bytes > held_) {
            CONFER_CHECK(limits_->charge(bytes - held_));
        } else {
            limits_->release(held_ - bytes);
        }
        held_ = bytes;
        return {};
    }

private:
    RunLimits* limits_;
    std::size_t held_ = 0;
};

// Makes room for so many more. A vector that grows holds its values twice for a moment; of small ones that is nothing.
// Errors: memory_limit.
template <class T>
Result<void> make_room(std::vector<T>& values, std::size_t more, RunLimits& limits) {
    constexpr std::size_t small_bytes = 65536;
    const std::size_t size = values.size() + more;
    if (size <= values.capacity() || size * sizeof(T) <= small_bytes) return {};
    MemoryCharge twice(limits);
    CONFER_CHECK(twice.hold(values.size() * sizeof(T)));
    values.reserve(std::max(size, 2 * values.capacity()));
    return {};
}

}  // namespace confer::engine::exec
