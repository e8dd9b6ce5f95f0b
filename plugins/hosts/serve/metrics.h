#pragma once
// Metrics: what the server counts, as Prometheus reads it.
//
// Threads    one thread; what the cache and the workers count comes in as a Gauges.
// Source     Prometheus' text format, version 0.0.4.
#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace confer::hosts::serve {

// What is so at the moment.
struct Gauges {
    std::string graph_version;
    std::uint64_t nodes = 0, relationships = 0;
    std::uint64_t connections = 0, running = 0, queued = 0;
    std::uint64_t cached_answers = 0, cached_bytes = 0, cache_hits = 0, cache_misses = 0;
};

class Metrics {
public:
    // The routes are known before the first request, so that each is there, with 0, from the beginning.
    explicit Metrics(std::vector<std::string> routes) : routes_(std::move(routes)), durations_(routes_.size()) {}

    // `method`: one of the few that there are, or "other". `route`: its place among the routes, or routes.size().
    void count(std::size_t route, std::string_view method, unsigned status, std::uint64_t bytes, double seconds);

    void count_connection() { ++connections_; }
    void count_refused_connection() { ++refused_connections_; }
    void count_cancelled() { ++cancelled_; }
    void count_joined() { ++joined_; }
    void count_reload(bool worked) { ++(worked ? reloads_ : failed_reloads_); }

    std::string text(const Gauges& gauges) const;

private:
    static constexpr std::array<double, 9> bounds = {0.0005, 0.001, 0.005, 0.02, 0.1, 0.5, 1, 5, 10};
    struct Durations {
        std::array<std::uint64_t, bounds.size() + 1> counts{};
        double sum = 0;
    };
    std::string_view route_name(std::size_t route) const;

    std::vector<std::string> routes_;
    std::vector<Durations> durations_;
    std::map<std::tuple<std::size_t, std::string, unsigned>, std::uint64_t> requests_;
    std::uint64_t bytes_ = 0, connections_ = 0, refused_connections_ = 0, cancelled_ = 0, joined_ = 0, reloads_ = 0,
                  failed_reloads_ = 0;
    std::chrono::system_clock::time_point started_ = std::chrono::system_clock::now();
};

}  // namespace confer::hosts::serve
