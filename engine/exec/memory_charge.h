#pragma once
// MemoryCharge: what one operator holds of the run's memory budget; given back when it goes.
#include <cstddef>

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

}  // namespace confer::engine::exec
