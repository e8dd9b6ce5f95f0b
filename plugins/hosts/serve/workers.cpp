#include "hosts/serve/workers.h"

#include <sys/resource.h>

#include <algorithm>
#include <system_error>

namespace confer::hosts::serve {

namespace {

// Address space, not memory: pages come as they are touched. As much as the main thread may have, should that be more.
std::size_t stack_size() {
    std::size_t size = std::size_t{64} << 20U;
    rlimit limit{};
    if (::getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        size = std::max<std::size_t>(size, limit.rlim_cur);
    return size;
}

}  // namespace

Workers::Workers(unsigned threads, std::size_t max_queue) : max_queue_(max_queue) {
    pthread_attr_t attributes;
    ::pthread_attr_init(&attributes);
    ::pthread_attr_setstacksize(&attributes, stack_size());
    for (unsigned i = 0; i < threads; ++i) {
        pthread_t thread{};
        const int failed = ::pthread_create(&thread, &attributes, run_thread, this);
        if (failed == 0) threads_.push_back(thread);
        if (failed != 0 && threads_.empty()) throw std::system_error(failed, std::generic_category(), "no thread");
    }
    ::pthread_attr_destroy(&attributes);
}

Workers::~Workers() {
    {
        const std::lock_guard lock(mutex_);
        stops_ = true;
    }
    changed_.notify_all();
    for (const pthread_t thread : threads_) ::pthread_join(thread, nullptr);
}

bool Workers::submit(std::function<void()> task) {
    const std::lock_guard lock(mutex_);
    const bool one_is_free = running_ + tasks_.size() < threads_.size();
    if (!one_is_free && tasks_.size() >= max_queue_) return false;
    tasks_.push_back(std::move(task));
    changed_.notify_one();
    return true;
}

std::size_t Workers::queued() const {
    const std::lock_guard lock(mutex_);
    return tasks_.size();
}

std::size_t Workers::running() const {
    const std::lock_guard lock(mutex_);
    return running_;
}

void* Workers::run_thread(void* workers) {
    static_cast<Workers*>(workers)->run();
    return nullptr;
}

void Workers::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [&] { return !tasks_.empty() || stops_; });
        if (tasks_.empty()) return;
        std::function<void()> task = std::move(tasks_.front());
        tasks_.pop_front();
        ++running_;
        lock.unlock();
        task();
        task = nullptr;
        lock.lock();
        --running_;
    }
}

}  // namespace confer::hosts::serve
