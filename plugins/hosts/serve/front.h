#pragma once
// Front: what all connections share: what answers their requests, what they are held to, and what counts them.
//
// Threads    the thread that serves all connections, save `workers`, `compressor` and `access_log`, which are safe from
// any.
#include <chrono>
#include <cstdint>
#include <set>
#include <string>

#include "hosts/serve/access_log.h"
#include "hosts/serve/flights.h"
#include "hosts/serve/hosts.h"
#include "hosts/serve/metrics.h"
#include "hosts/serve/origins.h"
#include "hosts/serve/rate_limiter.h"
#include "hosts/serve/routes.h"
#include "hosts/serve/workers.h"

namespace confer::hosts::serve {

struct ConnectionRules {
    std::chrono::duration<double> client_timeout, idle_timeout, statement_timeout;
    std::set<std::string> trusted_proxies;
};

struct Front {
    const Routes& routes;
    const Hosts& hosts;
    const Origins& origins;
    const ConnectionRules& rules;
    RateLimiter& limiter;
    Metrics& metrics;
    Workers& workers;     // run statements
    Workers& compressor;  // replies that are there already, but for their compressed form
    Flights& flights;
    AccessLog& access_log;
};

}  // namespace confer::hosts::serve
