#include "base/cancel.h"

#include <algorithm>

namespace confer::engine {

namespace {

using Clock = std::chrono::steady_clock;

// Longer than this is for ever, and would overflow the clock.
constexpr double longest_timeout_seconds = 1e9;

Clock::time_point deadline_of(const Limits& limits) {
    const double seconds = limits.timeout_seconds.value_or(0);
    if (!(seconds > 0) || seconds > longest_timeout_seconds) return Clock::time_point::max();
    return Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

std::string number_of(double seconds) {
    std::string text = std::to_string(seconds);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string amount_of(std::uint64_t bytes) {
    const std::uint64_t mebibyte = std::uint64_t{1} << 20;
    return bytes % mebibyte == 0 ? std::to_string(bytes / mebibyte) + " MB" : std::to_string(bytes) + " bytes";
}

}  // namespace

RunLimits::RunLimits(const Limits& limits, const CancelToken* token)
    : limits_(limits), token_(token), deadline_(deadline_of(limits)) {}

Result<void> RunLimits::check() const {
    if (token_ != nullptr && token_->requested()) {
        return Error{
            .code = ErrorCode::interrupted, .message = "the statement was interrupted", .phase = Phase::runtime};
    }
    if (deadline_ != Clock::time_point::max() && Clock::now() >= deadline_) {
        return Error{.code = ErrorCode::timeout,
                     .message = "the statement took longer than " + number_of(*limits_.timeout_seconds) + " seconds",
                     .hints = {"narrow the pattern, bound variable-length paths, or allow more time"},
                     .phase = Phase::runtime};
    }
    return {};
}

Result<void> RunLimits::charge(std::size_t bytes) {
    const std::uint64_t most = limits_.max_memory_bytes.value_or(0);
    const std::size_t before = charged_.fetch_add(bytes, std::memory_order_relaxed);
    if (most != 0 && (bytes > most || before > most - bytes)) {
        charged_.fetch_sub(bytes, std::memory_order_relaxed);
        return Error{.code = ErrorCode::memory_limit,
                     .message = "the statement needs more memory than the " + amount_of(most) + " that it may use",
                     .hints = {"aggregate or limit earlier, or allow more memory"},
                     .phase = Phase::runtime};
    }
    return {};
}

void RunLimits::release(std::size_t bytes) noexcept {
    std::size_t before = charged_.load(std::memory_order_relaxed);
    while (!charged_.compare_exchange_weak(before, before - std::min(bytes, before), std::memory_order_relaxed)) {
    }
}

}  // namespace confer::engine
