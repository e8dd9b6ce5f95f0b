#pragma once
// What is measured: wall time, the process's CPU time, its memory; and figures of many repetitions.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace confer::bench {

// Milliseconds since construction.
class Stopwatch {
public:
    double milliseconds() const {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// Of all threads of this process.
inline double cpu_milliseconds() {
    return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC;
}

template <class Work>
double milliseconds_of(Work&& work) {
    const Stopwatch watch;
    static_cast<void>(std::forward<Work>(work)());
    return watch.milliseconds();
}

// REQUIRES: figures is not empty.
inline double median(std::vector<double> figures) {
    const auto middle = figures.begin() + static_cast<std::ptrdiff_t>(figures.size() / 2);
    std::nth_element(figures.begin(), middle, figures.end());
    return *middle;
}

// A figure of /proc/self/status in KiB: "VmRSS:" is what the process holds, "VmHWM:" the most that it has held.
inline long memory_kib(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        long kib = 0;
        if (word == name && status >> kib) return kib;
    }
    return 0;
}
// From here on "VmHWM:" starts anew.
inline void forget_peak_memory() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

}  // namespace confer::bench
