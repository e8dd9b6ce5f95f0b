// Tested by suites/interchange/progress_test.py.
#include "hosts/command/progress_bar.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>

namespace confer::hosts {

namespace {

constexpr std::uint64_t cells = 30;
constexpr auto pause = std::chrono::milliseconds(100);

}  // namespace

engine::load::Progress* ProgressBar::shown() {
    return ::isatty(STDERR_FILENO) != 0 ? this : nullptr;
}

// `reading tea.json [########......................]  27%`
void ProgressBar::at(Step step, std::string_view file, std::uint64_t done, std::uint64_t whole) {
    const Clock::time_point now = Clock::now();
    if (now < next_) return;
    next_ = now + pause;
    drawn_ = true;
    std::string line = "\r\x1b[K";
    line.append(step == Step::reading ? "reading " : "writing ").append(file.substr(file.rfind('/') + 1));
    if (whole > 0) {
        const std::uint64_t full = std::min(cells, cells * done / whole);
        line.append(" [").append(full, '#').append(cells - full, '.').append("] ");
        line.append(std::to_string(std::min<std::uint64_t>(100, 100 * done / whole))).append("%");
    } else {
        line.append(" ").append(std::to_string(done >> 20U)).append(" MB");
    }
    std::cerr << line << std::flush;
}

void ProgressBar::clear() {
    if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
    drawn_ = false;
}

}  // namespace confer::hosts
