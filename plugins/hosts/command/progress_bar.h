#pragma once
// ProgressBar: how far the reading and writing of files has come, in one line on a terminal's standard error: from the
// first second on, and gone when it is over.
//
// Threads    one thread.
#include <chrono>

#include "load/progress.h"

namespace confer::hosts {

class ProgressBar final : public engine::load::Progress {
public:
    ProgressBar() = default;
    ~ProgressBar() override { clear(); }

    // Itself where there is a terminal to be seen on, else nullptr.
    Progress* shown();
    void at(Step step, std::string_view file, std::uint64_t done, std::uint64_t whole) override;
    // Removes the line, before something else is printed.
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point next_ = Clock::now() + std::chrono::seconds(1);
    bool drawn_ = false;
};

}  // namespace confer::hosts
