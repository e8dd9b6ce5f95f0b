#include "exec/leftovers.h"

#include <condition_variable>
#include <exception>
#include <thread>
#include <utility>

namespace confer::engine::exec {

namespace {

// Lives as long as the process: its thread may be at work while the process ends.
class Remover {
public:
    static Remover& shared() {
        static Remover& remover = *new Remover;
        return remover;
    }

    // Does nothing when it still has other things to do. Throws std::system_error when the machine has no thread left.
    void take(std::shared_ptr<void> things) {
        const std::lock_guard lock(mutex_);
        if (busy_) return;
        if (!has_thread_) std::thread([this] { serve(); }).detach();
        has_thread_ = busy_ = true;
        things_ = std::move(things);
        changed_.notify_all();
    }
    void wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !busy_; });
    }

private:
    Remover() = default;
    [[noreturn]] void serve() {
        for (;;) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return things_ != nullptr; });
            std::shared_ptr<void> things = std::exchange(things_, nullptr);
            lock.unlock();
            things.reset();
            lock.lock();
            busy_ = false;
            changed_.notify_all();
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::shared_ptr<void> things_;
    bool has_thread_ = false, busy_ = false;
};

// In this order: the limits go last.
struct Things {
    std::shared_ptr<const RunLimits> limits;
    std::vector<std::shared_ptr<void>> kept;
};

}  // namespace

Leftovers::~Leftovers() {
    if (kept_.empty()) return;
    try {
        Remover::shared().take(std::make_shared<Things>(Things{std::move(limits_), std::move(kept_)}));
    } catch (const std::exception&) {
        // No memory or no thread for it: what was kept has just been given back.
    }
}

void Leftovers::keep(std::shared_ptr<void> object) {
    const std::lock_guard lock(mutex_);
    kept_.push_back(std::move(object));
}

void Leftovers::settle() {
    Remover::shared().wait();
}

}  // namespace confer::engine::exec
