#include "exec/workers.h"

#include <algorithm>
#include <utility>

namespace confer::engine::exec {

Workers& Workers::shared() {
    static Workers workers(std::max(1U, std::thread::hardware_concurrency()) - 1);
    return workers;
}

Workers::Workers(std::size_t threads) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this, i] { serve(i + 1); });
}

Workers::~Workers() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void Workers::run(const std::function<void(std::size_t)>& work) {
    const std::unique_lock mine(turn_, std::try_to_lock);
    if (!mine.owns_lock() || threads_.empty()) {
        work(0);
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        work_ = &work;
        ++round_;
    }
    wake_.notify_all();
    do_share(work, 0);
    std::unique_lock lock(mutex_);
    work_ = nullptr;  // all is done or taken: who wakes only now would be waited for in vain
    finished_.wait(lock, [&] { return busy_ == 0; });
    if (thrown_ != nullptr) std::rethrow_exception(std::exchange(thrown_, nullptr));
}

void Workers::do_share(const std::function<void(std::size_t)>& work, std::size_t index) {
    try {
        work(index);
    } catch (...) {  // to be thrown again where the work was asked for
        const std::lock_guard lock(mutex_);
        if (thrown_ == nullptr) thrown_ = std::current_exception();
    }
}

void Workers::serve(std::size_t index) {
    std::size_t seen = 0;
    for (;;) {
        const std::function<void(std::size_t)>* work = nullptr;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [&] { return stop_ || round_ != seen; });
            if (stop_) return;
            seen = round_;
            if (work_ == nullptr) continue;
            work = work_;
            ++busy_;
        }
        do_share(*work, index);
        const std::lock_guard lock(mutex_);
        if (--busy_ == 0) finished_.notify_one();
    }
}

}  // namespace confer::engine::exec
