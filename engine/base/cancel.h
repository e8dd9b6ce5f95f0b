#pragma once
// Cancel: the limits of one run, asked for once a batch; and the switch another thread may throw.
//
// Threads    request() may be called from any thread and from a signal handler. The threads that work on one run share
//            its RunLimits: check(), charge() and release() may be called by all of them at once.
// Units      seconds, bytes; 0 or absent means no limit.
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/result.h"

namespace confer::engine {

struct Limits {
    std::optional<double> timeout_seconds = {};
    std::optional<std::uint64_t> max_rows = {};
    std::optional<std::uint64_t> max_memory_bytes = {};
};

class CancelToken {
public:
    void request() noexcept { requested_.store(true, std::memory_order_relaxed); }
    void reset() noexcept { requested_.store(false, std::memory_order_relaxed); }
    bool requested() const noexcept { return requested_.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> requested_{false};
};

// The deadline and memory budget of one run.
class RunLimits {
public:
    explicit RunLimits(const Limits& limits = {}, const CancelToken* token = nullptr);
    RunLimits(const RunLimits&) = delete;
    RunLimits& operator=(const RunLimits&) = delete;

    // Errors: interrupted, timeout. Cost: one clock read. Called once a batch, and at least every
    // few milliseconds inside long loops.
    Result<void> check() const;

    // Memory that operators hold (hash tables, sort buffers, collected lists). Errors: memory_limit.
    Result<void> charge(std::size_t bytes);
    void release(std::size_t bytes) noexcept;
    std::size_t charged() const noexcept { return charged_.load(std::memory_order_relaxed); }

    const Limits& limits() const noexcept { return limits_; }
    // When the run began, by the calendar.
    std::chrono::system_clock::time_point began() const noexcept { return began_; }

private:
    Limits limits_;
    std::chrono::system_clock::time_point began_ = std::chrono::system_clock::now();
    const CancelToken* token_;
    std::chrono::steady_clock::time_point deadline_;
    std::atomic<std::size_t> charged_{0};
};

}  // namespace confer::engine
