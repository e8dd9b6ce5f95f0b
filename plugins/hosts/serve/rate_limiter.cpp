#include "hosts/serve/rate_limiter.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <cmath>

namespace confer::hosts::serve {

namespace {

constexpr double burst_seconds = 2;
constexpr auto sweep_every = std::chrono::seconds(10);

std::string key_of(std::string_view client) {
    boost::system::error_code wrong;
    const auto address = boost::asio::ip::make_address(client, wrong);
    if (wrong || !address.is_v6()) return std::string(client);
    const auto bytes = address.to_v6().to_bytes();
    return std::string(bytes.begin(), bytes.begin() + 8);
}

}  // namespace

unsigned RateLimiter::wait(std::string_view client, Clock::time_point now) {
    if (per_second_ <= 0) return 0;
    if (now - swept_ > sweep_every) forget_idle(now);
    Bucket& bucket = bucket_of(key_of(client), now);
    const double most = std::max(1.0, per_second_ * burst_seconds);
    const std::chrono::duration<double> since = now - bucket.filled;
    bucket.tokens = std::min(most, bucket.tokens + since.count() * per_second_);
    bucket.filled = now;
    if (bucket.tokens < 1) return static_cast<unsigned>(std::ceil((1 - bucket.tokens) / per_second_));
    bucket.tokens -= 1;
    return 0;
}

RateLimiter::Bucket& RateLimiter::bucket_of(std::string key, Clock::time_point now) {
    const Bucket full{std::max(1.0, per_second_ * burst_seconds), now};
    if (const auto found = buckets_.find(key); found != buckets_.end()) return found->second;
    if (buckets_.size() >= most_clients) key.clear();
    return buckets_.try_emplace(std::move(key), full).first->second;
}

// Whose bucket is full again is as good as unknown.
void RateLimiter::forget_idle(Clock::time_point now) {
    swept_ = now;
    const auto full = std::chrono::duration<double>(std::max(burst_seconds, 1 / per_second_));
    std::erase_if(buckets_, [&](const auto& entry) { return now - entry.second.filled > full; });
}

}  // namespace confer::hosts::serve
