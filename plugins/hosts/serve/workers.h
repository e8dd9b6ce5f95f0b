#pragma once
// Workers: threads that do what would hold up the one that serves all connections, and the queue before them: some run
// statements, one compresses what is there already.
//
// Their stacks are large, since statements may be nested as deeply as the language allows.
//
// Threads    submit() and the numbers are safe from any thread.
#include <pthread.h>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace confer::hosts::serve {

class Workers {
public:
    Workers(unsigned threads, std::size_t max_queue);
    ~Workers();  // runs what was submitted, then ends the threads
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    // False: every worker is busy and the queue is full. REQUIRES: the task throws nothing.
    bool submit(std::function<void()> task);

    std::size_t queued() const;
    std::size_t running() const;

private:
    static void* run_thread(void* workers);
    void run();

    const std::size_t max_queue_;
    mutable std::mutex mutex_;  // guards all below
    std::condition_variable changed_;
    std::deque<std::function<void()>> tasks_;
    std::size_t running_ = 0;
    bool stops_ = false;
    std::vector<pthread_t> threads_;
};

}  // namespace confer::hosts::serve
