#pragma once
// Workers: the process's threads for work inside one statement.
//
// Started when first asked for, one fewer than there are processors; who asks works with them. Small work never asks.
//
// Threads    run() may be called from any number of threads: one of them gets the workers, the others work alone.
// Cost       some ten microseconds to wake them.
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace confer::engine::exec {

class Workers {
public:
    static Workers& shared();

    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    ~Workers();

    // How many there are at most, with the one who asks.
    std::size_t count() const { return threads_.size() + 1; }

    // Calls work(i) with different i < count(), on some of the workers at once and always on the caller's own thread
    // (i = 0); returns when all that were begun are done, and throws on what one of them threw. Workers that are not
    // awake by the time the caller's own call returns are not waited for. REQUIRES: one call alone would do it all.
    void run(const std::function<void(std::size_t)>& work);

private:
    explicit Workers(std::size_t threads);
    void serve(std::size_t index);
    void do_share(const std::function<void(std::size_t)>& work, std::size_t index);

    std::mutex turn_;  // held by who has the workers
    std::mutex mutex_;
    std::condition_variable wake_, finished_;
    const std::function<void(std::size_t)>* work_ = nullptr;
    std::size_t round_ = 0, busy_ = 0;  // busy_: workers that have begun, and not yet finished
    bool stop_ = false;
    std::exception_ptr thrown_;
    std::vector<std::thread> threads_;
};

}  // namespace confer::engine::exec
