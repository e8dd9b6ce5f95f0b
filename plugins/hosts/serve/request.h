#pragma once
// Request: what a client asks, as handlers see it: decoded, and apart from the library that read it.
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "hosts/serve/target.h"

namespace confer::hosts::serve {

enum class Method : std::uint8_t { get, head, post, options, other };

struct Request {
    Method method = Method::other;
    std::string method_text;  // as it was sent, for the log
    std::string target_text;
    Target target;
    std::string body;
    std::string client;  // an address
    // ---- header fields; empty: not sent
    std::string host, accept, content_type, if_none_match, authorization, origin, user_agent;
    bool accepts_gzip = false;
    bool is_preflight = false;  // an OPTIONS request of a browser that asks on behalf of another site
    bool keep_alive = true, is_http_1_0 = false;
};

}  // namespace confer::hosts::serve
