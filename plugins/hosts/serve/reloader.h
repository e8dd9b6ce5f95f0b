#pragma once
// Reloader: reads the graph anew on a thread of its own, while requests go on.
//
// Asked for again while it reads, it reads once more afterwards. What came of it goes to the event log.
//
// Threads    reload() from one thread; `done` is called on the reloader's own.
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "hosts/serve/served_graph.h"

namespace confer::hosts::serve {

class Reloader {
public:
    // `path`: empty for a graph that is not in a file, and stays what it is.
    Reloader(ServedGraph& served, std::string path, std::string from)
        : served_(served), path_(std::move(path)), from_(std::move(from)) {}
    ~Reloader();  // waits
    Reloader(const Reloader&) = delete;
    Reloader& operator=(const Reloader&) = delete;

    using Done = std::function<void(bool worked)>;
    void reload(Done done);

private:
    void run(const Done& done);
    void read(const Done& done);
    engine::Result<void> try_to_read();

    ServedGraph& served_;
    std::string path_, from_;
    std::mutex mutex_;  // guards the two below
    bool wanted_ = false, running_ = false;
    std::thread thread_;
};

}  // namespace confer::hosts::serve
