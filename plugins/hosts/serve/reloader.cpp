#include "hosts/serve/reloader.h"

#include <chrono>
#include <exception>
#include <utility>

#include "hosts/serve/event_log.h"
#include "hosts/serve/log_text.h"

namespace confer::hosts::serve {

namespace {

constexpr std::size_t most_logged = 16'384;  // of the problems of a graph

}  // namespace

Reloader::~Reloader() {
    if (thread_.joinable()) thread_.join();
}

void Reloader::reload(Done done) {
    if (path_.empty()) {
        log_event("not-reloaded", {{"message", log_text("the built-in graph does not change")}});
        return;
    }
    const std::lock_guard lock(mutex_);
    wanted_ = true;
    if (running_) return;
    running_ = true;
    if (thread_.joinable()) thread_.join();
    thread_ = std::thread([this, done = std::move(done)] { run(done); });
}

void Reloader::run(const Done& done) {
    for (;;) {
        {
            const std::lock_guard lock(mutex_);
            running_ = std::exchange(wanted_, false);
            if (!running_) return;
        }
        read(done);
    }
}

engine::Result<void> Reloader::try_to_read() {
    try {
        return served_.reload(path_, from_);
    } catch (const std::exception& broken) {  // out of memory, say
        return engine::Error{.code = engine::ErrorCode::cannot_read, .message = broken.what()};
    }
}

void Reloader::read(const Done& done) {
    const auto start = std::chrono::steady_clock::now();
    const engine::Result<void> read = try_to_read();
    done(read.has_value());
    if (!read) {
        log_event("not-reloaded", {{"message", log_text("the graph stays what it was")},
                                   {"error", log_text(engine::render(read.error(), ""), most_logged)}});
        return;
    }
    const engine::GraphPtr graph = served_.graph();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    log_event("reloaded", {{"graph", log_text(served_.version_of(graph))},
                           {"nodes", std::to_string(graph->node_count())},
                           {"relationships", std::to_string(graph->edge_count())},
                           {"seconds", std::to_string(taken.count())}});
}

}  // namespace confer::hosts::serve
