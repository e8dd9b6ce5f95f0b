#pragma once
// RateLimiter: how many requests one client may send: so many a second, and for a moment twice as many.
//
// A client is an address; of IPv6, the network of 64 bits that it is in, since one client has all of that.
//
// Threads    one thread.
// Cost       one hash a request. It remembers at most most_clients; beyond that, all who are new share one budget.
// Source     token bucket: RFC 2697's meter with one colour.
#include <chrono>
#include <string>
#include <string_view>
#include <unordered_map>

namespace confer::hosts::serve {

class RateLimiter {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t most_clients = 65'536;

    explicit RateLimiter(double per_second) : per_second_(per_second) {}  // 0: any number

    // 0: the request may pass, and is counted; else after how many seconds one may.
    unsigned wait(std::string_view client, Clock::time_point now);

private:
    struct Bucket {
        double tokens = 0;
        Clock::time_point filled;
    };
    Bucket& bucket_of(std::string key, Clock::time_point now);
    void forget_idle(Clock::time_point now);

    double per_second_;
    std::unordered_map<std::string, Bucket> buckets_;
    Clock::time_point swept_ = Clock::now();
};

}  // namespace confer::hosts::serve
