#pragma once
// ServeOptions: what the command line says of `confer serve`, with the defaults for strangers' questions.
#include <cstddef>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"

namespace CLI {
class App;
}

namespace confer::hosts::serve {

struct ServeOptions {
    // ---- where it listens, and to whom
    std::string bind = "127.0.0.1";            // an address of this machine
    std::uint16_t port = 8642;                 // 0: one that is free
    std::vector<std::string> allow_origins;    // sites whose scripts may read answers; "*": all
    std::vector<std::string> host_names;       // names that it answers to; none: all, on a loopback address localhost
    std::vector<std::string> trusted_proxies;  // addresses whose X-Forwarded-For is believed

    // ---- what it answers from
    std::string graph;              // a path; empty: what the database holds, which can't be reloaded
    std::string from;               // its format; empty: by the path
    std::string token, token_file;  // who sends it may write; empty: nobody may

    // ---- limits of one statement
    engine::Limits limits = {
        .timeout_seconds = 5.0, .max_rows = 100'000, .max_memory_bytes = std::uint64_t{256} << 20U};

    // ---- limits of all together
    unsigned workers = std::thread::hardware_concurrency() > 1 ? std::thread::hardware_concurrency() : 2;
    std::size_t max_queue = 256;  // statements that wait for a worker
    std::size_t max_connections = 1000;
    std::size_t cache_megabytes = 64;  // answers that are kept
    double rate = -1;                  // requests a second of one client; 0: any number; negative: by where it listens
    double client_timeout = 10;        // seconds a client may take to send a request or to take an answer
    double idle_timeout = 60;          // seconds a connection may stay open between two requests
    double grace = 10;                 // seconds that running statements have when the server is asked to stop
    unsigned max_age = 0;              // seconds for which caches needn't ask again whether an answer still holds

    std::string access_log;  // a file, `-` for standard error; empty: none
};

// The options, as a group of their own, into `options`, which outlives the app.
CLI::App* add_serve_options(CLI::App& app, ServeOptions& options);

// Whether only this machine reaches what listens at the address.
bool is_loopback(const std::string& address);

// What was said, checked and made whole: the token of its file or of CONFER_TOKEN. Errors: usage, cannot_read.
engine::Result<void> settle_serve_options(ServeOptions& options);

}  // namespace confer::hosts::serve
